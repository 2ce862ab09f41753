//! The texts of a framework: its article, and what each requirement asks.

use serde::{Deserialize, Serialize};

/// Everything of a framework that is fetched only when it is opened.
#[derive(Debug)]
pub struct Texts {
    pub article: Article,
    /// One for each of the framework's requirements, in the same order.
    pub requirements: Vec<RequirementText>,
}

/// Empty for a group, apart from a statement where the group has one.
#[derive(Debug)]
pub struct RequirementText {
    pub statement: &'static str,
    pub question: &'static str,
    pub evidence: Vec<&'static str>,
}

/// The parts that the framework page and the comparison article are written from.
#[derive(Debug, Serialize, Deserialize)]
pub struct Article {
    #[serde(borrow)]
    pub what: Vec<&'static str>,
    pub components: Vec<Point>,
    pub why: Vec<Point>,
    pub steps: Vec<Point>,
    pub features: Vec<Point>,
    pub aspects: Aspects,
    pub faqs: Vec<Faq>,
    pub sources: Vec<Source>,
    pub rights: &'static str,
}

/// A title and a sentence or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    pub title: &'static str,
    pub text: &'static str,
}

/// The six respects in which frameworks are told apart.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Aspects {
    pub scope: Aspect,
    pub industry: Aspect,
    pub nature: Aspect,
    pub testing: Aspect,
    pub penalties: Aspect,
    pub renewal: Aspect,
}

/// One respect: a phrase for a table cell, and the same explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aspect {
    pub short: &'static str,
    pub text: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Faq {
    pub question: &'static str,
    pub answer: &'static str,
}

/// A public address where the facts can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub title: &'static str,
    pub url: &'static str,
}

impl Aspects {
    /// All six with their names, in the order they are always shown.
    #[must_use]
    pub fn named(&self) -> [(&'static str, Aspect); 6] {
        [
            ("Scope", self.scope),
            ("Industry", self.industry),
            ("Nature", self.nature),
            ("Testing", self.testing),
            ("Penalties", self.penalties),
            ("Renewal", self.renewal),
        ]
    }
}
