//! What stands in for texts that are on their way or did not come.

use yew::Callback;

use crate::Error;
use crate::ui::markup::{Tag, para, tag};
use crate::ui::text::shell;

/// `failed` says why they did not come, and how to ask again.
pub fn waiting(failed: &Option<(Error, Callback<()>)>) -> Tag {
    let Some((error, again)) = failed else {
        return tag("p").class("waiting").attr("role", "status").text(shell::LOADING);
    };
    let again = again.clone();
    tag("div")
        .class("notice")
        .attr("role", "alert")
        .kid(para(format!("{error}. {}", error.hint())))
        .kid(tag("p").kid(tag("button").attr("type", "button").text(shell::RETRY).on_click(move || again.emit(()))))
}
