//! OSCAL in JSON. Ids that are no OSCAL tokens are written as the nearest token, with the id itself in a property.

mod catalog;
mod mapping;
mod plan;

use serde_json::{Value, json};

pub(super) use self::catalog::{catalog, profile};
pub(super) use self::mapping::{collection as mapping_collection, report as mapping};
pub(super) use self::plan::{components, poam, results as assessment_results};

/// The namespace of our own properties. A reader that finds it knows that nothing was added to notes and evidence.
pub(crate) const NAMESPACE: &str = "urn:plumbline:exchange";

const VERSION: &str = "1.1.3";
/// The first version with mapping collections.
const VERSION_OF_MAPPINGS: &str = "1.2.0";

/// A token of an id (NIST OSCAL, data type `token`): a letter or `_`, then letters, figures, `.`, `-` and `_`.
fn token(id: &str) -> String {
    let mut token: String = id
        .trim()
        .chars()
        .map(|letter| if letter.is_alphanumeric() || ['.', '-', '_'].contains(&letter) { letter } else { '-' })
        .collect();
    if !token.starts_with(|letter: char| letter.is_alphabetic() || letter == '_') {
        token.insert(0, '_');
    }
    token
}

/// A UUID made from what it names: the same name gives the same UUID.
///
/// It is marked as version 5, which OSCAL asks for; the bits come from two runs of FNV-1a, for nothing here is secret.
fn uuid(name: &str) -> String {
    let hash = |seed: u64| name.bytes().fold(seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let (high, low) = (hash(0xcbf2_9ce4_8422_2325), hash(0x9747_b28c_8422_2325));
    let (high, low) = (high & !0xF000 | 0x5000, low & !(0b11 << 62) | (0b10 << 62));
    let text = format!("{high:016x}{low:016x}");
    format!("{}-{}-{}-{}-{}", &text[..8], &text[8..12], &text[12..16], &text[16..20], &text[20..])
}

/// A date with a time and a zone, as OSCAL wants it; midnight where only the day is given.
fn moment(date: &str) -> String {
    if date.contains('T') { date.to_owned() } else { format!("{date}T00:00:00Z") }
}

/// Whether a text is a plain date.
fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
}

fn metadata(title: &str, date: &str, version: &str) -> Value {
    let title = if title.trim().is_empty() { "Untitled" } else { title.trim() };
    json!({ "title": title, "last-modified": moment(date), "version": date, "oscal-version": version })
}

/// Properties with values; OSCAL allows neither empty values nor line breaks in them.
fn props(pairs: &[(&str, String)]) -> Vec<Value> {
    let said = pairs.iter().filter(|(_, value)| !value.trim().is_empty() && !value.contains(['\n', '\r']));
    said.map(|(name, value)| json!({ "name": name, "ns": NAMESPACE, "value": value.trim() })).collect()
}

/// Puts a list into an object unless it is empty, which OSCAL does not allow.
fn put(object: &mut Value, key: &str, list: Vec<Value>) {
    if let (Some(object), false) = (object.as_object_mut(), list.is_empty()) {
        object.insert(key.to_owned(), Value::Array(list));
    }
}

/// Puts a text into an object unless it is empty.
fn put_text(object: &mut Value, key: &str, text: &str) {
    if let (Some(object), false) = (object.as_object_mut(), text.trim().is_empty()) {
        object.insert(key.to_owned(), json!(text));
    }
}

/// A text, or a word in its place where OSCAL demands one.
fn or<'t>(text: &'t str, otherwise: &'t str) -> &'t str {
    if text.trim().is_empty() { otherwise } else { text }
}
