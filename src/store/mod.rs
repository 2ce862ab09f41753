//! The only place that names browser storage.
//!
//! Every save writes a slot of its own, `plumbline/1/<assessment>/<writer>.<n>`, and nothing is ever overwritten. Opening
//! joins all slots of an assessment. A slot is removed only when a slot that this writer wrote and read back contains
//! everything it says. What cannot be read (damaged, foreign, newer) is left where it is and reported.
//!
//! Architecture invariant: no acknowledged edit is missing from the join of the slots. Held by the tests below.

mod browser;
mod memory;

pub use browser::Browser;
pub use memory::Memory;

use std::collections::BTreeMap;

use crate::assessment::Document;
use crate::{Error, record};

/// A place that keeps texts under keys.
pub trait Storage {
    /// The keys that begin with a prefix.
    ///
    /// # Errors
    /// When the place denies access.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, Error>;

    /// The text under a key.
    ///
    /// # Errors
    /// When the place denies access.
    fn read(&self, key: &str) -> Result<Option<String>, Error>;

    /// Keeps a text under a key.
    ///
    /// # Errors
    /// When the place denies access or is full; what was there before is then still there.
    fn write(&self, key: &str, text: &str) -> Result<(), Error>;

    /// Forgets a key.
    ///
    /// # Errors
    /// When the place denies access.
    fn remove(&self, key: &str) -> Result<(), Error>;
}

const PREFIX: &str = "plumbline/1/";
const SETTINGS: &str = "plumbline/settings";

/// The assessments of this browser.
pub struct Store {
    storage: Box<dyn Storage>,
    /// Names this tab: no two tabs write the same slot.
    writer: String,
    next: u64,
}

/// What opening the store found.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    pub documents: Vec<Document>,
    /// Slots that could not be read, with the reason. They are left as they are.
    pub aside: Vec<Aside>,
}

/// A slot that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    pub key: String,
    pub reason: Error,
    /// Its text, as it stands in storage, for a person to keep.
    pub raw: String,
}

impl Store {
    #[must_use]
    pub fn new(storage: Box<dyn Storage>, writer: String) -> Self {
        Self { storage, writer, next: 0 }
    }

    #[must_use]
    pub fn writer(&self) -> &str {
        &self.writer
    }

    /// Reads every assessment.
    ///
    /// # Errors
    /// When storage is denied.
    pub fn open(&self) -> Result<Opened, Error> {
        let mut documents: BTreeMap<String, Document> = BTreeMap::new();
        let mut aside = Vec::new();
        for key in self.storage.keys(PREFIX)? {
            match self.read_slot(&key) {
                Ok(document) => match documents.get_mut(&document.id) {
                    Some(known) => known.join(&document),
                    None => drop(documents.insert(document.id.clone(), document)),
                },
                Err(reason) => {
                    let raw = self.storage.read(&key)?.unwrap_or_default();
                    aside.push(Aside { key, reason, raw });
                }
            }
        }
        Ok(Opened { documents: documents.into_values().collect(), aside })
    }

    /// Saves a document in a slot of its own and removes the slots it contains.
    ///
    /// # Errors
    /// When storage is denied, full, or does not give back what was written.
    pub fn save(&mut self, document: &Document) -> Result<(), Error> {
        let others = self.storage.keys(&slots_of(&document.id))?;
        let mut key = self.slot(&document.id);
        while others.contains(&key) {
            self.next += 1;
            key = self.slot(&document.id);
        }
        self.next += 1;
        self.storage.write(&key, &record::encode(document))?;
        if self.read_slot(&key)? != *document {
            return Err(Error::damaged("the browser did not keep what was saved"));
        }
        for other in others {
            // A slot that cannot be read is not ours to remove.
            if self.read_slot(&other).is_ok_and(|older| document.covers(&older)) {
                self.storage.remove(&other)?;
            }
        }
        Ok(())
    }

    /// Forgets an assessment. Slots that cannot be read stay.
    ///
    /// # Errors
    /// When storage is denied.
    pub fn forget(&self, id: &str) -> Result<(), Error> {
        for key in self.storage.keys(&slots_of(id))? {
            if self.read_slot(&key).is_ok() {
                self.storage.remove(&key)?;
            }
        }
        Ok(())
    }

    /// What was chosen in this browser: `name=value` lines.
    #[must_use]
    pub fn settings(&self) -> String {
        // A browser that denies storage has no settings yet; saying so is the business of saving answers.
        self.storage.read(SETTINGS).ok().flatten().unwrap_or_default()
    }

    /// Keeps the settings.
    ///
    /// # Errors
    /// When storage is denied or full.
    pub fn keep_settings(&self, settings: &str) -> Result<(), Error> {
        self.storage.write(SETTINGS, settings)
    }

    fn slot(&self, id: &str) -> String {
        format!("{}{}.{}", slots_of(id), self.writer, self.next)
    }

    fn read_slot(&self, key: &str) -> Result<Document, Error> {
        let text = self.storage.read(key)?.ok_or_else(|| Error::damaged("a saved assessment has vanished"))?;
        let document = record::decode(&text)?;
        let misplaced = !key.starts_with(&slots_of(&document.id));
        if misplaced { Err(Error::foreign("a saved assessment stands under another's name")) } else { Ok(document) }
    }
}

fn slots_of(id: &str) -> String {
    format!("{PREFIX}{id}/")
}

#[cfg(test)]
mod tests;
