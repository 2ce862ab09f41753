//! The common controls: the hub that the requirements of every framework map to.

use serde::{Deserialize, Serialize};

/// A family of common controls, such as `IAM`, "Identity and access".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Domain {
    /// The letters that the ids of its controls begin with.
    pub id: &'static str,
    pub title: &'static str,
}

/// One thing an organisation does, whichever framework asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Control {
    /// Domain and number, such as `IAM-05`; it never changes meaning.
    pub id: &'static str,
    pub name: &'static str,
    /// The place of its domain in [`Library::domains`](super::Library::domains).
    pub domain: u8,
    pub effort: Effort,
}

/// What it usually takes to put a control in place, in a mid-sized organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Effort {
    #[serde(rename = "S")]
    Days,
    #[serde(rename = "M")]
    Weeks,
    #[serde(rename = "L")]
    Months,
}

/// Everything of the hub that is fetched only when somebody opens a control or asks why a pair is related.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct ControlTexts {
    /// One for each of the library's controls, in the same order.
    pub controls: Vec<ControlText>,
    /// For each framework, the rationale of each of its edges in order; empty where the relation is obvious.
    pub edges: Vec<Vec<&'static str>>,
    /// For each table of direct relations, the rationale of each of its pairs in order.
    pub direct: Vec<Vec<&'static str>>,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ControlText {
    pub objective: &'static str,
    pub question: &'static str,
    #[serde(borrow)]
    pub evidence: Vec<&'static str>,
}
