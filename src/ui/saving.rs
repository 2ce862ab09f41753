//! From the state to storage and back: saves what changed, joins what other tabs saved, and says what became of it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use web_sys::StorageEvent;
use yew::prelude::*;

use super::state::{Deed, State};
use super::{Settings, Shared, dom};
use crate::store::{SaveState, Vault};

/// The latest state, for listeners that outlive a rendering.
type Latest = Rc<RefCell<Option<Shared>>>;

/// Keeps storage and state together for as long as the app runs.
#[hook]
pub fn use_saving(vault: &Vault, state: &Shared) {
    let latest = use_mut_ref(|| None::<Shared>);
    *latest.borrow_mut() = Some(state.clone());
    use_writing(vault, state, &latest);
    use_erasing(vault, state);
    use_settings(vault, state);
    use_listening(vault, state, &latest);
}

/// One save at a time; what changes meanwhile is saved next, together.
#[hook]
fn use_writing(vault: &Vault, state: &Shared, latest: &Latest) {
    let busy = use_mut_ref(|| false);
    let (vault, latest, dispatcher) = (vault.clone(), latest.clone(), state.dispatcher());
    use_effect_with((state.revision, state.settled), move |_| {
        let Some(state) = latest.borrow().clone() else { return };
        let documents = state.waiting();
        let leaving: Vec<String> = state.forgotten.iter().cloned().collect();
        if *busy.borrow() || (documents.is_empty() && leaving.is_empty()) {
            return;
        }
        *busy.borrow_mut() = true;
        spawn_local(async move {
            let mut outcome = SaveState::Saved;
            for document in &documents {
                outcome = worse(outcome, vault.save(document).await.state());
            }
            for id in &leaving {
                outcome = worse(outcome, vault.delete(id).await.state());
            }
            *busy.borrow_mut() = false;
            dispatcher.dispatch(Deed::Saved { documents, leaving, outcome });
        });
    });
}

/// What to say of two saves.
fn worse(one: SaveState, other: SaveState) -> SaveState {
    match (one, other) {
        (failed @ SaveState::NotSaved(_), _) | (_, failed @ SaveState::NotSaved(_)) => failed,
        (SaveState::SavedHere, _) | (_, SaveState::SavedHere) => SaveState::SavedHere,
        _ => SaveState::Saved,
    }
}

/// Erases everything once somebody has said so, and begins anew.
#[hook]
fn use_erasing(vault: &Vault, state: &Shared) {
    let (vault, dispatcher) = (vault.clone(), state.dispatcher());
    use_effect_with(state.is_erasing, move |erasing| {
        if *erasing {
            spawn_local(async move {
                match vault.erase().await.map_err(|troubles| troubles.into_iter().next()) {
                    Err(Some((_, error))) => dispatcher.dispatch(Deed::SavingFailed(error)),
                    _ => dom::start_over(),
                }
            });
        }
    });
}

#[hook]
fn use_settings(vault: &Vault, state: &Shared) {
    let kept = use_mut_ref(|| state.settings);
    let (vault, dispatcher) = (vault.clone(), state.dispatcher());
    use_effect_with(state.settings, move |settings: &Settings| {
        if kept.replace(*settings) != *settings
            && let Err(error) = vault.store().keep_settings(&settings.format())
        {
            dispatcher.dispatch(Deed::SavingFailed(error));
        }
    });
}

/// Other tabs that save, and this one that is left.
#[hook]
fn use_listening(vault: &Vault, state: &Shared, latest: &Latest) {
    let (vault, latest, dispatcher) = (vault.clone(), latest.clone(), state.dispatcher());
    use_effect_with((), move |()| {
        let mut listeners = Vec::new();
        if let Some(window) = dom::window() {
            let store = vault.clone();
            listeners.push(EventListener::new(&window, "storage", move |event| {
                if let Some(event) = event.dyn_ref::<StorageEvent>() {
                    store.store().hear(&event.key().unwrap_or_default(), event.new_value().as_deref());
                }
                let (store, dispatcher) = (store.clone(), dispatcher.clone());
                spawn_local(async move {
                    match store.reopen().await {
                        Ok(opened) if opened.erased => dom::start_over(),
                        Ok(opened) => dispatcher.dispatch(Deed::Opened(opened)),
                        Err(error) => dispatcher.dispatch(Deed::SavingFailed(error)),
                    }
                });
            }));
            for name in ["pagehide", "visibilitychange"] {
                let (vault, latest) = (vault.clone(), latest.clone());
                listeners.push(EventListener::new(&window, name, move |_| keep(&vault, latest.borrow().as_deref())));
            }
        }
        move || drop(listeners)
    });
}

/// Writes what is waiting at once, as far as that goes without waiting: the page may be gone in a moment.
fn keep(vault: &Vault, state: Option<&State>) {
    for document in state.map_or_else(Vec::new, State::waiting) {
        // What became of it is said by the save that is still under way, if the page lives.
        drop(vault.save_at_once(&document));
    }
}
