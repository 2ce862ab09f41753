//! The root of the app: shared state, the route, saving, and the frame around every page.

use gloo_events::EventListener;
use yew::prelude::*;

use super::load::{Shelf, use_shelf};
use super::markup::{list, tag};
use super::pages::{HomePage, missing_page};
use super::part::{Part, PartPage};
use super::parts::{footer, masthead};
use super::route::Route;
use super::saving::use_saving;
use super::settings::Settings;
use super::state::{Deed, State};
use super::{dom, text};
use crate::Error;
use crate::catalog::Library;
use crate::store::{Opened, Vault};

/// The state with the one way to change it.
pub type Shared = UseReducerHandle<State>;

#[derive(Clone, Properties)]
pub struct AppProps {
    pub library: &'static Library,
    pub vault: Vault,
    /// What the vault held when it was opened.
    pub opened: Result<Opened, Error>,
}

impl PartialEq for AppProps {
    /// The root is made once; its properties never change.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What every page may see and change.
#[derive(Clone, PartialEq)]
pub struct World {
    pub state: Shared,
    pub shelf: Shelf,
}

#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_state_of(props);
    let shelf = use_shelf(props.library);
    let route = use_route();
    use_saving(&props.vault, &state);
    use_arrival(&route, props.library);
    frame(&route, &World { state, shelf })
}

/// The header, the page and the footer. Renders without a browser.
pub fn frame(route: &Route, world: &World) -> Html {
    let main = tag("main").id("main").class("page").kid(page(route, world.clone()));
    list([masthead(route, &world.state), main.into(), footer(&world.state).into()])
}

fn page(route: &Route, world: World) -> Html {
    let part = match route {
        Route::Home => return html! { <HomePage {world} /> },
        Route::Missing => return missing_page().into(),
        Route::Framework { .. } | Route::Compare { .. } | Route::Method { .. } => Part::Read,
        Route::Start { .. }
        | Route::Assess { .. }
        | Route::Results { .. }
        | Route::Plan { .. }
        | Route::Reuse { .. }
        | Route::Statement { .. }
        | Route::Data => Part::Work,
        Route::Matrix | Route::Controls { .. } => Part::Atlas,
    };
    html! { <PartPage key={part.name()} {part} route={route.clone()} {world} /> }
}

#[hook]
fn use_state_of(props: &AppProps) -> Shared {
    let props = props.clone();
    let state = use_reducer(move || {
        let store = props.vault.store();
        let state = State::new(store.writer().to_owned(), dom::today(), Settings::parse(&store.settings()));
        state.after(match props.opened {
            Ok(opened) => Deed::Opened(opened),
            Err(error) => Deed::SavingFailed(error),
        })
    });
    let theme = state.settings.theme;
    use_effect_with(theme, |theme| dom::set_theme(*theme));
    state
}

#[hook]
fn use_route() -> Route {
    let route = use_state(|| Route::parse(&dom::fragment()));
    let setter = route.setter();
    use_effect_with((), move |()| {
        let listener = dom::window()
            .map(|window| EventListener::new(&window, "hashchange", move |_| setter.set(Route::parse(&dom::fragment()))));
        move || drop(listener)
    });
    (*route).clone()
}

/// After a move: the title of the tab, then focus and scroll position where a reader expects them.
#[hook]
fn use_arrival(route: &Route, library: &'static Library) {
    let before = use_mut_ref(|| None::<Route>);
    use_effect_with(route.clone(), move |route| {
        dom::set_title(&title(route, library));
        let moved = before.borrow_mut().replace(route.clone());
        let same = moved.as_ref().is_some_and(|moved| moved.is_same_page(route));
        if moved.is_some() && !same && route.anchor().is_empty() {
            dom::scroll_to_top();
            dom::enter_page();
        }
    });
}

/// What the tab of a page is called.
#[must_use]
pub fn title(route: &Route, library: &Library) -> String {
    let short = |id: &str| library.framework(id).map_or("", |framework| framework.profile.short);
    let page = match route {
        Route::Home => return format!("{}: {}", text::NAME, text::home::TITLE),
        Route::Framework { id, .. } => short(id).to_owned(),
        Route::Compare { ids, .. } => text::compare::title(&ids.iter().map(|id| short(id)).collect::<Vec<_>>()),
        Route::Start { ids } => text::start::title(&ids.iter().map(|id| short(id)).collect::<Vec<_>>().join(", ")),
        Route::Assess { framework, requirement, .. } => format!("{} {requirement}", short(framework)).trim_end().to_owned(),
        Route::Results { framework, .. } => text::results::title(short(framework)),
        Route::Reuse { .. } => text::reuse::TITLE.to_owned(),
        Route::Plan { .. } => text::plan::TITLE.to_owned(),
        Route::Statement { framework, .. } => text::statement::title(short(framework)),
        Route::Data => text::data::TITLE.to_owned(),
        Route::Matrix => text::atlas::MATRIX.to_owned(),
        Route::Controls { id } => format!("{} {id}", text::atlas::CONTROLS).trim_end().to_owned(),
        Route::Method { .. } => text::shell::METHOD.to_owned(),
        Route::Missing => text::missing::TITLE.to_owned(),
    };
    format!("{page} · {}", text::NAME)
}
