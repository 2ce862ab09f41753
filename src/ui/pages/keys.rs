//! Single keys on the assessment page, while nobody is typing.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::assess::AssessPageProps;
use crate::assessment::{Action, Standing};
use crate::ui::route::Route;
use crate::ui::{Settings, dom};
use crate::view::AssessView;

/// Listens for as long as the page is open, and acts on what it shows at that moment.
#[hook]
pub fn use_keys(props: &AssessPageProps, view: Option<&AssessView>, keys_shown: &UseStateHandle<bool>) {
    let latest = use_mut_ref(|| None);
    let settings = props.world.state.settings;
    *latest.borrow_mut() = view.map(|view| Page {
        assessment: props.document.id.clone(),
        view: view.clone(),
        settings,
        on_act: props.on_act(),
        on_settle: props.on_settle(),
        keys_shown: keys_shown.clone(),
    });
    use_effect_with((), move |()| {
        let listener = dom::window().map(|window| {
            // A key that opens a field must not be written into it.
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                let page = latest.borrow().clone();
                if let Some(page) = page {
                    page.press(event);
                }
            })
        });
        move || drop(listener)
    });
}

/// The page as it stands when a key is pressed.
#[derive(Clone)]
struct Page {
    assessment: String,
    view: AssessView,
    settings: Settings,
    on_act: Callback<Action>,
    on_settle: Callback<Settings>,
    keys_shown: UseStateHandle<bool>,
}

impl Page {
    fn press(&self, event: &KeyboardEvent) {
        let free = !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented());
        let settings = self.settings;
        if !free || dom::is_typing(event.target()) || !(settings.keys || event.key() == "?") {
            return;
        }
        let Some(deed) = key_deed(&event.key(), &self.view) else { return };
        if dom::focus_first("dialog[open]") {
            return;
        }
        match deed {
            KeyDeed::Answer(action) => {
                self.on_act.emit(action);
                if settings.advance {
                    self.go(self.view.next_open);
                }
            }
            KeyDeed::Act(action) => self.on_act.emit(action),
            KeyDeed::Go(id) => self.go(id),
            KeyDeed::Note => {
                if dom::focus_first(".card.current textarea[id^='note-']") {
                    event.prevent_default();
                }
            }
            KeyDeed::SwitchView => self.on_settle.emit(Settings { list: !settings.list, ..settings }),
            KeyDeed::Help => self.keys_shown.set(!*self.keys_shown),
        }
    }

    fn go(&self, id: Option<&str>) {
        if let Some(id) = id {
            dom::go(&Route::assess(&self.assessment, self.view.framework.id, id).href());
        }
    }
}

/// What a key means.
enum KeyDeed {
    Answer(Action),
    Act(Action),
    Go(Option<&'static str>),
    Note,
    SwitchView,
    Help,
}

fn key_deed(key: &str, view: &AssessView) -> Option<KeyDeed> {
    let focus = view.focus.as_ref()?;
    let answer = |standing: Standing| Action::Answer {
        framework: view.framework.id.to_owned(),
        requirement: focus.id.to_owned(),
        standing,
    };
    let level = key.parse::<u8>().ok().filter(|level| *level <= view.framework.scale.max());
    match (key, level) {
        (_, Some(level)) => Some(KeyDeed::Answer(answer(Standing::Level(level)))),
        ("x" | "X", _) => Some(KeyDeed::Act(answer(Standing::NotApplicable))),
        ("c" | "C", _) => Some(KeyDeed::Act(answer(Standing::Unanswered))),
        ("n" | "N", _) => Some(KeyDeed::Go(view.next_open)),
        ("j" | "J", _) => Some(KeyDeed::Go(focus.next)),
        ("k" | "K", _) => Some(KeyDeed::Go(focus.previous)),
        ("e" | "E", _) => Some(KeyDeed::Note),
        ("l" | "L", _) => Some(KeyDeed::SwitchView),
        ("?", _) => Some(KeyDeed::Help),
        _ => None,
    }
}
