//! What two sides of a comparison have in common: bands, flows, and every pair behind them.

use yew::prelude::*;

use super::id_and_title;
use crate::catalog::{ControlTexts, Framework};
use crate::crosswalk::Band;
use crate::ui::load::use_control_texts;
use crate::ui::markup::{Tag, link, list, nothing, para, tag};
use crate::ui::parts::{band_bar, band_mark, flow_picture, hatching};
use crate::ui::route::Route;
use crate::ui::text::atlas as words;
use crate::ui::{World, dom};
use crate::view::{self, Bands, CoverRow, Direction, PairRow, Way};

#[derive(PartialEq, Properties)]
pub struct OverlapProps {
    pub world: World,
    pub sides: Vec<&'static Framework>,
}

/// What somebody has chosen to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Choice {
    /// The places of the two sides: having the first, what of the second?
    from: usize,
    to: usize,
    band: Option<Band>,
    /// A section of the second; all of it when absent.
    section: Option<usize>,
}

/// So many requirements are listed at once before a section has been chosen.
const LISTED: usize = 40;

#[component]
pub fn OverlapSection(props: &OverlapProps) -> Html {
    let OverlapProps { world, sides } = props;
    let library = world.shelf.library;
    let choice = use_state(|| Choice { from: 0, to: 1, band: None, section: None });
    let texts = use_control_texts(&world.shelf);
    let (from, to) = (sides[choice.from], sides[choice.to]);
    let both = use_memo((choice.from, choice.to, sides.clone()), |_| {
        (view::direction(library, from, to), view::direction(library, to, from))
    });
    let (Some(there), Some(back)) = &*both else { return nothing() };
    tag("section")
        .class("overlap")
        .kid(hatching())
        .kid(tag("h2").id("overlap").attr("tabindex", "-1").text(words::OVERLAP))
        .kid(para(words::OVERLAP_LEAD))
        .maybe((sides.len() > 2).then(|| pair_choice(sides, &choice)))
        .kid(tag("div").class("directions").kid(summary(there)).kid(summary(back)))
        .kid(flows(there))
        .kid(carried(props, there, *choice, &choice, texts))
        .into()
}

/// With three or four sides: which two.
fn pair_choice(sides: &[&'static Framework], choice: &UseStateHandle<Choice>) -> Tag {
    let pairs = (0..sides.len()).flat_map(|from| (0..sides.len()).map(move |to| (from, to))).filter(|(from, to)| from < to);
    let option = |(from, to): (usize, usize)| {
        let here = (choice.from.min(choice.to), choice.from.max(choice.to)) == (from, to);
        let name = words::pair(sides[from].profile.short, sides[to].profile.short);
        tag("option").attr("value", format!("{from} {to}")).flag("selected", here).text(name)
    };
    let set = choice.clone();
    let choose = move |value: String| {
        let places: Vec<usize> = value.split(' ').filter_map(|place| place.parse().ok()).collect();
        if let [from, to] = places[..] {
            set.set(Choice { from, to, band: None, section: None });
        }
    };
    let select = tag("select").id("overlap-pair").kids(pairs.map(option)).on_choose(choose);
    tag("p").class("field").kid(tag("label").attr("for", "overlap-pair").text(words::WHICH_PAIR)).kid(select)
}

/// One direction in a sentence and a bar.
fn summary(direction: &Direction) -> Tag {
    let (from, to) = (direction.from.profile.short, direction.to.profile.short);
    tag("div")
        .class("direction")
        .kid(tag("h3").text(words::if_you_have(from)))
        .kid(band_bar(direction.whole, words::bands(direction.whole)))
        .kid(para(words::covers(from, to, direction.whole, direction.to.profile.many)))
}

/// Sections to sections, as a picture and as a table.
fn flows(direction: &Direction) -> Tag {
    let flows = direction.flows();
    let row = |flow: &view::FlowRow| {
        let head = |framework: &Framework, index: usize| {
            let requirement = &framework.requirements[index];
            id_and_title(tag("th").attr("scope", "row"), requirement.id, requirement.title)
        };
        tag("tr")
            .kid(head(direction.from, flow.from))
            .kid(head(direction.to, flow.to))
            .kid(tag("td").class("number").text(flow.full.to_string()))
            .kid(tag("td").class("number").text(flow.partial.to_string()))
    };
    let head = |class: &'static str, words: &'static str| tag("th").attr("scope", "col").class(class).text(words);
    let heads = tag("tr")
        .kid(head("", direction.from.profile.short))
        .kid(head("", direction.to.profile.short))
        .kid(head("number", words::FULL))
        .kid(head("number", words::PARTIAL));
    let table = tag("table").kid(tag("thead").kid(heads)).kid(tag("tbody").kids(flows.iter().map(row)));
    tag("div")
        .class("flows")
        .kid(tag("h3").text(words::FLOWS))
        .kid(para(words::flow_reading(direction, &flows)))
        .kid(flow_picture(direction, &flows))
        .kid(tag("details").kid(tag("summary").text(words::AS_TABLE)).kid(table))
}

/// If you already have the first: what is carried, what is new.
fn carried(
    props: &OverlapProps,
    direction: &Direction,
    chosen: Choice,
    choice: &UseStateHandle<Choice>,
    texts: Option<&'static ControlTexts>,
) -> Tag {
    let library = props.world.shelf.library;
    let (from, to) = (direction.from, direction.to);
    // A long framework opens at its first section, so that the page stays light.
    let section = chosen.section.or_else(|| {
        (direction.whole.total() > LISTED).then(|| direction.sections.first().map(|section| section.index)).flatten()
    });
    let rows = direction.covers(library, texts, section, chosen.band);
    let turn = {
        let choice = choice.clone();
        move || choice.set(Choice { from: chosen.to, to: chosen.from, band: None, section: None })
    };
    let actions = tag("p")
        .class("actions")
        .kid(tag("button").attr("type", "button").text(words::turn(to.profile.short)).on_click(turn))
        .kid(link(Route::start(&[to.id]).href(), &words::assess(to.profile.short)).class("button"))
        .kid(tag("button").attr("type", "button").text(words::PRINT).on_click(dom::print));
    let listed = match rows.as_slice() {
        [] => para(words::NOTHING_HERE),
        rows => tag("ul").class("covers").kids(rows.iter().map(|row| cover(row, from, to))),
    };
    tag("div")
        .class("carried")
        .kid(tag("h3").text(words::already(from.profile.short, to.profile.short)))
        .kid(actions)
        .kid(section_bands(direction, section, chosen, choice))
        .kid(filters(direction.whole, chosen, choice))
        .kid(tag("p").class("quiet").attr("role", "status").text(words::shown(rows.len(), to.profile.many)))
        .kid(listed)
}

/// A row for each section of the second; choosing one lists it.
fn section_bands(direction: &Direction, section: Option<usize>, chosen: Choice, choice: &UseStateHandle<Choice>) -> Tag {
    let row = |bands: &view::SectionBands| {
        let (set, index) = (choice.clone(), bands.index);
        let here = section == Some(index);
        let choose = move || set.set(Choice { section: (!here).then_some(index), ..chosen });
        let button = tag("button").attr("type", "button").class("link-button").attr("aria-pressed", here.to_string());
        let button = id_and_title(button, bands.id, bands.title).on_click(choose);
        tag("tr")
            .classes(&[("chosen", here)])
            .kid(tag("th").attr("scope", "row").kid(button))
            .kid(tag("td").class("bar").kid(band_bar(bands.bands, words::bands(bands.bands))))
            .kid(tag("td").class("number").text(bands.bands.full.to_string()))
            .kid(tag("td").class("number").text(bands.bands.partial.to_string()))
            .kid(tag("td").class("number").text(bands.bands.none.to_string()))
    };
    let head = |class: &'static str, words: &'static str| tag("th").attr("scope", "col").class(class).text(words);
    let heads = tag("tr")
        .kid(head("", words::SECTION))
        .kid(tag("td").class("bar"))
        .kid(head("number", words::FULL))
        .kid(head("number", words::PARTIAL))
        .kid(head("number", words::NEW));
    let body = tag("tbody").kids(direction.sections.iter().map(row));
    tag("table").class("section-bands").kid(tag("thead").kid(heads)).kid(body)
}

fn filters(whole: Bands, chosen: Choice, choice: &UseStateHandle<Choice>) -> Tag {
    let filter = |band: Option<Band>, name: &'static str, count: usize| {
        let set = choice.clone();
        let input = tag("input").attr("type", "radio").attr("name", "overlap-band").checked(chosen.band == band);
        tag("label")
            .kid(input.on_change(move || set.set(Choice { band, ..chosen })))
            .kid(tag("span").text(words::filter(name, count)))
    };
    tag("fieldset")
        .class("filters")
        .kid(tag("legend").class("visually-hidden").text(words::FILTER))
        .kid(filter(None, words::ALL, whole.total()))
        .kid(filter(Some(Band::Full), words::FULL, whole.full))
        .kid(filter(Some(Band::Partial), words::PARTIAL, whole.partial))
        .kid(filter(Some(Band::None), words::NEW, whole.none))
}

/// A requirement that opens to the pairs that cover it.
fn cover(row: &CoverRow, from: &'static Framework, to: &'static Framework) -> Tag {
    let item = tag("li").key(row.id).class("cover");
    let head = |tag: Tag| id_and_title(tag.kid(band_mark(row.band)), row.id, row.title);
    if row.pairs.is_empty() {
        return item.kid(head(tag("p")));
    }
    let together = row.together.then(|| para(words::TOGETHER).class("quiet"));
    let pairs = row.pairs.iter().map(|pair| self::pair(pair, row, from, to));
    let count = tag("span").class("quiet").text(words::counterparts(row.pairs.len()));
    item.kid(tag("details").kid(head(tag("summary")).kid(count)).maybe(together).kid(tag("ul").class("ways").kids(pairs)))
}

fn pair(pair: &PairRow, row: &CoverRow, from: &'static Framework, to: &'static Framework) -> Tag {
    let head = id_and_title(tag("p").class("way-head").kid(band_mark(pair.band)), pair.id, pair.title);
    let strength = tag("span").class("quiet").text(words::strength(pair.strength));
    tag("li").kid(head.kid(strength)).kids(pair.ways.iter().map(|way| self::way(way, pair, row, from, to)))
}

/// One way, in words: what the first is to the control, and what the second is to it.
fn way(way: &Way, pair: &PairRow, row: &CoverRow, from: &'static Framework, to: &'static Framework) -> Html {
    let why = way.why.iter().filter(|why| !why.is_empty()).map(|why| para(*why).class("why"));
    let path = match way.control {
        None => para(words::declared(pair.id, row.id)).class("path-line"),
        Some((id, name, first, second)) => {
            let control = tag("a").attr("href", Route::controls(id).href());
            tag("p")
                .class("path-line")
                .text(format!("{} {} {} ", from.profile.short, pair.id, words::relation(first)))
                .kid(id_and_title(control, id, name))
                .text(format!("; {} {} {}. ", to.profile.short, row.id, words::relation_it(second)))
                .kid(tag("span").class("quiet").text(words::inferred(way.strength)))
        }
    };
    list([path].into_iter().chain(why))
}
