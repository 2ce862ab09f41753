//! Everything a person can do to an assessment.

use super::{Document, Field, Standing, Value};

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
    /// Sets the level wanted: of the framework when `requirement` is empty. `None` goes back to what it was by default.
    Target {
        framework: String,
        requirement: String,
        level: Option<u8>,
    },
    /// Answers a requirement, or takes the answer back.
    Answer {
        framework: String,
        requirement: String,
        standing: Standing,
    },
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
}

/// Does it. `writer` names this tab of this browser.
pub fn apply(document: &mut Document, action: &Action, writer: &str) {
    match action {
        Action::Rename(name) => document.write("", "", Field::Name, text(name), writer),
        Action::Include { framework, included } => {
            let place = u32::try_from(document.included().len()).unwrap_or(u32::MAX);
            match (included, document.number(framework, "", Field::Included)) {
                (true, None) => document.write(framework, "", Field::Included, Value::Number(place), writer),
                (false, Some(_)) => document.write(framework, "", Field::Included, Value::Gone, writer),
                _ => {}
            }
        }
        Action::Scope { framework, options } => {
            document.write(framework, "", Field::Scope, Value::Text(options.join(" ")), writer);
        }
        Action::Target { framework, requirement, level } => {
            let value = level.map_or(Value::Gone, |level| Value::Number(level.into()));
            document.write(framework, requirement, Field::Target, value, writer);
        }
        Action::Answer { framework, requirement, standing } => {
            let value = match standing {
                Standing::Unanswered => Value::Gone,
                Standing::Level(level) => Value::Number((*level).into()),
                Standing::NotApplicable => Value::Text(NOT_APPLICABLE.to_owned()),
            };
            document.write(framework, requirement, Field::Level, value, writer);
        }
        Action::Remark { framework, requirement, field, text: said } => {
            document.write(framework, requirement, *field, text(said), writer);
        }
        Action::Date { field, day } => document.write("", "", *field, text(day), writer),
    }
}

fn text(text: &str) -> Value {
    if text.is_empty() { Value::Gone } else { Value::Text(text.to_owned()) }
}
