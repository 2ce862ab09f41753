//! What to settle before an assessment begins: a name, what applies, and the target. All of it has a default.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

use super::heading;
use crate::assessment::{Action, Document, Field, apply};
use crate::catalog::Framework;
use crate::ui::markup::{Tag, link, para, tag};
use crate::ui::parts::{option_ids, scope_fields, target_field};
use crate::ui::route::Route;
use crate::ui::text::{home, start as words};
use crate::ui::{Deed, Shared, Shelf, World, dom};

/// The form for the first framework known, or a choice of all.
pub fn start_page(world: &World, ids: &[String]) -> Html {
    match ids.iter().find_map(|id| world.shelf.library.framework(id)) {
        Some(framework) => html! { <Form key={framework.id} {framework} state={world.state.clone()} /> },
        None => chooser(&world.shelf).into(),
    }
}

fn chooser(shelf: &Shelf) -> Tag {
    let entry = |framework: &Framework| {
        let asks = words::asks(framework.assessable(), framework.profile.many);
        tag("li")
            .key(framework.id)
            .kid(link(Route::start(&[framework.id]).href(), framework.profile.short))
            .kid(tag("span").class("quiet").text(asks))
    };
    tag("div")
        .class("column")
        .kid(heading(home::ASSESS_TITLE))
        .kid(para(home::ASSESS_LEAD).class("lead"))
        .kid(tag("ul").class("pairs").kids(shelf.library.frameworks.iter().map(entry)))
}

#[derive(PartialEq, Properties)]
struct FormProps {
    framework: &'static Framework,
    state: Shared,
}

#[component]
fn Form(props: &FormProps) -> Html {
    let (framework, state) = (props.framework, &props.state);
    let year: String = state.today.chars().take(4).collect();
    let name = use_state(|| words::proposal(&[framework.profile.short], &year));
    let scope = use_state(|| framework.default_scope());
    let target = use_state(|| framework.scale.default_target());
    let (set_name, set_scope, set_target) = (name.setter(), scope.setter(), target.setter());
    let choice = Choice { framework, scope: *scope, target: *target };
    let begin = {
        let (state, name) = (state.clone(), name.clone());
        move || {
            let mut document = Document::new(dom::fresh_name());
            let named = if name.trim().is_empty() { framework.profile.short } else { name.trim() };
            let day = || state.today.clone();
            apply(&mut document, &Action::Rename(named.to_owned()), &state.writer);
            apply(&mut document, &Action::Date { field: Field::Started, day: day() }, &state.writer);
            apply(&mut document, &Action::Date { field: Field::Changed, day: day() }, &state.writer);
            choice.enter(document, &state);
        }
    };
    let in_scope = (0..framework.requirements.len())
        .filter(|index| framework.requirements[*index].assessable && framework.applies(*index, *scope))
        .count();
    let name_field = tag("p")
        .class("field")
        .kid(tag("label").attr("for", "name").text(words::NAME))
        .kid(
            tag("input")
                .id("name")
                .attr("type", "text")
                .attr("aria-describedby", "name-hint")
                .attr("autocomplete", "off")
                .value(&name)
                .on_input(move |text| set_name.set(text)),
        )
        .kid(tag("span").class("hint").id("name-hint").text(words::NAME_HINT));
    let go = tag("p")
        .class("actions")
        .kid(tag("button").attr("type", "submit").class("primary").text(words::GO))
        .kid(tag("span").class("quiet").text(words::LATER));
    tag("form")
        .class("column start")
        .instead(ListenerKind::onsubmit, begin)
        .kid(heading(words::title(framework.profile.short)))
        .kid(para(format!("{}.", words::asks(in_scope, framework.profile.many))).class("lead"))
        .kid(name_field)
        .kid(scope_fields(framework, *scope, &Callback::from(move |bits: u64| set_scope.set(bits))))
        .kid(target_field(framework, *target, &Callback::from(move |level: u8| set_target.set(level))))
        .kid(go)
        .maybe(existing(choice, state))
        .into()
}

/// The assessments that do not cover the framework yet.
fn existing(choice: Choice, state: &Shared) -> Option<Tag> {
    let without = |document: &&Rc<Document>| !document.included().contains(&choice.framework.id);
    let own: Vec<_> = state.own().into_iter().filter(without).collect();
    let entry = |document: &Rc<Document>| {
        let (state, into) = (state.clone(), Rc::clone(document));
        let add = move || choice.enter(Document::clone(&into), &state);
        let button = tag("button").attr("type", "button").text(words::add_to(document.name())).on_click(add);
        tag("li").key(&document.id).kid(button)
    };
    let section = || {
        let list = tag("ul").kids(own.iter().map(|document| entry(document)));
        tag("section").class("existing").kid(tag("h2").text(words::EXISTING)).kid(list)
    };
    (!own.is_empty()).then(section)
}

/// What has been settled about a framework.
#[derive(Clone, Copy)]
struct Choice {
    framework: &'static Framework,
    scope: u64,
    target: u8,
}

impl Choice {
    /// Takes the framework into a document and goes there.
    fn enter(self, mut document: Document, state: &Shared) {
        let Self { framework, scope, target } = self;
        let id = || framework.id.to_owned();
        let mut act = |action: Action| apply(&mut document, &action, &state.writer);
        act(Action::Include { framework: id(), included: true });
        if scope != framework.default_scope() {
            act(Action::Scope { framework: id(), options: option_ids(framework, scope) });
        }
        if target != framework.scale.default_target() {
            act(Action::Target { framework: id(), requirement: String::new(), level: Some(target) });
        }
        let route = Route::assess(&document.id, framework.id, "");
        state.dispatch(Deed::Begin(document));
        dom::go(&route.href());
    }
}
