//! Workbooks in SpreadsheetML (ECMA-376): typed cells, a header that stays in sight, filters, and strings that never run.

use super::tables::{Cell, Sheet};
use super::xml::{DECLARATION, escaped};
use crate::exchange::sheet::zip;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// Writes a workbook with a tab for each sheet.
pub(super) fn write(sheets: &[Sheet]) -> Vec<u8> {
    let numbered = || (1..).zip(sheets);
    let mut types = format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPE}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{TYPE}.styles+xml\"/>"
    );
    let mut workbook = format!("{DECLARATION}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>");
    let mut relations = format!("{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (number, sheet) in numbered() {
        types += &format!("<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{TYPE}.worksheet+xml\"/>");
        workbook += &format!("<sheet name=\"{}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>", escaped(sheet.name));
        relations += &format!(
            "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
    }
    types += "</Types>";
    workbook += "</sheets></workbook>";
    relations += &format!("<Relationship Id=\"rIdStyles\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/></Relationships>");
    let root = format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let names: Vec<String> = numbered().map(|(number, _)| format!("xl/worksheets/sheet{number}.xml")).collect();
    let mut entries = vec![
        ("[Content_Types].xml", types.into_bytes()),
        ("_rels/.rels", root.into_bytes()),
        ("xl/workbook.xml", workbook.into_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.into_bytes()),
        ("xl/styles.xml", styles().into_bytes()),
    ];
    entries.extend(names.iter().map(String::as_str).zip(sheets.iter().map(|sheet| worksheet(sheet).into_bytes())));
    zip::pack(&entries)
}

/// Cell styles by number: 0 wrapped text, 1 header, 2 percent, 3 date, 4 number.
fn styles() -> String {
    let top = "<alignment vertical=\"top\" wrapText=\"1\"/>";
    format!(
        "{DECLARATION}<styleSheet xmlns=\"{MAIN}\">\
         <numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/><numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>\
         <fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
         <fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>\
         <fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE7ECF0\"/></patternFill></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"5\">\
         <xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\">{top}</xf>\
         <xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">{top}</xf>\
         <xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\">{top}</xf>\
         <xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\">{top}</xf>\
         <xf numFmtId=\"1\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\">{top}</xf>\
         </cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    )
}

fn worksheet(sheet: &Sheet) -> String {
    let last = place(sheet.heads.len().saturating_sub(1), sheet.rows.len() + 1);
    let mut xml = format!(
        "{DECLARATION}<worksheet xmlns=\"{MAIN}\"><dimension ref=\"A1:{last}\"/>\
         <sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>\
         </sheetView></sheetViews><cols>"
    );
    for (number, (_, width)) in (1..).zip(&sheet.heads) {
        xml += &format!("<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>");
    }
    xml += "</cols><sheetData><row r=\"1\">";
    for (column, (head, _)) in sheet.heads.iter().enumerate() {
        xml += &string(&place(column, 1), 1, head);
    }
    xml += "</row>";
    for (number, row) in (2..).zip(&sheet.rows) {
        xml += &format!("<row r=\"{number}\">");
        for (column, cell) in row.iter().enumerate() {
            xml += &self::cell(&place(column, number), cell);
        }
        xml += "</row>";
    }
    xml += &format!("</sheetData><autoFilter ref=\"A1:{last}\"/></worksheet>");
    xml
}

fn cell(place: &str, cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => string(place, 0, text),
        Cell::Number(number) => format!("<c r=\"{place}\" s=\"4\"><v>{number}</v></c>"),
        Cell::Share(share) => format!("<c r=\"{place}\" s=\"2\"><v>{}.{:03}</v></c>", share / 1000, share % 1000),
        Cell::Date(date) => match serial(date) {
            Some(serial) => format!("<c r=\"{place}\" s=\"3\"><v>{serial}</v></c>"),
            None if date.is_empty() => String::new(),
            None => string(place, 0, date),
        },
    }
}

/// A string cell: whatever it begins with, it is text.
fn string(place: &str, style: u8, text: &str) -> String {
    // A cell holds at most 32,767 letters, counted in UTF-16.
    const LONGEST: usize = 32_767;
    let mut units = 0;
    let fits = |letter: &char| {
        units += letter.len_utf16();
        units <= LONGEST
    };
    let text: String = text.chars().take_while(fits).collect();
    format!(
        "<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
        escaped(&guarded(&text))
    )
}

/// Writes control codes, and text that looks like one so written, by their code: `_x0007_`.
fn guarded(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        let looks_coded = letter == '_'
            && text.as_bytes().get(at + 1) == Some(&b'x')
            && text.as_bytes().get(at + 2..at + 6).is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit))
            && text.as_bytes().get(at + 6) == Some(&b'_');
        let is_code = (letter < ' ' && letter != '\n' && letter != '\t') || letter == '\u{FFFE}' || letter == '\u{FFFF}';
        if looks_coded || is_code { result += &format!("_x{:04X}_", u32::from(letter)) } else { result.push(letter) }
    }
    result
}

/// `AB12` of a column counted from 0 and a row counted from 1.
fn place(column: usize, row: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default());
        rest = (rest - 1) / 26;
    }
    letters.reverse();
    String::from_utf8_lossy(&letters).into_owned() + &row.to_string()
}

/// Days since 30 December 1899 of a date like `2026-11-23`; none for any other text, and before 1 March 1900.
fn serial(date: &str) -> Option<i64> {
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return None };
    if [year.len(), month.len(), day.len()] != [4, 2, 2] || !date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
        return None;
    }
    let (year, month, day): (i64, i64, i64) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let longest = days.get(usize::try_from(month - 1).ok()?)?;
    if !(1..=*longest).contains(&day) {
        return None;
    }
    // Days of the proleptic Gregorian calendar, with years that begin in March.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let serial = year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1 - 693_899;
    (serial >= 61).then_some(serial)
}
