//! The head and foot of every page.

use yew::virtual_dom::ListenerKind;

use super::{Glyph, icon};
use crate::ui::markup::{Tag, link, list, nothing, para, tag};
use crate::ui::route::Route;
use crate::ui::state::SAMPLE;
use crate::ui::text::{self, shell};
use crate::ui::{Deed, Saving, Settings, Shared, Theme, dom};

/// The wordmark, the ways through the app, and what has become of the answers.
pub fn masthead(route: &Route, state: &Shared) -> yew::Html {
    let assess = state.own().first().map_or(Route::Start { ids: Vec::new() }, |document| Route::resume(document));
    let on_sample =
        matches!(route, Route::Assess { assessment, .. } | Route::Results { assessment, .. } if assessment == SAMPLE);
    let on_assessment = matches!(route, Route::Start { .. } | Route::Assess { .. } | Route::Results { .. });
    let skip =
        link("#main".to_owned(), shell::SKIP).class("skip").instead(ListenerKind::onclick, || dom::show("main-start"));
    let way = |to: &Route, words: &str, here: bool| link(to.href(), words).current("page", here);
    let ways = tag("nav")
        .attr("aria-label", shell::NAVIGATION)
        .kid(way(&Route::Home, shell::LIBRARY, *route == Route::Home))
        .kid(way(&Route::compare(&[]), shell::COMPARE, matches!(route, Route::Compare { .. })))
        .kid(way(&assess, shell::ASSESS, on_assessment));
    let wordmark = tag("a").class("wordmark").attr("href", Route::Home.href()).kid(icon(Glyph::Bob)).text(text::NAME);
    let mark = if on_sample { nothing() } else { save_mark(&state.saving, !state.unsaved.is_empty()).into() };
    list([skip, tag("header").class("masthead").kid(wordmark).kid(ways).kid(mark)])
}

/// What has become of the answers; always in sight, announced politely when it changes.
fn save_mark(saving: &Saving, pending: bool) -> Tag {
    let mark = tag("p").attr("role", "status");
    match (saving, pending) {
        (Saving::Failed(error), _) => {
            let hint = tag("span").class("save-hint").text(format!("{error}. {}", error.hint()));
            mark.class("save-mark failed").kid(icon(Glyph::Warning)).text(shell::NOT_SAVED).kid(hint)
        }
        (_, true) => mark.class("save-mark").text(shell::SAVING),
        (Saving::Saved, false) => mark.class("save-mark").kid(icon(Glyph::Check)).text(shell::SAVED),
        (Saving::SavedHere, false) => mark.class("save-mark").kid(icon(Glyph::Check)).text(shell::SAVED_HERE),
        (Saving::Idle, false) => mark.class("save-mark"),
    }
}

/// What holds for every page, and the theme.
pub fn footer(state: &Shared) -> Tag {
    let settle = {
        let state = state.clone();
        move |name: String| {
            let theme = Theme::ALL.into_iter().find(|theme| theme.name() == name).unwrap_or(Theme::System);
            state.dispatch(Deed::Settle(Settings { theme, ..state.settings }));
        }
    };
    let option = |theme: Theme| {
        let words = shell::theme(theme.name());
        tag("option").attr("value", theme.name()).flag("selected", theme == state.settings.theme).text(words)
    };
    let themes = tag("select").kids(Theme::ALL.map(option)).on_choose(settle);
    let row = tag("p")
        .class("foot-row")
        .kid(link(Route::Method { at: String::new() }.href(), shell::METHOD))
        .kid(link(Route::Data.href(), text::data::TITLE))
        .kid(tag("label").class("inline").text(shell::THEME).kid(themes))
        .kid(tag("span").class("version").text(concat!("Version ", env!("CARGO_PKG_VERSION"))));
    tag("footer").class("foot").kid(para(shell::PRIVATE)).kid(para(shell::CARE)).kid(row)
}
