//! Small libraries written as text, and assessments of them.

use plumbline::assessment::{Action, Document, Field, Standing, apply};
use plumbline::catalog::{
    Badge, Control, Dimension, Domain, Edge, Edges, Effort, Family, Framework, Library, Profile, Relation, Requirement,
    Rollup, Scale, ScopeOption, Select, Status, keep,
};

pub const WRITER: &str = "w1";

/// A library of controls `c0` to `c9` (`c8` takes days, `c9` months, the others weeks) and one framework `f0`, `f1`, … for
/// each text.
///
/// Each line is a requirement, indented by two for each level; one with a colon takes an answer and names its controls:
/// `a1: equal c1 9, intersects c2 6`. A name that ends with `*` belongs to the only scope option, `on`, whose bit is 1.
pub fn library(frameworks: &[&str]) -> Library {
    let built: Vec<(Framework, Edges)> =
        frameworks.iter().enumerate().map(|(place, text)| framework(&format!("f{place}"), text)).collect();
    let control = |number: usize| {
        let effort = [Effort::Weeks, Effort::Days, Effort::Months][number.saturating_sub(7)];
        Control { id: keep(&format!("c{number}")), name: keep(&format!("Control {number}")), domain: 0, effort }
    };
    let (frameworks, edges) = built.into_iter().unzip();
    Library {
        frameworks,
        edges,
        controls: (0..10).map(control).collect(),
        domains: vec![Domain { id: "C", title: "Controls" }],
        ..Library::default()
    }
}

/// The same, with the life that screens need.
pub fn kept(frameworks: &[&str]) -> &'static Library {
    Box::leak(Box::new(library(frameworks)))
}

/// An assessment of every framework of a library, with answers such as `f0 a1 3`, `f0 a2 n/a`.
pub fn assessment(library: &Library, answers: &[&str]) -> Document {
    let mut document = Document::new("d1");
    for framework in &library.frameworks {
        apply(&mut document, &Action::Include { framework: framework.id.to_owned(), included: true }, WRITER);
    }
    for line in answers {
        act(&mut document, answer(line));
    }
    document
}

/// `f0 a1 3`, `f0 a1 n/a` with a reason, `f0 a1 -` to take the answer back.
pub fn answer(line: &str) -> Action {
    let [framework, requirement, said] = parts(line);
    let standing = match said.as_str() {
        "n/a" => Standing::NotApplicable,
        "-" => Standing::Unanswered,
        level => Standing::Level(level.parse().unwrap()),
    };
    let reason = remark(&format!("{framework} {requirement}"), Field::Reason, "Not something we do here.");
    let answer = Action::Answer { framework, requirement, standing };
    if standing == Standing::NotApplicable { Action::Several(vec![reason, answer]) } else { answer }
}

/// Writes a field of a requirement named as `f0 a1`.
pub fn remark(place: &str, field: Field, text: &str) -> Action {
    let (framework, requirement) = place.split_once(' ').unwrap();
    Action::Remark { framework: framework.to_owned(), requirement: requirement.to_owned(), field, text: text.to_owned() }
}

pub fn act(document: &mut Document, action: Action) {
    apply(document, &action, WRITER);
}

pub fn parts<const N: usize>(line: &str) -> [String; N] {
    let parts: Vec<String> = line.split(' ').map(str::to_owned).collect();
    parts.try_into().unwrap()
}

fn framework(id: &str, text: &str) -> (Framework, Edges) {
    let mut requirements: Vec<Requirement> = Vec::new();
    let mut edges = Edges::default();
    let mut branch: Vec<usize> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let depth = (line.len() - line.trim_start().len()) / 2;
        let (name, row) = line.trim().split_once(':').map_or((line.trim(), None), |(name, row)| (name, Some(row)));
        branch.truncate(depth);
        let index = requirements.len();
        requirements.push(Requirement {
            id: keep(name.trim_end_matches('*')),
            title: keep(&format!("Title of {}", name.trim_end_matches('*'))),
            parent: branch.last().map(|parent| u16::try_from(*parent).unwrap()),
            end: u16::try_from(index + 1).unwrap(),
            depth: u8::try_from(depth).unwrap(),
            assessable: row.is_some(),
            weight: 1,
            scopes: u64::from(name.ends_with('*')),
            designation: "",
            references: Vec::new(),
            withdrawn: None,
        });
        for above in &branch {
            requirements[*above].end = u16::try_from(index + 1).unwrap();
        }
        branch.push(index);
        let row: Vec<Edge> = row.unwrap_or("").split(',').filter(|edge| !edge.trim().is_empty()).map(edge).collect();
        edges.push(&row, false);
    }
    (bare(id, requirements), edges)
}

fn edge(text: &str) -> Edge {
    let [relation, control, strength] = parts(text.trim());
    let relation = match relation.as_str() {
        "equal" => Relation::Equal,
        "subset" => Relation::Subset,
        "superset" => Relation::Superset,
        _ => Relation::Intersects,
    };
    Edge { control: control[1..].parse().unwrap(), relation, strength: strength.parse().unwrap() }
}

fn bare(id: &str, requirements: Vec<Requirement>) -> Framework {
    let option = ScopeOption { id: "on", title: "On", note: "", always: false, default: true, bit: 1 };
    let dimension = Dimension { id: "only", title: "", question: "", select: Select::Any, options: vec![option] };
    Framework {
        id: keep(id),
        profile: Profile {
            short: keep(id),
            running: keep(id),
            name: "",
            issuer: "",
            version: "",
            year: 2026,
            badge: Badge::Voluntary,
            family: Family::Quality,
            regions: Vec::new(),
            industries: Vec::new(),
            status: Status::Current,
            one: "requirement",
            many: "requirements",
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
