//! Saving: a slot into every place, then letting go of what it outdoes.

use super::slots::{self, View, folder_of, says_more};
use super::{Place, Receipt, SLOTS, Storage, Store};
use crate::Error;
use crate::assessment::Document;
use crate::record::{self, Saved};

impl Store {
    /// Saves a document.
    ///
    /// # Errors
    /// When no place took it: see [`Store::keep`].
    pub fn save(&self, document: &Document) -> Result<(), Error> {
        self.keep(document).into_result()
    }

    /// Saves a document in a slot of its own and lets go of the slots that say less.
    ///
    /// A place refuses when it is denied, full, or does not give back what was written. Every place refuses when a later
    /// version has written to the assessment, or when it was deleted or everything was erased since it was opened.
    #[must_use]
    pub fn keep(&self, document: &Document) -> Receipt {
        self.put_everywhere(&Saved::Kept(document.clone()))
    }

    /// Deletes an assessment, for good and in every tab. Slots that cannot be read stay.
    ///
    /// # Errors
    /// As for [`Store::save`].
    pub fn forget(&self, id: &str) -> Result<(), Error> {
        self.delete(id).into_result()
    }

    /// Deletes an assessment as [`Store::forget`] does, and says what each place made of it.
    #[must_use]
    pub fn delete(&self, id: &str) -> Receipt {
        self.put_everywhere(&Saved::Deleted { id: id.to_owned() })
    }

    fn put_everywhere(&self, saved: &Saved) -> Receipt {
        match self.prepare(saved) {
            Ok((key, text, views)) => {
                let puts = self.places.iter().zip(views).map(|(place, view)| {
                    (place.place(), view.and_then(|view| self.put(&**place, &key, &text, saved, &view)))
                });
                Receipt::new(puts.collect())
            }
            Err(error) => Receipt::refused(error),
        }
    }

    /// A key that no place uses, the text to put there, and what the places hold of the assessment so far.
    #[expect(clippy::type_complexity, reason = "used once, right above")]
    fn prepare(&self, saved: &Saved) -> Result<(String, String, Vec<Result<View, Error>>), Error> {
        let id = saved.id();
        self.check_epoch()?;
        let views: Vec<Result<View, Error>> =
            self.places.iter().map(|place| slots::view(&**place, &folder_of(id))).collect();
        let readable = || views.iter().filter_map(|view| view.as_ref().ok());
        if readable().any(|view| view.is_newer(id)) {
            return Err(Error::newer("a newer version of Plumbline has changed this assessment"));
        }
        let is_deleted = readable().any(|view| matches!(view.joined(id), Some(Saved::Deleted { .. })));
        if is_deleted && matches!(saved, Saved::Kept(_)) {
            return Err(Error::gone("this assessment was deleted in another tab"));
        }
        let text = self.encode(saved);
        if slots::decode(id, &text)? != *saved {
            return Err(Error::damaged("this assessment does not read back as it is"));
        }
        self.claim_epoch();
        let mut key = self.fresh_key(id);
        while readable().any(|view| view.holds(&key)) {
            key = self.fresh_key(id);
        }
        Ok((key, text, views))
    }

    fn encode(&self, saved: &Saved) -> String {
        match saved {
            Saved::Kept(document) => record::encode_against(document, &self.catalogs),
            Saved::Deleted { id } => record::encode_deleted(id),
        }
    }

    fn fresh_key(&self, id: &str) -> String {
        let number = self.next.replace(self.next.get() + 1);
        format!("{}{}.{number}", folder_of(id), self.writer)
    }

    /// Puts a text into one place, reads it back, and only then lets go of what says less there.
    fn put(&self, place: &dyn Storage, key: &str, text: &str, saved: &Saved, view: &View) -> Result<(), Error> {
        let slots = view.folders.get(saved.id()).map_or(&[][..], |folder| &folder.slots);
        let mut outcome = place.write(key, text);
        if outcome.as_ref().is_err_and(Error::is_full) && self.shed(place) {
            outcome = place.write(key, text);
        }
        if outcome.as_ref().is_err_and(Error::is_full) && matches!(saved, Saved::Deleted { .. }) {
            // Deleting has to work where there is no room for anything: what is to go makes the room.
            let mut kept = slots.iter().filter(|slot| says_more(saved, &slot.saved));
            kept.try_for_each(|slot| place.remove(&slot.key))?;
            outcome = place.write(key, text);
        }
        outcome?;
        if place.read(key)?.as_deref() != Some(text) {
            return Err(Error::damaged("the browser did not keep what was saved"));
        }
        for slot in slots {
            let repeats = slot.saved == *saved && self.is_own(&slot.key);
            if repeats || says_more(saved, &slot.saved) {
                // What was saved is safe already; a slot that stays is let go of next time.
                drop(place.remove(&slot.key));
            }
        }
        Ok(())
    }

    /// Makes room: lets go of every slot that one of this writer's own outdoes. Gives back whether there was any.
    fn shed(&self, place: &dyn Storage) -> bool {
        let Ok(view) = slots::view(place, SLOTS) else { return false };
        let mut made_room = false;
        for folder in view.folders.values() {
            for own in folder.slots.iter().filter(|slot| self.is_own(&slot.key)) {
                for slot in folder.slots.iter().filter(|slot| says_more(&own.saved, &slot.saved)) {
                    made_room |= place.remove(&slot.key).is_ok();
                }
            }
        }
        made_room
    }

    /// Whether this tab wrote a slot.
    pub(super) fn is_own(&self, key: &str) -> bool {
        let name = key.rsplit_once('/').map_or(key, |(_, name)| name);
        name.rsplit_once('.').is_some_and(|(writer, _)| writer == self.writer)
    }

    /// Writes into every place what the others know and it does not, in slots of its own; damaged bytes stay as they are.
    ///
    /// For the start of a tab, after [`Store::open`]: were it called whenever another tab saves, two tabs could set each other
    /// off without end. Gives back the places that could not be read or could not take it.
    pub fn heal(&self) -> Vec<(Place, Error)> {
        let mut troubles = Vec::new();
        if self.check_epoch().is_err() {
            return troubles;
        }
        let mut views = Vec::new();
        for place in &self.places {
            match slots::view(&**place, SLOTS) {
                Ok(view) => views.push((&**place, view)),
                Err(error) => troubles.push((place.place(), error)),
            }
        }
        for (id, saved) in slots::whole(views.iter().map(|(_, view)| view)) {
            let behind = |view: &View| view.joined(&id).as_ref() != Some(&saved);
            if views.iter().any(|(_, view)| view.is_newer(&id)) || !views.iter().any(|(_, view)| behind(view)) {
                continue;
            }
            let (mut key, text) = (self.fresh_key(&id), self.encode(&saved));
            while views.iter().any(|(_, view)| view.holds(&key)) {
                key = self.fresh_key(&id);
            }
            self.claim_epoch();
            for (place, view) in views.iter().filter(|(_, view)| behind(view)) {
                if let Err(error) = self.put(*place, &key, &text, &saved, view) {
                    troubles.push((place.place(), error));
                }
            }
        }
        troubles
    }
}
