//! The ladder an answer stands on.

use serde::{Deserialize, Serialize};

/// Levels from 0 upwards, lowest first.
#[derive(Debug, Serialize, Deserialize)]
pub struct Scale {
    pub name: &'static str,
    pub steps: Vec<Step>,
}

/// One level: its name and what it means, each in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub name: &'static str,
    pub meaning: &'static str,
}

impl Scale {
    /// The common maturity scale, 0 to 5.
    ///
    /// The level names follow the capability levels of ISO/IEC 33020 and of CMMI; the wording is ours.
    #[must_use]
    pub fn maturity() -> Self {
        let step = |name, meaning| Step { name, meaning };
        Self {
            name: "Maturity",
            steps: vec![
                step("Not done", "Nobody does this, or nobody knows whether it is done."),
                step("Initial", "Done now and then, by whoever thinks of it; the result depends on the person."),
                step("Repeatable", "Done in the usual cases and roughly the same way; little is written down."),
                step("Defined", "Written down, assigned to someone, and done that way across the organisation."),
                step("Managed", "Checked: figures or reviews show that it works, and lapses are noticed and put right."),
                step("Optimised", "Improved on purpose, from what the figures, incidents and reviews have taught."),
            ],
        }
    }

    /// The highest level.
    #[must_use]
    pub fn max(&self) -> u8 {
        u8::try_from(self.steps.len().saturating_sub(1)).unwrap_or(u8::MAX)
    }

    /// The level wanted until the person says otherwise: "Defined" on the maturity scale, the highest on any other.
    #[must_use]
    pub fn default_target(&self) -> u8 {
        if self.max() == 5 { 3 } else { self.max() }
    }
}
