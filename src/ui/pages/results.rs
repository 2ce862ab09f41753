//! The results of one framework of an assessment, on the screen and on paper.

use super::assess::{framework_tabs, sample_banner};
use super::{heading, id_and_title, term};
use crate::assessment::{Answers, Document};
use crate::catalog::Framework;
use crate::score::methods::{Outcome, outcome};
use crate::ui::markup::{Tag, link, para, tag};
use crate::ui::parts::{Glyph, Size, icon, radar, range_bar, rungs, section_table};
use crate::ui::route::Route;
use crate::ui::state::SAMPLE;
use crate::ui::text::{self, official as by, plan, results as words};
use crate::ui::{World, dom};
use crate::view::{self, ResultsView};

/// The page of one framework of an assessment.
pub fn results_page(world: &World, document: &Document, framework: &'static Framework) -> Tag {
    let view = view::results(framework, document);
    let page = tag("div")
        .class("results")
        .maybe((document.id == SAMPLE).then(|| sample_banner(&world.state)))
        .kid(head(world, document, &view));
    if view.whole.answered == 0 { page.kid(nothing_yet(&view)) } else { body(page, document, &view) }
}

fn head(world: &World, document: &Document, view: &ResultsView) -> Tag {
    let print = tag("button").attr("type", "button").kid(icon(Glyph::Print)).text(words::PRINT).on_click(dom::print);
    let has_annex = view.framework.children(None).any(|root| view.framework.requirements[root].title.starts_with("Annex A"));
    let statement = has_annex.then(|| {
        let (assessment, framework) = (document.id.clone(), view.framework.id.to_owned());
        link(Route::Statement { assessment, framework }.href(), words::STATEMENT).class("button")
    });
    let actions = tag("p")
        .class("actions")
        .kid(link(Route::assess(&document.id, view.framework.id, "").href(), words::BACK).class("button"))
        .kid(link(Route::Plan { assessment: document.id.clone() }.href(), plan::TITLE).class("button"))
        .maybe(statement)
        .kid(print);
    tag("header")
        .class("results-head")
        .kid(para(words::made(&view.name, &view.changed)).class("kicker"))
        .kid(heading(words::title(view.framework.profile.short)))
        .maybe(framework_tabs(&world.shelf, document, view.framework, Route::results))
        .kid(actions)
}

fn nothing_yet(view: &ResultsView) -> Tag {
    let bar = range_bar(&view.whole, Some(target(view)), Size::Full);
    tag("section").class("figures").kid(bar).kid(para(words::NOTHING_YET).class("lead")).maybe(excluded(view))
}

/// The target of the whole, in thousandths of the scale.
fn target(view: &ResultsView) -> u64 {
    u64::from(view.target) * 1000 / u64::from(view.whole.max.max(1))
}

fn body(page: Tag, document: &Document, view: &ResultsView) -> Tag {
    let reading = view.extremes.map(|(strongest, weakest)| para(words::reading(strongest, weakest)).class("reading"));
    let pictures = tag("div").class("pictures").maybe(radar(&view.sections, view.whole.max)).kid(section_table(
        &view.sections,
        words::SECTIONS,
        false,
    ));
    let all = tag("details").class("all-sections").kid(tag("summary").text(words::SHOW_ALL)).kid(section_table(
        &view.groups,
        words::SHOW_ALL,
        true,
    ));
    let by_section =
        tag("section").class("by-section").kid(tag("h2").text(words::SECTIONS)).maybe(reading).kid(pictures).kid(all);
    page.kid(figures(view)).kid(by_section).maybe(official(document, view)).kid(gaps(document, view)).maybe(excluded(view))
}

fn figures(view: &ResultsView) -> Tag {
    let whole = &view.whole;
    let (low, high) =
        whole.range_tenths.map_or_else(Default::default, |(low, high)| (text::tenths(low), text::tenths(high)));
    let percent = |value: Option<u64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value} %"));
    let figure = match whole.tenths {
        Some(_) if whole.is_guarded() => format!("{low}–{high}"),
        Some(value) => text::tenths(value),
        None => words::NOT_YET.to_owned(),
    };
    let figure = tag("span").classes(&[("figure", true), ("words", whole.tenths.is_none())]).text(figure);
    let range = if whole.is_guarded() { words::guarded(&low, &high) } else { words::range(&low, &high) };
    let method = link(Route::Method { at: "score".to_owned() }.href(), words::METHOD);
    let headline = tag("div")
        .class("headline")
        .kid(tag("h2").text(words::MATURITY))
        .kid(tag("p").class("headline-figure").kid(figure).kid(tag("span").class("of").text(format!("/ {}", whole.max))))
        .kid(range_bar(whole, Some(target(view)), Size::Full))
        .kid(para(format!("{range} ")).kid(method));
    let beside = |name: &'static str, value: Option<u64>, said: String| {
        let figure = tag("dd").class("figure").text(percent(value));
        tag("div").kid(tag("dt").text(name)).kid(figure).kid(tag("dd").text(said))
    };
    let coverage = words::coverage(whole.answered, whole.applicable) + &words::excluded(whole.excluded);
    let facts = tag("dl")
        .class("beside-figures")
        .kid(beside(words::COVERAGE, whole.coverage, coverage))
        .kid(beside(words::READINESS, whole.readiness, words::readiness(whole.at_target, whole.applicable)))
        .maybe((!view.scope.is_empty()).then(|| term(words::SCOPE, view.scope.join(", "))));
    tag("section").class("figures").kid(headline).kid(facts)
}

/// What the issuer's own method makes of it; nothing where the catalog names none that is shown here.
fn official(document: &Document, view: &ResultsView) -> Option<Tag> {
    let ((said, rows), note) = match outcome(view.framework, &Answers::read(view.framework, document))? {
        Outcome::Conformity(result) => (by::conformity(&result), by::CONFORMITY_NOTE),
        Outcome::Criteria(result) => (by::criteria(&result), by::CRITERIA_NOTE),
        Outcome::Csf(result) => (by::csf(&result), by::CSF_NOTE),
        _ => return None,
    };
    let head = |words: &'static str| tag("th").attr("scope", "col").text(words);
    let heads = tag("tr").kid(head(by::WHAT)).kid(head(by::RESULT));
    let row = |(name, result): (String, String)| {
        tag("tr").kid(tag("th").attr("scope", "row").text(name)).kid(tag("td").text(result))
    };
    let table =
        tag("table").class("official").kid(tag("thead").kid(heads)).kid(tag("tbody").kids(rows.into_iter().map(row)));
    let section = tag("section").kid(tag("h2").text(by::TITLE)).kid(para(said).class("reading"));
    Some(section.kid(table).kid(para(note).class("quiet")))
}

fn gaps(document: &Document, view: &ResultsView) -> Tag {
    let section = tag("section").class("gaps").kid(tag("h2").text(words::GAPS));
    if view.gaps.is_empty() {
        return section.kid(para(words::NO_GAPS));
    }
    let head = |class: &'static str, words: &'static str| tag("th").attr("scope", "col").class(class).text(words);
    let heads = tag("tr")
        .kid(head("", words::REQUIREMENT))
        .kid(tag("td"))
        .kid(head("number", words::LEVEL))
        .kid(head("number", words::TARGET))
        .kid(head("", words::OWNER))
        .kid(head("number", words::DUE));
    let rows = view.gaps.iter().map(|gap| gap_row(document, view, gap));
    section.kid(tag("table").class("gap-table").kid(tag("thead").kid(heads)).kid(tag("tbody").kids(rows)))
}

fn gap_row(document: &Document, view: &ResultsView, gap: &view::GapRow) -> Tag {
    let way = tag("a").attr("href", Route::assess(&document.id, view.framework.id, gap.id).href());
    let note = (!gap.note.is_empty()).then(|| tag("span").class("row-note").text(gap.note.clone()));
    let head = tag("th")
        .attr("scope", "row")
        .kid(id_and_title(way, gap.id, gap.title))
        .kid(tag("span").class("row-tagline").text(gap.section))
        .maybe(note);
    let cell =
        |class: &'static str, label: &'static str, said: String| tag("td").class(class).attr("data-label", label).text(said);
    tag("tr")
        .key(gap.id)
        .kid(head)
        .kid(tag("td").class("rungs-cell").kid(rungs(view.whole.max, gap.level, gap.target)))
        .kid(cell("number", words::LEVEL, gap.level.to_string()))
        .kid(cell("number", words::TARGET, gap.target.to_string()))
        .kid(cell("", words::OWNER, gap.owner.clone()))
        .kid(cell("number", words::DUE, gap.due.clone()))
}

/// What was left out, and why.
fn excluded(view: &ResultsView) -> Option<Tag> {
    let row = |(id, title, reason): &(&'static str, &'static str, String)| {
        let head = id_and_title(tag("th").attr("scope", "row"), id, title);
        tag("tr").key(id).kid(head).kid(tag("td").text(reason.clone()))
    };
    let head = |words: &'static str| tag("th").attr("scope", "col").text(words);
    let table = || {
        tag("table")
            .class("excluded-table")
            .kid(tag("thead").kid(tag("tr").kid(head(words::REQUIREMENT)).kid(head(words::REASON))))
            .kid(tag("tbody").kids(view.excluded.iter().map(row)))
    };
    (!view.excluded.is_empty()).then(|| tag("section").class("excluded").kid(tag("h2").text(words::EXCLUDED)).kid(table()))
}
