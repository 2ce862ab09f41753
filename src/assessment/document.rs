//! The document: a map from (framework, requirement, field) to a stamped value.

use std::collections::BTreeMap;

use super::{Earlier, Field};

/// One assessment, as it is kept.
///
/// Facts about the whole assessment stand under the framework `""`, facts about a framework under its requirement `""`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub id: String,
    pub(crate) frameworks: BTreeMap<String, BTreeMap<String, Fields>>,
    /// Texts that lost to another writer's.
    pub(crate) earlier: Earlier,
    clock: u64,
}

/// What is known of one requirement.
pub type Fields = BTreeMap<Field, Cell>;

/// A value with the stamp of the edit that wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub value: Value,
    pub stamp: Stamp,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// A tombstone: somebody cleared this.
    Gone,
    Number(u32),
    Text(String),
}

/// The order of edits: a Lamport counter, and the writer where counters tie. Never a clock.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    pub counter: u64,
    pub writer: String,
}

impl Document {
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..Self::default() }
    }

    /// Writes a value with a stamp later than everything in the document; writing what is there already changes nothing.
    pub fn write(&mut self, framework: &str, requirement: &str, field: Field, value: Value, writer: &str) {
        let present = self.value(framework, requirement, field);
        if present == Some(&value) || (present.is_none() && value == Value::Gone) {
            return;
        }
        let stamp = Stamp { counter: self.clock + 1, writer: writer.to_owned() };
        self.place(framework, requirement, field, Cell { value, stamp });
    }

    /// Puts a cell where it belongs if its stamp is greater than what is there; what loses stays among the earlier values.
    pub(crate) fn place(&mut self, framework: &str, requirement: &str, field: Field, cell: Cell) {
        self.clock = self.clock.max(cell.stamp.counter);
        let requirements = self.frameworks.entry(framework.to_owned()).or_default();
        let fields = requirements.entry(requirement.to_owned()).or_default();
        let rank = |cell: &Cell| (cell.stamp.clone(), cell.value.clone());
        let lost = match fields.get(&field) {
            Some(present) if rank(&cell) <= rank(present) => Some(cell),
            _ => fields.insert(field, cell),
        };
        if let (Some(lost), Some(present)) = (lost, fields.get(&field)) {
            self.earlier.keep(framework, requirement, field, lost, &present.stamp.writer);
        }
    }

    /// Takes in everything another copy of this document knows.
    pub fn join(&mut self, other: &Self) {
        for (framework, requirements) in &other.frameworks {
            for (requirement, fields) in requirements {
                for (field, cell) in fields {
                    self.place(framework, requirement, *field, cell.clone());
                }
            }
        }
        for (framework, requirement, field, cell) in other.earlier.iter() {
            self.place(framework, requirement, field, cell.clone());
        }
    }

    /// The values of a text that lost to another writer's, the latest first; at most four.
    #[must_use]
    pub fn earlier(&self, framework: &str, requirement: &str, field: Field) -> &[Cell] {
        self.earlier.of(framework, requirement, field)
    }

    /// Whether joining `other` would change nothing.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        let mut joined = self.clone();
        joined.join(other);
        joined == *self
    }

    /// What a field shows; absent when it was never written. A tombstone shows as [`Value::Gone`].
    #[must_use]
    pub fn value(&self, framework: &str, requirement: &str, field: Field) -> Option<&Value> {
        self.fields(framework, requirement)?.get(&field).map(|cell| &cell.value)
    }

    /// The keys under which something is kept of a framework, in order; `""` is the framework itself.
    pub fn requirements(&self, framework: &str) -> impl Iterator<Item = &str> {
        self.frameworks.get(framework).into_iter().flat_map(|requirements| requirements.keys().map(String::as_str))
    }

    /// Every field that was ever written, in the order of the document.
    pub(crate) fn places(&self) -> impl Iterator<Item = (&str, &str, Field)> {
        self.frameworks.iter().flat_map(|(framework, requirements)| {
            requirements.iter().flat_map(move |(requirement, fields)| {
                fields.keys().map(move |field| (framework.as_str(), requirement.as_str(), *field))
            })
        })
    }

    /// What is known of a requirement, tombstones included.
    #[must_use]
    pub fn fields(&self, framework: &str, requirement: &str) -> Option<&Fields> {
        self.frameworks.get(framework)?.get(requirement)
    }

    /// A text, empty when there is none.
    #[must_use]
    pub fn text(&self, framework: &str, requirement: &str, field: Field) -> &str {
        match self.value(framework, requirement, field) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }

    /// A number, if there is one.
    #[must_use]
    pub fn number(&self, framework: &str, requirement: &str, field: Field) -> Option<u32> {
        match self.value(framework, requirement, field) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// The name somebody gave the assessment.
    #[must_use]
    pub fn name(&self) -> &str {
        self.text("", "", Field::Name)
    }

    /// The frameworks it covers, in the order they were added.
    #[must_use]
    pub fn included(&self) -> Vec<&str> {
        let place = |id: &str| self.number(id, "", Field::Included);
        let mut frameworks: Vec<(u32, &str)> =
            self.frameworks.keys().filter_map(|id| Some((place(id)?, id.as_str()))).collect();
        frameworks.sort_unstable();
        frameworks.into_iter().map(|(_, id)| id).collect()
    }

    /// Whether anybody has answered anything yet.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        !self.frameworks.iter().filter(|(framework, _)| !framework.is_empty()).any(|(_, requirements)| {
            requirements.iter().any(|(requirement, fields)| {
                !requirement.is_empty() && fields.values().any(|cell| cell.value != Value::Gone)
            })
        })
    }
}
