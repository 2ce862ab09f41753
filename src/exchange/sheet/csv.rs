//! CSV with whatever stands between the fields.

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
    let mut reader =
        ::csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut beyond = 0;
    let mut record = ::csv::StringRecord::new();
    loop {
        let number = offset + usize::try_from(reader.position().line()).unwrap_or(usize::MAX);
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                return Err(Error::import(format!("the CSV is broken: {error}"), "Export the file again as UTF-8."));
            }
        }
        beyond += record.iter().skip(COLUMNS).filter(|cell| !cell.trim().is_empty()).count();
        let mut cells = Vec::with_capacity(record.len().min(COLUMNS));
        for cell in record.iter().take(COLUMNS) {
            purse.pay(cell.len())?;
            cells.push(undone(cell).to_owned());
        }
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(Row { number, cells });
        }
    }
    log.skip_times("a cell", format!("only the first {COLUMNS} columns are read"), beyond);
    Ok(Table { name: String::new(), rows })
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
