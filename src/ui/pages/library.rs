//! The library: every framework, narrowed by what it is, and the search over everything.

use yew::prelude::*;

use crate::catalog::{Badge, Family, Framework, Profile};
use crate::compare::months;
use crate::ui::World;
use crate::ui::markup::{Tag, link, para, tag};
use crate::ui::part::{Part, PartPage};
use crate::ui::parts::badge_mark;
use crate::ui::route::Route;
use crate::ui::text::{self, home};

#[derive(PartialEq, Properties)]
pub struct LibraryProps {
    pub world: World,
}

/// What the library is narrowed by; an empty text is no wish.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Wish {
    badge: Option<Badge>,
    family: Option<Family>,
    region: String,
    industry: String,
}

impl Wish {
    /// What holds everywhere or for everybody fits every wish.
    fn is_met(&self, profile: &Profile) -> bool {
        let among = |wish: &str, values: &[&str], all: &str| {
            wish.is_empty() || values.iter().any(|value| *value == wish || *value == all)
        };
        self.badge.is_none_or(|badge| badge == profile.badge)
            && self.family.is_none_or(|family| family == profile.family)
            && among(&self.region, &profile.regions, "global")
            && among(&self.industry, &profile.industries, "any")
    }
}

#[component]
pub fn Library(props: &LibraryProps) -> Html {
    let world = &props.world;
    let wish = use_state(Wish::default);
    let frameworks = &world.shelf.library.frameworks;
    let found: Vec<&'static Framework> = frameworks.iter().filter(|framework| wish.is_met(&framework.profile)).collect();
    let search = html! { <PartPage part={Part::Atlas} route={Route::Home} world={world.clone()} /> };
    let ways = tag("p")
        .class("library-ways")
        .kid(link(Route::Matrix.href(), text::atlas::MATRIX))
        .kid(link(Route::controls("").href(), text::atlas::CONTROLS));
    let head = |class: &'static str, words: &'static str| tag("th").attr("scope", "col").class(class).text(words);
    let heads = tag("tr")
        .kid(head("", home::COLUMN_FRAMEWORK))
        .kid(head("", home::COLUMN_KIND))
        .kid(head("number", home::COLUMN_ASKS))
        .kid(head("number", home::COLUMN_TIME));
    let rows = tag("tbody").kids(found.iter().map(|framework| framework_row(framework)));
    tag("section")
        .class("library")
        .attr("aria-labelledby", "library-title")
        .kid(tag("h2").id("library-title").text(home::LIBRARY))
        .kid(para(home::LIBRARY_LEAD))
        .kid(tag("div").class("search-place").kid(search))
        .kid(ways)
        .kid(filters(frameworks, &wish))
        .kid(tag("p").class("quiet").attr("role", "status").text(home::shown(found.len(), frameworks.len())))
        .kid(tag("table").class("frameworks").kid(tag("thead").kid(heads)).kid(rows))
        .into()
}

fn filters(frameworks: &'static [Framework], wish: &UseStateHandle<Wish>) -> Tag {
    let badges = [Badge::Voluntary, Badge::Mandatory];
    let families: Vec<Family> = distinct(frameworks.iter().map(|framework| framework.profile.family));
    let set = wish.clone();
    let badge = {
        let names = badges.map(|badge| text::badge(badge).to_owned());
        let place = badges.iter().position(|badge| wish.badge == Some(*badge));
        filter("filter-badge", home::FILTER_BADGE, &names, place, move |place| {
            set.set(Wish { badge: place.map(|place| badges[place]), ..(*set).clone() });
        })
    };
    let set = wish.clone();
    let family = {
        let names: Vec<String> = families.iter().map(|family| text::family(*family).to_owned()).collect();
        let place = families.iter().position(|family| wish.family == Some(*family));
        filter("filter-family", home::FILTER_FAMILY, &names, place, move |place| {
            set.set(Wish { family: place.and_then(|place| families.get(place).copied()), ..(*set).clone() });
        })
    };
    let named = |id: &'static str,
                 label: &'static str,
                 all: &'static str,
                 of: fn(&Profile) -> &Vec<&'static str>,
                 now: &str,
                 change: fn(Wish, String) -> Wish| {
        let values = frameworks.iter().flat_map(|framework| of(&framework.profile)).copied();
        let values: Vec<&'static str> = distinct(values.filter(|value| *value != all));
        let names: Vec<String> = values.iter().map(|value| text::place(value)).collect();
        let place = values.iter().position(|value| *value == now);
        let set = wish.clone();
        filter(id, label, &names, place, move |place| {
            set.set(change((*set).clone(), place.map_or_else(String::new, |place| values[place].to_owned())));
        })
    };
    tag("div")
        .class("library-filters")
        .kid(badge)
        .kid(family)
        .kid(named(
            "filter-region",
            home::FILTER_REGION,
            "global",
            |profile| &profile.regions,
            &wish.region,
            |wish, region| Wish { region, ..wish },
        ))
        .kid(named(
            "filter-industry",
            home::FILTER_INDUSTRY,
            "any",
            |profile| &profile.industries,
            &wish.industry,
            |wish, industry| Wish { industry, ..wish },
        ))
}

/// Each value once, in order.
fn distinct<T: Ord>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut found = Vec::new();
    for value in values {
        if let Err(place) = found.binary_search(&value) {
            found.insert(place, value);
        }
    }
    found
}

/// A list of wishes with "any" first; it gives the place of the one chosen.
fn filter(
    id: &'static str,
    label: &'static str,
    names: &[String],
    chosen: Option<usize>,
    on_choose: impl Fn(Option<usize>) + 'static,
) -> Tag {
    let any = tag("option").attr("value", "").flag("selected", chosen.is_none()).text(home::ANY);
    let option = |(place, name): (usize, &String)| {
        tag("option").attr("value", place.to_string()).flag("selected", chosen == Some(place)).text(name.clone())
    };
    let select = tag("select").id(id).kid(any).kids(names.iter().enumerate().map(option));
    let select = select.on_choose(move |place| on_choose(place.parse().ok()));
    tag("p").class("field").kid(tag("label").attr("for", id).text(label)).kid(select)
}

fn framework_row(framework: &'static Framework) -> Tag {
    let profile = &framework.profile;
    let cell = |label: &'static str, words: String| tag("td").class("number").attr("data-label", label).text(words);
    let name = tag("th")
        .attr("scope", "row")
        .kid(link(Route::framework(framework.id).href(), profile.short))
        .kid(tag("span").class("row-tagline").text(profile.tagline));
    let standing = tag("td").kid(badge_mark(profile.badge)).kid(tag("span").class("row-year").text(text::year(profile)));
    tag("tr")
        .key(framework.id)
        .kid(name)
        .kid(standing)
        .kid(cell(home::COLUMN_ASKS, format!("{} {}", framework.assessable(), profile.many)))
        .kid(cell(home::COLUMN_TIME, months(profile)))
}
