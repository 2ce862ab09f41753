//! Answer once: what answers on one framework suggest on the others. Nothing counts until somebody accepts it.

use yew::prelude::*;

use super::{heading, id_and_title};
use crate::assessment::{Action, Document};
use crate::crosswalk::{Crosswalk, Suggestion};
use crate::ui::markup::{Tag, link, para, tag};
use crate::ui::route::Route;
use crate::ui::text::{atlas, reuse as words};
use crate::ui::{Deed, World};
use crate::view::{self, DoubtRow, SourceRow, SuggestionRow};

/// The suggestions of an assessment.
pub fn reuse_page(world: &World, document: &Document) -> Tag {
    let library = world.shelf.library;
    let crosswalk = Crosswalk::new(library);
    let view = view::reuse(library, &crosswalk, document);
    let back = document
        .included()
        .first()
        .map(|first| link(Route::assess(&document.id, first, "").href(), words::BACK).class("button"));
    let on_act = {
        let (state, assessment) = (world.state.clone(), document.id.clone());
        Callback::from(move |action: Action| state.dispatch(Deed::Act { assessment: assessment.clone(), action }))
    };
    let take = |picked: Vec<&Suggestion>| (on_act.clone(), crosswalk.accept(document, picked));
    let full: Vec<&Suggestion> = view.open.iter().filter(|row| row.full).map(|row| &row.suggestion).collect();
    let all = (!full.is_empty()).then(|| {
        let (count, (act, action)) = (full.len(), take(full));
        button(words::take_all(count), act, action).class("primary")
    });
    let head = tag("header")
        .class("results-head")
        .kid(para(document.name().to_owned()).class("kicker"))
        .kid(heading(words::TITLE))
        .kid(para(words::LEAD).class("lead"))
        .kid(tag("p").class("actions").maybe(all).maybe(back));
    let row = |row: &SuggestionRow| {
        let (act, action) = take(vec![&row.suggestion]);
        let accept = button(words::ACCEPT.to_owned(), act, action);
        let reject =
            button(words::REJECT.to_owned(), on_act.clone(), crosswalk.reject(&row.suggestion, true)).class("quiet-button");
        suggestion(document, row).kid(tag("p").class("actions").kid(accept).kid(reject))
    };
    let rejected = |row: &SuggestionRow| {
        let again =
            button(words::AGAIN.to_owned(), on_act.clone(), crosswalk.reject(&row.suggestion, false)).class("quiet-button");
        suggestion(document, row).kid(tag("p").class("actions").kid(again))
    };
    let empty =
        view.open.is_empty().then(|| para(if document.included().len() > 1 { words::NOTHING } else { words::ONE_ONLY }));
    let folded = (!view.rejected.is_empty()).then(|| {
        let list = tag("ul").class("suggestions").kids(view.rejected.iter().map(rejected));
        tag("details").kid(tag("summary").text(words::rejected(view.rejected.len()))).kid(list)
    });
    tag("div")
        .class("results reuse")
        .kid(head)
        .maybe(empty)
        .maybe((!view.doubts.is_empty()).then(|| doubts(document, &view.doubts)))
        .kid(tag("ul").class("suggestions").kids(view.open.iter().map(row)))
        .maybe(folded)
}

fn button(words: String, on_act: Callback<Action>, action: Action) -> Tag {
    tag("button").attr("type", "button").text(words).on_click(move || on_act.emit(action.clone()))
}

/// A requirement, the level it would get, and where that comes from.
fn suggestion(document: &Document, row: &SuggestionRow) -> Tag {
    let way = tag("a").attr("href", Route::assess(&document.id, row.framework.id, row.id).href());
    let step = row.framework.scale.steps.get(usize::from(row.level)).map_or("", |step| step.name);
    let head = tag("p").class("suggestion-head").kid(tag("span").class("label").text(row.framework.profile.short));
    tag("li")
        .key(&format!("{} {}", row.framework.id, row.id))
        .class("suggestion")
        .kid(head.kid(id_and_title(way, row.id, row.title)))
        .kid(para(words::level(row.level, step, row.full)).class("suggested"))
        .kid(para(source(&row.source, row.id)).class("path-line"))
}

/// The path, in words.
fn source(source: &SourceRow, to: &str) -> String {
    let from = words::from(source.framework.profile.short, source.id, source.title, source.level);
    let path = source.via.map_or_else(
        || words::DIRECT.to_owned(),
        |(control, first, second)| {
            format!("{} {} {}; {to} {}", atlas::relation(first), control.id, control.name, atlas::relation_it(second))
        },
    );
    format!("{from} {path}. {}", atlas::inferred(source.strength))
}

/// Accepted answers whose source says something else now.
fn doubts(document: &Document, doubts: &[DoubtRow]) -> Tag {
    let row = |row: &DoubtRow| {
        let way = tag("a").attr("href", Route::assess(&document.id, row.framework.id, row.id).href());
        let said = para(words::doubt(row.level, &row.source.1, row.then, row.now));
        tag("li").key(row.id).class("suggestion").kid(id_and_title(way, row.id, row.title)).kid(said)
    };
    tag("section")
        .class("notice")
        .kid(tag("h2").text(words::DOUBTS))
        .kid(tag("ul").class("suggestions").kids(doubts.iter().map(row)))
}
