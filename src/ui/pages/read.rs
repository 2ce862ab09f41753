//! The pages to read: articles, comparisons, and how Plumbline counts. A part of its own, since each of them also stands
//! ready as a static page.

use yew::prelude::*;

use super::compare::{ComparePage, compare_chooser, sides};
use super::framework::FrameworkPage;
use super::method::MethodPage;
use super::missing_page;
use crate::ui::World;
use crate::ui::route::Route;

/// The page of an address that is read.
pub fn read_page(route: &Route, world: &World) -> Html {
    let world = world.clone();
    match route.clone() {
        Route::Framework { id, at } => match world.shelf.library.framework(&id) {
            Some(framework) => html! { <FrameworkPage key={framework.id} {world} {framework} {at} /> },
            None => missing_page().into(),
        },
        Route::Compare { ids, at } => {
            let sides = sides(world.shelf.library, &ids);
            match sides.as_slice() {
                [] | [_] => compare_chooser(&world.shelf, sides.first().copied()),
                _ => html! { <ComparePage key={ids.join("+")} {world} {sides} {at} /> },
            }
        }
        Route::Method { at } => html! { <MethodPage {at} /> },
        _ => missing_page().into(),
    }
}
