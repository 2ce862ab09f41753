//! Requirements below their target.

use crate::assessment::{Answers, Standing};
use crate::catalog::Framework;

/// A requirement that stands below its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The requirement's place in the framework.
    pub index: usize,
    pub level: u8,
    pub target: u8,
    pub weight: u8,
}

impl Gap {
    /// Levels missing, times weight: what closing it is worth in the score.
    #[must_use]
    pub fn worth(&self) -> u32 {
        u32::from(self.target - self.level) * u32::from(self.weight)
    }
}

/// Every gap, the one worth most first and document order where worth ties.
///
/// Only answered requirements have a gap: what has not been assessed is unknown, not missing.
#[must_use]
pub fn gaps(framework: &Framework, answers: &Answers) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = (0..framework.requirements.len())
        .filter(|index| framework.requirements[*index].assessable && answers.is_in_scope(*index))
        .filter_map(|index| {
            let Standing::Level(level) = answers.standing(index) else { return None };
            let target = answers.target_of(index);
            (level < target).then_some(Gap { index, level, target, weight: answers.weight_of(index) })
        })
        .collect();
    gaps.sort_by_key(|gap| std::cmp::Reverse(gap.worth()));
    gaps
}

/// The next requirement in scope without an answer, after `from` in document order and round to the start.
#[must_use]
pub fn next_unanswered(framework: &Framework, answers: &Answers, from: usize) -> Option<usize> {
    let count = framework.requirements.len();
    (1..=count).map(|step| (from + step) % count).find(|index| {
        framework.requirements[*index].assessable
            && answers.is_in_scope(*index)
            && answers.standing(*index) == Standing::Unanswered
    })
}
