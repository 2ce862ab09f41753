//! The common controls, and who asks for each.

use super::edge_why;
use crate::catalog::{Control, ControlTexts, Domain, Framework, Library, Relation};

/// A domain with those of its controls that are sought.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainRow {
    pub domain: Domain,
    pub controls: Vec<ControlRow>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ControlRow {
    pub id: &'static str,
    pub name: &'static str,
    /// How many frameworks ask for it.
    pub frameworks: usize,
}

/// One control with everything that asks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlView {
    pub control: Control,
    pub domain: Domain,
    /// By framework, in the order of the library.
    pub asked: Vec<(&'static Framework, Vec<AskRow>)>,
    pub previous: Option<&'static str>,
    pub next: Option<&'static str>,
}

/// A requirement that maps to a control, read from the requirement.
#[derive(Clone, Debug, PartialEq)]
pub struct AskRow {
    pub id: &'static str,
    pub title: &'static str,
    pub relation: Relation,
    pub strength: u8,
    pub why: &'static str,
}

/// The controls whose id or name holds every word sought; nothing sought finds all.
#[must_use]
pub fn controls(library: &'static Library, sought: &str) -> Vec<DomainRow> {
    let words: Vec<String> = sought.split_whitespace().map(str::to_ascii_lowercase).collect();
    let holds = |control: &Control| {
        let within = format!("{} {}", control.id, control.name).to_ascii_lowercase();
        words.iter().all(|word| within.contains(word.as_str()))
    };
    let asking = frameworks_asking(library);
    let rows = |place: usize| {
        let own = library
            .controls
            .iter()
            .enumerate()
            .filter(|(_, control)| usize::from(control.domain) == place && holds(control));
        own.map(|(index, control)| ControlRow { id: control.id, name: control.name, frameworks: asking[index] })
            .collect::<Vec<_>>()
    };
    let domains =
        library.domains.iter().enumerate().map(|(place, domain)| DomainRow { domain: *domain, controls: rows(place) });
    domains.filter(|row| !row.controls.is_empty()).collect()
}

/// For each control, how many frameworks have a requirement that maps to it.
fn frameworks_asking(library: &Library) -> Vec<usize> {
    let mut counts = vec![0; library.controls.len()];
    for edges in &library.edges {
        let mut seen = vec![false; counts.len()];
        edges.all().iter().for_each(|edge| seen[usize::from(edge.control)] = true);
        counts.iter_mut().zip(seen).for_each(|(count, seen)| *count += usize::from(seen));
    }
    counts
}

/// A control by its id.
#[must_use]
pub fn control(library: &'static Library, texts: Option<&'static ControlTexts>, id: &str) -> Option<ControlView> {
    let index = library.control(id)?;
    let control = library.controls[index];
    let asks = |framework: &'static Framework, place: usize| {
        let edges = &library.edges[place];
        let of = |requirement: usize| edges.of(requirement).iter().find(|edge| usize::from(edge.control) == index);
        let row = |requirement: usize| {
            let edge = of(requirement)?;
            Some(AskRow {
                id: framework.requirements[requirement].id,
                title: framework.requirements[requirement].title,
                relation: edge.relation,
                strength: edge.strength,
                why: edge_why(library, texts, framework, requirement, index),
            })
        };
        (0..edges.rows()).filter_map(row).collect::<Vec<_>>()
    };
    let asked = library.frameworks.iter().enumerate().map(|(place, framework)| (framework, asks(framework, place)));
    let neighbour = |place: Option<usize>| place.and_then(|place| library.controls.get(place)).map(|control| control.id);
    Some(ControlView {
        control,
        domain: library.domains[usize::from(control.domain)],
        asked: asked.filter(|(_, rows)| !rows.is_empty()).collect(),
        previous: neighbour(index.checked_sub(1)),
        next: neighbour(Some(index + 1)),
    })
}
