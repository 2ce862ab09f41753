//! The browser's `IndexedDB`: one database with one object store, from keys to texts.
//!
//! The database is made by the first commit; a page that only reads leaves none behind. Promises resolve inside the events
//! of their requests, so a transaction stays active from one `await` to the next.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode};

use super::Change;
use crate::Error;

const NAME: &str = "plumbline";
const SLOTS: &str = "slots";

/// The database of this page's origin.
#[derive(Clone)]
pub(super) struct Database {
    factory: IdbFactory,
    connection: Rc<RefCell<Option<Connection>>>,
    /// Called when another tab erases the database.
    erased: Rc<dyn Fn()>,
}

struct Connection {
    database: IdbDatabase,
    _on_change: Closure<dyn FnMut()>,
}

impl Database {
    /// The database, if this page may have one. `erased` is called when another tab deletes it.
    ///
    /// # Errors
    /// When the browser denies it to this page.
    pub fn probe(erased: Rc<dyn Fn()>) -> Result<Self, Error> {
        let factory = web_sys::window().and_then(|window| window.indexed_db().ok().flatten());
        let factory = factory.ok_or_else(|| Error::denied("this browser gives the page no database"))?;
        Ok(Self { factory, connection: Rc::default(), erased })
    }

    /// Every key with its text.
    ///
    /// # Errors
    /// When the browser denies access.
    pub async fn load(&self) -> Result<BTreeMap<String, String>, Error> {
        let Some(database) = self.connect(false).await? else { return Ok(BTreeMap::new()) };
        let (_, slots) = begin(&database, IdbTransactionMode::Readonly)?;
        let keys = slots.get_all_keys().map_err(refused)?;
        let texts = slots.get_all().map_err(refused)?;
        let (keys, texts) = (Array::from(&settled(&keys).await?), Array::from(&settled(&texts).await?));
        Ok(keys.iter().zip(texts.iter()).filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?))).collect())
    }

    /// Makes changes, all or none, and returns when they are on disk.
    ///
    /// # Errors
    /// When the browser denies access, has no room, or does not give back what was written.
    pub async fn commit(&self, changes: &[Change]) -> Result<(), Error> {
        let Some(database) = self.connect(true).await? else { return Err(denied()) };
        let (transaction, slots) = begin(&database, IdbTransactionMode::Readwrite)?;
        let completed = completion(&transaction);
        for change in changes {
            if let Err(error) = make(&slots, change).await {
                drop(transaction.abort());
                drop(JsFuture::from(completed).await);
                return Err(error);
            }
        }
        JsFuture::from(completed).await.map(drop).map_err(|_| failure(transaction.error().map(JsValue::from)))
    }

    /// Deletes the database, in every tab.
    ///
    /// # Errors
    /// When the browser denies access.
    pub async fn erase(&self) -> Result<(), Error> {
        if let Some(connection) = self.connection.take() {
            connection.database.close();
        }
        let request = self.factory.delete_database(NAME).map_err(refused)?;
        settled(&request).await.map(drop)
    }

    async fn connect(&self, make: bool) -> Result<Option<IdbDatabase>, Error> {
        if let Some(connection) = &*self.connection.borrow() {
            return Ok(Some(connection.database.clone()));
        }
        let request = self.factory.open_with_u32(NAME, 1).map_err(refused)?;
        let opening = request.clone();
        // A new database is only wanted for writing; without one the attempt is called off and nothing stays behind.
        let upgrade = Closure::once(move || match opening.result().map(IdbDatabase::unchecked_from_js) {
            Ok(database) if make => drop(database.create_object_store(SLOTS)),
            _ => drop(opening.transaction().map(|transaction| transaction.abort())),
        });
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let opened = settled(&request).await;
        match opened {
            Ok(database) => Ok(Some(self.attend(database.unchecked_into()))),
            Err(_) if !make && is_called_off(&request) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Keeps a connection, and lets go of it when another tab deletes the database.
    fn attend(&self, database: IdbDatabase) -> IdbDatabase {
        if let Some(connection) = &*self.connection.borrow() {
            database.close();
            return connection.database.clone();
        }
        let (mine, connection, erased) = (database.clone(), Rc::downgrade(&self.connection), self.erased.clone());
        let on_change = Closure::<dyn FnMut()>::new(move || {
            mine.close();
            // The closure that runs lives in the connection, so it is only marked as unused here.
            if let Some(connection) = connection.upgrade() {
                wasm_bindgen_futures::spawn_local(async move { drop(connection.take()) });
            }
            erased();
        });
        database.set_onversionchange(Some(on_change.as_ref().unchecked_ref()));
        self.connection.replace(Some(Connection { database: database.clone(), _on_change: on_change }));
        database
    }
}

fn begin(database: &IdbDatabase, mode: IdbTransactionMode) -> Result<(IdbTransaction, IdbObjectStore), Error> {
    let transaction = database.transaction_with_str_and_mode(SLOTS, mode).map_err(refused)?;
    let slots = transaction.object_store(SLOTS).map_err(refused)?;
    Ok((transaction, slots))
}

async fn make(slots: &IdbObjectStore, change: &Change) -> Result<(), Error> {
    let read = async |key: &str| settled(&slots.get(&key.into()).map_err(refused)?).await.map(|text| text.as_string());
    match change {
        Change::Put { key, text } => {
            if read(key).await?.is_none() {
                settled(&slots.add_with_key(&text.into(), &key.into()).map_err(refused)?).await?;
            }
            let kept = read(key).await?.is_some_and(|kept| kept == *text || text.is_empty());
            if kept { Ok(()) } else { Err(Error::damaged("the browser did not keep what was saved")) }
        }
        Change::Remove { key, text } => {
            if read(key).await?.as_ref() == Some(text) {
                settled(&slots.delete(&key.into()).map_err(refused)?).await?;
            }
            Ok(())
        }
    }
}

/// The result of a request, once it is there.
async fn settled(request: &IdbRequest) -> Result<JsValue, Error> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => request.result().map_err(refused),
        Err(event) => {
            // What failed is said by whoever asked; the browser need not report it as well.
            event.unchecked_ref::<web_sys::Event>().prevent_default();
            Err(failure(request.error().ok().flatten().map(JsValue::from)))
        }
    }
}

fn completion(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    })
}

fn is_called_off(request: &IdbOpenDbRequest) -> bool {
    request.error().ok().flatten().is_some_and(|error| error.name() == "AbortError")
}

fn failure(error: Option<JsValue>) -> Error {
    error.map_or_else(denied, refused)
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn refused(error: JsValue) -> Error {
    let name = error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name).unwrap_or_default();
    if name == "QuotaExceededError" { Error::full("the browser has no room left for this page") } else { denied() }
}

fn denied() -> Error {
    Error::denied("this browser refuses the page its database")
}
