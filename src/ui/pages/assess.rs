//! The assessment: the tree, and one requirement or one section to answer.

use std::rc::Rc;

use yew::prelude::*;

use super::heading;
use super::keys::use_keys;
use super::missing::lost;
use super::requirement::RequirementCard;
use crate::assessment::{Action, Answers, Document};
use crate::catalog::Framework;
use crate::ui::load::use_texts;
use crate::ui::markup::{Tag, link, list, para, tag};
use crate::ui::parts::{Glyph, Size, icon, line_field, option_ids, range_bar, scope_fields, target_field, tree, waiting};
use crate::ui::route::Route;
use crate::ui::state::SAMPLE;
use crate::ui::text::{self, assess as words};
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
    let texts = use_texts(&world.shelf, &[framework]);
    // An address without a requirement opens at the first open one, and stays there when that is answered.
    let opened_at = use_mut_ref(String::new);
    if !requirement.is_empty() {
        opened_at.borrow_mut().clone_from(requirement);
    }
    let sought = Some(opened_at.borrow().clone()).filter(|id| !id.is_empty());
    let view = texts.map(|texts| view::assess(framework, texts[0], document, sought.as_deref()));
    if let Ok(AssessView { focus: Some(focus), .. }) = &view {
        focus.id.clone_into(&mut opened_at.borrow_mut());
    }
    let keys_shown = use_state(|| false);
    use_keys(props, view.as_ref().ok(), &keys_shown);
    use_focus(view.as_ref().ok().and_then(|view| view.focus.as_ref()).map_or("", |focus| focus.id));
    let body = match view {
        Ok(view) => list([
            head(props, &view),
            workplace(props, &view),
            move_bar(document, &view),
            key_help(props, world.state.settings, &keys_shown),
        ]),
        Err(failed) => list([heading(framework.profile.short), waiting(&failed)]),
    };
    let newer =
        world.state.read_only.contains(&document.id).then(|| para(words::READ_ONLY).class("notice").attr("role", "status"));
    tag("div")
        .class("assess")
        .maybe((document.id == SAMPLE).then(|| sample_banner(&world.state)))
        .maybe(newer)
        .kid(body)
        .into()
}

impl AssessPageProps {
    pub(super) fn on_act(&self) -> Callback<Action> {
        let (state, assessment) = (self.world.state.clone(), self.document.id.clone());
        Callback::from(move |action: Action| state.dispatch(Deed::Act { assessment: assessment.clone(), action }))
    }

    pub(super) fn on_settle(&self) -> Callback<Settings> {
        let state = self.world.state.clone();
        Callback::from(move |settings: Settings| state.dispatch(Deed::Settle(settings)))
    }
}

/// What stands where an assessment is not in this browser.
pub fn not_here() -> Tag {
    lost(words::MISSING_TITLE, words::MISSING_TEXT)
}

/// Says that the answers are made up, and clears them.
pub fn sample_banner(state: &Shared) -> Tag {
    let state = state.clone();
    let clear = move || {
        dom::go(&Route::Home.href());
        state.dispatch(Deed::Forget(SAMPLE.to_owned()));
    };
    tag("p")
        .class("sample-banner")
        .kid(tag("span").text(words::SAMPLE_BANNER))
        .kid(tag("button").attr("type", "button").text(words::SAMPLE_CLEAR).on_click(clear))
}

/// The frameworks of an assessment, when there are several, each leading to its page of the same kind.
pub fn framework_tabs(
    shelf: &Shelf,
    document: &Document,
    here: &'static Framework,
    to: fn(&str, &str) -> Route,
) -> Option<Tag> {
    let included: Vec<&'static Framework> =
        document.included().iter().filter_map(|id| shelf.library.framework(id)).collect();
    let tab = |framework: &'static Framework| {
        let way = link(to(&document.id, framework.id).href(), framework.profile.short);
        tag("li").key(framework.id).kid(way.current("true", framework == here))
    };
    (included.len() > 1).then(|| tag("ul").class("tabs").kids(included.into_iter().map(tab)))
}

fn head(props: &AssessPageProps, view: &AssessView) -> Tag {
    let AssessPageProps { world, document, framework, .. } = props;
    let tabs =
        framework_tabs(&world.shelf, document, framework, |assessment, framework| Route::assess(assessment, framework, ""));
    let score = tag("div")
        .class("assess-score")
        .kid(range_bar(&view.whole, None, Size::Small))
        .kid(para(crate::compare::capital(&text::meter(&view.whole))))
        .kid(link(Route::results(&document.id, framework.id).href(), text::home::RESULTS).class("button"));
    let reuse = (document.included().len() > 1).then(|| {
        let way = link(Route::Reuse { assessment: document.id.clone() }.href(), text::reuse::TITLE);
        tag("p").class("reuse-way").kid(way)
    });
    tag("header")
        .class("assess-head")
        .kid(tag("p").class("kicker").kid(link(Route::Home.href(), document.name())))
        .kid(heading(framework.profile.short))
        .maybe(tabs)
        .kid(score)
        .maybe(reuse)
        .kid(set_up(document, framework, &props.on_act()))
}

/// Takes the last deed back, or does it again.
fn undo(world: &World, document: &Document) -> Tag {
    let history = world.state.histories.get(&document.id);
    let button = |words: &'static str, can: bool, deed: fn(String) -> Deed| {
        let (state, id) = (world.state.clone(), document.id.clone());
        let button = tag("button").attr("type", "button").flag("disabled", !can).text(words);
        button.on_click(move || state.dispatch(deed(id.clone())))
    };
    tag("p")
        .class("undo")
        .kid(button(words::UNDO, history.is_some_and(|history| history.to_undo().is_some()), Deed::Undo))
        .kid(button(words::REDO, history.is_some_and(|history| history.to_redo().is_some()), Deed::Redo))
}

fn workplace(props: &AssessPageProps, view: &AssessView) -> Tag {
    let tree = tag("details")
        .class("tree-fold")
        .flag("open", !dom::is_narrow())
        .kid(tag("summary").kid(icon(Glyph::Tree)).text(words::TREE))
        .kid(tree(&view.entries, &props.document.id, props.framework.id));
    let settings = props.world.state.settings;
    let choice = |list: bool, name: &'static str| {
        let settle = props.on_settle();
        let input = tag("input").attr("type", "radio").attr("name", "view").checked(settings.list == list);
        tag("label").kid(input.on_change(move || settle.emit(Settings { list, ..settings }))).text(name)
    };
    let switch = tag("fieldset")
        .class("view-switch")
        .kid(tag("legend").class("visually-hidden").text(words::VIEW))
        .kid(choice(false, words::ONE))
        .kid(choice(true, words::LIST));
    let bar = tag("div").class("work-bar").kid(switch).kid(undo(&props.world, &props.document));
    tag("div")
        .class("assess-body")
        .kid(tag("nav").class("assess-tree").attr("aria-label", words::TREE).kid(tree))
        .kid(tag("div").class("assess-work").kid(bar).kid(cards(props, view, settings.list)))
}

/// The requirement in focus, or every one of its section.
fn cards(props: &AssessPageProps, view: &AssessView, as_list: bool) -> Html {
    let Some(focus) = &view.focus else { return para(words::NOTHING_IN_SCOPE).into() };
    let framework = props.framework;
    let card = |shown: &view::Focus, row: bool| {
        let (shown, on_act) = (shown.clone(), props.on_act());
        let (key, current) = (shown.id, shown.id == focus.id);
        html! { <RequirementCard {key} {framework} focus={shown} {on_act} {row} {current} /> }
    };
    if !as_list {
        return card(focus, false);
    }
    let title = focus.path.last().map_or("", |(_, title)| *title);
    let rows = view.section.iter().map(|row| card(row, true));
    tag("div").class("rows").kid(tag("h2").class("rows-title").text(title)).kids(rows).into()
}

fn key_help(props: &AssessPageProps, settings: Settings, shown: &UseStateHandle<bool>) -> Tag {
    let toggle = {
        let shown = shown.clone();
        move || shown.set(!*shown)
    };
    let setting = |on: bool, name: &'static str, next: Settings| {
        let settle = props.on_settle();
        let input = tag("input").attr("type", "checkbox").checked(on).on_change(move || settle.emit(next));
        tag("label").kid(input).text(name)
    };
    let help = || {
        let keys = words::KEY_LIST
            .iter()
            .map(|(key, does)| tag("div").kid(tag("dt").kid(tag("kbd").text(*key))).kid(tag("dd").text(*does)));
        tag("div")
            .class("key-help")
            .kid(tag("dl").kids(keys))
            .kid(setting(settings.keys, words::KEYS_ON, Settings { keys: !settings.keys, ..settings }))
            .kid(setting(settings.advance, words::ADVANCE, Settings { advance: !settings.advance, ..settings }))
    };
    let button = tag("button").attr("type", "button").class("quiet-button").attr("aria-expanded", shown.to_string());
    tag("section").class("keys").kid(button.text(words::KEYS).on_click(toggle)).maybe((**shown).then(help))
}

/// Name, scope and target, folded away.
fn set_up(document: &Document, framework: &'static Framework, on_act: &Callback<Action>) -> Tag {
    let answers = Answers::read(framework, document);
    let rename = on_act.reform(Action::Rename);
    let id = || framework.id.to_owned();
    let scope = on_act.reform(move |scope: u64| Action::Scope { framework: id(), options: option_ids(framework, scope) });
    let target =
        on_act.reform(move |level: u8| Action::Target { framework: id(), requirement: String::new(), level: Some(level) });
    tag("details")
        .class("set-up")
        .kid(tag("summary").text(words::SETTINGS))
        .kid(line_field("rename", text::start::NAME, "text", document.name(), rename))
        .kid(scope_fields(framework, answers.scope, &scope))
        .kid(target_field(framework, answers.target, &target))
}

/// Back, forward and to the next open requirement, in reach of a thumb.
fn move_bar(document: &Document, view: &AssessView) -> Tag {
    let Some(focus) = &view.focus else { return tag("div") };
    let framework = view.framework.id;
    let way = |id: &str| tag("a").attr("href", Route::assess(&document.id, framework, id).href());
    let previous = match focus.previous {
        Some(id) => way(id).class("button").kid(icon(Glyph::Previous)).text(words::PREVIOUS),
        None => tag("span").class("button gone").attr("aria-hidden", "true"),
    };
    let next = focus.next.map(|id| way(id).class("button plain-next").text(words::NEXT).kid(icon(Glyph::Next)));
    let onward = match view.next_open {
        Some(id) => list([way(id).class("button primary").text(words::NEXT_OPEN).kid(icon(Glyph::Next))]),
        None => list([
            tag("span").class("all-answered").attr("role", "status").text(words::ALL_ANSWERED),
            link(Route::results(&document.id, framework).href(), words::SEE_RESULTS).class("button primary"),
        ]),
    };
    let place = tag("span").class("place").text(words::place(focus.place, focus.of));
    tag("div").class("move-bar").kid(previous).kid(place).maybe(next).kid(onward)
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
