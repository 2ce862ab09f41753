//! A storage that lasts as long as the page, for tests and for browsers that deny their own.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Place, Storage};
use crate::Error;

/// Clones share what they keep, as two tabs of a browser do.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
    capacity: Option<usize>,
    stands_for: Option<Place>,
}

impl Memory {
    /// A storage that refuses to hold more than so many bytes.
    #[must_use]
    pub fn with_capacity(bytes: usize) -> Self {
        Self { capacity: Some(bytes), ..Self::default() }
    }

    /// A storage that passes for another place, for tests.
    #[must_use]
    pub fn standing_for(place: Place) -> Self {
        Self { stands_for: Some(place), ..Self::default() }
    }
}

impl Storage for Memory {
    fn place(&self) -> Place {
        self.stands_for.unwrap_or(Place::Page)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Error> {
        Ok(self.texts.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, Error> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Error> {
        let mut texts = self.texts.borrow_mut();
        let others: usize = texts.iter().filter(|(other, _)| *other != key).map(|(key, text)| key.len() + text.len()).sum();
        if self.capacity.is_some_and(|capacity| others + key.len() + text.len() > capacity) {
            return Err(Error::full("there is no room left to save"));
        }
        texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Error> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}
