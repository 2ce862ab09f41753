//! From edges to pairs.

use std::collections::BTreeMap;

use super::hops::{Crosswalk, Hop};
use super::{Pair, Path, Side, Via, rule};
use crate::catalog::DirectRelation;

/// A counterpart in another framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The place of the other framework in the library.
    pub framework: usize,
    /// From the requirement asked about to its counterpart.
    pub pair: Pair,
}

/// The two hops to a control that two requirements share.
#[derive(Clone, Copy)]
struct Shared {
    from: Hop,
    to: Hop,
}

impl Crosswalk<'_> {
    /// The pairs from one side to a requirement of another framework, the strongest first.
    #[must_use]
    pub fn pairs_to(&self, from: Side, framework: usize, requirement: usize) -> Vec<Pair> {
        let mut shared: BTreeMap<usize, Vec<Shared>> = BTreeMap::new();
        for to in self.row(framework, requirement).iter().filter(|hop| !hop.is_echo) {
            for hop in self.hops_of(to.control, from.framework) {
                shared.entry(usize::from(hop.requirement)).or_default().push(Shared { from: *hop, to: *to });
            }
        }
        let mut paths: BTreeMap<usize, Vec<Path>> =
            shared.into_iter().map(|(other, shared)| (other, judge(&shared))).collect();
        for hop in self.direct_to(from.framework, framework, requirement) {
            let declared = match hop.relation {
                DirectRelation::None => Vec::new(),
                relation => vec![Path::new(Via::Direct(relation), hop.strength)],
            };
            paths.insert(hop.from, declared);
        }
        let standing = paths.into_iter().filter(|(other, paths)| !paths.is_empty() && self.counts(from, *other));
        let mut pairs: Vec<Pair> = standing.map(|(other, paths)| Pair::new(other, requirement, paths)).collect();
        strongest_first(&mut pairs);
        pairs
    }

    /// The counterparts of a requirement in every other framework, by framework and then the strongest first.
    ///
    /// This is what an answer can be carried to: a pair in the full band carries the level, one in the partial band is a hint.
    #[must_use]
    pub fn related(&self, framework: usize, requirement: usize) -> Vec<Related> {
        let others = (0..self.library.frameworks.len()).filter(|other| *other != framework);
        others.flat_map(|other| self.related_in(framework, requirement, Side::whole(other))).collect()
    }

    /// The counterparts of a requirement in one other framework, the strongest first.
    #[must_use]
    pub fn related_in(&self, framework: usize, requirement: usize, other: Side) -> Vec<Related> {
        let pairs = self.pairs_to(other, framework, requirement);
        let mut turned: Vec<Pair> = pairs.iter().map(Pair::turned).collect();
        strongest_first(&mut turned);
        turned.into_iter().map(|pair| Related { framework: other.framework, pair }).collect()
    }
}

/// Full before partial, then by strength, then in document order.
pub(super) fn strongest_first(pairs: &mut [Pair]) {
    pairs.sort_by_key(|pair| (std::cmp::Reverse((pair.band, pair.strength)), pair.to, pair.from));
}

/// The paths that make two requirements a pair; none when what they share is too little.
fn judge(shared: &[Shared]) -> Vec<Path> {
    let two_are_firm = shared.iter().filter(|shared| shared.is_firm()).count() >= 2;
    let stands = |shared: &&Shared| shared.is_certain() || shared.is_enough() || (two_are_firm && shared.is_firm());
    shared.iter().filter(stands).map(Shared::path).collect()
}

impl Shared {
    /// One contains the control, and the control is more than touched by the other.
    fn is_certain(&self) -> bool {
        let settles = |holder: Hop, held: Hop| holder.relation.contains() && held.is_anchored;
        settles(self.from, self.to) || settles(self.to, self.from)
    }

    fn is_enough(&self) -> bool {
        self.from.points + self.to.points >= rule::PAIR_POINTS
    }

    fn is_firm(&self) -> bool {
        self.from.is_firm() && self.to.is_firm()
    }

    fn path(&self) -> Path {
        let (from, to) = (self.from.relation, self.to.relation);
        let via = Via::Control { control: usize::from(self.to.control), from, to };
        Path::new(via, self.from.strength.min(self.to.strength))
    }
}

impl Hop {
    /// Close enough to count as one of two.
    pub(super) fn is_firm(&self) -> bool {
        !self.is_echo && self.points >= rule::FIRM_POINTS
    }
}
