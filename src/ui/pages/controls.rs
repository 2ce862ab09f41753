//! The common controls: what an organisation does once, and who asks for it.

use yew::prelude::*;

use super::{heading, id_and_title, term};
use crate::catalog::Framework;
use crate::ui::World;
use crate::ui::load::use_control_texts;
use crate::ui::markup::{Tag, link, para, tag};
use crate::ui::parts::strength_mark;
use crate::ui::route::Route;
use crate::ui::text::{atlas as words, framework};
use crate::view::{self, AskRow, ControlView, DomainRow};

#[derive(PartialEq, Properties)]
pub struct ControlsPageProps {
    pub world: World,
    /// A control; all of them when empty.
    pub id: String,
}

#[component]
pub fn ControlsPage(props: &ControlsPageProps) -> Html {
    let library = props.world.shelf.library;
    let texts = use_control_texts(&props.world.shelf);
    let sought = use_state(String::new);
    if let Some(view) = view::control(library, texts, &props.id) {
        let text = texts.zip(library.control(&props.id)).and_then(|(texts, place)| texts.controls.get(place));
        return one(&view, text).into();
    }
    let domains = view::controls(library, &sought);
    let count = domains.iter().map(|domain| domain.controls.len()).sum();
    let said = if sought.trim().is_empty() { String::new() } else { framework::found(count) };
    let seek = sought.setter();
    let input = tag("input").id("find-control").attr("type", "search").attr("autocomplete", "off").value(&sought);
    let search = tag("p")
        .class("field search")
        .kid(tag("label").attr("for", "find-control").text(framework::SEARCH))
        .kid(input.on_input(move |text| seek.set(text)))
        .kid(tag("span").class("quiet").attr("role", "status").text(said));
    tag("div")
        .class("controls-page")
        .kid(heading(words::CONTROLS))
        .kid(para(words::controls_lead(library.controls.len(), library.domains.len())).class("lead"))
        .kid(search)
        .maybe((count == 0).then(|| para(framework::NOTHING_FOUND)))
        .kids(domains.iter().map(domain))
        .into()
}

fn domain(row: &DomainRow) -> Tag {
    let control = |control: &view::ControlRow| {
        let way = tag("a").attr("href", Route::controls(control.id).href());
        tag("li")
            .key(control.id)
            .kid(id_and_title(way, control.id, control.name))
            .kid(tag("span").class("quiet").text(words::asked_by(control.frameworks)))
    };
    tag("section")
        .class("domain")
        .key(row.domain.id)
        .kid(tag("h2").text(row.domain.title))
        .kid(tag("ul").class("control-list").kids(row.controls.iter().map(control)))
}

fn one(view: &ControlView, text: Option<&'static crate::catalog::ControlText>) -> Tag {
    let head = tag("header")
        .class("article-head")
        .kid(
            tag("p")
                .class("kicker")
                .kid(link(Route::controls("").href(), words::CONTROLS))
                .kid(tag("span").text(view.domain.title)),
        )
        .kid(heading(format!("{} {}", view.control.id, view.control.name)));
    let facts = text.map(|text| {
        let evidence = tag("ul").kids(text.evidence.iter().map(|artefact| tag("li").text(*artefact)));
        tag("div")
            .kid(para(text.objective).class("lead"))
            .kid(para(text.question).class("question"))
            .kid(para(framework::EVIDENCE).class("label"))
            .kid(evidence)
    });
    let effort = tag("dl")
        .class("facts")
        .kid(term(words::EFFORT, words::effort(view.control.effort)))
        .kid(term(words::ASKED, words::asked_by(view.asked.len())));
    let asked = view.asked.iter().map(|(framework, rows)| asking(framework, rows));
    let neighbour = |id: Option<&'static str>, words: fn(&str) -> String| {
        id.map(|id| link(Route::controls(id).href(), &words(id)).class("button"))
    };
    tag("div")
        .class("column control-page")
        .kid(head)
        .maybe(facts)
        .kid(effort)
        .kid(tag("h2").text(words::WHO_ASKS))
        .kids(asked)
        .kid(
            tag("p")
                .class("actions")
                .maybe(neighbour(view.previous, words::before))
                .maybe(neighbour(view.next, words::after)),
        )
}

/// What of a framework asks for the control, and through what words.
fn asking(framework: &'static Framework, rows: &[AskRow]) -> Tag {
    let row = |row: &AskRow| {
        let why = (!row.why.is_empty()).then(|| para(row.why).class("why"));
        let line = id_and_title(tag("p"), row.id, row.title).kid(strength_mark(row.strength));
        tag("li").key(row.id).kid(line.kid(tag("span").class("quiet").text(words::relation_here(row.relation)))).maybe(why)
    };
    tag("section")
        .class("asking")
        .key(framework.id)
        .kid(tag("h3").kid(link(Route::framework(framework.id).href(), framework.profile.short)))
        .kid(tag("ul").class("ways").kids(rows.iter().map(row)))
}
