use super::{Memory, Storage as _, Store};
use crate::assessment::{Action, Document, Standing, apply};

fn answer(document: &mut Document, requirement: &str, level: u8, writer: &str) {
    let action = Action::Answer {
        framework: "soc-2-2017".to_owned(),
        requirement: requirement.to_owned(),
        standing: Standing::Level(level),
    };
    apply(document, &action, writer);
}

fn store(memory: &Memory, writer: &str) -> Store {
    Store::new(Box::new(memory.clone()), writer.to_owned())
}

fn only(store: &Store) -> Document {
    let opened = store.open().unwrap();
    assert_eq!(opened.documents.len(), 1);
    opened.documents.into_iter().next().unwrap()
}

#[test]
fn what_was_saved_opens_again_in_another_tab() {
    let memory = Memory::default();
    let mut document = Document::new("one");
    answer(&mut document, "CC1.1", 3, "a");
    store(&memory, "a").save(&document).unwrap();
    assert_eq!(only(&store(&memory, "b")), document);
}

#[test]
fn a_save_leaves_one_slot_behind() {
    let memory = Memory::default();
    let (mut store, mut document) = (store(&memory, "a"), Document::new("one"));
    for level in 0..5 {
        answer(&mut document, "CC1.1", level, "a");
        store.save(&document).unwrap();
    }
    assert_eq!(memory.keys("plumbline/").unwrap().len(), 1);
    assert_eq!(only(&store), document);
}

#[test]
fn two_tabs_apart_lose_nothing() {
    let memory = Memory::default();
    let (mut here, mut there) = (store(&memory, "a"), store(&memory, "b"));
    let (mut mine, mut theirs) = (Document::new("one"), Document::new("one"));
    answer(&mut mine, "CC1.1", 3, "a");
    answer(&mut theirs, "CC1.2", 4, "b");
    here.save(&mine).unwrap();
    there.save(&theirs).unwrap();
    answer(&mut mine, "CC1.3", 1, "a");
    here.save(&mine).unwrap();
    let joined = only(&here);
    assert!(joined.covers(&mine) && joined.covers(&theirs));
}

#[test]
fn a_full_storage_keeps_the_last_good_save() {
    let memory = Memory::with_capacity(900);
    let (mut store, mut document) = (store(&memory, "a"), Document::new("one"));
    answer(&mut document, "CC1.1", 3, "a");
    store.save(&document).unwrap();
    let saved = document.clone();
    for requirement in 0..40 {
        answer(&mut document, &format!("CC9.{requirement}"), 2, "a");
    }
    assert!(store.save(&document).unwrap_err().is_full());
    assert_eq!(only(&store), saved);
}

#[test]
fn damaged_foreign_and_newer_slots_stay_untouched() {
    let memory = Memory::default();
    let (mut store, mut document) = (store(&memory, "a"), Document::new("one"));
    answer(&mut document, "CC1.1", 3, "a");
    let good = crate::record::encode(&document);
    let kept = [
        ("plumbline/1/one/z.0", good.replace("[3,1,", "[4,1,")),
        ("plumbline/1/one/z.1", good[..good.len() / 2].to_owned()),
        ("plumbline/1/one/z.2", good.replace("\"schema\":1", "\"schema\":99")),
        ("plumbline/1/one/z.3", "[1, 2, 3]".to_owned()),
        ("plumbline/1/other/z.4", good),
    ];
    for (key, text) in &kept {
        memory.write(key, text).unwrap();
    }
    store.save(&document).unwrap();
    store.save(&document).unwrap();
    let opened = store.open().unwrap();
    assert_eq!(opened.documents, [document]);
    let reason = |suffix: &str| opened.aside.iter().find(|aside| aside.key.ends_with(suffix)).unwrap().reason.clone();
    assert!(reason("z.0").is_damaged());
    assert!(reason("z.1").is_damaged());
    assert!(reason("z.2").is_newer());
    assert!(reason("z.3").is_foreign());
    assert!(reason("z.4").is_foreign());
    store.forget("one").unwrap();
    for (key, text) in kept {
        assert_eq!(memory.read(key).unwrap(), Some(text));
    }
}

#[test]
fn a_writer_never_overwrites_a_slot_of_its_own_name() {
    let memory = Memory::default();
    memory.write("plumbline/1/one/a.0", "damaged plumbline-assessment").unwrap();
    let mut document = Document::new("one");
    answer(&mut document, "CC1.1", 3, "a");
    store(&memory, "a").save(&document).unwrap();
    assert_eq!(memory.read("plumbline/1/one/a.0").unwrap().as_deref(), Some("damaged plumbline-assessment"));
}

#[test]
fn forgetting_leaves_others_alone() {
    let memory = Memory::default();
    memory.write("somebody-else", "kept").unwrap();
    let mut store = store(&memory, "a");
    for id in ["one", "two"] {
        store.save(&Document::new(id)).unwrap();
    }
    store.forget("one").unwrap();
    assert_eq!(only(&store).id, "two");
    assert_eq!(memory.read("somebody-else").unwrap().as_deref(), Some("kept"));
}
