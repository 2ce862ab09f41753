//! How an assessment departs from its frameworks, and what it keeps aside.

use crate::assessment::{Answers, Deviation, Document, Field, OwnDraft, Value, deviations, drafts, is_own};
use crate::catalog::Framework;

/// The tailoring record of one framework.
#[derive(Clone, Debug, PartialEq)]
pub struct TailoringView {
    pub framework: &'static Framework,
    /// Every departure, in document order.
    pub deviations: Vec<DeviationRow>,
    pub own: Vec<OwnDraft>,
    /// Answers that are kept and do not count, in document order.
    pub aside: Vec<AsideRow>,
}

/// One departure with its reason.
#[derive(Clone, Debug, PartialEq)]
pub struct DeviationRow {
    pub id: &'static str,
    pub title: &'static str,
    pub deviation: Option<Deviation>,
    /// The framework's weight and the one that replaces it.
    pub weight: Option<(u8, u8)>,
    /// Empty when nobody has written one: the departure then has no effect.
    pub reason: String,
    /// The id of the overlay it came with, or empty.
    pub overlay: String,
    /// For a section: how many requirements that take an answer stand below it.
    pub reach: usize,
}

/// An answer that does not count at present.
#[derive(Clone, Debug, PartialEq)]
pub struct AsideRow {
    pub id: String,
    pub title: String,
    pub why: Aside,
    /// The level, if the answer is one.
    pub level: Option<u32>,
}

/// Why an answer is kept aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// The chosen scope leaves the requirement out.
    OutOfScope,
    /// Tailoring leaves it out.
    TailoredOut,
    /// An own requirement that was taken out or has no place.
    OwnOut,
    /// This version of the framework does not ask it.
    NotAsked,
}

/// The tailoring record of a framework of an assessment, with everything that is kept aside.
#[must_use]
pub fn tailored(framework: &'static Framework, document: &Document) -> TailoringView {
    let row = |tailoring: crate::assessment::Tailoring| {
        let requirement = &framework.requirements[tailoring.index];
        let below = framework.subtree(tailoring.index);
        DeviationRow {
            id: requirement.id,
            title: requirement.title,
            deviation: tailoring.deviation,
            weight: tailoring.weight.map(|weight| (requirement.weight, weight)),
            reason: tailoring.reason,
            overlay: tailoring.overlay,
            reach: below.filter(|index| framework.requirements[*index].assessable).count(),
        }
    };
    TailoringView {
        framework,
        deviations: deviations(framework, document).into_iter().map(row).collect(),
        own: drafts(framework, document),
        aside: aside(framework, document),
    }
}

/// Every answer of a framework that does not count at present: first those of the framework, in document order, then the
/// others by id.
#[must_use]
pub fn aside(framework: &Framework, document: &Document) -> Vec<AsideRow> {
    let answers = Answers::read(framework, document);
    let answered = |id: &str| document.value(framework.id, id, Field::Level).is_some_and(|value| *value != Value::Gone);
    let row = |id: &str, title: &str, why: Aside| AsideRow {
        id: id.to_owned(),
        title: title.to_owned(),
        why,
        level: document.number(framework.id, id, Field::Level),
    };
    let mut rows = Vec::new();
    for (index, requirement) in framework.requirements.iter().enumerate() {
        if answered(requirement.id) && !requirement.assessable {
            rows.push(row(requirement.id, requirement.title, Aside::NotAsked));
        } else if answered(requirement.id) && !answers.is_in_scope(index) {
            let tailored = framework.applies(index, answers.scope);
            rows.push(row(requirement.id, requirement.title, if tailored { Aside::TailoredOut } else { Aside::OutOfScope }));
        }
    }
    let others = document.requirements(framework.id).filter(|id| !id.is_empty() && framework.position(id).is_none());
    for id in others.filter(|id| answered(id) && !answers.own().iter().any(|own| own.id == *id)) {
        let why = if is_own(id) { Aside::OwnOut } else { Aside::NotAsked };
        rows.push(row(id, document.text(framework.id, id, Field::Title), why));
    }
    rows
}
