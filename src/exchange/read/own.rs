//! Our own shapes: a catalog file or its dump, and a report as JSON.

use crate::exchange::log::Log;
use crate::exchange::tree::Node;
use crate::exchange::{
    AnswerRow, Imported, ImportedAnswers, ImportedFramework, ImportedGroup, ImportedLevel, ImportedMapping,
    ImportedRequirement, ImportedScale, MappingRow, Relation, ReportAnswer, ReportStanding, State,
};

/// Reads a catalog: `requirement` as catalog files have it, `requirements` as dumps do.
pub(super) fn framework(node: &Node<'_>, log: &mut Log) -> ImportedFramework {
    let profile = node.at("profile");
    let groups = node.at("dimension").items().iter().chain(node.at("dimensions").items());
    let groups = groups.flat_map(|dimension| dimension.at("options").items()).chain(node.at("groups").items());
    let group = |group: &Node<'_>| Some(ImportedGroup { id: group.optional("id")?, title: group.string("title") });
    let all = node.at("requirement").items().iter().chain(node.at("requirements").items());
    ImportedFramework {
        id: node.string("id"),
        title: node.optional("title").or_else(|| profile.optional("name")).unwrap_or_default(),
        version: node.optional("version").or_else(|| profile.optional("version")),
        publisher: node.optional("publisher").or_else(|| profile.optional("issuer")),
        copyright: node.optional("copyright").or_else(|| profile.optional("rights")),
        description: node.optional("description").or_else(|| profile.optional("tagline")),
        scale: scale(node.at("scale")),
        groups: groups.filter_map(group).collect(),
        requirements: all.filter_map(|requirement| self::requirement(requirement, log)).collect(),
    }
}

fn requirement(node: &Node<'_>, log: &mut Log) -> Option<ImportedRequirement> {
    let Some(id) = node.optional("id") else {
        log.skip(format!("the requirement `{}`", node.string("title")), "it has no id");
        return None;
    };
    let withdrawn = match node.at("withdrawn") {
        Node::List(_) => true,
        other => other.boolean().unwrap_or(false),
    };
    let mapped = node.at("controls").items().len();
    log.skip_times("a relation to a common control", "it belongs to the catalog it was made for", mapped);
    let scopes = if node.has("scopes") { node.at("scopes") } else { node.at("groups") };
    Some(ImportedRequirement {
        id,
        label: node.optional("label"),
        urn: node.optional("urn"),
        parent: node.optional("parent"),
        title: node.string("title"),
        statement: node.string("statement"),
        guidance: node.string("guidance"),
        question: node.string("question"),
        evidence: node.at("evidence").words_whole().join("\n"),
        assessable: node.at("assessable").boolean().unwrap_or(node.has("question")) && !withdrawn,
        withdrawn,
        groups: scopes.words(),
        weight: node.at("weight").text().and_then(|weight| weight.parse().ok()),
    })
}

/// `steps` as catalog files have them, counted from 0; or `min`, `max` and `levels`.
fn scale(node: &Node<'_>) -> Option<ImportedScale> {
    let steps = node.at("steps").items().iter().chain(node.at("step").items());
    let mut levels: Vec<ImportedLevel> = (0..)
        .zip(steps)
        .map(|(score, step)| ImportedLevel { score, name: step.string("name"), meaning: step.string("meaning") })
        .collect();
    levels.extend(node.at("levels").items().iter().filter_map(|level| {
        Some(ImportedLevel {
            score: level.at("score").integer()?,
            name: level.string("name"),
            meaning: level.string("meaning"),
        })
    }));
    let min = node.at("min").integer().or_else(|| levels.first().map(|level| level.score));
    let max = node.at("max").integer().or_else(|| levels.last().map(|level| level.score));
    Some(ImportedScale { min: min?, max: max?, levels })
}

/// Reads the answers and the crosswalk of a report.
pub(super) fn report(root: &Node<'_>, log: &mut Log) -> Imported {
    let report = root.at("plumbline-report");
    let mut content = Imported::default();
    for framework in report.at("frameworks").items() {
        let steps = i64::try_from(framework.at("levels").items().len()).unwrap_or_default();
        content.answers.push(ImportedAnswers {
            framework: framework.optional("id"),
            title: report.string("assessment"),
            scale: (steps > 0).then_some((0, steps - 1)),
            rows: framework.at("answers").items().iter().filter_map(|answer| row(answer, log)).collect(),
        });
    }
    for pair in report.at("crosswalk").items() {
        let (source, target) = (pair.string("source_framework"), pair.string("target_framework"));
        let row = MappingRow {
            source: pair.string("source"),
            target: pair.string("target"),
            relation: pair.at("relation").text().and_then(Relation::of).unwrap_or_default(),
            strength: pair.at("strength").text().and_then(|strength| strength.parse().ok()),
            rationale: pair.string("rationale"),
        };
        match content.mappings.last_mut().filter(|mapping| mapping.source == source && mapping.target == target) {
            Some(mapping) => mapping.rows.push(row),
            None => {
                let title = format!("{source} to {target}");
                content.mappings.push(ImportedMapping { title, source, target, rows: vec![row] });
            }
        }
    }
    content
}

fn row(answer: &Node<'_>, log: &mut Log) -> Option<AnswerRow> {
    let Some(requirement) = answer.optional("requirement") else {
        log.skip("an answer", "it names no requirement");
        return None;
    };
    Some(AnswerRow {
        requirement,
        urn: answer.optional("urn"),
        state: Some(state(answer)),
        level: answer.optional("level"),
        target: answer.optional("target"),
        note: answer.string("note"),
        evidence: answer.string("evidence"),
        owner: answer.string("owner"),
        due: answer.string("due"),
    })
}

/// A report tells how an answer stands by its level and target; the words for it are the report's own.
fn state(answer: &Node<'_>) -> State {
    let number = |key: &str| answer.at(key).text().and_then(|number| number.parse().ok());
    let standing = match answer.at("standing").text() {
        Some("not-applicable") => ReportStanding::NotApplicable,
        Some("answered") => ReportStanding::Answered,
        _ => ReportStanding::Unanswered,
    };
    ReportAnswer { standing, level: number("level"), target: number("target"), ..ReportAnswer::default() }.state()
}
