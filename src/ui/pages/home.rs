//! The first page: two doors, what is in progress, and the library.

use yew::prelude::*;

use super::{heading, options};
use crate::catalog::Framework;
use crate::compare::months;
use crate::ui::parts::{Confirm, Size, badge_mark, plumb_drawing, range_bar};
use crate::ui::route::Route;
use crate::ui::state::SAMPLE;
use crate::ui::text::{self, home};
use crate::ui::{Deed, Shared, Shelf, World, dom};
use crate::view;

/// What the doors offer until somebody chooses.
const FIRST: &str = "soc-2-2017";
const SECOND: &str = "iso-42001-2023";

#[derive(PartialEq, Properties)]
pub struct HomePageProps {
    pub world: World,
}

#[component]
pub fn HomePage(props: &HomePageProps) -> Html {
    let World { state, shelf } = &props.world;
    // The assessment somebody is asked about before it is deleted.
    let asking = use_state(String::new);
    let doors = use_doors(shelf);
    html! {
        <>
            <section class="opening">
                <div class="opening-words">
                    { heading(home::TITLE) }
                    <p class="lead">{ home::LEAD }</p>
                    { doors }
                </div>
                { plumb_drawing() }
            </section>
            <section class="open-work" aria-labelledby="open-title">
                <h2 id="open-title">{ home::OPEN }</h2>
                if state.own().is_empty() {
                    <p>{ home::NONE_OPEN }</p>
                }
                <ul class="assessments">
                    { for state.own().into_iter().map(|document| assessment_row(state, &view::progress(shelf.library, document), &asking)) }
                </ul>
                <p><button type="button" onclick={open_sample(state, shelf)}>{ home::SAMPLE }</button></p>
                { aside(state) }
            </section>
            { library(shelf) }
        </>
    }
}

#[hook]
fn use_doors(shelf: &Shelf) -> Html {
    let (first, second, subject) = (use_state(|| FIRST.to_owned()), use_state(|| SECOND.to_owned()), use_state(|| FIRST.to_owned()));
    let choose = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |event: Event| state.set(dom::chosen(&event)))
    };
    let list = |id: &'static str, label: &'static str, state: &UseStateHandle<String>| {
        html! {
            <p class="field">
                <label for={id}>{ label }</label>
                <select {id} onchange={choose(state)}>{ options(shelf.library.frameworks.iter(), state) }</select>
            </p>
        }
    };
    html! {
        <div class="doors">
            <section class="door" aria-labelledby="door-compare">
                <h2 id="door-compare">{ home::COMPARE_TITLE }</h2>
                <p>{ home::COMPARE_LEAD }</p>
                <div class="pair">
                    { list("compare-first", home::COMPARE_FIRST, &first) }
                    { list("compare-second", home::COMPARE_SECOND, &second) }
                </div>
                <p><a class="button primary" href={Route::compare(&[&first, &second]).href()}>{ home::COMPARE_GO }</a></p>
            </section>
            <section class="door" aria-labelledby="door-assess">
                <h2 id="door-assess">{ home::ASSESS_TITLE }</h2>
                <p>{ home::ASSESS_LEAD }</p>
                { list("assess-which", home::ASSESS_WHICH, &subject) }
                <p><a class="button primary" href={Route::start(&[&subject]).href()}>{ home::ASSESS_GO }</a></p>
            </section>
        </div>
    }
}

fn open_sample(state: &Shared, shelf: &Shelf) -> Callback<MouseEvent> {
    let (state, library) = (state.clone(), shelf.library);
    Callback::from(move |_: MouseEvent| {
        let frameworks: Vec<&Framework> = [FIRST, SECOND].into_iter().filter_map(|id| library.framework(id)).collect();
        state.dispatch(Deed::Begin(view::sample(SAMPLE, &frameworks)));
        dom::go(&Route::results(SAMPLE, FIRST).href());
    })
}

fn assessment_row(state: &Shared, progress: &view::Progress, asking: &UseStateHandle<String>) -> Html {
    let ask = |id: &str| {
        let (asking, id) = (asking.clone(), id.to_owned());
        Callback::from(move |()| asking.set(id.clone()))
    };
    let forget = {
        let (state, asking, id) = (state.clone(), asking.clone(), progress.id.clone());
        Callback::from(move |()| {
            asking.set(String::new());
            state.dispatch(Deed::Forget(id.clone()));
        })
    };
    let part = |(framework, meter): &(&'static Framework, view::Meter)| {
        html! {
            <li>
                <span class="part-name">{ framework.profile.short }</span>
                { range_bar(meter, None, Size::Small) }
                <span class="part-words">{ text::meter(meter) }</span>
                <span class="part-links">
                    <a href={Route::assess(&progress.id, framework.id, "").href()} aria-label={format!("{} {}", home::CONTINUE, framework.profile.short)}>{ home::CONTINUE }</a>
                    <a href={Route::results(&progress.id, framework.id).href()} aria-label={format!("{} {}", home::RESULTS, framework.profile.short)}>{ home::RESULTS }</a>
                </span>
            </li>
        }
    };
    html! {
        <li class="assessment" key={progress.id.clone()}>
            <div class="assessment-head">
                <h3>{ &progress.name }</h3>
                if !progress.changed.is_empty() {
                    <span class="quiet">{ home::changed(&progress.changed) }</span>
                }
                <button type="button" class="quiet-button" onclick={ask(&progress.id).reform(|_: MouseEvent| ())}
                    aria-label={format!("{} {}", home::DELETE, progress.name)}>{ home::DELETE }</button>
            </div>
            <ul class="parts">{ for progress.parts.iter().map(part) }</ul>
            if !progress.unknown.is_empty() {
                <p class="quiet">{ home::unknown(&progress.unknown.join(", ")) }</p>
            }
            if **asking == progress.id {
                <Confirm title={home::delete_title(&progress.name)} text={home::DELETE_TEXT} yes={home::DELETE_YES} no={home::KEEP}
                    on_yes={forget} on_no={ask("")} />
            }
        </li>
    }
}

/// Slots that could not be read, with their raw text to copy.
fn aside(state: &Shared) -> Html {
    if state.aside.is_empty() {
        return html! {};
    }
    html! {
        <div class="notice" role="alert">
            <h3>{ home::ASIDE_TITLE }</h3>
            <p>{ home::ASIDE_TEXT }</p>
            { for state.aside.iter().map(|aside| html! {
                <details key={aside.key.clone()}>
                    <summary>{ format!("{}: {}", aside.key, aside.reason) }</summary>
                    <p>{ aside.reason.hint() }</p>
                    <textarea readonly=true rows="4" aria-label={aside.key.clone()} value={aside.raw.clone()} />
                </details>
            }) }
        </div>
    }
}

fn library(shelf: &Shelf) -> Html {
    let row = |framework: &'static Framework| {
        let profile = &framework.profile;
        html! {
            <tr key={framework.id}>
                <th scope="row">
                    <a href={Route::framework(framework.id).href()}>{ profile.short }</a>
                    <span class="row-tagline">{ profile.tagline }</span>
                </th>
                <td>{ badge_mark(profile.badge) }<span class="row-year">{ text::year(profile) }</span></td>
                <td class="number" data-label={home::COLUMN_ASKS}>{ format!("{} {}", framework.assessable(), profile.many) }</td>
                <td class="number" data-label={home::COLUMN_TIME}>{ months(profile) }</td>
            </tr>
        }
    };
    html! {
        <section class="library" aria-labelledby="library-title">
            <h2 id="library-title">{ home::LIBRARY }</h2>
            <p>{ home::LIBRARY_LEAD }</p>
            <table class="frameworks">
                <thead>
                    <tr>
                        <th scope="col">{ home::COLUMN_FRAMEWORK }</th>
                        <th scope="col">{ home::COLUMN_KIND }</th>
                        <th scope="col" class="number">{ home::COLUMN_ASKS }</th>
                        <th scope="col" class="number">{ home::COLUMN_TIME }</th>
                    </tr>
                </thead>
                <tbody>{ for shelf.library.frameworks.iter().map(row) }</tbody>
            </table>
        </section>
    }
}
