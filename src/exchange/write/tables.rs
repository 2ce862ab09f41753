//! The tables of a report, for CSV and workbooks alike.

use super::report::{Report, ReportScore, ReportStanding};
use crate::exchange::State;

/// A sheet: a name, heads with their widths in letters, and rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sheet {
    pub name: &'static str,
    pub heads: Vec<(&'static str, u16)>,
    pub rows: Vec<Vec<Cell>>,
}

/// A typed cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Text(String),
    Number(i64),
    /// In thousandths.
    Share(u16),
    /// A date as `2026-11-23`; any other text stays text.
    Date(String),
    Empty,
}

impl Cell {
    pub(super) fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    pub(super) fn number(number: Option<impl Into<i64>>) -> Self {
        number.map_or(Self::Empty, |number| Self::Number(number.into()))
    }

    fn share(share: Option<u16>) -> Self {
        share.map_or(Self::Empty, Self::Share)
    }
}

/// The five sheets of a workbook.
pub(super) fn all(report: &Report) -> Vec<Sheet> {
    vec![summary(report), answers(report), gaps(report), plan(report), crosswalk(report)]
}

fn summary(report: &Report) -> Sheet {
    let score = |name: &str, title: &str, id: &str, score: &ReportScore| {
        vec![
            Cell::text(name),
            Cell::text(id),
            Cell::text(title),
            Cell::share(score.value),
            Cell::Share(score.low),
            Cell::Share(score.high),
            Cell::Share(score.coverage),
            Cell::Share(score.readiness),
        ]
    };
    let mut rows = vec![
        vec![Cell::text("Organisation"), Cell::Empty, Cell::text(&report.organisation)],
        vec![Cell::text("Assessment"), Cell::Empty, Cell::text(&report.assessment)],
        vec![Cell::text("Date"), Cell::Empty, Cell::Date(report.date.clone())],
    ];
    for framework in &report.frameworks {
        rows.push(score("Framework", &framework.title, &framework.id, &framework.score));
        if let Some(official) = &framework.official {
            rows.push(vec![Cell::text("Official result"), Cell::text(&framework.id), Cell::text(official)]);
        }
        rows.extend(framework.sections.iter().map(|section| score("Section", &section.title, &section.id, &section.score)));
    }
    let heads = vec![
        ("What", 16),
        ("Part", 18),
        ("Name", 48),
        ("Score", 10),
        ("Lowest", 10),
        ("Highest", 10),
        ("Coverage", 10),
        ("Readiness", 10),
    ];
    Sheet { name: "Summary", heads, rows }
}

/// Every answer with a head that our own reader of answer tables knows.
pub(super) fn answers(report: &Report) -> Sheet {
    let mut rows = Vec::new();
    for framework in &report.frameworks {
        for answer in &framework.answers {
            let level_name = answer.level.and_then(|level| framework.levels.get(usize::from(level)));
            rows.push(vec![
                Cell::text(&framework.id),
                Cell::text(&answer.requirement),
                Cell::text(&answer.section),
                Cell::text(&answer.title),
                Cell::text(state_word(answer.state())),
                Cell::number(answer.level),
                Cell::text(level_name.map_or("", String::as_str)),
                Cell::number(answer.target),
                Cell::text(&answer.note),
                Cell::text(&answer.evidence),
                Cell::text(&answer.owner),
                Cell::Date(answer.due.clone()),
            ]);
        }
    }
    let heads = vec![
        ("Framework", 20),
        ("Requirement ID", 16),
        ("Section of the framework", 20),
        ("Title", 40),
        ("State", 14),
        ("Level", 8),
        ("Name of the level", 16),
        ("Target", 8),
        ("Note", 40),
        ("Evidence", 40),
        ("Owner", 18),
        ("Due date", 12),
    ];
    Sheet { name: "Answers", heads, rows }
}

/// A state as our own readers know it.
pub(super) fn state_word(state: State) -> &'static str {
    match state {
        State::Met => "Met",
        State::Partial => "Partial",
        State::NotMet => "Not met",
        State::NotApplicable => "Not applicable",
        State::NotAssessed => "Not assessed",
    }
}

pub(super) fn gaps(report: &Report) -> Sheet {
    let mut rows = Vec::new();
    for framework in &report.frameworks {
        for gap in &framework.gaps {
            let missing = i64::from(gap.target) - i64::from(gap.level);
            rows.push(vec![
                Cell::text(&framework.id),
                Cell::text(&gap.requirement),
                Cell::text(&gap.title),
                Cell::Number(gap.level.into()),
                Cell::Number(gap.target.into()),
                Cell::Number(missing),
                Cell::Number(gap.weight.into()),
            ]);
        }
    }
    let heads = vec![
        ("Framework", 20),
        ("Requirement ID", 16),
        ("Title", 48),
        ("Level", 8),
        ("Target", 8),
        ("Gap", 8),
        ("Weight", 8),
    ];
    Sheet { name: "Gaps", heads, rows }
}

pub(super) fn plan(report: &Report) -> Sheet {
    let row = |(number, row): (i64, &super::PlanRow)| {
        vec![
            Cell::Number(number),
            Cell::text(&row.framework),
            Cell::text(&row.requirement),
            Cell::text(&row.title),
            Cell::text(&row.action),
            Cell::text(&row.owner),
            Cell::Date(row.due.clone()),
            Cell::text(&row.status),
        ]
    };
    let heads = vec![
        ("Order", 8),
        ("Framework", 20),
        ("Requirement ID", 16),
        ("Title", 40),
        ("Action", 48),
        ("Owner", 18),
        ("Due date", 12),
        ("Status", 14),
    ];
    Sheet { name: "Plan", heads, rows: (1..).zip(&report.plan).map(row).collect() }
}

pub(super) fn crosswalk(report: &Report) -> Sheet {
    let row = |pair: &super::ReportPair| {
        vec![
            Cell::text(&pair.source_framework),
            Cell::text(&pair.source),
            Cell::text(&pair.target_framework),
            Cell::text(&pair.target),
            Cell::text(relation_word(pair.relation)),
            Cell::number(pair.strength),
            Cell::text(&pair.rationale),
        ]
    };
    let heads = vec![
        ("Source framework", 20),
        ("Source ID", 16),
        ("Target framework", 20),
        ("Target ID", 16),
        ("Relationship", 16),
        ("Strength", 10),
        ("Rationale", 48),
    ];
    Sheet { name: "Crosswalk", heads, rows: report.crosswalk.iter().map(row).collect() }
}

/// A relation in the words of IR 8477.
pub(super) fn relation_word(relation: crate::exchange::Relation) -> &'static str {
    use crate::exchange::Relation;
    match relation {
        Relation::Equal => "Equal",
        Relation::Equivalent => "Equivalent",
        Relation::Subset => "Subset of",
        Relation::Superset => "Superset of",
        Relation::Intersects => "Intersects with",
        Relation::Unrelated => "No relationship",
        Relation::Unstated => "Related",
    }
}

/// Yes, partly or no, for a statement of applicability.
pub(super) fn implemented(state: State) -> &'static str {
    match state {
        State::Met => "Yes",
        State::Partial => "Partly",
        State::NotMet => "No",
        State::NotApplicable => "",
        State::NotAssessed => "Not assessed",
    }
}

/// Whether a requirement applies.
pub(super) fn applies(standing: ReportStanding) -> &'static str {
    if standing == ReportStanding::NotApplicable { "No" } else { "Yes" }
}
