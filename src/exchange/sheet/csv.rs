//! CSV with whatever stands between the fields.

use std::borrow::Cow;

use super::{COLUMNS, Row, Table};
use crate::exchange::Error;
use crate::exchange::inert::undone;
use crate::exchange::limits::Purse;
use crate::exchange::log::Log;

/// Reads CSV with `,`, `;`, tab or `|` between fields; a first line `sep=;` decides, else the first lines do.
pub(crate) fn parse(text: &str, purse: &mut Purse, log: &mut Log) -> Result<Table, Error> {
    let (delimiter, text, offset) = match declared(text) {
        Some((delimiter, rest)) => (delimiter, rest, 1),
        None => (guessed(text), text, 0),
    };
    let mut reader = Reader { text, at: 0, line: offset + 1, delimiter };
    let mut rows = Vec::new();
    let mut beyond = 0;
    while reader.at < text.len() {
        let mut row = Row { number: reader.line, cells: Vec::new() };
        let mut column = 0;
        loop {
            let (cell, is_last) = reader.cell();
            if column < COLUMNS {
                purse.pay(cell.len())?;
                row.cells.push(undone(&cell).to_owned());
            } else {
                beyond += usize::from(!cell.trim().is_empty());
            }
            column += 1;
            if is_last {
                break;
            }
        }
        if row.cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(row);
        }
    }
    log.skip_times("a cell", format!("only the first {COLUMNS} columns are read"), beyond);
    Ok(Table { name: String::new(), rows })
}

/// Reads RFC 4180 and what strays from it: a quote inside a cell is a quote, an unclosed one runs to the end.
///
/// A reader by the record would hold the places of all its cells, and a line can have as many as the file has bytes.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    delimiter: u8,
}

impl<'a> Reader<'a> {
    /// The next cell, and whether the row ends with it.
    fn cell(&mut self) -> (Cow<'a, str>, bool) {
        let bytes = self.text.as_bytes();
        let mut cell = Cow::Borrowed("");
        while bytes.get(self.at) == Some(&b'"') {
            let start = self.at + 1;
            let end = bytes[start..].iter().position(|byte| *byte == b'"').map_or(bytes.len(), |length| start + length);
            self.line += bytes[start..end].iter().filter(|byte| **byte == b'\n').count();
            append(&mut cell, &self.text[start..end]);
            self.at = (end + 1).min(bytes.len());
            if bytes.get(self.at) != Some(&b'"') {
                break;
            }
            append(&mut cell, "\"");
        }
        let rest = &bytes[self.at..];
        let end =
            rest.iter().position(|byte| *byte == self.delimiter || *byte == b'\n' || *byte == b'\r').unwrap_or(rest.len());
        append(&mut cell, &self.text[self.at..self.at + end]);
        self.at += end;
        let is_last = bytes.get(self.at) != Some(&self.delimiter);
        let is_pair = bytes[self.at..].starts_with(b"\r\n");
        self.line += usize::from(is_last);
        self.at = (self.at + 1 + usize::from(is_pair)).min(bytes.len());
        (cell, is_last)
    }
}

/// Copies only where a cell is made of several pieces.
fn append<'a>(cell: &mut Cow<'a, str>, piece: &'a str) {
    if cell.is_empty() {
        *cell = Cow::Borrowed(piece);
    } else if !piece.is_empty() {
        cell.to_mut().push_str(piece);
    }
}

/// The `sep=` line that some spreadsheets write.
fn declared(text: &str) -> Option<(u8, &str)> {
    let (line, rest) = text.split_once('\n')?;
    match line.trim_end().strip_prefix("sep=")?.as_bytes() {
        [delimiter] if delimiter.is_ascii() => Some((*delimiter, rest)),
        _ => None,
    }
}

/// The delimiter that stands most often outside quotes in the first lines.
fn guessed(text: &str) -> u8 {
    const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];
    let mut counts = [0_usize; 4];
    let mut quoted = false;
    let mut lines = 0;
    for byte in text.bytes().take(16 << 10) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => {
                lines += 1;
                // The header line decides alone when it can: prose in later cells is full of commas.
                if counts.iter().any(|count| *count > 0) || lines == 10 {
                    break;
                }
            }
            _ if !quoted => {
                if let Some(index) = CANDIDATES.iter().position(|candidate| *candidate == byte) {
                    counts[index] += 1;
                }
            }
            _ => {}
        }
    }
    let best = counts.iter().copied().max().unwrap_or(0);
    counts.iter().position(|count| *count == best).map_or(b',', |index| CANDIDATES[index])
}
