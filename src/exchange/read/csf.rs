//! Profiles of the NIST Cybersecurity Framework: NIST's spreadsheet, and the table of the `csf_profile` application.

use std::collections::BTreeSet;

use super::joined;
use crate::exchange::columns;
use crate::exchange::log::Log;
use crate::exchange::sheet::Table;
use crate::exchange::{AnswerRow, ImportedAnswers, State};

/// Reads the CSF 2.0 Organizational Profile template.
pub(super) fn organizational_profile(tables: &[Table], log: &mut Log) -> Vec<ImportedAnswers> {
    let mut sets = Vec::new();
    for table in tables {
        let Some(heads) = columns::heads(table) else { continue };
        let Some(id) = heads.find_start(&["csf outcome function", "csf outcome"]) else { continue };
        let start = |names: &[&str]| heads.find_start(names);
        let included = start(&["included in profile"]);
        let status = start(&["current status"]);
        let level = start(&["current csf tier", "current tier"]);
        let target = start(&["target csf tier", "target tier"]);
        let owner = start(&["current roles"]);
        let evidence = start(&["current artifacts", "current artefacts"]);
        let notes =
            [start(&["rationale"]), start(&["current policies"]), start(&["current internal practices"]), start(&["notes"])];
        let known: BTreeSet<usize> =
            [Some(id), included, status, level, target, owner, evidence, start(&["csf outcome description"])]
                .into_iter()
                .chain(notes)
                .flatten()
                .collect();
        let known: Vec<usize> = known.into_iter().collect();
        let mut set = ImportedAnswers {
            framework: Some("NIST CSF 2.0".to_owned()),
            title: table.name.clone(),
            scale: (level.is_some() || target.is_some()).then_some((1, 4)),
            rows: Vec::new(),
        };
        for head in heads.unused(&known) {
            log.skip(format!("the column `{head}`"), "there is no place for it");
        }
        for row in &table.rows[heads.row + 1..] {
            let text = |column: Option<usize>| column.map_or("", |column| row.cell(column));
            let requirement = text(Some(id)).split(':').next().unwrap_or_default().trim();
            if requirement.is_empty() {
                log.skip(format!("row {}", row.number), "it names no outcome");
                continue;
            }
            let out = ["no", "n", "false", "excluded"].iter().any(|word| text(included).eq_ignore_ascii_case(word));
            let state = State::of(text(status));
            let said = if state.is_none() { text(status) } else { "" };
            let note = joined([said].into_iter().chain(notes.iter().map(|column| text(*column))));
            let silent = !out && note.is_empty() && state.is_none();
            if silent && [level, target, owner, evidence].iter().all(|column| text(*column).is_empty()) {
                log.skip("an outcome without an entry", "nothing is filled in");
                continue;
            }
            let some = |column| Some(text(column)).filter(|text| !text.is_empty()).map(str::to_owned);
            set.rows.push(AnswerRow {
                requirement: requirement.to_owned(),
                state: if out { Some(State::NotApplicable) } else { state },
                level: some(level),
                target: some(target),
                note,
                evidence: text(evidence).to_owned(),
                owner: text(owner).to_owned(),
                ..AnswerRow::default()
            });
        }
        sets.push(set);
    }
    sets
}

/// Reads a `csf_profile` table: one set of answers for each quarter that has scores, on its scale of 0 to 10.
pub(super) fn profile(tables: &[Table], log: &mut Log) -> Vec<ImportedAnswers> {
    let mut sets = Vec::new();
    for table in tables {
        let Some(heads) = columns::heads(table) else { continue };
        let Some(id) = heads.find(&["id", "requirement id", "subcategory id"]) else { continue };
        let quarters: BTreeSet<String> =
            heads.names().filter_map(columns::quarter).map(|(quarter, _)| quarter.to_owned()).collect();
        let quarters = if quarters.is_empty() { vec![String::new()] } else { quarters.into_iter().collect() };
        for quarter in quarters {
            let own = |name: &str| heads.find(&[format!("{quarter} {name}").trim()]);
            let column = |name: &str| own(name).or_else(|| heads.find(&[name]));
            let (actual, target) = (own("actual score"), own("target score"));
            let (note, status) = (column("observations"), column("testing status"));
            let (plan, owner, due) = (column("action plan"), column("remediation owner"), column("due date"));
            let artifacts = column("linked artifacts").or_else(|| column("artifacts"));
            let mut set = ImportedAnswers {
                framework: Some("NIST CSF 2.0".to_owned()),
                title: quarter.to_uppercase(),
                scale: Some((0, 10)),
                rows: Vec::new(),
            };
            for row in &table.rows[heads.row + 1..] {
                let text = |column: Option<usize>| column.map_or("", |column| row.cell(column));
                let some = |column| Some(text(column)).filter(|text| !text.is_empty()).map(str::to_owned);
                if text(Some(id)).is_empty() {
                    log.skip(format!("row {}", row.number), "it has no id");
                    continue;
                }
                if [actual, target, note].iter().all(|column| text(*column).is_empty()) {
                    log.skip(format!("a row without scores or observations {}", set.title).trim_end(), "it has no answer");
                    continue;
                }
                log.skip_times("a testing status", "there is no place for it", usize::from(!text(status).is_empty()));
                set.rows.push(AnswerRow {
                    requirement: text(Some(id)).to_owned(),
                    level: some(actual),
                    target: some(target),
                    note: joined([text(note), text(plan)]),
                    evidence: text(artifacts).to_owned(),
                    owner: text(owner).to_owned(),
                    due: text(due).to_owned(),
                    ..AnswerRow::default()
                });
            }
            sets.push(set);
        }
    }
    sets
}
