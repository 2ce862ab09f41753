//! Registers that auditors ask for by name.

use super::report::{Report, ReportStanding};
use super::tables::{Cell, Sheet, applies, implemented};

/// A Statement of Applicability as ISO/IEC 27001 6.1.3 d asks for it: every control, whether it applies, why or why not,
/// and whether it is in place.
pub(super) fn soa(report: &Report) -> Sheet {
    let mut rows = Vec::new();
    for framework in &report.frameworks {
        for answer in &framework.answers {
            let out = answer.standing == ReportStanding::NotApplicable;
            let source = if answer.source.is_empty() { &framework.title } else { &answer.source };
            rows.push(vec![
                Cell::text(&framework.id),
                Cell::text(&answer.requirement),
                Cell::text(&answer.title),
                Cell::text(applies(answer.standing)),
                Cell::text(if out || !answer.note.is_empty() { &answer.note } else { source }),
                Cell::text(implemented(answer.state())),
                Cell::text(source),
                Cell::text(&answer.evidence),
                Cell::text(&answer.owner),
            ]);
        }
    }
    let heads = vec![
        ("Framework", 20),
        ("Control", 14),
        ("Title", 40),
        ("Applicable", 11),
        ("Justification for inclusion or exclusion", 48),
        ("Implemented", 13),
        ("Source of the requirement", 28),
        ("Reference to evidence", 40),
        ("Owner", 18),
    ];
    Sheet { name: "Statement of Applicability", heads, rows }
}

/// A plan of action and milestones with the columns of NIST and FedRAMP registers.
pub(super) fn poam(report: &Report) -> Sheet {
    let row = |(number, row): (usize, &super::PlanRow)| {
        vec![
            Cell::Text(format!("POAM-{number:04}")),
            Cell::text(&row.framework),
            Cell::text(&row.requirement),
            Cell::text(if row.title.is_empty() { &row.weakness } else { &row.title }),
            Cell::text(&row.weakness),
            Cell::text(&row.action),
            Cell::text(&row.owner),
            Cell::text(&row.resources),
            Cell::text(&row.milestones),
            Cell::Date(row.due.clone()),
            Cell::text(&row.status),
            Cell::text(&row.risk),
        ]
    };
    let heads = vec![
        ("POA&M ID", 12),
        ("Framework", 20),
        ("Control", 14),
        ("Weakness", 36),
        ("Weakness description", 48),
        ("Remediation plan", 48),
        ("Point of contact", 18),
        ("Resources required", 24),
        ("Planned milestones", 36),
        ("Scheduled completion date", 14),
        ("Status", 14),
        ("Risk rating", 12),
    ];
    Sheet { name: "POA&M", heads, rows: (1..).zip(&report.plan).map(row).collect() }
}
