//! What in the crosswalk wants a second look. Nothing here is wrong for certain, so nothing fails.

use anyhow::Result;
use plumbline::catalog::{DirectRelation, Edge, Library, Relation};
use plumbline::crosswalk::{Band, Crosswalk, Path, Side, Via};

use crate::catalogs;

/// From how many requirements of one framework a control counts as popular there.
const POPULAR: usize = 12;

/// Below this strength a claim of equality is doubtful.
const FIRM: u8 = 7;

/// Prints every list with its length.
pub fn quality() -> Result<()> {
    let catalogs = catalogs::check()?;
    let library = catalogs.library();
    let undeclared = Library { direct: Vec::new(), ..catalogs.library() };
    let crosswalk = Crosswalk::new(&library);
    for (title, mut lines) in [
        ("controls that much of a framework maps to", popular(&library)),
        ("controls that one framework alone maps to, or none", lonely(&library)),
        ("requirements without a counterpart in any other framework", isolated(&library, &crosswalk)),
        ("requirements of one framework equal to the same control", twins(&library)),
        ("rows that say two things at once", contradictory(&library)),
        (
            "pairs that cover each other in full, though neither is equal to a control they share",
            mutual(&library, &crosswalk),
        ),
        ("direct relations that contradict what the hub says", disputed(&library, &Crosswalk::new(&undeclared))),
    ] {
        println!("{title}: {}", lines.len());
        lines.sort();
        lines.iter().for_each(|line| println!("  {line}"));
    }
    Ok(())
}

/// Every edge of a framework with the id of its requirement.
fn edges(library: &Library, framework: usize) -> impl Iterator<Item = (&'static str, &Edge)> {
    let requirements = library.frameworks[framework].requirements.iter().enumerate();
    requirements
        .flat_map(move |(index, requirement)| library.edges[framework].of(index).iter().map(|edge| (requirement.id, edge)))
}

fn name(library: &Library, control: usize) -> String {
    format!("{} {}", library.controls[control].id, library.controls[control].name)
}

/// For each control, how many requirements of a framework map to it.
fn fans(library: &Library, framework: usize) -> Vec<usize> {
    let mut fans = vec![0; library.controls.len()];
    edges(library, framework).for_each(|(_, edge)| fans[usize::from(edge.control)] += 1);
    fans
}

fn popular(library: &Library) -> Vec<String> {
    let mut lines = Vec::new();
    for (place, framework) in library.frameworks.iter().enumerate() {
        for (control, fan) in fans(library, place).into_iter().enumerate().filter(|(_, fan)| *fan >= POPULAR) {
            lines.push(format!("{} {fan:3} {}", framework.id, name(library, control)));
        }
    }
    lines
}

fn lonely(library: &Library) -> Vec<String> {
    let fans: Vec<Vec<usize>> = (0..library.frameworks.len()).map(|framework| fans(library, framework)).collect();
    let users = |control: usize| -> Vec<&str> {
        library
            .frameworks
            .iter()
            .zip(&fans)
            .filter(|(_, fans)| fans[control] > 0)
            .map(|(framework, _)| framework.id)
            .collect()
    };
    let lonely = (0..library.controls.len()).map(|control| (control, users(control))).filter(|(_, users)| users.len() < 2);
    lonely.map(|(control, users)| format!("{} ({})", name(library, control), users.first().unwrap_or(&"none"))).collect()
}

fn isolated(library: &Library, crosswalk: &Crosswalk) -> Vec<String> {
    let mut lines = Vec::new();
    for (place, framework) in library.frameworks.iter().enumerate() {
        for (index, requirement) in framework.requirements.iter().enumerate() {
            // What an enhancement adds often has no counterpart; what it enhances is the one to look at.
            let is_expected = requirement.assessable && framework.enhanced(index).is_none();
            if is_expected && crosswalk.related(place, index).is_empty() {
                lines.push(format!("{} {} {}", framework.id, requirement.id, requirement.title));
            }
        }
    }
    lines
}

fn twins(library: &Library) -> Vec<String> {
    let mut lines = Vec::new();
    for (place, framework) in library.frameworks.iter().enumerate() {
        let mut equal: Vec<Vec<&str>> = vec![Vec::new(); library.controls.len()];
        for (id, edge) in edges(library, place).filter(|(_, edge)| edge.relation == Relation::Equal) {
            equal[usize::from(edge.control)].push(id);
        }
        let twins = equal.iter().enumerate().filter(|(_, ids)| ids.len() > 1);
        lines.extend(twins.map(|(control, ids)| format!("{} {}: {}", framework.id, name(library, control), ids.join(", "))));
    }
    lines
}

fn contradictory(library: &Library) -> Vec<String> {
    let mut lines = Vec::new();
    for (place, framework) in library.frameworks.iter().enumerate() {
        let edges = &library.edges[place];
        for (index, requirement) in framework.requirements.iter().enumerate() {
            let (row, is_complete) = (edges.of(index), edges.is_complete(index));
            let holds = |relation: Relation| row.iter().any(|edge| edge.relation == relation);
            let mut say = |what: &str| lines.push(format!("{} {}: {what}", framework.id, requirement.id));
            if holds(Relation::Equal) && row.iter().filter(|edge| edge.relation.contains()).count() > 1 {
                say("equal to one control and contains another");
            }
            if is_complete && row.iter().any(|edge| edge.relation.is_within()) {
                say("complete, though one control covers all of it");
            }
            if is_complete && holds(Relation::Intersects) {
                say("complete, though a control reaches beyond it");
            }
            if row.iter().any(|edge| edge.relation == Relation::Equal && edge.strength < FIRM) {
                say("equal with little strength");
            }
        }
    }
    lines
}

fn mutual(library: &Library, crosswalk: &Crosswalk) -> Vec<String> {
    let mut lines = Vec::new();
    let count = library.frameworks.len();
    for (from, to) in (0..count).flat_map(|from| (from + 1..count).map(move |to| (from, to))) {
        for pair in crosswalk.overlap(Side::whole(from), Side::whole(to)).pairs {
            let is_equal = |path: &Path| {
                matches!(
                    path.via,
                    Via::Direct(_) | Via::Control { from: Relation::Equal, .. } | Via::Control { to: Relation::Equal, .. }
                )
            };
            if pair.band == Band::Full && pair.turned().band == Band::Full && !pair.paths.iter().any(is_equal) {
                lines.push(joined(library, (from, pair.from), (to, pair.to)));
            }
        }
    }
    lines
}

/// `hub` is the crosswalk without its direct relations.
fn disputed(library: &Library, hub: &Crosswalk) -> Vec<String> {
    let mut lines = Vec::new();
    for table in &library.direct {
        let (from, to) = (usize::from(table.from), usize::from(table.to));
        for declared in &table.pairs {
            let (one, other) = (usize::from(declared.from), usize::from(declared.to));
            let band = |from: usize, to: usize, one: usize, other: usize| {
                let pairs = hub.pairs_to(Side::whole(from), to, other);
                pairs.iter().find(|pair| pair.from == one).map_or(Band::None, |pair| pair.band)
            };
            let (there, back) = (band(from, to, one, other), band(to, from, other, one));
            let disputes = match declared.relation {
                DirectRelation::Equal => false,
                DirectRelation::Intersects | DirectRelation::None => there == Band::Full || back == Band::Full,
                DirectRelation::Subset => there == Band::Full,
                DirectRelation::Superset => back == Band::Full,
            };
            if disputes {
                lines.push(joined(library, (from, one), (to, other)));
            }
        }
    }
    lines
}

fn joined(library: &Library, from: (usize, usize), to: (usize, usize)) -> String {
    let id = |(framework, requirement): (usize, usize)| {
        format!("{} {}", library.frameworks[framework].id, library.frameworks[framework].requirements[requirement].id)
    };
    format!("{} – {}", id(from), id(to))
}
