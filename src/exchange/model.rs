//! What every reader returns: a model of its own, that knows nothing of the bundled catalogs.
//!
//! Everything is owned text, for it crosses to the page as JSON. An id is the very text of the file: `1.10`, `007` and
//! `no` are never numbers or booleans.

use serde::{Deserialize, Serialize};

use super::Format;

/// What a file held, and what of it was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Read {
    pub format: Format,
    pub content: Imported,
    pub counts: Counts,
    /// What the file had and the content has not, in the order it was met.
    pub skipped: Vec<Skipped>,
    /// What was assumed while reading, a sentence each: a guessed encoding, a guessed column.
    pub notes: Vec<String>,
}

/// Frameworks, mappings and answers, as many as the file has of each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    pub frameworks: Vec<ImportedFramework>,
    pub mappings: Vec<ImportedMapping>,
    pub answers: Vec<ImportedAnswers>,
}

/// How much was read, and how much was not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub frameworks: usize,
    /// Every node of every tree: groups, assessable and withdrawn ones alike.
    pub requirements: usize,
    pub assessable: usize,
    pub withdrawn: usize,
    pub mappings: usize,
    pub mapping_rows: usize,
    pub answer_sets: usize,
    pub answer_rows: usize,
    /// Entries left out: the sum of `Skipped::times`.
    pub skipped: usize,
}

/// Something the file had that was not taken, and the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    pub what: String,
    pub why: String,
    /// How often the same thing was skipped for the same reason, at least 1.
    pub times: usize,
}

/// A standard, regulation or scheme as a file tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedFramework {
    pub id: String,
    pub title: String,
    pub version: Option<String>,
    pub publisher: Option<String>,
    pub copyright: Option<String>,
    pub description: Option<String>,
    pub scale: Option<ImportedScale>,
    /// The parts of the framework that a scope can be made of: baselines, levels, implementation groups.
    pub groups: Vec<ImportedGroup>,
    /// Parents stand before their children.
    pub requirements: Vec<ImportedRequirement>,
}

/// The ladder that answers on a framework stand on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedScale {
    pub min: i64,
    pub max: i64,
    /// The named levels, lowest first; empty when the file names none.
    pub levels: Vec<ImportedLevel>,
}

/// One named level.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedLevel {
    pub score: i64,
    pub name: String,
    pub meaning: String,
}

/// One option of a scope.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedGroup {
    pub id: String,
    pub title: String,
}

/// A node of a framework's tree.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedRequirement {
    /// Unique in its framework.
    pub id: String,
    /// The id as it is printed, where the file tells both: `AC-1` for `ac-1`.
    pub label: Option<String>,
    /// The file's global name for the node, where it has one.
    pub urn: Option<String>,
    /// The id of the node above, none at the root.
    pub parent: Option<String>,
    pub title: String,
    pub statement: String,
    pub guidance: String,
    pub question: String,
    pub evidence: String,
    pub assessable: bool,
    pub withdrawn: bool,
    /// Ids of the framework's groups that hold it; none means all.
    pub groups: Vec<String>,
    pub weight: Option<u32>,
}

/// Relations between the requirements of two frameworks, read from source to target.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedMapping {
    pub title: String,
    pub source: String,
    pub target: String,
    pub rows: Vec<MappingRow>,
}

/// One pair: what the source is to the target.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MappingRow {
    pub source: String,
    pub target: String,
    pub relation: Relation,
    /// 0 to 10, as NIST IR 8477 counts strength; none when the file does not say.
    pub strength: Option<u8>,
    pub rationale: String,
}

/// What the source of a pair is to its target, after NIST IR 8477.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// Word for word the same.
    Equal,
    /// The same in meaning.
    Equivalent,
    /// The target covers all of the source.
    Subset,
    /// The target covers part of the source.
    Superset,
    Intersects,
    /// Looked at, and found unrelated.
    Unrelated,
    /// Related, and the file does not say how.
    #[default]
    Unstated,
}

/// One assessment as a file tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedAnswers {
    /// The framework's name or address in the file, where there is one.
    pub framework: Option<String>,
    /// Which of several: a quarter, a team, a result set.
    pub title: String,
    /// The ladder the levels stand on, where the file tells.
    pub scale: Option<(i64, i64)>,
    pub rows: Vec<AnswerRow>,
}

/// One requirement's answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerRow {
    pub requirement: String,
    /// The file's global name for the requirement, where it has one.
    pub urn: Option<String>,
    pub state: Option<State>,
    /// A number in the file's own scale, as written.
    pub level: Option<String>,
    pub target: Option<String>,
    pub note: String,
    pub evidence: String,
    pub owner: String,
    /// A date, as written.
    pub due: String,
}

/// How a requirement stands, where a file says it in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    Met,
    Partial,
    NotMet,
    NotApplicable,
    NotAssessed,
}

impl Counts {
    pub(crate) fn of(content: &Imported, skipped: &[Skipped]) -> Self {
        let requirements = || content.frameworks.iter().flat_map(|framework| &framework.requirements);
        Self {
            frameworks: content.frameworks.len(),
            requirements: requirements().count(),
            assessable: requirements().filter(|requirement| requirement.assessable).count(),
            withdrawn: requirements().filter(|requirement| requirement.withdrawn).count(),
            mappings: content.mappings.len(),
            mapping_rows: content.mappings.iter().map(|mapping| mapping.rows.len()).sum(),
            answer_sets: content.answers.len(),
            answer_rows: content.answers.iter().map(|answers| answers.rows.len()).sum(),
            skipped: skipped.iter().map(|entry| entry.times).sum(),
        }
    }
}

impl Relation {
    /// The relation a word stands for, in the vocabularies of IR 8477, OSCAL, OLIR and CISO Assistant.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        let word: String =
            word.chars().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase()).collect();
        Some(match word.as_str() {
            "equal" | "equalto" | "equals" | "identical" | "isequalto" => Self::Equal,
            "equivalent" | "equivalentto" => Self::Equivalent,
            "subset" | "subsetof" | "issubsetof" | "isasubsetof" => Self::Subset,
            "superset" | "supersetof" | "issupersetof" | "isasupersetof" => Self::Superset,
            "intersect" | "intersects" | "intersectswith" | "intersection" | "intersecting" => Self::Intersects,
            "norelationship" | "norelation" | "notrelatedto" | "unrelated" | "notrelated" | "none" | "nomatch" => {
                Self::Unrelated
            }
            "relatedto" | "related" | "unstated" => Self::Unstated,
            _ => return None,
        })
    }
}

impl State {
    /// The state a word stands for, in the vocabularies of CISO Assistant, OSCAL and common spreadsheets.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        let word: String = word.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        Some(match word.as_str() {
            "compliant" | "satisfied" | "met" | "yes" | "implemented" | "done" | "pass" | "passed" | "closed"
            | "completed" | "fullyimplemented" | "fullycompliant" | "true" => Self::Met,
            "partiallycompliant"
            | "partial"
            | "partly"
            | "partially"
            | "partiallyimplemented"
            | "inprogress"
            | "largely"
            | "planned"
            | "alternative" => Self::Partial,
            "noncompliant" | "notsatisfied" | "notmet" | "no" | "notimplemented" | "open" | "fail" | "failed"
            | "notcompliant" | "false" => Self::NotMet,
            "notapplicable" | "na" => Self::NotApplicable,
            "notassessed" | "notstarted" | "unknown" | "todo" | "unanswered" => Self::NotAssessed,
            _ => return None,
        })
    }
}
