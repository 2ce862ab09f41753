//! The assessment: the tree, and one requirement or one section to answer.

use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast as _;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::heading;
use super::requirement::RequirementCard;
use crate::assessment::{Action, Answers, Document, Standing};
use crate::catalog::Framework;
use crate::ui::load::use_texts;
use crate::ui::parts::{Glyph, Size, icon, option_ids, range_bar, scope_fields, target_field, tree, waiting};
use crate::ui::route::Route;
use crate::ui::state::SAMPLE;
use crate::ui::text::{self, assess as words, missing};
use crate::ui::{Deed, Settings, Shared, Shelf, World, dom};
use crate::view::{self, AssessView};

#[derive(PartialEq, Properties)]
pub struct AssessPageProps {
    pub world: World,
    pub document: Rc<Document>,
    pub framework: &'static Framework,
    /// The requirement in focus; the first open one when empty.
    pub requirement: String,
}

#[component]
pub fn AssessPage(props: &AssessPageProps) -> Html {
    let AssessPageProps { world, document, framework, requirement } = props;
    let sought = Some(requirement.as_str()).filter(|id| !id.is_empty());
    let texts = use_texts(&world.shelf, &[framework]);
    let view = texts.map(|texts| view::assess(framework, texts[0], document, sought));
    let (keys_shown, settings) = (use_state(|| false), world.state.settings);
    use_keys(props, view.as_ref().ok(), &keys_shown);
    use_focus(view.as_ref().ok().and_then(|view| view.focus.as_ref()).map_or("", |focus| focus.id));
    html! {
        <div class="assess">
            if document.id == SAMPLE {
                { sample_banner(&world.state) }
            }
            {
                match view {
                    Ok(view) => html! {
                        <>
                            { head(props, &view) }
                            { workplace(props, &view) }
                            { move_bar(document, &view) }
                            { key_help(props, settings, &keys_shown) }
                        </>
                    },
                    Err(failed) => html! { <>{ heading(framework.profile.short) }{ waiting(&failed) }</> },
                }
            }
        </div>
    }
}

impl AssessPageProps {
    fn on_act(&self) -> Callback<Action> {
        let (state, assessment) = (self.world.state.clone(), self.document.id.clone());
        Callback::from(move |action: Action| state.dispatch(Deed::Act { assessment: assessment.clone(), action }))
    }

    fn on_settle(&self) -> Callback<Settings> {
        let state = self.world.state.clone();
        Callback::from(move |settings: Settings| state.dispatch(Deed::Settle(settings)))
    }
}

/// What stands where an assessment is not in this browser.
pub fn not_here() -> Html {
    html! {
        <div class="column">
            { heading(words::MISSING_TITLE) }
            <p>{ words::MISSING_TEXT }</p>
            <p><a class="button primary" href={Route::Home.href()}>{ missing::HOME }</a></p>
        </div>
    }
}

/// Says that the answers are made up, and clears them.
pub fn sample_banner(state: &Shared) -> Html {
    let state = state.clone();
    let clear = Callback::from(move |_: MouseEvent| {
        dom::go(&Route::Home.href());
        state.dispatch(Deed::Forget(SAMPLE.to_owned()));
    });
    html! {
        <p class="sample-banner">
            <span>{ words::SAMPLE_BANNER }</span>
            <button type="button" onclick={clear}>{ words::SAMPLE_CLEAR }</button>
        </p>
    }
}

/// The frameworks of an assessment, when there are several, each leading to its page of the same kind.
pub fn framework_tabs(shelf: &Shelf, document: &Document, here: &'static Framework, to: fn(&str, &str) -> Route) -> Html {
    let included: Vec<&'static Framework> = document.included().iter().filter_map(|id| shelf.library.framework(id)).collect();
    if included.len() < 2 {
        return html! {};
    }
    html! {
        <ul class="tabs">
            { for included.into_iter().map(|framework| html! {
                <li key={framework.id}>
                    <a href={to(&document.id, framework.id).href()} aria-current={(framework == here).then_some("true")}>{ framework.profile.short }</a>
                </li>
            }) }
        </ul>
    }
}

fn head(props: &AssessPageProps, view: &AssessView) -> Html {
    let AssessPageProps { world, document, framework, .. } = props;
    html! {
        <header class="assess-head">
            <p class="kicker"><a href={Route::Home.href()}>{ document.name() }</a></p>
            { heading(framework.profile.short) }
            { framework_tabs(&world.shelf, document, framework, |assessment, framework| Route::assess(assessment, framework, "")) }
            <div class="assess-score">
                { range_bar(&view.whole, None, Size::Small) }
                <p>{ crate::compare::capital(&text::meter(&view.whole)) }</p>
                <a class="button" href={Route::results(&document.id, framework.id).href()}>{ text::home::RESULTS }</a>
            </div>
            { set_up(document, framework, &props.on_act()) }
        </header>
    }
}

fn workplace(props: &AssessPageProps, view: &AssessView) -> Html {
    let (framework, document, settings) = (props.framework, &props.document, props.world.state.settings);
    let section_title = view.focus.as_ref().and_then(|focus| focus.path.last()).map_or("", |(_, title)| *title);
    let switch_view = |list: bool| props.on_settle().reform(move |_: Event| Settings { list, ..settings });
    let on_act = props.on_act();
    html! {
        <div class="assess-body">
            <nav class="assess-tree" aria-label={words::TREE}>
                <details class="tree-fold" open={true}>
                    <summary>{ icon(Glyph::Tree) }{ words::TREE }</summary>
                    { tree(&view.entries, &document.id, framework.id) }
                </details>
            </nav>
            <div class="assess-work">
                <fieldset class="view-switch">
                    <legend class="visually-hidden">{ words::VIEW }</legend>
                    <label><input type="radio" name="view" checked={!settings.list} onchange={switch_view(false)} />{ words::ONE }</label>
                    <label><input type="radio" name="view" checked={settings.list} onchange={switch_view(true)} />{ words::LIST }</label>
                </fieldset>
                {
                    match &view.focus {
                        None => html! { <p>{ words::NOTHING_IN_SCOPE }</p> },
                        Some(focus) if settings.list => html! {
                            <div class="rows">
                                <h2 class="rows-title">{ section_title }</h2>
                                { for view.section.iter().map(|row| html! {
                                    <RequirementCard key={row.id} {framework} focus={row.clone()} on_act={on_act.clone()} row={true} current={row.id == focus.id} />
                                }) }
                            </div>
                        },
                        Some(focus) => html! {
                            <RequirementCard key={focus.id} {framework} focus={focus.clone()} on_act={on_act.clone()} current={true} />
                        },
                    }
                }
            </div>
        </div>
    }
}

fn key_help(props: &AssessPageProps, settings: Settings, shown: &UseStateHandle<bool>) -> Html {
    let toggle = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(!*shown))
    };
    let keys = props.on_settle().reform(move |_: Event| Settings { keys: !settings.keys, ..settings });
    let advance = props.on_settle().reform(move |_: Event| Settings { advance: !settings.advance, ..settings });
    html! {
        <section class="keys">
            <button type="button" class="quiet-button" aria-expanded={shown.to_string()} onclick={toggle}>{ words::KEYS }</button>
            if **shown {
                <div class="key-help">
                    <dl>{ for words::KEY_LIST.iter().map(|(key, does)| html! { <div><dt><kbd>{ *key }</kbd></dt><dd>{ *does }</dd></div> }) }</dl>
                    <label><input type="checkbox" checked={settings.keys} onchange={keys} />{ words::KEYS_ON }</label>
                    <label><input type="checkbox" checked={settings.advance} onchange={advance} />{ words::ADVANCE }</label>
                </div>
            }
        </section>
    }
}

/// Name, scope and target, folded away.
fn set_up(document: &Document, framework: &'static Framework, on_act: &Callback<Action>) -> Html {
    let answers = Answers::read(framework, document);
    let rename = on_act.reform(|event: InputEvent| Action::Rename(dom::typed(&event)));
    let scope = on_act.reform(move |scope: u64| Action::Scope { framework: framework.id.to_owned(), options: option_ids(framework, scope) });
    let target = on_act.reform(move |level: u8| Action::Target {
        framework: framework.id.to_owned(),
        requirement: String::new(),
        level: Some(level),
    });
    html! {
        <details class="set-up">
            <summary>{ words::SETTINGS }</summary>
            <p class="field">
                <label for="rename">{ text::start::NAME }</label>
                <input id="rename" type="text" value={document.name().to_owned()} oninput={rename} autocomplete="off" />
            </p>
            { scope_fields(framework, answers.scope, &scope) }
            { target_field(framework, answers.target, &target) }
        </details>
    }
}

/// Back, forward and to the next open requirement, in reach of a thumb.
fn move_bar(document: &Document, view: &AssessView) -> Html {
    let Some(focus) = &view.focus else { return html! {} };
    let framework = view.framework.id;
    let to = |id: &str| Route::assess(&document.id, framework, id).href();
    html! {
        <div class="move-bar">
            if let Some(previous) = focus.previous {
                <a class="button" href={to(previous)}>{ icon(Glyph::Previous) }{ words::PREVIOUS }</a>
            } else {
                <span class="button gone" aria-hidden="true"></span>
            }
            <span class="place">{ words::place(focus.place, focus.of) }</span>
            if let Some(next) = focus.next {
                <a class="button plain-next" href={to(next)}>{ words::NEXT }{ icon(Glyph::Next) }</a>
            }
            if let Some(open) = view.next_open {
                <a class="button primary" href={to(open)}>{ words::NEXT_OPEN }{ icon(Glyph::Next) }</a>
            } else {
                <span class="all-answered" role="status">{ words::ALL_ANSWERED }</span>
                <a class="button primary" href={Route::results(&document.id, framework).href()}>{ words::SEE_RESULTS }</a>
            }
        </div>
    }
}

/// After a move inside the page, focus goes to the requirement's heading, so that it is read and seen.
#[hook]
fn use_focus(requirement: &'static str) {
    let before = use_mut_ref(|| "");
    use_effect_with(requirement, move |id| {
        let moved = !before.borrow().is_empty() && *before.borrow() != *id;
        *before.borrow_mut() = id;
        if moved {
            dom::focus_first(".current-heading");
        }
    });
}

/// Single keys, while nobody is typing.
#[hook]
fn use_keys(props: &AssessPageProps, view: Option<&AssessView>, keys_shown: &UseStateHandle<bool>) {
    let latest = use_mut_ref(|| None);
    let settings = props.world.state.settings;
    *latest.borrow_mut() = view.map(|view| (props.document.clone(), view.clone(), settings, props.on_act(), props.on_settle(), keys_shown.clone()));
    use_effect_with((), move |()| {
        let listener = dom::window().map(|window| {
            EventListener::new(&window, "keydown", move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                let free = !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented());
                let Some((document, view, settings, on_act, on_settle, keys_shown)) = latest.borrow().clone() else { return };
                if !free || dom::is_typing(event.target()) || !(settings.keys || event.key() == "?") {
                    return;
                }
                let Some(deed) = key_deed(&event.key(), &view) else { return };
                if dom::focus_first("dialog[open]") {
                    return;
                }
                let go = |id: Option<&str>| {
                    if let Some(id) = id {
                        dom::go(&Route::assess(&document.id, view.framework.id, id).href());
                    }
                };
                match deed {
                    KeyDeed::Answer(action) => {
                        on_act.emit(action);
                        if settings.advance {
                            go(view.next_open);
                        }
                    }
                    KeyDeed::Act(action) => on_act.emit(action),
                    KeyDeed::Go(id) => go(id),
                    KeyDeed::Note => {
                        if dom::focus_first(".card.current textarea[id^='note-']") {
                            event.prevent_default();
                        }
                    }
                    KeyDeed::SwitchView => on_settle.emit(Settings { list: !settings.list, ..settings }),
                    KeyDeed::Help => keys_shown.set(!*keys_shown),
                }
            })
        });
        move || drop(listener)
    });
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
