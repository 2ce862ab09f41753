//! From gaps to a plan: what to do next, what it buys, and what gets everything to target.

use super::{heading, id_and_title};
use crate::assessment::{Day, Document};
use crate::ui::World;
use crate::ui::dom;
use crate::ui::markup::{Tag, link, para, tag};
use crate::ui::parts::{Glyph, icon, rungs};
use crate::ui::route::Route;
use crate::ui::text::{atlas, plan as words, results};
use crate::view::{self, ControlStep, CoverView, PlanGap, RoadmapView};

/// So many are listed; the rest follows as these are done.
const LISTED: usize = 12;

/// The plan of an assessment, over all its frameworks.
pub fn plan_page(world: &World, document: &Document) -> Tag {
    let print = tag("button").attr("type", "button").kid(icon(Glyph::Print)).text(results::PRINT).on_click(dom::print);
    let back = document
        .included()
        .first()
        .map(|first| link(Route::results(&document.id, first).href(), words::BACK).class("button"));
    let head = tag("header")
        .class("results-head")
        .kid(para(document.name().to_owned()).class("kicker"))
        .kid(heading(words::TITLE))
        .kid(para(words::LEAD).class("lead"))
        .kid(tag("p").class("actions").maybe(back).kid(print));
    let page = tag("div").class("results plan").kid(head);
    let Some(today) = Day::parse(&world.state.today) else { return page };
    let view = view::roadmap(world.shelf.library, document, today);
    if view.gaps.is_empty() {
        return page.kid(para(words::NO_GAPS).class("lead"));
    }
    page.kid(next(&view)).kid(cover(&view.cover)).kid(gaps(document, &view))
}

/// The controls that buy most readiness for their effort.
fn next(view: &RoadmapView) -> Tag {
    let row = |step: &ControlStep| {
        let way = tag("a").attr("href", Route::controls(step.control.id).href());
        let closes =
            step.closes.iter().map(|(framework, id)| format!("{} {id}", framework.profile.short)).collect::<Vec<_>>();
        let closes = tag("td").attr("data-label", words::CLOSES).text(closes.join(", "));
        tag("tr")
            .key(step.control.id)
            .kid(tag("th").attr("scope", "row").kid(id_and_title(way, step.control.id, step.control.name)))
            .kid(tag("td").attr("data-label", atlas::EFFORT).text(atlas::effort(step.control.effort)))
            .kid(closes)
            .kid(tag("td").class("number").attr("data-label", words::MOVES).text(step.moves.to_string()))
    };
    let head = |class: &'static str, words: &'static str| tag("th").attr("scope", "col").class(class).text(words);
    let heads = tag("tr")
        .kid(head("", words::CONTROL))
        .kid(head("", atlas::EFFORT))
        .kid(head("", words::CLOSES))
        .kid(head("number", words::MOVES));
    let rows = tag("tbody").kids(view.next.iter().take(LISTED).map(row));
    tag("section")
        .class("next-actions")
        .kid(tag("h2").text(words::NEXT))
        .kid(para(words::NEXT_TEXT))
        .kid(tag("table").class("plan-table").kid(tag("thead").kid(heads)).kid(rows))
}

/// What gets everything known to target, with its curve.
fn cover(cover: &CoverView) -> Tag {
    let section = tag("section")
        .class("cover-plan")
        .kid(tag("h2").text(words::COVER))
        .kids(cover.statement.iter().map(|said| para(said.clone())));
    let Some((_, effort, closed)) = cover.steps.last() else { return section };
    let (width, height) = (1000_i64, 220_i64);
    let at = |effort_so_far: u32, closed_so_far: usize| {
        let x = i64::from(effort_so_far) * width / i64::from((*effort).max(1));
        let y = height - i64::try_from(closed_so_far).unwrap_or(0) * height / i64::try_from((*closed).max(1)).unwrap_or(1);
        (x, y)
    };
    let mut path = format!("M0 {height}");
    for (_, effort_so_far, closed_so_far) in &cover.steps {
        let (x, y) = at(*effort_so_far, *closed_so_far);
        path.push_str(&format!("H{x}V{y}"));
    }
    let picture = tag("svg")
        .class("curve")
        .attr("viewBox", format!("-4 -4 {} {}", width + 8, height + 8))
        .attr("role", "img")
        .attr("aria-label", words::curve(cover.steps.len(), *effort, *closed))
        .kid(tag("path").class("curve-axis").attr("d", format!("M0 0V{height}H{width}")))
        .kid(tag("path").class("curve-line").attr("d", path));
    let row = |(control, effort, closed): &(&'static crate::catalog::Control, u32, usize)| {
        tag("tr")
            .kid(id_and_title(tag("th").attr("scope", "row"), control.id, control.name))
            .kid(tag("td").class("number").text(effort.to_string()))
            .kid(tag("td").class("number").text(closed.to_string()))
    };
    let head = |class: &'static str, words: &'static str| tag("th").attr("scope", "col").class(class).text(words);
    let heads = tag("tr")
        .kid(head("", words::CONTROL))
        .kid(head("number", words::EFFORT_SO_FAR))
        .kid(head("number", words::CLOSED_SO_FAR));
    let table = tag("table").kid(tag("thead").kid(heads)).kid(tag("tbody").kids(cover.steps.iter().map(row)));
    section.kid(picture).kid(tag("details").kid(tag("summary").text(atlas::AS_TABLE)).kid(table))
}

/// The gaps by what closing them is worth over every framework.
fn gaps(document: &Document, view: &RoadmapView) -> Tag {
    let row = |gap: &PlanGap| {
        let known = gap.framework.requirements.iter().find(|requirement| requirement.id == gap.gap.id);
        let (id, title) = (known.map_or("", |requirement| requirement.id), gap.gap.title.as_str());
        let way = tag("a").attr("href", Route::assess(&document.id, gap.framework.id, id).href());
        tag("tr")
            .kid(
                tag("th")
                    .attr("scope", "row")
                    .kid(id_and_title(way, id, title))
                    .kid(tag("span").class("row-tagline").text(gap.framework.profile.short)),
            )
            .kid(tag("td").class("rungs-cell").kid(rungs(gap.framework.scale.max(), gap.gap.level, gap.gap.target)))
            .kid(tag("td").class("number").attr("data-label", words::WORTH).text(gap.worth.to_string()))
    };
    let head = |class: &'static str, words: &'static str| tag("th").attr("scope", "col").class(class).text(words);
    let heads = tag("tr").kid(head("", results::REQUIREMENT)).kid(tag("td")).kid(head("number", words::WORTH));
    tag("section")
        .class("gaps")
        .kid(tag("h2").text(words::GAPS))
        .kid(para(words::GAPS_TEXT))
        .kid(tag("table").class("gap-table").kid(tag("thead").kid(heads)).kid(tag("tbody").kids(view.gaps.iter().map(row))))
}
