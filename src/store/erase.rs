//! Erasing everything, so that it stays erased in every tab and nothing of it is left behind.
//!
//! The first save of all leaves an epoch: a key of a name used once. Every tab remembers the epochs it has seen, and once none
//! of them is left it knows that it was erased: it saves no more, and takes back what it wrote before it heard. So no marker
//! has to outlast the erasure, and a tab that slept through it cannot bring anything back.
//!
//! A browser that is killed within seconds of an erasure may still come back with the `localStorage` it last flushed to disk;
//! no page can prevent that.

use std::collections::BTreeSet;

use super::{OWN, Place, SLOTS, Store};
use crate::Error;

const EPOCHS: &str = "plumbline/epoch/";
const ERASING: (&str, &str) = ("plumbline/erasing", "erasing");

impl Store {
    /// Erases every assessment and setting in every place, damaged and newer ones too. Keys of other applications stay.
    ///
    /// # Errors
    /// The places that did not let go of everything. An erasure that was interrupted is finished by whoever opens the store
    /// next.
    pub fn erase(&self) -> Result<(), Vec<(Place, Error)>> {
        let troubles = self.erase_own();
        self.epochs.borrow_mut().clear();
        self.heard.set(false);
        if troubles.is_empty() { Ok(()) } else { Err(troubles) }
    }

    /// Whether the places disagree about an erasure: a copy of a place that is not read anew each time may be out of date.
    #[must_use]
    pub fn is_in_doubt(&self) -> bool {
        let seen = self.epochs.borrow();
        let lacking = |place: usize| seen.is_disjoint(&self.epochs_in(place));
        !seen.is_empty() && (0..self.places.len()).any(lacking) && !(0..self.places.len()).all(lacking)
    }

    /// Notes what another tab did, from a `storage` event: a key and its new text.
    pub fn hear(&self, key: &str, text: Option<&str>) {
        self.heard
            .set(self.heard.get() || (key == ERASING.0 && text == Some(ERASING.1) && !self.epochs.borrow().is_empty()));
    }

    /// Checks that nobody has erased everything since this tab began.
    pub(super) fn check_epoch(&self) -> Result<(), Error> {
        let marked =
            self.places.iter().any(|place| place.read(ERASING.0).is_ok_and(|text| text.as_deref() == Some(ERASING.1)));
        if marked {
            self.hear(ERASING.0, Some(ERASING.1));
            self.erase_own();
        }
        let present: BTreeSet<String> = (0..self.places.len()).flat_map(|place| self.epochs_in(place)).collect();
        let mut seen = self.epochs.borrow_mut();
        if !seen.is_empty() && seen.is_disjoint(&present) {
            if self.heard.get() {
                self.take_back();
            }
            if self.heard.get() || !self.is_anything_left(present.is_empty()) {
                return Err(Error::gone("everything was erased in another tab"));
            }
            // Nobody erases epochs and leaves the slots: this is damage, and the next save mends it.
        }
        let settled = (0..self.places.len()).filter(|place| self.places[*place].is_settled());
        seen.extend(settled.flat_map(|place| self.epochs_in(place)));
        Ok(())
    }

    /// Whether slots of this tab are left, or any slots where there is no epoch at all.
    fn is_anything_left(&self, of_anybody: bool) -> bool {
        let mut keys = self.places.iter().flat_map(|place| place.keys(SLOTS).unwrap_or_default());
        keys.any(|key| of_anybody || self.is_own(&key))
    }

    /// Leaves a sign in every place that there is something to erase.
    pub(super) fn claim_epoch(&self) {
        let mut seen = self.epochs.borrow_mut();
        let names = if seen.is_empty() { BTreeSet::from([self.writer.clone()]) } else { seen.clone() };
        for (at, place) in self.places.iter().enumerate() {
            if names.is_disjoint(&self.epochs_in(at)) {
                for name in &names {
                    // What is on its way may not arrive, and would be taken for erased: it is seen when it is there.
                    if place.write(&format!("{EPOCHS}{name}"), "").is_ok() && place.is_settled() {
                        seen.insert(name.clone());
                    }
                }
            }
        }
    }

    fn epochs_in(&self, place: usize) -> BTreeSet<String> {
        let keys = self.places.get(place).and_then(|place| place.keys(EPOCHS).ok()).unwrap_or_default();
        keys.iter().filter_map(|key| key.strip_prefix(EPOCHS)).map(str::to_owned).collect()
    }

    fn erase_own(&self) -> Vec<(Place, Error)> {
        let mut troubles = Vec::new();
        for place in &self.places {
            // A place with no room for the marker is erased without one.
            drop(place.write(ERASING.0, ERASING.1));
        }
        for place in &self.places {
            let erase = || {
                let keys = place.keys(OWN)?;
                keys.iter().filter(|key| *key != ERASING.0).try_for_each(|key| place.remove(key))
            };
            if let Err(error) = erase() {
                troubles.push((place.place(), error));
            }
        }
        if troubles.is_empty() {
            for place in &self.places {
                if let Err(error) = place.remove(ERASING.0) {
                    troubles.push((place.place(), error));
                }
            }
        }
        troubles
    }

    /// Removes the slots that this tab wrote before it knew of the erasure.
    fn take_back(&self) {
        for place in &self.places {
            let keys = place.keys(SLOTS).unwrap_or_default();
            for key in keys.iter().filter(|key| self.is_own(key)) {
                drop(place.remove(key));
            }
        }
    }
}
