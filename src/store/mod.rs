//! The only place that names browser storage.
//!
//! Every save writes a slot of its own, `plumbline/1/<assessment>/<writer>.<n>`, with the same bytes into every place there
//! is, and nothing is ever overwritten. Opening joins all slots of an assessment in all places. A place lets go of a slot only
//! when a slot that this writer wrote to that same place and read back says strictly more. What cannot be read (damaged,
//! foreign, newer) is left where it is and reported.
//!
//! ```text
//! plumbline/1/<assessment>/<writer>.<n>   a slot: an assessment, or the fact that it was deleted
//! plumbline/epoch/<writer>                somebody saves here; gone after an erasure, so that no tab brings data back
//! plumbline/erasing                       an erasure has begun; whoever finds it finishes it
//! plumbline/settings                      what was chosen about the interface
//! ```
//!
//! Architecture invariant: no acknowledged edit is missing from the join of the slots. Why it holds: "says strictly more" is a
//! strict order, so among the slots that were ever written to a place a greatest one is always left over every one that went,
//! however stale the view of whoever let go of it. Held by `tests/store_machine.rs` and `tests/store_damage.rs`.

#[cfg(feature = "app")]
mod browser;
#[cfg(feature = "app")]
mod cipher;
#[cfg(feature = "app")]
mod database;
mod erase;
mod keep;
mod memory;
mod mirror;
mod opened;
mod receipt;
mod slots;
#[cfg(feature = "app")]
mod vault;

#[cfg(feature = "app")]
pub use browser::Browser;
#[cfg(feature = "app")]
pub use cipher::{lock, unlock};
pub use memory::Memory;
pub use mirror::{Change, Mirror};
pub use opened::{Aside, Opened};
pub use receipt::{Receipt, SaveState};
#[cfg(feature = "app")]
pub use vault::Vault;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use crate::Error;
use crate::record::Catalogs;

/// A place that keeps texts under keys.
pub trait Storage {
    /// Which place it is.
    fn place(&self) -> Place;

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

    /// Whether what it shows is really there, rather than still on its way.
    fn is_settled(&self) -> bool {
        true
    }
}

/// Where something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// `localStorage`: written at once, flushed to disk when the browser sees fit.
    Browser,
    /// `IndexedDB`: on disk once a transaction has completed.
    Database,
    /// This page's memory, for as long as the page is open.
    Page,
}

impl Place {
    /// The browser's own name for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Browser => "localStorage",
            Self::Database => "IndexedDB",
            Self::Page => "this page",
        }
    }
}

const OWN: &str = "plumbline/";
const SLOTS: &str = "plumbline/1/";
const SETTINGS: &str = "plumbline/settings";

/// The assessments of this browser, as one tab sees them.
pub struct Store {
    places: Vec<Box<dyn Storage>>,
    /// Names this tab: no two tabs write the same slot.
    writer: String,
    next: Cell<u64>,
    /// The epochs this tab has seen; when none of them is left, somebody erased everything.
    epochs: RefCell<BTreeSet<String>>,
    /// Another tab was heard erasing everything.
    heard: Cell<bool>,
    catalogs: Catalogs,
}

impl Store {
    /// A store in one place. `writer` must be a name that no other tab has or ever had: letters, digits and hyphens.
    #[must_use]
    pub fn new(storage: Box<dyn Storage>, writer: String) -> Self {
        Self {
            places: vec![storage],
            writer,
            next: Cell::new(0),
            epochs: RefCell::default(),
            heard: Cell::new(false),
            catalogs: Catalogs::new(),
        }
    }

    /// Keeps everything in a second place as well.
    #[must_use]
    pub fn mirrored(mut self, storage: Box<dyn Storage>) -> Self {
        self.places.push(storage);
        self
    }

    /// Notes the states of the catalogs beside everything saved.
    #[must_use]
    pub fn with_catalogs(mut self, catalogs: Catalogs) -> Self {
        self.catalogs = catalogs;
        self
    }

    #[must_use]
    pub fn writer(&self) -> &str {
        &self.writer
    }

    /// What was chosen in this browser: `name=value` lines.
    #[must_use]
    pub fn settings(&self) -> String {
        // A browser that denies storage has no settings yet; saying so is the business of saving answers.
        self.places.iter().find_map(|place| place.read(SETTINGS).ok().flatten()).unwrap_or_default()
    }

    /// Keeps the settings in the first place that takes them.
    ///
    /// # Errors
    /// When storage is denied or full, or everything was erased.
    pub fn keep_settings(&self, settings: &str) -> Result<(), Error> {
        self.check_epoch()?;
        let first = self.places.first().ok_or_else(|| Error::denied("there is no place to keep settings in"))?;
        first.write(SETTINGS, settings)
    }
}
