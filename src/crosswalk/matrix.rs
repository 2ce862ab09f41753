//! How far every framework covers every other, all at once.
//!
//! The same bands as [`Crosswalk::overlap`], counted without naming the pairs. Sides are bits: for each control, which
//! sides reach it and how. A requirement then finds the sides that cover it by joining a few words for each of its
//! controls, and the bits are added up in columns, sixty-four sides at a time.

use std::collections::BTreeMap;

use super::hops::{Crosswalk, Hop};
use super::{Band, Side, rule};
use crate::catalog::Library;

/// Counts for each ordered pair of sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    sides: usize,
    counts: Vec<Counts>,
}

/// How many requirements of a side another side covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub full: u32,
    pub partial: u32,
    /// Everything that counts, the uncovered included.
    pub total: u32,
}

impl Matrix {
    /// How far the side in place `from` covers the one in place `to`. A side covers itself in full.
    #[must_use]
    pub fn of(&self, from: usize, to: usize) -> Counts {
        self.counts[from * self.sides + to]
    }
}

/// Every framework of a library against every other, whole.
#[must_use]
pub fn matrix(library: &Library) -> Matrix {
    let sides: Vec<Side> = (0..library.frameworks.len()).map(Side::whole).collect();
    Crosswalk::new(library).matrix(&sides)
}

impl Crosswalk<'_> {
    /// Every side against every other.
    #[must_use]
    pub fn matrix(&self, sides: &[Side]) -> Matrix {
        let reach = Reach::new(self, sides);
        let mut counts = vec![Counts::default(); sides.len() * sides.len()];
        for (to, side) in sides.iter().enumerate() {
            let touched = self.touched(*side, sides);
            let (mut full, mut any) = (Columns::new(reach.words), Columns::new(reach.words));
            let mut found = Found::new(reach.words);
            let mut total = 0;
            for requirement in self.within(*side) {
                total += 1;
                reach.find(self, side.framework, requirement, &mut found);
                for from in touched.get(&requirement).map_or(&[][..], Vec::as_slice) {
                    let pairs = self.pairs_to(sides[*from], side.framework, requirement);
                    found.set(*from, self.cover(&pairs, side.framework, requirement).band);
                }
                full.add(&mut found.full);
                any.add(&mut found.any);
            }
            for from in 0..sides.len() {
                let (full, any) = if from == to { (total, total) } else { (full.count(from), any.count(from)) };
                counts[from * sides.len() + to] = Counts { full, partial: any - full, total };
            }
        }
        Matrix { sides: sides.len(), counts }
    }

    fn within(&self, side: Side) -> impl Iterator<Item = usize> + '_ {
        (0..self.framework(side.framework).requirements.len()).filter(move |requirement| self.counts(side, *requirement))
    }

    /// The requirements of a side that direct relations reach, each with the sides they come from.
    fn touched(&self, side: Side, sides: &[Side]) -> BTreeMap<usize, Vec<usize>> {
        let mut touched: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (requirement, framework) in self.direct_into(side.framework) {
            let from = sides.iter().enumerate().filter(|(_, side)| side.framework == framework).map(|(place, _)| place);
            touched.entry(requirement).or_default().extend(from);
        }
        touched
    }
}

const LEVELS: usize = rule::MOST_POINTS as usize + 1;

/// Which sides reach what, a bit for each side.
struct Reach {
    words: usize,
    /// For each control, the sides that contain it.
    contains: Vec<u64>,
    /// For each control, the sides that more than touch it.
    anchored: Vec<u64>,
    /// For each control and each number of points, the sides with a relation worth that or more.
    near: Vec<u64>,
    /// For each two controls that some requirements are both close to, the sides with such a requirement.
    both: Vec<u64>,
}

impl Reach {
    fn new(crosswalk: &Crosswalk, sides: &[Side]) -> Self {
        let (words, controls) = (sides.len().div_ceil(64), crosswalk.library.controls.len());
        let table = |rows: usize| vec![0; rows * words];
        let mut reach = Self {
            words,
            contains: table(controls),
            anchored: table(controls),
            near: table(controls * LEVELS),
            both: table(crosswalk.twos.count),
        };
        for (place, side) in sides.iter().enumerate() {
            let (word, bit) = (place / 64, 1 << (place % 64));
            for requirement in crosswalk.within(*side) {
                for hop in crosswalk.row(side.framework, requirement) {
                    let control = usize::from(hop.control);
                    reach.contains[control * words + word] |= if hop.relation.contains() { bit } else { 0 };
                    reach.anchored[control * words + word] |= if hop.is_anchored { bit } else { 0 };
                    reach.near[(control * LEVELS + usize::from(hop.points)) * words + word] |= bit;
                }
                for two in crosswalk.twos.of(side.framework, requirement) {
                    reach.both[two * words + word] |= bit;
                }
            }
        }
        for row in (0..controls * LEVELS).rev().filter(|row| row % LEVELS != LEVELS - 1) {
            for word in row * words..(row + 1) * words {
                reach.near[word] |= reach.near[word + words];
            }
        }
        reach
    }

    /// The sides that cover a requirement, fully and at all.
    fn find(&self, crosswalk: &Crosswalk, framework: usize, requirement: usize, found: &mut Found) {
        let row = crosswalk.row(framework, requirement);
        let is_complete = crosswalk.library.edges[framework].is_complete(requirement) && !row.is_empty();
        found.reset(is_complete);
        for hop in row {
            let contains = self.row(&self.contains, hop.control.into());
            join(&mut found.any, self.enough(hop));
            if hop.relation.contains() {
                join(&mut found.any, self.row(&self.anchored, hop.control.into()));
            }
            if hop.is_anchored {
                join(&mut found.any, contains);
            }
            if hop.relation.is_within() {
                join(&mut found.full, contains);
            }
            if is_complete {
                found.together.iter_mut().zip(contains).for_each(|(word, other)| *word &= other);
            }
        }
        for two in crosswalk.twos.of(framework, requirement) {
            join(&mut found.any, self.row(&self.both, two));
        }
        join(&mut found.full, &found.together);
    }

    /// The sides whose relation to the control is worth enough beside this one.
    fn enough(&self, hop: &Hop) -> &[u64] {
        let missing = rule::PAIR_POINTS.saturating_sub(hop.points);
        self.row(&self.near, usize::from(hop.control) * LEVELS + usize::from(missing))
    }

    fn row<'a>(&self, table: &'a [u64], row: usize) -> &'a [u64] {
        &table[row * self.words..(row + 1) * self.words]
    }
}

fn join(words: &mut [u64], others: &[u64]) {
    words.iter_mut().zip(others).for_each(|(word, other)| *word |= other);
}

/// The sides that cover one requirement.
struct Found {
    full: Vec<u64>,
    any: Vec<u64>,
    /// The sides that contain every control so far, where the controls make up the requirement.
    together: Vec<u64>,
}

impl Found {
    fn new(words: usize) -> Self {
        Self { full: vec![0; words], any: vec![0; words], together: vec![0; words] }
    }

    fn reset(&mut self, is_complete: bool) {
        self.full.fill(0);
        self.any.fill(0);
        self.together.fill(if is_complete { u64::MAX } else { 0 });
    }

    fn set(&mut self, side: usize, band: Band) {
        let (word, bit) = (side / 64, 1 << (side % 64));
        for (words, is_in) in [(&mut self.full, band == Band::Full), (&mut self.any, band != Band::None)] {
            words[word] = if is_in { words[word] | bit } else { words[word] & !bit };
        }
    }
}

/// A counter for each bit, kept in columns: the first plane holds the ones, the next the twos, and so on.
struct Columns {
    words: usize,
    planes: Vec<u64>,
}

impl Columns {
    fn new(words: usize) -> Self {
        Self { words, planes: Vec::new() }
    }

    /// Counts every bit that is set; what is given is used up.
    fn add(&mut self, carry: &mut [u64]) {
        let mut plane = 0;
        while carry.iter().any(|word| *word != 0) {
            if plane == self.planes.len() {
                self.planes.resize(plane + self.words, 0);
            }
            for (sum, carry) in self.planes[plane..plane + self.words].iter_mut().zip(carry.iter_mut()) {
                (*sum, *carry) = (*sum ^ *carry, *sum & *carry);
            }
            plane += self.words;
        }
    }

    fn count(&self, bit: usize) -> u32 {
        let planes = self.planes.chunks_exact(self.words.max(1)).zip(0..);
        planes.map(|(plane, power)| u32::from(plane[bit / 64] >> (bit % 64) & 1 == 1) << power).sum()
    }
}
