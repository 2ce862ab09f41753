//! An assessment seen from the common controls: who asks for each, and answering them all at once.

use super::{Crosswalk, carried};
use crate::assessment::{Action, Assessed, Standing};
use crate::catalog::Relation;

/// A control that an assessment asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The place of the control in the library.
    pub control: usize,
    /// Every requirement in scope that maps to it, by framework as in the assessment and then in document order.
    pub asks: Vec<Ask>,
}

/// A requirement that asks for a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The place of the framework in the library.
    pub framework: usize,
    pub requirement: usize,
    pub relation: Relation,
    pub strength: u8,
    pub standing: Standing,
    pub target: u8,
}

/// Which requirements are answered by a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Those without an answer.
    Open,
    /// Those with an answer too, which is replaced.
    All,
}

impl Crosswalk<'_> {
    /// Every control that something in scope asks for, in the library's order.
    #[must_use]
    pub fn asked(&self, assessed: &Assessed<'_>) -> Vec<Asked> {
        let controls = 0..self.library.controls.len();
        let asked = controls.map(|control| Asked { control, asks: self.asks(assessed, control) });
        asked.filter(|asked| !asked.asks.is_empty()).collect()
    }

    /// The requirements in scope that ask for a control.
    #[must_use]
    pub fn asks(&self, assessed: &Assessed<'_>, control: usize) -> Vec<Ask> {
        let Ok(narrow) = u16::try_from(control) else { return Vec::new() };
        let mut asks = Vec::new();
        for part in &assessed.parts {
            let hops = self.hops_of(narrow, part.place).iter();
            asks.extend(hops.filter(|hop| part.counts(hop.requirement.into())).map(|hop| Ask {
                framework: part.place,
                requirement: hop.requirement.into(),
                relation: hop.relation,
                strength: hop.strength,
                standing: part.answers.standing(hop.requirement.into()),
                target: part.answers.target_of(hop.requirement.into()),
            }));
        }
        asks
    }

    /// The deed that answers the requirements asking for a control by its level on the maturity scale 0–5. Each answer is
    /// one's own from then on, marked with the control.
    #[must_use]
    pub fn answer_by(&self, assessed: &Assessed<'_>, control: usize, level: u8, extent: Extent) -> Action {
        let common = crate::catalog::Scale::maturity().max();
        let wanted = |ask: &Ask| extent == Extent::All || ask.standing == Standing::Unanswered;
        let answer = |ask: &Ask| {
            let framework = self.framework(ask.framework);
            let level = carried(level, common, framework.scale.max());
            Action::AnswerBy {
                framework: framework.id.to_owned(),
                requirement: framework.requirements[ask.requirement].id.to_owned(),
                control: self.library.controls[control].id.to_owned(),
                standing: Standing::Level(level),
            }
        };
        Action::Several(self.asks(assessed, control).iter().filter(|ask| wanted(ask)).map(answer).collect())
    }
}
