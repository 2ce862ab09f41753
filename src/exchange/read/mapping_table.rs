//! Tables of relations: OLIR submissions and set-theory mappings after NIST IR 8477.

use std::collections::BTreeMap;

use crate::exchange::columns::{self, MappingColumns};
use crate::exchange::limits::Purse;
use crate::exchange::log::Log;
use crate::exchange::sheet::{Row, Table};
use crate::exchange::{Error, Imported, ImportedMapping, MappingRow, Relation};

/// Reads every sheet with the heads of a mapping. Several targets in one cell make several rows.
pub(super) fn read(tables: &[Table], file_name: &str, purse: &mut Purse, log: &mut Log) -> Result<Imported, Error> {
    let mut mappings: Vec<ImportedMapping> = Vec::new();
    for table in tables {
        let heads = columns::heads(table);
        let Some((heads, columns)) = heads.and_then(|heads| columns::mapping(&heads).map(|columns| (heads, columns))) else {
            log.skip_times(
                format!("the sheet `{}`", table.name),
                "it has no heads of a mapping",
                usize::from(!table.rows.is_empty()),
            );
            continue;
        };
        let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
        let title = if table.name.is_empty() { stem } else { &table.name };
        let (from, to) = (heads.find(&["source framework"]), heads.find(&["target framework"]));
        let source = named(tables, &["focal document", "focal document name"]);
        let target = named(tables, &["reference document", "reference document name", "informative reference name"]);
        let mut places = BTreeMap::new();
        for row in &table.rows[heads.row + 1..] {
            let side = |column: Option<usize>, named: &str| column.map_or(named, |column| row.cell(column)).to_owned();
            let (source, target) = (side(from, &source), side(to, &target));
            let place = *places.entry((source.clone(), target.clone())).or_insert(mappings.len());
            if place == mappings.len() {
                mappings.push(ImportedMapping { title: title.to_owned(), source, target, rows: Vec::new() });
            }
            rows(row, &columns, &mut mappings[place].rows, purse, log)?;
        }
    }
    Ok(Imported { mappings, ..Imported::default() })
}

/// The cell beside one of these labels, on whatever sheet it stands.
fn named(tables: &[Table], labels: &[&str]) -> String {
    let rows = tables.iter().flat_map(|table| table.rows.iter().take(40));
    let beside = |row: &Row| {
        let at = (0..row.cells.len()).find(|column| labels.contains(&columns::plain(row.cell(*column)).as_str()))?;
        (at + 1..row.cells.len()).map(|column| row.cell(column)).find(|cell| !cell.is_empty()).map(str::to_owned)
    };
    rows.filter(|row| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count() < 4)
        .find_map(beside)
        .unwrap_or_default()
}

/// Every copy of a long rationale is paid for.
fn rows(
    row: &Row,
    columns: &MappingColumns,
    into: &mut Vec<MappingRow>,
    purse: &mut Purse,
    log: &mut Log,
) -> Result<(), Error> {
    let text = |column: Option<usize>| column.map_or("", |column| row.cell(column));
    let source = text(Some(columns.source));
    let targets = text(Some(columns.target)).split([';', '\n']).map(str::trim);
    let targets: Vec<&str> = targets.filter(|target| !target.is_empty() && !target.eq_ignore_ascii_case("n/a")).collect();
    if source.is_empty() || targets.is_empty() {
        log.skip(format!("row {}", row.number), if source.is_empty() { "it has no source" } else { "it has no target" });
        return Ok(());
    }
    let word = text(columns.relation);
    let relation = Relation::of(word);
    if relation.is_none() && !word.is_empty() {
        log.note(format!("The relationship `{word}` is unknown; its pairs are kept as related."));
    }
    let (said, strength) = (text(columns.strength), strength(text(columns.strength)));
    if strength.is_none() && !said.is_empty() {
        log.skip(format!("the strength `{said}`"), "it is no number from 0 to 10");
    }
    let rationale = super::joined([text(columns.rationale), text(columns.notes)]);
    for target in targets {
        purse.pay(source.len() + target.len() + rationale.len())?;
        let (source, target, rationale) = (source.to_owned(), target.to_owned(), rationale.clone());
        into.push(MappingRow { source, target, relation: relation.unwrap_or_default(), strength, rationale });
    }
    Ok(())
}

/// The number a strength begins with: 5 of `5 - moderate`.
fn strength(text: &str) -> Option<u8> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|strength| *strength <= 10)
}
