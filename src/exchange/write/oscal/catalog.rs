//! A framework as a catalog, and the scope of a report as a profile.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{NAMESPACE, VERSION, metadata, or, props, put, token, uuid};
use crate::exchange::write::{Report, ReportStanding};
use crate::exchange::{ImportedFramework, ImportedRequirement};

/// Groups for what takes no answer, controls for what does; a group inside a control becomes a control without one.
pub(crate) fn catalog(framework: &ImportedFramework, date: &str) -> Value {
    let mut children: BTreeMap<Option<&str>, Vec<&ImportedRequirement>> = BTreeMap::new();
    for requirement in &framework.requirements {
        children.entry(requirement.parent.as_deref()).or_default().push(requirement);
    }
    let mut catalog = json!({
        "uuid": uuid(&format!("catalog/{}", framework.id)),
        "metadata": metadata(&framework.title, date, VERSION),
    });
    if let Some(version) = &framework.version {
        catalog["metadata"]["version"] = json!(or(version, date));
    }
    catalog["metadata"]["props"] = json!(props(&[("framework", framework.id.clone())]));
    if let Some(publisher) = framework.publisher.as_deref().filter(|publisher| !publisher.trim().is_empty()) {
        let id = uuid(&format!("party/{publisher}"));
        catalog["metadata"]["roles"] = json!([{ "id": "creator", "title": "Creator" }]);
        catalog["metadata"]["parties"] = json!([{ "uuid": id, "type": "organization", "name": publisher }]);
        catalog["metadata"]["responsible-parties"] = json!([{ "role-id": "creator", "party-uuids": [id] }]);
    }
    below(&mut catalog, None, &children, false);
    json!({ "catalog": catalog })
}

fn below(
    into: &mut Value,
    parent: Option<&str>,
    children: &BTreeMap<Option<&str>, Vec<&ImportedRequirement>>,
    in_control: bool,
) {
    let (mut groups, mut controls) = (Vec::new(), Vec::new());
    for requirement in children.get(&parent).into_iter().flatten() {
        let is_control = requirement.assessable || requirement.withdrawn || in_control;
        let mut node = node(requirement);
        below(&mut node, Some(&requirement.id), children, is_control);
        if is_control { controls.push(node) } else { groups.push(node) }
    }
    put(into, "groups", groups);
    put(into, "controls", controls);
}

fn node(requirement: &ImportedRequirement) -> Value {
    let id = token(&requirement.id);
    let mut node = json!({ "id": id, "title": or(&requirement.title, &requirement.id) });
    let mut properties =
        vec![json!({ "name": "label", "value": or(requirement.label.as_deref().unwrap_or_default(), &requirement.id) })];
    if requirement.withdrawn {
        properties.push(json!({ "name": "status", "value": "withdrawn" }));
    }
    properties.extend(props(&[
        ("requirement-id", requirement.id.clone()),
        ("untitled", if requirement.title.is_empty() { "yes".into() } else { String::new() }),
        ("answered", if requirement.assessable || requirement.withdrawn { String::new() } else { "no".into() }),
        ("weight", requirement.weight.map_or(String::new(), |weight| weight.to_string())),
        ("urn", requirement.urn.clone().unwrap_or_default()),
    ]));
    properties.extend(requirement.groups.iter().map(|group| json!({ "name": "group", "ns": NAMESPACE, "value": group })));
    put(&mut node, "props", properties);
    let parts = [
        ("statement", &requirement.statement),
        ("guidance", &requirement.guidance),
        ("question", &requirement.question),
        ("evidence", &requirement.evidence),
    ];
    let parts = parts.iter().filter(|(_, prose)| !prose.is_empty());
    put(
        &mut node,
        "parts",
        parts.map(|(name, prose)| json!({ "id": format!("{id}_{name}"), "name": name, "prose": prose })).collect(),
    );
    node
}

/// The requirements that apply, an import for each framework.
pub(crate) fn profile(report: &Report) -> Value {
    let (mut imports, mut resources) = (Vec::new(), Vec::new());
    for framework in &report.frameworks {
        let id = uuid(&format!("resource/{}", framework.id));
        let applies = framework.answers.iter().filter(|answer| answer.standing != ReportStanding::NotApplicable);
        let ids: Vec<String> = applies.map(|answer| token(&answer.requirement)).collect();
        if !ids.is_empty() {
            imports.push(json!({ "href": format!("#{id}"), "include-controls": [{ "with-ids": ids }] }));
        }
        resources.push(json!({ "uuid": id, "title": or(&framework.title, &framework.id) }));
    }
    let mut profile = json!({
        "uuid": uuid(&format!("profile/{}/{}", report.assessment, report.date)),
        "metadata": metadata(&report.assessment, &report.date, VERSION),
        "merge": { "as-is": true },
    });
    put(&mut profile, "imports", imports);
    if !resources.is_empty() {
        profile["back-matter"] = json!({ "resources": resources });
    }
    json!({ "profile": profile })
}
