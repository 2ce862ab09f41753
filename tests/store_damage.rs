//! Damage to one copy loses nothing while the other is intact, and no damaged byte is overwritten or deleted.
//!
//! `PLUMBLINE_SOAK_FLIPS` sets how many times a copy is damaged.

mod store_parts;

use plumbline::assessment::{Document, Field, Value};
use plumbline::store::{Place, Store};
use store_parts::{Random, Texts, damage, length, memory, open, texts};

/// Two equal copies of a few assessments, as saved by two tabs one after the other.
fn copies(random: &mut Random) -> (Texts, Vec<Document>) {
    let (browser, database) = (memory(Place::Browser, &Texts::new()), memory(Place::Database, &Texts::new()));
    let store = |writer: &str| Store::new(Box::new(browser.clone()), writer.to_owned()).mirrored(Box::new(database.clone()));
    let tabs = [store("a"), store("b")];
    let mut documents = Vec::new();
    for number in 0..1 + random.below(3) {
        let id = format!("d{number}");
        let mut whole = Document::new(&id);
        for tab in &tabs {
            let mut document = if random.once_in(2) { whole.clone() } else { Document::new(&id) };
            for answer in 0..random.below(12) {
                let note = Value::Text(format!("Note {answer} of {}", tab.writer()));
                let requirement = format!("CC{}.{answer}", random.below(9));
                document.write("soc-2-2017", &requirement, Field::Note, note, tab.writer());
                document.write("soc-2-2017", &requirement, Field::Level, Value::Number(3), tab.writer());
            }
            tab.save(&document).unwrap();
            whole.join(&document);
        }
        documents.push(whole);
    }
    assert_eq!(texts(&browser), texts(&database));
    (texts(&browser), documents)
}

fn places(damaged: Place) -> (Place, Place) {
    if damaged == Place::Browser { (Place::Browser, Place::Database) } else { (Place::Database, Place::Browser) }
}

#[test]
fn damage_to_one_copy_loses_nothing() {
    let mut random = Random(17);
    let (mut aside, mut lost) = (0, 0);
    let times = length("PLUMBLINE_SOAK_FLIPS", 1_500);
    let worlds: Vec<_> = (0..40).map(|_| copies(&mut random)).collect();
    for number in 0..times {
        let (intact, documents) = &worlds[random.below(worlds.len())];
        let (here, there) = places(if random.once_in(2) { Place::Browser } else { Place::Database });
        let mut damaged = intact.clone();
        damage(&mut damaged, &mut random);

        let opened = open(&[(here, &damaged), (there, intact)]);
        lost += usize::from(opened.documents != *documents);
        assert_eq!(&opened.documents, documents, "after damage {number}");
        for slot in &opened.aside {
            assert_eq!((slot.place, damaged.get(&slot.key)), (here, Some(&slot.raw)));
            assert!(!slot.reason.to_string().is_empty() && !slot.reason.hint().is_empty());
        }
        aside += opened.aside.len();

        // Healing gives the damaged copy everything back, and leaves what is damaged where it is.
        let (first, second) = (memory(here, &damaged), memory(there, intact));
        let store = Store::new(Box::new(first.clone()), "healer".to_owned()).mirrored(Box::new(second.clone()));
        assert_eq!(store.open().unwrap().documents, *documents);
        assert_eq!(store.heal(), []);
        let (healed, other) = (texts(&first), texts(&second));
        assert_eq!(&open(&[(here, &healed)]).documents, documents);
        assert_eq!(&open(&[(there, &other)]).documents, documents);
        assert!(opened.aside.iter().all(|slot| healed.get(&slot.key) == Some(&slot.raw)));

        // So now the other copy may go.
        let mut gone = other;
        damage(&mut gone, &mut random);
        assert_eq!(&open(&[(here, &healed), (there, &gone)]).documents, documents);
    }
    println!("{lost} of {times} damaged copies lost an answer; {aside} damaged slots were kept aside");
    assert!(aside > 0);
}

#[test]
fn a_person_may_discard_what_they_have_seen_and_no_more() {
    let (mut damaged, documents) = copies(&mut Random(5));
    let key = damaged.keys().find(|key| key.starts_with("plumbline/1/")).unwrap().clone();
    damaged.insert(key.clone(), "plumbline-assessment, once".to_owned());
    let storage = memory(Place::Browser, &damaged);
    let store = Store::new(Box::new(storage.clone()), "a2".to_owned());
    let seen = store.open().unwrap().aside.remove(0);
    let changed = plumbline::store::Aside { raw: "something else".to_owned(), ..seen.clone() };
    store.discard(&changed).unwrap();
    assert!(texts(&storage).contains_key(&key));
    store.discard(&seen).unwrap();
    assert!(!texts(&storage).contains_key(&key));
    assert_eq!(store.open().unwrap().aside, []);
    assert!(!documents.is_empty());
}
