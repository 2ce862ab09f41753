//! Plain tables of answers: an id, and a level or a state beside it.

use super::catalog_table::chosen;
use crate::exchange::columns::{ColumnChoice, Field};
use crate::exchange::log::Log;
use crate::exchange::sheet::Table;
use crate::exchange::{AnswerRow, Error, ImportedAnswers, State};

/// Reads every sheet with a header, or the one that the person chose. A row that says nothing is skipped;
/// a column for the framework makes a set of answers for each.
pub(super) fn read(tables: &[Table], choice: Option<&ColumnChoice>, log: &mut Log) -> Result<Vec<ImportedAnswers>, Error> {
    let mut sets = Vec::new();
    for (table, found) in chosen(tables, choice, log)? {
        if !found.has(Field::Level) && !found.has(Field::State) {
            log.skip(format!("the sheet `{}`", table.name), "it has no column for a level or a state");
            continue;
        }
        let mut places = std::collections::BTreeMap::new();
        let fresh = |framework: Option<String>| ImportedAnswers {
            framework,
            title: table.name.clone(),
            ..ImportedAnswers::default()
        };
        for row in found.rows(table) {
            let text = |field| found.text(row, field);
            let some = |field| Some(text(field)).filter(|text| !text.is_empty()).map(str::to_owned);
            if text(Field::Id).is_empty() {
                log.skip(format!("row {}", row.number), "it has no id");
                continue;
            }
            let said = [Field::Level, Field::State, Field::Target, Field::Note, Field::Owner, Field::Due];
            if said.iter().all(|field| text(*field).is_empty()) {
                log.skip("a row without an answer", "level, state, target, note, owner and date are all empty");
                continue;
            }
            let state = State::of(text(Field::State));
            if state.is_none() && !text(Field::State).is_empty() {
                log.skip(format!("the state `{}`", text(Field::State)), "the word is unknown");
            }
            let framework = some(Field::Framework);
            let place = *places.entry(framework.clone()).or_insert(sets.len());
            if place == sets.len() {
                sets.push(fresh(framework));
            }
            sets[place].rows.push(AnswerRow {
                requirement: text(Field::Id).to_owned(),
                urn: None,
                state,
                level: some(Field::Level),
                target: some(Field::Target),
                note: text(Field::Note).to_owned(),
                evidence: text(Field::Evidence).to_owned(),
                owner: text(Field::Owner).to_owned(),
                due: text(Field::Due).to_owned(),
            });
        }
    }
    Ok(sets)
}
