//! The DevSecOps Maturity Model of OWASP: its model, and the progress of teams on it.

use std::collections::{BTreeMap, BTreeSet};

use crate::exchange::log::Log;
use crate::exchange::tree::Node;
use crate::exchange::{AnswerRow, ImportedAnswers, ImportedFramework, ImportedGroup, ImportedRequirement, State};

/// Reads a model: dimension, sub-dimension, activity. An activity's id is its UUID, by which progress names it.
pub(super) fn model(documents: &[Node<'_>], file_name: &str, log: &mut Log) -> ImportedFramework {
    const READ: [&str; 9] =
        ["uuid", "level", "risk", "measure", "description", "assessment", "evidence", "tags", "comments"];
    let mut requirements = Vec::new();
    let mut levels = BTreeSet::new();
    let group = |id: String, parent: Option<String>, title: &str| ImportedRequirement {
        id,
        parent,
        title: title.to_owned(),
        ..ImportedRequirement::default()
    };
    for (dimension, below) in documents.iter().flat_map(|document| document.entries()) {
        let is_dimension =
            below.entries().iter().flat_map(|(_, below)| below.entries()).any(|(_, activity)| activity.is_map());
        if !is_dimension {
            log.skip(format!("the key `{dimension}`"), "it holds no activities");
            continue;
        }
        requirements.push(group(dimension.to_string(), None, dimension));
        for (part, activities) in below.entries() {
            let id = format!("{dimension} / {part}");
            requirements.push(group(id.clone(), Some(dimension.to_string()), part));
            for (title, activity) in activities.entries() {
                if !activity.is_map() {
                    log.skip(format!("the key `{title}` in `{part}`"), "it is no activity");
                    continue;
                }
                for (key, _) in activity.entries().iter().filter(|(key, _)| !READ.contains(&key.as_ref())) {
                    log.skip(format!("the field `{key}` of an activity"), "there is no place for it");
                }
                let level = activity.optional("level").map(|level| format!("level-{level}"));
                levels.extend(level.clone());
                let risk = activity.at("risk").words_whole().join("\n");
                requirements.push(ImportedRequirement {
                    id: activity.optional("uuid").unwrap_or_else(|| title.to_string()),
                    parent: Some(id.clone()),
                    title: title.to_string(),
                    statement: super::joined([
                        activity.at("description").text().unwrap_or_default(),
                        activity.at("measure").text().unwrap_or_default(),
                    ]),
                    guidance: risk,
                    question: activity.string("assessment"),
                    assessable: true,
                    groups: level.into_iter().collect(),
                    ..ImportedRequirement::default()
                });
            }
        }
    }
    let title = |id: &String| format!("Level {}", id.trim_start_matches("level-"));
    ImportedFramework {
        id: "dsomm".to_owned(),
        title: file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem).to_owned(),
        publisher: Some("OWASP".to_owned()),
        groups: levels.iter().map(|id| ImportedGroup { id: id.clone(), title: title(id) }).collect(),
        requirements,
        ..ImportedFramework::default()
    }
}

/// Reads `progress: {activity: {team: {state: date}}}`: one set of answers for each team. The state with the latest date
/// counts; all of them stand in the note.
pub(super) fn progress(documents: &[Node<'_>], log: &mut Log) -> Vec<ImportedAnswers> {
    let mut teams: BTreeMap<String, Vec<AnswerRow>> = BTreeMap::new();
    for (activity, by_team) in documents.iter().flat_map(|document| document.at("progress").entries()) {
        if !by_team.is_map() {
            log.skip(format!("the progress of `{activity}`"), "it names no team");
        }
        for (team, states) in by_team.entries() {
            let dated = states.entries().iter().map(|(state, date)| (date.text().unwrap_or_default(), state.as_ref()));
            let Some((_, latest)) = dated.clone().max_by_key(|(date, _)| *date) else {
                log.skip(format!("the progress of `{team}` in `{activity}`"), "it tells no state");
                continue;
            };
            let lines: Vec<String> = dated.map(|(date, state)| format!("{state}: {date}")).collect();
            teams.entry(team.to_string()).or_default().push(AnswerRow {
                requirement: activity.to_string(),
                state: Some(State::of(latest).unwrap_or(State::Partial)),
                note: lines.join("\n"),
                ..AnswerRow::default()
            });
        }
    }
    let set = |(title, rows)| ImportedAnswers { framework: Some("dsomm".to_owned()), title, scale: None, rows };
    teams.into_iter().map(set).collect()
}
