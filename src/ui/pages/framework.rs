//! A framework: its article and everything it asks.

use yew::prelude::*;

use super::{framework_field, heading, id_and_title, options, ordered, points, question, section_heading, use_anchor};
use crate::catalog::{Framework, Texts};
use crate::compare::months;
use crate::ui::load::use_texts;
use crate::ui::markup::{Tag, link, list, para, tag};
use crate::ui::parts::{badge_mark, depth, steps, waiting};
use crate::ui::route::Route;
use crate::ui::text::{self, framework as words};
use crate::ui::{Shelf, World};
use crate::view::Found;

#[derive(PartialEq, Properties)]
pub struct FrameworkPageProps {
    pub world: World,
    pub framework: &'static Framework,
    /// The section to bring into view.
    pub at: String,
}

#[component]
pub fn FrameworkPage(props: &FrameworkPageProps) -> Html {
    let (framework, shelf) = (props.framework, &props.world.shelf);
    let profile = &framework.profile;
    let texts = use_texts(shelf, &[framework]);
    let at = if framework.position(&props.at).is_some() { anchor_of(&props.at) } else { props.at.clone() };
    use_anchor(&at, texts.is_ok());
    let sought = use_state(String::new);
    let other = use_state(|| others(shelf, framework).next().map_or("", |other| other.id).to_owned());
    let kicker = tag("p")
        .class("kicker")
        .kid(badge_mark(profile.badge))
        .kid(tag("span").text(text::family(profile.family)))
        .kid(tag("span").text(text::year(profile)));
    let head = tag("header")
        .class("article-head")
        .kid(kicker)
        .kid(heading(profile.short))
        .kid(para(profile.name).class("full-name"))
        .kid(para(profile.tagline).class("lead"))
        .kid(acts(shelf, framework, &other))
        .kid(facts(framework));
    let body = match texts {
        Ok(texts) => body(framework, texts[0], &sought, &props.at),
        Err(failed) => waiting(&failed),
    };
    tag("div").class("article").kid(head).kid(body).into()
}

fn others(shelf: &Shelf, framework: &'static Framework) -> impl Iterator<Item = &'static Framework> {
    shelf.library.frameworks.iter().filter(move |other| *other != framework)
}

fn acts(shelf: &Shelf, framework: &'static Framework, other: &UseStateHandle<String>) -> Tag {
    let chosen = other.clone();
    let field = framework_field("compare-with", words::COMPARE_WITH, options(others(shelf, framework), other), move |id| {
        chosen.set(id)
    });
    let compare = link(Route::compare(&[framework.id, other]).href(), text::shell::COMPARE).class("button");
    tag("div")
        .class("acts")
        .kid(link(Route::start(&[framework.id]).href(), words::ASSESS).class("button primary"))
        .kid(tag("div").class("compare-with").kid(field).kid(compare))
}

fn facts(framework: &Framework) -> Tag {
    let profile = &framework.profile;
    let fact = |name: &str, value: Tag| tag("div").kid(tag("dt").text(name.to_owned())).kid(value);
    let said = |value: &'static str| tag("dd").text(value);
    tag("dl")
        .class("facts")
        .kid(fact(
            &crate::compare::capital(profile.many),
            tag("dd").class("figure").text(framework.assessable().to_string()),
        ))
        .kid(fact(words::TIME, tag("dd").text(months(profile))))
        .kid(fact(words::COST, tag("dd").kid(steps(profile.cost))))
        .kid(fact(words::COMPLEXITY, tag("dd").kid(steps(profile.complexity))))
        .kid(fact(words::ISSUER, said(profile.issuer)))
        .kid(fact(words::VERSION, said(profile.version)))
}

fn body(framework: &'static Framework, texts: &'static Texts, sought: &UseStateHandle<String>, at: &str) -> Tag {
    let article = &texts.article;
    let aspect = |(name, aspect): (&'static str, crate::catalog::Aspect)| {
        let text = tag("dd").kid(para(aspect.short).class("short")).kid(para(aspect.text));
        tag("div").kid(tag("dt").text(name)).kid(text)
    };
    let source =
        |source: &crate::catalog::Source| tag("li").kid(link(source.url.to_owned(), source.title).attr("rel", "noreferrer"));
    let rights = format!("{} {}", article.rights, words::reviewed(framework.profile.reviewed));
    let sections: [(&'static str, String, Html); 9] = [
        ("what", words::WHAT.into(), list(article.what.iter().map(|text| para(*text)))),
        ("features", words::FEATURES.into(), points(&article.features).into()),
        ("components", words::COMPONENTS.into(), points(&article.components).into()),
        ("why", words::WHY.into(), points(&article.why).into()),
        ("implementation", words::IMPLEMENTATION.into(), ordered(&article.steps).into()),
        ("glance", words::ASPECTS.into(), tag("dl").class("points").kids(article.aspects.named().map(aspect)).into()),
        ("questions", words::QUESTIONS.into(), list(article.faqs.iter().map(question))),
        ("requirements", words::everything(framework.profile.many), requirements(framework, texts, sought, at)),
        (
            "sources",
            words::SOURCES.into(),
            list([tag("ul").class("sources").kids(article.sources.iter().map(source)), para(rights).class("quiet")]),
        ),
    ];
    let here = Route::framework(framework.id);
    let entries = sections.iter().map(|(id, title, _)| tag("li").kid(link(here.at(id).href(), title)));
    let contents = tag("nav").class("contents").attr("aria-label", words::CONTENTS).kid(tag("ol").kids(entries));
    let texts = sections.into_iter().map(|(id, title, body)| tag("section").kid(section_heading(id, title)).kid(body));
    tag("div").class("article-body").kid(contents).kid(tag("div").class("article-text").kids(texts))
}

/// The whole tree, narrowed by what somebody looks for.
fn requirements(framework: &'static Framework, texts: &'static Texts, sought: &UseStateHandle<String>, at: &str) -> Html {
    let found = crate::view::find(framework, texts, sought);
    let matches = found.iter().filter(|found| found.matched).count();
    let said = if sought.trim().is_empty() { String::new() } else { words::found(matches) };
    let seek = sought.setter();
    let input = tag("input").id("find").attr("type", "search").attr("autocomplete", "off").value(sought);
    let search = tag("p")
        .class("field search")
        .kid(tag("label").attr("for", "find").text(words::SEARCH))
        .kid(input.on_input(move |text| seek.set(text)))
        .kid(tag("span").class("quiet").attr("role", "status").text(said));
    let lines = tag("ul").class("requirements").kids(found.iter().map(|found| line(framework, texts, found, at)));
    tag("div").kid(search).maybe((matches == 0).then(|| para(words::NOTHING_FOUND))).kid(lines).into()
}

fn line(framework: &'static Framework, texts: &'static Texts, found: &Found, at: &str) -> Tag {
    let (requirement, text) = (&framework.requirements[found.index], &texts.requirements[found.index]);
    let item = tag("li").key(requirement.id).classes(&[
        ("requirement", true),
        (depth(requirement.depth), true),
        ("group", !requirement.assessable),
    ]);
    if !requirement.assessable {
        let withdrawn = requirement.withdrawn.as_ref().map(|into| para(words::withdrawn(into)).class("quiet"));
        return item
            .kid(id_and_title(
                tag("p").class("group-head").id(anchor_of(requirement.id)).attr("tabindex", "-1"),
                requirement.id,
                requirement.title,
            ))
            .maybe((!text.statement.is_empty()).then(|| para(text.statement).class("group-text")))
            .maybe(withdrawn);
    }
    let evidence = || {
        let artefacts = text.evidence.iter().map(|evidence| tag("li").text(*evidence));
        tag("div").kid(para(words::EVIDENCE).class("label")).kid(tag("ul").kids(artefacts))
    };
    let details = tag("details")
        .flag("open", requirement.id == at)
        .kid(id_and_title(tag("summary").id(anchor_of(requirement.id)), requirement.id, requirement.title))
        .kid(para(text.statement))
        .kid(para(text.question).class("question"))
        .maybe((!text.evidence.is_empty()).then(evidence))
        .maybe(super::references(requirement.designation, &requirement.references));
    item.kid(details)
}

/// What a requirement is found by on the page; ids have blanks, names of places have none.
fn anchor_of(id: &str) -> String {
    format!("at-{}", id.replace(' ', "-"))
}
