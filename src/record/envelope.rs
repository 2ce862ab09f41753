//! The envelope: what a text is, who wrote it, and a checksum over every byte.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::Catalogs;
use crate::Error;

/// The schema this version writes. It reads this one and every earlier one.
pub const SCHEMA: u32 = 1;

/// What stands around a content. Its shape is the same in every schema.
#[derive(Serialize, Deserialize)]
pub(super) struct Envelope<'a> {
    pub format: String,
    pub schema: u32,
    /// The version of the application that wrote it.
    pub app: String,
    #[serde(default, skip_serializing_if = "Catalogs::is_empty")]
    pub catalogs: Catalogs,
    #[serde(borrow)]
    pub content: &'a RawValue,
}

/// What stands after the eight hexadecimal digits of the checksum, and before them.
const TAIL: (&str, &str) = (",\"crc32\":\"", "\"}");

/// Puts a content, which is JSON, into an envelope.
///
/// # Panics
/// When the content cannot be written as JSON, which no record can bring about: all their maps have texts for keys.
pub(super) fn seal(format: &str, catalogs: &Catalogs, content: &impl Serialize) -> String {
    let whole = "a record has no part that JSON cannot hold";
    let content = serde_json::value::to_raw_value(content).expect(whole);
    let (format, app) = (format.to_owned(), env!("CARGO_PKG_VERSION").to_owned());
    let envelope = Envelope { format, schema: SCHEMA, app, catalogs: catalogs.clone(), content: &content };
    let mut text = serde_json::to_string(&envelope).expect(whole);
    text.pop();
    let digits = checksum(&text);
    text + TAIL.0 + &digits + TAIL.1
}

/// Opens an envelope of a format.
///
/// # Errors
/// Foreign when it is not of this format, newer when a later version wrote it, damaged when bytes are missing or changed.
pub(super) fn open<'a>(format: &str, text: &'a str) -> Result<Envelope<'a>, Error> {
    let text = text.trim();
    if !is_whole(text) {
        let ours = text.contains(format);
        return Err(if ours { Error::damaged("bytes of it are missing or changed") } else { foreign() });
    }
    let envelope: Envelope<'_> = serde_json::from_str(text).map_err(|_| foreign())?;
    if envelope.format != format {
        return Err(foreign());
    }
    match envelope.schema {
        0 => Err(Error::damaged("it has a schema that never was")),
        1..=SCHEMA => Ok(envelope),
        _ => Err(Error::newer(format!("a newer version of Plumbline wrote it: {}", envelope.app))),
    }
}

fn is_whole(text: &str) -> bool {
    let Some(inner) = text.strip_suffix(TAIL.1) else { return false };
    let Some((before, digits)) = inner.len().checked_sub(8).and_then(|at| inner.split_at_checked(at)) else { return false };
    before.strip_suffix(TAIL.0).is_some_and(|body| checksum(body) == digits)
}

/// The CRC-32 of a text, as eight hexadecimal digits.
pub(super) fn checksum(text: &str) -> String {
    format!("{:08x}", super::checksum::crc32(text.as_bytes()))
}

fn foreign() -> Error {
    Error::foreign("this is not what Plumbline saves here")
}
