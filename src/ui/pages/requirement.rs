//! One requirement as it is answered: what it asks, the ladder, and what stands beside the answer.

use yew::prelude::*;

use super::id_and_title;
use crate::assessment::{Action, Field, Standing};
use crate::catalog::Framework;
use crate::ui::markup::{Tag, para, tag};
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
    let (focus, row) = (&props.focus, props.row);
    let (framework, requirement) = (props.framework.id, focus.id);
    let answer = props.on_act.reform(move |standing: Standing| Action::Answer {
        framework: framework.to_owned(),
        requirement: requirement.to_owned(),
        standing,
    });
    let clear = answer.clone();
    let heading_id = format!("requirement-{}", focus.id);
    let control = ladder(&Ladder {
        name: format!("level-{}", focus.id),
        legend: if row { words::row(focus.id, focus.title) } else { words::LEVEL.to_owned() },
        steps: &props.framework.scale.steps,
        standing: focus.standing,
        waived: focus.waived,
        target: focus.target,
        on_answer: answer,
        compact: row,
    });
    let take_back = || {
        let button = tag("button").attr("type", "button").class("quiet-button").text(words::CLEAR);
        tag("p").class("take-back").kid(button.on_click(move || clear.emit(Standing::Unanswered)))
    };
    let path = || {
        let step = |(id, title): &(&'static str, &'static str)| tag("span").key(id).text(format!("{id} {title}"));
        tag("p").class("path").kids(focus.path.iter().map(step))
    };
    let title = tag("h2").id(heading_id.clone()).classes(&[("current-heading", props.current)]).attr("tabindex", "-1");
    let head = tag("header")
        .class("card-head")
        .maybe((!row).then(path))
        .kid(id_and_title(title, focus.id, focus.title))
        .kid(para(focus.statement).class("statement"))
        .maybe((!row).then(|| para(focus.question).class("question")));
    let answered = focus.standing != Standing::Unanswered || focus.waived;
    let beside = if row {
        tag("details").class("more").kid(tag("summary").text(words::MORE)).kid(beside(props))
    } else {
        beside(props)
    };
    tag("article")
        .classes(&[("card", true), ("row", row), ("current", props.current)])
        .attr("aria-labelledby", heading_id)
        .kid(head)
        .kid(control)
        .maybe(focus.waived.then(|| reason(props)))
        .maybe(answered.then(take_back))
        .kid(beside)
        .into()
}

impl RequirementProps {
    /// What writes beside the answer.
    fn remark(&self, field: Field) -> Callback<String> {
        let (framework, requirement) = (self.framework.id, self.focus.id);
        self.on_act.reform(move |text: String| Action::Remark {
            framework: framework.to_owned(),
            requirement: requirement.to_owned(),
            field,
            text,
        })
    }

    fn id(&self, name: &str) -> String {
        format!("{name}-{}", self.focus.id)
    }
}

/// Why a requirement does not apply; until something stands there, that is said.
fn reason(props: &RequirementProps) -> Tag {
    let reason = &props.focus.reason;
    let missing = reason.trim().is_empty().then(|| para(words::REASON_MISSING).class("hint warning"));
    tag("div").kid(text_field(&props.id("reason"), words::REASON, "", reason, props.remark(Field::Reason))).maybe(missing)
}

/// Evidence, note, owner, due date and target.
fn beside(props: &RequirementProps) -> Tag {
    let (focus, id) = (&props.focus, |name: &str| props.id(name));
    let typical = tag("ul").class("typical").kids(focus.typical.iter().map(|artefact| tag("li").text(*artefact)));
    let evidence = tag("div").class("evidence-fields").kid(para(words::TYPICAL).class("label")).kid(typical).kid(
        text_field(&id("evidence"), words::EVIDENCE, words::EVIDENCE_HINT, &focus.evidence, props.remark(Field::Evidence)),
    );
    let small = tag("div")
        .class("small-fields")
        .kid(line_field(&id("owner"), words::OWNER, "text", &focus.owner, props.remark(Field::Owner)))
        .kid(line_field(&id("due"), words::DUE, "date", &focus.due, props.remark(Field::Due)))
        .kid(target(props));
    let note = tag("div")
        .class("note-fields")
        .kid(text_field(&id("note"), words::NOTE, "", &focus.note, props.remark(Field::Note)))
        .kid(small);
    let references = super::references(focus.designation, &focus.references);
    tag("div").class("beside").kid(evidence).kid(note).maybe(references)
}

/// A target of its own, or that of the whole.
fn target(props: &RequirementProps) -> Tag {
    let focus = &props.focus;
    let (framework, requirement, on_act) = (props.framework.id, focus.id, props.on_act.clone());
    let choose = move |level: String| {
        on_act.emit(Action::Target {
            framework: framework.to_owned(),
            requirement: requirement.to_owned(),
            level: level.parse().ok(),
        });
    };
    let usual = tag("option").attr("value", "").flag("selected", !focus.own_target).text(words::USUAL_TARGET);
    let levels = props.framework.scale.steps.iter().enumerate().map(|(level, step)| {
        let level = u8::try_from(level).unwrap_or(u8::MAX);
        let option =
            tag("option").attr("value", level.to_string()).flag("selected", focus.own_target && focus.target == level);
        option.text(words::level(level, step.name))
    });
    let id = props.id("target");
    tag("p")
        .class("field")
        .kid(tag("label").attr("for", id.clone()).text(words::TARGET))
        .kid(tag("select").id(id).kid(usual).kids(levels).on_choose(choose))
}
