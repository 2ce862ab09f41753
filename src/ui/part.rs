//! Parts of the app that are fetched when first needed, so that the first page does not wait for the last.
//!
//! The build splits the module at the functions marked here: what only they reach goes into a file of its own.

use std::cell::Cell;

use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

use super::parts::waiting;
use super::route::Route;
use super::{World, dom, pages};
use crate::Error;

/// Makes the page of an address.
pub type Page = fn(&Route, &World) -> Html;

/// A part of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The articles and comparisons.
    Read,
    /// Everything about somebody's own assessments.
    Work,
    /// What the crosswalk says: overlap, matrix, common controls, and the search over everything.
    Atlas,
}

thread_local! {
    static READ: Cell<Option<Page>> = const { Cell::new(None) };
    static WORK: Cell<Option<Page>> = const { Cell::new(None) };
    static ATLAS: Cell<Option<Page>> = const { Cell::new(None) };
}

impl Part {
    /// Tells the pages of different parts apart.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Work => "work",
            Self::Atlas => "atlas",
        }
    }

    /// What a place shows, of the places that are rendered ahead.
    #[must_use]
    pub fn shown_at(route: &Route) -> &'static [Self] {
        match route {
            // The first page has the search.
            Route::Home => &[Self::Atlas],
            Route::Framework { .. } | Route::Method { .. } => &[Self::Read],
            Route::Compare { .. } => &[Self::Read, Self::Atlas],
            _ => &[],
        }
    }

    fn page(self) -> Option<Page> {
        match self {
            // Outside the browser nothing is split.
            #[cfg(not(target_family = "wasm"))]
            Self::Read => Some(pages::read_page),
            #[cfg(not(target_family = "wasm"))]
            Self::Work => Some(pages::work_page),
            #[cfg(not(target_family = "wasm"))]
            Self::Atlas => Some(pages::atlas_page),
            #[cfg(target_family = "wasm")]
            Self::Read => READ.get(),
            #[cfg(target_family = "wasm")]
            Self::Work => WORK.get(),
            #[cfg(target_family = "wasm")]
            Self::Atlas => ATLAS.get(),
        }
    }

    pub(super) async fn fetch(self) -> Result<(), Error> {
        match self {
            Self::Read => READ.set(Some(read().await?)),
            Self::Work => WORK.set(Some(work().await?)),
            Self::Atlas => ATLAS.set(Some(atlas().await?)),
        }
        Ok(())
    }
}

#[allow(unsafe_code, improper_ctypes, improper_ctypes_definitions)]
#[wasm_split(read, fallible)]
fn read() -> Result<Page, Error> {
    Ok(pages::read_page)
}

#[allow(unsafe_code, improper_ctypes, improper_ctypes_definitions)]
#[wasm_split(work, fallible)]
fn work() -> Result<Page, Error> {
    Ok(pages::work_page)
}

#[allow(unsafe_code, improper_ctypes, improper_ctypes_definitions)]
#[wasm_split(atlas, fallible)]
fn atlas() -> Result<Page, Error> {
    Ok(pages::atlas_page)
}

impl From<SplitLoaderError> for Error {
    fn from(_: SplitLoaderError) -> Self {
        Self::network("cannot fetch a part of the application")
    }
}

#[derive(PartialEq, Properties)]
pub struct PartPageProps {
    pub part: Part,
    pub route: Route,
    pub world: World,
}

/// A page of a part, once the part is there.
#[component]
pub fn PartPage(props: &PartPageProps) -> Html {
    let part = props.part;
    let failed = use_state(|| None::<Error>);
    let tries = use_state(|| 0_u32);
    {
        let (failed, tries) = (failed.clone(), tries.clone());
        use_effect_with((part, *tries), move |_| {
            if part.page().is_none() {
                spawn_local(async move {
                    match part.fetch().await {
                        // Renders again, now with the page.
                        Ok(()) => failed.set(None),
                        Err(error) => failed.set(Some(error)),
                    }
                });
            }
        });
    }
    use_effect_with(part.page().is_some(), |_| dom::page_is_here());
    match (part.page(), &*failed) {
        (Some(page), _) => page(&props.route, &props.world),
        (None, None) => waiting(&None).into(),
        (None, Some(error)) => {
            let again = Callback::from(move |()| tries.set(*tries + 1));
            waiting(&Some((error.clone(), again))).into()
        }
    }
}
