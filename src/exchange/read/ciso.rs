//! Libraries of CISO Assistant, in YAML or JSON: frameworks, mapping sets, or both.

use std::collections::BTreeMap;

use super::joined;
use crate::exchange::limits::Purse;
use crate::exchange::log::Log;
use crate::exchange::tree::Node;
use crate::exchange::{
    Error, Imported, ImportedFramework, ImportedGroup, ImportedLevel, ImportedMapping, ImportedRequirement, ImportedScale,
    MappingRow, Relation,
};

/// Reads a library. Objects of other kinds (threats, reference controls, risk matrices) are counted as skipped.
pub(super) fn library(library: &Node<'_>, purse: &mut Purse, log: &mut Log) -> Result<Imported, Error> {
    let objects = library.at("objects");
    let mut content = Imported::default();
    let mut urns = BTreeMap::new();
    for key in ["framework", "frameworks"] {
        for node in objects.at(key).items() {
            content.frameworks.push(framework(node, library, &mut urns, purse, log)?);
        }
    }
    if library.has("requirement_nodes") {
        content.frameworks.push(framework(library, library, &mut urns, purse, log)?);
    }
    for key in ["requirement_mapping_set", "requirement_mapping_sets"] {
        for node in objects.at(key).items() {
            content.mappings.push(mapping(node, &urns, log));
        }
    }
    const READ: [&str; 4] = ["framework", "frameworks", "requirement_mapping_set", "requirement_mapping_sets"];
    let others = || objects.entries().iter().filter(|(key, _)| !READ.contains(&key.as_ref()));
    if content.frameworks.is_empty() && content.mappings.is_empty() {
        let kinds: Vec<&str> = others().map(|(key, _)| key.as_ref()).take(8).collect();
        let holds = if kinds.is_empty() { "no objects".to_owned() } else { kinds.join(", ") };
        return Err(Error::import(
            format!("the library `{}` holds {holds}; no framework and no mapping", library.string("name")),
            "Choose the library of the framework itself; this one only supports others.",
        ));
    }
    for (key, node) in others() {
        log.skip_times(format!("objects of the kind `{key}`"), "only frameworks and mappings are read", node.items().len());
    }
    if library.has("translations") {
        log.skip("translations of the library's name", "one language is read");
    }
    Ok(content)
}

fn framework(
    node: &Node<'_>,
    library: &Node<'_>,
    urns: &mut BTreeMap<String, String>,
    purse: &mut Purse,
    log: &mut Log,
) -> Result<ImportedFramework, Error> {
    let own = |key: &str| node.optional(key).or_else(|| library.optional(key));
    let nodes = node.at("requirement_nodes").items();
    let ids = ids(nodes, urns, log);
    let groups: Vec<ImportedGroup> = node
        .at("implementation_groups_definition")
        .items()
        .iter()
        .filter_map(|group| Some(ImportedGroup { id: group.optional("ref_id")?, title: group.string("name") }))
        .collect();
    let mut framework = ImportedFramework {
        id: own("ref_id").or_else(|| own("urn")).unwrap_or_default(),
        title: own("name").unwrap_or_default(),
        version: own("version"),
        publisher: own("provider"),
        copyright: own("copyright"),
        description: own("description"),
        scale: scale(node),
        groups,
        requirements: Vec::new(),
    };
    for (node, id) in nodes.iter().zip(ids) {
        let Some(id) = id else { continue };
        framework.requirements.push(requirement(node, id, urns, purse, log)?);
    }
    // Groups that nodes name and nobody defines are groups all the same.
    let defined: std::collections::BTreeSet<String> = framework.groups.iter().map(|group| group.id.clone()).collect();
    let named: std::collections::BTreeSet<&String> = framework
        .requirements
        .iter()
        .flat_map(|requirement| &requirement.groups)
        .filter(|id| !defined.contains(*id))
        .collect();
    framework.groups.extend(named.into_iter().map(|id| ImportedGroup { id: id.clone(), title: id.clone() }));
    Ok(framework)
}

/// The id of every node: its `ref_id`, else the end of its URN, else its name. URNs are the keys by which nodes know
/// each other; they are compared without case, as the application does.
fn ids(nodes: &[Node<'_>], urns: &mut BTreeMap<String, String>, log: &mut Log) -> Vec<Option<String>> {
    let mut seen = std::collections::BTreeSet::new();
    let mut id_of = |node: &Node<'_>| {
        let urn = node.at("urn").text();
        let free = |id: &&str| !seen.contains(*id);
        let id = node.at("ref_id").text().filter(free).or_else(|| urn.map(tail).filter(free)).or(urn);
        let id = id.or_else(|| node.at("name").text()).map(str::to_owned);
        match (&id, urn) {
            (None, _) => log.skip("a requirement node", "it has no urn, ref_id or name"),
            (Some(id), Some(urn)) => drop(urns.insert(urn.to_lowercase(), id.clone())),
            _ => {}
        }
        seen.extend(id.clone());
        id
    };
    nodes.iter().map(&mut id_of).collect()
}

/// What follows the framework's name in a URN: `gv.oc-01` in `urn:intuitem:risk:req_node:nist-csf-2.0:gv.oc-01`.
pub(super) fn tail(urn: &str) -> &str {
    urn.splitn(6, ':').nth(5).unwrap_or(urn)
}

fn requirement(
    node: &Node<'_>,
    id: String,
    urns: &BTreeMap<String, String>,
    purse: &mut Purse,
    log: &mut Log,
) -> Result<ImportedRequirement, Error> {
    const READ: [&str; 19] = [
        "urn",
        "parent_urn",
        "assessable",
        "depth",
        "ref_id",
        "name",
        "description",
        "annotation",
        "typical_evidence",
        "implementation_groups",
        "weight",
        "questions",
        "question",
        "order_id",
        "locale",
        "status",
        "maturity",
        "display_mode",
        "importance",
    ];
    for (key, value) in node.entries().iter().filter(|(key, _)| !READ.contains(&key.as_ref())) {
        if *value != Node::Null {
            log.skip(format!("the field `{key}` of a requirement"), "there is no place for it");
        }
    }
    let urn = node.optional("urn");
    let parent = node.at("parent_urn").text();
    let known = parent.and_then(|parent| urns.get(&parent.to_lowercase()).cloned());
    let title = node.string("name");
    Ok(ImportedRequirement {
        label: node.optional("ref_id").filter(|label| *label != id),
        urn,
        parent: known.or_else(|| parent.map(str::to_owned)),
        statement: node.string("description"),
        guidance: node.string("annotation"),
        question: questions(node, purse)?,
        evidence: node.string("typical_evidence"),
        assessable: node.at("assessable").boolean().unwrap_or(false),
        groups: node.at("implementation_groups").words(),
        weight: node.at("weight").text().and_then(|weight| weight.parse().ok()),
        withdrawn: false,
        title,
        id,
    })
}

/// The questions of a node, a line each, with their choices in brackets. They come as a map by URN, as a list, or in the
/// older shape `question: {questions: [...]}`.
fn questions(node: &Node<'_>, purse: &mut Purse) -> Result<String, Error> {
    let questions = node.at("questions");
    let older = node.at("question");
    let nodes: Vec<&Node<'_>> = match questions {
        Node::Map(entries) => entries.iter().map(|(_, question)| question).collect(),
        _ => questions.items().iter().chain(older.at("questions").items()).collect(),
    };
    let shared = older.at("question_choices");
    let line = |question: &&Node<'_>| {
        let text = question.at("text").text().or_else(|| question.text())?;
        let choices = if question.has("choices") { question.at("choices") } else { shared };
        let choices: Vec<&str> = match choices {
            Node::Map(entries) => {
                entries.iter().filter_map(|(_, choice)| choice.text().or_else(|| choice.at("value").text())).collect()
            }
            list => list.items().iter().filter_map(|choice| choice.text().or_else(|| choice.at("value").text())).collect(),
        };
        Some(if choices.is_empty() { text.to_owned() } else { format!("{text} [{}]", choices.join(" / ")) })
    };
    let mut lines = Vec::new();
    for line in nodes.iter().filter_map(line) {
        // Choices that many questions share are copied for each.
        purse.pay(line.len())?;
        lines.push(line);
    }
    Ok(joined(lines.iter().map(String::as_str)))
}

/// The ladder: the bounds as given, or as the named scores span them.
fn scale(node: &Node<'_>) -> Option<ImportedScale> {
    let level = |level: &Node<'_>| {
        Some(ImportedLevel {
            score: level.at("score").integer()?,
            name: level.string("name"),
            meaning: level.string("description"),
        })
    };
    let mut levels: Vec<ImportedLevel> = node.at("scores_definition").items().iter().filter_map(level).collect();
    levels.sort_by_key(|level| level.score);
    let min = node.at("min_score").integer().or_else(|| levels.first().map(|level| level.score));
    let max = node.at("max_score").integer().or_else(|| levels.last().map(|level| level.score));
    Some(ImportedScale { min: min?, max: max?, levels })
}

fn mapping(node: &Node<'_>, urns: &BTreeMap<String, String>, log: &mut Log) -> ImportedMapping {
    let id = |urn: &str| urns.get(&urn.to_lowercase()).cloned().unwrap_or_else(|| tail(urn).to_owned());
    let row = |row: &Node<'_>| {
        let (source, target) = (row.at("source_requirement_urn").text(), row.at("target_requirement_urn").text());
        let (Some(source), Some(target)) = (source, target) else {
            log.skip("a row of a mapping", "it lacks its source or its target");
            return None;
        };
        let word = row.at("relationship").text();
        let relation = word.and_then(Relation::of).unwrap_or_else(|| {
            log.note(format!("The relationship `{}` is unknown; its pairs are kept as related.", word.unwrap_or_default()));
            Relation::Unstated
        });
        Some(MappingRow {
            source: id(source),
            target: id(target),
            relation,
            strength: row
                .at("strength_of_relationship")
                .text()
                .and_then(|strength| strength.parse().ok())
                .filter(|strength| *strength <= 10),
            rationale: joined([
                row.at("rationale").text().unwrap_or_default(),
                row.at("annotation").text().unwrap_or_default(),
            ]),
        })
    };
    let rows = node.at("requirement_mappings").items().iter().filter_map(row).collect();
    ImportedMapping {
        title: node.string("name"),
        source: framework_name(node.at("source_framework_urn")),
        target: framework_name(node.at("target_framework_urn")),
        rows,
    }
}

/// `nist-csf-2.0` of `urn:intuitem:risk:framework:nist-csf-2.0`.
fn framework_name(urn: &Node<'_>) -> String {
    let urn = urn.text().unwrap_or_default();
    urn.splitn(5, ':').nth(4).unwrap_or(urn).to_owned()
}
