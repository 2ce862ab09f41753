//! The first page: two doors, what is in progress, and the library.

use yew::prelude::*;

use super::library::Library;
use super::{framework_field, heading, options};
use crate::catalog::Framework;
use crate::store::Aside;
use crate::ui::markup::{Tag, link, para, tag};
use crate::ui::parts::{Confirm, Size, plumb_drawing, range_bar};
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
    let choices = [use_state(|| FIRST.to_owned()), use_state(|| SECOND.to_owned()), use_state(|| FIRST.to_owned())];
    let words = tag("div").class("opening-words").kid(heading(home::TITLE)).kid(para(home::LEAD).class("lead"));
    let opening = tag("section").class("opening").kid(words.kid(doors(shelf, &choices))).kid(plumb_drawing());
    let library = html! { <Library world={props.world.clone()} /> };
    crate::ui::markup::list([opening.into(), open_work(state, shelf, &asking).into(), library])
}

fn doors(shelf: &Shelf, [first, second, subject]: &[UseStateHandle<String>; 3]) -> Tag {
    let field = |id: &'static str, label: &'static str, choice: &UseStateHandle<String>| {
        let chosen = choice.clone();
        framework_field(id, label, options(shelf.library.frameworks.iter(), choice), move |id| chosen.set(id))
    };
    let door = |id: &'static str, title: &'static str, lead: &'static str| {
        tag("section").class("door").attr("aria-labelledby", id).kid(tag("h2").id(id).text(title)).kid(para(lead))
    };
    let go = |route: &Route, words: &'static str| tag("p").kid(link(route.href(), words).class("button primary"));
    let pair = tag("div").class("pair").kid(field("compare-first", home::COMPARE_FIRST, first)).kid(field(
        "compare-second",
        home::COMPARE_SECOND,
        second,
    ));
    let compare = door("door-compare", home::COMPARE_TITLE, home::COMPARE_LEAD)
        .kid(pair)
        .kid(go(&Route::compare(&[first, second]), home::COMPARE_GO));
    let assess = door("door-assess", home::ASSESS_TITLE, home::ASSESS_LEAD)
        .kid(field("assess-which", home::ASSESS_WHICH, subject))
        .kid(go(&Route::start(&[subject]), home::ASSESS_GO));
    tag("div").class("doors").kid(compare).kid(assess)
}

/// The assessments of this browser, and what in it could not be read.
fn open_work(state: &Shared, shelf: &Shelf, asking: &UseStateHandle<String>) -> Tag {
    let own = state.own();
    let rows = own.iter().map(|document| assessment_row(state, &view::progress(shelf.library, document), asking));
    let sample = tag("button").attr("type", "button").text(home::SAMPLE).on_click({
        let (state, library) = (state.clone(), shelf.library);
        move || {
            let frameworks: Vec<&Framework> = [FIRST, SECOND].into_iter().filter_map(|id| library.framework(id)).collect();
            state.dispatch(Deed::Begin(view::sample(SAMPLE, &frameworks)));
            dom::go(&Route::results(SAMPLE, FIRST).href());
        }
    });
    tag("section")
        .class("open-work")
        .attr("aria-labelledby", "open-title")
        .kid(tag("h2").id("open-title").text(home::OPEN))
        .maybe(own.is_empty().then(|| para(home::NONE_OPEN)))
        .kid(tag("ul").class("assessments").kids(rows))
        .kid(tag("p").kid(sample))
        .maybe((!state.aside.is_empty()).then(|| kept_aside(&state.aside)))
}

fn assessment_row(state: &Shared, progress: &view::Progress, asking: &UseStateHandle<String>) -> Tag {
    let ask = {
        let (asking, id) = (asking.clone(), progress.id.clone());
        move || asking.set(id.clone())
    };
    let delete = tag("button")
        .attr("type", "button")
        .class("quiet-button")
        .attr("aria-label", format!("{} {}", home::DELETE, progress.name))
        .text(home::DELETE)
        .on_click(ask);
    let changed = (!progress.changed.is_empty()).then(|| tag("span").class("quiet").text(home::changed(&progress.changed)));
    let head = tag("div").class("assessment-head").kid(tag("h3").text(progress.name.clone())).maybe(changed).kid(delete);
    let unknown = || para(home::unknown(&progress.unknown.join(", "))).class("quiet");
    tag("li")
        .class("assessment")
        .key(&progress.id)
        .kid(head)
        .kid(tag("ul").class("parts").kids(progress.parts.iter().map(|(framework, meter)| part(progress, framework, meter))))
        .maybe((!progress.unknown.is_empty()).then(unknown))
        .maybe((**asking == progress.id).then(|| confirm_delete(state, progress, asking)))
}

fn part(progress: &view::Progress, framework: &'static Framework, meter: &view::Meter) -> Tag {
    let short = framework.profile.short;
    let way = |route: Route, words: &'static str| link(route.href(), words).attr("aria-label", format!("{words} {short}"));
    let ways = tag("span")
        .class("part-links")
        .kid(way(Route::assess(&progress.id, framework.id, ""), home::CONTINUE))
        .kid(way(Route::results(&progress.id, framework.id), home::RESULTS));
    tag("li")
        .kid(tag("span").class("part-name").text(short))
        .kid(range_bar(meter, None, Size::Small))
        .kid(tag("span").class("part-words").text(text::meter(meter)))
        .kid(ways)
}

fn confirm_delete(state: &Shared, progress: &view::Progress, asking: &UseStateHandle<String>) -> Html {
    let on_no = {
        let asking = asking.clone();
        Callback::from(move |()| asking.set(String::new()))
    };
    let on_yes = {
        let (state, asking, id) = (state.clone(), asking.clone(), progress.id.clone());
        Callback::from(move |()| {
            asking.set(String::new());
            state.dispatch(Deed::Forget(id.clone()));
        })
    };
    html! {
        <Confirm title={home::delete_title(&progress.name)} text={home::DELETE_TEXT} yes={home::DELETE_YES} no={home::KEEP} {on_yes} {on_no} />
    }
}

/// Slots that could not be read, with their raw text to copy.
fn kept_aside(aside: &[Aside]) -> Tag {
    let slot = |aside: &Aside| {
        let raw =
            tag("textarea").flag("readonly", true).attr("rows", "4").attr("aria-label", aside.key.clone()).value(&aside.raw);
        tag("details")
            .key(&aside.key)
            .kid(tag("summary").text(format!("{}: {}", aside.key, aside.reason)))
            .kid(para(aside.reason.hint()))
            .kid(raw)
    };
    tag("div")
        .class("notice")
        .attr("role", "alert")
        .kid(tag("h3").text(home::ASIDE_TITLE))
        .kid(para(home::ASIDE_TEXT))
        .kids(aside.iter().map(slot))
}
