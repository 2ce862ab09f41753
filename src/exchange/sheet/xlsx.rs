//! Workbooks: the sheets, their texts as shown, nothing else. Formulas are never run; the value saved with them is read.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::zip::Archive;
use super::{COLUMNS, Row, Table};
use crate::exchange::limits::{Limits, Purse};
use crate::exchange::log::Log;
use crate::exchange::{Error, text};

mod number;

use self::number::Look;

/// Reads every sheet of a workbook (ECMA-376, SpreadsheetML), in the order of its tabs.
pub(crate) fn parse(bytes: &[u8], limits: &Limits, purse: &mut Purse, log: &mut Log) -> Result<Vec<Table>, Error> {
    let mut archive = Archive::open(bytes, limits.expanded)?;
    if archive.has("content.xml") {
        return Err(Error::import("this is an OpenDocument file", "Save it as .xlsx or as CSV."));
    }
    let Some(workbook) = xml(&mut archive, "xl/workbook.xml", log)? else {
        return Err(Error::import("the archive holds no workbook", "Choose an .xlsx file, or a file inside the archive."));
    };
    let relations = xml(&mut archive, "xl/_rels/workbook.xml.rels", log)?.unwrap_or_default();
    let targets = elements(&relations, "Relationship", |tag| Some((attribute(tag, "Id")?, attribute(tag, "Target")?)))?;
    let sheets = elements(&workbook, "sheet", |tag| Some((attribute(tag, "name")?, attribute(tag, "id")?)))?;
    let shared = match xml(&mut archive, "xl/sharedStrings.xml", log)? {
        Some(text) => shared_strings(&text, purse)?,
        None => Vec::new(),
    };
    let looks = number::looks(&xml(&mut archive, "xl/styles.xml", log)?.unwrap_or_default())?;
    let mut tables = Vec::new();
    for (name, relation) in sheets {
        let target = targets.iter().find(|(id, _)| *id == relation).map(|(_, target)| target.trim_start_matches('/'));
        let path = target.map(|target| if target.starts_with("xl/") { target.to_owned() } else { format!("xl/{target}") });
        let sheet = match path {
            Some(path) => xml(&mut archive, &path, log)?,
            None => None,
        };
        match sheet {
            Some(sheet) => tables.push(Table { name, rows: rows(&sheet, &shared, &looks, purse, log)? }),
            None => log.skip(format!("the sheet `{name}`"), "its contents are missing from the workbook"),
        }
    }
    Ok(tables)
}

/// An entry of the archive as text.
fn xml(archive: &mut Archive<'_>, name: &str, log: &mut Log) -> Result<Option<String>, Error> {
    Ok(archive.read(name)?.map(|bytes| text::decode(&bytes, log).into_owned()))
}

/// What `pick` makes of every element of a name, wherever it stands.
pub(super) fn elements<T>(xml: &str, name: &str, pick: impl Fn(&BytesStart<'_>) -> Option<T>) -> Result<Vec<T>, Error> {
    let mut reader = Reader::from_str(xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event().map_err(broken)? {
            Event::Start(tag) | Event::Empty(tag) if is(&tag, name) => found.extend(pick(&tag)),
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

fn shared_strings(xml: &str, purse: &mut Purse) -> Result<Vec<String>, Error> {
    let mut reader = Reader::from_str(xml);
    let mut strings = Vec::new();
    loop {
        match reader.read_event().map_err(broken)? {
            Event::Start(tag) if is(&tag, "si") => {
                let string = rich_text(&mut reader, "si")?;
                purse.pay(string.len())?;
                strings.push(string);
            }
            Event::Empty(tag) if is(&tag, "si") => strings.push(String::new()),
            Event::Eof => return Ok(strings),
            _ => {}
        }
    }
}

/// The text of the runs up to the end of an element; readings (`rPh`) are left out.
fn rich_text(reader: &mut Reader<&[u8]>, until: &str) -> Result<String, Error> {
    let mut string = String::new();
    let (mut in_text, mut in_reading) = (false, false);
    loop {
        match reader.read_event().map_err(broken)? {
            Event::Start(tag) if is(&tag, "t") => in_text = true,
            Event::Start(tag) if is(&tag, "rPh") => in_reading = true,
            Event::End(tag) if local(tag.name().as_ref()) == "t" => in_text = false,
            Event::End(tag) if local(tag.name().as_ref()) == "rPh" => in_reading = false,
            Event::End(tag) if local(tag.name().as_ref()) == until => return Ok(unescaped(string)),
            Event::Eof => return Ok(unescaped(string)),
            event if in_text && !in_reading => append(&mut string, &event),
            _ => {}
        }
    }
}

/// The cells of a sheet, row by row.
fn rows(xml: &str, shared: &[String], looks: &[Look], purse: &mut Purse, log: &mut Log) -> Result<Vec<Row>, Error> {
    let mut reader = Reader::from_str(xml);
    let mut rows = Vec::new();
    let mut row = Row::default();
    let mut beyond = 0;
    loop {
        match reader.read_event().map_err(broken)? {
            Event::Start(tag) if is(&tag, "row") => {
                let number =
                    attribute(&tag, "r").and_then(|number| number.parse().ok()).unwrap_or(row.number.saturating_add(1));
                row = Row { number, cells: Vec::new() };
            }
            Event::Start(tag) if is(&tag, "c") => {
                let column = attribute(&tag, "r").and_then(|place| column(&place)).unwrap_or(row.cells.len());
                let value = cell(&mut reader, &tag, shared, looks)?;
                if value.is_empty() {
                    continue;
                }
                if column >= COLUMNS {
                    beyond += 1;
                    continue;
                }
                while row.cells.len() <= column {
                    purse.pay(0)?;
                    row.cells.push(String::new());
                }
                purse.pay(value.len())?;
                row.cells[column] = value;
            }
            Event::End(tag) if local(tag.name().as_ref()) == "row" => {
                let finished = Row { number: row.number, cells: std::mem::take(&mut row.cells) };
                if finished.cells.iter().any(|cell| !cell.trim().is_empty()) {
                    rows.push(finished);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    log.skip_times("a cell", format!("only the first {COLUMNS} columns are read"), beyond);
    Ok(rows)
}

/// The text of one cell as it is shown.
fn cell(reader: &mut Reader<&[u8]>, tag: &BytesStart<'_>, shared: &[String], looks: &[Look]) -> Result<String, Error> {
    let kind = attribute(tag, "t").unwrap_or_default();
    let look = attribute(tag, "s").and_then(|style| style.parse::<usize>().ok()).and_then(|style| looks.get(style));
    let mut value = String::new();
    let mut inline = None;
    let mut in_value = false;
    loop {
        match reader.read_event().map_err(broken)? {
            Event::Start(tag) if is(&tag, "v") => in_value = true,
            Event::Start(tag) if is(&tag, "is") => inline = Some(rich_text(reader, "is")?),
            Event::End(tag) if local(tag.name().as_ref()) == "v" => in_value = false,
            Event::End(tag) if local(tag.name().as_ref()) == "c" => break,
            Event::Eof => break,
            event if in_value => append(&mut value, &event),
            _ => {}
        }
    }
    Ok(match kind.as_str() {
        "s" => value.trim().parse::<usize>().ok().and_then(|index| shared.get(index).cloned()).unwrap_or_default(),
        "inlineStr" => inline.unwrap_or_default(),
        "b" => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
        "str" | "e" | "d" => unescaped(value),
        _ => number::shown(value.trim(), look.unwrap_or(&Look::General)),
    })
}

/// The column of a place like `AB12`, counted from 0.
fn column(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.take(4).fold(0, |number, letter| number * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    number.checked_sub(1)
}

fn append(text: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(part) => text.push_str(part.as_ref()),
        Event::CData(part) => text.push_str(part.as_ref()),
        Event::GeneralRef(name) => match name.resolve_char_ref() {
            Ok(Some(letter)) => text.push(letter),
            // An entity of the file's own is not looked up: that is how XML bombs are made.
            _ => text.push_str(quick_xml::escape::resolve_xml_entity(name.as_ref()).unwrap_or("")),
        },
        _ => {}
    }
}

/// Undoes `_x000D_`, by which workbooks write control codes.
fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text.replace("\r\n", "\n");
    }
    let mut result = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find("_x") {
        result.push_str(&rest[..start]);
        let letter = rest.get(start + 2..start + 7).and_then(|code| code.strip_suffix('_'));
        match letter.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(letter) => {
                result.push(letter);
                rest = &rest[start + 7..];
            }
            None => {
                result.push_str("_x");
                rest = &rest[start + 2..];
            }
        }
    }
    result.push_str(rest);
    result.replace("\r\n", "\n")
}

pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    // The check for duplicates takes quadratic time on a hostile tag.
    attributes.with_checks(false);
    let found = attributes.flatten().find(|attribute| local(attribute.key.as_ref()) == name)?;
    let raw = found.value.as_ref();
    Some(quick_xml::escape::unescape(raw).map_or_else(|_| raw.to_owned(), std::borrow::Cow::into_owned))
}

pub(super) fn is(tag: &BytesStart<'_>, name: &str) -> bool {
    local(tag.name().as_ref()) == name
}

/// A name without its prefix: some writers use `x:row`.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, name)| name)
}

pub(super) fn broken(error: quick_xml::Error) -> Error {
    Error::import(format!("the workbook's XML is broken: {error}"), "Open the workbook and save it again.")
}
