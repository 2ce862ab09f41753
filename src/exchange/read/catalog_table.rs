//! Plain tables of requirements: a header with an id and a title, whatever else there is.

use std::collections::BTreeSet;

use crate::exchange::columns::{self, ColumnChoice, Field, Heads};
use crate::exchange::log::Log;
use crate::exchange::sheet::{Row, Table};
use crate::exchange::{Error, ImportedFramework, ImportedGroup, ImportedRequirement};

/// Reads every sheet with a header, or the one that the person chose, as a framework of its own.
pub(super) fn read(
    tables: &[Table],
    file_name: &str,
    choice: Option<&ColumnChoice>,
    log: &mut Log,
) -> Result<Vec<ImportedFramework>, Error> {
    let mut frameworks = Vec::new();
    for (table, found) in chosen(tables, choice, log)? {
        let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
        let title = if table.name.is_empty() { stem } else { &table.name };
        frameworks.push(framework(table, &found, title, log));
    }
    Ok(frameworks)
}

/// Which columns hold what, and where the rows begin.
pub(super) struct Found {
    fields: Vec<(Field, usize)>,
    start: usize,
}

impl Found {
    pub(super) fn has(&self, field: Field) -> bool {
        self.fields.iter().any(|(found, _)| *found == field)
    }

    /// The text of a row in the field's column; empty when there is none.
    pub(super) fn text<'r>(&self, row: &'r Row, field: Field) -> &'r str {
        let column = self.fields.iter().find(|(found, _)| *found == field);
        column.map_or("", |(_, column)| row.cell(*column))
    }

    pub(super) fn rows<'t>(&self, table: &'t Table) -> &'t [Row] {
        table.rows.get(self.start..).unwrap_or_default()
    }
}

/// The tables to read with their columns: by the person's choice, else by their heads.
pub(super) fn chosen<'t>(
    tables: &'t [Table],
    choice: Option<&ColumnChoice>,
    log: &mut Log,
) -> Result<Vec<(&'t Table, Found)>, Error> {
    if let Some(choice) = choice {
        let named = |table: &&Table| choice.sheet.as_ref().map_or(!table.rows.is_empty(), |name| table.name == *name);
        let table = tables.iter().find(named);
        let table = table.ok_or_else(|| Error::import("the chosen sheet is not in the file", "Choose one that is."))?;
        let is_below = |row: &Row| choice.header_row.is_none_or(|header| row.number > header);
        let start = table.rows.iter().position(is_below).unwrap_or(table.rows.len());
        if !choice.fields.iter().any(|(field, _)| *field == Field::Id) {
            return Err(Error::import("no column was chosen for the id", "Choose the column that names each requirement."));
        }
        return Ok(vec![(table, Found { fields: choice.fields.clone(), start })]);
    }
    let mut found = Vec::new();
    for table in tables {
        match columns::heads(table).filter(|heads| heads.field(Field::Id).is_some()) {
            Some(heads) => found.push((table, guessed(&heads, log))),
            None if table.rows.is_empty() => {}
            None => log.skip(format!("the sheet `{}`", table.name), "no header with an id was found in its first 30 rows"),
        }
    }
    Ok(found)
}

fn guessed(heads: &Heads, log: &mut Log) -> Found {
    const ALL: [Field; 17] = [
        Field::Framework,
        Field::Id,
        Field::Parent,
        Field::Title,
        Field::Statement,
        Field::Guidance,
        Field::Question,
        Field::Evidence,
        Field::Group,
        Field::Weight,
        Field::Assessable,
        Field::Level,
        Field::Target,
        Field::State,
        Field::Note,
        Field::Owner,
        Field::Due,
    ];
    let fields: Vec<(Field, usize)> = ALL.iter().filter_map(|field| Some((*field, heads.field(*field)?))).collect();
    let used: Vec<usize> = fields.iter().map(|(_, column)| *column).collect();
    for head in heads.unused(&used) {
        log.skip(format!("the column `{head}`"), "its head is none that is known; match it by hand if it matters");
    }
    Found { fields, start: heads.row + 1 }
}

fn framework(table: &Table, found: &Found, title: &str, log: &mut Log) -> ImportedFramework {
    let mut requirements = Vec::new();
    for row in found.rows(table) {
        let text = |field| found.text(row, field).to_owned();
        if text(Field::Id).is_empty() {
            log.skip(format!("row {}", row.number), "it has no id");
            continue;
        }
        requirements.push(ImportedRequirement {
            id: text(Field::Id),
            parent: Some(text(Field::Parent)).filter(|parent| !parent.is_empty()),
            title: text(Field::Title),
            statement: text(Field::Statement),
            guidance: text(Field::Guidance),
            question: text(Field::Question),
            evidence: text(Field::Evidence),
            groups: groups(found, row),
            weight: weight(found, row, log),
            ..ImportedRequirement::default()
        });
    }
    if !found.has(Field::Parent) {
        derive_parents(&mut requirements);
    }
    // `AC-2(1)` enhances `AC-2`, which takes an answer all the same; other parents are headings.
    let enhances = |id: &str, parent: &str| id.strip_prefix(parent).is_some_and(|rest| rest.trim_start().starts_with('('));
    let above: BTreeSet<String> = requirements
        .iter()
        .filter_map(|requirement| requirement.parent.clone().filter(|parent| !enhances(&requirement.id, parent)))
        .collect();
    let says: Vec<Option<bool>> = found
        .rows(table)
        .iter()
        .filter(|row| !found.text(row, Field::Id).is_empty())
        .map(|row| yes_or_no(found.text(row, Field::Assessable)))
        .collect();
    for (requirement, says) in requirements.iter_mut().zip(says) {
        requirement.withdrawn = requirement.title.to_lowercase().trim_start_matches('[').starts_with("withdrawn");
        requirement.assessable = says.unwrap_or(!above.contains(&requirement.id)) && !requirement.withdrawn;
    }
    let mut seen = BTreeSet::new();
    let groups = requirements.iter().flat_map(|requirement| &requirement.groups).filter(|id| seen.insert((*id).clone()));
    let groups = groups.map(|id| ImportedGroup { id: id.clone(), title: id.clone() }).collect();
    ImportedFramework { id: title.to_owned(), title: title.to_owned(), groups, requirements, ..ImportedFramework::default() }
}

/// What a cell says about taking an answer.
fn yes_or_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "1" | "x" | "y" => Some(true),
        "false" | "no" | "0" | "n" => Some(false),
        _ => None,
    }
}

/// Several groups stand in one cell with commas, semicolons or line breaks between. A level without a parent column is a
/// group too: with one, it is only the depth of the tree.
fn groups(found: &Found, row: &Row) -> Vec<String> {
    let cell = match found.text(row, Field::Group) {
        "" if !found.has(Field::Parent) => found.text(row, Field::Level),
        cell => cell,
    };
    cell.split([',', ';', '\n']).map(str::trim).filter(|group| !group.is_empty()).map(str::to_owned).collect()
}

fn weight(found: &Found, row: &Row, log: &mut Log) -> Option<u32> {
    let text = found.text(row, Field::Weight);
    let weight = text.parse().ok();
    if weight.is_none() && !text.is_empty() {
        log.skip(format!("the weight `{text}`"), "it is no whole number");
    }
    weight
}

/// The parent of `A.5.1` is `A.5`, if there is one, else `A`: the longest beginning, cut at a separator, that is an id.
fn derive_parents(requirements: &mut [ImportedRequirement]) {
    let ids: BTreeSet<String> = requirements.iter().map(|requirement| requirement.id.clone()).collect();
    for requirement in requirements {
        let cuts = requirement.id.rmatch_indices(['.', '-', '(', '/', ' ', ':']).map(|(at, _)| at);
        let beginnings = cuts.take(16).map(|at| requirement.id[..at].trim_end_matches(['.', '-', '(', '/', ' ', ':']));
        requirement.parent = beginnings.filter(|id| !id.is_empty()).find(|id| ids.contains(*id)).map(str::to_owned);
    }
}
