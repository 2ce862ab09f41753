//! Audits exported by CISO Assistant: one row for each node of the framework.

use super::ciso::tail;
use crate::exchange::columns;
use crate::exchange::log::Log;
use crate::exchange::sheet::Table;
use crate::exchange::{AnswerRow, ImportedAnswers, State};

/// Reads every table with the audit's heads. A row without result, score and observation is a heading and is skipped.
pub(super) fn read(tables: &[Table], log: &mut Log) -> Vec<ImportedAnswers> {
    let mut sets = Vec::new();
    for table in tables {
        let Some(heads) = columns::heads(table) else { continue };
        let column = |names: &[&str]| heads.find(names);
        let (urn, id) = (column(&["urn"]), column(&["ref id", "ref"]));
        let (state, score) = (column(&["compliance result", "result"]), column(&["score"]));
        let (note, target) = (column(&["observations", "observation"]), column(&["target score"]));
        let more = [column(&["extended result"]), column(&["requirement progress"]), column(&["documentation score"])];
        let mut set = ImportedAnswers { title: table.name.clone(), ..ImportedAnswers::default() };
        for row in &table.rows[heads.row + 1..] {
            let text = |column: Option<usize>| column.map_or("", |column| row.cell(column));
            let requirement = if text(id).is_empty() { tail(text(urn)) } else { text(id) };
            if requirement.is_empty() {
                log.skip(format!("row {}", row.number), "it has neither ref_id nor urn");
                continue;
            }
            if [state, score, note].iter().all(|column| text(*column).is_empty()) {
                log.skip("a row without result, score or observation", "it is a heading, or has no answer");
                continue;
            }
            for (column, what) in more.iter().zip(["an extended result", "a progress", "a documentation score"]) {
                log.skip_times(what, "there is no place for it", usize::from(!text(*column).is_empty()));
            }
            let found = State::of(text(state));
            if found.is_none() && !text(state).is_empty() {
                log.skip(format!("the result `{}`", text(state)), "the word is unknown");
            }
            set.rows.push(AnswerRow {
                requirement: requirement.to_owned(),
                urn: Some(text(urn)).filter(|urn| !urn.is_empty()).map(str::to_owned),
                state: found,
                level: Some(text(score)).filter(|score| !score.is_empty()).map(str::to_owned),
                target: Some(text(target)).filter(|target| !target.is_empty()).map(str::to_owned),
                note: text(note).to_owned(),
                ..AnswerRow::default()
            });
        }
        sets.push(set);
    }
    sets
}
