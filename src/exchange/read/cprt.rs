//! Catalogs of NIST's Cybersecurity and Privacy Reference Tool: elements, and relations between them.

use std::collections::{BTreeMap, BTreeSet};

use super::joined;
use crate::exchange::log::Log;
use crate::exchange::tree::Node;
use crate::exchange::{Imported, ImportedFramework, ImportedMapping, ImportedRequirement, MappingRow, Relation};

/// Element types that take an answer, where a document has them; in other documents the leaves do.
const ANSWERED: [&str; 8] =
    ["subcategory", "control", "control_enhancement", "requirement", "security_requirement", "practice", "task", "outcome"];

/// Element types that say something about the element above them, and where that goes.
const TOLD: [(&str, Place); 12] = [
    ("implementation_example", Place::Guidance),
    ("example", Place::Guidance),
    ("discussion", Place::Guidance),
    ("reference", Place::Guidance),
    ("withdraw_reason", Place::Withdrawn),
    ("determination", Place::Question),
    ("determine_if", Place::Question),
    ("examine", Place::Evidence),
    ("interview", Place::Evidence),
    ("test", Place::Evidence),
    ("odp", Place::Guidance),
    ("notional_example", Place::Guidance),
];

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Guidance,
    Question,
    Evidence,
    Withdrawn,
}

/// Reads `response.elements`: a framework for each document with elements, a mapping for each pair of related documents.
pub(super) fn read(root: &Node<'_>, log: &mut Log) -> Imported {
    let response = root.path(&["response", "elements"]);
    let elements = if response.is_map() { response } else { root.at("elements") };
    let documents = elements.at("documents").items();
    let all = elements.at("elements").items();
    let relations = elements.at("relationships").items();
    let parents = parents(relations, log);
    let mut by_document: BTreeMap<&str, Vec<&Node<'_>>> = BTreeMap::new();
    for element in all {
        if element.has("element_identifier") {
            by_document.entry(element.at("doc_identifier").text().unwrap_or_default()).or_default().push(element);
        } else {
            log.skip("an element", "it has no identifier");
        }
    }
    let documents: BTreeMap<&str, &Node<'_>> =
        documents.iter().filter_map(|document| Some((document.at("doc_identifier").text()?, document))).collect();
    let frameworks = by_document
        .iter()
        .map(|(id, elements)| framework(id, documents.get(id).copied(), elements, &parents, log))
        .collect();
    Imported { frameworks, mappings: mappings(relations), ..Imported::default() }
}

type Parents<'n> = BTreeMap<(&'n str, &'n str), &'n str>;

/// (document, element) → the element above it.
fn parents<'n>(relations: &'n [Node<'_>], log: &mut Log) -> Parents<'n> {
    let mut parents = BTreeMap::new();
    for relation in relations {
        let (above, below) = match relation.at("relationship_identifier").text() {
            Some("projection" | "contains") => ("source", "dest"),
            Some("belongs_to" | "part_of") => ("dest", "source"),
            _ => continue,
        };
        let element = |side: &str| relation.at(&format!("{side}_element_identifier")).text();
        let document = |side: &str| relation.at(&format!("{side}_doc_identifier")).text();
        let (Some(parent), Some(child)) = (element(above), element(below)) else { continue };
        let document = document(below).or_else(|| document(above)).unwrap_or_default();
        if parents.insert((document, child), parent).is_some_and(|former| former != parent) {
            log.note(format!("{child} stands below more than one element; the last is its parent here."));
        }
    }
    parents
}

fn framework(
    id: &str,
    document: Option<&Node<'_>>,
    elements: &[&Node<'_>],
    parents: &Parents<'_>,
    log: &mut Log,
) -> ImportedFramework {
    let kind = |element: &Node<'_>| element.string("element_type");
    let place = |element: &Node<'_>| TOLD.iter().find(|(told, _)| *told == kind(element)).map(|(_, place)| *place);
    let has_answered = elements.iter().any(|element| ANSWERED.contains(&kind(element).as_str()));
    let above = |element: &Node<'_>| {
        let child = element.at("element_identifier").text().unwrap_or_default();
        parents.get(&(id, child)).or_else(|| parents.get(&("", child))).map(|parent| (*parent).to_owned())
    };
    let nodes: Vec<&&Node<'_>> =
        elements.iter().filter(|element| place(element).is_none() && kind(element) != "party").collect();
    let with_children: BTreeSet<String> = nodes.iter().filter_map(|element| above(element)).collect();
    let mut requirements = Vec::new();
    let mut places = BTreeMap::new();
    for element in &nodes {
        let id = element.string("element_identifier");
        let (title, text) = (element.string("title"), element.string("text"));
        let withdrawn =
            [&title, &text].iter().any(|text| text.to_lowercase().trim_start_matches('[').starts_with("withdrawn"));
        let answered = if has_answered { ANSWERED.contains(&kind(element).as_str()) } else { !with_children.contains(&id) };
        places.entry(id.clone()).or_insert(requirements.len());
        requirements.push(ImportedRequirement {
            parent: above(element),
            title,
            statement: text,
            assessable: answered && !withdrawn,
            withdrawn,
            id,
            ..ImportedRequirement::default()
        });
    }
    for element in elements {
        let text = joined([element.at("title").text().unwrap_or_default(), element.at("text").text().unwrap_or_default()]);
        let owner = above(element).and_then(|parent| places.get(&parent)).copied();
        match (place(element), owner) {
            (Some(place), Some(owner)) => tell(&mut requirements[owner], place, &text),
            (Some(_), None) => {
                log.skip(format!("an element of the type `{}`", kind(element)), "nothing in the file is above it")
            }
            (None, _) if kind(element) == "party" => log.skip("an element of the type `party`", "it is no requirement"),
            (None, _) => {}
        }
    }
    let of_document = |key: &str| document.and_then(|document| document.optional(key));
    ImportedFramework {
        id: id.to_owned(),
        title: of_document("name").or_else(|| of_document("title")).unwrap_or_else(|| id.to_owned()),
        version: of_document("version"),
        publisher: Some("NIST".to_owned()),
        requirements,
        ..ImportedFramework::default()
    }
}

fn tell(requirement: &mut ImportedRequirement, place: Place, text: &str) {
    if place == Place::Withdrawn {
        (requirement.withdrawn, requirement.assessable) = (true, false);
    }
    let into = match place {
        Place::Guidance | Place::Withdrawn => &mut requirement.guidance,
        Place::Question => &mut requirement.question,
        Place::Evidence => &mut requirement.evidence,
    };
    *into = joined([into.as_str(), text]);
}

/// Relations other than the tree itself, by the pair of documents they join.
fn mappings(relations: &[Node<'_>]) -> Vec<ImportedMapping> {
    let mut by_pair: BTreeMap<(&str, &str), Vec<MappingRow>> = BTreeMap::new();
    for relation in relations {
        let kind = relation.at("relationship_identifier").text().unwrap_or_default();
        if ["projection", "contains", "belongs_to", "part_of"].contains(&kind) {
            continue;
        }
        let text = |key: &str| relation.at(key).text().unwrap_or_default();
        let (source, target) = (text("source_element_identifier"), text("dest_element_identifier"));
        let row = MappingRow {
            source: source.to_owned(),
            target: target.to_owned(),
            relation: Relation::of(kind).unwrap_or_default(),
            strength: None,
            rationale: kind.replace('_', " "),
        };
        by_pair.entry((text("source_doc_identifier"), text("dest_doc_identifier"))).or_default().push(row);
    }
    let mapping = |((source, target), rows): ((&str, &str), _)| ImportedMapping {
        title: format!("{source} to {target}"),
        source: source.to_owned(),
        target: target.to_owned(),
        rows,
    };
    by_pair.into_iter().map(mapping).collect()
}
