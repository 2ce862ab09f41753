//! One requirement as it is answered: what it asks, the ladder, and what stands beside the answer.

use yew::prelude::*;

use crate::assessment::{Action, Field, Standing};
use crate::catalog::Framework;
use crate::ui::dom;
use crate::ui::parts::{Ladder, ladder, line_field, text_field};
use crate::ui::text::assess as words;
use crate::view::Focus;

#[derive(PartialEq, Properties)]
pub struct RequirementProps {
    pub framework: &'static Framework,
    pub focus: Focus,
    pub on_act: Callback<Action>,
    /// As a row of a list: numbers only, details folded.
    #[prop_or_default]
    pub row: bool,
    /// The row that keys act on.
    #[prop_or_default]
    pub current: bool,
}

#[component]
pub fn RequirementCard(props: &RequirementProps) -> Html {
    let focus = &props.focus;
    let (framework, requirement) = (props.framework.id, focus.id);
    let answer = props.on_act.reform(move |standing: Standing| Action::Answer {
        framework: framework.to_owned(),
        requirement: requirement.to_owned(),
        standing,
    });
    let clear = answer.reform(|_: MouseEvent| Standing::Unanswered);
    let remark = |field: Field| {
        props.on_act.reform(move |text: String| Action::Remark {
            framework: framework.to_owned(),
            requirement: requirement.to_owned(),
            field,
            text,
        })
    };
    let heading_id = format!("requirement-{}", focus.id);
    let answered = focus.standing != Standing::Unanswered || focus.waived;
    let control = ladder(&Ladder {
        name: format!("level-{}", focus.id),
        legend: if props.row { words::row(focus.id, focus.title) } else { words::LEVEL.to_owned() },
        steps: &props.framework.scale.steps,
        standing: focus.standing,
        waived: focus.waived,
        target: focus.target,
        on_answer: answer,
        compact: props.row,
    });
    let head = html! {
        <>
            <span class="id">{ focus.id }</span>{ " " }<span class="requirement-title">{ focus.title }</span>
        </>
    };
    html! {
        <article class={classes!("card", props.row.then_some("row"), props.current.then_some("current"))} aria-labelledby={heading_id.clone()}>
            <header class="card-head">
                if !props.row {
                    <p class="path">{ for focus.path.iter().map(|(id, title)| html! { <span key={*id}>{ format!("{id} {title}") }</span> }) }</p>
                }
                <h2 id={heading_id} class={classes!(props.current.then_some("current-heading"))} tabindex="-1">{ head }</h2>
                <p class="statement">{ focus.statement }</p>
                if !props.row {
                    <p class="question">{ focus.question }</p>
                }
            </header>
            { control }
            if focus.waived {
                { text_field(&format!("reason-{}", focus.id), words::REASON, "", &focus.reason, remark(Field::Reason)) }
                if focus.reason.trim().is_empty() {
                    <p class="hint warning">{ words::REASON_MISSING }</p>
                }
            }
            if answered {
                <p class="take-back"><button type="button" class="quiet-button" onclick={clear}>{ words::CLEAR }</button></p>
            }
            if props.row {
                <details class="more"><summary>{ words::MORE }</summary>{ beside(props, &remark) }</details>
            } else {
                { beside(props, &remark) }
            }
        </article>
    }
}

/// Evidence, note, owner, due date and target.
fn beside(props: &RequirementProps, remark: &dyn Fn(Field) -> Callback<String>) -> Html {
    let focus = &props.focus;
    let (framework, requirement) = (props.framework.id, focus.id);
    let target = props.on_act.reform(move |event: Event| Action::Target {
        framework: framework.to_owned(),
        requirement: requirement.to_owned(),
        level: dom::chosen(&event).parse().ok(),
    });
    let id = |name: &str| format!("{name}-{}", focus.id);
    let steps = &props.framework.scale.steps;
    html! {
        <div class="beside">
            <div class="evidence-fields">
                <p class="label">{ words::TYPICAL }</p>
                <ul class="typical">{ for focus.typical.iter().map(|artefact| html! { <li>{ *artefact }</li> }) }</ul>
                { text_field(&id("evidence"), words::EVIDENCE, words::EVIDENCE_HINT, &focus.evidence, remark(Field::Evidence)) }
            </div>
            <div class="note-fields">
                { text_field(&id("note"), words::NOTE, "", &focus.note, remark(Field::Note)) }
                <div class="small-fields">
                    { line_field(&id("owner"), words::OWNER, "text", &focus.owner, remark(Field::Owner)) }
                    { line_field(&id("due"), words::DUE, "date", &focus.due, remark(Field::Due)) }
                    <p class="field">
                        <label for={id("target")}>{ words::TARGET }</label>
                        <select id={id("target")} onchange={target}>
                            <option value="" selected={!focus.own_target}>{ words::USUAL_TARGET }</option>
                            { for steps.iter().enumerate().map(|(level, step)| {
                                let level = u8::try_from(level).unwrap_or(u8::MAX);
                                html! { <option value={level.to_string()} selected={focus.own_target && focus.target == level}>{ words::level(level, step.name) }</option> }
                            }) }
                        </select>
                    </p>
                </div>
            </div>
            if !focus.references.is_empty() || !focus.designation.is_empty() {
                <p class="quiet references">{ crate::compare::capital(&references(focus)) }</p>
            }
        </div>
    }
}

fn references(focus: &Focus) -> String {
    let designation = std::iter::once(focus.designation).filter(|designation| !designation.is_empty());
    designation.chain(focus.references.iter().copied()).collect::<Vec<_>>().join(" · ")
}
