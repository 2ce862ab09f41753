//! The search over everything in the library.

use yew::prelude::*;

use super::id_and_title;
use crate::catalog::Library;
use crate::ui::World;
use crate::ui::markup::{Tag, para, tag};
use crate::ui::route::Route;
use crate::ui::text::{atlas as words, framework};
use crate::view::{Hit, MOST, SearchIndex};

#[derive(PartialEq, Properties)]
pub struct SearchPanelProps {
    pub world: World,
}

#[component]
pub fn SearchPanel(props: &SearchPanelProps) -> Html {
    let library = props.world.shelf.library;
    let sought = use_state(String::new);
    // Made at the first letter, not before.
    let is_seeking = !sought.trim().is_empty();
    let index = use_memo(is_seeking, |seeking| seeking.then(|| SearchIndex::new(library)));
    let hits = index.as_ref().as_ref().map_or_else(Vec::new, |index| index.find(&sought));
    let said = match (is_seeking, hits.len()) {
        (false, _) => String::new(),
        (true, MOST) => words::MANY.to_owned(),
        (true, count) => framework::found(count),
    };
    let seek = sought.setter();
    let input = tag("input")
        .id("find-anything")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("aria-describedby", "find-hint")
        .value(&sought)
        .on_input(move |text| seek.set(text));
    let field = tag("p")
        .class("field search")
        .kid(tag("label").attr("for", "find-anything").text(words::FIND))
        .kid(input)
        .kid(tag("span").id("find-hint").class("hint").text(words::FIND_HINT))
        .kid(tag("span").class("quiet").attr("role", "status").text(said));
    let nothing = (is_seeking && hits.is_empty()).then(|| para(words::NOTHING_FOUND));
    let list = tag("ul").class("hits").kids(hits.iter().map(|hit| self::hit(library, *hit)));
    tag("div").class("search-panel").kid(field).maybe(nothing).kid(list).into()
}

fn hit(library: &'static Library, hit: Hit) -> Tag {
    let (route, id, title, kind) = match hit {
        Hit::Framework(place) => {
            let framework = &library.frameworks[place];
            (Route::framework(framework.id), framework.profile.short, framework.profile.name, words::A_FRAMEWORK)
        }
        Hit::Requirement(place, requirement) => {
            let framework = &library.frameworks[place];
            let known = &framework.requirements[requirement];
            (Route::framework(framework.id).at(known.id), known.id, known.title, framework.profile.short)
        }
        Hit::Control(place) => {
            let control = &library.controls[place];
            (Route::controls(control.id), control.id, control.name, words::A_CONTROL)
        }
    };
    let way = id_and_title(tag("a").attr("href", route.href()), id, title);
    tag("li").key(&route.href()).kid(way).kid(tag("span").class("quiet").text(kind))
}
