//! How far every framework covers every other, all at once.
//!
//! The same bands as [`Crosswalk::overlap`], counted without naming the pairs. Sides are bits, sixty-four at a time: for
//! each control, which sides reach it and how. A requirement then finds the sides that cover it by joining a few words
//! for each of its controls, and the bits are added up in columns.

use std::collections::BTreeMap;

use super::hops::{Crosswalk, Hop, Span};
use super::{Band, Side, rule};
use crate::catalog::Library;

/// Counts for each ordered pair of sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    sides: usize,
    /// By the side that is covered.
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
        self.counts[to * self.sides + from]
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
        let rows: Vec<Vec<Row>> = sides.iter().map(|side| self.rows_of(*side)).collect();
        let mut matrix = Matrix { sides: sides.len(), counts: vec![Counts::default(); sides.len() * sides.len()] };
        for start in (0..sides.len()).step_by(64) {
            let block = start..sides.len().min(start + 64);
            let reach = Reach::new(self, &rows[block.clone()]);
            for (to, side) in sides.iter().enumerate() {
                let touched = self.touched(*side, &sides[block.clone()]);
                let touching = |requirement: usize| if touched.is_empty() { None } else { touched.get(&requirement) };
                let (mut full, mut any) = (Columns::default(), Columns::default());
                for row in &rows[to] {
                    let mut found = reach.find(row);
                    for from in touching(row.requirement).map_or(&[][..], Vec::as_slice) {
                        let pairs = self.pairs_to(sides[start + from], side.framework, row.requirement);
                        found.set(*from, self.cover(&pairs, side.framework, row.requirement).band);
                    }
                    full.add(found.full);
                    any.add(found.any);
                }
                let total = u32::try_from(rows[to].len()).expect("a framework has fewer than 65,536 requirements");
                let counts = full.counts().into_iter().zip(any.counts());
                for (from, (full, any)) in block.clone().zip(counts) {
                    let (full, any) = if from == to { (total, total) } else { (full, any) };
                    matrix.counts[to * sides.len() + from] = Counts { full, partial: any - full, total };
                }
            }
        }
        matrix
    }

    fn rows_of(&self, side: Side) -> Vec<Row<'_>> {
        let framework = self.framework(side.framework);
        let all = self.spans[side.framework].iter();
        let wanted = all.filter(|span| side.scope.is_none_or(|scope| framework.applies(span.requirement as usize, scope)));
        let (hops, twos) = (&self.rows[side.framework], &self.twos.numbers[side.framework]);
        let row = |span: &Span| Row {
            requirement: span.requirement as usize,
            hops: &hops[span.hops.0 as usize..span.hops.1 as usize],
            twos: &twos[span.twos.0 as usize..span.twos.1 as usize],
            is_complete: span.is_complete,
        };
        wanted.map(row).collect()
    }

    /// The requirements of a side that direct relations reach, each with the sides they come from.
    fn touched(&self, side: Side, sides: &[Side]) -> BTreeMap<usize, Vec<usize>> {
        let mut touched: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (requirement, framework) in self.direct_into(side.framework) {
            let from = sides.iter().enumerate().filter(|(_, side)| side.framework == framework).map(|(place, _)| place);
            touched.entry(requirement).or_default().extend(from);
        }
        for from in touched.values_mut() {
            from.sort_unstable();
            from.dedup();
        }
        touched
    }
}

/// One requirement of a side.
struct Row<'a> {
    requirement: usize,
    hops: &'a [Hop],
    /// See [`Twos`](super::hops::Twos).
    twos: &'a [u32],
    is_complete: bool,
}

const LEVELS: usize = rule::MOST_POINTS as usize + 1;

/// Which of up to 64 sides reach what, a bit for each side.
struct Reach {
    controls: Vec<Reached>,
    /// For each two controls that some requirements are both close to, the sides with such a requirement.
    both: Vec<u64>,
}

/// Which sides reach a control.
#[derive(Clone, Default)]
struct Reached {
    /// The sides that contain it.
    contains: u64,
    /// The sides that more than touch it.
    anchored: u64,
    /// For each number of points, the sides with a relation worth that or more.
    near: [u64; LEVELS],
}

impl Reach {
    fn new(crosswalk: &Crosswalk, sides: &[Vec<Row>]) -> Self {
        let mut controls = vec![Reached::default(); crosswalk.library.controls.len()];
        let mut both = vec![0; crosswalk.twos.count];
        for (place, row) in sides.iter().enumerate().flat_map(|(place, rows)| rows.iter().map(move |row| (place, row))) {
            let bit = 1 << place;
            for hop in row.hops.iter().filter(|hop| !hop.is_echo) {
                let reached = &mut controls[usize::from(hop.control)];
                reached.contains |= if hop.relation.contains() { bit } else { 0 };
                reached.anchored |= if hop.is_anchored { bit } else { 0 };
                reached.near[usize::from(hop.points)] |= bit;
            }
            for two in row.twos {
                both[*two as usize] |= bit;
            }
        }
        for reached in &mut controls {
            for level in (0..LEVELS - 1).rev() {
                reached.near[level] |= reached.near[level + 1];
            }
        }
        Self { controls, both }
    }

    /// The sides that cover a requirement, fully and at all.
    fn find(&self, row: &Row) -> Found {
        let mut found = Found::default();
        let mut together = if row.is_complete && !row.hops.is_empty() { u64::MAX } else { 0 };
        for hop in row.hops {
            let reached = &self.controls[usize::from(hop.control)];
            // The sides whose relation to the control is worth enough beside this one.
            let mut any = reached.near[usize::from(rule::PAIR_POINTS.saturating_sub(hop.points))];
            any |= reached.anchored & all_if(hop.relation.contains());
            any |= reached.contains & all_if(hop.is_anchored);
            let counts = all_if(!hop.is_echo);
            found.any |= any & counts;
            found.full |= reached.contains & all_if(hop.relation.is_within()) & counts;
            together &= reached.contains & counts;
        }
        for two in row.twos {
            found.any |= self.both[*two as usize];
        }
        found.full |= together;
        found
    }
}

/// Every side or none. Relations follow no pattern that a processor could guess, so this beats a branch.
fn all_if(is_so: bool) -> u64 {
    u64::from(is_so).wrapping_neg()
}

/// The sides that cover one requirement.
#[derive(Default)]
struct Found {
    full: u64,
    any: u64,
}

impl Found {
    fn set(&mut self, side: usize, band: Band) {
        let bit = 1 << side;
        self.full = if band == Band::Full { self.full | bit } else { self.full & !bit };
        self.any = if band == Band::None { self.any & !bit } else { self.any | bit };
    }
}

/// A counter for each of 64 bits, kept in columns: the first holds the ones, the next the twos, the next the fours.
#[derive(Default)]
struct Columns([u64; 16]);

impl Columns {
    /// Adds one to the counter of every bit that is set.
    fn add(&mut self, bits: u64) {
        let mut carry = bits;
        for column in &mut self.0 {
            if carry == 0 {
                break;
            }
            (*column, carry) = (*column ^ carry, *column & carry);
        }
    }

    fn counts(&self) -> [u32; 64] {
        let mut counts = [0; 64];
        for (column, power) in self.0.iter().zip(0..) {
            let mut left = *column;
            while left != 0 {
                counts[left.trailing_zeros() as usize] += 1 << power;
                left &= left - 1;
            }
        }
        counts
    }
}
