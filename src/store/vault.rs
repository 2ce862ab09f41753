//! Both places of this browser behind one door.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::database::Database;
use super::{Browser, Memory, Mirror, Opened, Place, Receipt, Storage, Store};
use crate::Error;
use crate::assessment::Document;
use crate::record::Catalogs;

/// The store of this tab with its database. Clones are the same vault.
#[derive(Clone)]
pub struct Vault(Rc<Inner>);

struct Inner {
    store: Store,
    second: Option<Second>,
}

struct Second {
    mirror: Mirror,
    database: Database,
    /// The commit that is on its way.
    flight: RefCell<Option<Promise>>,
}

impl Vault {
    /// Opens what the browser grants: both places, one, or this page's memory.
    ///
    /// The places are joined, and each is given what it lacks. `erased` is called when another tab erases everything.
    pub async fn open(writer: String, catalogs: Catalogs, erased: impl Fn() + 'static) -> (Self, Result<Opened, Error>) {
        let storage: Box<dyn Storage> = match Browser::probe() {
            Ok(browser) => Box::new(browser),
            Err(_) => Box::new(Memory::default()),
        };
        let store = Store::new(storage, writer).with_catalogs(catalogs);
        let (store, second) = match Second::open(erased).await {
            Ok(second) => (store.mirrored(Box::new(second.mirror.clone())), Some(second)),
            Err(_) => (store, None),
        };
        let vault = Self(Rc::new(Inner { store, second }));
        let opened = vault.store().open().map(|mut opened| {
            opened.troubles.extend(vault.store().heal());
            opened
        });
        // Healing is not waited for: what it writes is safe elsewhere already.
        let healing = vault.clone();
        wasm_bindgen_futures::spawn_local(async move { drop(healing.flush().await) });
        (vault, opened)
    }

    #[must_use]
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// Saves a document: at once into `localStorage`, then into the database.
    pub async fn save(&self, document: &Document) -> Receipt {
        self.settle_doubt().await;
        let receipt = self.store().keep(document);
        receipt.completed(&self.flush().await)
    }

    /// Saves a document without waiting for anything: for a page that may be gone in a moment. What the database makes of it
    /// is not in the receipt.
    pub fn save_at_once(&self, document: &Document) -> Receipt {
        let receipt = self.store().keep(document);
        let vault = self.clone();
        wasm_bindgen_futures::spawn_local(async move { drop(vault.flush().await) });
        receipt
    }

    /// Deletes an assessment, for good and in every tab.
    pub async fn delete(&self, id: &str) -> Receipt {
        self.settle_doubt().await;
        let receipt = self.store().delete(id);
        receipt.completed(&self.flush().await)
    }

    /// Reads everything anew, the database too: after a `storage` event.
    ///
    /// # Errors
    /// When every place denies access.
    pub async fn reopen(&self) -> Result<Opened, Error> {
        self.refresh().await;
        self.store().open()
    }

    /// Erases everything of ours in both places; no database is left either.
    ///
    /// # Errors
    /// The places that did not let go of everything.
    pub async fn erase(&self) -> Result<(), Vec<(Place, Error)>> {
        let mut troubles = self.store().erase().err().unwrap_or_default();
        if let Some(second) = &self.0.second {
            drop(self.flush().await);
            if let Err(error) = second.database.erase().await {
                troubles.push((Place::Database, error));
            }
            second.mirror.refresh(Default::default());
        }
        if troubles.is_empty() { Ok(()) } else { Err(troubles) }
    }

    /// Commits what is waiting and says what became of it.
    ///
    /// # Errors
    /// When the database refused; nothing of the batch is in it then.
    pub async fn flush(&self) -> Result<(), Error> {
        let Some(second) = &self.0.second else { return Ok(()) };
        let batch = second.mirror.batch();
        loop {
            if let Some(outcome) = second.mirror.outcome(batch) {
                return outcome;
            }
            let flight = second.flight.borrow().clone();
            let flight = match (flight, second.mirror.take()) {
                (_, Some(changes)) => second.launch(changes),
                (Some(flight), None) => flight,
                (None, None) => return Ok(()),
            };
            drop(JsFuture::from(flight).await);
        }
    }

    /// Before a save where the places disagree about an erasure, looks at the database again.
    async fn settle_doubt(&self) {
        if self.store().is_in_doubt() {
            self.refresh().await;
        }
    }

    async fn refresh(&self) {
        if let Some(second) = &self.0.second
            && let Ok(contents) = second.database.load().await
        {
            second.mirror.refresh(contents);
        }
    }
}

impl Second {
    async fn open(erased: impl Fn() + 'static) -> Result<Self, Error> {
        let mirror = Mirror::default();
        let closing = mirror.clone();
        let database = Database::probe(Rc::new(move || {
            closing.close(Error::gone("everything was erased in another tab"));
            erased();
        }))?;
        mirror.refresh(database.load().await?);
        Ok(Self { mirror, database, flight: RefCell::default() })
    }

    /// Sends a batch on its way. It is committed whether or not anybody waits.
    fn launch(&self, changes: Vec<super::Change>) -> Promise {
        let (mirror, database) = (self.mirror.clone(), self.database.clone());
        let flight = future_to_promise(async move {
            let outcome = database.commit(&changes).await;
            let failed = outcome.is_err();
            mirror.settle(outcome);
            // It may have failed because the mirror was out of date.
            if failed && let Ok(contents) = database.load().await {
                mirror.refresh(contents);
            }
            Ok(JsValue::UNDEFINED)
        });
        self.flight.replace(Some(flight.clone()));
        flight
    }
}
