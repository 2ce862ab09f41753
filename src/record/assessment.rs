//! One assessment, or the fact that it was deleted.

use serde::{Deserialize, Serialize};

use super::envelope::{self, Envelope, SCHEMA};
use super::listed::Listed;
use super::worth::Worth;
use super::{Catalogs, migrate};
use crate::Error;
use crate::assessment::{Cell, Document, Field, Stamp, Value};

pub(super) const FORMAT: &str = "plumbline-assessment";

/// The greatest counter a record may hold: the whole numbers that every reader of JSON keeps apart.
const LAST_COUNTER: u64 = 1 << 53;

/// What a saved text says of an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    Kept(Document),
    /// Somebody deleted it, for good: a restored copy gets an id of its own.
    Deleted {
        id: String,
    },
}

impl Saved {
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Kept(document) => &document.id,
            Self::Deleted { id } => id,
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    id: String,
    #[serde(default, skip_serializing_if = "is_false")]
    deleted: bool,
    #[serde(default, skip_serializing_if = "Listed::is_empty")]
    cells: Places<CellRecord>,
    /// Values that lost to another writer's, the latest first.
    #[serde(default, skip_serializing_if = "Listed::is_empty")]
    earlier: Places<Vec<CellRecord>>,
}

/// Framework, requirement, field.
type Places<T> = Listed<Listed<Listed<T>>>;

/// Value, counter, writer. A value is a number, a text, or null for something cleared.
#[derive(Default, Serialize, Deserialize)]
struct CellRecord(Worth, u64, String);

/// The saved text of a document.
#[must_use]
pub fn encode(document: &Document) -> String {
    encode_against(document, &Catalogs::new())
}

/// The saved text of a document, with the states of the catalogs it was written against.
#[must_use]
pub fn encode_against(document: &Document, catalogs: &Catalogs) -> String {
    let mut catalogs = catalogs.clone();
    catalogs.retain(|framework, _| document.frameworks.contains_key(framework));
    envelope::seal(FORMAT, &catalogs, &Record::from(document))
}

/// The saved text that says an assessment was deleted.
#[must_use]
pub fn encode_deleted(id: &str) -> String {
    let record = Record { id: id.to_owned(), deleted: true, cells: Listed::default(), earlier: Listed::default() };
    envelope::seal(FORMAT, &Catalogs::new(), &record)
}

/// Reads the saved text of a document.
///
/// # Errors
/// Foreign when it is not ours or says that the assessment was deleted, newer when a later version wrote it, damaged when
/// bytes are missing or changed.
pub fn decode(text: &str) -> Result<Document, Error> {
    match decode_saved(text)? {
        Saved::Kept(document) => Ok(document),
        Saved::Deleted { .. } => Err(Error::foreign("this says that an assessment was deleted; it holds none")),
    }
}

/// Reads a saved text.
///
/// # Errors
/// Foreign when it is not ours, newer when a later version wrote it, damaged when bytes are missing or changed.
pub fn decode_saved(text: &str) -> Result<Saved, Error> {
    let Envelope { schema, content, .. } = envelope::open(FORMAT, text)?;
    // Its bytes are whole, so whoever wrote it knew a shape that this version does not.
    let lacking = |_| Error::newer("a saved assessment has a shape this version does not know");
    // While there is one schema there is nothing to migrate from, and nothing of it in the application.
    let record: Record = match SCHEMA == 1 || migrate::is_current(schema) {
        true => serde_json::from_str(content.get()).map_err(lacking)?,
        false => {
            let old = serde_json::from_str(content.get()).map_err(lacking)?;
            serde_json::from_value(migrate::to_current(schema, old)?).map_err(lacking)?
        }
    };
    record.read()
}

impl From<&Document> for Record {
    fn from(document: &Document) -> Self {
        let mut record =
            Self { id: document.id.clone(), deleted: false, cells: Listed::default(), earlier: Listed::default() };
        for (framework, requirements) in &document.frameworks {
            for (requirement, fields) in requirements {
                let into = record.cells.entry(framework).entry(requirement);
                for (field, cell) in fields {
                    *into.entry(name_of(*field)) = CellRecord::from(cell);
                }
            }
        }
        for (framework, requirement, field, cell) in document.earlier.iter() {
            record.earlier.entry(framework).entry(requirement).entry(name_of(field)).push(CellRecord::from(cell));
        }
        record
    }
}

impl Record {
    fn read(self) -> Result<Saved, Error> {
        if self.deleted {
            return Ok(Saved::Deleted { id: self.id });
        }
        let mut document = Document::new(self.id);
        for (framework, requirement, name, cell) in entries(self.cells) {
            document.place(&framework, &requirement, field_of(&name)?, cell.read()?);
        }
        for (framework, requirement, name, cells) in entries(self.earlier) {
            for cell in cells {
                document.place(&framework, &requirement, field_of(&name)?, cell.read()?);
            }
        }
        Ok(Saved::Kept(document))
    }
}

fn entries<T>(places: Places<T>) -> impl Iterator<Item = (String, String, String, T)> {
    places.0.into_iter().flat_map(|(framework, requirements)| {
        requirements.0.into_iter().flat_map(move |(requirement, fields)| {
            let framework = framework.clone();
            fields.0.into_iter().map(move |(name, value)| (framework.clone(), requirement.clone(), name, value))
        })
    })
}

impl From<&Cell> for CellRecord {
    fn from(cell: &Cell) -> Self {
        let value = match &cell.value {
            Value::Gone => Worth::Gone,
            Value::Number(number) => Worth::Number((*number).into()),
            Value::Text(text) => Worth::Text(text.clone()),
        };
        Self(value, cell.stamp.counter, cell.stamp.writer.clone())
    }
}

impl CellRecord {
    fn read(self) -> Result<Cell, Error> {
        let Self(value, counter, writer) = self;
        let out_of_range = || Error::damaged("a saved assessment has a number out of range");
        if counter > LAST_COUNTER {
            return Err(out_of_range());
        }
        let value = match value {
            Worth::Gone => Value::Gone,
            Worth::Text(text) => Value::Text(text),
            Worth::Number(number) => Value::Number(u32::try_from(number).map_err(|_| out_of_range())?),
            Worth::Wrong => return Err(Error::damaged("a saved assessment has a value of the wrong kind")),
        };
        Ok(Cell { value, stamp: Stamp { counter, writer } })
    }
}

fn name_of(field: Field) -> &'static str {
    Field::ALL.iter().find(|(known, _)| *known == field).map_or("", |(_, name)| name)
}

fn field_of(name: &str) -> Result<Field, Error> {
    let known = Field::ALL.iter().find(|(_, known)| *known == name).map(|(field, _)| *field);
    known.ok_or_else(|| Error::newer("an assessment has a field this version does not know"))
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(value: &bool) -> bool {
    !value
}
