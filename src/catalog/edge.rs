//! The crosswalk as it is stored: typed relations between requirements and controls, and between two requirements.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// How a requirement stands to a control, read from the requirement; the direction is stored, never guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// Both ask for the same.
    Equal,
    /// The control covers all of the requirement.
    Subset,
    /// The control covers part of the requirement, which contains all of the control.
    Superset,
    /// They have something in common, and each has something of its own.
    Intersects,
}

impl Relation {
    /// Whether the requirement contains all of the control.
    #[must_use]
    pub fn contains(self) -> bool {
        matches!(self, Self::Equal | Self::Superset)
    }

    /// Whether the control covers all of the requirement.
    #[must_use]
    pub fn is_within(self) -> bool {
        matches!(self, Self::Equal | Self::Subset)
    }
}

/// One relation of a requirement to a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The place of the control in [`Library::controls`](super::Library::controls).
    pub control: u16,
    pub relation: Relation,
    /// From 1 (remote) to 10 (certain).
    pub strength: u8,
}

/// The edges of one framework, row by row: a row for each of its requirements, empty for groups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Columns", from = "Columns")]
pub struct Edges {
    /// Where each row ends in `edges`.
    ends: Vec<u32>,
    complete: Vec<bool>,
    edges: Vec<Edge>,
}

impl Edges {
    /// Adds the row of the next requirement. A complete row's controls together make up the whole requirement.
    pub fn push(&mut self, row: &[Edge], complete: bool) {
        self.edges.extend_from_slice(row);
        self.complete.push(complete);
        self.ends.push(u32::try_from(self.edges.len()).expect("a framework has far fewer than 2³² edges"));
    }

    /// How many requirements have a row, groups included.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.ends.len()
    }

    /// Where the row of a requirement stands among all edges; the rationales in
    /// [`ControlTexts::edges`](super::ControlTexts::edges) stand in the same places.
    #[must_use]
    pub fn places(&self, requirement: usize) -> Range<usize> {
        let start = requirement.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[requirement] as usize
    }

    /// The controls a requirement maps to, the closest first.
    #[must_use]
    pub fn of(&self, requirement: usize) -> &[Edge] {
        &self.edges[self.places(requirement)]
    }

    /// Whether the controls of a requirement, taken together, make up the whole of it.
    #[must_use]
    pub fn is_complete(&self, requirement: usize) -> bool {
        self.complete[requirement]
    }

    /// Every edge, in the order of the requirements.
    #[must_use]
    pub fn all(&self) -> &[Edge] {
        &self.edges
    }
}

/// The packed shape of [`Edges`]: like stands beside like, which is what compression thrives on.
#[derive(Serialize, Deserialize)]
struct Columns {
    /// For each row, twice its length, plus one when it is complete.
    rows: Vec<u8>,
    controls: Vec<u16>,
    /// For each edge, the relation times sixteen plus the strength.
    relations: Vec<u8>,
}

const RELATIONS: [Relation; 4] = [Relation::Equal, Relation::Subset, Relation::Superset, Relation::Intersects];

impl From<Edges> for Columns {
    fn from(edges: Edges) -> Self {
        let row = |index: usize| {
            u8::try_from(edges.places(index).len() * 2).unwrap_or(u8::MAX - 1) + u8::from(edges.complete[index])
        };
        Self {
            rows: (0..edges.rows()).map(row).collect(),
            controls: edges.edges.iter().map(|edge| edge.control).collect(),
            relations: edges.edges.iter().map(|edge| (edge.relation as u8) << 4 | edge.strength).collect(),
        }
    }
}

impl From<Columns> for Edges {
    /// Rows that the columns are too short for come out empty; [`Library::is_sound`](super::Library::is_sound) then refuses them.
    fn from(columns: Columns) -> Self {
        let mut built = Self::default();
        let mut edges = columns.controls.into_iter().zip(columns.relations).map(|(control, packed)| Edge {
            control,
            relation: RELATIONS[usize::from(packed >> 4) % RELATIONS.len()],
            strength: packed & 15,
        });
        for row in columns.rows {
            let edges: Vec<Edge> = edges.by_ref().take(usize::from(row / 2)).collect();
            built.push(&edges, row % 2 == 1);
        }
        built
    }
}

/// The direct relations between the requirements of two frameworks, for what the hub cannot say well.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Direct {
    /// The places of the two frameworks in [`Library::frameworks`](super::Library::frameworks).
    pub from: u16,
    pub to: u16,
    pub pairs: Vec<DirectPair>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DirectPair {
    /// The places of the two requirements in their frameworks.
    pub from: u16,
    pub to: u16,
    pub relation: DirectRelation,
    /// From 1 (remote) to 10 (certain); 0 for a denial.
    pub strength: u8,
}

/// How two requirements stand to each other, read from the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DirectRelation {
    Equal,
    /// The second covers all of the first.
    Subset,
    /// The first covers all of the second.
    Superset,
    Intersects,
    /// They are not related, whatever the hub says.
    None,
}

impl DirectRelation {
    /// The same relation, read from the second.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::Subset => Self::Superset,
            Self::Superset => Self::Subset,
            same => same,
        }
    }
}
