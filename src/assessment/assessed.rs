//! A whole assessment, read: every framework it covers with its answers.

use super::{Answers, Document, Standing};
use crate::catalog::{Framework, Library};

/// An assessment as calculations over several frameworks read it.
#[derive(Clone, Debug)]
pub struct Assessed<'a> {
    pub document: &'a Document,
    /// In the order the frameworks were added; those this version does not know are left out.
    pub parts: Vec<Part<'a>>,
}

/// One framework of an assessment.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    /// The framework's place in the library.
    pub place: usize,
    pub framework: &'a Framework,
    pub answers: Answers,
}

impl<'a> Assessed<'a> {
    #[must_use]
    pub fn read(library: &'a Library, document: &'a Document) -> Self {
        let part = |id: &str| {
            let place = library.position(id)?;
            let framework = &library.frameworks[place];
            Some(Part { place, framework, answers: Answers::read(framework, document) })
        };
        Self { document, parts: document.included().into_iter().filter_map(part).collect() }
    }

    /// The part of a framework, by the framework's id.
    #[must_use]
    pub fn part(&self, framework: &str) -> Option<&Part<'a>> {
        self.parts.iter().find(|part| part.framework.id == framework)
    }
}

impl<'a> Part<'a> {
    /// The requirements that take an answer and are in scope, in document order.
    pub fn leaves(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.framework.requirements.len()).filter(|index| self.counts(*index))
    }

    /// Whether a requirement takes an answer and is in scope.
    #[must_use]
    pub fn counts(&self, index: usize) -> bool {
        self.framework.requirements[index].assessable && self.answers.is_in_scope(index)
    }

    /// The level of a requirement that is in scope and has one.
    #[must_use]
    pub fn level(&self, index: usize) -> Option<u8> {
        match self.answers.standing(index) {
            Standing::Level(level) if self.counts(index) => Some(level),
            _ => None,
        }
    }

    #[must_use]
    pub fn id(&self, index: usize) -> &'a str {
        self.framework.requirements[index].id
    }
}
