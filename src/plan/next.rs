//! The next best actions: the controls that buy the most readiness for their effort.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{Work, effort_points};
use crate::catalog::Library;

/// A control that would help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The place of the control in the library.
    pub control: usize,
    /// Effort in points; see [`effort_points`].
    pub effort: u32,
    /// What it brings, in sixtieths of a gap.
    pub credit: u32,
    /// The gaps it closes at once, as places in [`Work::gaps`].
    pub closes: Vec<usize>,
    /// The gaps it moves without closing them yet.
    pub moves: Vec<usize>,
}

/// The controls not planned yet that would move a gap, the best first, given that the planned ones are in place.
///
/// Best is the most credit for each point of effort; where that ties, the one that closes more, then the library's order.
#[must_use]
pub fn next_best(library: &Library, work: &Work, planned: &BTreeSet<usize>) -> Vec<Candidate> {
    let unplanned = work.moved_by.iter().filter(|(control, _)| !planned.contains(control));
    let mut candidates: Vec<Candidate> =
        unplanned.map(|(control, moved)| candidate(library, work, planned, *control, moved)).collect();
    candidates.retain(|candidate| candidate.credit > 0);
    candidates.sort_by(|one, other| {
        let rate = |of: &Candidate, by: &Candidate| u64::from(of.credit) * u64::from(by.effort);
        let ties = |of: &Candidate| (Reverse(of.closes.len()), of.control);
        rate(other, one).cmp(&rate(one, other)).then_with(|| ties(one).cmp(&ties(other)))
    });
    candidates
}

fn candidate(library: &Library, work: &Work, planned: &BTreeSet<usize>, control: usize, moved: &[usize]) -> Candidate {
    let effort = effort_points(library.controls[control].effort);
    let mut candidate = Candidate { control, effort, credit: 0, closes: Vec::new(), moves: Vec::new() };
    for place in moved {
        let gap = &work.gaps[*place];
        let credit = gap.credit(control, planned);
        if credit == 0 {
            continue;
        }
        candidate.credit += credit;
        let closes = gap.covering.contains(&control)
            || gap.needed.iter().all(|needed| *needed == control || planned.contains(needed));
        if closes { candidate.closes.push(*place) } else { candidate.moves.push(*place) }
    }
    candidate
}
