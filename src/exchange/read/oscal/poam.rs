//! Plans of action and milestones: one row for each item and control it names.

use std::collections::BTreeMap;

use super::{by_uuid, control_of, prop, prose};
use crate::exchange::limits::Purse;
use crate::exchange::log::Log;
use crate::exchange::tree::Node;
use crate::exchange::{AnswerRow, Error, ImportedAnswers, State};

/// Reads `plan-of-action-and-milestones`. An item that names no control keeps its row, with an empty requirement.
pub(crate) fn read(plan: &Node<'_>, purse: &mut Purse, log: &mut Log) -> Result<Vec<ImportedAnswers>, Error> {
    let (risks, findings) = (by_uuid(plan.at("risks")), by_uuid(plan.at("findings")));
    let mut all = Vec::new();
    for item in plan.at("poam-items").items() {
        // An item with many controls is copied for each, so each copy is paid for.
        for row in rows(item, &risks, &findings, log) {
            purse.pay(row.note.len() + row.evidence.len())?;
            all.push(row);
        }
    }
    Ok(vec![ImportedAnswers {
        framework: plan.path(&["import-ssp", "href"]).text().map(str::to_owned),
        title: plan.at("metadata").string("title"),
        scale: None,
        rows: all,
    }])
}

fn rows(
    item: &Node<'_>,
    risks: &BTreeMap<&str, &Node<'_>>,
    findings: &BTreeMap<&str, &Node<'_>>,
    log: &mut Log,
) -> impl Iterator<Item = AnswerRow> {
    let named = |list: &str, key: &str| -> Vec<&str> {
        item.at(list).items().iter().filter_map(|entry| entry.at(key).text()).collect()
    };
    let risks: Vec<&Node<'_>> = ["related-risks", "associated-risks"]
        .iter()
        .flat_map(|list| named(list, "risk-uuid"))
        .filter_map(|uuid| risks.get(uuid).copied())
        .collect();
    let mut controls: Vec<&str> = named("related-findings", "finding-uuid")
        .into_iter()
        .filter_map(|uuid| findings.get(uuid))
        .filter_map(|finding| finding.path(&["target", "target-id"]).text())
        .map(control_of)
        .collect();
    for node in std::iter::once(item).chain(risks.iter().copied()) {
        let names = ["control-id", "control", "impacted-control-id", "impacted-control"];
        controls.extend(names.iter().filter_map(|name| prop(node, name)));
    }
    controls.sort_unstable();
    controls.dedup();
    if controls.is_empty() {
        log.note("Some items name no control; they have to be matched by hand.");
        controls.push("");
    }
    let status = prop(item, "state").or_else(|| risks.iter().find_map(|risk| risk.at("status").text()));
    let due = risks.iter().find_map(|risk| risk.at("deadline").text()).or_else(|| prop(item, "due")).unwrap_or_default();
    let owned: Vec<String> = controls.into_iter().map(str::to_owned).collect();
    let status = status.and_then(State::of).unwrap_or(State::NotMet);
    let like = AnswerRow {
        requirement: String::new(),
        state: Some(status),
        level: prop(item, "level").map(str::to_owned),
        target: prop(item, "target").map(str::to_owned),
        note: prop(item, "note").map_or_else(|| prose(item), str::to_owned),
        evidence: prop(item, "evidence").unwrap_or_default().to_owned(),
        owner: prop(item, "owner").unwrap_or_default().to_owned(),
        due: due.to_owned(),
        urn: None,
    };
    owned.into_iter().map(move |requirement| AnswerRow { requirement, ..like.clone() })
}
