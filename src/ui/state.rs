//! Everything that changes while the app runs, and the deeds that change it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use yew::Reducible;

use super::Settings;
use crate::Error;
use crate::assessment::{Action, Document, Field, apply};
use crate::store::{Aside, Opened};

/// The id of the sample assessment, which is never stored.
pub const SAMPLE: &str = "sample";

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub documents: BTreeMap<String, Rc<Document>>,
    /// Assessments changed since they were last saved.
    pub unsaved: BTreeSet<String>,
    /// Assessments deleted since the page was opened; storage forgets them.
    pub forgotten: BTreeSet<String>,
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
    /// Everything is in this browser's storage.
    Saved,
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
    Forget(String),
    Saved(Vec<String>),
    SavingFailed(Error),
    Settle(Settings),
}

impl State {
    #[must_use]
    pub fn new(writer: String, today: String, settings: Settings) -> Self {
        Self {
            documents: BTreeMap::new(),
            unsaved: BTreeSet::new(),
            forgotten: BTreeSet::new(),
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
            Deed::Opened(opened) => {
                for document in opened.documents.into_iter().filter(|document| !self.forgotten.contains(&document.id)) {
                    let known = state.documents.entry(document.id.clone()).or_default();
                    let known = Rc::make_mut(known);
                    known.id.clone_from(&document.id);
                    known.join(&document);
                }
                state.aside = opened.aside;
            }
            Deed::Begin(document) => state.put(document),
            Deed::Act { assessment, action } => {
                if let Some(document) = self.documents.get(&assessment) {
                    let mut changed = Document::clone(document);
                    apply(&mut changed, &action, &self.writer);
                    if changed != **document {
                        let day = Action::Date { field: Field::Changed, day: self.today.clone() };
                        apply(&mut changed, &day, &self.writer);
                        state.put(changed);
                    }
                }
            }
            Deed::Forget(id) => {
                state.documents.remove(&id);
                state.unsaved.remove(&id);
                state.forgotten.insert(id);
            }
            Deed::Saved(ids) => {
                state.unsaved.retain(|id| !ids.contains(id));
                state.saving = Saving::Saved;
            }
            Deed::SavingFailed(error) => state.saving = Saving::Failed(error),
            Deed::Settle(settings) => state.settings = settings,
        }
        state
    }

    fn put(&mut self, document: Document) {
        if document.id != SAMPLE {
            self.unsaved.insert(document.id.clone());
        }
        self.documents.insert(document.id.clone(), Rc::new(document));
    }

    /// Somebody's own assessments, the one changed last first; the sample is not among them.
    #[must_use]
    pub fn own(&self) -> Vec<&Rc<Document>> {
        let mut own: Vec<&Rc<Document>> = self.documents.values().filter(|document| document.id != SAMPLE).collect();
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
