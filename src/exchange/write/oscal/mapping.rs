//! Relations as a mapping collection (OSCAL 1.2).

use serde_json::{Value, json};

use super::{VERSION_OF_MAPPINGS, metadata, or, props, put, put_text, token, uuid};
use crate::exchange::write::Report;
use crate::exchange::{ImportedMapping, MappingRow, Relation};

/// The crosswalk of a report, a mapping for each pair of frameworks.
pub(crate) fn report(report: &Report) -> Value {
    let mut mappings: Vec<ImportedMapping> = Vec::new();
    for pair in &report.crosswalk {
        let row = MappingRow {
            source: pair.source.clone(),
            target: pair.target.clone(),
            relation: pair.relation,
            strength: pair.strength,
            rationale: pair.rationale.clone(),
        };
        let (source, target) = (&pair.source_framework, &pair.target_framework);
        match mappings.iter_mut().find(|mapping| mapping.source == *source && mapping.target == *target) {
            Some(mapping) => mapping.rows.push(row),
            None => mappings.push(ImportedMapping {
                title: String::new(),
                source: source.clone(),
                target: target.clone(),
                rows: vec![row],
            }),
        }
    }
    collection(&report.assessment, &report.date, &mappings)
}

/// Mappings as one collection.
pub(crate) fn collection<'m>(title: &str, date: &str, mappings: impl IntoIterator<Item = &'m ImportedMapping>) -> Value {
    let name = format!("mapping-collection/{title}/{date}");
    let (mut written, mut resources) = (Vec::new(), Vec::new());
    for mapping in mappings {
        let side = |framework: &str| uuid(&format!("resource/{framework}"));
        for framework in [&mapping.source, &mapping.target] {
            let resource = json!({ "uuid": side(framework), "title": or(framework, "unnamed") });
            if !resources.contains(&resource) {
                resources.push(resource);
            }
        }
        let pair = format!("{name}/{}/{}", mapping.source, mapping.target);
        let mut one = json!({
            "uuid": uuid(&pair),
            "source-resource": { "type": "catalog", "href": format!("#{}", side(&mapping.source)) },
            "target-resource": { "type": "catalog", "href": format!("#{}", side(&mapping.target)) },
        });
        put(&mut one, "maps", mapping.rows.iter().enumerate().map(|(at, row)| map(row, &format!("{pair}/{at}"))).collect());
        written.push(one);
    }
    let mut collection = json!({
        "uuid": uuid(&name),
        "metadata": metadata(title, date, VERSION_OF_MAPPINGS),
        "provenance": {
            "method": "hybrid",
            "matching-rationale": "semantic",
            "status": "complete",
            "mapping-description": "Relations are read from the source to the target."
        },
    });
    put(&mut collection, "mappings", written);
    if !resources.is_empty() {
        collection["back-matter"] = json!({ "resources": resources });
    }
    json!({ "mapping-collection": collection })
}

fn map(row: &MappingRow, name: &str) -> Value {
    let relationship = match row.relation {
        Relation::Equal => "equal-to",
        Relation::Equivalent => "equivalent-to",
        Relation::Subset => "subset-of",
        Relation::Superset => "superset-of",
        Relation::Intersects | Relation::Unstated => "intersects-with",
        Relation::Unrelated => "no-relationship",
    };
    let item = |id: &str| {
        let mut item = json!({ "type": "control", "id-ref": token(id) });
        let own = if token(id) == id { String::new() } else { id.to_owned() };
        put(&mut item, "props", props(&[("requirement-id", own)]));
        item
    };
    let mut map = json!({
        "uuid": uuid(name),
        "relationship": relationship,
        "sources": [item(&row.source)],
        "targets": [item(&row.target)],
    });
    let unstated = if row.relation == Relation::Unstated { "unstated".to_owned() } else { String::new() };
    let strength = row.strength.map_or(String::new(), |strength| strength.to_string());
    put(&mut map, "props", props(&[("strength", strength), ("relation", unstated)]));
    put_text(&mut map, "remarks", &row.rationale);
    map
}
