//! What to settle before an assessment begins: a name, what applies, and the target. All of it has a default.

use yew::prelude::*;

use super::heading;
use crate::assessment::{Action, Document, Field, apply};
use crate::catalog::Framework;
use crate::ui::parts::{option_ids, scope_fields, target_field};
use crate::ui::route::Route;
use crate::ui::text::{home, start as words};
use crate::ui::{Deed, Shared, Shelf, World, dom};

/// The form for the first framework known, or a choice of all.
pub fn start_page(world: &World, ids: &[String]) -> Html {
    match ids.iter().find_map(|id| world.shelf.library.framework(id)) {
        Some(framework) => html! { <Form key={framework.id} {framework} state={world.state.clone()} /> },
        None => chooser(&world.shelf),
    }
}

fn chooser(shelf: &Shelf) -> Html {
    html! {
        <div class="column">
            { heading(home::ASSESS_TITLE) }
            <p class="lead">{ home::ASSESS_LEAD }</p>
            <ul class="pairs">
                { for shelf.library.frameworks.iter().map(|framework| html! {
                    <li key={framework.id}>
                        <a href={Route::start(&[framework.id]).href()}>{ framework.profile.short }</a>
                        <span class="quiet">{ words::asks(framework.assessable(), framework.profile.many) }</span>
                    </li>
                }) }
            </ul>
        </div>
    }
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
    let write_name = {
        let name = name.clone();
        Callback::from(move |event: InputEvent| name.set(dom::typed(&event)))
    };
    let settle_scope = {
        let scope = scope.clone();
        Callback::from(move |bits: u64| scope.set(bits))
    };
    let settle_target = {
        let target = target.clone();
        Callback::from(move |level: u8| target.set(level))
    };
    let set_up = {
        let (scope, target) = (*scope, *target);
        move |document: &mut Document, writer: &str| {
            let id = || framework.id.to_owned();
            apply(document, &Action::Include { framework: id(), included: true }, writer);
            if scope != framework.default_scope() {
                apply(document, &Action::Scope { framework: id(), options: option_ids(framework, scope) }, writer);
            }
            if target != framework.scale.default_target() {
                let action = Action::Target { framework: id(), requirement: String::new(), level: Some(target) };
                apply(document, &action, writer);
            }
        }
    };
    let begin = {
        let (state, name, set_up) = (state.clone(), name.clone(), set_up.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let mut document = Document::new(dom::fresh_name());
            let named = if name.trim().is_empty() { framework.profile.short } else { name.trim() };
            let day = || state.today.clone();
            apply(&mut document, &Action::Rename(named.to_owned()), &state.writer);
            apply(&mut document, &Action::Date { field: Field::Started, day: day() }, &state.writer);
            apply(&mut document, &Action::Date { field: Field::Changed, day: day() }, &state.writer);
            set_up(&mut document, &state.writer);
            let route = Route::assess(&document.id, framework.id, "");
            state.dispatch(Deed::Begin(document));
            dom::go(&route.href());
        })
    };
    let add_to = |id: String| {
        let (state, set_up) = (state.clone(), set_up.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(document) = state.documents.get(&id) else { return };
            let mut document = Document::clone(document);
            set_up(&mut document, &state.writer);
            let route = Route::assess(&document.id, framework.id, "");
            state.dispatch(Deed::Begin(document));
            dom::go(&route.href());
        })
    };
    let without = |document: &&std::rc::Rc<Document>| !document.included().contains(&framework.id);
    let own: Vec<_> = state.own().into_iter().filter(without).collect();
    let in_scope = (0..framework.requirements.len())
        .filter(|index| framework.requirements[*index].assessable && framework.applies(*index, *scope))
        .count();
    html! {
        <form class="column start" onsubmit={begin}>
            { heading(words::title(framework.profile.short)) }
            <p class="lead">{ words::asks(in_scope, framework.profile.many) }{ "." }</p>
            <p class="field">
                <label for="name">{ words::NAME }</label>
                <input id="name" type="text" value={(*name).clone()} oninput={write_name} aria-describedby="name-hint" autocomplete="off" />
                <span class="hint" id="name-hint">{ words::NAME_HINT }</span>
            </p>
            { scope_fields(framework, *scope, &settle_scope) }
            { target_field(framework, *target, &settle_target) }
            <p class="actions"><button type="submit" class="primary">{ words::GO }</button><span class="quiet">{ words::LATER }</span></p>
            if !own.is_empty() {
                <section class="existing">
                    <h2>{ words::EXISTING }</h2>
                    <ul>
                        { for own.iter().map(|document| html! {
                            <li key={document.id.clone()}>
                                <button type="button" onclick={add_to(document.id.clone())}>{ words::add_to(document.name()) }</button>
                            </li>
                        }) }
                    </ul>
                </section>
            }
        </form>
    }
}
