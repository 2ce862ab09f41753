//! Files of other people's formats and what is read from them: a folder each, behind one check.
//!
//! `input.*` is the file, `with-*` come along with it, `expected.json` is what reading gives, or the error. Run with
//! `UPDATE_EXPECTED=1` to write the expectations anew, then read the difference before committing it.

#![cfg(feature = "io")]

use std::fs;
use std::path::{Path, PathBuf};

use plumbline::exchange::{Companion, Options, read};

#[test]
fn every_fixture_reads_as_expected() {
    let mut folders: Vec<PathBuf> = entries(&fixtures());
    folders.retain(|path| path.is_dir());
    assert!(folders.len() > 20, "the fixtures are missing");
    let wrong: Vec<String> = folders.iter().filter_map(|folder| check(folder)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What is wrong with a fixture, if anything is.
fn check(folder: &Path) -> Option<String> {
    let files = entries(folder);
    let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let input = files.iter().find(|path| name(path).starts_with("input."))?;
    let with: Vec<(String, Vec<u8>)> = files
        .iter()
        .filter(|path| name(path).starts_with("with-"))
        .map(|path| (name(path).trim_start_matches("with-").to_owned(), fs::read(path).expect("a fixture can be read")))
        .collect();
    let companions: Vec<Companion<'_>> = with.iter().map(|(name, bytes)| Companion { name, bytes }).collect();
    let bytes = fs::read(input).expect("a fixture can be read");
    let options = Options { companions: &companions, ..Options::default() };
    let found = match read(&bytes, &name(input), &options) {
        Ok(read) => serde_json::to_value(&read),
        Err(error) => Ok(serde_json::json!({ "error": error.to_string(), "hint": error.hint() })),
    };
    let found = serde_json::to_string_pretty(&found.expect("what is read is JSON")).expect("JSON is text") + "\n";
    let path = folder.join("expected.json");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&path, &found).expect("the expectation can be written");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    (expected != found).then(|| format!("{}\n--- expected\n{expected}\n--- found\n{found}", folder.display()))
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exchange")
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("the folder can be read").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}
