//! A table as a person sees it before saying what its columns mean.

use serde::{Deserialize, Serialize};

use super::{Field, Heads, heads};
use crate::exchange::format::{self, Document};
use crate::exchange::limits::{Limits, Purse};
use crate::exchange::log::Log;
use crate::exchange::sheet::Table;
use crate::exchange::{Error, Format};

/// A person's own reading of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnChoice {
    /// The sheet's name; none is the first with anything in it.
    pub sheet: Option<String>,
    /// The number of the header row as the spreadsheet shows it, counted from 1; none is no header.
    pub header_row: Option<usize>,
    /// Field by column, columns counted from 0.
    pub fields: Vec<(Field, usize)>,
}

/// A table as a person sees it before matching its columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    pub format: Option<Format>,
    pub sheets: Vec<String>,
    /// The guess, as a start for the person's own choice.
    pub choice: ColumnChoice,
    pub heads: Vec<String>,
    /// The first rows below the header, each as wide as the header.
    pub rows: Vec<Vec<String>>,
}

/// Shows the first `rows` rows of a table, with a guess at what its columns mean. `sheet` picks one of a workbook's.
///
/// # Errors
/// When the file is no table, is broken, or exceeds the limits.
pub fn preview(bytes: &[u8], file_name: &str, sheet: Option<&str>, rows: usize) -> Result<Preview, Error> {
    let limits = Limits::default();
    let (mut purse, mut log) = (Purse::new(&limits), Log::default());
    let decoded = format::decode(bytes, &limits, &mut log)?;
    let document = format::open(bytes, &decoded, file_name, &limits, &mut purse, &mut log)?;
    let Document::Tables(tables) = &document else {
        return Err(Error::import("the file is no table", "Only CSV and XLSX files have columns to match."));
    };
    let named = |table: &&Table| sheet.is_none_or(|name| table.name == name);
    let with_heads = tables.iter().filter(named).find(|table| heads(table).is_some());
    let table = with_heads.or_else(|| tables.iter().filter(named).find(|table| !table.rows.is_empty()));
    let table = table.ok_or_else(|| Error::import("the sheet is empty", "Choose another sheet."))?;
    let heads = heads(table).unwrap_or_else(|| Heads::new(0, &table.rows[0]));
    let width = heads.shown.len();
    let fields = Field::HEADS.iter().filter_map(|(field, _)| Some((*field, heads.field(*field)?))).collect();
    Ok(Preview {
        format: document.format().ok(),
        sheets: tables.iter().map(|table| table.name.clone()).collect(),
        choice: ColumnChoice { sheet: Some(table.name.clone()), header_row: Some(table.rows[heads.row].number), fields },
        rows: table.rows[heads.row + 1..]
            .iter()
            .take(rows)
            .map(|row| (0..width).map(|column| row.cell(column).to_owned()).collect())
            .collect(),
        heads: heads.shown,
    })
}
