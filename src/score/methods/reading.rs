//! Which word of a method a maturity level stands for: the one step that is ours and not the issuers'.
//!
//! The common scale says (0) not done, (1) initial, (2) repeatable, (3) defined, (4) managed, (5) optimised. "Defined" means
//! done that way across the organisation, which is the least an assessor calls met; so every table below turns at 3. The
//! exceptions are those whose own words ask for more: C2M2's "fully" and ISO's plain conformity need somebody who checks (4),
//! and the CSF's "adaptive" needs improvement on purpose (5).
//!
//! A framework with a scale of its own is read off that scale, lowest to lowest and highest to highest.

use super::c2m2::Response;
use super::conformity::Finding;
use super::criteria::Conclusion;
use super::csf::Tier;
use super::essential_eight::Effectiveness;
use super::samm::Practised;
use super::sprs::Implementation;

/// A state a requirement can be in, in the words of a method. The greater, the better.
pub trait Mark: Copy + Ord + 'static {
    /// The states an answer can stand for, worst first; never empty.
    const LADDER: &'static [Self];
    /// What the maturity levels 0 to 5 are read as.
    const MATURITY: [Self; 6];

    /// The state a level of a scale from 0 to `max` stands for; a level beyond the scale counts as the highest.
    #[must_use]
    fn of(level: u8, max: u8) -> Self {
        let level = usize::from(level.min(max));
        match max {
            5 => Self::MATURITY[level],
            0 => Self::lowest(),
            _ => Self::LADDER[level * (Self::LADDER.len() - 1) / usize::from(max)],
        }
    }

    #[must_use]
    fn lowest() -> Self {
        Self::LADDER[0]
    }

    #[must_use]
    fn highest() -> Self {
        Self::LADDER[Self::LADDER.len() - 1]
    }
}

/// Partial credit needs the usual cases covered, which is "repeatable".
impl Mark for Implementation {
    const LADDER: &'static [Self] = &[Self::Not, Self::Partly, Self::Fully];
    const MATURITY: [Self; 6] = [Self::Not, Self::Not, Self::Partly, Self::Fully, Self::Fully, Self::Fully];
}

/// "Largely" is complete with room to improve, "fully" is complete.
impl Mark for Response {
    const LADDER: &'static [Self] = &[Self::Not, Self::Partially, Self::Largely, Self::Fully];
    const MATURITY: [Self; 6] = [Self::Not, Self::Partially, Self::Partially, Self::Largely, Self::Fully, Self::Fully];
}

/// SAMM asks how much of the organisation does it, so "initial" is some, "repeatable" half, "defined" most.
impl Mark for Practised {
    const LADDER: &'static [Self] = &[Self::No, Self::Some, Self::Half, Self::Most];
    const MATURITY: [Self; 6] = [Self::No, Self::Some, Self::Half, Self::Most, Self::Most, Self::Most];
}

/// An alternate control and missing visibility are an assessor's words: no level stands for them.
impl Mark for Effectiveness {
    const LADDER: &'static [Self] = &[Self::Ineffective, Self::Effective];
    const MATURITY: [Self; 6] =
        [Self::Ineffective, Self::Ineffective, Self::Ineffective, Self::Effective, Self::Effective, Self::Effective];
}

/// What nobody does puts the whole in doubt (major); what is done unevenly is a lapse (minor); what is done and not yet
/// checked conforms, and an auditor may still suggest something.
impl Mark for Finding {
    const LADDER: &'static [Self] = &[Self::Major, Self::Minor, Self::Opportunity, Self::Conform];
    const MATURITY: [Self; 6] = [Self::Major, Self::Minor, Self::Minor, Self::Opportunity, Self::Conform, Self::Conform];
}

/// Controls that work in the usual cases meet a criterion with exceptions.
impl Mark for Conclusion {
    const LADDER: &'static [Self] = &[Self::NotMet, Self::Exceptions, Self::Met];
    const MATURITY: [Self; 6] = [Self::NotMet, Self::NotMet, Self::Exceptions, Self::Met, Self::Met, Self::Met];
}

/// Tier 1 is ad hoc, tier 2 approved but uneven, tier 3 policy across the organisation, tier 4 learns and adapts.
impl Mark for Tier {
    const LADDER: &'static [Self] = &[Self::Partial, Self::RiskInformed, Self::Repeatable, Self::Adaptive];
    const MATURITY: [Self; 6] =
        [Self::Partial, Self::Partial, Self::RiskInformed, Self::Repeatable, Self::Repeatable, Self::Adaptive];
}
