//! The pages of an assessment: a part of the app that is fetched when somebody first assesses.

use yew::prelude::*;

use super::assess::{AssessPage, not_here};
use super::data::DataPage;
use super::plan::plan_page;
use super::results::results_page;
use super::reuse::reuse_page;
use super::start::start_page;
use super::statement::statement_page;
use crate::ui::World;
use crate::ui::route::Route;

/// The page of an address that has to do with an assessment.
pub fn work_page(route: &Route, world: &World) -> Html {
    let library = world.shelf.library;
    match route {
        Route::Assess { assessment, framework, requirement } => {
            let key = format!("{assessment}/{framework}");
            match (world.state.documents.get(assessment).cloned(), library.framework(framework)) {
                (Some(document), Some(framework)) => {
                    let (world, requirement) = (world.clone(), requirement.clone());
                    html! { <AssessPage {key} {world} {document} {framework} {requirement} /> }
                }
                _ => not_here().into(),
            }
        }
        Route::Results { assessment, framework } => {
            match (world.state.documents.get(assessment), library.framework(framework)) {
                (Some(document), Some(framework)) => results_page(world, document, framework).into(),
                _ => not_here().into(),
            }
        }
        Route::Plan { assessment } => match world.state.documents.get(assessment) {
            Some(document) => plan_page(world, document).into(),
            None => not_here().into(),
        },
        Route::Reuse { assessment } => match world.state.documents.get(assessment) {
            Some(document) => reuse_page(world, document).into(),
            None => not_here().into(),
        },
        Route::Statement { assessment, framework } => {
            let document = world.state.documents.get(assessment);
            match document
                .zip(library.framework(framework))
                .and_then(|(document, framework)| statement_page(world, document, framework))
            {
                Some(page) => page.into(),
                None => not_here().into(),
            }
        }
        Route::Data => {
            let world = world.clone();
            html! { <DataPage {world} /> }
        }
        Route::Start { ids } => start_page(world, ids),
        _ => super::missing_page().into(),
    }
}
