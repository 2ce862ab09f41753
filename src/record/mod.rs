//! What is saved, as it stands in storage and in files: versioned shapes, apart from the types the program works with.
//!
//! ```json
//! {"format":"plumbline-assessment","schema":1,"app":"0.1.0","crc32":"1c291ca3",
//!  "document":{"id":"…","cells":{"soc-2-2017":{"CC1.1":{"level":[3,12,"k2f9"],"note":["…",13,"k2f9"]}}}}}
//! ```
//!
//! A cell is `[value, counter, writer]`; a value is a number, a text, or null for something cleared. The checksum is the
//! CRC-32 of the bytes of `document`, whose keys are sorted, so equal documents have equal bytes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::Error;
use crate::assessment::{Cell, Document, Field, Stamp, Value};

const FORMAT: &str = "plumbline-assessment";

/// The schema this version writes. It reads this one and every earlier one.
pub const SCHEMA: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Envelope<'a> {
    format: String,
    schema: u32,
    app: String,
    crc32: String,
    #[serde(borrow)]
    document: &'a RawValue,
}

#[derive(Serialize, Deserialize)]
struct DocumentRecord {
    id: String,
    cells: BTreeMap<String, BTreeMap<String, BTreeMap<String, CellRecord>>>,
}

#[derive(Serialize, Deserialize)]
struct CellRecord(serde_json::Value, u64, String);

/// The saved text of a document.
///
/// # Panics
/// Never: a document has no part that JSON cannot hold.
#[must_use]
pub fn encode(document: &Document) -> String {
    let whole = "a document has no part that JSON cannot hold";
    let inner = serde_json::to_string(&DocumentRecord::from(document)).expect(whole);
    let crc32 = checksum(&inner);
    let document = RawValue::from_string(inner).expect(whole);
    let envelope = Envelope {
        format: FORMAT.to_owned(),
        schema: SCHEMA,
        app: env!("CARGO_PKG_VERSION").to_owned(),
        crc32,
        document: &document,
    };
    serde_json::to_string(&envelope).expect(whole)
}

/// Reads a saved text.
///
/// # Errors
/// Foreign when it is not ours, newer when a later version wrote it, damaged when bytes are missing or changed.
pub fn decode(text: &str) -> Result<Document, Error> {
    let envelope: Envelope<'_> = serde_json::from_str(text).map_err(|_| {
        if text.contains(FORMAT) {
            Error::damaged("a saved assessment is damaged")
        } else {
            Error::foreign("this is not a Plumbline assessment")
        }
    })?;
    if envelope.format != FORMAT {
        return Err(Error::foreign("this is not a Plumbline assessment"));
    }
    if envelope.schema > SCHEMA {
        return Err(Error::newer(format!("a newer version of Plumbline ({}) saved this assessment", envelope.app)));
    }
    if checksum(envelope.document.get()) != envelope.crc32 {
        return Err(Error::damaged("a saved assessment does not match its checksum"));
    }
    let record: DocumentRecord =
        serde_json::from_str(envelope.document.get()).map_err(|_| Error::damaged("a saved assessment lacks a part"))?;
    record.into_document()
}

fn checksum(text: &str) -> String {
    format!("{:08x}", crc32fast::hash(text.as_bytes()))
}

fn field_name(field: Field) -> &'static str {
    Field::ALL.iter().find(|(known, _)| *known == field).map_or("", |(_, name)| name)
}

impl From<&Document> for DocumentRecord {
    fn from(document: &Document) -> Self {
        let cell = |cell: &Cell| {
            let value = match &cell.value {
                Value::Gone => serde_json::Value::Null,
                Value::Number(number) => (*number).into(),
                Value::Text(text) => text.clone().into(),
            };
            CellRecord(value, cell.stamp.counter, cell.stamp.writer.clone())
        };
        let mut cells: BTreeMap<String, BTreeMap<String, BTreeMap<String, CellRecord>>> = BTreeMap::new();
        for (framework, requirements) in &document.frameworks {
            let into = cells.entry(framework.clone()).or_default();
            for (requirement, fields) in requirements {
                let fields = fields.iter().map(|(field, known)| (field_name(*field).to_owned(), cell(known)));
                into.insert(requirement.clone(), fields.collect());
            }
        }
        Self { id: document.id.clone(), cells }
    }
}

impl DocumentRecord {
    fn into_document(self) -> Result<Document, Error> {
        let mut document = Document::new(self.id);
        for (framework, requirements) in self.cells {
            for (requirement, fields) in requirements {
                for (name, CellRecord(value, counter, writer)) in fields {
                    let field = Field::ALL.iter().find(|(_, known)| *known == name).map(|(field, _)| *field);
                    let field = field.ok_or_else(|| Error::newer("an assessment has a field this version does not know"))?;
                    let cell = Cell { value: value_of(value)?, stamp: Stamp { counter, writer } };
                    document.place(&framework, &requirement, field, cell);
                }
            }
        }
        Ok(document)
    }
}

fn value_of(value: serde_json::Value) -> Result<Value, Error> {
    match value {
        serde_json::Value::Null => Ok(Value::Gone),
        serde_json::Value::String(text) => Ok(Value::Text(text)),
        serde_json::Value::Number(number) => number
            .as_u64()
            .and_then(|number| u32::try_from(number).ok())
            .map(Value::Number)
            .ok_or_else(|| Error::damaged("a saved assessment has a number out of range")),
        _ => Err(Error::damaged("a saved assessment has a value of the wrong kind")),
    }
}
