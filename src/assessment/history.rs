//! Undo and redo.

use super::{Action, Change, Document, Field, Value, perform};

/// How many steps can be undone.
const KEPT: usize = 200;

/// What was done to one document in this session, and what of it was undone.
///
/// Undoing writes the former values anew, with stamps of their own, so that copies edited apart still join to the same. It
/// leaves alone what somebody else has changed since: only fields that still show what the step wrote are put back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// The next deed begins a step of its own, even if it types on in the same field.
    paused: bool,
}

/// What is undone at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The deed, or the last of those that typed on in one field.
    pub action: Action,
    pub changes: Vec<Change>,
}

impl History {
    /// Does something that can be undone. A deed that changes nothing is no step; one that types on in the field of the last
    /// step joins it.
    pub fn act(&mut self, document: &mut Document, action: Action, writer: &str) {
        let changes = perform(document, &action, writer);
        self.note(action, changes);
    }

    /// Notes something done without the history, such as an import that was joined; see [`difference`](super::difference).
    pub fn note(&mut self, action: Action, changes: Vec<Change>) {
        if changes.is_empty() {
            return;
        }
        self.undone.clear();
        let joins = !self.paused && typed(&action).is_some();
        match self.done.last_mut().filter(|last| joins && typed(&last.action) == typed(&action)) {
            Some(last) => {
                last.action = action;
                for change in changes {
                    last.join(change);
                }
            }
            None => self.done.push(Step { action, changes }),
        }
        if self.done.len() > KEPT {
            self.done.remove(0);
        }
        self.paused = false;
    }

    /// Ends the step: what is typed next is undone by itself. For when a field loses focus.
    pub fn pause(&mut self) {
        self.paused = true;
    }

    /// Takes the last step back; none when there is nothing to undo.
    pub fn undo(&mut self, document: &mut Document, writer: &str) -> Option<Step> {
        let step = self.done.pop()?;
        for change in step.changes.iter().rev() {
            put(document, change, &change.after, &change.before, writer);
        }
        self.undone.push(step.clone());
        self.paused = true;
        Some(step)
    }

    /// Does again what was undone last; none when there is nothing to redo.
    pub fn redo(&mut self, document: &mut Document, writer: &str) -> Option<Step> {
        let step = self.undone.pop()?;
        for change in &step.changes {
            put(document, change, &change.before, &change.after, writer);
        }
        self.done.push(step.clone());
        self.paused = true;
        Some(step)
    }

    /// What would be undone.
    #[must_use]
    pub fn to_undo(&self) -> Option<&Step> {
        self.done.last()
    }

    /// What would be done again.
    #[must_use]
    pub fn to_redo(&self) -> Option<&Step> {
        self.undone.last()
    }

    /// What was done and not undone, the last first.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.done.iter().rev()
    }
}

impl Step {
    fn join(&mut self, change: Change) {
        let place = |change: &Change| (change.framework.clone(), change.requirement.clone(), change.field);
        match self.changes.iter_mut().find(|known| place(known) == place(&change)) {
            Some(known) => known.after = change.after,
            None => self.changes.push(change),
        }
    }
}

fn put(document: &mut Document, change: &Change, shown: &Value, value: &Value, writer: &str) {
    let (framework, requirement, field) = (&change.framework, &change.requirement, change.field);
    if document.value(framework, requirement, field).unwrap_or(&Value::Gone) == shown {
        document.write(framework, requirement, field, value.clone(), writer);
    }
}

/// The field that a deed types in.
fn typed(action: &Action) -> Option<(&str, &str, Field)> {
    match action {
        Action::Rename(_) => Some(("", "", Field::Name)),
        Action::Remark { framework, requirement, field, .. } => Some((framework, requirement, *field)),
        Action::Task { id, field, .. } => Some(("task", id, *field)),
        _ => None,
    }
}
