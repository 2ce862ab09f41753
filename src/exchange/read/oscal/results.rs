//! Assessment results: one set of answers for each result, one row for each finding.

use std::collections::{BTreeMap, BTreeSet};

use super::{by_uuid, control_of, is_ours, joined, own_id, prop, prose};
use crate::exchange::limits::Purse;
use crate::exchange::log::Log;
use crate::exchange::tree::Node;
use crate::exchange::{AnswerRow, Error, ImportedAnswers, State};

/// Reads `assessment-results`.
pub(crate) fn read(results: &Node<'_>, purse: &mut Purse, log: &mut Log) -> Result<Vec<ImportedAnswers>, Error> {
    let mut sets = Vec::new();
    for result in results.at("results").items() {
        let (observations, risks) = (by_uuid(result.at("observations")), by_uuid(result.at("risks")));
        let mut rows = Vec::new();
        for finding in result.at("findings").items() {
            rows.extend(row(finding, &observations, &risks, purse, log)?);
        }
        let named = result.at("findings").items().iter().filter_map(|finding| finding.path(&["target", "target-id"]).text());
        let told: BTreeSet<&str> = named.map(control_of).collect();
        let reviewed = result.path(&["reviewed-controls", "control-selections"]).items().iter();
        let reviewed = reviewed.flat_map(|selection| selection.at("include-controls").items());
        let silent = reviewed.filter(|control| control.at("control-id").text().is_some_and(|id| !told.contains(id)));
        log.skip_times("a reviewed control", "no finding says how it stands", silent.count());
        sets.push(ImportedAnswers {
            framework: prop(result, "framework").or_else(|| results.path(&["import-ap", "href"]).text()).map(str::to_owned),
            title: result.optional("title").unwrap_or_else(|| results.at("metadata").string("title")),
            scale: scale(result),
            rows,
        });
    }
    Ok(sets)
}

/// The ladder, where a property tells it as `0-5`.
fn scale(node: &Node<'_>) -> Option<(i64, i64)> {
    let (min, max) = prop(node, "scale")?.split_once('-')?;
    Some((min.parse().ok()?, max.parse().ok()?))
}

fn row(
    finding: &Node<'_>,
    observations: &BTreeMap<&str, &Node<'_>>,
    risks: &BTreeMap<&str, &Node<'_>>,
    purse: &mut Purse,
    log: &mut Log,
) -> Result<Option<AnswerRow>, Error> {
    let target = finding.at("target");
    let Some(id) = target.at("target-id").text().or_else(|| target.at("id-ref").text()) else {
        log.skip(format!("the finding `{}`", finding.string("title")), "it names no control");
        return Ok(None);
    };
    let status = target.at("status");
    let state = status.at("state").text().or_else(|| status.text());
    let reason = status.at("reason").text().filter(|_| prop(finding, "state").is_none()).unwrap_or_default();
    let observed = finding.at("related-observations").items().iter().filter_map(|item| item.at("observation-uuid").text());
    let observed = observed.filter_map(|uuid| observations.get(uuid));
    let mut evidence = Vec::new();
    for observation in observed {
        // Many findings may point to one long observation, so each copy of it is paid for.
        let relevant = observation.at("relevant-evidence").items().iter().map(|evidence| {
            joined([evidence.at("href").text().unwrap_or_default(), evidence.at("description").text().unwrap_or_default()])
        });
        for text in std::iter::once(prose(observation)).chain(relevant) {
            purse.pay(text.len())?;
            evidence.push(text);
        }
    }
    let mut at_risk = finding.at("related-risks").items().iter().filter_map(|item| risks.get(item.at("risk-uuid").text()?));
    let due = at_risk.find_map(|risk| risk.at("deadline").text());
    let note = if is_ours(finding) { finding.string("remarks") } else { joined([prose(finding).as_str(), reason]) };
    let own = |name: &str| prop(finding, name).map(str::to_owned);
    Ok(Some(AnswerRow {
        requirement: own_id(finding).map_or_else(|| control_of(id).to_owned(), str::to_owned),
        state: prop(finding, "state").or(state).and_then(State::of),
        level: own("level"),
        target: own("target"),
        note,
        evidence: joined(evidence.iter().map(String::as_str)),
        owner: own("owner").unwrap_or_default(),
        due: own("due").or_else(|| due.map(str::to_owned)).unwrap_or_default(),
        urn: None,
    }))
}
