//! What a report is made of: plain data, filled by the caller, with every figure already computed.

use serde::{Deserialize, Serialize};

use crate::exchange::{Relation, State};

/// One assessment with everything that a reader of it may ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub organisation: String,
    pub assessment: String,
    /// The day of the report as `2026-11-23`. Nothing here reads a clock.
    pub date: String,
    pub frameworks: Vec<ReportFramework>,
    pub plan: Vec<PlanRow>,
    pub crosswalk: Vec<ReportPair>,
}

/// One framework of the assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportFramework {
    pub id: String,
    pub title: String,
    pub version: String,
    /// The names of the levels from 0 upwards.
    pub levels: Vec<String>,
    pub score: ReportScore,
    /// A line of the official method's own result, where the framework has one.
    pub official: Option<String>,
    pub sections: Vec<ReportSection>,
    /// Every assessable requirement in the order of the document, answered or not.
    pub answers: Vec<ReportAnswer>,
    pub gaps: Vec<ReportGap>,
}

/// Shares in thousandths, so that nothing is rounded before it is shown. `None` where nothing is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportScore {
    pub value: Option<u16>,
    /// Answered among applicable.
    pub coverage: u16,
    /// The score with everything unanswered at its lowest.
    pub low: u16,
    /// The score with everything unanswered at its highest.
    pub high: u16,
    /// At or above target, among applicable.
    pub readiness: u16,
}

/// A part of a framework with its own score.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportSection {
    pub id: String,
    pub title: String,
    pub score: ReportScore,
}

/// Whether a requirement applies, and is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportStanding {
    #[default]
    Unanswered,
    Answered,
    /// Left out with a reason, which stands in the note.
    NotApplicable,
}

/// One requirement and its answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportAnswer {
    pub requirement: String,
    /// A global name from the file the framework came from, where it had one.
    pub urn: Option<String>,
    pub section: String,
    pub title: String,
    pub standing: ReportStanding,
    /// From 0 to the last of the framework's levels; none while unanswered or not applicable.
    pub level: Option<u8>,
    pub target: Option<u8>,
    pub note: String,
    pub evidence: String,
    pub owner: String,
    /// A date as `2026-11-23`, or as the person wrote it.
    pub due: String,
    /// Why the requirement is in scope: law, contract, risk, the framework itself.
    pub source: String,
}

impl ReportAnswer {
    /// How it stands in words: met is at the target or above, partial is above the lowest level.
    #[must_use]
    pub fn state(&self) -> State {
        match (self.standing, self.level) {
            (ReportStanding::NotApplicable, _) => State::NotApplicable,
            (ReportStanding::Unanswered, _) | (_, None) => State::NotAssessed,
            (_, Some(level)) if self.target.is_some_and(|target| level >= target) => State::Met,
            (_, Some(0)) => State::NotMet,
            _ => State::Partial,
        }
    }
}

/// A requirement below its target.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportGap {
    pub requirement: String,
    pub title: String,
    pub level: u8,
    pub target: u8,
    pub weight: u8,
}

/// One thing to do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanRow {
    pub framework: String,
    pub requirement: String,
    pub title: String,
    /// What is lacking.
    pub weakness: String,
    /// What is done about it.
    pub action: String,
    pub owner: String,
    pub resources: String,
    /// Steps with their dates, a line each.
    pub milestones: String,
    pub due: String,
    pub status: String,
    pub risk: String,
}

/// A pair of related requirements of two frameworks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportPair {
    pub source_framework: String,
    pub source: String,
    pub target_framework: String,
    pub target: String,
    pub relation: Relation,
    /// 0 to 10.
    pub strength: Option<u8>,
    pub rationale: String,
}
