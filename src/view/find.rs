//! Looking for a requirement by its id or by words.

use crate::catalog::{Framework, Texts};

/// A requirement that matches, or a group that leads to one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub index: usize,
    pub matched: bool,
}

/// What of a framework holds every word sought, in document order, with the groups above it. Nothing sought finds everything.
#[must_use]
pub fn find(framework: &Framework, texts: &Texts, sought: &str) -> Vec<Found> {
    let words: Vec<String> = sought.split_whitespace().map(str::to_ascii_lowercase).collect();
    let matches = |index: usize| {
        let (requirement, text) = (&framework.requirements[index], &texts.requirements[index]);
        let within = [requirement.id, requirement.title, text.statement, text.question].join(" ").to_ascii_lowercase();
        words.iter().all(|word| within.contains(word.as_str()))
    };
    let matched: Vec<bool> = (0..framework.requirements.len()).map(matches).collect();
    let leads = |index: usize| framework.subtree(index).any(|below| matched[below]);
    (0..matched.len()).filter(|index| leads(*index)).map(|index| Found { index, matched: matched[index] }).collect()
}
