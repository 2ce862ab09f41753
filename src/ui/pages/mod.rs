//! One file for each page. A page is a component where it keeps state of its own, a function where it does not.

mod assess;
mod atlas;
mod compare;
mod controls;
mod data;
mod framework;
mod home;
mod keys;
mod library;
mod matrix;
mod method;
mod missing;
mod overlap;
mod plan;
mod read;
mod requirement;
mod results;
mod reuse;
mod search;
mod start;
mod statement;
mod work;

pub use atlas::atlas_page;
pub use home::HomePage;
pub use missing::missing_page;
pub use read::read_page;
pub use work::work_page;

use yew::prelude::*;

use super::dom;
use super::markup::{Tag, para, tag};
use crate::catalog::{Faq, Framework, Point};

/// The heading a page is entered by: it takes focus when the page opens.
fn heading(title: impl Into<AttrValue>) -> Tag {
    tag("h1").id("main-start").attr("tabindex", "-1").text(title)
}

/// A heading that an address can lead to.
fn section_heading(id: &'static str, title: impl Into<AttrValue>) -> Tag {
    tag("h2").id(id).attr("tabindex", "-1").text(title)
}

/// A term with what is to be known of it.
fn term(name: impl Into<AttrValue>, text: impl Into<AttrValue>) -> Tag {
    tag("div").kid(tag("dt").text(name)).kid(tag("dd").text(text))
}

/// A list of points: what each is, then what to know about it.
fn points(points: &[Point]) -> Tag {
    tag("dl").class("points").kids(points.iter().map(|point| term(point.title, point.text)))
}

/// Steps in order.
fn ordered(steps: &[Point]) -> Tag {
    let step = |step: &Point| tag("li").kid(tag("strong").text(step.title)).text(format!(" {}", step.text));
    tag("ol").class("implementation").kids(steps.iter().map(step))
}

/// A question that opens to its answer.
fn question(faq: &Faq) -> Tag {
    tag("details").class("faq").kid(tag("summary").text(faq.question)).kid(para(faq.answer))
}

/// An id with the title it stands before.
fn id_and_title(tag: Tag, id: &'static str, title: &str) -> Tag {
    tag.kid(super::markup::tag("span").class("id").text(id)).text(format!(" {title}"))
}

/// What the issuer's method calls a requirement, and what it refers to; nothing where there is neither.
fn references(designation: &'static str, references: &[&'static str]) -> Option<Tag> {
    let designation = std::iter::once(designation).filter(|designation| !designation.is_empty());
    let words: Vec<&str> = designation.chain(references.iter().copied()).collect();
    (!words.is_empty()).then(|| para(crate::compare::capital(&words.join(" · "))).class("quiet references"))
}

/// The choices of a list of frameworks.
fn options<'a>(frameworks: impl Iterator<Item = &'a Framework>, selected: &str) -> Html {
    let option = |framework: &Framework| {
        let option = tag("option").attr("value", framework.id).flag("selected", framework.id == selected);
        option.text(framework.profile.short)
    };
    super::markup::list(frameworks.map(option))
}

/// A list to choose a framework from, with its label.
fn framework_field(id: &'static str, label: &'static str, options: Html, on_choose: impl Fn(String) + 'static) -> Tag {
    let select = tag("select").id(id).kid(options).on_choose(on_choose);
    tag("p").class("field").kid(tag("label").attr("for", id).text(label)).kid(select)
}

/// Brings the section named by the address into view, once its texts are there.
#[hook]
fn use_anchor(at: &str, ready: bool) {
    use_effect_with((at.to_owned(), ready), |(at, ready)| {
        if *ready && !at.is_empty() {
            dom::show(at);
        }
    });
}
