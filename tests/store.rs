//! Saving, opening and joining, one property a test.

mod store_parts;

use plumbline::Error;
use plumbline::assessment::{Action, Document, Field, Standing, Value, apply};
use plumbline::record;
use plumbline::store::{Change, Memory, Mirror, Place, SaveState, Storage, Store};
use store_parts::{Random, Texts, commit, length, memory, open, texts};

fn answer(document: &mut Document, requirement: &str, level: u8, writer: &str) {
    let (framework, requirement) = ("soc-2-2017".to_owned(), requirement.to_owned());
    apply(document, &Action::Answer { framework, requirement, standing: Standing::Level(level) }, writer);
}

fn answered(id: &str, requirement: &str, level: u8, writer: &str) -> Document {
    let mut document = Document::new(id);
    answer(&mut document, requirement, level, writer);
    document
}

fn store(storage: &(impl Storage + Clone + 'static), writer: &str) -> Store {
    Store::new(Box::new(storage.clone()), writer.to_owned())
}

fn slots(storage: &dyn Storage) -> usize {
    storage.keys("plumbline/1/").unwrap().len()
}

fn only(store: &Store) -> Document {
    let opened = store.open().unwrap();
    assert_eq!(opened.documents.len(), 1);
    opened.documents.into_iter().next().unwrap()
}

#[test]
fn what_was_saved_opens_again_in_another_tab() {
    let memory = Memory::default();
    let document = answered("one", "CC1.1", 3, "a");
    store(&memory, "a").save(&document).unwrap();
    assert_eq!(only(&store(&memory, "b")), document);
}

#[test]
fn both_places_hold_the_same_bytes() {
    let (browser, database) = (memory(Place::Browser, &Texts::new()), memory(Place::Database, &Texts::new()));
    let store = store(&browser, "a").mirrored(Box::new(database.clone()));
    for level in 0..4 {
        store.save(&answered("one", "CC1.1", level, "a")).unwrap();
    }
    assert_eq!(texts(&browser), texts(&database));
}

#[test]
fn a_save_leaves_one_slot_behind() {
    let memory = Memory::default();
    let (store, mut document) = (store(&memory, "a"), Document::new("one"));
    for level in 0..5 {
        answer(&mut document, "CC1.1", level, "a");
        store.save(&document).unwrap();
        store.save(&document).unwrap();
    }
    assert_eq!(slots(&memory), 1);
    assert_eq!(only(&store), document);
}

#[test]
fn equal_slots_of_two_tabs_never_let_go_of_each_other() {
    let memory = Memory::default();
    let document = answered("one", "CC1.1", 3, "a");
    let (here, there) = (store(&memory, "a"), store(&memory, "b"));
    here.save(&document).unwrap();
    there.save(&document).unwrap();
    here.save(&document).unwrap();
    assert_eq!(slots(&memory), 2);
    let more = {
        let mut more = document.clone();
        answer(&mut more, "CC1.2", 4, "b");
        more
    };
    there.save(&more).unwrap();
    assert_eq!(slots(&memory), 1);
}

#[test]
fn two_tabs_apart_lose_nothing() {
    let memory = Memory::default();
    let (here, there) = (store(&memory, "a"), store(&memory, "b"));
    let (mut mine, theirs) = (answered("one", "CC1.1", 3, "a"), answered("one", "CC1.2", 4, "b"));
    here.save(&mine).unwrap();
    there.save(&theirs).unwrap();
    answer(&mut mine, "CC1.3", 1, "a");
    here.save(&mine).unwrap();
    let joined = only(&here);
    assert!(joined.covers(&mine) && joined.covers(&theirs));
}

/// `PLUMBLINE_SOAK_EDITS` sets how many edits each tab makes.
#[test]
fn four_tabs_editing_at_once_lose_no_edit() {
    let memory = Memory::default();
    let edits = length("PLUMBLINE_SOAK_EDITS", 100);
    let stores = ["a", "b", "c", "d"].map(|writer| store(&memory, writer));
    let mut copies = [(); 4].map(|()| Document::new("one"));
    let mut random = Random(23);
    for edit in 0..4 * edits {
        let tab = edit % 4;
        let requirement = format!("{}.{}", stores[tab].writer(), edit / 4 % 200);
        copies[tab].write(
            "f",
            &requirement,
            Field::Level,
            Value::Number(u32::try_from(edit).unwrap()),
            stores[tab].writer(),
        );
        stores[tab].save(&copies[tab]).unwrap();
        if random.once_in(9) {
            copies[tab].join(&only(&stores[tab]));
        }
    }
    let joined = only(&stores[0]);
    let lost = copies.iter().filter(|copy| !joined.covers(copy)).count();
    println!("4 tabs × {edits} edits: the edits of {lost} tabs lack something");
    assert_eq!(lost, 0);
    for edit in (0..4 * edits).rev().take(4 * edits.min(200)) {
        let requirement = format!("{}.{}", stores[edit % 4].writer(), edit / 4 % 200);
        assert_eq!(joined.number("f", &requirement, Field::Level), u32::try_from(edit).ok());
    }
}

#[test]
fn the_text_that_lost_stays_in_the_history() {
    let memory = Memory::default();
    let note = |text: &str, writer: &str| {
        let mut document = Document::new("one");
        document.write("f", "r", Field::Note, Value::Text(text.to_owned()), writer);
        document
    };
    store(&memory, "a").save(&note("from one tab", "a")).unwrap();
    store(&memory, "b").save(&note("from the other", "b")).unwrap();
    let joined = only(&store(&memory, "c"));
    assert_eq!(joined.text("f", "r", Field::Note), "from the other");
    store(&memory, "c").save(&joined).unwrap();
    let lost = only(&store(&memory, "d"));
    let lost = lost.earlier("f", "r", Field::Note);
    assert_eq!(lost.len(), 1);
    assert_eq!((&lost[0].value, lost[0].stamp.writer.as_str()), (&Value::Text("from one tab".to_owned()), "a"));
}

#[test]
fn joining_gives_the_same_in_whatever_order() {
    let mut random = Random(29);
    for _ in 0..200 {
        let mut copies: Vec<Document> = (0..7).map(|_| Document::new("one")).collect();
        for edit in 0..40 {
            let at = random.below(copies.len());
            if random.once_in(4) {
                let other = copies[random.below(7)].clone();
                copies[at].join(&other);
            }
            let value = if random.once_in(5) { Value::Gone } else { Value::Text(format!("text {edit}")) };
            copies[at].write("f", "r", Field::Note, value, &format!("w{at}"));
        }
        let join = |order: &[usize]| {
            order.iter().fold(Document::new("one"), |mut joined, copy| {
                joined.join(&copies[*copy]);
                joined
            })
        };
        let forwards = join(&[0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(join(&[6, 5, 4, 3, 2, 1, 0]), forwards);
        assert_eq!(join(&[3, 0, 3, 6, 1, 5, 2, 4, 0, 6]), forwards);
        assert!(copies.iter().all(|copy| forwards.covers(copy)));
        assert!(forwards.earlier("f", "r", Field::Note).len() <= 4);
        assert_eq!(record::decode(&record::encode(&forwards)).unwrap(), forwards);
    }
}

#[test]
fn the_clock_does_not_matter() {
    let days = ["2026-03-02", "2016-03-02", "2036-03-02", "1970-01-01", "", "9999-12-31"];
    let run = |random: &mut Random| {
        let memory = Memory::default();
        let stores = ["a", "b"].map(|writer| store(&memory, writer));
        for edit in 0..60_u8 {
            let tab = &stores[usize::from(edit) % 2];
            let mut document = tab.open().unwrap().documents.pop().unwrap_or_else(|| Document::new("one"));
            answer(&mut document, &format!("CC1.{}", edit % 7), edit % 5, tab.writer());
            let day = days[random.below(days.len())].to_owned();
            apply(&mut document, &Action::Date { field: Field::Changed, day }, tab.writer());
            tab.save(&document).unwrap();
        }
        let document = only(&stores[0]);
        (0..7).map(|number| document.number("soc-2-2017", &format!("CC1.{number}"), Field::Level)).collect::<Vec<_>>()
    };
    let expected = run(&mut Random(0));
    assert!((1..40).all(|seed| run(&mut Random(seed)) == expected));
}

#[test]
fn a_full_place_keeps_the_last_good_save_and_says_so() {
    let memory = Memory::with_capacity(1_200);
    let (store, mut document) = (store(&memory, "a"), answered("one", "CC1.1", 3, "a"));
    store.save(&document).unwrap();
    let saved = document.clone();
    (0..40).for_each(|number| answer(&mut document, &format!("CC9.{number}"), 2, "a"));
    let SaveState::NotSaved(error) = store.keep(&document).state() else { panic!("it cannot fit") };
    assert!(error.is_full() && !error.hint().is_empty());
    assert_eq!(only(&store), saved);
    // Deleting works where there is no room for anything, and makes some.
    store.forget("one").unwrap();
    assert_eq!(store.open().unwrap().documents, []);
    store.save(&answered("two", "CC1.1", 3, "a")).unwrap();
}

/// A place that fails to remove, until told otherwise.
#[derive(Clone)]
struct Sticky(Memory, std::rc::Rc<std::cell::Cell<bool>>);

impl Storage for Sticky {
    fn place(&self) -> Place {
        Place::Browser
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Error> {
        self.0.keys(prefix)
    }

    fn read(&self, key: &str) -> Result<Option<String>, Error> {
        self.0.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Error> {
        self.0.write(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), Error> {
        if self.1.get() { Err(Error::denied("not now")) } else { self.0.remove(key) }
    }
}

#[test]
fn a_full_place_sheds_what_its_writer_has_outdone() {
    let sticky = Sticky(Memory::with_capacity(1_400), std::rc::Rc::default());
    let (store, mut document) = (store(&sticky, "a"), Document::new("one"));
    sticky.1.set(true);
    let mut level = 0;
    while store.save(&document).is_ok() {
        level += 1;
        answer(&mut document, "CC1.1", level, "a");
    }
    assert!(slots(&sticky) > 2);
    sticky.1.set(false);
    store.save(&document).unwrap();
    assert_eq!(slots(&sticky), 1);
    assert_eq!(only(&store), document);
}

#[test]
fn damaged_foreign_and_newer_slots_stay_untouched() {
    let memory = Memory::default();
    let (store, document) = (store(&memory, "a"), answered("one", "CC1.1", 3, "a"));
    let good = record::encode(&document);
    let newer = include_str!("corpus/record/newer/schema-2.json").to_owned();
    let kept = [
        ("plumbline/1/one/z.0", good.replace("[3,1,", "[4,1,")),
        ("plumbline/1/one/z.1", good[..good.len() / 2].to_owned()),
        ("plumbline/1/two/z.2", newer),
        ("plumbline/1/one/z.3", "[1, 2, 3]".to_owned()),
        ("plumbline/1/other/z.4", good),
        ("plumbline/1/z.5", String::new()),
        ("plumbline/1/one/a.0", "damaged plumbline-assessment".to_owned()),
    ];
    for (key, text) in &kept {
        memory.write(key, text).unwrap();
    }
    store.save(&document).unwrap();
    store.save(&document).unwrap();
    let opened = store.open().unwrap();
    assert_eq!(opened.documents, [document]);
    assert_eq!(opened.aside.len(), kept.len());
    let reason = |suffix: &str| opened.aside.iter().find(|aside| aside.key.ends_with(suffix)).unwrap().reason.clone();
    assert!(reason("z.0").is_damaged() && reason("z.1").is_damaged() && reason("a.0").is_damaged());
    assert!(reason("z.2").is_newer());
    assert!(reason("z.3").is_foreign() && reason("z.4").is_foreign() && reason("z.5").is_foreign());
    store.forget("one").unwrap();
    for (key, text) in kept {
        assert_eq!(memory.read(key).unwrap(), Some(text));
    }
}

#[test]
fn old_code_leaves_newer_data_as_it_is() {
    let newer = include_str!("corpus/record/newer/schema-2.json").to_owned();
    let unknown = include_str!("corpus/record/newer/unknown-field.json").to_owned();
    for text in [newer, unknown] {
        let old = record::encode(&answered("one", "CC1.1", 3, "a"));
        let before = Texts::from([
            ("plumbline/1/one/a.0".to_owned(), old),
            ("plumbline/1/one/b.0".to_owned(), text.clone()),
            ("plumbline/epoch/a".to_owned(), String::new()),
        ]);
        let copies = [memory(Place::Browser, &before), memory(Place::Database, &before)];
        let store = store(&copies[0], "old").mirrored(Box::new(copies[1].clone()));
        let opened = store.open().unwrap();
        assert_eq!(opened.read_only.iter().collect::<Vec<_>>(), ["one"]);
        assert_eq!(opened.documents, [answered("one", "CC1.1", 3, "a")]);
        assert_eq!(store.heal(), []);
        assert!(store.save(&answered("one", "CC1.1", 4, "old")).unwrap_err().is_newer());
        assert!(store.forget("one").unwrap_err().is_newer());
        assert!(store.discard(&opened.aside[0]).unwrap_err().is_newer());
        assert!(copies.iter().all(|copy| texts(copy) == before));
        // What cannot be read can still be exported.
        let raw: Vec<String> = opened.aside.iter().map(|aside| aside.raw.clone()).collect();
        assert_eq!(raw, [text.clone(), text]);
        assert!(record::backup(&opened.documents, &raw, &Default::default()).is_ok());
    }
}

#[test]
fn a_deletion_holds_in_every_tab() {
    let memory = Memory::default();
    memory.write("somebody-else", "kept").unwrap();
    let (here, there) = (store(&memory, "a"), store(&memory, "b"));
    let mut document = answered("one", "CC1.1", 3, "a");
    here.save(&document).unwrap();
    here.save(&answered("two", "CC1.1", 2, "a")).unwrap();
    assert_eq!(there.open().unwrap().documents.len(), 2);
    here.forget("one").unwrap();
    answer(&mut document, "CC1.2", 5, "b");
    assert!(there.save(&document).unwrap_err().is_gone());
    let opened = there.open().unwrap();
    assert_eq!(opened.documents, [answered("two", "CC1.1", 2, "a")]);
    assert_eq!(opened.deleted.iter().collect::<Vec<_>>(), ["one"]);
    assert_eq!(memory.read("somebody-else").unwrap().as_deref(), Some("kept"));
    // A tab that did not know yet cannot bring it back either.
    memory.write("plumbline/1/one/late.0", &record::encode(&document)).unwrap();
    assert_eq!(there.open().unwrap().documents.len(), 1);
}

/// A browser that denies its storage.
#[derive(Clone)]
struct Denied;

impl Storage for Denied {
    fn place(&self) -> Place {
        Place::Browser
    }

    fn keys(&self, _prefix: &str) -> Result<Vec<String>, Error> {
        Err(Error::denied("no"))
    }

    fn read(&self, _key: &str) -> Result<Option<String>, Error> {
        Err(Error::denied("no"))
    }

    fn write(&self, _key: &str, _text: &str) -> Result<(), Error> {
        Err(Error::denied("no"))
    }

    fn remove(&self, _key: &str) -> Result<(), Error> {
        Err(Error::denied("no"))
    }
}

#[test]
fn a_place_that_is_denied_is_said_and_does_not_stop_the_other() {
    let database = memory(Place::Database, &Texts::new());
    let both = store(&Denied, "a").mirrored(Box::new(database.clone()));
    let document = answered("one", "CC1.1", 3, "a");
    let receipt = both.keep(&document);
    assert_eq!(receipt.state(), SaveState::Saved);
    assert!(receipt.troubles().all(|(place, error)| place == Place::Browser && error.is_denied()));
    let opened = both.open().unwrap();
    assert_eq!((opened.documents, opened.troubles.len()), (vec![document.clone()], 1));
    assert!(store(&Denied, "a").open().unwrap_err().is_denied());
    assert!(matches!(store(&Denied, "a").keep(&document).state(), SaveState::NotSaved(error) if error.is_denied()));
    assert_eq!(store(&Denied, "a").settings(), "");
    // In the page's own memory everything works, and nothing is called saved.
    let page = store(&Memory::default(), "a");
    assert!(matches!(page.keep(&document).state(), SaveState::NotSaved(error) if error.is_denied()));
    assert_eq!(only(&page), document);
}

#[test]
fn saved_is_said_only_once_the_database_has_it() {
    let (browser, mirror) = (memory(Place::Browser, &Texts::new()), Mirror::default());
    let store = store(&browser, "a").mirrored(Box::new(mirror.clone()));
    let batch = mirror.batch();
    let receipt = store.keep(&answered("one", "CC1.1", 3, "a"));
    assert_eq!(mirror.outcome(batch), None);
    assert_eq!(receipt.clone().completed(&Err(Error::full("no room"))).state(), SaveState::SavedHere);
    let mut database = Texts::new();
    mirror.settle(commit(&mut database, &mirror.take().unwrap()));
    assert_eq!(receipt.completed(&mirror.outcome(batch).unwrap()).state(), SaveState::Saved);
    assert_eq!(database, texts(&browser));
}

#[test]
fn a_failed_batch_takes_the_one_behind_it_along() {
    let mirror = Mirror::default();
    let store = store(&mirror, "a");
    let mut document = answered("one", "CC1.1", 3, "a");
    let mut batches = Vec::new();
    for level in 0..2 {
        batches.push(mirror.batch());
        answer(&mut document, "CC1.1", level, "a");
        assert_eq!(store.keep(&document).state(), SaveState::Saved);
        if level == 0 {
            assert!(!mirror.take().unwrap().is_empty());
            assert_eq!(mirror.take(), None);
        }
    }
    mirror.settle(Err(Error::full("no room")));
    assert!(batches.iter().all(|batch| mirror.outcome(*batch).unwrap().unwrap_err().is_full()));
    assert_eq!((slots(&mirror), mirror.take()), (0, None));
    // The next save tries again, with all of it.
    let batch = mirror.batch();
    store.save(&document).unwrap();
    let mut database = Texts::new();
    mirror.settle(commit(&mut database, &mirror.take().unwrap()));
    assert_eq!(mirror.outcome(batch), Some(Ok(())));
    assert_eq!(open(&[(Place::Database, &database)]).documents, [document]);
}

#[test]
fn a_mirror_takes_in_what_others_did_without_losing_its_own() {
    let mirror = Mirror::new(Texts::from([("a".to_owned(), "1".to_owned())]));
    mirror.write("b", "2").unwrap();
    let flying = mirror.take().unwrap();
    mirror.remove("a").unwrap();
    mirror.refresh(Texts::from([("a".to_owned(), "1".to_owned()), ("c".to_owned(), "3".to_owned())]));
    assert_eq!(mirror.keys("").unwrap(), ["b", "c"]);
    assert_eq!(flying, [Change::Put { key: "b".to_owned(), text: "2".to_owned() }]);
    mirror.close(Error::denied("closed"));
    assert!(mirror.write("d", "4").unwrap_err().is_denied());
    assert_eq!(mirror.keys("").unwrap(), [] as [&str; 0]);
}

#[test]
fn settings_are_kept_apart_from_answers() {
    let memory = Memory::default();
    let store = store(&memory, "a");
    assert_eq!(store.settings(), "");
    store.keep_settings("theme=dark\n").unwrap();
    store.keep_settings("theme=light\n").unwrap();
    assert_eq!(store.settings(), "theme=light\n");
    assert_eq!(store.open().unwrap().documents, []);
}
