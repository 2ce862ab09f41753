//! The browser's `localStorage`.

use gloo_storage::{LocalStorage, Storage as _};

use super::{Place, Storage};
use crate::Error;

/// The storage of this page's origin. Made only where the browser grants it.
pub struct Browser(());

impl Browser {
    /// The browser's storage, if this page may use it.
    ///
    /// # Errors
    /// When the browser denies storage to this page: cookies are blocked, or the page has no origin.
    pub fn probe() -> Result<Self, Error> {
        // gloo-storage panics where storage is denied, so ask the window first. Its `get_all` and `clear` are never used:
        // the one fails on other applications' keys, the other erases them.
        let granted = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        granted.map(|_| Self(())).ok_or_else(denied)
    }
}

impl Storage for Browser {
    fn place(&self) -> Place {
        Place::Browser
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Error> {
        let storage = LocalStorage::raw();
        let count = storage.length().map_err(|_| denied())?;
        Ok((0..count).filter_map(|index| storage.key(index).ok().flatten()).filter(|key| key.starts_with(prefix)).collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, Error> {
        LocalStorage::raw().get_item(key).map_err(|_| denied())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Error> {
        LocalStorage::raw().set_item(key, text).map_err(|_| Error::full("the browser has no room left for this page"))
    }

    fn remove(&self, key: &str) -> Result<(), Error> {
        LocalStorage::raw().remove_item(key).map_err(|_| denied())
    }
}

fn denied() -> Error {
    Error::denied("this browser does not let the page store anything")
}
