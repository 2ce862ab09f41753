//! The heat map of every framework against every other.

use yew::prelude::*;

use super::heading;
use crate::catalog::Framework;
use crate::ui::World;
use crate::ui::markup::{Tag, para, tag};
use crate::ui::parts::{band_bar, hatching};
use crate::ui::route::Route;
use crate::ui::text::atlas as words;
use crate::view::{self, Bands, Order};

#[derive(PartialEq, Properties)]
pub struct MatrixPageProps {
    pub world: World,
}

const WARMTH: [&str; 6] = ["warm-0", "warm-1", "warm-2", "warm-3", "warm-4", "warm-5"];
const ORDERS: [(Order, &str); 3] =
    [(Order::Name, words::BY_NAME), (Order::Family, words::BY_FAMILY), (Order::Covers, words::BY_REACH)];

#[component]
pub fn MatrixPage(props: &MatrixPageProps) -> Html {
    let library = props.world.shelf.library;
    let order = use_state(Order::default);
    let view = use_memo(*order, |order| view::matrix(library, *order));
    let option = |(place, (option, name)): (usize, &(Order, &'static str))| {
        tag("option").attr("value", place.to_string()).flag("selected", *option == *order).text(*name)
    };
    let set = order.clone();
    let choose = move |value: String| {
        set.set(value.parse().ok().and_then(|place: usize| ORDERS.get(place)).map_or(Order::Name, |(order, _)| *order))
    };
    let select = tag("select").id("matrix-order").kids(ORDERS.iter().enumerate().map(option)).on_choose(choose);
    let reading = view.closest.map(|(from, to)| para(words::closest(from, to)).class("reading"));
    tag("div")
        .class("matrix-page")
        .kid(hatching())
        .kid(heading(words::MATRIX))
        .kid(para(words::MATRIX_LEAD).class("lead"))
        .maybe(reading)
        .kid(tag("p").class("field").kid(tag("label").attr("for", "matrix-order").text(words::ORDER)).kid(select))
        .kid(
            tag("div")
                .class("matrix-scroll")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", words::MATRIX)
                .kid(table(&view)),
        )
        .kid(para(words::MATRIX_KEY).class("quiet"))
        .into()
}

fn table(view: &view::MatrixView) -> Tag {
    let name = |framework: &&'static Framework| {
        let words = tag("span").text(framework.profile.short);
        tag("th").attr("scope", "col").class("matrix-column").kid(words)
    };
    let heads = tag("tr").kid(tag("td")).kids(view.frameworks.iter().map(name));
    let row = |(from, cells): (&&'static Framework, &Vec<Bands>)| {
        let cell = |(to, bands): (&&'static Framework, &Bands)| cell(from, to, *bands);
        tag("tr")
            .key(from.id)
            .kid(tag("th").attr("scope", "row").text(from.profile.short))
            .kids(view.frameworks.iter().zip(cells).map(cell))
    };
    let rows = view.frameworks.iter().zip(&view.cells).map(row);
    let caption = tag("caption").class("visually-hidden").text(words::MATRIX_CAPTION);
    tag("table").class("matrix").kid(caption).kid(tag("thead").kid(heads)).kid(tag("tbody").kids(rows))
}

fn cell(from: &Framework, to: &Framework, bands: Bands) -> Tag {
    if from == to {
        return tag("td").class("matrix-self").kid(tag("span").class("visually-hidden").text(words::ITSELF));
    }
    let said = words::cell(from.profile.short, to.profile.short, bands);
    let figures = tag("span").attr("aria-hidden", "true").text(format!("{}+{}", bands.full, bands.partial));
    let way = tag("a")
        .attr("href", Route::compare(&[from.id, to.id]).at("overlap").href())
        .attr("title", said.clone())
        .kid(tag("span").class("visually-hidden").text(said.clone()))
        .kid(figures)
        .kid(tag("span").attr("aria-hidden", "true").kid(band_bar(bands, said)));
    tag("td").class(WARMTH[(view::warmth(bands) * 6 / 1001).min(5)]).kid(way)
}
