//! What is saved reads back as it was, or not at all.

mod store_parts;

use std::path::{Path, PathBuf};

use plumbline::assessment::{Document, Field, Value};
use plumbline::record::{self, Saved, Sealed};
use store_parts::{Random, flipped, length};

/// The files of a folder of `tests`, by name.
fn files(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), std::fs::read_to_string(&path).unwrap())).collect()
}

/// What a text is, in the words of the corpus.
fn kind(text: &str) -> &'static str {
    if Sealed::claims(text) {
        return if Sealed::parse(text).is_ok() { "sealed" } else { "sealed-refused" };
    }
    match (record::decode_saved(text), record::restore(text)) {
        (Ok(Saved::Kept(_)), Ok(_)) => "assessment",
        (Ok(Saved::Deleted { .. }), Err(_)) => "deleted",
        (Err(_), Ok(_)) => "backup",
        (Err(error), Err(_)) if error.is_newer() => "newer",
        (Err(error), Err(_)) if error.is_damaged() => "damaged",
        (Err(error), Err(_)) if error.is_foreign() => "foreign",
        other => panic!("{other:?}"),
    }
}

const KINDS: [&str; 8] = ["assessment", "backup", "damaged", "deleted", "foreign", "newer", "sealed", "sealed-refused"];

/// A document that several writers edited apart.
fn document(id: &str, random: &mut Random) -> Document {
    let mut copies: Vec<Document> = (0..3).map(|_| Document::new(id)).collect();
    for number in 0..4 + random.below(30) {
        let copy = random.below(3);
        if random.once_in(5) {
            let other = copies[random.below(3)].clone();
            copies[copy].join(&other);
        }
        let requirement = ["CC1.1", "1.10", "007", ""][random.below(4)];
        let (field, value) = match random.below(4) {
            0 => (Field::Level, Value::Number(u32::try_from(number).unwrap())),
            1 => (Field::Note, Value::Gone),
            _ => (Field::Note, Value::Text(format!("“{number}”\u{0}\n</script>{}", "é".repeat(random.below(9))))),
        };
        copies[copy].write("soc-2-2017", requirement, field, value, &format!("w{copy}"));
    }
    let mut whole = copies.remove(0);
    copies.iter().for_each(|copy| whole.join(copy));
    whole
}

#[test]
fn every_text_of_the_corpus_is_what_its_folder_says() {
    for expected in KINDS {
        let files = files(&format!("corpus/record/{expected}"));
        assert!(!files.is_empty());
        for (path, text) in files {
            assert_eq!(kind(&text), expected, "{}", path.display());
        }
    }
}

#[test]
fn a_changed_text_never_reads_as_something_else() {
    let texts: Vec<String> =
        KINDS.iter().flat_map(|kind| files(&format!("corpus/record/{kind}"))).map(|(_, text)| text).collect();
    let (mut random, mut changes) = (Random(7), 0);
    for _ in 0..length("PLUMBLINE_SOAK_FLIPS", 5_000) {
        let text = &texts[random.below(texts.len())];
        let mut changed = text.clone();
        for _ in 0..1 + random.below(3) {
            changed = match random.below(3) {
                0 => flipped(&changed, &mut random),
                1 => changed.chars().take(random.below(changed.len())).collect(),
                _ => changed.clone() + &texts[random.below(texts.len())],
            };
        }
        let (before, after) = (record::decode_saved(text), record::decode_saved(&changed));
        assert!(after.is_err() || after == before || texts.iter().any(|text| text.trim() == changed.trim()), "{changed:?}");
        changes += usize::from(kind(&changed) != kind(text));
    }
    assert!(changes > 0);
}

#[test]
fn every_flipped_bit_is_noticed() {
    let sealed = Sealed { iterations: 600_000, salt: [7; 16], nonce: [9; 12], data: (0..200).collect() };
    let texts = [record::encode(&document("one", &mut Random(3))), sealed.format()];
    for text in texts {
        for bit in 0..text.len() * 8 {
            let mut bytes = text.as_bytes().to_vec();
            bytes[bit / 8] ^= 1 << (bit % 8);
            let changed = String::from_utf8_lossy(&bytes);
            assert!(record::decode(&changed).is_err() && Sealed::parse(&changed).is_err(), "bit {bit}");
        }
    }
    let damaged = sealed.format().replacen("0707", "0708", 1);
    assert!(Sealed::parse(&damaged).unwrap_err().is_damaged());
}

#[test]
fn a_sealed_file_reads_back_and_binds_its_parameters() {
    let sealed = Sealed { iterations: record::ITERATIONS, salt: [1; 16], nonce: [2; 12], data: vec![255; 40] };
    assert_eq!(Sealed::parse(&sealed.format()).unwrap(), sealed);
    for other in [
        Sealed { iterations: sealed.iterations + 1, ..sealed.clone() },
        Sealed { salt: [3; 16], ..sealed.clone() },
        Sealed { nonce: [3; 12], ..sealed.clone() },
    ] {
        assert_ne!(other.parameters(), sealed.parameters());
    }
}

#[test]
fn what_is_written_reads_back() {
    let mut random = Random(11);
    for number in 0..500 {
        let document = document(&format!("d{number}"), &mut random);
        let text = record::encode(&document);
        assert_eq!(record::decode(&text).unwrap(), document);
        assert_eq!(record::encode(&record::decode(&text).unwrap()), text);
    }
}

#[test]
fn a_backup_restores_exactly_and_carries_what_it_cannot_read() {
    let mut random = Random(13);
    let newer = files("corpus/record/newer").into_iter().find(|(path, _)| path.ends_with("schema-2.json")).unwrap().1;
    for count in 0..12 {
        let documents: Vec<Document> = (0..count).map(|number| document(&format!("d{number}"), &mut random)).collect();
        let text = record::backup(&documents, std::slice::from_ref(&newer), &Default::default()).unwrap();
        let restored = record::restore(&text).unwrap();
        assert_eq!(restored.documents, documents);
        assert_eq!(restored.aside.len(), 1);
        assert!(restored.aside[0].0.is_newer());
        assert_eq!(restored.aside[0].1, newer);
        assert!(record::restore(&text[..text.len() - 1]).unwrap_err().is_damaged());
    }
    let alone = document("alone", &mut random);
    assert_eq!(record::restore(&record::encode(&alone)).unwrap().documents, [alone]);
    assert!(record::backup(&[], &["{".to_owned()], &Default::default()).unwrap_err().is_damaged());
}

#[test]
fn every_released_schema_opens() {
    let fixtures = files("fixtures/schemas");
    let of_schemas: Vec<String> = (1..=record::SCHEMA).map(|schema| format!("schema-{schema}.json")).collect();
    let names: Vec<_> = fixtures.iter().map(|(path, _)| path.file_name().unwrap().to_string_lossy()).collect();
    assert_eq!(names, of_schemas);
    for (_, text) in fixtures {
        let document = record::decode(&text).unwrap();
        assert_eq!(document.name(), "Harbour Analytics");
        assert_eq!(document.included(), ["soc-2-2017"]);
        let (text, number) = (
            |field| document.text("soc-2-2017", "CC1.1", field),
            |requirement, field| document.number("soc-2-2017", requirement, field),
        );
        assert_eq!(number("CC1.1", Field::Level), Some(3));
        assert_eq!(number("", Field::Target), Some(3));
        assert_eq!(number("CC1.3", Field::Level), None);
        assert_eq!(text(Field::Note), "Second text");
        assert_eq!(text(Field::Due), "2026-06-30");
        assert_eq!(document.text("soc-2-2017", "CC1.2", Field::Reason), "Outsourced in full.");
        let earlier = document.earlier("soc-2-2017", "CC1.1", Field::Note);
        assert_eq!(earlier.iter().map(|cell| &cell.value).collect::<Vec<_>>(), [&Value::Text("First text".to_owned())]);
    }
}

#[test]
fn the_file_of_schema_1_is_frozen() {
    let text = &files("fixtures/schemas")[0].1;
    assert!(text.ends_with(",\"crc32\":\"5348f09c\"}"));
    assert_eq!(text.len(), 720);
}
