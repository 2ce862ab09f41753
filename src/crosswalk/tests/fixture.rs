//! Small libraries written as text.

use std::fmt::Write as _;

use crate::catalog::{
    Badge, Control, Direct, DirectPair, DirectRelation, Domain, Edge, Edges, Effort, Family, Framework, Library, Profile,
    Relation, Requirement, Rollup, Scale, Status, keep,
};
use crate::crosswalk::{Band, Crosswalk, Pair, Side, Via};

/// A library of controls `c0` to `c9` and one framework for each text.
///
/// Each line is a requirement: `a1: equal c1 9, intersects c2 6`, or `a1 complete: …`. A name that begins with `-` is not
/// assessable; one that ends with `*` belongs to the only scope option, whose bit is 1. `a1(1)` enhances `a1`.
pub fn library(frameworks: &[&str]) -> Library {
    let (frameworks, edges) = frameworks.iter().map(|text| framework(text)).unzip();
    let control = |number: usize| Control { id: keep(&format!("c{number}")), name: "", domain: 0, effort: Effort::Weeks };
    Library {
        frameworks,
        edges,
        controls: (0..10).map(control).collect(),
        domains: vec![Domain { id: "c", title: "Controls" }],
        ..Library::default()
    }
}

/// Declares a relation between a requirement of the first framework and one of the second.
pub fn declare(library: &mut Library, from: &str, to: &str, relation: DirectRelation, strength: u8) {
    let place = |framework: usize, id: &str| u16::try_from(library.frameworks[framework].position(id).unwrap()).unwrap();
    let pair = DirectPair { from: place(0, from), to: place(1, to), relation, strength };
    library.direct.push(Direct { from: 0, to: 1, pairs: vec![pair] });
}

/// The pairs from the first framework to the second, a line each: `a1 b1 full 9 via c1`.
pub fn pairs(library: &Library) -> String {
    directed(library, 0, 1)
}

pub fn directed(library: &Library, from: usize, to: usize) -> String {
    let overlap = Crosswalk::new(library).overlap(Side::whole(from), Side::whole(to));
    let mut text = String::new();
    for pair in &overlap.pairs {
        let id = |framework: usize, index: usize| library.frameworks[framework].requirements[index].id;
        writeln!(text, "{} {} {}", id(from, pair.from), id(to, pair.to), said(library, pair)).unwrap();
    }
    text
}

fn said(library: &Library, pair: &Pair) -> String {
    let via = pair.paths.iter().map(|path| match path.via {
        Via::Direct(_) => "direct",
        Via::Control { control, .. } => library.controls[control].id,
    });
    format!("{} {} via {}", band(pair.band), pair.strength, via.collect::<Vec<_>>().join(" "))
}

/// How far the first framework covers each requirement of the second: `b1 full 6 together`.
pub fn covers(library: &Library) -> String {
    let overlap = Crosswalk::new(library).overlap(Side::whole(0), Side::whole(1));
    let mut text = String::new();
    for cover in &overlap.covers {
        let together = if cover.together { " together" } else { "" };
        let id = library.frameworks[1].requirements[cover.to].id;
        writeln!(text, "{id} {} {}{together}", band(cover.band), cover.strength).unwrap();
    }
    text
}

fn band(band: Band) -> &'static str {
    match band {
        Band::None => "none",
        Band::Partial => "partial",
        Band::Full => "full",
    }
}

fn framework(text: &str) -> (Framework, Edges) {
    let mut edges = Edges::default();
    let mut requirements = Vec::new();
    for (index, line) in text.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate() {
        let (name, row) = line.split_once(':').unwrap_or((line, ""));
        let (name, complete) = name.strip_suffix(" complete").map_or((name, false), |name| (name, true));
        let row: Vec<Edge> = row.split(',').filter(|edge| !edge.trim().is_empty()).map(edge).collect();
        edges.push(&row, complete);
        let mut made = requirement(name, index);
        let base = made.id.split_once('(').map(|(base, _)| base);
        made.parent = base.map(|base| {
            u16::try_from(requirements.iter().position(|above: &Requirement| above.id == base).unwrap()).unwrap()
        });
        requirements.push(made);
    }
    (bare(requirements), edges)
}

fn edge(text: &str) -> Edge {
    let words: Vec<&str> = text.split_whitespace().collect();
    let relation = match words[0] {
        "equal" => Relation::Equal,
        "subset" => Relation::Subset,
        "superset" => Relation::Superset,
        _ => Relation::Intersects,
    };
    Edge { control: words[1][1..].parse().unwrap(), relation, strength: words[2].parse().unwrap() }
}

fn requirement(name: &str, index: usize) -> Requirement {
    Requirement {
        id: keep(name.trim_start_matches('-').trim_end_matches('*')),
        title: "",
        parent: None,
        end: u16::try_from(index + 1).unwrap(),
        depth: 0,
        assessable: !name.starts_with('-'),
        weight: 1,
        scopes: u64::from(name.ends_with('*')),
        designation: "",
        references: Vec::new(),
        withdrawn: None,
    }
}

fn bare(requirements: Vec<Requirement>) -> Framework {
    let option = crate::catalog::ScopeOption { id: "on", title: "", note: "", always: false, default: true, bit: 1 };
    let dimension = crate::catalog::Dimension {
        id: "only",
        title: "",
        question: "",
        select: crate::catalog::Select::Any,
        options: vec![option],
    };
    Framework {
        id: "",
        profile: Profile {
            short: "",
            running: "",
            name: "",
            issuer: "",
            version: "",
            year: 2026,
            badge: Badge::Voluntary,
            family: Family::Quality,
            regions: Vec::new(),
            industries: Vec::new(),
            status: Status::Current,
            one: "",
            many: "",
            tagline: "",
            provides: "",
            when: "",
            cost: 1,
            complexity: 1,
            months: (1, 1),
            reviewed: "",
        },
        dimensions: vec![dimension],
        scale: Scale::maturity(),
        rollup: Rollup::Requirements,
        method: None,
        requirements,
        texts: "",
    }
}
