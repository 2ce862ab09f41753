//! What is wrong with a catalog file: every problem at once, each with where it is and what to do.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::source::{FrameworkSource, ProfileSource, RequirementSource};

mod hub;
mod overlay;

pub use hub::{controls, crosswalk, direct, missing};
pub use overlay::overlay;

/// Something that has to be mended before a catalog can be packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: `profile.tagline`, `CC6.1.question`.
    pub path: String,
    /// What is wrong, lower case, no final stop.
    pub message: String,
    /// What to do.
    pub hint: &'static str,
}

const SHORT_LENGTH: usize = 26;
const TAGLINE_LENGTH: usize = 120;
const CELL_LENGTH: usize = 90;
const FEATURE_LENGTH: usize = 60;
const OPTIONS: usize = 64;

const REGIONS: &[&str] = &["global", "eu", "us", "uk", "singapore", "brazil", "australia", "germany"];
const INDUSTRIES: &[&str] = &[
    "any",
    "technology",
    "finance",
    "healthcare",
    "public-sector",
    "defence",
    "manufacturing",
    "critical-infrastructure",
    "retail",
];

/// Every problem of a framework file. `file` is its name without the extension.
#[must_use]
pub fn framework(source: &FrameworkSource, file: &str) -> Vec<Problem> {
    let mut report = Report::default();
    if source.id != file {
        report.add("id", format!("is {:?} in the file {file:?}", source.id), "Name the file after the id.");
    }
    profile(&source.profile, &mut report);
    let options = dimensions(source, &mut report);
    requirements(source, &options, &mut report);
    report.problems
}

#[derive(Default)]
struct Report {
    problems: Vec<Problem>,
}

impl Report {
    fn add(&mut self, path: impl Into<String>, message: impl Into<String>, hint: &'static str) {
        self.problems.push(Problem { path: path.into(), message: message.into(), hint });
    }

    fn filled(&mut self, path: &str, text: &str) {
        if text.trim().is_empty() {
            self.add(path, "is empty", "Write it, or leave the whole entry out.");
        }
    }

    fn at_most(&mut self, path: &str, text: &str, most: usize) {
        self.filled(path, text);
        let length = text.chars().count();
        if length > most {
            self.add(path, format!("has {length} characters"), "Shorten it: it has to fit its place on the page.");
        }
    }

    fn clause(&mut self, path: &str, text: &str) {
        self.filled(path, text);
        if text.ends_with('.') {
            self.add(path, "ends with a full stop", "It stands inside a longer sentence or a table cell: drop the stop.");
        }
    }

    fn sentence(&mut self, path: &str, text: &str) {
        self.filled(path, text);
        if !text.ends_with(['.', '?', ')']) {
            self.add(path, "does not end as a sentence", "End it with a full stop.");
        }
    }

    fn count(&mut self, path: &str, count: usize, wanted: RangeInclusive<usize>) {
        if !wanted.contains(&count) {
            let (least, most) = (wanted.start(), wanted.end());
            self.add(
                path,
                format!("has {count} entries, not {least} to {most}"),
                "Add what is missing or join what says the same.",
            );
        }
    }

    fn known(&mut self, path: &str, values: &[String], allowed: &[&str]) {
        self.count(path, values.len(), 1..=allowed.len());
        for value in values.iter().filter(|value| !allowed.contains(&value.as_str())) {
            self.add(path, format!("does not know {value:?}"), "Use one of the values in catalogs/README.md.");
        }
    }
}

fn profile(profile: &ProfileSource, report: &mut Report) {
    report.at_most("profile.short", &profile.short, SHORT_LENGTH);
    report.at_most("profile.tagline", &profile.tagline, TAGLINE_LENGTH);
    for (path, text) in [
        ("profile.running", &profile.running),
        ("profile.name", &profile.name),
        ("profile.issuer", &profile.issuer),
        ("profile.version", &profile.version),
        ("profile.one", &profile.one),
        ("profile.many", &profile.many),
    ] {
        report.filled(path, text);
    }
    report.clause("profile.provides", &profile.provides);
    report.clause("profile.when", &profile.when);
    report.sentence("profile.rights", &profile.rights);
    report.known("profile.regions", &profile.regions, REGIONS);
    report.known("profile.industries", &profile.industries, INDUSTRIES);
    for (path, value) in [("profile.cost", profile.cost), ("profile.complexity", profile.complexity)] {
        if !(1..=4).contains(&value) {
            report.add(path, format!("is {value}"), "Give 1 (low) to 4 (very high).");
        }
    }
    if profile.months.0 == 0 || profile.months.0 > profile.months.1 {
        report.add("profile.months", "is not a span from least to most", "Give [least, most] in months.");
    }
    if !is_date(&profile.reviewed) {
        report.add("profile.reviewed", format!("is {:?}", profile.reviewed), "Give the day as YYYY-MM-DD.");
    }
    report.count("profile.what", profile.what.len(), 2..=3);
    for text in &profile.what {
        report.sentence("profile.what", text);
    }
    for (path, points, wanted) in [
        ("profile.component", &profile.components, 4..=8),
        ("profile.why", &profile.why, 3..=6),
        ("profile.step", &profile.steps, 4..=7),
        ("profile.feature", &profile.features, 5..=5),
    ] {
        report.count(path, points.len(), wanted);
        for point in points {
            report.clause(&format!("{path}.title"), &point.title);
            report.sentence(&format!("{path}.text"), &point.text);
        }
    }
    for feature in &profile.features {
        report.at_most("profile.feature.title", &feature.title, FEATURE_LENGTH);
    }
    let aspects = &profile.aspects;
    for (name, aspect) in [
        ("scope", &aspects.scope),
        ("industry", &aspects.industry),
        ("nature", &aspects.nature),
        ("testing", &aspects.testing),
        ("penalties", &aspects.penalties),
        ("renewal", &aspects.renewal),
    ] {
        let path = format!("profile.aspect.{name}");
        report.at_most(&path, &aspect.short, CELL_LENGTH);
        report.clause(&path, &aspect.short);
        report.sentence(&path, &aspect.text);
    }
    report.count("profile.faq", profile.faqs.len(), 5..=8);
    for faq in &profile.faqs {
        if !faq.q.ends_with('?') {
            report.add("profile.faq", format!("{:?} is not a question", faq.q), "Ask it as a reader would.");
        }
        report.sentence("profile.faq", &faq.a);
    }
    report.count("profile.source", profile.sources.len(), 1..=12);
    for source in &profile.sources {
        report.filled("profile.source.title", &source.title);
        if !source.url.starts_with("https://") {
            report.add("profile.source", format!("{:?} is not a public address", source.url), "Give an https address.");
        }
    }
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |index: usize, length: usize| {
        parts.get(index).filter(|part| part.len() == length).and_then(|part| part.parse::<u16>().ok())
    };
    parts.len() == 3
        && number(0, 4).is_some()
        && number(1, 2).is_some_and(|month| (1..=12).contains(&month))
        && number(2, 2).is_some_and(|day| (1..=31).contains(&day))
}

fn dimensions<'a>(source: &'a FrameworkSource, report: &mut Report) -> BTreeSet<&'a str> {
    let mut options = BTreeSet::new();
    for dimension in &source.dimensions {
        let path = format!("dimension.{}", dimension.id);
        report.filled(&path, &dimension.title);
        if !dimension.question.ends_with('?') {
            report.add(&path, "has no question", "Write the question the choice answers.");
        }
        if !dimension.options.iter().any(|option| option.default || option.always) {
            report.add(&path, "has no default option", "Mark the usual choice with default = true.");
        }
        for option in &dimension.options {
            report.filled(&path, &option.title);
            if !options.insert(option.id.as_str()) {
                report.add(&path, format!("repeats the option {:?}", option.id), "Option ids are unique in the file.");
            }
        }
    }
    if options.len() > OPTIONS {
        report.add("dimension", format!("has {} options in all", options.len()), "Up to 64 are possible.");
    }
    options
}

fn requirements(source: &FrameworkSource, options: &BTreeSet<&str>, report: &mut Report) {
    if u16::try_from(source.requirements.len()).is_err() {
        report.add("requirement", "has over 65,535 entries", "Split the framework.");
    }
    let mut tree = Tree::default();
    let mut questions: BTreeMap<&str, &str> = BTreeMap::new();
    for requirement in &source.requirements {
        tree.place(requirement, report);
        if let Some(other) =
            questions.insert(&requirement.question, &requirement.id).filter(|_| !requirement.question.is_empty())
        {
            report.add(&requirement.id, format!("asks the same question as {other}"), "Ask what is particular to each.");
        }
        for scope in requirement.scopes.iter().filter(|scope| !options.contains(scope.as_str())) {
            report.add(&requirement.id, format!("names the unknown option {scope:?}"), "Declare it under a [[dimension]].");
        }
        texts(requirement, report);
    }
}

/// The open branch of the tree while it is read in document order.
#[derive(Default)]
struct Tree<'a> {
    seen: BTreeSet<&'a str>,
    branch: Vec<&'a str>,
}

impl<'a> Tree<'a> {
    fn place(&mut self, requirement: &'a RequirementSource, report: &mut Report) {
        let id = requirement.id.as_str();
        report.filled(&format!("{id}.title"), &requirement.title);
        if !self.seen.insert(id) {
            report.add(id, "stands twice", "Ids are unique in the file.");
        }
        match &requirement.parent {
            None => self.branch.clear(),
            Some(parent) => match self.branch.iter().position(|open| open == parent) {
                Some(depth) => self.branch.truncate(depth + 1),
                None if self.seen.contains(parent.as_str()) => report.add(
                    id,
                    format!("stands apart from its parent {parent}"),
                    "Keep a subtree together: a parent, then everything below it.",
                ),
                None => report.add(id, format!("has the unknown parent {parent}"), "Write the parent first."),
            },
        }
        self.branch.push(id);
    }
}

fn texts(requirement: &RequirementSource, report: &mut Report) {
    let id = requirement.id.as_str();
    if !(1..=20).contains(&requirement.weight) {
        report.add(id, format!("weighs {}", requirement.weight), "Weights run from 1 to 20.");
    }
    if requirement.withdrawn.is_some() && !(requirement.question.is_empty() && requirement.statement.is_empty()) {
        report.add(id, "is withdrawn and still asks something", "Drop the statement and the question.");
    }
    if requirement.question.is_empty() {
        if !requirement.evidence.is_empty() {
            report.add(id, "has evidence and no question", "Write the question, or drop the evidence of a group.");
        }
        if !requirement.statement.is_empty() {
            report.sentence(&format!("{id}.statement"), &requirement.statement);
        }
        return;
    }
    report.sentence(&format!("{id}.statement"), &requirement.statement);
    if !requirement.question.ends_with('?') {
        report.add(format!("{id}.question"), "is not a question", "End it with a question mark.");
    }
    if !(requirement.evidence.is_empty() && is_enhancement(requirement)) {
        report.count(&format!("{id}.evidence"), requirement.evidence.len(), 2..=4);
    }
    for evidence in &requirement.evidence {
        report.filled(&format!("{id}.evidence"), evidence);
    }
}

/// An enhancement is named after what it enhances: `AC-2(1)` stands below `AC-2`.
fn is_enhancement(requirement: &RequirementSource) -> bool {
    requirement
        .parent
        .as_ref()
        .is_some_and(|parent| requirement.id.strip_prefix(parent.as_str()).is_some_and(|rest| rest.starts_with('(')))
}
