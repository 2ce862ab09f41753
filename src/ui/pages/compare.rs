//! Frameworks side by side. The article is made from the catalogs; nothing of it is written for a particular pair.

use yew::prelude::*;

use super::{framework_field, heading, id_and_title, options, ordered, points, question, section_heading, use_anchor};
use crate::catalog::{Framework, Library, Texts};
use crate::compare::{Difference, differences, months, verdict};
use crate::ui::load::use_texts;
use crate::ui::markup::{Tag, link, list, nothing, para, tag};
use crate::ui::part::{Part, PartPage};
use crate::ui::parts::{Size, badge_mark, range_bar, rungs, steps, waiting};
use crate::ui::route::Route;
use crate::ui::state::SAMPLE;
use crate::ui::text::{self, compare as words, framework as parts};
use crate::ui::{Shared, Shelf, World, dom};
use crate::view;

/// The marks that tell the sides apart, beside their colours.
const LETTERS: [&str; 4] = ["A", "B", "C", "D"];
/// The framework the list of pairs begins with.
const FIRST: &str = "soc-2-2017";
const SIDES: [&str; 4] = ["side-a", "side-b", "side-c", "side-d"];
const CLASSES: [&str; 5] = ["", "", "comparison of-2", "comparison of-3", "comparison of-4"];

/// The frameworks an address names, each once, at most four.
pub fn sides(library: &'static Library, ids: &[String]) -> Vec<&'static Framework> {
    let mut sides: Vec<&'static Framework> = Vec::new();
    for framework in ids.iter().filter_map(|id| library.framework(id)) {
        if !sides.contains(&framework) && sides.len() < LETTERS.len() {
            sides.push(framework);
        }
    }
    sides
}

/// Every pair with one framework; choosing another goes to its address.
pub fn compare_chooser(shelf: &Shelf, first: Option<&'static Framework>) -> Html {
    let frameworks = &shelf.library.frameworks;
    let Some(first) = first.or_else(|| shelf.library.framework(FIRST)).or_else(|| frameworks.first()) else {
        return nothing();
    };
    let choose = |id: String| dom::go(&Route::compare(&[&id]).href());
    let entry = |other: &Framework| pair(first, other).kid(tag("span").class("quiet").text(other.profile.tagline));
    let others = frameworks.iter().filter(|other| *other != first);
    tag("div")
        .class("column")
        .kid(heading(words::CHOOSE_TITLE))
        .kid(para(words::CHOOSE_LEAD).class("lead"))
        .kid(framework_field("choose-first", text::home::COMPARE_FIRST, options(frameworks.iter(), first.id), choose))
        .kid(tag("ul").class("pairs").kids(others.map(entry)))
        .into()
}

/// A line that leads to the comparison of two.
fn pair(first: &Framework, other: &Framework) -> Tag {
    let title = words::title(&[first.profile.short, other.profile.short]);
    tag("li").key(other.id).kid(link(Route::compare(&[first.id, other.id]).href(), &title))
}

#[derive(PartialEq, Properties)]
pub struct ComparePageProps {
    pub world: World,
    pub sides: Vec<&'static Framework>,
    /// The section to bring into view.
    pub at: String,
}

#[component]
pub fn ComparePage(props: &ComparePageProps) -> Html {
    let ComparePageProps { world, sides, at } = props;
    let texts = use_texts(&world.shelf, sides);
    use_anchor(at, texts.is_ok());
    let article = match texts {
        Ok(texts) => article(sides, &texts),
        Err(failed) => waiting(&failed).into(),
    };
    let route = Route::compare(&sides.iter().map(|side| side.id).collect::<Vec<_>>());
    let overlap = html! { <PartPage part={Part::Atlas} {route} world={world.clone()} /> };
    let verdict = tag("div").class("verdict").kids(verdict(sides).into_iter().map(para));
    tag("article")
        .class(CLASSES[sides.len().min(4)])
        .kid(head(sides))
        .kid(bar(sides))
        .kid(section("verdict", words::VERDICT, verdict))
        .kid(overlap)
        .kid(article)
        .kid(for_you(&world.state, sides))
        .maybe(others(&world.shelf, sides))
        .into()
}

fn head(sides: &[&'static Framework]) -> Tag {
    let shorts: Vec<&str> = sides.iter().map(|side| side.profile.short).collect();
    let intro = |framework: &'static Framework| {
        let profile = &framework.profile;
        let kicker = tag("p").class("kicker").kid(badge_mark(profile.badge)).kid(tag("span").text(text::year(profile)));
        list([kicker, para(profile.name).class("full-name"), para(profile.tagline)])
    };
    let intros = each(sides, intro).class("sides intro");
    tag("header").class("comparison-head").kid(heading(words::title(&shorts))).kid(intros)
}

/// The names of the sides, in sight for as long as the article is.
fn bar(sides: &[&'static Framework]) -> Tag {
    let names = sides.iter().enumerate().map(|(index, side)| named(tag("div").class(SIDES[index]), index, side));
    tag("div").class("compare-bar").attr("aria-hidden", "true").kid(tag("div").class("sides").kids(names))
}

fn section(id: &'static str, title: &'static str, body: impl Into<Html>) -> Tag {
    tag("section").kid(section_heading(id, title)).kid(body)
}

/// The side's letter and name, put into an element.
fn named(tag: Tag, index: usize, side: &Framework) -> Tag {
    let letter = super::super::markup::tag("span").class("letter").attr("aria-hidden", "true").text(LETTERS[index]);
    tag.kid(letter).text(side.profile.short)
}

/// A cell for each side, each under its own mark.
fn each(sides: &[&'static Framework], cell: impl Fn(&'static Framework) -> Html) -> Tag {
    let side = |(index, framework): (usize, &&'static Framework)| {
        let name = named(tag("p").class("side-name"), index, framework);
        tag("div").class(SIDES[index]).kid(name).kid(cell(framework))
    };
    tag("div").class("sides").kids(sides.iter().enumerate().map(side))
}

fn article(sides: &[&'static Framework], texts: &[&'static Texts]) -> Html {
    let text_of = |framework: &'static Framework| {
        let index = sides.iter().position(|side| *side == framework).unwrap_or_default();
        &texts[index].article
    };
    let part = |title: &'static str, body: &dyn Fn(&'static Framework) -> Html| {
        tag("section").class("part").kid(tag("h3").text(title)).kid(each(sides, body))
    };
    let features = each(sides, |framework| {
        let feature = |feature: &crate::catalog::Point| {
            tag("li").kid(tag("strong").text(feature.title)).kid(tag("span").text(feature.text))
        };
        tag("ol").class("features").kids(text_of(framework).features.iter().map(feature)).into()
    });
    let analysis = list([
        part(parts::WHAT, &|framework| list(text_of(framework).what.iter().map(|text| para(*text)))),
        part(parts::COMPONENTS, &|framework| points(&text_of(framework).components).into()),
        part(parts::WHY, &|framework| points(&text_of(framework).why).into()),
        part(parts::IMPLEMENTATION, &|framework| ordered(&text_of(framework).steps).into()),
    ]);
    let differences = differences(texts);
    let explained = differences.iter().map(|difference| {
        let cell = |(index, side): (usize, &&'static Framework)| {
            let name = named(tag("p").class("side-name"), index, side);
            tag("div").class(SIDES[index]).kid(name).kid(para(difference.cells[index].text))
        };
        let cells = tag("div").class("sides").kids(sides.iter().enumerate().map(cell));
        tag("section").class("part").kid(tag("h3").text(difference.name)).kid(cells)
    });
    let questions = each(sides, |framework| list(text_of(framework).faqs.iter().map(question)));
    list([
        section("features", words::FEATURES, features),
        section("effort", words::EFFORT, effort(sides)),
        section("differences", words::DIFFERENCES, difference_table(sides, &differences)),
        section("analysis", words::ANALYSIS, analysis),
        section("explained", words::EXPLAINED, list(explained)),
        section("questions", words::QUESTIONS, questions),
    ])
}

fn effort(sides: &[&'static Framework]) -> Html {
    let row = |name: &'static str, cell: &dyn Fn(&'static Framework, Tag) -> Tag| {
        let cells = sides.iter().map(|side| cell(side, tag("td").attr("data-side", side.profile.short)));
        tag("tr").kid(tag("th").attr("scope", "row").text(name)).kids(cells)
    };
    let rows = [
        row(parts::COST, &|side, cell| cell.kid(steps(side.profile.cost))),
        row(parts::COMPLEXITY, &|side, cell| cell.kid(steps(side.profile.complexity))),
        row(parts::TIME, &|side, cell| cell.text(months(&side.profile))),
        row(text::home::COLUMN_ASKS, &|side, cell| cell.text(format!("{} {}", side.assessable(), side.profile.many))),
    ];
    list([table(sides, rows), para(words::scale_note("Cost and complexity")).class("quiet")])
}

fn difference_table(sides: &[&'static Framework], differences: &[Difference]) -> Tag {
    let row = |difference: &Difference| {
        let cell = |(side, aspect): (&&'static Framework, &crate::catalog::Aspect)| {
            tag("td").attr("data-side", side.profile.short).text(aspect.short)
        };
        tag("tr")
            .kid(tag("th").attr("scope", "row").text(difference.name))
            .kids(sides.iter().zip(&difference.cells).map(cell))
    };
    table(sides, differences.iter().map(row))
}

/// A table with a column for each side.
fn table(sides: &[&'static Framework], rows: impl IntoIterator<Item = Tag>) -> Tag {
    let head =
        |(index, side): (usize, &&'static Framework)| named(tag("th").attr("scope", "col").class(SIDES[index]), index, side);
    let heads = tag("tr").kid(tag("th").attr("scope", "col").text(words::ASPECT)).kids(sides.iter().enumerate().map(head));
    tag("table").class("differences").kid(tag("thead").kid(heads)).kid(tag("tbody").kids(rows))
}

/// What no article has: the reader's own answers.
fn for_you(state: &Shared, sides: &[&'static Framework]) -> Tag {
    let documents: Vec<_> = state.own().into_iter().chain(state.documents.get(SAMPLE)).collect();
    let standing = |framework: &'static Framework| view::for_you(framework, documents.iter().map(|document| &***document));
    let any = sides.iter().any(|framework| standing(framework).is_some());
    let cells = each(sides, |framework| match standing(framework) {
        Some(standing) => own_standing(framework, &standing),
        None => {
            let assess = link(Route::start(&[framework.id]).href(), &words::assess(framework.profile.short)).class("button");
            tag("p").kid(assess).into()
        }
    });
    let section = tag("section").class("for-you").kid(section_heading("for-you", words::FOR_YOU));
    section.maybe((!any).then(|| para(words::FOR_YOU_EMPTY))).kid(cells)
}

fn own_standing(framework: &'static Framework, standing: &view::ForYou) -> Html {
    let source = if standing.assessment == SAMPLE { words::SAMPLE_ANSWERS.to_owned() } else { words::from(&standing.name) };
    let gap = |gap: &view::GapRow| {
        let way = tag("a").attr("href", Route::assess(&standing.assessment, framework.id, gap.id).href());
        tag("li").key(gap.id).kid(id_and_title(way, gap.id, gap.title)).kid(rungs(
            framework.scale.max(),
            gap.level,
            gap.target,
        ))
    };
    let score = para(format!("{}. ", crate::compare::capital(&text::meter(&standing.meter))));
    tag("div")
        .kid(range_bar(&standing.meter, None, Size::Full))
        .kid(score.kid(tag("span").class("quiet").text(source)))
        .kid(para(words::LARGEST_GAPS).class("label"))
        .maybe(standing.gaps.is_empty().then(|| para(words::NO_GAPS)))
        .kid(tag("ul").class("gap-list").kids(standing.gaps.iter().map(gap)))
        .kid(tag("p").kid(link(Route::results(&standing.assessment, framework.id).href(), text::assess::SEE_RESULTS)))
        .into()
}

fn others(shelf: &Shelf, sides: &[&'static Framework]) -> Option<Tag> {
    let others: Vec<&Framework> = shelf.library.frameworks.iter().filter(|other| !sides.contains(other)).collect();
    let pairs = |framework: &'static Framework| {
        tag("ul").class("pairs").kids(others.iter().map(|other| pair(framework, other))).into()
    };
    (!others.is_empty()).then(|| section("others", words::OTHERS, each(sides, pairs)))
}
