//! What the requirements of one framework say about those of another.
//!
//! Every requirement maps to a few common controls, and two requirements that meet in a control may be counterparts. How
//! a shared control makes a pair:
//!
//! - **Full**, when one requirement contains the control and the control contains the other: *a* ⊇ *c* ⊇ *b*. Whoever does
//!   *a* does *b*.
//! - **Partial**, when the two have something in common that is worth citing. That is certain when one of them contains the
//!   control and the other contains it too, or lies within it. Otherwise both only touch the control, perhaps at different
//!   ends, and [`rule`] weighs how much: strong relations count for more, and a control that much of a framework maps to
//!   counts for less. Two controls that both touch are enough where one is not.
//! - **None** otherwise.
//!
//! An enhancement counts only through controls of its own: what it enhances is the counterpart that people cite.
//!
//! A requirement whose controls together make up the whole of it (`complete = true`) is also covered in full when each of
//! them is contained in some requirement of the other framework. A direct relation between two requirements replaces
//! whatever their controls say, and can deny that they are related.
//!
//! The strength of a path is its weakest hop. Bands have a direction, since a part never covers its whole; whether a pair
//! stands at all has none. Only requirements that take an answer count. Everything is integers.

mod asked;
mod derive;
mod hops;
mod matrix;
mod overlap;
pub mod rule;
mod suggest;
#[cfg(test)]
mod tests;

pub use asked::{Ask, Asked, Extent};
pub use derive::Related;
pub use hops::Crosswalk;
pub use matrix::{Counts, Matrix, matrix};
pub use overlap::{Carried, Cover, Flow, Overlap, SectionCover};
pub use suggest::{Doubt, Origin, Suggestion, carried};

use crate::catalog::{DirectRelation, Relation};

/// How far one requirement covers another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    #[default]
    None,
    Partial,
    Full,
}

/// One framework of a comparison, whole or as far as a choice of scope options takes it in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    /// The place of the framework in the library.
    pub framework: usize,
    /// The chosen scope options as bits, such as [`Answers::scope`](crate::assessment::Answers::scope); absent for the whole.
    pub scope: Option<u64>,
}

impl Side {
    #[must_use]
    pub fn whole(framework: usize) -> Self {
        Self { framework, scope: None }
    }

    #[must_use]
    pub fn scoped(framework: usize, scope: u64) -> Self {
        Self { framework, scope: Some(scope) }
    }
}

/// Two requirements that a practitioner would cite as counterparts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The places of the two requirements in their frameworks.
    pub from: usize,
    pub to: usize,
    /// How far `from` covers `to`; never [`Band::None`].
    pub band: Band,
    /// The strength of the best path, from 1 (remote) to 10 (certain).
    pub strength: u8,
    /// Everything that makes the pair, the best first; at least one.
    pub paths: Vec<Path>,
}

/// One way from a requirement to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Path {
    pub via: Via,
    /// How far the path alone carries.
    pub band: Band,
    /// Its weakest hop.
    pub strength: u8,
}

/// What joins two requirements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// Declared between the two, read from the first.
    Direct(DirectRelation),
    /// Inferred through a common control, with the relation of each requirement to it.
    Control { control: usize, from: Relation, to: Relation },
}

impl Pair {
    fn new(from: usize, to: usize, mut paths: Vec<Path>) -> Self {
        paths.sort_by_key(|path| (std::cmp::Reverse((path.band, path.strength)), path.via.control()));
        let best = paths[0];
        Self { from, to, band: best.band, strength: best.strength, paths }
    }

    /// Whether the pair follows from the hub, rather than being declared.
    #[must_use]
    pub fn is_inferred(&self) -> bool {
        !matches!(self.paths[0].via, Via::Direct(_))
    }

    /// The same pair in the other direction, in which the band may differ.
    #[must_use]
    pub fn turned(&self) -> Self {
        Self::new(self.to, self.from, self.paths.iter().map(|path| Path::new(path.via.turned(), path.strength)).collect())
    }
}

impl Path {
    fn new(via: Via, strength: u8) -> Self {
        Self { via, band: via.band(), strength }
    }
}

impl Via {
    /// The control a path goes through, unless it is direct.
    #[must_use]
    pub fn control(self) -> Option<usize> {
        match self {
            Self::Direct(_) => None,
            Self::Control { control, .. } => Some(control),
        }
    }

    fn turned(self) -> Self {
        match self {
            Self::Direct(relation) => Self::Direct(relation.turned()),
            Self::Control { control, from, to } => Self::Control { control, from: to, to: from },
        }
    }

    fn band(self) -> Band {
        match self {
            Self::Direct(DirectRelation::None) => Band::None,
            Self::Direct(DirectRelation::Equal | DirectRelation::Superset) => Band::Full,
            Self::Control { from, to, .. } if from.contains() && to.is_within() => Band::Full,
            _ => Band::Partial,
        }
    }
}
