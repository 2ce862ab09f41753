//! Files made to do harm: every one ends in a result or a clear error, soon, and never in a panic.
//!
//! `tests/fixtures/exchange/*` are mutated here, and `tests/fixtures/exchange-hostile/*` are replayed as they are.

#![cfg(feature = "io")]

use std::fs;
use std::path::{Path, PathBuf};

use plumbline::exchange::{Error, Format, Limits, Options, Read, preview, read, sniff};
use proptest::prelude::*;

const NAMES: [&str; 7] = ["a.json", "a.yaml", "a.toml", "a.csv", "a.xlsx", "a.oscal", ""];

const FORMATS: [Format; 12] = [
    Format::OscalCatalog,
    Format::OscalProfile,
    Format::OscalAssessmentResults,
    Format::OscalPoam,
    Format::OscalMapping,
    Format::OscalImplementation,
    Format::CisoLibrary,
    Format::Cprt,
    Format::CatalogTable,
    Format::SetTheory,
    Format::DsommProgress,
    Format::Plumbline,
];

fn plain(bytes: &[u8], name: &str) -> Result<Read, Error> {
    read(bytes, name, &Options::default())
}

/// Reads in every way there is. Only a panic fails.
fn try_everything(bytes: &[u8]) {
    for name in NAMES {
        let _ = sniff(bytes, name);
        let _ = plain(bytes, name);
        let _ = preview(bytes, name, None, 5);
    }
    for format in FORMATS {
        let _ = read(bytes, "a.json", &Options { format: Some(format), ..Options::default() });
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        try_everything(&bytes);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[\\[\\]{}\"':,;|&*<>!%@`#a-c0-9 \t\n\\\\.=-]{0,300}") {
        try_everything(text.as_bytes());
    }

    #[test]
    fn mutated_files_are_read_or_refused(
        place in any::<prop::sample::Index>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_u8..4), 1..12),
    ) {
        let files = inputs("exchange");
        let (name, mut bytes) = files[place.index(files.len())].clone();
        for (at, value, kind) in edits {
            let at = at.index(bytes.len().max(1));
            match kind {
                0 if at < bytes.len() => bytes[at] = value,
                1 if at < bytes.len() => drop(bytes.remove(at)),
                2 => bytes.insert(at, value),
                _ => bytes.truncate(bytes.len() - bytes.len() / 8 - usize::from(!bytes.is_empty())),
            }
        }
        let _ = plain(&bytes, &name);
        let _ = preview(&bytes, &name, None, 3);
    }
}

#[test]
fn the_corpus_is_read_or_refused() {
    let files = inputs("exchange-hostile");
    assert!(files.len() >= 5, "the corpus is missing");
    files.iter().for_each(|(_, bytes)| try_everything(bytes));
}

#[test]
fn two_hundred_megabytes_are_refused_before_they_are_looked_at() {
    let error = plain(&vec![b'['; 200 << 20], "large.json").expect_err("it is too large");
    assert!(error.is_limit(), "{error}");
    assert_eq!(error.to_string(), "the file has 200 MB, more than the 48 MB that an import may");
}

#[test]
fn nesting_is_refused() {
    for (name, text) in [
        ("a.json", "[".repeat(1 << 20)),
        ("a.json", "{\"a\":".repeat(1 << 18)),
        ("a.yaml", "[".repeat(1 << 20)),
        ("a.yaml", "- ".repeat(1 << 16)),
        ("a.toml", format!("a = {}", "[".repeat(1 << 18))),
        ("a.toml", format!("{}a = 1", "a.".repeat(1 << 18))),
        ("a.toml", format!("[{}a]", "a.".repeat(1 << 18))),
    ] {
        assert!(plain(text.as_bytes(), name).is_err(), "{name}");
    }
}

#[test]
fn many_values_are_refused() {
    let limits = Limits { nodes: 1000, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    let json = format!("[{}]", "1,".repeat(5000));
    let csv = "id,title\n".to_owned() + &"a,b\n".repeat(1000);
    for (name, text) in [("a.json", json), ("a.csv", csv)] {
        let error = read(text.as_bytes(), name, &options).expect_err("there are too many values");
        assert!(error.is_limit(), "{name}: {error}");
    }
}

#[test]
fn two_long_lists_in_one_map_do_not_multiply() {
    let items = vec![r#"{"type":"control","id-ref":"a"}"#; 20_000].join(",");
    let map = format!(r#"{{"relationship":"equal-to","sources":[{items}],"targets":[{items}]}}"#);
    let text = format!(r#"{{"mapping-collection":{{"mappings":[{{"maps":[{map}]}}]}}}}"#);
    assert!(plain(text.as_bytes(), "a.json").expect_err("it would be 400 million pairs").is_limit());
}

#[test]
fn parameters_that_call_one_another_do_not_multiply() {
    let call = "{{ insert: param, b }}".repeat(2000);
    let params = format!(
        r#"[{{"id":"a","values":["{call}"]}},{{"id":"b","values":["{}"]}},{{"id":"c","label":"x"}}]"#,
        call.replace('b', "c")
    );
    let prose = "{{ insert: param, a }}".repeat(2000);
    let text = format!(
        r#"{{"catalog":{{"params":{params},"controls":[{{"id":"x","parts":[{{"name":"statement","prose":"{prose}"}}]}}]}}}}"#
    );
    assert!(plain(text.as_bytes(), "a.json").expect_err("it would be eight billion calls").is_limit());
}

#[test]
fn a_profile_that_imports_itself_is_refused() {
    let text = br#"{"profile":{"imports":[{"href":"a.json"}]}}"#;
    let companions = [plumbline::exchange::Companion { name: "a.json", bytes: text }];
    let options = Options { companions: &companions, ..Options::default() };
    assert!(read(text, "a.json", &options).expect_err("it is a circle").is_limit());
}

/// A workbook of the parts given.
fn workbook(parts: &[(&str, &str)]) -> Vec<u8> {
    let packed: Vec<(&str, Vec<u8>, u32, usize)> = parts
        .iter()
        .map(|(name, text)| (*name, deflated(text.as_bytes()), crc32fast::hash(text.as_bytes()), text.len()))
        .collect();
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes, crc, size) in &packed {
        let offset = file.len();
        let mut common = vec![20, 0, 0, 0, 8, 0, 0, 0, 0, 0];
        for number in [*crc, length(bytes.len()), length(*size)] {
            common.extend(number.to_le_bytes());
        }
        common.extend(u16::try_from(name.len()).expect("a short name").to_le_bytes());
        common.extend([0, 0]);
        file.extend(b"PK\x03\x04");
        file.extend(&common);
        file.extend(name.as_bytes());
        file.extend(bytes);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(length(offset).to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = length(file.len());
    let count = u16::try_from(packed.len()).expect("few parts").to_le_bytes();
    let size = length(directory.len());
    file.extend(directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend(count);
    file.extend(count);
    file.extend(size.to_le_bytes());
    file.extend(start.to_le_bytes());
    file.extend([0, 0]);
    file
}

fn length(length: usize) -> u32 {
    u32::try_from(length).expect("a small file")
}

/// Blocks of DEFLATE that store what they hold.
fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut result = Vec::new();
    let mut chunks = bytes.chunks(65_535).peekable();
    if bytes.is_empty() {
        return vec![1, 0, 0, 0xFF, 0xFF];
    }
    while let Some(chunk) = chunks.next() {
        let size = u16::try_from(chunk.len()).expect("a chunk");
        result.push(u8::from(chunks.peek().is_none()));
        result.extend(size.to_le_bytes());
        result.extend((!size).to_le_bytes());
        result.extend(chunk);
    }
    result
}

const BOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>"#;

fn with_sheet(sheet: &str, shared: &str) -> Vec<u8> {
    workbook(&[
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/sharedStrings.xml", shared),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn texts(cells: &[(&str, &str)]) -> String {
    cells.iter().map(|(place, text)| format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#)).collect()
}

#[test]
fn a_cell_far_away_makes_no_large_table() {
    let cells = texts(&[("A1", "id"), ("B1", "title"), ("XFD1", "far"), ("ZZZZZZZZ1", "farther")]);
    let far = texts(&[("A1048576", "a"), ("B1048576", "b")]);
    let sheet = format!(r#"<sheetData><row r="1">{cells}</row><row r="18446744073709551615">{far}</row></sheetData>"#);
    let read = plain(&with_sheet(&sheet, "<sst/>"), "a.xlsx").expect("the two columns are read");
    assert_eq!((read.counts.requirements, read.counts.skipped), (1, 2));
}

#[test]
fn a_shared_string_used_often_is_paid_every_time() {
    let long = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(30_000));
    let rows: String = (1..20_000).map(|row| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#)).collect();
    let error = plain(&with_sheet(&format!("<sheetData>{rows}</sheetData>"), &long), "a.xlsx").expect_err("600 MB of text");
    assert!(error.is_limit(), "{error}");
}

#[test]
fn entities_of_the_files_own_are_not_followed() {
    let bomb = r#"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><sheetData><row r="1">"#.to_owned()
        + &texts(&[("A1", "id"), ("B1", "title")])
        + r#"</row><row r="2">"#
        + &texts(&[("A2", "&b;x&amp;&#65;"), ("B2", "&b;")])
        + "</row></sheetData>";
    let read = plain(&with_sheet(&bomb, "<sst/>"), "a.xlsx").expect("the table is read");
    assert_eq!(read.content.frameworks[0].requirements[0].id, "x&A");
}

#[test]
fn a_zip_bomb_is_refused() {
    // An entry may tell its size or lie about it: the limit holds for both.
    let limits = Limits { expanded: 10_000, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    let large = format!("<sst>{}</sst>", " ".repeat(20_000));
    let mut file = with_sheet("<sheetData/>", &large);
    assert!(read(&file, "a.xlsx", &options).expect_err("it is too large").is_limit());
    let said = length(large.len()).to_le_bytes();
    while let Some(at) = file.windows(4).position(|window| window == said) {
        file[at..at + 4].copy_from_slice(&7_u32.to_le_bytes());
    }
    assert!(read(&file, "a.xlsx", &options).expect_err("it is still too large").is_limit());
}

/// Every `input.*` of a folder of fixtures, or every file of a flat one, with its name.
fn inputs(folder: &str) -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder);
    let mut files: Vec<PathBuf> = Vec::new();
    let mut open = vec![root];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else if !path.ends_with("expected.json") {
            files.push(path);
        }
    }
    files.sort();
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    files.iter().map(|path| (name(path), fs::read(path).expect("a file"))).collect()
}
