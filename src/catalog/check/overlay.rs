//! What is wrong with an overlay.

use std::collections::BTreeSet;

use super::{Problem, Report};
use crate::catalog::source::FrameworkSource;
use crate::catalog::{OverlayAction, OverlaySource};

const TITLE_LENGTH: usize = 60;
const REASON_LENGTH: usize = 160;

/// Every problem of an overlay file. `file` is its name without the extension.
#[must_use]
pub fn overlay(source: &OverlaySource, file: &str, frameworks: &[FrameworkSource]) -> Vec<Problem> {
    let mut report = Report::default();
    if source.id != file {
        report.add("id", format!("is {:?} in the file {file:?}", source.id), "Name the file after the id.");
    }
    report.at_most("title", &source.title, TITLE_LENGTH);
    report.clause("title", &source.title);
    report.sentence("purpose", &source.purpose);
    let Some(framework) = frameworks.iter().find(|framework| framework.id == source.framework) else {
        let hint = "Use the id of a file in catalogs/frameworks.";
        report.add("framework", format!("{:?} is unknown", source.framework), hint);
        return report.problems;
    };
    report.count("requirement", source.rows.len(), 1..=framework.requirements.len());
    let mut seen = BTreeSet::new();
    for row in &source.rows {
        let asked = framework.requirements.iter().any(|known| known.id == row.id && !known.question.is_empty());
        if !asked {
            report.add(&row.id, "is no requirement that takes an answer", "Use an id of the framework's file.");
        }
        if !seen.insert(row.id.as_str()) {
            report.add(&row.id, "stands twice", "Join the rows: an include may carry a weight.");
        }
        if row.weight.is_some_and(|weight| !(1..=20).contains(&weight)) {
            report.add(&row.id, "has a weight out of range", "Weights run from 1 to 20.");
        }
        if row.action == OverlayAction::Weight && row.weight.is_none() {
            report.add(&row.id, "is weighed without a weight", "Give weight = 2, or say include.");
        }
        report.at_most(&format!("{}.reason", row.id), &row.reason, REASON_LENGTH);
        report.sentence(&format!("{}.reason", row.id), &row.reason);
    }
    report.problems
}
