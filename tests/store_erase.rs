//! What was erased stays erased, whatever tabs with stale views do meanwhile, and nothing of ours is left behind.

mod store_parts;

use std::cell::RefCell;
use std::rc::Rc;

use plumbline::assessment::{Document, Field, Value};
use plumbline::store::{Memory, Place, Storage as _, Store};
use store_parts::{Disk, Local, Random, Texts, length, memory, texts};

fn document(id: &str, level: u32, writer: &str) -> Document {
    let mut document = Document::new(id);
    document.write("soc-2-2017", "CC1.1", Field::Level, Value::Number(level), writer);
    document
}

fn tab(number: usize, disk: &Rc<RefCell<Disk>>) -> (Local, Store) {
    let local = Local::new(number, disk);
    let store = Store::new(Box::new(local.clone()), format!("w{number}"));
    store.open().unwrap();
    (local, store)
}

#[test]
fn erasing_leaves_no_key_of_ours_and_every_key_of_others() {
    let foreign = [("somebody-else", "kept"), ("plumbline", "not ours"), ("plumbline-old/1/x", "not ours either")];
    let copies = [Place::Browser, Place::Database]
        .map(|place| memory(place, &foreign.map(|(key, text)| (key.to_owned(), text.to_owned())).into_iter().collect()));
    let [browser, database] = copies.clone();
    let store = Store::new(Box::new(browser), "a".to_owned()).mirrored(Box::new(database));
    for id in ["one", "two"] {
        store.save(&document(id, 3, "a")).unwrap();
    }
    store.keep_settings("theme=dark\n").unwrap();
    copies[0].write("plumbline/1/one/z.0", "damaged plumbline-assessment").unwrap();
    store.erase().unwrap();
    for copy in &copies {
        assert_eq!(texts(copy).len(), foreign.len());
        assert!(foreign.iter().all(|(key, text)| copy.read(key).unwrap().as_deref() == Some(*text)));
    }
    // And it can begin anew.
    store.save(&document("three", 1, "a")).unwrap();
    assert_eq!(store.open().unwrap().documents.len(), 1);
}

#[test]
fn a_tab_that_slept_through_it_saves_nothing() {
    let shared = Memory::standing_for(Place::Browser);
    let stores = ["a", "b", "c"].map(|writer| Store::new(Box::new(shared.clone()), writer.to_owned()));
    stores[0].save(&document("one", 3, "a")).unwrap();
    assert_eq!(stores[1].open().unwrap().documents.len(), 1);
    stores[0].erase().unwrap();
    assert!(stores[1].open().unwrap().erased);
    assert!(stores[1].save(&document("one", 4, "b")).unwrap_err().is_gone());
    assert!(stores[1].keep_settings("theme=dark\n").unwrap_err().is_gone());
    assert_eq!(texts(&shared), Texts::new());
    // Not even when somebody has begun anew meanwhile.
    stores[2].save(&document("two", 1, "c")).unwrap();
    assert!(stores[1].save(&document("one", 4, "b")).unwrap_err().is_gone());
    assert_eq!(stores[2].open().unwrap().documents, [document("two", 1, "c")]);
}

#[test]
fn an_interrupted_erasure_is_finished_by_the_next_tab() {
    let shared = Memory::standing_for(Place::Browser);
    let store = Store::new(Box::new(shared.clone()), "a".to_owned());
    store.save(&document("one", 3, "a")).unwrap();
    shared.write("plumbline/erasing", "erasing").unwrap();
    let next = Store::new(Box::new(shared.clone()), "b".to_owned());
    assert_eq!(next.open().unwrap().documents, []);
    assert_eq!(texts(&shared), Texts::new());
    assert!(store.open().unwrap().erased);
}

#[test]
fn damaged_epochs_are_not_an_erasure() {
    let shared = Memory::standing_for(Place::Browser);
    let stores = ["a", "b"].map(|writer| Store::new(Box::new(shared.clone()), writer.to_owned()));
    stores[0].save(&document("one", 3, "a")).unwrap();
    assert_eq!(stores[1].open().unwrap().documents.len(), 1);
    shared.remove("plumbline/epoch/a").unwrap();
    assert!(!stores[1].open().unwrap().erased);
    stores[1].save(&document("two", 4, "b")).unwrap();
    stores[0].save(&document("one", 4, "a")).unwrap();
    assert_eq!(stores[0].open().unwrap().documents.len(), 2);
}

/// Tabs with stale views save on while one of them erases; once all have heard of it, nothing is left.
#[test]
fn nothing_comes_back_whatever_the_order() {
    for seed in 0..length("PLUMBLINE_SOAK_ERASURES", 300) {
        let mut random = Random(seed as u64);
        let disk: Rc<RefCell<Disk>> = Rc::default();
        disk.borrow_mut().texts.insert("somebody-else".to_owned(), "kept".to_owned());
        let tabs: Vec<(Local, Store)> = (0..4).map(|number| tab(number, &disk)).collect();
        let work = |random: &mut Random, but: usize| {
            for _ in 0..20 {
                let at = random.below(tabs.len());
                let (local, store) = &tabs[at];
                if random.once_in(3) {
                    if let Some((key, text)) = local.deliver() {
                        store.hear(&key, text.as_deref());
                    }
                } else if at != but {
                    let level = u32::try_from(random.below(1000)).unwrap();
                    drop(store.keep(&document("one", level, store.writer())));
                }
            }
        };
        work(&mut random, tabs.len());
        tabs[0].1.save(&document("one", 1001, "w0")).unwrap();
        for (local, store) in &tabs {
            while local.deliver().is_some() {}
            assert_eq!(store.open().unwrap().documents.len(), 1);
        }
        // The one who erases saves no more; the others do not know yet.
        tabs[0].1.erase().unwrap();
        work(&mut random, 0);
        for _ in 0..2 {
            for (local, store) in &tabs {
                while let Some((key, text)) = local.deliver() {
                    store.hear(&key, text.as_deref());
                }
                store.open().unwrap();
            }
        }
        assert_eq!(disk.borrow().texts.keys().collect::<Vec<_>>(), ["somebody-else"], "seed {seed}");
    }
}
