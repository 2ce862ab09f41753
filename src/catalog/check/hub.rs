//! What is wrong with the common controls and with the crosswalk.

use std::collections::{BTreeMap, BTreeSet};

use super::{Problem, Report};
use crate::catalog::hub::{ControlSource, CrosswalkSource, DirectSource, DomainSource, RowSource};
use crate::catalog::source::FrameworkSource;
use crate::catalog::{DirectRelation, Relation};

const CONTROLS: usize = 5;
const NAME_LENGTH: usize = 60;
const WHY_LENGTH: usize = 160;
const DOMAINS: usize = 256;

/// Every problem of the control files together, since ids and questions are unique across all of them.
#[must_use]
pub fn controls(domains: &[DomainSource]) -> Vec<Problem> {
    let mut report = Report::default();
    let (mut letters, mut ids, mut questions) = (BTreeSet::new(), BTreeSet::new(), BTreeMap::new());
    if domains.len() > DOMAINS {
        report.add("domain", format!("there are {}", domains.len()), "Up to 256 are possible: join small ones.");
    }
    for domain in domains {
        let id = domain.domain.as_str();
        report.filled(id, &domain.title);
        if id.len() != 3 || !id.bytes().all(|letter| letter.is_ascii_uppercase()) {
            report.add(id, "is not a domain id", "Give three capital letters.");
        }
        if !letters.insert(id) {
            report.add(id, "stands in two files", "Give each domain letters of its own.");
        }
        for control in &domain.controls {
            control_texts(control, id, &mut report);
            if !ids.insert(control.id.as_str()) {
                report.add(&control.id, "stands twice", "Ids are unique in all control files.");
            }
            if let Some(other) = questions.insert(control.question.as_str(), control.id.as_str()) {
                report.add(&control.id, format!("asks the same question as {other}"), "Ask what is particular to each.");
            }
        }
    }
    report.problems
}

fn control_texts(control: &ControlSource, domain: &str, report: &mut Report) {
    let id = control.id.as_str();
    let number = id.strip_prefix(domain).and_then(|rest| rest.strip_prefix('-'));
    if !number.is_some_and(|number| number.len() == 2 && number.bytes().all(|digit| digit.is_ascii_digit())) {
        report.add(id, format!("is no id of the domain {domain}"), "Join the domain and two digits: IAM-05.");
    }
    report.at_most(&format!("{id}.name"), &control.name, NAME_LENGTH);
    report.clause(&format!("{id}.name"), &control.name);
    report.sentence(&format!("{id}.objective"), &control.objective);
    if !control.question.ends_with('?') {
        report.add(format!("{id}.question"), "is not a question", "End it with a question mark.");
    }
    report.count(&format!("{id}.evidence"), control.evidence.len(), 2..=4);
    for evidence in &control.evidence {
        report.filled(&format!("{id}.evidence"), evidence);
    }
}

/// Every problem of one framework's crosswalk file. `file` is its name without the extension.
#[must_use]
pub fn crosswalk(
    source: &CrosswalkSource,
    file: &str,
    frameworks: &[FrameworkSource],
    domains: &[DomainSource],
) -> Vec<Problem> {
    let mut report = Report::default();
    if source.framework != file {
        report.add(
            "framework",
            format!("is {:?} in the file {file:?}", source.framework),
            "Name the file after the framework.",
        );
    }
    let Some(framework) = find(frameworks, &source.framework) else {
        report.add("framework", format!("{:?} is unknown", source.framework), UNKNOWN_FRAMEWORK);
        return report.problems;
    };
    let known: BTreeSet<&str> =
        domains.iter().flat_map(|domain| &domain.controls).map(|control| control.id.as_str()).collect();
    let mut seen = BTreeSet::new();
    for row in &source.rows {
        requirement(framework, &row.id, &row.id, &mut report);
        if !seen.insert(row.id.as_str()) {
            report.add(&row.id, "has two rows", "Join them.");
        }
        edges(row, &known, &mut report);
    }
    for left in assessable(framework).filter(|id| !seen.contains(id)) {
        report.add(left, "has no row", "Map it to the one to five controls that carry its meaning.");
    }
    report.problems
}

fn edges(row: &RowSource, known: &BTreeSet<&str>, report: &mut Report) {
    report.count(&row.id, row.controls.len(), 1..=CONTROLS);
    let mut seen = BTreeSet::new();
    for edge in &row.controls {
        let path = format!("{}.{}", row.id, edge.id);
        if !known.contains(edge.id.as_str()) {
            report.add(&path, "is an unknown control", "Use an id from catalogs/controls, or add the control there.");
        }
        if !seen.insert(edge.id.as_str()) {
            report.add(&path, "stands twice in the row", "Keep the closer relation.");
        }
        strength(&path, edge.strength, report);
        why(&path, &edge.why, report);
    }
    let equal = || row.controls.iter().filter(|edge| edge.relation == Relation::Equal);
    if equal().count() > 1 && equal().any(|edge| edge.why.is_empty()) {
        report.add(&row.id, "is equal to two controls", "Controls differ: keep the closer one, or say why on both.");
    }
    if row.complete && row.controls.len() < 2 {
        report.add(&row.id, "is complete with a single control", "Say equal or subset instead.");
    }
}

/// Every problem of one table of direct relations. `file` is its name without the extension.
#[must_use]
pub fn direct(source: &DirectSource, file: &str, frameworks: &[FrameworkSource], all: &[DirectSource]) -> Vec<Problem> {
    let mut report = Report::default();
    if file != format!("{}--{}", source.from, source.to) {
        report.add(
            "from",
            format!("{:?} to {:?} stands in the file {file:?}", source.from, source.to),
            "Name the file <from>--<to>.",
        );
    }
    if source.from == source.to {
        report.add("to", "is the framework itself", "Relate two different frameworks.");
    }
    if source.from > source.to && all.iter().any(|other| other.from == source.to && other.to == source.from) {
        report.add("from", "has a table in the other direction too", "Keep one table: relations are read both ways.");
    }
    let sides = [("from", &source.from), ("to", &source.to)].map(|(path, id)| {
        let found = find(frameworks, id);
        if found.is_none() {
            report.add(path, format!("{id:?} is unknown"), UNKNOWN_FRAMEWORK);
        }
        found
    });
    let [Some(from), Some(to)] = sides else { return report.problems };
    let mut seen = BTreeSet::new();
    for pair in &source.pairs {
        let path = format!("{} {}", pair.from, pair.to);
        requirement(from, &pair.from, &path, &mut report);
        requirement(to, &pair.to, &path, &mut report);
        if !seen.insert((pair.from.as_str(), pair.to.as_str())) {
            report.add(&path, "stands twice", "Keep the closer relation.");
        }
        match pair.relation {
            DirectRelation::None if pair.strength != 0 => {
                report.add(&path, "denies with a strength", "Leave the strength out.")
            }
            DirectRelation::None => {}
            _ => strength(&path, pair.strength, &mut report),
        }
        report.filled(&path, &pair.why);
        why(&path, &pair.why, &mut report);
    }
    report.problems
}

/// The frameworks that nothing maps to the hub.
#[must_use]
pub fn missing(frameworks: &[FrameworkSource], crosswalks: &[CrosswalkSource]) -> Vec<Problem> {
    let mut report = Report::default();
    for framework in frameworks.iter().filter(|framework| crosswalks.iter().all(|source| source.framework != framework.id)) {
        report.add(&framework.id, "has no crosswalk", "Write catalogs/crosswalk/<id>.toml.");
    }
    report.problems
}

const UNKNOWN_FRAMEWORK: &str = "Use the id of a file in catalogs/frameworks.";

fn find<'a>(frameworks: &'a [FrameworkSource], id: &str) -> Option<&'a FrameworkSource> {
    frameworks.iter().find(|framework| framework.id == id)
}

fn assessable(framework: &FrameworkSource) -> impl Iterator<Item = &str> {
    framework
        .requirements
        .iter()
        .filter(|requirement| !requirement.question.is_empty())
        .map(|requirement| requirement.id.as_str())
}

fn requirement(framework: &FrameworkSource, id: &str, path: &str, report: &mut Report) {
    match framework.requirements.iter().find(|requirement| requirement.id == id) {
        None => {
            report.add(path, format!("{id} is no requirement of {}", framework.id), "Use an id of the framework's file.")
        }
        Some(found) if found.question.is_empty() => {
            report.add(path, format!("{id} takes no answer"), "Map what is assessed: the requirements below it.");
        }
        Some(_) => {}
    }
}

fn strength(path: &str, strength: u8, report: &mut Report) {
    if !(1..=10).contains(&strength) {
        report.add(path, format!("has the strength {strength}"), "Strengths run from 1 (remote) to 10 (certain).");
    }
}

fn why(path: &str, why: &str, report: &mut Report) {
    if why.ends_with('.') {
        report.add(path, "ends with a full stop", "It stands after a colon: drop the stop.");
    }
    if why.chars().count() > WHY_LENGTH {
        report.add(path, "explains itself at length", "One line is enough.");
    }
}
