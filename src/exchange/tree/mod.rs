//! One shape for JSON, YAML and TOML, so that a reader does not care which of them a file is.
//!
//! A scalar is its text: nothing becomes a number on the way. `Bare` and `Quoted` are told apart only for the sake of
//! booleans and of null.

mod json;
mod toml;
mod yaml;

use std::borrow::Cow;

pub(crate) use self::json::parse as parse_json;
pub(crate) use self::toml::parse as parse_toml;
pub(crate) use self::yaml::parse as parse_yaml;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node<'a> {
    Null,
    Bare(Cow<'a, str>),
    Quoted(Cow<'a, str>),
    List(Vec<Node<'a>>),
    Map(Vec<(Cow<'a, str>, Node<'a>)>),
}

static NOTHING: Node<'static> = Node::Null;

impl<'a> Node<'a> {
    /// The value of a key; `Null` when there is none, or when this is no map.
    pub(crate) fn at(&self, key: &str) -> &Node<'a> {
        let Node::Map(entries) = self else { return &NOTHING };
        entries.iter().find(|(name, _)| name == key).map_or(&NOTHING, |(_, value)| value)
    }

    /// Walks several keys down.
    pub(crate) fn path(&self, keys: &[&str]) -> &Node<'a> {
        keys.iter().fold(self, |node, key| node.at(key))
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        !matches!(self.at(key), Node::Null)
    }

    /// The text of a scalar, trimmed; none for an empty one, and for null, lists and maps.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Node::Bare(text) | Node::Quoted(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// The text under a key, trimmed; empty when there is none.
    pub(crate) fn string(&self, key: &str) -> String {
        self.at(key).text().unwrap_or_default().to_owned()
    }

    /// The text under a key, trimmed, when there is one.
    pub(crate) fn optional(&self, key: &str) -> Option<String> {
        self.at(key).text().map(str::to_owned)
    }

    pub(crate) fn integer(&self) -> Option<i64> {
        self.text().and_then(|text| text.parse().ok())
    }

    /// What YAML 1.1 and people write for true and false.
    pub(crate) fn boolean(&self) -> Option<bool> {
        let text = self.text()?;
        let is = |words: [&str; 4]| words.iter().any(|word| word.eq_ignore_ascii_case(text));
        if is(["true", "yes", "on", "1"]) {
            Some(true)
        } else if is(["false", "no", "off", "0"]) {
            Some(false)
        } else {
            None
        }
    }

    /// The entries of a list; a value that is no list is a list of one, and null a list of none.
    pub(crate) fn items(&self) -> &[Node<'a>] {
        match self {
            Node::List(items) => items,
            Node::Null => &[],
            other => std::slice::from_ref(other),
        }
    }

    /// The entries of a map, none for anything else.
    pub(crate) fn entries(&self) -> &[(Cow<'a, str>, Node<'a>)] {
        match self {
            Node::Map(entries) => entries,
            _ => &[],
        }
    }

    pub(crate) fn is_map(&self) -> bool {
        matches!(self, Node::Map(_))
    }

    /// The texts of a list, or of a single text.
    pub(crate) fn words_whole(&self) -> Vec<&str> {
        self.items().iter().filter_map(Node::text).collect()
    }

    /// The texts of a list, or of one text with commas between.
    pub(crate) fn words(&self) -> Vec<String> {
        match self {
            Node::List(items) => items.iter().filter_map(Node::text).map(str::to_owned).collect(),
            other => {
                let parts = other.text().unwrap_or_default().split(',').map(str::trim);
                parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
            }
        }
    }
}

/// Keeps the last of each key, as most readers do, and tells of the others.
fn without_duplicates<'a>(
    entries: Vec<(Cow<'a, str>, Node<'a>)>,
    log: &mut super::log::Log,
) -> Vec<(Cow<'a, str>, Node<'a>)> {
    let mut seen = std::collections::BTreeSet::new();
    if entries.iter().all(|(key, _)| seen.insert(key.as_ref())) {
        return entries;
    }
    let mut seen = std::collections::BTreeSet::new();
    let mut kept: Vec<_> = entries
        .into_iter()
        .rev()
        .filter(|(key, _)| {
            let first = seen.insert(key.clone());
            if !first {
                log.skip(
                    format!("an earlier value of the key `{key}`"),
                    "the key stands twice in one object; the last counts",
                );
            }
            first
        })
        .collect();
    kept.reverse();
    kept
}
