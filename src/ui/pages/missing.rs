//! Where an address leads that leads nowhere.

use yew::prelude::*;

use super::heading;
use crate::ui::route::Route;
use crate::ui::text::missing;

/// Says so, and leads home.
pub fn missing_page() -> Html {
    html! {
        <div class="column">
            { heading(missing::TITLE) }
            <p>{ missing::TEXT }</p>
            <p><a class="button primary" href={Route::Home.href()}>{ missing::HOME }</a></p>
        </div>
    }
}
