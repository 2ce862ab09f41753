//! What the crosswalk says: a part of the app that is fetched when somebody looks for it.

use yew::prelude::*;

use super::compare::sides;
use super::controls::ControlsPage;
use super::matrix::MatrixPage;
use super::overlap::OverlapSection;
use super::search::SearchPanel;
use crate::ui::World;
use crate::ui::route::Route;

/// What belongs to an address: a page of its own, a section of the comparison, or the search on the first page.
pub fn atlas_page(route: &Route, world: &World) -> Html {
    let world = world.clone();
    match route {
        Route::Compare { ids, .. } => {
            let sides = sides(world.shelf.library, ids);
            html! { <OverlapSection key={ids.join("+")} {world} {sides} /> }
        }
        Route::Matrix => html! { <MatrixPage {world} /> },
        Route::Controls { id } => html! { <ControlsPage {world} id={id.clone()} /> },
        _ => html! { <SearchPanel {world} /> },
    }
}
