//! The head and foot of every page.

use yew::prelude::*;

use super::{Glyph, icon};
use crate::ui::route::Route;
use crate::ui::state::SAMPLE;
use crate::ui::text::{self, shell};
use crate::ui::{Deed, Saving, Settings, Shared, Theme, dom};

/// The wordmark, the ways through the app, and what has become of the answers.
pub fn masthead(route: &Route, state: &Shared) -> Html {
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        dom::show("main-start");
    });
    let here = |on: bool| on.then_some("page");
    let assess = state.own().first().map_or(Route::Start { ids: Vec::new() }, |document| Route::resume(document));
    let on_sample = matches!(route, Route::Assess { assessment, .. } | Route::Results { assessment, .. } if assessment == SAMPLE);
    let on_assessment = matches!(route, Route::Start { .. } | Route::Assess { .. } | Route::Results { .. });
    html! {
        <>
            <a class="skip" href="#main" onclick={skip}>{ shell::SKIP }</a>
            <header class="masthead">
                <a class="wordmark" href={Route::Home.href()}>{ icon(Glyph::Bob) }{ text::NAME }</a>
                <nav aria-label={shell::NAVIGATION}>
                    <a href={Route::Home.href()} aria-current={here(*route == Route::Home)}>{ shell::LIBRARY }</a>
                    <a href={Route::compare(&[]).href()} aria-current={here(matches!(route, Route::Compare { .. }))}>{ shell::COMPARE }</a>
                    <a href={assess.href()} aria-current={here(on_assessment)}>{ shell::ASSESS }</a>
                </nav>
                if !on_sample {
                    { save_mark(&state.saving, !state.unsaved.is_empty()) }
                }
            </header>
        </>
    }
}

/// What has become of the answers; always in sight, announced politely when it changes.
fn save_mark(saving: &Saving, pending: bool) -> Html {
    let (class, words) = match (saving, pending) {
        (Saving::Failed(error), _) => ("save-mark failed", html! { <>{ icon(Glyph::Warning) }{ shell::NOT_SAVED }<span class="save-hint">{ format!("{error}. {}", error.hint()) }</span></> }),
        (_, true) => ("save-mark", html! { shell::SAVING }),
        (Saving::Saved, false) => ("save-mark", html! { <>{ icon(Glyph::Check) }{ shell::SAVED }</> }),
        (Saving::Idle, false) => ("save-mark", html! {}),
    };
    html! { <p class={class} role="status">{ words }</p> }
}

/// What holds for every page, and the theme.
pub fn footer(state: &Shared) -> Html {
    let settle = {
        let state = state.clone();
        Callback::from(move |event: Event| {
            let name = dom::chosen(&event);
            let theme = Theme::ALL.into_iter().find(|theme| theme.name() == name).unwrap_or(Theme::System);
            state.dispatch(Deed::Settle(Settings { theme, ..state.settings }));
        })
    };
    html! {
        <footer class="foot">
            <p>{ shell::PRIVATE }</p>
            <p>{ shell::CARE }</p>
            <p class="foot-row">
                <a href={Route::Method { at: String::new() }.href()}>{ shell::METHOD }</a>
                <label class="inline">
                    { shell::THEME }
                    <select onchange={settle}>
                        { for Theme::ALL.into_iter().map(|theme| html! {
                            <option value={theme.name()} selected={theme == state.settings.theme}>{ shell::theme(theme.name()) }</option>
                        }) }
                    </select>
                </label>
                <span class="version">{ concat!("Version ", env!("CARGO_PKG_VERSION")) }</span>
            </p>
        </footer>
    }
}
