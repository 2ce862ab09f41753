//! What stands in for texts that are on their way or did not come.

use yew::prelude::*;

use crate::Error;
use crate::ui::text::shell;

/// `failed` says why they did not come, and how to ask again.
pub fn waiting(failed: &Option<(Error, Callback<()>)>) -> Html {
    match failed {
        None => html! { <p class="waiting" role="status">{ shell::LOADING }</p> },
        Some((error, again)) => html! {
            <div class="notice" role="alert">
                <p>{ format!("{error}. {}", error.hint()) }</p>
                <p><button type="button" onclick={again.reform(|_: MouseEvent| ())}>{ shell::RETRY }</button></p>
            </div>
        },
    }
}
