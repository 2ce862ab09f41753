//! What applies and what is wanted: the choices that shape an assessment.

use yew::Callback;

use crate::catalog::{Dimension, Framework, ScopeOption, Select};
use crate::ui::markup::{Tag, list, tag};
use crate::ui::text::{assess, start as words};

/// The ids of the chosen options.
pub fn option_ids(framework: &Framework, scope: u64) -> Vec<String> {
    let options = framework.dimensions.iter().flat_map(|dimension| &dimension.options);
    options.filter(|option| option.bit & scope != 0).map(|option| option.id.to_owned()).collect()
}

/// A group of choices for each dimension of a framework.
pub fn scope_fields(framework: &'static Framework, scope: u64, on_change: &Callback<u64>) -> yew::Html {
    list(framework.dimensions.iter().map(|dimension| {
        let choices = dimension.options.iter().map(|option| choice(framework, dimension, option, scope, on_change));
        tag("fieldset").class("choices").kid(tag("legend").text(dimension.question)).kids(choices)
    }))
}

fn choice(
    framework: &'static Framework,
    dimension: &'static Dimension,
    option: &'static ScopeOption,
    scope: u64,
    on_change: &Callback<u64>,
) -> Tag {
    let on_change = on_change.clone();
    let id = format!("scope-{}-{}", framework.id, option.id);
    let kind = if dimension.select == Select::One { "radio" } else { "checkbox" };
    let input = tag("input")
        .id(id.clone())
        .attr("type", kind)
        .attr("name", format!("scope-{}-{}", framework.id, dimension.id))
        .checked(scope & option.bit != 0)
        .flag("disabled", option.always)
        .on_change(move || {
            on_change.emit(match dimension.select {
                Select::One => scope & !dimension.bits() | option.bit,
                Select::Any => scope ^ option.bit,
            });
        });
    let note = || tag("span").class("hint").text(option.note);
    tag("label")
        .class("choice")
        .attr("for", id)
        .kid(input)
        .kid(tag("span").class("choice-title").text(option.title))
        .maybe((!option.note.is_empty()).then(note))
}

/// The level wanted of a whole framework.
pub fn target_field(framework: &'static Framework, target: u8, on_change: &Callback<u8>) -> Tag {
    let on_change = on_change.clone();
    let id = format!("target-{}", framework.id);
    let option = |(level, step): (usize, &crate::catalog::Step)| {
        let level = u8::try_from(level).unwrap_or(u8::MAX);
        let option = tag("option").attr("value", level.to_string()).flag("selected", level == target);
        option.text(assess::level(level, step.name))
    };
    let levels = framework.scale.steps.iter().enumerate().skip(1).map(option);
    tag("p")
        .class("field")
        .kid(tag("label").attr("for", id.clone()).text(words::TARGET))
        .kid(tag("select").id(id).kids(levels).on_choose(move |level| on_change.emit(level.parse().unwrap_or_default())))
        .kid(tag("span").class("hint").text(words::TARGET_HINT))
}
