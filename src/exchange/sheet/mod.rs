//! Tables from CSV and XLSX files: rows of texts, as a person sees them.

mod csv;
mod xlsx;
pub(crate) mod zip;

pub(crate) use self::csv::parse as parse_csv;
pub(crate) use self::xlsx::parse as parse_xlsx;

/// One sheet of a workbook, or the whole of a CSV file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Table {
    pub name: String,
    pub rows: Vec<Row>,
}

/// A row with at least one cell that is not empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Row {
    /// Counted from 1, as a spreadsheet shows it.
    pub number: usize,
    pub cells: Vec<String>,
}

impl Row {
    /// The trimmed text of a cell; empty where the row has none.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }
}

/// More columns than this are formatting gone astray; they are left out and told.
pub(crate) const COLUMNS: usize = 512;
