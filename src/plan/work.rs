//! What there is to do, and what each common control would do about it.
//!
//! The model, in a paragraph: putting a control in place brings a requirement to its target when the control covers all of
//! it (`equal` or `subset`); otherwise it takes every control that the requirement maps to. So each control of a requirement
//! with *n* controls brings an *n*-th of it, and a covering control the whole. A requirement that is partly done counts as
//! nothing in readiness, only in the order in which controls are proposed. Everything is counted in sixtieths, which 1 to 5
//! controls divide evenly.

use std::collections::{BTreeMap, BTreeSet};

use super::gaps;
use crate::assessment::Assessed;
use crate::catalog::{Effort, Library};

/// What closing one gap is worth, in sixtieths.
pub const WHOLE: u32 = 60;

/// The gaps of an assessment with the controls that close them.
#[derive(Clone, Debug)]
pub struct Work {
    /// By part of the assessment, the gap worth most first.
    pub gaps: Vec<WorkGap>,
    /// For each control that would move a gap, the gaps it would move.
    pub(super) moved_by: BTreeMap<usize, Vec<usize>>,
}

/// A gap with its controls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkGap {
    /// The place of the part in the assessment.
    pub part: usize,
    /// The place of the requirement in its framework.
    pub index: usize,
    pub target: u8,
    /// Each of these closes the gap alone.
    pub covering: BTreeSet<usize>,
    /// All of these together close it; empty when it maps to no control.
    pub needed: BTreeSet<usize>,
}

/// Effort in points, so that efforts can be added and compared: days 1, weeks 3, months 9. Each size is about three times
/// the one below it, which is as much as S, M and L can claim.
#[must_use]
pub fn effort_points(effort: Effort) -> u32 {
    match effort {
        Effort::Days => 1,
        Effort::Weeks => 3,
        Effort::Months => 9,
    }
}

impl Work {
    #[must_use]
    pub fn new(library: &Library, assessed: &Assessed<'_>) -> Self {
        let mut work = Self { gaps: Vec::new(), moved_by: BTreeMap::new() };
        for (place, part) in assessed.parts.iter().enumerate() {
            for gap in gaps(part.framework, &part.answers) {
                let edges = library.edges[part.place].of(gap.index);
                let needed: BTreeSet<usize> = edges.iter().map(|edge| edge.control.into()).collect();
                let covering = edges.iter().filter(|edge| edge.relation.is_within());
                let covering = covering.map(|edge| edge.control.into()).collect();
                for control in &needed {
                    work.moved_by.entry(*control).or_default().push(work.gaps.len());
                }
                work.gaps.push(WorkGap { part: place, index: gap.index, target: gap.target, covering, needed });
            }
        }
        work
    }

    /// How many gaps some set of controls can close.
    #[must_use]
    pub fn closable(&self) -> usize {
        self.gaps.iter().filter(|gap| !gap.needed.is_empty()).count()
    }

    /// The gaps that a set of controls closes.
    pub fn closed_by<'a>(&'a self, controls: &'a BTreeSet<usize>) -> impl Iterator<Item = &'a WorkGap> {
        self.gaps.iter().filter(|gap| gap.is_closed_by(controls))
    }
}

impl WorkGap {
    #[must_use]
    pub fn is_closed_by(&self, controls: &BTreeSet<usize>) -> bool {
        !self.covering.is_disjoint(controls) || (!self.needed.is_empty() && self.needed.is_subset(controls))
    }

    /// How much of the gap a set of controls has done, in sixtieths.
    fn done_by(&self, controls: &BTreeSet<usize>) -> u32 {
        if self.is_closed_by(controls) {
            return WHOLE;
        }
        let part = |done: usize| u32::try_from(done).unwrap_or(WHOLE);
        WHOLE * part(self.needed.intersection(controls).count()) / part(self.needed.len()).max(1)
    }

    /// What one more control would add, in sixtieths.
    pub(super) fn credit(&self, control: usize, planned: &BTreeSet<usize>) -> u32 {
        let done = self.done_by(planned);
        if done == WHOLE || planned.contains(&control) {
            return 0;
        }
        let mut more: BTreeSet<usize> = self.needed.intersection(planned).copied().collect();
        more.insert(control);
        self.done_by(&more) - done
    }
}
