//! The second copy: a place that takes changes at once and hands them to a database in batches.
//!
//! A batch is committed whole or not at all, one at a time. When one fails, the batch being filled is dropped with it: its
//! removals may rest on slots that now do not exist.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use super::{Place, Storage};
use crate::Error;

/// How many failures are remembered for those who ask late.
const REMEMBERED: usize = 32;

/// One step of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Keeps a text; the batch fails when the key holds another text already. An empty text is a mark, and any text under
    /// its key will do.
    Put { key: String, text: String },
    /// Forgets a key if it still holds this text, so that bytes damaged since are not lost.
    Remove { key: String, text: String },
}

/// A view of a database with the changes on their way to it. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct Mirror(Rc<RefCell<Inner>>);

#[derive(Debug, Default)]
struct Inner {
    /// What the database held when it was read, with what it has completed since.
    committed: BTreeMap<String, String>,
    /// The same with the changes that are on their way.
    view: BTreeMap<String, String>,
    flying: Vec<Change>,
    pending: Vec<Change>,
    /// The number of the batch being filled.
    filling: u64,
    /// Batches before this one are over.
    over: u64,
    failures: VecDeque<(u64, Error)>,
    closed: Option<Error>,
}

impl Mirror {
    /// A mirror of a database that holds these texts.
    #[must_use]
    pub fn new(contents: BTreeMap<String, String>) -> Self {
        Self(Rc::new(RefCell::new(Inner { committed: contents.clone(), view: contents, ..Inner::default() })))
    }

    /// The number of the batch that the next change goes into.
    #[must_use]
    pub fn batch(&self) -> u64 {
        self.0.borrow().filling
    }

    /// The next batch to commit; `None` while one is on its way or when there is nothing to do.
    #[must_use]
    pub fn take(&self) -> Option<Vec<Change>> {
        let mut inner = self.0.borrow_mut();
        if inner.pending.is_empty() || !inner.flying.is_empty() {
            return None;
        }
        inner.flying = std::mem::take(&mut inner.pending);
        inner.filling += 1;
        Some(inner.flying.clone())
    }

    /// Notes what became of the batch taken last.
    pub fn settle(&self, outcome: Result<(), Error>) {
        let mut inner = self.0.borrow_mut();
        let flown = std::mem::take(&mut inner.flying);
        match outcome {
            Ok(()) => apply(&mut inner.committed, &flown),
            Err(error) => {
                let filling = inner.filling;
                inner.failures.push_back((filling.saturating_sub(1), error.clone()));
                if !inner.pending.is_empty() {
                    inner.pending.clear();
                    inner.failures.push_back((filling, error));
                    inner.filling += 1;
                }
                while inner.failures.len() > REMEMBERED {
                    inner.failures.pop_front();
                }
                inner.view = inner.committed.clone();
            }
        }
        inner.over = inner.filling;
    }

    /// What became of a batch; `None` while it is not over.
    #[must_use]
    pub fn outcome(&self, batch: u64) -> Option<Result<(), Error>> {
        let inner = self.0.borrow();
        if let Some((_, error)) = inner.failures.iter().find(|(failed, _)| *failed == batch) {
            return Some(Err(error.clone()));
        }
        // A batch that nothing went into is over as soon as the ones before it are.
        let empty = batch == inner.filling && inner.pending.is_empty() && inner.flying.is_empty();
        (batch < inner.over || empty).then_some(Ok(()))
    }

    /// Takes in what the database holds by now.
    pub fn refresh(&self, contents: BTreeMap<String, String>) {
        let mut inner = self.0.borrow_mut();
        inner.committed = contents;
        let mut view = inner.committed.clone();
        apply(&mut view, &inner.flying);
        apply(&mut view, &inner.pending);
        inner.view = view;
    }

    /// Lets go of everything and refuses from now on.
    pub fn close(&self, reason: Error) {
        *self.0.borrow_mut() = Inner { closed: Some(reason), ..Inner::default() };
    }

    fn change(&self, change: Change) -> Result<(), Error> {
        let mut inner = self.0.borrow_mut();
        if let Some(reason) = &inner.closed {
            return Err(reason.clone());
        }
        apply(&mut inner.view, std::slice::from_ref(&change));
        inner.pending.push(change);
        Ok(())
    }
}

fn apply(texts: &mut BTreeMap<String, String>, changes: &[Change]) {
    for change in changes {
        match change {
            Change::Put { key, text } => drop(texts.insert(key.clone(), text.clone())),
            Change::Remove { key, text } => {
                if texts.get(key) == Some(text) {
                    texts.remove(key);
                }
            }
        }
    }
}

impl Storage for Mirror {
    fn place(&self) -> Place {
        Place::Database
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Error> {
        let inner = self.0.borrow();
        let from = inner.view.range(prefix.to_owned()..).map(|(key, _)| key);
        Ok(from.take_while(|key| key.starts_with(prefix)).cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, Error> {
        Ok(self.0.borrow().view.get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Error> {
        self.change(Change::Put { key: key.to_owned(), text: text.to_owned() })
    }

    fn remove(&self, key: &str) -> Result<(), Error> {
        let Some(text) = self.read(key)? else { return Ok(()) };
        self.change(Change::Remove { key: key.to_owned(), text })
    }

    fn is_settled(&self) -> bool {
        let inner = self.0.borrow();
        inner.flying.is_empty() && inner.pending.is_empty()
    }
}
