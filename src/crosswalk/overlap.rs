//! What two frameworks have in common, seen in one direction.

use std::ops::Range;

use super::derive::strongest_first;
use super::{Band, Crosswalk, Pair, Side, Via};
use crate::catalog::Framework;

/// How far one framework covers another: three bands and the pairs behind them, never a lone percentage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// Every pair; those of one requirement of the second framework together, the strongest first.
    pub pairs: Vec<Pair>,
    /// One for each requirement of the second framework that counts, in document order.
    pub covers: Vec<Cover>,
}

/// How far a requirement is covered by another framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// The place of the requirement in its framework.
    pub to: usize,
    pub band: Band,
    /// The weakest hop of what gives the band; 0 where there is none.
    pub strength: u8,
    /// Covered in full only by several requirements together, each of which covers a part.
    pub together: bool,
    /// Where its pairs stand in [`Overlap::pairs`].
    pub pairs: Range<usize>,
}

/// For "if you already have the first": the requirements of the second, in document order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Covered in full.
    pub full: Vec<usize>,
    /// Covered in part: what is there helps, something is missing.
    pub partly: Vec<usize>,
    pub new: Vec<usize>,
}

/// How far a section of the second framework is covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SectionCover {
    /// The place of the section in its framework.
    pub section: usize,
    pub full: usize,
    pub partial: usize,
    pub none: usize,
}

/// How many pairs run from a section of the first framework to a section of the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow {
    /// The places of the two sections in their frameworks.
    pub from: usize,
    pub to: usize,
    pub full: usize,
    pub partial: usize,
}

impl Crosswalk<'_> {
    /// How far `from` covers `to`. The other direction differs: a part never covers its whole.
    ///
    /// # Panics
    /// When a side is no framework of the library.
    #[must_use]
    pub fn overlap(&self, from: Side, to: Side) -> Overlap {
        let mut overlap = Overlap { pairs: Vec::new(), covers: Vec::new() };
        let count = self.library.frameworks[to.framework].requirements.len();
        for requirement in (0..count).filter(|requirement| self.counts(to, *requirement)) {
            let pairs = self.pairs_to(from, to.framework, requirement);
            let start = overlap.pairs.len();
            let mut cover = self.cover(&pairs, to.framework, requirement);
            cover.pairs = start..start + pairs.len();
            overlap.pairs.extend(pairs);
            overlap.covers.push(cover);
        }
        overlap
    }

    /// How far the pairs to a requirement cover it, alone or together.
    pub(super) fn cover(&self, pairs: &[Pair], framework: usize, requirement: usize) -> Cover {
        let (band, strength) = pairs.first().map_or((Band::None, 0), |best| (best.band, best.strength));
        let cover = Cover { to: requirement, band, strength, together: false, pairs: 0..pairs.len() };
        match self.together(pairs, framework, requirement) {
            Some(strength) if band != Band::Full => Cover { band: Band::Full, strength, together: true, ..cover },
            _ => cover,
        }
    }

    /// The strength with which pairs cover a complete requirement together: each of its controls by the strongest path from
    /// a requirement that contains it, and the weakest of these.
    fn together(&self, pairs: &[Pair], framework: usize, requirement: usize) -> Option<u8> {
        if !self.library.edges[framework].is_complete(requirement) {
            return None;
        }
        let paths = || pairs.iter().flat_map(|pair| &pair.paths);
        let best = |wanted: usize| {
            let containing = paths().filter(
                |path| matches!(path.via, Via::Control { control, from, .. } if control == wanted && from.contains()),
            );
            containing.map(|path| path.strength).max()
        };
        let strengths: Option<Vec<u8>> =
            self.row(framework, requirement).iter().map(|hop| best(usize::from(hop.control))).collect();
        strengths?.into_iter().min()
    }
}

impl Overlap {
    /// The pairs of one cover, the strongest first.
    #[must_use]
    pub fn pairs_of(&self, cover: &Cover) -> &[Pair] {
        &self.pairs[cover.pairs.clone()]
    }

    /// How many requirements of the second framework are in a band.
    #[must_use]
    pub fn count(&self, band: Band) -> usize {
        self.covers.iter().filter(|cover| cover.band == band).count()
    }

    /// Every pair, the strongest first.
    #[must_use]
    pub fn strongest(&self) -> Vec<Pair> {
        let mut pairs = self.pairs.clone();
        strongest_first(&mut pairs);
        pairs
    }

    /// What somebody who already has the first framework has of the second.
    #[must_use]
    pub fn carried(&self) -> Carried {
        let of = |band| self.covers.iter().filter(|cover| cover.band == band).map(|cover| cover.to).collect();
        Carried { full: of(Band::Full), partly: of(Band::Partial), new: of(Band::None) }
    }

    /// The bands counted by the sections of the second framework; only sections in which something counts.
    #[must_use]
    pub fn by_section(&self, to: &Framework) -> Vec<SectionCover> {
        let mut counted = Vec::new();
        for section in to.sections() {
            let subtree = to.subtree(section);
            let covers = || self.covers.iter().filter(|cover| subtree.contains(&cover.to));
            let count = |band| covers().filter(|cover| cover.band == band).count();
            if covers().next().is_some() {
                let (full, partial, none) = (count(Band::Full), count(Band::Partial), count(Band::None));
                counted.push(SectionCover { section, full, partial, none });
            }
        }
        counted
    }

    /// The pairs counted by the sections they join, in document order; only sections that are joined.
    #[must_use]
    pub fn flows(&self, from: &Framework, to: &Framework) -> Vec<Flow> {
        let (from_sections, to_sections) = (from.sections(), to.sections());
        let mut flows: Vec<Flow> = Vec::new();
        for pair in &self.pairs {
            let (Some(from), Some(to)) = (section(from, &from_sections, pair.from), section(to, &to_sections, pair.to))
            else {
                continue;
            };
            let place = flows.binary_search_by_key(&(from, to), |flow| (flow.from, flow.to)).unwrap_or_else(|place| {
                flows.insert(place, Flow { from, to, full: 0, partial: 0 });
                place
            });
            match pair.band {
                Band::Full => flows[place].full += 1,
                _ => flows[place].partial += 1,
            }
        }
        flows
    }
}

/// The section that a requirement stands in. A requirement above all sections has none.
fn section(framework: &Framework, sections: &[usize], requirement: usize) -> Option<usize> {
    sections.iter().copied().find(|section| framework.subtree(*section).contains(&requirement))
}
