//! Catalogs: groups and controls, in one another to any depth.

use std::collections::BTreeMap;

use super::{joined, own_id, prop};
use crate::exchange::limits::Purse;
use crate::exchange::log::Log;
use crate::exchange::tree::Node;
use crate::exchange::{Error, ImportedFramework, ImportedGroup, ImportedRequirement};

/// Reads `catalog`. Groups take no answer; controls do, unless they are withdrawn.
pub(crate) fn read(catalog: &Node<'_>, purse: &mut Purse, log: &mut Log) -> Result<ImportedFramework, Error> {
    let metadata = catalog.at("metadata");
    let mut framework = ImportedFramework {
        id: prop(metadata, "framework").map_or_else(|| catalog.string("uuid"), str::to_owned),
        title: metadata.string("title"),
        version: metadata.optional("version"),
        publisher: publisher(metadata),
        description: metadata.optional("remarks"),
        ..ImportedFramework::default()
    };
    let mut parameters = BTreeMap::new();
    collect_parameters(catalog, &mut parameters);
    let mut walk = Walk { parameters, requirements: Vec::new(), purse, log };
    walk.below(catalog, None)?;
    framework.requirements = walk.requirements;
    let mut seen = std::collections::BTreeSet::new();
    let groups = framework.requirements.iter().flat_map(|requirement| &requirement.groups);
    let groups: Vec<_> = groups.filter(|group| seen.insert((*group).clone())).cloned().collect();
    framework.groups = groups.into_iter().map(|id| ImportedGroup { title: id.clone(), id }).collect();
    Ok(framework)
}

/// The organisation that stands behind a document: its creator, or the first organisation named.
fn publisher(metadata: &Node<'_>) -> Option<String> {
    let parties = metadata.at("parties").items();
    let creator = metadata
        .at("responsible-parties")
        .items()
        .iter()
        .find(|party| party.at("role-id").text().is_some_and(|role| ["creator", "publisher", "author"].contains(&role)));
    let uuid = creator.and_then(|party| party.at("party-uuids").items().first()).and_then(Node::text);
    let named = parties.iter().find(|party| uuid.is_some() && party.at("uuid").text() == uuid);
    let organisation = || parties.iter().find(|party| party.at("type").text() == Some("organization"));
    named.or_else(organisation).and_then(|party| party.optional("name"))
}

/// Parameters are named across the whole document, so they are gathered before any prose is read.
fn collect_parameters<'n, 'a>(node: &'n Node<'a>, found: &mut BTreeMap<&'n str, &'n Node<'a>>) {
    for parameter in node.at("params").items() {
        if let Some(id) = parameter.at("id").text() {
            found.insert(id, parameter);
        }
    }
    for below in ["groups", "controls"] {
        for inner in node.at(below).items() {
            collect_parameters(inner, found);
        }
    }
}

struct Walk<'n, 'a, 'p> {
    parameters: BTreeMap<&'n str, &'n Node<'a>>,
    requirements: Vec<ImportedRequirement>,
    purse: &'p mut Purse,
    log: &'p mut Log,
}

impl Walk<'_, '_, '_> {
    fn below(&mut self, node: &Node<'_>, parent: Option<&str>) -> Result<(), Error> {
        for group in node.at("groups").items() {
            let id = group.optional("id").unwrap_or_else(|| {
                self.log.note("A group without an id was given its title as its id.");
                group.optional("title").unwrap_or_else(|| format!("group-{}", self.requirements.len() + 1))
            });
            self.entry(group, id, parent, false)?;
        }
        for control in node.at("controls").items() {
            match control.optional("id") {
                Some(id) => self.entry(control, id, parent, true)?,
                None => self.log.skip(format!("a control `{}`", control.string("title")), "it has no id"),
            }
        }
        Ok(())
    }

    fn entry(&mut self, node: &Node<'_>, id: String, parent: Option<&str>, is_control: bool) -> Result<(), Error> {
        let withdrawn = prop(node, "status").is_some_and(|status| status.eq_ignore_ascii_case("withdrawn"));
        let id = own_id(node).map_or(id, str::to_owned);
        let untitled = prop(node, "untitled").is_some();
        let title = if untitled { "" } else { node.at("title").text().unwrap_or_default() };
        let groups = node.at("props").items().iter().filter(|prop| prop.at("name").text() == Some("group"));
        let mut requirement = ImportedRequirement {
            groups: groups.filter_map(|prop| prop.optional("value")).collect(),
            urn: prop(node, "urn").map(str::to_owned),
            label: prop(node, "label").filter(|label| *label != id).map(str::to_owned),
            parent: parent.map(str::to_owned),
            title: self.filled(title, 0)?,
            assessable: is_control && !withdrawn && prop(node, "answered") != Some("no"),
            withdrawn,
            weight: prop(node, "weight").and_then(|weight| weight.parse().ok()),
            id: id.clone(),
            ..ImportedRequirement::default()
        };
        for part in node.at("parts").items() {
            self.part(part, &mut requirement)?;
        }
        if withdrawn {
            let moved: Vec<&str> = node.at("links").items().iter().filter_map(|link| link.at("href").text()).collect();
            let moved = moved.iter().map(|href| href.trim_start_matches('#')).collect::<Vec<_>>().join(", ");
            if !moved.is_empty() && requirement.guidance.is_empty() {
                requirement.guidance = format!("Withdrawn; see {moved}.");
            }
        }
        self.requirements.push(requirement);
        self.below(node, Some(&id))
    }

    /// Puts a part where it belongs; one of an unknown name goes to the guidance.
    fn part(&mut self, part: &Node<'_>, requirement: &mut ImportedRequirement) -> Result<(), Error> {
        let name = part.at("name").text().unwrap_or_default();
        let text = self.flat(part, 0)?;
        let (place, text) = match name {
            "statement" | "item" | "overview" => (&mut requirement.statement, text),
            "assessment-objective" | "objective" | "question" => (&mut requirement.question, text),
            "assessment-method" | "assessment" | "evidence" => {
                let method = prop(part, "method").map(|method| format!("{method}: ")).unwrap_or_default();
                (&mut requirement.evidence, if text.is_empty() { text } else { method + &text })
            }
            _ => (&mut requirement.guidance, text),
        };
        *place = joined([place.as_str(), &text]);
        Ok(())
    }

    /// The prose of a part and of the parts in it, each on lines of its own, with its label in front.
    fn flat(&mut self, part: &Node<'_>, depth: usize) -> Result<String, Error> {
        let label = if depth > 0 { prop(part, "label") } else { None };
        let title = part.at("title").text();
        let prose = self.filled(part.at("prose").text().unwrap_or_default(), 0)?;
        let head: Vec<&str> =
            [label, title, Some(prose.as_str())].into_iter().flatten().filter(|text| !text.is_empty()).collect();
        let mut text = head.join(" ");
        for inner in part.at("parts").items() {
            let inner = self.flat(inner, depth + 1)?;
            text = joined([text.as_str(), &inner]);
            self.purse.pay(0)?;
        }
        Ok(text)
    }

    /// Prose with its parameters put in.
    fn filled(&mut self, prose: &str, depth: usize) -> Result<String, Error> {
        let mut text = String::new();
        let mut rest = prose;
        while let Some((before, after)) = rest.split_once("{{") {
            let Some((inside, behind)) = after.split_once("}}") else { break };
            text.push_str(before);
            let id = inside.trim().trim_start_matches("insert:").trim_start().trim_start_matches("param");
            let id = id.trim_start_matches(',').trim();
            let value = self.parameter(id, depth)?;
            self.purse.pay(value.len())?;
            text.push_str(&value);
            rest = behind;
        }
        text.push_str(rest);
        Ok(text)
    }

    /// What stands for a parameter: its values, else its choices, else its label, in brackets when it is still open.
    fn parameter(&mut self, id: &str, depth: usize) -> Result<String, Error> {
        const DEEPEST: usize = 4;
        let Some(parameter) = self.parameters.get(id).copied().filter(|_| depth < DEEPEST) else {
            self.log.skip(format!("the parameter {id}"), "the document does not say what it stands for");
            return Ok(format!("[{id}]"));
        };
        let values =
            parameter.at("values").words_whole().into_iter().chain(parameter.at("value").text()).collect::<Vec<_>>();
        if !values.is_empty() {
            return self.filled(&values.join(", "), depth + 1);
        }
        let choices = parameter.at("select").at("choice").words_whole();
        if !choices.is_empty() {
            let many = parameter.at("select").at("how-many").text() == Some("one-or-more");
            let choices = self.filled(&choices.join("; "), depth + 1)?;
            return Ok(format!("[Selection{}: {choices}]", if many { " (one or more)" } else { "" }));
        }
        let label = parameter.at("label").text().unwrap_or(id);
        Ok(format!("[Assignment: {}]", self.filled(label, depth + 1)?))
    }
}
