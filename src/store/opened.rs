//! What opening the store finds.

use std::collections::BTreeSet;

use super::{Place, SLOTS, Store, slots};
use crate::Error;
use crate::assessment::Document;
use crate::record::Saved;

/// What opening the store found.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    /// The assessments, joined over all places, in the order of their ids.
    pub documents: Vec<Document>,
    /// Assessments that a later version has written to: show and export them, but do not change them.
    pub read_only: BTreeSet<String>,
    /// Assessments that were deleted, here or in another tab.
    pub deleted: BTreeSet<String>,
    /// Slots that could not be read, with the reason. They are left as they are.
    pub aside: Vec<Aside>,
    /// Places that could not be read.
    pub troubles: Vec<(Place, Error)>,
    /// Another tab erased everything since this one began: forget it here too, and reload.
    pub erased: bool,
}

/// A slot that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    pub place: Place,
    pub key: String,
    pub reason: Error,
    /// Its text, as it stands in storage, for a person to keep.
    pub raw: String,
}

impl Store {
    /// Reads every assessment from every place. Writes nothing, unless it finds an erasure that somebody else began.
    ///
    /// # Errors
    /// When every place denies access.
    pub fn open(&self) -> Result<Opened, Error> {
        let mut opened = Opened::default();
        if self.check_epoch().is_err() {
            opened.erased = true;
            return Ok(opened);
        }
        let mut views = Vec::new();
        for place in &self.places {
            match slots::view(&**place, SLOTS) {
                Ok(view) => views.push(view),
                Err(error) => opened.troubles.push((place.place(), error)),
            }
        }
        if let ([], Some((_, error))) = (views.as_slice(), opened.troubles.first()) {
            return Err(error.clone());
        }
        for (id, saved) in slots::whole(&views) {
            match saved {
                Saved::Kept(document) => opened.documents.push(document),
                Saved::Deleted { .. } => drop(opened.deleted.insert(id)),
            }
        }
        for view in views {
            opened.read_only.extend(view.folders.into_iter().filter(|(_, folder)| folder.newer).map(|(id, _)| id));
            opened.aside.extend(view.aside);
        }
        Ok(opened)
    }

    /// Removes a damaged slot that a person has been shown and no longer wants, if it still is what they were shown.
    ///
    /// # Errors
    /// When the place denies access, or the slot is not damaged but of a later version.
    pub fn discard(&self, aside: &Aside) -> Result<(), Error> {
        if aside.reason.is_newer() {
            return Err(aside.reason.clone());
        }
        for place in self.places.iter().filter(|place| place.place() == aside.place) {
            if place.read(&aside.key)?.as_deref() == Some(&aside.raw) {
                place.remove(&aside.key)?;
            }
        }
        Ok(())
    }
}
