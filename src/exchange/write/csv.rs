//! CSV after RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8, and with no cell that runs.

use super::tables::{Cell, Sheet};
use crate::exchange::inert::inert;

/// Writes sheets one under the other; a file of one sheet is plain CSV.
pub(super) fn write(sheets: &[Sheet], delimiter: u8) -> Vec<u8> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for sheet in sheets {
        rows.push(sheet.heads.iter().map(|(head, _)| (*head).to_owned()).collect());
        rows.extend(sheet.rows.iter().map(|row| row.iter().map(shown).collect()));
    }
    write_rows(&rows, delimiter)
}

/// Writes rows of text.
pub(super) fn write_rows(rows: &[Vec<String>], delimiter: u8) -> Vec<u8> {
    let mut file = Vec::from("\u{FEFF}");
    let separator = char::from(delimiter);
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&inert(cell), separator)).collect();
        file.extend(cells.join(&separator.to_string()).bytes());
        file.extend(b"\r\n");
    }
    file
}

fn quoted(cell: &str, separator: char) -> String {
    let needs = cell.contains([separator, '"', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ');
    if needs { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Date(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Share(share) => percent(*share),
        Cell::Empty => String::new(),
    }
}

/// Thousandths as percent with one decimal: `62.5%`.
pub(super) fn percent(share: u16) -> String {
    format!("{}.{}%", share / 10, share % 10)
}
