//! One assessment, or the fact that it was deleted.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::envelope::{self, Envelope};
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
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    cells: Places<CellRecord>,
    /// Values that lost to another writer's, the latest first.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    earlier: Places<Vec<CellRecord>>,
}

/// Framework, requirement, field.
type Places<T> = BTreeMap<String, BTreeMap<String, BTreeMap<String, T>>>;

/// Value, counter, writer. A value is a number, a text, or null for something cleared.
#[derive(Serialize, Deserialize)]
struct CellRecord(Json, u64, String);

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
    let record = Record { id: id.to_owned(), deleted: true, cells: BTreeMap::new(), earlier: BTreeMap::new() };
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
    let record: Record = match migrate::is_current(schema) {
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
        let mut record = Self { id: document.id.clone(), deleted: false, cells: BTreeMap::new(), earlier: BTreeMap::new() };
        for (framework, requirements) in &document.frameworks {
            for (requirement, fields) in requirements {
                for (field, cell) in fields {
                    place(&mut record.cells, framework, requirement, *field, CellRecord::from(cell));
                }
            }
        }
        for (framework, requirement, field, cell) in document.earlier.iter() {
            let fields = record.earlier.entry(framework.to_owned()).or_default().entry(requirement.to_owned()).or_default();
            fields.entry(name_of(field).to_owned()).or_default().push(CellRecord::from(cell));
        }
        record
    }
}

fn place<T>(places: &mut Places<T>, framework: &str, requirement: &str, field: Field, value: T) {
    let requirements = places.entry(framework.to_owned()).or_default();
    requirements.entry(requirement.to_owned()).or_default().insert(name_of(field).to_owned(), value);
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
    places.into_iter().flat_map(|(framework, requirements)| {
        requirements.into_iter().flat_map(move |(requirement, fields)| {
            let framework = framework.clone();
            fields.into_iter().map(move |(name, value)| (framework.clone(), requirement.clone(), name, value))
        })
    })
}

impl From<&Cell> for CellRecord {
    fn from(cell: &Cell) -> Self {
        let value = match &cell.value {
            Value::Gone => Json::Null,
            Value::Number(number) => (*number).into(),
            Value::Text(text) => text.clone().into(),
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
            Json::Null => Value::Gone,
            Json::String(text) => Value::Text(text),
            Json::Number(number) => {
                let number = number.as_u64().and_then(|number| u32::try_from(number).ok());
                Value::Number(number.ok_or_else(out_of_range)?)
            }
            _ => return Err(Error::damaged("a saved assessment has a value of the wrong kind")),
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
