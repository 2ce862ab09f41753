//! CISO Assistant: the audit as CSV, and libraries as YAML.

use super::csv::write_rows;
use super::report::Report;
use crate::exchange::{ImportedFramework, ImportedMapping, ImportedRequirement, Relation, State};

/// The audit of the first framework, `;` between the fields.
pub(super) fn audit(report: &Report) -> Vec<u8> {
    const HEADS: [&str; 11] = [
        "urn",
        "ref_id",
        "name",
        "description",
        "typical_evidence",
        "annotation",
        "compliance_result",
        "extended_result",
        "requirement_progress",
        "score",
        "observations",
    ];
    let mut rows = vec![HEADS.iter().map(|head| (*head).to_owned()).collect::<Vec<_>>()];
    for framework in report.frameworks.iter().take(1) {
        for answer in &framework.answers {
            let result = match answer.state() {
                State::Met => "compliant",
                State::Partial => "partially_compliant",
                State::NotMet => "non_compliant",
                State::NotApplicable => "not_applicable",
                State::NotAssessed => "not_assessed",
            };
            let urn = answer.urn.clone().unwrap_or_else(|| urn("req_node", &framework.id, &answer.requirement));
            let score = answer.level.map_or(String::new(), |level| level.to_string());
            let blank = String::new;
            rows.push(vec![
                urn,
                answer.requirement.clone(),
                answer.title.clone(),
                blank(),
                blank(),
                blank(),
                result.to_owned(),
                blank(),
                blank(),
                score,
                answer.note.clone(),
            ]);
        }
    }
    write_rows(&rows, b';')
}

/// A library with one framework.
pub(super) fn framework(framework: &ImportedFramework) -> Vec<u8> {
    let mut yaml = head(&framework.id, &framework.title, framework.version.as_deref());
    let line = |yaml: &mut String, indent: usize, key: &str, value: &str| {
        if !value.is_empty() {
            *yaml += &format!("{}{key}: {}\n", " ".repeat(indent), quoted(value));
        }
    };
    line(&mut yaml, 0, "description", framework.description.as_deref().unwrap_or_default());
    line(&mut yaml, 0, "copyright", framework.copyright.as_deref().unwrap_or_default());
    line(&mut yaml, 0, "provider", framework.publisher.as_deref().unwrap_or_default());
    yaml += "objects:\n  framework:\n";
    line(&mut yaml, 4, "urn", &urn("framework", &framework.id, ""));
    line(&mut yaml, 4, "ref_id", &framework.id);
    line(&mut yaml, 4, "name", &framework.title);
    if let Some(scale) = &framework.scale {
        yaml += &format!("    min_score: {}\n    max_score: {}\n", scale.min, scale.max);
        if !scale.levels.is_empty() {
            yaml += "    scores_definition:\n";
            for level in &scale.levels {
                yaml += &format!("    - score: {}\n", level.score);
                line(&mut yaml, 6, "name", &level.name);
                line(&mut yaml, 6, "description", &level.meaning);
            }
        }
    }
    if !framework.groups.is_empty() {
        yaml += "    implementation_groups_definition:\n";
        for group in &framework.groups {
            yaml += &format!("    - ref_id: {}\n      name: {}\n", quoted(&group.id), quoted(&group.title));
        }
    }
    yaml += "    requirement_nodes:\n";
    let places: std::collections::BTreeMap<&str, &ImportedRequirement> =
        framework.requirements.iter().map(|requirement| (requirement.id.as_str(), requirement)).collect();
    let name = |requirement: &ImportedRequirement| {
        requirement.urn.clone().unwrap_or_else(|| urn("req_node", &framework.id, &requirement.id))
    };
    for requirement in &framework.requirements {
        yaml += &format!("    - urn: {}\n", quoted(&name(requirement)));
        let mut depth = 1;
        let mut above = requirement.parent.as_deref().and_then(|parent| places.get(parent));
        if let Some(parent) = above {
            line(&mut yaml, 6, "parent_urn", &name(parent));
        }
        while let Some(parent) = above.filter(|_| depth < 100) {
            depth += 1;
            above = parent.parent.as_deref().and_then(|parent| places.get(parent));
        }
        yaml += &format!("      assessable: {}\n      depth: {depth}\n", requirement.assessable);
        line(&mut yaml, 6, "ref_id", &requirement.id);
        line(&mut yaml, 6, "name", &requirement.title);
        line(&mut yaml, 6, "description", &requirement.statement);
        line(&mut yaml, 6, "annotation", &requirement.guidance);
        line(&mut yaml, 6, "typical_evidence", &requirement.evidence);
        if !requirement.groups.is_empty() {
            let groups: Vec<String> = requirement.groups.iter().map(|group| quoted(group)).collect();
            yaml += &format!("      implementation_groups: [{}]\n", groups.join(", "));
        }
        if let Some(weight) = requirement.weight {
            yaml += &format!("      weight: {weight}\n");
        }
        if !requirement.question.is_empty() {
            let key = format!("{}:question:1", name(requirement));
            yaml += &format!("      questions:\n        {}:\n          type: text\n", quoted(&key));
            line(&mut yaml, 10, "text", &requirement.question);
        }
    }
    yaml.into_bytes()
}

/// A library with one mapping set.
pub(super) fn mapping(mapping: &ImportedMapping) -> Vec<u8> {
    let id = format!("mapping-{}-to-{}", mapping.source, mapping.target);
    let mut yaml = head(&id, &mapping.title, None);
    yaml += &format!(
        "objects:\n  requirement_mapping_set:\n    urn: {}\n    ref_id: {}\n    name: {}\n    source_framework_urn: {}\n    \
         target_framework_urn: {}\n    requirement_mappings:\n",
        quoted(&urn("req_mapping_set", &id, "")),
        quoted(&id),
        quoted(&mapping.title),
        quoted(&urn("framework", &mapping.source, "")),
        quoted(&urn("framework", &mapping.target, "")),
    );
    for row in &mapping.rows {
        let relation = match row.relation {
            Relation::Equal | Relation::Equivalent => "equal",
            Relation::Subset => "subset",
            Relation::Superset => "superset",
            Relation::Intersects | Relation::Unstated => "intersect",
            Relation::Unrelated => "not_related",
        };
        yaml += &format!(
            "    - source_requirement_urn: {}\n      target_requirement_urn: {}\n      relationship: {relation}\n",
            quoted(&urn("req_node", &mapping.source, &row.source)),
            quoted(&urn("req_node", &mapping.target, &row.target)),
        );
        if let Some(strength) = row.strength {
            yaml += &format!("      strength_of_relationship: {strength}\n");
        }
        if !row.rationale.is_empty() {
            yaml += &format!("      rationale: {}\n", quoted(&row.rationale));
        }
    }
    yaml.into_bytes()
}

fn head(id: &str, title: &str, version: Option<&str>) -> String {
    format!(
        "urn: {}\nlocale: en\nref_id: {}\nname: {}\nversion: {}\npackager: plumbline\n",
        quoted(&urn("library", id, "")),
        quoted(id),
        quoted(title),
        quoted(version.unwrap_or("1")),
    )
}

fn urn(kind: &str, framework: &str, requirement: &str) -> String {
    let framework = framework.replace([':', ' '], "-");
    let end = if requirement.is_empty() { String::new() } else { format!(":{requirement}") };
    format!("urn:plumbline:risk:{kind}:{framework}{end}")
}

/// A text in double quotes: in YAML as in JSON it is a text whatever it looks like, `no` and `1.10` too.
fn quoted(text: &str) -> String {
    let mut result = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => result.extend(['\\', letter]),
            '\n' => result.push_str("\\n"),
            '\r' => result.push_str("\\r"),
            '\t' => result.push_str("\\t"),
            letter if letter.is_control() || "\u{2028}\u{2029}\u{FEFF}\u{FFFE}\u{FFFF}".contains(letter) => {
                result += &format!("\\u{:04X}", u32::from(letter));
            }
            letter => result.push(letter),
        }
    }
    result.push('"');
    result
}
