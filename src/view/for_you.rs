//! What an assessment says about one side of a comparison.

use super::{GapRow, Meter, results};
use crate::assessment::{Document, Field};
use crate::catalog::Framework;

/// Somebody's own standing on a framework.
#[derive(Clone, Debug, PartialEq)]
pub struct ForYou {
    pub assessment: String,
    pub name: String,
    pub meter: Meter,
    /// The largest gaps, at most three.
    pub gaps: Vec<GapRow>,
}

/// The standing from the first assessment, in the order given, that has an answer on the framework.
#[must_use]
pub fn for_you<'a>(framework: &'static Framework, documents: impl Iterator<Item = &'a Document>) -> Option<ForYou> {
    documents.filter(|document| document.number(framework.id, "", Field::Included).is_some()).find_map(|document| {
        let mut results = results(framework, document);
        results.gaps.truncate(3);
        (results.whole.answered > 0).then(|| ForYou {
            assessment: document.id.clone(),
            name: results.name,
            meter: results.whole,
            gaps: results.gaps,
        })
    })
}
