//! Frozen copies.

use super::{Day, Document, Field, Value};

const KIND: &str = "snapshot";

/// What a snapshot says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The id of the copy.
    pub id: String,
    /// The id of the assessment it was taken of.
    pub origin: String,
    pub name: String,
    /// The day it was taken, as `YYYY-MM-DD`.
    pub taken: String,
}

/// A frozen copy of an assessment: a document of its own, kept and exported beside it, which no [`Action`](super::Action)
/// changes but for its title.
///
/// The copy has every cell with its stamp, so that a comparison can say who moved what. `id` has to be new.
#[must_use]
pub fn snapshot(document: &Document, id: &str, name: &str, day: Day, writer: &str) -> Document {
    let mut copy = document.clone();
    let origin = std::mem::replace(&mut copy.id, id.to_owned());
    for (field, text) in [(Field::Origin, origin), (Field::Title, name.to_owned()), (Field::Taken, day.to_string())] {
        copy.write("", "", field, Value::Text(text), writer);
    }
    copy.write("", "", Field::Kind, Value::Text(KIND.to_owned()), writer);
    copy
}

/// Whether a document is a frozen copy. The list of assessments leaves these out.
#[must_use]
pub fn is_snapshot(document: &Document) -> bool {
    document.text("", "", Field::Kind) == KIND
}

/// What a document says of itself if it is a frozen copy.
#[must_use]
pub fn snapshot_of(document: &Document) -> Option<Snapshot> {
    let said = |field: Field| document.text("", "", field).to_owned();
    is_snapshot(document).then(|| Snapshot {
        id: document.id.clone(),
        origin: said(Field::Origin),
        name: said(Field::Title),
        taken: said(Field::Taken),
    })
}
