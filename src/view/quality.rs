//! What to put right before an assessment is presented.

use crate::assessment::{Answers, Assessed, Day, Document, Field, Part, Standing, Value, deviations, drafts, tasks};
use crate::catalog::{Framework, Library};
use crate::crosswalk::Crosswalk;

/// From this level on an answer without evidence is asked about.
pub const EVIDENCE_FROM: u8 = 3;

/// A reason shorter than this many characters says too little.
pub const REASON_LENGTH: usize = 10;

/// Something to look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub kind: Flaw,
    /// Absent for a task and for the assessment itself.
    pub framework: Option<&'static Framework>,
    /// The id of the requirement or the task; empty for the assessment itself.
    pub id: String,
    pub title: String,
    /// The figure or text it is about: a level, a date, a reason.
    pub detail: String,
}

/// What can be wrong. In the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// A level of 3 or more without evidence.
    NoEvidence,
    /// Marked "not applicable" without a real reason: shorter than ten characters, or `n/a` in other words.
    NoReason,
    /// A due date that has passed while the requirement is below its target, or the task not done.
    Overdue,
    /// The level is above what the documentation reaches.
    AboveDocumentation,
    /// A suggestion that nobody has accepted or rejected.
    SuggestionOpen,
    /// An accepted answer whose source has changed.
    SourceChanged,
    /// An exclusion, inclusion or weight without a reason, which therefore has no effect.
    TailoringWithoutReason,
    /// An own requirement that does not count.
    OwnIncomplete,
    /// The review date has come.
    ReviewDue,
}

/// Everything to look at before presenting, by kind, then by framework and in document order.
#[must_use]
pub fn findings(library: &'static Library, crosswalk: &Crosswalk<'_>, document: &Document, today: Day) -> Vec<Finding> {
    let assessed = Assessed::read(library, document);
    let mut findings = Vec::new();
    for part in &assessed.parts {
        let framework = &library.frameworks[part.place];
        answered(framework, document, part, today, &mut findings);
        tailored(framework, document, &mut findings);
    }
    let of = |framework: usize, requirement: usize, kind: Flaw, detail: String| {
        let framework = &library.frameworks[framework];
        let requirement = &framework.requirements[requirement];
        Finding {
            kind,
            framework: Some(framework),
            id: requirement.id.to_owned(),
            title: requirement.title.to_owned(),
            detail,
        }
    };
    let suggestions = crosswalk.suggestions(&assessed).into_iter().filter(|suggestion| !suggestion.rejected);
    findings.extend(suggestions.map(|suggestion| {
        of(suggestion.framework, suggestion.requirement, Flaw::SuggestionOpen, suggestion.level.to_string())
    }));
    findings.extend(crosswalk.doubts(&assessed).into_iter().map(|doubt| {
        of(
            doubt.framework,
            doubt.requirement,
            Flaw::SourceChanged,
            format!("{} {}", doubt.from.framework, doubt.from.requirement),
        )
    }));
    findings.extend(tasks(document).into_iter().filter(|task| task.is_late(today)).map(|task| Finding {
        kind: Flaw::Overdue,
        framework: None,
        id: task.id,
        title: task.title,
        detail: task.due,
    }));
    findings.extend(review_due(document, today).map(|day| Finding {
        kind: Flaw::ReviewDue,
        framework: None,
        id: String::new(),
        title: document.name().to_owned(),
        detail: day.to_string(),
    }));
    findings.sort_by_key(|finding| finding.kind);
    findings
}

/// The day an assessment was to be looked at again, if that day has come.
#[must_use]
pub fn review_due(document: &Document, today: Day) -> Option<Day> {
    Day::parse(document.text("", "", Field::Review)).filter(|day| *day <= today)
}

fn answered(framework: &'static Framework, document: &Document, part: &Part<'_>, today: Day, findings: &mut Vec<Finding>) {
    let listed = part.leaves().map(|index| {
        let requirement = &framework.requirements[index];
        let answers: &Answers = &part.answers;
        let known = (answers.standing(index), answers.documented(index), answers.target_of(index));
        (requirement.id.to_owned(), requirement.title.to_owned(), known)
    });
    let own =
        part.answers.own().iter().map(|own| (own.id.clone(), own.title.clone(), (own.standing, own.documented, own.target)));
    for (id, title, (standing, documented, target)) in listed.chain(own) {
        let said = |field: Field| document.text(framework.id, &id, field).trim();
        let mut add = |kind: Flaw, detail: String| {
            findings.push(Finding { kind, framework: Some(framework), id: id.clone(), title: title.clone(), detail });
        };
        let level = if let Standing::Level(level) = standing { Some(level) } else { None };
        if let Some(level) = level.filter(|level| *level >= EVIDENCE_FROM && said(Field::Evidence).is_empty()) {
            add(Flaw::NoEvidence, level.to_string());
        }
        let waived = matches!(document.value(framework.id, &id, Field::Level), Some(Value::Text(_)));
        if waived && !is_reason(said(Field::Reason)) {
            add(Flaw::NoReason, said(Field::Reason).to_owned());
        }
        let reached = standing == Standing::NotApplicable || level.is_some_and(|level| level >= target);
        if !reached && Day::parse(said(Field::Due)).is_some_and(|due| due < today) {
            add(Flaw::Overdue, said(Field::Due).to_owned());
        }
        if let Some((level, documented)) = level.zip(documented).filter(|(level, documented)| level > documented)
            && document.number("", "", Field::Layers).is_some()
        {
            add(Flaw::AboveDocumentation, format!("{level} above {documented}"));
        }
    }
}

/// Whether a text can be a reason: ten characters or more, and more than "not applicable" said again.
fn is_reason(text: &str) -> bool {
    let words: String = text.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect();
    text.chars().count() >= REASON_LENGTH && !matches!(words.as_str(), "na" | "notapplicable" | "notapplicablehere")
}

fn tailored(framework: &'static Framework, document: &Document, findings: &mut Vec<Finding>) {
    for tailoring in deviations(framework, document).into_iter().filter(|tailoring| !tailoring.has_effect()) {
        let requirement = &framework.requirements[tailoring.index];
        findings.push(Finding {
            kind: Flaw::TailoringWithoutReason,
            framework: Some(framework),
            id: requirement.id.to_owned(),
            title: requirement.title.to_owned(),
            detail: String::new(),
        });
    }
    for draft in drafts(framework, document).into_iter().filter(|draft| !draft.lack.is_empty()) {
        let detail = draft.lack.to_owned();
        let kind = Flaw::OwnIncomplete;
        findings.push(Finding { kind, framework: Some(framework), id: draft.id, title: draft.title, detail });
    }
}
