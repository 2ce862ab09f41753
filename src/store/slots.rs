//! Reading slots: the texts of one place, by assessment.

use std::collections::BTreeMap;

use super::{Aside, SLOTS, Storage};
use crate::Error;
use crate::record::{self, Saved};

/// How often a place is read again because another tab changed it in between.
const ATTEMPTS: usize = 5;

/// A place as it was when it was read.
#[derive(Debug, Default)]
pub(super) struct View {
    pub folders: BTreeMap<String, Folder>,
    pub aside: Vec<Aside>,
}

/// What a place holds of one assessment.
#[derive(Debug, Default)]
pub(super) struct Folder {
    pub slots: Vec<Slot>,
    /// A later version wrote into it.
    pub newer: bool,
}

/// A slot that could be read.
#[derive(Debug)]
pub(super) struct Slot {
    pub key: String,
    pub saved: Saved,
}

/// Reads all slots under a prefix.
pub(super) fn view(storage: &dyn Storage, prefix: &str) -> Result<View, Error> {
    let mut texts = BTreeMap::new();
    for _ in 0..ATTEMPTS {
        let mut vanished = false;
        for key in storage.keys(prefix)? {
            match storage.read(&key)? {
                Some(text) => drop(texts.insert(key, text)),
                // Another tab let go of it for a slot that says more, which the list may not have shown yet.
                None => vanished = true,
            }
        }
        if !vanished {
            break;
        }
    }
    let mut view = View::default();
    for (key, raw) in texts {
        let id = id_of(&key).to_owned();
        match decode(&id, &raw) {
            Ok(saved) => view.folders.entry(id).or_default().slots.push(Slot { key, saved }),
            Err(reason) => {
                view.folders.entry(id).or_default().newer |= reason.is_newer();
                view.aside.push(Aside { place: storage.place(), key, reason, raw });
            }
        }
    }
    Ok(view)
}

impl View {
    pub fn holds(&self, key: &str) -> bool {
        let slots = self.folders.values().flat_map(|folder| &folder.slots).map(|slot| &slot.key);
        slots.chain(self.aside.iter().map(|aside| &aside.key)).any(|known| known == key)
    }

    /// What it says of an assessment, joined over its slots.
    pub fn joined(&self, id: &str) -> Option<Saved> {
        let mut joined = None;
        for slot in self.folders.get(id).map_or(&[][..], |folder| &folder.slots) {
            join(&mut joined, &slot.saved);
        }
        joined
    }

    /// Whether a later version wrote into an assessment.
    pub fn is_newer(&self, id: &str) -> bool {
        self.folders.get(id).is_some_and(|folder| folder.newer)
    }
}

/// What several places say of every assessment.
pub(super) fn whole<'a>(views: impl IntoIterator<Item = &'a View>) -> BTreeMap<String, Saved> {
    let mut whole: BTreeMap<String, Option<Saved>> = BTreeMap::new();
    for (id, folder) in views.into_iter().flat_map(|view| &view.folders) {
        let joined = whole.entry(id.clone()).or_default();
        folder.slots.iter().for_each(|slot| join(joined, &slot.saved));
    }
    whole.into_iter().filter_map(|(id, saved)| Some((id, saved?))).collect()
}

/// A deletion outlasts everything: whoever edits on without knowing of it does not bring the assessment back.
fn join(into: &mut Option<Saved>, saved: &Saved) {
    match (into.as_mut(), saved) {
        (Some(Saved::Deleted { .. }), _) => {}
        (Some(Saved::Kept(known)), Saved::Kept(document)) => known.join(document),
        _ => *into = Some(saved.clone()),
    }
}

/// Reads a text that stands among the slots of an assessment.
pub(super) fn decode(id: &str, text: &str) -> Result<Saved, Error> {
    let saved = record::decode_saved(text)?;
    if saved.id() == id { Ok(saved) } else { Err(Error::foreign("a saved assessment stands under another's name")) }
}

/// Whether the first says everything the second says, and more. A strict order: nothing says more than itself.
pub(super) fn says_more(more: &Saved, less: &Saved) -> bool {
    match (more, less) {
        (Saved::Deleted { .. }, Saved::Kept(_)) => true,
        (Saved::Kept(more), Saved::Kept(less)) => more != less && more.covers(less),
        (_, Saved::Deleted { .. }) => false,
    }
}

pub(super) fn folder_of(id: &str) -> String {
    format!("{SLOTS}{id}/")
}

fn id_of(key: &str) -> &str {
    key.strip_prefix(SLOTS).and_then(|rest| rest.rsplit_once('/')).map_or("", |(id, _)| id)
}
