//! The ladder: six rungs, the level you are on filled, the target notched.

use yew::prelude::*;

use crate::assessment::Standing;
use crate::catalog::Step;
use crate::ui::text::assess;

/// An answer control: what it is called, where it stands, and what an answer does.
pub struct Ladder<'a> {
    /// The name of the radio group.
    pub name: String,
    pub legend: String,
    pub steps: &'a [Step],
    pub standing: Standing,
    /// Marked "not applicable", with or without a reason.
    pub waived: bool,
    pub target: u8,
    pub on_answer: Callback<Standing>,
    /// Numbers alone, in one line.
    pub compact: bool,
}

/// The answer control. The highest level stands on top, as on a ladder.
pub fn ladder(ladder: &Ladder<'_>) -> Html {
    let level = match ladder.standing {
        Standing::Level(level) if !ladder.waived => Some(level),
        _ => None,
    };
    let rung = |(number, step): (usize, &Step)| {
        let number = u8::try_from(number).unwrap_or(u8::MAX);
        let id = format!("{}-{number}", ladder.name);
        let class = classes!(
            "rung",
            (level == Some(number)).then_some("here"),
            level.is_some_and(|level| number < level).then_some("below"),
            (ladder.target == number).then_some("target")
        );
        let on_change = ladder.on_answer.reform(move |_: Event| Standing::Level(number));
        html! {
            <label class={class} for={id.clone()} key={number}>
                <input type="radio" {id} name={ladder.name.clone()} value={number.to_string()}
                    checked={level == Some(number)} onchange={on_change} />
                <span class="rung-number">{ number }</span>
                <span class="rung-words">
                    <span class="rung-name">{ step.name }</span>
                    if !ladder.compact {
                        <span class="rung-meaning">{ step.meaning }</span>
                    }
                    if ladder.target == number {
                        <span class="rung-target">{ assess::TARGET_HERE }</span>
                    }
                </span>
            </label>
        }
    };
    let waive = ladder.on_answer.reform(|_: Event| Standing::NotApplicable);
    let id = format!("{}-na", ladder.name);
    html! {
        <fieldset class={classes!("ladder", ladder.compact.then_some("compact"))}>
            <legend>{ &ladder.legend }</legend>
            <div class="rungs">
                { for ladder.steps.iter().enumerate().rev().map(rung) }
            </div>
            <label class={classes!("rung", "waive", ladder.waived.then_some("here"))} for={id.clone()}>
                <input type="radio" {id} name={ladder.name.clone()} value="na" checked={ladder.waived} onchange={waive} />
                <span class="rung-number">{ "–" }</span>
                <span class="rung-words">
                    <span class="rung-name">{ if ladder.compact { assess::NOT_APPLICABLE_SHORT } else { assess::NOT_APPLICABLE } }</span>
                    if !ladder.compact {
                        <span class="rung-meaning">{ assess::NOT_APPLICABLE_MEANING }</span>
                    }
                </span>
            </label>
        </fieldset>
    }
}

/// The ladder as a small picture: rungs filled up to the level, a notch at the target. The numbers stand beside it.
pub fn rungs(max: u8, level: u8, target: u8) -> Html {
    let rung = |number: u8| {
        let x = u32::from(number) * 11;
        let class = if number <= level { "filled" } else { "empty" };
        html! {
            <>
                <rect class={class} x={(x + 1).to_string()} y="4" width="9" height="10" />
                if number == target {
                    <path class="notch" d={format!("M{} 0h7l-3.500 4z", x + 2)} />
                }
            </>
        }
    };
    let width = (u32::from(max) + 1) * 11;
    html! {
        <svg class="rungs-picture" viewBox={format!("0 0 {width} 15")} width={width.to_string()} height="15" aria-hidden="true">
            { for (0..=max).map(rung) }
        </svg>
    }
}
