//! OSCAL in JSON (NIST): catalogs, profiles, results, plans, implementations and mappings.

mod catalog;
mod implementation;
mod mapping;
mod poam;
mod profile;
mod results;

pub(super) use self::catalog::read as catalog;
pub(super) use self::implementation::read as implementation;
pub(super) use self::mapping::read as mapping;
pub(super) use self::poam::read as poam;
pub(super) use self::profile::read as profile;
pub(super) use self::results::read as assessment_results;

use super::joined;
use crate::exchange::tree::Node;
use crate::exchange::write::NAMESPACE;

/// The value of a property; of several the first without a class, for a class marks a special writing of it.
fn prop<'n>(node: &'n Node<'_>, name: &str) -> Option<&'n str> {
    let named = |prop: &&Node<'_>| prop.at("name").text().is_some_and(|found| found.eq_ignore_ascii_case(name));
    let props = node.at("props").items();
    let plain = props.iter().filter(named).find(|prop| !prop.has("class"));
    plain.or_else(|| props.iter().find(named)).and_then(|prop| prop.at("value").text())
}

/// The control that an objective or a statement belongs to: `ac-6.1` for `ac-6.1_obj.a`.
fn control_of(target: &str) -> &str {
    let cut = ["_obj", "_smt", "_asm", "_gdn"].iter().filter_map(|mark| target.find(mark)).min();
    cut.map_or(target, |end| &target[..end])
}

/// Title, description and remarks of anything, one under the other and each once.
fn prose(node: &Node<'_>) -> String {
    let mut parts: Vec<&str> =
        ["title", "description", "statement", "remarks"].iter().filter_map(|key| node.at(key).text()).collect();
    parts.dedup();
    joined(parts)
}

/// Entries by their `uuid`, so that references are followed without a search for each.
fn by_uuid<'n, 'a>(list: &'n Node<'a>) -> std::collections::BTreeMap<&'n str, &'n Node<'a>> {
    list.items().iter().filter_map(|item| Some((item.at("uuid").text()?, item))).collect()
}

/// The id as its owner writes it, where one of our own files had to write a token in its place.
fn own_id<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    prop(node, "requirement-id")
}

/// Whether our own writer made an entry: then its remarks are the note, and nothing else is.
fn is_ours(node: &Node<'_>) -> bool {
    node.at("props").items().iter().any(|prop| prop.at("ns").text() == Some(NAMESPACE))
}
