//! Assessments as the home page lists them.

use super::Meter;
use crate::assessment::{Answers, Document, Field};
use crate::catalog::{Framework, Library};
use crate::score::score;

/// An assessment and how far it has come, a part for each framework.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    pub id: String,
    pub name: String,
    /// The day of the last change, `YYYY-MM-DD`, or empty.
    pub changed: String,
    pub parts: Vec<(&'static Framework, Meter)>,
    /// Frameworks it covers that this version does not know; their answers are kept.
    pub unknown: Vec<String>,
}

/// How far an assessment has come.
#[must_use]
pub fn progress(library: &'static Library, document: &Document) -> Progress {
    let (known, unknown): (Vec<&str>, Vec<&str>) =
        document.included().into_iter().partition(|id| library.framework(id).is_some());
    let part = |id: &&str| {
        let framework = library.framework(id)?;
        let answers = Answers::read(framework, document);
        Some((framework, Meter::new(&score(framework, &answers), framework.scale.max())))
    };
    Progress {
        id: document.id.clone(),
        name: document.name().to_owned(),
        changed: document.text("", "", Field::Changed).to_owned(),
        parts: known.iter().filter_map(part).collect(),
        unknown: unknown.into_iter().map(str::to_owned).collect(),
    }
}
