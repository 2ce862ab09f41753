//! One file for each page. A page is a component where it keeps state of its own, a function where it does not.

mod assess;
mod compare;
mod framework;
mod home;
mod method;
mod missing;
mod requirement;
mod results;
mod start;

pub use assess::{AssessPage, not_here};
pub use compare::{ComparePage, compare_chooser, sides};
pub use framework::FrameworkPage;
pub use home::HomePage;
pub use method::method_page;
pub use missing::missing_page;
pub use results::results_page;
pub use start::start_page;

use yew::prelude::*;

use super::dom;
use crate::catalog::{Framework, Point};

/// The heading a page is entered by: it takes focus when the page opens.
fn heading(title: impl Into<AttrValue>) -> Html {
    html! { <h1 id="main-start" tabindex="-1">{ title.into() }</h1> }
}

/// A list of points: what each is, then what to know about it.
fn points(points: &[Point]) -> Html {
    html! {
        <dl class="points">
            { for points.iter().map(|point| html! { <div><dt>{ point.title }</dt><dd>{ point.text }</dd></div> }) }
        </dl>
    }
}

/// The choices of a list of frameworks.
fn options<'a>(frameworks: impl Iterator<Item = &'a Framework>, selected: &str) -> Html {
    html! {
        { for frameworks.map(|framework| html! {
            <option value={framework.id} selected={framework.id == selected}>{ framework.profile.short }</option>
        }) }
    }
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
