//! What gets everything to target: a set of controls, in the order to put them in place.

use std::collections::BTreeSet;

use super::{Work, effort_points, next_best};
use crate::catalog::Library;

/// Controls that close every gap a control can close.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    pub steps: Vec<CoverStep>,
    /// All known gaps.
    pub gaps: usize,
    /// The gaps no control maps to, as places in [`Work::gaps`]: they need thought, not a control.
    pub beyond: Vec<usize>,
}

/// One control, and where things stand once it and everything before it are in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoverStep {
    /// The place of the control in the library.
    pub control: usize,
    /// Effort so far, in points; see [`effort_points`].
    pub effort: u32,
    /// Gaps closed so far.
    pub closed: usize,
}

/// Covers the gaps greedily: always the next best control, given those before it; then whatever turned out not to be needed
/// is dropped, the last first.
///
/// The result is small, not proven to be the smallest: finding that is as hard as set cover. Nothing in it can be left out.
#[must_use]
pub fn cover(library: &Library, work: &Work, planned: &BTreeSet<usize>) -> Cover {
    let mut chosen = planned.clone();
    let mut order = Vec::new();
    while let Some(best) = next_best(library, work, &chosen).first() {
        chosen.insert(best.control);
        order.push(best.control);
    }
    let closable = work.closed_by(&chosen).count();
    for control in order.clone().into_iter().rev() {
        chosen.remove(&control);
        if work.closed_by(&chosen).count() < closable {
            chosen.insert(control);
        } else {
            order.retain(|kept| *kept != control);
        }
    }
    let beyond = work.gaps.iter().enumerate().filter(|(_, gap)| gap.needed.is_empty()).map(|(place, _)| place);
    Cover { steps: curve(library, work, planned, &order), gaps: work.gaps.len(), beyond: beyond.collect() }
}

fn curve(library: &Library, work: &Work, planned: &BTreeSet<usize>, order: &[usize]) -> Vec<CoverStep> {
    let mut done = planned.clone();
    let mut effort = 0;
    let mut steps = Vec::new();
    for control in order {
        done.insert(*control);
        effort += effort_points(library.controls[*control].effort);
        steps.push(CoverStep { control: *control, effort, closed: work.closed_by(&done).count() });
    }
    steps
}
