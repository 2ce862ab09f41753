//! The answers to one framework, in the order of its requirements, ready to be scored.

use super::action::NOT_APPLICABLE;
use super::{Document, Field, Value};
use crate::catalog::Framework;

/// Where a requirement stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// Not assessed yet. Unknown is not zero.
    #[default]
    Unanswered,
    /// A level of the framework's scale, 0 being the lowest.
    Level(u8),
    /// Does not apply here, with a reason.
    NotApplicable,
}

/// Standing and target of every requirement of a framework; in scope or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    standings: Vec<Standing>,
    targets: Vec<u8>,
    in_scope: Vec<bool>,
    /// The level wanted of every requirement that has no target of its own.
    pub target: u8,
    /// The chosen scope options, as bits.
    pub scope: u64,
}

impl Answers {
    /// Nothing answered, default scope and target.
    #[must_use]
    pub fn blank(framework: &Framework) -> Self {
        Self::read(framework, &Document::default())
    }

    /// Reads a framework's answers out of a document.
    ///
    /// "Not applicable" without a reason counts as not assessed yet, and a level beyond the scale as the highest.
    #[must_use]
    pub fn read(framework: &Framework, document: &Document) -> Self {
        let max = framework.scale.max();
        let level = |number: u32| u8::try_from(number).unwrap_or(max).min(max);
        let target = document.number(framework.id, "", Field::Target).map_or(framework.scale.default_target(), level);
        let scope = chosen(framework, document);
        let count = framework.requirements.len();
        let mut answers = Self {
            standings: vec![Standing::Unanswered; count],
            targets: vec![target; count],
            in_scope: (0..count).map(|index| framework.applies(index, scope)).collect(),
            target,
            scope,
        };
        for (index, requirement) in
            framework.requirements.iter().enumerate().filter(|(_, requirement)| requirement.assessable)
        {
            let Some(fields) = document.fields(framework.id, requirement.id) else { continue };
            answers.standings[index] = match fields.get(&Field::Level).map(|cell| &cell.value) {
                Some(Value::Number(number)) => Standing::Level(level(*number)),
                Some(Value::Text(text)) if text == NOT_APPLICABLE && has_reason(document, framework.id, requirement.id) => {
                    Standing::NotApplicable
                }
                _ => Standing::Unanswered,
            };
            if let Some(number) = document.number(framework.id, requirement.id, Field::Target) {
                answers.targets[index] = level(number);
            }
        }
        answers
    }

    /// Answers given directly, for calculations beside a document.
    pub fn set(&mut self, index: usize, standing: Standing) {
        self.standings[index] = standing;
    }

    #[must_use]
    pub fn standing(&self, index: usize) -> Standing {
        self.standings[index]
    }

    #[must_use]
    pub fn target_of(&self, index: usize) -> u8 {
        self.targets[index]
    }

    /// Whether the chosen scope takes in this requirement.
    #[must_use]
    pub fn is_in_scope(&self, index: usize) -> bool {
        self.in_scope[index]
    }
}

fn has_reason(document: &Document, framework: &str, requirement: &str) -> bool {
    !document.text(framework, requirement, Field::Reason).trim().is_empty()
}

fn chosen(framework: &Framework, document: &Document) -> u64 {
    if document.fields(framework.id, "").is_none_or(|fields| !fields.contains_key(&Field::Scope)) {
        return framework.default_scope();
    }
    let ids: Vec<&str> = document.text(framework.id, "", Field::Scope).split(' ').collect();
    let options = framework.dimensions.iter().flat_map(|dimension| &dimension.options);
    options.filter(|option| option.always || ids.contains(&option.id)).fold(0, |bits, option| bits | option.bit)
}
