//! The range bar: the score as a mark, its range as a line, the levels as ticks.

use yew::prelude::*;

use crate::ui::text;
use crate::view::Meter;

/// How large the bar is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// With the numbers of the levels.
    Full,
    /// In a line of text or a table.
    Small,
}

/// A picture of a score, with the target in thousandths of the scale where there is one.
///
/// Its words are its label, so nothing depends on seeing it.
pub fn range_bar(meter: &Meter, target: Option<u64>, size: Size) -> Html {
    let small = size == Size::Small;
    let ticks = (0..=meter.max).map(|level| (level, u64::from(level) * 1000 / u64::from(meter.max.max(1))));
    let (top, height) = if small { (8, "16") } else { (16, "50") };
    let line = |class: &'static str, from: u64, to: u64| {
        html! { <line class={class} x1={percent(from)} x2={percent(to)} y1={top.to_string()} y2={top.to_string()} /> }
    };
    html! {
        <svg class={classes!("range-bar", small.then_some("small"))} width="100%" height={height} role="img" aria-label={text::meter(meter)}>
            { line("scale", 0, 1000) }
            { for ticks.map(|(level, at)| html! {
                <>
                    <line class="tick" x1={percent(at)} x2={percent(at)} y1={(top - 4).to_string()} y2={(top + 4).to_string()} />
                    if !small {
                        <text class={classes!("tick-number", (level == 0).then_some("first"), (level == meter.max).then_some("last"))}
                            x={percent(at)} y="46">{ level }</text>
                    }
                </>
            }) }
            if let Some((low, high)) = meter.range {
                if high > low {
                    { line("range", low, high) }
                }
            }
            if let Some(target) = target {
                <svg x={percent(target)} overflow="visible"><path class="notch" d={format!("M-5 {0}h10l-5 7z", top - 12)} /></svg>
            }
            if let Some(mark) = meter.mark {
                <svg x={percent(mark)} overflow="visible">
                    if small {
                        <circle class="mark" cx="0" cy={top.to_string()} r="4.500" />
                    } else {
                        <path class="mark" d="M-5 9h10v5c0 2 2 3 2 5 0 4-4 7-7 13-3-6-7-9-7-13 0-2 2-3 2-5z" />
                    }
                </svg>
            }
        </svg>
    }
}

fn percent(thousandths: u64) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}
