//! A backup: every assessment in one file, each in an envelope of its own.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{Catalogs, Saved, assessment, envelope};
use crate::Error;
use crate::assessment::Document;

const FORMAT: &str = "plumbline-backup";

/// What a backup holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    pub documents: Vec<Document>,
    /// What could not be read of it, with the reason and the text.
    pub aside: Vec<(Error, String)>,
}

#[derive(Serialize, Deserialize)]
struct Contents {
    assessments: Vec<Box<RawValue>>,
}

/// The text of a backup, read back and compared before it is given out.
///
/// `verbatim` are saved texts that this version cannot read, of a newer one, to be carried along as they are.
///
/// # Errors
/// When what was written does not read back as what was given, or a verbatim text is not JSON.
pub fn backup(documents: &[Document], verbatim: &[String], catalogs: &Catalogs) -> Result<String, Error> {
    let encoded = documents.iter().map(|document| assessment::encode_against(document, catalogs));
    let assessments = encoded.chain(verbatim.iter().cloned()).map(|text| {
        RawValue::from_string(text).map_err(|_| Error::damaged("a saved assessment is too damaged for the backup"))
    });
    let text = envelope::seal(FORMAT, &Catalogs::new(), &Contents { assessments: assessments.collect::<Result<_, _>>()? });
    let read = restore(&text)?;
    let same = read.documents == documents && read.aside.iter().map(|(_, text)| text).eq(verbatim);
    if same { Ok(text) } else { Err(Error::damaged("the backup does not read back as what was saved")) }
}

/// Reads a backup, or the saved text of a single assessment.
///
/// # Errors
/// Foreign when it is neither, newer when a later version wrote it, damaged when bytes are missing or changed.
pub fn restore(text: &str) -> Result<Backup, Error> {
    if let Ok(document) = assessment::decode(text) {
        return Ok(Backup { documents: vec![document], aside: Vec::new() });
    }
    let envelope = envelope::open(FORMAT, text)?;
    let contents: Contents =
        serde_json::from_str(envelope.content.get()).map_err(|_| Error::damaged("the backup lacks a part"))?;
    let mut backup = Backup::default();
    for assessment in contents.assessments {
        match assessment::decode_saved(assessment.get()) {
            Ok(Saved::Kept(document)) => backup.documents.push(document),
            Ok(Saved::Deleted { .. }) => {}
            Err(error) => backup.aside.push((error, assessment.get().to_owned())),
        }
    }
    Ok(backup)
}
