//! Departures from what a framework and its scope ask for.

use super::own::is_own;
use super::{Document, Field};
use crate::catalog::Framework;

/// Which way a requirement departs from the chosen scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deviation {
    Exclude,
    Include,
}

impl Deviation {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Exclude => "exclude",
            Self::Include => "include",
        }
    }

    fn read(word: &str) -> Option<Self> {
        [Self::Exclude, Self::Include].into_iter().find(|deviation| deviation.word() == word)
    }
}

/// What somebody changed about a requirement, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tailoring {
    /// The place in the framework.
    pub index: usize,
    pub deviation: Option<Deviation>,
    pub weight: Option<u8>,
    /// Empty when nobody has written one; then nothing else here has an effect.
    pub reason: String,
    /// The overlay it came with, or empty.
    pub overlay: String,
}

impl Tailoring {
    #[must_use]
    pub fn has_effect(&self) -> bool {
        !self.reason.is_empty()
    }
}

/// Every departure of a framework, with an effect or without, in document order.
#[must_use]
pub fn deviations(framework: &Framework, document: &Document) -> Vec<Tailoring> {
    let Some(said) = document.frameworks.get(framework.id) else { return Vec::new() };
    let departs = |fields: &super::Fields| fields.contains_key(&Field::Tailoring) || fields.contains_key(&Field::Weight);
    if !said.iter().any(|(id, fields)| departs(fields) && !is_own(id)) {
        return Vec::new();
    }
    let deviation = |(index, requirement): (usize, &crate::catalog::Requirement)| {
        let text = |field: Field| document.text(framework.id, requirement.id, field);
        let weight = document.number(framework.id, requirement.id, Field::Weight).filter(|_| requirement.assessable);
        let found = Tailoring {
            index,
            deviation: Deviation::read(text(Field::Tailoring)),
            weight: weight.and_then(|weight| u8::try_from(weight).ok()).map(|weight| weight.clamp(1, 20)),
            reason: text(Field::Why).trim().to_owned(),
            overlay: text(Field::Overlay).to_owned(),
        };
        (found.deviation.is_some() || found.weight.is_some()).then_some(found)
    };
    framework.requirements.iter().enumerate().filter_map(deviation).collect()
}
