//! Everything a person can do to an assessment.

use super::change::Pen;
use super::own::own_id;
use super::snapshot::is_snapshot;
use super::target::targets_id;
use super::task::task_id;
use super::{Acceptance, Change, Deviation, Document, Field, Standing, TargetLevels, Value};

/// The text that stands for "not applicable" where a level would.
pub(crate) const NOT_APPLICABLE: &str = "n/a";

/// One deed of one person. Closed: the screens can do nothing else to an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    Rename(String),
    /// Adds a framework, or takes it out; its answers stay either way.
    Include {
        framework: String,
        included: bool,
    },
    /// Chooses scope options by their ids.
    Scope {
        framework: String,
        options: Vec<String>,
    },
    /// Sets the level wanted: of the framework when `requirement` is empty, of everything below it when it is a section; the
    /// nearest counts. `None` goes back to what is wanted above it.
    Target {
        framework: String,
        requirement: String,
        level: Option<u8>,
    },
    /// Answers a requirement, or takes the answer back. The answer is then nobody else's: what it was carried from, or the
    /// control it was given by, is forgotten.
    Answer {
        framework: String,
        requirement: String,
        standing: Standing,
    },
    /// Sets the level that the documentation reaches.
    Document {
        framework: String,
        requirement: String,
        level: Option<u8>,
    },
    /// Keeps documented levels beside implemented ones, or no longer.
    Layers(bool),
    /// Writes beside an answer: a reason, note, evidence, owner or due date. Empty text clears it.
    Remark {
        framework: String,
        requirement: String,
        field: Field,
        text: String,
    },
    /// Notes the day for display; `field` is `Started` or `Changed`.
    Date {
        field: Field,
        day: String,
    },
    /// Departs from the chosen scope, for a requirement or everything below it. Without a [`Field::Why`] it has no effect.
    Tailor {
        framework: String,
        requirement: String,
        deviation: Option<Deviation>,
    },
    /// Weighs a requirement anew, 1 to 20. Without a [`Field::Why`] it has no effect.
    Weigh {
        framework: String,
        requirement: String,
        weight: Option<u8>,
    },
    /// Adds a requirement of one's own, or changes its words. The answer to it is given like any other, under
    /// [`own_id`](super::own_id) of `id`.
    Own {
        framework: String,
        id: String,
        title: String,
        question: String,
        parent: String,
    },
    /// Takes an own requirement out; its answer stays.
    Disown {
        framework: String,
        id: String,
    },
    /// Takes a suggestion over as the answer, at the level it carries.
    Accept {
        framework: String,
        requirement: String,
        from: Acceptance,
    },
    /// Sets aside what is suggested for a requirement, or brings it back.
    Reject {
        framework: String,
        requirement: String,
        rejected: bool,
    },
    /// Answers a requirement by the standing of a common control.
    AnswerBy {
        framework: String,
        requirement: String,
        control: String,
        standing: Standing,
    },
    /// Keeps a set of targets under a name, or replaces the set kept under the id.
    SaveTargets {
        id: String,
        name: String,
        levels: TargetLevels,
    },
    ForgetTargets {
        id: String,
    },
    /// Writes a field of a task of the plan; a task is there as soon as it has a [`Field::Title`].
    Task {
        id: String,
        field: Field,
        text: String,
    },
    ForgetTask {
        id: String,
    },
    /// Several deeds that are done and undone as one.
    Several(Vec<Action>),
}

/// Does it. `writer` names this tab of this browser.
pub fn apply(document: &mut Document, action: &Action, writer: &str) {
    perform(document, action, writer);
}

/// Does it and says what changed. A snapshot stays as it is, but for its title.
pub fn perform(document: &mut Document, action: &Action, writer: &str) -> Vec<Change> {
    if is_snapshot(document) && !entitles(action) {
        return Vec::new();
    }
    let mut pen = Pen::new(document, writer);
    write(&mut pen, action);
    pen.changes()
}

/// Whether a deed gives the document itself a title, which is all that can be done to a snapshot.
fn entitles(action: &Action) -> bool {
    matches!(action, Action::Remark { framework, requirement, field: Field::Title, .. }
        if framework.is_empty() && requirement.is_empty())
}

fn write(pen: &mut Pen<'_>, action: &Action) {
    match action {
        Action::Rename(name) => pen.text("", "", Field::Name, name),
        Action::Include { framework, included } => include(pen, framework, *included),
        Action::Scope { framework, options } => {
            pen.write(framework, "", Field::Scope, Value::Text(options.join(" ")));
        }
        Action::Target { framework, requirement, level } => {
            pen.number(framework, requirement, Field::Target, level.map(u32::from));
        }
        Action::Answer { framework, requirement, standing } => answer(pen, framework, requirement, *standing),
        Action::Document { framework, requirement, level } => {
            pen.number(framework, requirement, Field::Documented, level.map(u32::from));
        }
        Action::Layers(kept) => pen.number("", "", Field::Layers, kept.then_some(1)),
        Action::Remark { framework, requirement, field, text } => pen.text(framework, requirement, *field, text),
        Action::Date { field, day } => pen.text("", "", *field, day),
        Action::Tailor { framework, requirement, deviation } => {
            pen.text(framework, requirement, Field::Tailoring, deviation.map_or("", Deviation::word));
        }
        Action::Weigh { framework, requirement, weight } => {
            pen.number(framework, requirement, Field::Weight, weight.map(u32::from));
        }
        Action::Own { framework, id, title, question, parent } => {
            let id = own_id(id);
            pen.text(framework, &id, Field::Title, title);
            pen.text(framework, &id, Field::Question, question);
            pen.text(framework, &id, Field::Parent, parent);
        }
        Action::Disown { framework, id } => pen.text(framework, &own_id(id), Field::Title, ""),
        Action::Accept { framework, requirement, from } => {
            answer(pen, framework, requirement, Standing::Level(from.carried));
            pen.text(framework, requirement, Field::Accepted, &from.to_text());
            pen.number(framework, requirement, Field::Rejected, None);
        }
        Action::Reject { framework, requirement, rejected } => {
            pen.number(framework, requirement, Field::Rejected, rejected.then_some(1));
        }
        Action::AnswerBy { framework, requirement, control, standing } => {
            answer(pen, framework, requirement, *standing);
            pen.text(framework, requirement, Field::Control, control);
        }
        Action::SaveTargets { id, name, levels } => {
            pen.text("", &targets_id(id), Field::Title, name);
            pen.text("", &targets_id(id), Field::Levels, &levels.to_text());
        }
        Action::ForgetTargets { id } => pen.text("", &targets_id(id), Field::Title, ""),
        Action::Task { id, field, text } => pen.text("", &task_id(id), *field, text),
        Action::ForgetTask { id } => pen.text("", &task_id(id), Field::Title, ""),
        Action::Several(actions) => actions.iter().for_each(|action| write(pen, action)),
    }
}

fn include(pen: &mut Pen<'_>, framework: &str, included: bool) {
    let present = pen.document().number(framework, "", Field::Included);
    let last = || pen.document().included().iter().filter_map(|id| pen.document().number(id, "", Field::Included)).max();
    match (included, present) {
        (true, None) => {
            let place = last().map_or(0, |last| last.saturating_add(1));
            pen.number(framework, "", Field::Included, Some(place));
        }
        (false, Some(_)) => pen.number(framework, "", Field::Included, None),
        _ => {}
    }
}

fn answer(pen: &mut Pen<'_>, framework: &str, requirement: &str, standing: Standing) {
    let value = match standing {
        Standing::Unanswered => Value::Gone,
        Standing::Level(level) => Value::Number(level.into()),
        Standing::NotApplicable => Value::Text(NOT_APPLICABLE.to_owned()),
    };
    pen.write(framework, requirement, Field::Level, value);
    pen.write(framework, requirement, Field::Accepted, Value::Gone);
    pen.write(framework, requirement, Field::Control, Value::Gone);
}
