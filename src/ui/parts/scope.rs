//! What applies and what is wanted: the choices that shape an assessment.

use yew::prelude::*;

use crate::catalog::{Dimension, Framework, ScopeOption, Select};
use crate::ui::dom;
use crate::ui::text::{assess, start as words};

/// The ids of the chosen options.
pub fn option_ids(framework: &Framework, scope: u64) -> Vec<String> {
    let options = framework.dimensions.iter().flat_map(|dimension| &dimension.options);
    options.filter(|option| option.bit & scope != 0).map(|option| option.id.to_owned()).collect()
}

/// A group of choices for each dimension of a framework.
pub fn scope_fields(framework: &'static Framework, scope: u64, on_change: &Callback<u64>) -> Html {
    let option = |dimension: &'static Dimension, option: &'static ScopeOption| {
        let on_change = on_change.clone();
        let change = Callback::from(move |_: Event| {
            on_change.emit(match dimension.select {
                Select::One => scope & !dimension.bits() | option.bit,
                Select::Any => scope ^ option.bit,
            });
        });
        let kind = if dimension.select == Select::One { "radio" } else { "checkbox" };
        let id = format!("scope-{}-{}", framework.id, option.id);
        html! {
            <label class="choice" for={id.clone()} key={option.id}>
                <input {id} type={kind} name={format!("scope-{}-{}", framework.id, dimension.id)}
                    checked={scope & option.bit != 0} disabled={option.always} onchange={change} />
                <span class="choice-title">{ option.title }</span>
                if !option.note.is_empty() {
                    <span class="hint">{ option.note }</span>
                }
            </label>
        }
    };
    html! {
        { for framework.dimensions.iter().map(|dimension| html! {
            <fieldset class="choices" key={dimension.id}>
                <legend>{ dimension.question }</legend>
                { for dimension.options.iter().map(|choice| option(dimension, choice)) }
            </fieldset>
        }) }
    }
}

/// The level wanted of a whole framework.
pub fn target_field(framework: &'static Framework, target: u8, on_change: &Callback<u8>) -> Html {
    let change = on_change.reform(|event: Event| dom::chosen(&event).parse().unwrap_or_default());
    let id = format!("target-{}", framework.id);
    html! {
        <p class="field">
            <label for={id.clone()}>{ words::TARGET }</label>
            <select {id} onchange={change}>
                { for framework.scale.steps.iter().enumerate().skip(1).map(|(level, step)| {
                    let level = u8::try_from(level).unwrap_or(u8::MAX);
                    html! { <option value={level.to_string()} selected={level == target}>{ assess::level(level, step.name) }</option> }
                }) }
            </select>
            <span class="hint">{ words::TARGET_HINT }</span>
        </p>
    }
}

