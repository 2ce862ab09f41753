//! What a deed changed, cell by cell.

use std::collections::BTreeMap;

use super::{Document, Field, Value};

/// One field before and after. A field that was never written shows as [`Value::Gone`], like one that was cleared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub framework: String,
    pub requirement: String,
    pub field: Field,
    pub before: Value,
    pub after: Value,
}

/// Everything that shows differently in `after`, in the order of the documents.
#[must_use]
pub fn difference(before: &Document, after: &Document) -> Vec<Change> {
    let mut places: Vec<(&str, &str, Field)> = before.places().chain(after.places()).collect();
    places.sort_unstable();
    places.dedup();
    let change = |(framework, requirement, field): (&str, &str, Field)| {
        let shown = |document: &Document| document.value(framework, requirement, field).cloned().unwrap_or(Value::Gone);
        let (before, after) = (shown(before), shown(after));
        let (framework, requirement) = (framework.to_owned(), requirement.to_owned());
        (before != after).then_some(Change { framework, requirement, field, before, after })
    };
    places.into_iter().filter_map(change).collect()
}

/// Writes into a document and notes what changed.
pub(super) struct Pen<'a> {
    document: &'a mut Document,
    writer: &'a str,
    changes: BTreeMap<(String, String, Field), (Value, Value)>,
}

impl<'a> Pen<'a> {
    pub fn new(document: &'a mut Document, writer: &'a str) -> Self {
        Self { document, writer, changes: BTreeMap::new() }
    }

    pub fn document(&self) -> &Document {
        self.document
    }

    pub fn write(&mut self, framework: &str, requirement: &str, field: Field, after: Value) {
        let before = self.document.value(framework, requirement, field).cloned().unwrap_or(Value::Gone);
        if before == after {
            return;
        }
        self.document.write(framework, requirement, field, after.clone(), self.writer);
        let place = (framework.to_owned(), requirement.to_owned(), field);
        self.changes.entry(place).or_insert((before, Value::Gone)).1 = after;
    }

    /// What changed in the end, in the order of the document.
    pub fn changes(self) -> Vec<Change> {
        let changed = self.changes.into_iter().filter(|(_, (before, after))| before != after);
        let change =
            |((framework, requirement, field), (before, after))| Change { framework, requirement, field, before, after };
        changed.map(change).collect()
    }

    /// Writes a text; an empty one clears the field.
    pub fn text(&mut self, framework: &str, requirement: &str, field: Field, text: &str) {
        let value = if text.is_empty() { Value::Gone } else { Value::Text(text.to_owned()) };
        self.write(framework, requirement, field, value);
    }

    /// Writes a number; none clears the field.
    pub fn number(&mut self, framework: &str, requirement: &str, field: Field, number: Option<u32>) {
        self.write(framework, requirement, field, number.map_or(Value::Gone, Value::Number));
    }
}
