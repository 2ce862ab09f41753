//! One to four, as filled steps with the word beside them.

use yew::prelude::*;

use crate::ui::text::framework;

/// A level from 1 (low) to 4 (very high).
pub fn steps(level: u8) -> Html {
    let step = |number: u8| {
        let class = if number <= level { "filled" } else { "empty" };
        let height = u32::from(number) * 3 + 2;
        html! { <rect class={class} x={(u32::from(number - 1) * 8).to_string()} y={(14 - height).to_string()} width="6" height={height.to_string()} /> }
    };
    html! {
        <span class="steps">
            <svg viewBox="0 0 30 14" width="30" height="14" aria-hidden="true">{ for (1..=4).map(step) }</svg>
            { framework::rung(level) }
        </span>
    }
}
