//! The answers to one framework, in the order of its requirements, ready to be scored.

use std::ops::Range;

use super::action::NOT_APPLICABLE;
use super::own::{self, Own};
use super::tailoring::{Deviation, Tailoring, deviations};
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

/// Standing, target and weight of every requirement of a framework, in scope or not, and the own requirements beside them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    standings: Vec<Standing>,
    documented: Vec<Option<u8>>,
    targets: Vec<u8>,
    weights: Vec<u8>,
    in_scope: Vec<bool>,
    own: Vec<Own>,
    /// The level wanted of every requirement that has no target of its own or of a section above it.
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
    /// "Not applicable" without a reason counts as not assessed yet, and a level beyond the scale as the highest. Tailoring
    /// without a reason has no effect. The nearest target counts: of the requirement, of the sections above it, of the whole.
    #[must_use]
    pub fn read(framework: &Framework, document: &Document) -> Self {
        let max = framework.scale.max();
        let level = |number: u32| u8::try_from(number).unwrap_or(max).min(max);
        let target = document.number(framework.id, "", Field::Target).map_or(framework.scale.default_target(), level);
        let scope = chosen(framework, document);
        let count = framework.requirements.len();
        let mut answers = Self {
            standings: vec![Standing::Unanswered; count],
            documented: vec![None; count],
            targets: vec![target; count],
            weights: framework.requirements.iter().map(|requirement| requirement.weight).collect(),
            in_scope: (0..count).map(|index| framework.applies(index, scope)).collect(),
            own: Vec::new(),
            target,
            scope,
        };
        for (index, requirement) in framework.requirements.iter().enumerate() {
            let above = requirement.parent.map_or(target, |parent| answers.targets[usize::from(parent)]);
            let number = |field: Field| document.number(framework.id, requirement.id, field);
            answers.targets[index] = number(Field::Target).map_or(above, level);
            if requirement.assessable {
                answers.standings[index] = standing_of(document, framework, requirement.id);
                answers.documented[index] = number(Field::Documented).map(level);
            }
        }
        answers.tailor(framework, &deviations(framework, document));
        answers.own = own::read(framework, document, &answers.targets);
        answers
    }

    /// Departs from the scope and the weights of the framework. The nearest departure from the scope counts: a section's
    /// holds for everything below it that has none of its own.
    fn tailor(&mut self, framework: &Framework, deviations: &[Tailoring]) {
        for tailoring in deviations.iter().filter(|tailoring| tailoring.has_effect()) {
            if let Some(deviation) = tailoring.deviation {
                self.in_scope[framework.subtree(tailoring.index)].fill(deviation == Deviation::Include);
            }
            if let Some(weight) = tailoring.weight {
                self.weights[tailoring.index] = weight;
            }
        }
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

    /// The level its documentation reaches, where somebody has said so.
    #[must_use]
    pub fn documented(&self, index: usize) -> Option<u8> {
        self.documented[index]
    }

    /// What it counts in the score: the framework's weight, or the one it was given with a reason.
    #[must_use]
    pub fn weight_of(&self, index: usize) -> u8 {
        self.weights[index]
    }

    /// Whether the chosen scope and the tailoring take in this requirement.
    #[must_use]
    pub fn is_in_scope(&self, index: usize) -> bool {
        self.in_scope[index]
    }

    /// The own requirements that count, by id.
    #[must_use]
    pub fn own(&self) -> &[Own] {
        &self.own
    }

    /// The own requirements that stand below one of a run of requirements.
    pub fn own_within(&self, run: Range<usize>) -> impl Iterator<Item = &Own> {
        self.own.iter().filter(move |own| run.contains(&own.parent))
    }
}

pub(super) fn standing_of(document: &Document, framework: &Framework, requirement: &str) -> Standing {
    let max = framework.scale.max();
    match document.value(framework.id, requirement, Field::Level) {
        Some(Value::Number(number)) => Standing::Level(u8::try_from(*number).unwrap_or(max).min(max)),
        Some(Value::Text(text)) if text == NOT_APPLICABLE && has_reason(document, framework.id, requirement) => {
            Standing::NotApplicable
        }
        _ => Standing::Unanswered,
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
