//! Where an address leads that leads nowhere.

use super::heading;
use crate::ui::markup::{Tag, link, para, tag};
use crate::ui::route::Route;
use crate::ui::text::missing;

/// Says so, and leads home.
pub fn missing_page() -> Tag {
    lost(missing::TITLE, missing::TEXT)
}

/// A page with nothing on it but what happened and the way home.
pub fn lost(title: &'static str, text: &'static str) -> Tag {
    let home = link(Route::Home.href(), missing::HOME).class("button primary");
    tag("div").class("column").kid(heading(title)).kid(para(text)).kid(tag("p").kid(home))
}
