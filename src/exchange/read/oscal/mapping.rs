//! Mapping collections (OSCAL 1.2): every source of a map paired with every target.

use std::collections::BTreeMap;

use super::{by_uuid, own_id, prop};
use crate::exchange::limits::Purse;
use crate::exchange::log::Log;
use crate::exchange::tree::Node;
use crate::exchange::{Error, Imported, ImportedMapping, MappingRow, Relation};

/// Reads `mapping-collection`.
pub(crate) fn read(collection: &Node<'_>, purse: &mut Purse, log: &mut Log) -> Result<Imported, Error> {
    let title = collection.at("metadata").string("title");
    let resources = by_uuid(collection.path(&["back-matter", "resources"]));
    let mut mappings = Vec::new();
    for mapping in collection.at("mappings").items() {
        let mut read = ImportedMapping {
            title: title.clone(),
            source: resource(mapping, "source-resource", "source", &resources),
            target: resource(mapping, "target-resource", "target", &resources),
            rows: Vec::new(),
        };
        for map in mapping.at("maps").items() {
            rows(map, &mut read.rows, purse, log)?;
        }
        mappings.push(read);
    }
    Ok(Imported { mappings, ..Imported::default() })
}

/// The name of one side: what the back matter calls it, else its address.
fn resource(mapping: &Node<'_>, key: &str, older: &str, resources: &BTreeMap<&str, &Node<'_>>) -> String {
    let side = if mapping.has(key) { mapping.at(key) } else { mapping.at(older) };
    let href = side.at("href").text().unwrap_or_default();
    let found = href.strip_prefix('#').and_then(|uuid| resources.get(uuid));
    let own = prop(side, "title").or_else(|| side.at("title").text());
    own.or_else(|| found.and_then(|resource| resource.at("title").text())).unwrap_or(href).to_owned()
}

/// Every pair is paid for: two long lists in one map make very many.
fn rows(map: &Node<'_>, into: &mut Vec<MappingRow>, purse: &mut Purse, log: &mut Log) -> Result<(), Error> {
    let relationship = map.at("relationship");
    let word = prop(map, "relation").or_else(|| relationship.text());
    let word = word.or_else(|| relationship.at("type").text());
    let relation = word.and_then(Relation::of).unwrap_or_else(|| {
        log.note(format!("The relationship `{}` is unknown; its pairs are kept as related.", word.unwrap_or_default()));
        Relation::Unstated
    });
    for (key, what) in
        [("coverage", "a coverage figure"), ("confidence-score", "a confidence score"), ("qualifiers", "a qualifier")]
    {
        if map.has(key) {
            log.skip(what, "there is no place for it beside relation, strength and rationale");
        }
    }
    let ids = |key: &str| {
        map.at(key).items().iter().filter_map(|item| own_id(item).or_else(|| item.at("id-ref").text())).collect::<Vec<_>>()
    };
    let (sources, targets) = (ids("sources"), ids("targets"));
    if sources.is_empty() || targets.is_empty() {
        log.skip("a map", "it lacks sources or targets");
    }
    let strength = prop(map, "strength").and_then(|strength| strength.parse().ok()).filter(|strength| *strength <= 10);
    let rationale = prop(map, "rationale").or_else(|| map.at("remarks").text()).unwrap_or_default();
    for (source, target) in sources.iter().flat_map(|source| targets.iter().map(move |target| (*source, *target))) {
        purse.pay(source.len() + target.len() + rationale.len())?;
        let (source, target, rationale) = (source.to_owned(), target.to_owned(), rationale.to_owned());
        into.push(MappingRow { source, target, relation, strength, rationale });
    }
    Ok(())
}
