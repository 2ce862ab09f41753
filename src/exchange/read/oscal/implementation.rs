//! Component definitions and system security plans: one set of answers for each list of implemented requirements.

use super::{is_ours, joined, own_id, prop};
use crate::exchange::log::Log;
use crate::exchange::tree::Node;
use crate::exchange::{AnswerRow, ImportedAnswers, State};

/// Reads `component-definition` or `system-security-plan`.
pub(crate) fn read(document: &Node<'_>, log: &mut Log) -> Vec<ImportedAnswers> {
    let mut answers = Vec::new();
    for component in
        ["components", "capabilities"].iter().flat_map(|list| document.at("component-definition").at(list).items())
    {
        for implementation in component.at("control-implementations").items() {
            answers.push(set(implementation, component.string("title"), implementation.optional("source"), log));
        }
    }
    let plan = document.at("system-security-plan");
    if plan.has("control-implementation") {
        let source = plan.path(&["import-profile", "href"]).text().map(str::to_owned);
        answers.push(set(plan.at("control-implementation"), plan.at("metadata").string("title"), source, log));
    }
    answers
}

fn set(implementation: &Node<'_>, title: String, framework: Option<String>, log: &mut Log) -> ImportedAnswers {
    let rows = implementation.at("implemented-requirements").items().iter().filter_map(|requirement| {
        let id = requirement.optional("control-id");
        if id.is_none() {
            log.skip("an implemented requirement", "it names no control");
        }
        Some(row(requirement, id?))
    });
    ImportedAnswers { framework, title, scale: None, rows: rows.collect() }
}

fn row(requirement: &Node<'_>, id: String) -> AnswerRow {
    let statements = requirement.at("statements").items();
    let by_component = std::iter::once(requirement).chain(statements).flat_map(|node| node.at("by-components").items());
    let states = [requirement].into_iter().chain(by_component.clone());
    let state = states.filter_map(|node| {
        prop(node, "state")
            .or_else(|| prop(node, "implementation-status"))
            .or_else(|| node.path(&["implementation-status", "state"]).text())
    });
    let texts = std::iter::once(requirement).chain(statements).chain(by_component);
    let texts: Vec<&str> =
        texts.flat_map(|node| [node.at("description"), node.at("remarks")]).filter_map(Node::text).collect();
    let evidence = if is_ours(requirement) { requirement.string("description") } else { String::new() };
    let evidence = if evidence == "No evidence is recorded." { String::new() } else { evidence };
    let own = |name: &str| prop(requirement, name).map(str::to_owned);
    AnswerRow {
        requirement: own_id(requirement).map_or(id, str::to_owned),
        // What stands worst among the components decides: the control is met only where all of them meet it.
        state: state.filter_map(State::of).max_by_key(|state| match state {
            State::NotApplicable => 0,
            State::Met => 1,
            State::NotAssessed => 2,
            State::Partial => 3,
            State::NotMet => 4,
        }),
        level: own("level"),
        target: own("target"),
        note: if is_ours(requirement) { requirement.string("remarks") } else { joined(texts) },
        evidence,
        owner: own("owner").unwrap_or_default(),
        due: own("due").unwrap_or_default(),
        urn: None,
    }
}
