//! The drawing on the home page: a plumb line beside a scale of six levels.

use yew::prelude::*;

use crate::ui::text::home;

/// The drawing, with its words for those who do not see it.
pub fn plumb_drawing() -> Html {
    let tick = |level: u32| {
        let y = 300 - level * 52;
        html! {
            <>
                <line class="drawing-tick" x1="56" x2={if level % 5 == 0 { "92" } else { "80" }} y1={y.to_string()} y2={y.to_string()} />
                <text class="drawing-number" x="44" y={(y + 5).to_string()} text-anchor="end">{ level }</text>
            </>
        }
    };
    html! {
        <svg class="drawing" viewBox="0 0 260 360" role="img" aria-label={home::PLUMB}>
            <line class="drawing-rule" x1="56" x2="56" y1="24" y2="316" />
            { for (0..6).map(tick) }
            <line class="drawing-true" x1="160" x2="160" y1="0" y2="348" />
            <path class="drawing-lean" d="M160 0L196 348" />
            <path class="drawing-arc" d="M160 326A326 326 0 0 0 193.700 324.300" />
            <line class="drawing-reach" x1="96" x2="146" y1="144" y2="144" />
            <line class="drawing-line" x1="160" x2="160" y1="0" y2="118" />
            <rect class="drawing-bob" x="154" y="118" width="12" height="9" />
            <path class="drawing-bob" d="M149 127h22v9c0 5 7 8 7 15 0 13-13 20-18 45-5-25-18-32-18-45 0-7 7-10 7-15z" />
            <circle class="drawing-point" cx="160" cy="196" r="1.500" />
        </svg>
    }
}
