//! The storage protocol as a state machine: several tabs with stale views, late removals, kills in the middle of a save, full
//! places, a browser that comes back with an older `localStorage`, and damage to either copy.
//!
//! After every step, in what the two copies say together: no acknowledged edit is missing, and every value is one that
//! somebody wrote with the very stamp it has. `PLUMBLINE_SOAK_STEPS` sets how many steps, and
//! `PLUMBLINE_SOAK_FIRST` the first world; each world takes 400 steps.

mod store_parts;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use plumbline::assessment::{Document, Field, Stamp, Value};
use plumbline::store::{Change, Mirror, Opened, Place, Receipt, SaveState, Store};
use store_parts::{Disk, Local, Random, Texts, commit, damage, length, open};

const STEPS_OF_A_WORLD: usize = 400;
const FRAMEWORK: &str = "soc-2-2017";

struct Tab {
    local: Local,
    mirror: Mirror,
    store: Store,
    documents: BTreeMap<String, Document>,
    /// Assessments that were deleted before this tab's eyes. They do not come back to it.
    gone: BTreeSet<String>,
    flying: Option<Vec<Change>>,
    /// What to acknowledge once a batch has completed.
    waiting: Vec<(u64, Claim)>,
}

#[derive(Clone)]
enum Claim {
    Kept(Document),
    Deleted(String),
}

/// What was acknowledged, to whom, and what of it a place has to show by itself.
#[derive(Default)]
struct Acknowledged {
    documents: BTreeMap<String, Document>,
    deleted: BTreeSet<String>,
}

impl Acknowledged {
    fn take(&mut self, claim: &Claim) {
        match claim {
            Claim::Kept(document) => {
                let known = self.documents.entry(document.id.clone()).or_insert_with(|| Document::new(&document.id));
                known.join(document);
            }
            Claim::Deleted(id) => drop(self.deleted.insert(id.clone())),
        }
    }

    /// What is missing from what was opened, but for assessments that somebody began to delete.
    fn missing(&self, opened: &Opened, doomed: &BTreeSet<String>) -> Option<String> {
        for (id, expected) in self.documents.iter().filter(|(id, _)| !doomed.contains(*id)) {
            match opened.documents.iter().find(|document| document.id == *id) {
                Some(document) if document.covers(expected) => {}
                found => return Some(format!("{id}: expected {expected:?}\nfound {found:?}")),
            }
        }
        let shown = |id: &&String| opened.documents.iter().any(|document| document.id == **id);
        self.deleted.iter().find(shown).map(|id| format!("{id} is back"))
    }
}

struct World {
    seed: usize,
    random: Random,
    disk: Rc<RefCell<Disk>>,
    database: Texts,
    database_full: bool,
    tabs: Vec<Tab>,
    born: usize,
    /// Every edit there ever was, by assessment, requirement, field and stamp.
    edits: BTreeMap<(String, String, Field, Stamp), Value>,
    /// Whatever any place acknowledged and nothing has excused since.
    all: Acknowledged,
    /// The same for what the database acknowledged.
    durable: Acknowledged,
    /// What `localStorage` acknowledged since it was last damaged or rolled back.
    here: Acknowledged,
    /// What the database acknowledged since it was last damaged.
    there: Acknowledged,
    doomed: BTreeSet<String>,
    names: usize,
    /// The copies as they were when they were last checked.
    checked: (Texts, Texts),
    figures: Figures,
}

#[derive(Debug, Default)]
struct Figures {
    steps: usize,
    edits: usize,
    saved: usize,
    saved_here: usize,
    not_saved: usize,
    kills: usize,
    rollbacks: usize,
    damages: usize,
    deletions: usize,
    failed_commits: usize,
    false_erasures: usize,
}

impl World {
    fn new(seed: usize) -> Self {
        let mut world = Self {
            seed,
            random: Random(seed as u64),
            disk: Rc::default(),
            database: Texts::new(),
            database_full: false,
            tabs: Vec::new(),
            born: 0,
            edits: BTreeMap::new(),
            all: Acknowledged::default(),
            durable: Acknowledged::default(),
            here: Acknowledged::default(),
            there: Acknowledged::default(),
            doomed: BTreeSet::new(),
            names: 2,
            checked: Default::default(),
            figures: Figures::default(),
        };
        (0..3).for_each(|_| world.start_tab());
        world
    }

    fn start_tab(&mut self) {
        self.born += 1;
        let local = Local::new(self.born, &self.disk);
        local.dawdles.set(self.random.once_in(2));
        let mirror = Mirror::new(self.database.clone());
        let writer = format!("w{}", self.born);
        let store = Store::new(Box::new(local.clone()), writer).mirrored(Box::new(mirror.clone()));
        let opened = store.open().unwrap();
        store.heal();
        let documents = opened.documents.into_iter().map(|document| (document.id.clone(), document)).collect();
        let (gone, waiting) = (opened.deleted, Vec::new());
        self.tabs.push(Tab { local, mirror, store, documents, gone, flying: None, waiting });
    }

    fn step(&mut self) {
        self.figures.steps += 1;
        let tab = self.random.below(self.tabs.len());
        match self.random.below(100) {
            0..40 => self.edit(tab),
            40..55 => self.take_off(tab),
            55..70 => self.land(tab),
            70..78 => drop(self.tabs[tab].local.deliver()),
            78..86 => self.join(tab),
            86..89 => {
                let which = self.random.below(8);
                self.disk.borrow_mut().settle_late(which);
            }
            89..91 => {
                let mut disk = self.disk.borrow_mut();
                disk.flushed = disk.texts.clone();
            }
            91..93 => {
                let full = self.random.once_in(3);
                self.disk.borrow_mut().full = full;
            }
            93 => self.database_full = self.random.once_in(3),
            94..96 => self.kill(tab),
            96 => self.delete(tab),
            97 => self.roll_back(),
            _ => self.damage_one_copy(),
        }
        if self.tabs[..].iter().any(|tab| tab.local.is_dead()) {
            let dead = self.tabs.iter().position(|tab| tab.local.is_dead()).unwrap();
            self.kill(dead);
        }
    }

    fn edit(&mut self, at: usize) {
        let id = format!("d{}", self.names - 1 - self.random.below(2));
        let requirement = format!("CC{}.1", self.random.below(4));
        let (field, value) = match self.random.below(5) {
            0 => (Field::Note, Value::Gone),
            1 | 2 => (Field::Note, Value::Text(format!("note {}", self.figures.edits))),
            _ => (Field::Level, Value::Number(u32::try_from(self.figures.edits).unwrap())),
        };
        if self.random.once_in(25) {
            self.tabs[at].local.fuel.set(Some(self.random.below(5)));
        }
        let tab = &mut self.tabs[at];
        if tab.gone.contains(&id) {
            return;
        }
        let document = tab.documents.entry(id.clone()).or_insert_with(|| Document::new(&id));
        document.write(FRAMEWORK, &requirement, field, value.clone(), tab.store.writer());
        if let Some(cell) = document.fields(FRAMEWORK, &requirement).and_then(|fields| fields.get(&field)) {
            self.edits.entry((id.clone(), requirement, field, cell.stamp.clone())).or_insert(value);
            self.figures.edits += 1;
        }
        let (document, batch) = (document.clone(), tab.mirror.batch());
        let receipt = tab.store.keep(&document);
        self.acknowledge(at, batch, &receipt, &Claim::Kept(document));
        if receipt.troubles().any(|(_, error)| error.is_gone()) {
            self.tabs[at].documents.remove(&id);
            self.tabs[at].gone.insert(id);
        }
    }

    fn delete(&mut self, at: usize) {
        let id = format!("d{}", self.names - 1 - self.random.below(2));
        self.doomed.insert(id.clone());
        self.names += 1;
        self.figures.deletions += 1;
        let tab = &mut self.tabs[at];
        tab.documents.remove(&id);
        tab.gone.insert(id.clone());
        let batch = tab.mirror.batch();
        let receipt = tab.store.delete(&id);
        self.acknowledge(at, batch, &receipt, &Claim::Deleted(id));
    }

    /// Notes what a place took at once, and what the database may complete later.
    fn acknowledge(&mut self, at: usize, batch: u64, receipt: &Receipt, claim: &Claim) {
        match receipt.clone().completed(&Err(plumbline::Error::denied("not completed yet"))).state() {
            SaveState::SavedHere => {
                self.figures.saved_here += 1;
                self.here.take(claim);
                self.all.take(claim);
            }
            SaveState::NotSaved(_) => self.figures.not_saved += 1,
            SaveState::Saved => panic!("the database has not completed it"),
        }
        if receipt.state() == SaveState::Saved {
            self.tabs[at].waiting.push((batch, claim.clone()));
        }
    }

    fn take_off(&mut self, at: usize) {
        let tab = &mut self.tabs[at];
        if let Some(changes) = tab.mirror.take() {
            tab.flying = Some(changes);
        }
    }

    fn land(&mut self, at: usize) {
        let fails = self.database_full || self.random.once_in(12);
        let tab = &mut self.tabs[at];
        let Some(changes) = tab.flying.take() else { return };
        let outcome = match fails {
            true => Err(plumbline::Error::full("there is no room left")),
            false => commit(&mut self.database, &changes),
        };
        self.figures.failed_commits += usize::from(outcome.is_err());
        tab.mirror.settle(outcome);
        let (mirror, waiting) = (tab.mirror.clone(), std::mem::take(&mut tab.waiting));
        for (batch, claim) in waiting {
            match mirror.outcome(batch) {
                Some(Ok(())) => {
                    self.figures.saved += 1;
                    for acknowledged in [&mut self.all, &mut self.durable, &mut self.there] {
                        acknowledged.take(&claim);
                    }
                }
                Some(Err(_)) => {}
                None => self.tabs[at].waiting.push((batch, claim)),
            }
        }
    }

    /// What a `storage` event brings about.
    fn join(&mut self, at: usize) {
        let sees_the_database = self.random.once_in(2);
        let tab = &mut self.tabs[at];
        while tab.local.deliver().is_some() {}
        if sees_the_database {
            tab.mirror.refresh(self.database.clone());
        }
        let opened = tab.store.open().unwrap();
        for document in opened.documents {
            let known = tab.documents.entry(document.id.clone()).or_insert_with(|| Document::new(&document.id));
            known.join(&document);
        }
        tab.gone.extend(opened.deleted);
        let gone = &tab.gone;
        tab.documents.retain(|id, _| !gone.contains(id));
        if opened.erased {
            self.figures.false_erasures += 1;
            self.kill(at);
        }
    }

    fn kill(&mut self, at: usize) {
        self.figures.kills += 1;
        let tab = self.tabs.swap_remove(at);
        tab.local.close();
        // What was on its way to the database may arrive all the same.
        if let Some(changes) = tab.flying.filter(|_| !self.database_full && self.random.once_in(2)) {
            commit(&mut self.database, &changes).unwrap();
        }
        self.start_tab();
    }

    /// The browser is killed and comes back with the `localStorage` it last flushed.
    fn roll_back(&mut self) {
        let alone = open(&[(Place::Database, &self.database)]);
        let deletions_are_there = self.durable.deleted.is_subset(&alone.deleted);
        if self.durable.missing(&alone, &self.doomed).is_some() || !deletions_are_there {
            return;
        }
        self.figures.rollbacks += 1;
        self.tabs.drain(..).for_each(|tab| tab.local.close());
        let mut disk = self.disk.borrow_mut();
        disk.late.clear();
        disk.texts = disk.flushed.clone();
        drop(disk);
        self.here = Acknowledged::default();
        self.all = Acknowledged::default();
        self.durable.documents.values().for_each(|document| self.all.take(&Claim::Kept(document.clone())));
        self.durable.deleted.iter().for_each(|id| self.all.take(&Claim::Deleted(id.clone())));
        (0..3).for_each(|_| self.start_tab());
    }

    /// Damages one copy, if the other has everything.
    fn damage_one_copy(&mut self) {
        let local = self.random.once_in(2);
        let other = match local {
            true => open(&[(Place::Database, &self.database)]),
            false => open(&[(Place::Browser, &self.disk.borrow().texts)]),
        };
        let is_intact = |acknowledged: &Acknowledged| {
            acknowledged.missing(&other, &self.doomed).is_none() && acknowledged.deleted.is_subset(&other.deleted)
        };
        if !is_intact(&self.all) || !is_intact(&self.durable) {
            return;
        }
        self.figures.damages += 1;
        if local {
            self.here = Acknowledged::default();
            let mut disk = self.disk.borrow_mut();
            damage(&mut disk.texts, &mut self.random);
            disk.flushed = disk.texts.clone();
        } else {
            self.there = Acknowledged::default();
            damage(&mut self.database, &mut self.random);
        }
        // Whoever opens the app next has both copies again.
        if self.random.once_in(2) {
            let at = self.random.below(self.tabs.len());
            self.kill(at);
        }
    }

    fn check(&mut self) {
        let disk = self.disk.borrow().texts.clone();
        let (old_disk, old_database) = &self.checked;
        let (local_changed, database_changed) = (*old_disk != disk, *old_database != self.database);
        let (local, database) = ((Place::Browser, &disk), (Place::Database, &self.database));
        let lossless = |what, acknowledged: &Acknowledged, opened: &Opened| {
            let missing = acknowledged.missing(opened, &self.doomed);
            assert_eq!(missing, None, "{what} lost something in world {} at step {}", self.seed, self.figures.steps);
        };
        if local_changed {
            lossless("localStorage", &self.here, &open(&[local]));
        }
        if database_changed {
            lossless("the database", &self.there, &open(&[database]));
        }
        if local_changed || database_changed {
            let both = open(&[local, database]);
            lossless("both", &self.all, &both);
            both.documents.iter().for_each(|document| self.check_values(document));
        }
        self.checked = (disk, self.database.clone());
    }

    /// Every value is one that was written with its stamp, and no older than the last that was acknowledged.
    fn check_values(&self, document: &Document) {
        let last = self.all.documents.get(&document.id);
        for requirement in (0..4).map(|number| format!("CC{number}.1")) {
            for (field, cell) in document.fields(FRAMEWORK, &requirement).into_iter().flatten() {
                let edit = (document.id.clone(), requirement.clone(), *field, cell.stamp.clone());
                assert_eq!(self.edits.get(&edit), Some(&cell.value), "{edit:?}");
                for lost in document.earlier(FRAMEWORK, &requirement, *field) {
                    let edit = (document.id.clone(), requirement.clone(), *field, lost.stamp.clone());
                    assert_eq!(self.edits.get(&edit), Some(&lost.value), "{edit:?}");
                }
                let acknowledged = last.and_then(|last| last.fields(FRAMEWORK, &requirement)?.get(field));
                let doomed = self.doomed.contains(&document.id);
                assert!(doomed || acknowledged.is_none_or(|acknowledged| acknowledged.stamp <= cell.stamp));
            }
        }
    }
}

#[test]
fn no_acknowledged_edit_is_ever_missing() {
    let steps = length("PLUMBLINE_SOAK_STEPS", 4_000);
    let mut total = Figures::default();
    let first = length("PLUMBLINE_SOAK_FIRST", 0);
    for seed in first..first + steps.div_ceil(STEPS_OF_A_WORLD) {
        let mut world = World::new(seed);
        for _ in 0..STEPS_OF_A_WORLD {
            world.step();
            world.check();
        }
        let figures = world.figures;
        total.steps += figures.steps;
        total.edits += figures.edits;
        total.saved += figures.saved;
        total.saved_here += figures.saved_here;
        total.not_saved += figures.not_saved;
        total.kills += figures.kills;
        total.rollbacks += figures.rollbacks;
        total.damages += figures.damages;
        total.deletions += figures.deletions;
        total.failed_commits += figures.failed_commits;
        total.false_erasures += figures.false_erasures;
    }
    println!("0 acknowledged edits lost: {total:?}");
    assert_eq!(total.false_erasures, 0);
    // The run means something only if everything that can go wrong went wrong.
    let happened = [total.saved, total.saved_here, total.not_saved, total.kills, total.rollbacks, total.damages];
    assert!(happened.into_iter().chain([total.deletions, total.failed_commits]).all(|count| count > 0), "{total:?}");
}
