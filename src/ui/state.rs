//! Everything that changes while the app runs, and the deeds that change it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use yew::Reducible;

use super::Settings;
use crate::Error;
use crate::assessment::{Action, Document, Field, History, apply, is_snapshot};
use crate::store::{Aside, Opened, SaveState};

/// The id of the sample assessment, which is never stored.
pub const SAMPLE: &str = "sample";

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub documents: BTreeMap<String, Rc<Document>>,
    /// Assessments changed since they were last saved.
    pub unsaved: BTreeSet<String>,
    /// Assessments deleted and not yet forgotten by storage.
    pub forgotten: BTreeSet<String>,
    /// What can be undone, by assessment.
    pub histories: BTreeMap<String, Rc<History>>,
    /// Everything deleted since the page was opened.
    gone: BTreeSet<String>,
    /// Assessments that a later version has written to: shown, never changed.
    pub read_only: BTreeSet<String>,
    /// Counts the changes that are to be saved.
    pub revision: u64,
    /// Counts the saves that succeeded.
    pub settled: u64,
    /// Everything is being erased.
    pub is_erasing: bool,
    pub saving: Saving,
    /// Slots that could not be read.
    pub aside: Vec<Aside>,
    pub settings: Settings,
    /// The name of this tab in stamps.
    pub writer: String,
    /// Today as `YYYY-MM-DD`, for display only.
    pub today: String,
}

/// What has become of the answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Saving {
    /// Nothing has changed since the page was opened.
    Idle,
    /// Everything is on this browser's disk.
    Saved,
    /// Everything is in this browser's storage, which it writes to disk when it sees fit.
    SavedHere,
    /// The last attempt failed; everything is still on the screen.
    Failed(Error),
}

/// All that can happen to the state. Closed.
#[derive(Clone, Debug)]
pub enum Deed {
    /// What storage holds, at the start or after another tab saved.
    Opened(Opened),
    /// An assessment somebody has just begun.
    Begin(Document),
    Act {
        assessment: String,
        action: Action,
    },
    /// Takes the last deed back, or does it again.
    Undo(String),
    Redo(String),
    /// Assessments out of a backup, each joined with the one of its name if there is one. A deleted one comes back under the
    /// fresh name beside it.
    Restore(Vec<(Document, String)>),
    Forget(String),
    /// What became of a save.
    Saved {
        documents: Vec<Rc<Document>>,
        leaving: Vec<String>,
        outcome: SaveState,
    },
    SavingFailed(Error),
    /// Erases everything of this browser.
    Erase,
    Settle(Settings),
}

impl State {
    #[must_use]
    pub fn new(writer: String, today: String, settings: Settings) -> Self {
        Self {
            documents: BTreeMap::new(),
            unsaved: BTreeSet::new(),
            forgotten: BTreeSet::new(),
            histories: BTreeMap::new(),
            gone: BTreeSet::new(),
            read_only: BTreeSet::new(),
            revision: 0,
            settled: 0,
            is_erasing: false,
            saving: Saving::Idle,
            aside: Vec::new(),
            settings,
            writer,
            today,
        }
    }

    /// The state after a deed.
    #[must_use]
    pub fn after(&self, deed: Deed) -> Self {
        let mut state = self.clone();
        match deed {
            Deed::Opened(opened) => state.open(opened),
            Deed::Begin(document) => state.put(document),
            Deed::Act { assessment, action } => {
                state.change(&assessment, |history, document, writer| history.act(document, action, writer));
            }
            Deed::Undo(assessment) => state.change(&assessment, |history, document, writer| {
                history.undo(document, writer);
            }),
            Deed::Redo(assessment) => state.change(&assessment, |history, document, writer| {
                history.redo(document, writer);
            }),
            Deed::Restore(documents) => state.restore(documents),
            Deed::Forget(id) => {
                state.documents.remove(&id);
                state.unsaved.remove(&id);
                if id != SAMPLE {
                    state.gone.insert(id.clone());
                    state.forgotten.insert(id);
                    state.revision += 1;
                }
            }
            Deed::Saved { documents, leaving, outcome } => state.settle(&documents, &leaving, outcome),
            Deed::Erase => state.is_erasing = true,
            Deed::SavingFailed(error) => state.saving = Saving::Failed(error),
            Deed::Settle(settings) => state.settings = settings,
        }
        state
    }

    /// Changes an assessment through its history, unless it is to be left alone.
    fn change(&mut self, assessment: &str, deed: impl FnOnce(&mut History, &mut Document, &str)) {
        let Some(document) = self.documents.get(assessment).filter(|_| !self.read_only.contains(assessment)) else { return };
        let mut changed = Document::clone(document);
        let history = Rc::make_mut(self.histories.entry(assessment.to_owned()).or_default());
        deed(history, &mut changed, &self.writer);
        if changed != **document {
            let day = Action::Date { field: Field::Changed, day: self.today.clone() };
            apply(&mut changed, &day, &self.writer);
            self.put(changed);
        }
    }

    fn restore(&mut self, documents: Vec<(Document, String)>) {
        for (mut document, fresh) in documents {
            if self.gone.contains(&document.id) {
                document.id = fresh;
            }
            if let Some(known) = self.documents.get(&document.id) {
                document.join(known);
            }
            self.put(document);
        }
    }

    /// Joins what storage holds, and lets go of what another tab deleted.
    fn open(&mut self, opened: Opened) {
        for document in opened.documents.into_iter().filter(|document| !self.gone.contains(&document.id)) {
            let known = self.documents.entry(document.id.clone()).or_default();
            let known = Rc::make_mut(known);
            known.id.clone_from(&document.id);
            known.join(&document);
        }
        for id in opened.deleted {
            self.documents.remove(&id);
            self.unsaved.remove(&id);
            self.gone.insert(id);
        }
        self.read_only = opened.read_only;
        self.aside = opened.aside;
    }

    /// What has changed since it was saved stays waiting.
    fn settle(&mut self, documents: &[Rc<Document>], leaving: &[String], outcome: SaveState) {
        self.saving = match outcome {
            SaveState::NotSaved(error) => {
                self.saving = Saving::Failed(error);
                return;
            }
            SaveState::Saved => Saving::Saved,
            SaveState::SavedHere => Saving::SavedHere,
        };
        for saved in documents {
            if self.documents.get(&saved.id).is_none_or(|now| Rc::ptr_eq(now, saved) || now == saved) {
                self.unsaved.remove(&saved.id);
            }
        }
        self.forgotten.retain(|id| !leaving.contains(id));
        self.settled += 1;
    }

    /// The assessments to be saved, as they stand.
    #[must_use]
    pub fn waiting(&self) -> Vec<Rc<Document>> {
        self.unsaved.iter().filter_map(|id| self.documents.get(id).cloned()).collect()
    }

    fn put(&mut self, document: Document) {
        if document.id != SAMPLE {
            self.unsaved.insert(document.id.clone());
            self.revision += 1;
        }
        self.documents.insert(document.id.clone(), Rc::new(document));
    }

    /// Somebody's own assessments, the one changed last first; the sample is not among them.
    #[must_use]
    pub fn own(&self) -> Vec<&Rc<Document>> {
        let mut own: Vec<&Rc<Document>> =
            self.documents.values().filter(|document| document.id != SAMPLE && !is_snapshot(document)).collect();
        own.sort_by_key(|document| {
            std::cmp::Reverse((document.text("", "", Field::Changed).to_owned(), document.id.clone()))
        });
        own
    }
}

impl Reducible for State {
    type Action = Deed;

    fn reduce(self: Rc<Self>, deed: Deed) -> Rc<Self> {
        Rc::new(self.after(deed))
    }
}
