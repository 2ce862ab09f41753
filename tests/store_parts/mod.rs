//! A browser for tests: two copies on disk, tabs that see them late, and everything that can go wrong with them.

#![allow(dead_code, reason = "each test uses its own part of this")]

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use plumbline::Error;
use plumbline::store::{Change, Memory, Opened, Place, Storage, Store};

/// SplitMix64: the same seed always gives the same numbers.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number from 0 up to but not including `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap()
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

/// How long a test runs: the number in an environment variable, or the short form.
pub fn length(variable: &str, short: usize) -> usize {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(short)
}

pub type Texts = BTreeMap<String, String>;

/// A storage with exactly these texts.
pub fn memory(place: Place, texts: &Texts) -> Memory {
    let memory = Memory::standing_for(place);
    for (key, text) in texts {
        memory.write(key, text).unwrap();
    }
    memory
}

/// All texts of a storage.
pub fn texts(storage: &dyn Storage) -> Texts {
    let keys = storage.keys("").unwrap();
    keys.into_iter().map(|key| (key.clone(), storage.read(&key).unwrap().unwrap())).collect()
}

/// What a tab opened now would find in these copies.
pub fn open(copies: &[(Place, &Texts)]) -> Opened {
    let mut copies = copies.iter().map(|(place, texts)| Box::new(memory(*place, texts)));
    let store = Store::new(copies.next().unwrap(), "reader".to_owned());
    copies.fold(store, |store, copy| store.mirrored(copy)).open().unwrap()
}

/// `localStorage` on disk, shared by all tabs.
#[derive(Default)]
pub struct Disk {
    pub texts: Texts,
    /// What a killed browser comes back with.
    pub flushed: Texts,
    pub full: bool,
    /// Removals on their way to the disk.
    pub late: Vec<String>,
    /// What each tab has yet to see: key and new text.
    inboxes: BTreeMap<usize, VecDeque<(String, Option<String>)>>,
}

impl Disk {
    fn tell(&mut self, by: usize, key: &str, text: Option<&str>) {
        for (_, inbox) in self.inboxes.iter_mut().filter(|(tab, _)| **tab != by) {
            inbox.push_back((key.to_owned(), text.map(str::to_owned)));
        }
    }

    /// Carries out one of the removals on their way.
    pub fn settle_late(&mut self, which: usize) {
        if which < self.late.len() {
            let key = self.late.swap_remove(which);
            self.texts.remove(&key);
            self.tell(usize::MAX, &key, None);
        }
    }
}

/// `localStorage` as one tab sees it: its own writes at once, those of others when they are delivered.
#[derive(Clone)]
pub struct Local {
    pub tab: usize,
    disk: Rc<RefCell<Disk>>,
    view: Rc<RefCell<Texts>>,
    /// How many more writes and removals happen before the tab is killed.
    pub fuel: Rc<Cell<Option<usize>>>,
    /// Whether removals reach the disk late.
    pub dawdles: Rc<Cell<bool>>,
}

impl Local {
    pub fn new(tab: usize, disk: &Rc<RefCell<Disk>>) -> Self {
        let view = disk.borrow().texts.clone();
        disk.borrow_mut().inboxes.insert(tab, VecDeque::new());
        Self { tab, disk: disk.clone(), view: Rc::new(RefCell::new(view)), fuel: Rc::default(), dawdles: Rc::default() }
    }

    /// Shows the tab the next of what others did. Gives back what it was told.
    pub fn deliver(&self) -> Option<(String, Option<String>)> {
        let event = self.disk.borrow_mut().inboxes.get_mut(&self.tab)?.pop_front()?;
        match event.1.clone() {
            Some(text) => self.view.borrow_mut().insert(event.0.clone(), text),
            None => self.view.borrow_mut().remove(&event.0),
        };
        Some(event)
    }

    pub fn close(&self) {
        self.disk.borrow_mut().inboxes.remove(&self.tab);
    }

    pub fn is_dead(&self) -> bool {
        self.fuel.get() == Some(0)
    }

    fn burn(&self) -> Result<(), Error> {
        if self.is_dead() {
            return Err(Error::denied("the tab is dead"));
        }
        self.fuel.set(self.fuel.get().map(|left| left - 1));
        Ok(())
    }
}

impl Storage for Local {
    fn place(&self) -> Place {
        Place::Browser
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Error> {
        Ok(self.view.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, Error> {
        Ok(self.view.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Error> {
        self.burn()?;
        let mut disk = self.disk.borrow_mut();
        if disk.full {
            return Err(Error::full("there is no room left"));
        }
        disk.texts.insert(key.to_owned(), text.to_owned());
        disk.tell(self.tab, key, Some(text));
        self.view.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Error> {
        self.burn()?;
        self.view.borrow_mut().remove(key);
        let mut disk = self.disk.borrow_mut();
        if self.dawdles.get() {
            disk.late.push(key.to_owned());
        } else {
            disk.texts.remove(key);
            disk.tell(self.tab, key, None);
        }
        Ok(())
    }
}

/// Commits a batch as the database does: all of it or nothing.
pub fn commit(database: &mut Texts, changes: &[Change]) -> Result<(), Error> {
    let mut next = database.clone();
    for change in changes {
        match change {
            Change::Put { key, text } => {
                let kept = next.entry(key.clone()).or_insert_with(|| text.clone());
                if kept != text && !text.is_empty() {
                    return Err(Error::denied("the key holds another text"));
                }
            }
            Change::Remove { key, text } => {
                if next.get(key) == Some(text) {
                    next.remove(key);
                }
            }
        }
    }
    *database = next;
    Ok(())
}

/// Damages a copy in one way or several: flips, truncations, swaps, deletions, or all of it gone.
pub fn damage(copy: &mut Texts, random: &mut Random) {
    if random.once_in(20) {
        return copy.clear();
    }
    for _ in 0..1 + random.below(4) {
        let keys: Vec<String> = copy.keys().cloned().collect();
        if keys.is_empty() {
            return;
        }
        let (one, other) = (&keys[random.below(keys.len())], &keys[random.below(keys.len())]);
        let text = copy[one].clone();
        match random.below(5) {
            0 | 1 => drop(copy.insert(one.clone(), flipped(&text, random))),
            2 => {
                let end = (0..=random.below(text.len() + 1)).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
                copy.insert(one.clone(), text[..end].to_owned());
            }
            3 => {
                let swapped = copy.insert(other.clone(), text).unwrap();
                copy.insert(one.clone(), swapped);
            }
            _ => drop(copy.remove(one)),
        }
    }
}

/// A text with one bit flipped, or with a byte changed where that would be no text.
pub fn flipped(text: &str, random: &mut Random) -> String {
    let mut bytes = text.as_bytes().to_vec();
    if bytes.is_empty() {
        return "x".to_owned();
    }
    let at = random.below(bytes.len());
    bytes[at] ^= 1 << random.below(8);
    String::from_utf8_lossy(&bytes).into_owned()
}
