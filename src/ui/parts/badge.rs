//! Whether a framework is law or choice.

use yew::prelude::*;

use crate::catalog::Badge;
use crate::ui::text;

/// The mark of a law, or of a choice.
pub fn badge_mark(badge: Badge) -> Html {
    let kind = match badge {
        Badge::Voluntary => "badge voluntary",
        Badge::Mandatory => "badge mandatory",
    };
    html! { <span class={kind}>{ text::badge(badge) }</span> }
}
