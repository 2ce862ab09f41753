//! What a method reads, and the bracket that it answers with.

use super::Mark;
use crate::assessment::{Answers, Standing};
use crate::catalog::Framework;

/// One requirement in scope, as a method reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<M> {
    pub id: &'static str,
    /// The ids above it, from the section down.
    pub path: Vec<&'static str>,
    /// The level of the method it belongs to, from the last digit of its designation: `MIL2`, `ML3`. Without one it belongs
    /// to the first.
    pub grade: u8,
    pub reading: Reading<M>,
    /// The state wanted.
    pub target: M,
}

/// What is known of a requirement, in the words of a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading<M> {
    Unknown,
    /// Does not apply, so it neither helps nor hurts.
    Excluded,
    Is(M),
}

/// What a result can still become: with the unknown taken as the worst and as the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bracket<T> {
    pub low: T,
    pub high: T,
}

impl<T: PartialEq> Bracket<T> {
    /// The result, once what is unknown can no longer change it.
    #[must_use]
    pub fn settled(self) -> Option<T> {
        (self.low == self.high).then_some(self.low)
    }
}

/// The requirements of a framework that are in scope, in document order.
#[must_use]
pub fn entries<M: Mark>(framework: &Framework, answers: &Answers) -> Vec<Entry<M>> {
    let max = framework.scale.max();
    // A single root is the framework itself, not a section of it.
    let skipped = usize::from(framework.children(None).count() == 1);
    (0..framework.requirements.len())
        .filter(|index| framework.requirements[*index].assessable && answers.is_in_scope(*index))
        .map(|index| {
            let requirement = &framework.requirements[index];
            let above = framework.ancestors(index).into_iter().skip(skipped);
            Entry {
                id: requirement.id,
                path: above.map(|above| framework.requirements[above].id).collect(),
                grade: grade(requirement.designation),
                reading: match answers.standing(index) {
                    Standing::Unanswered => Reading::Unknown,
                    Standing::Level(level) => Reading::Is(M::of(level, max)),
                    Standing::NotApplicable => Reading::Excluded,
                },
                target: M::of(answers.target_of(index), max),
            }
        })
        .collect()
}

/// Replaces what was read of a requirement by somebody's own judgement; false when it is not among the entries.
pub fn overrule<M>(entries: &mut [Entry<M>], id: &str, reading: Reading<M>) -> bool {
    let Some(entry) = entries.iter_mut().find(|entry| entry.id == id) else { return false };
    entry.reading = reading;
    true
}

impl<M: Mark> Entry<M> {
    /// The state, with `unknown` for what is not known; none when the requirement is left out.
    pub(super) fn mark(&self, unknown: M) -> Option<M> {
        match self.reading {
            Reading::Unknown => Some(unknown),
            Reading::Excluded => None,
            Reading::Is(mark) => Some(mark),
        }
    }

    /// The state, where it is known.
    pub(super) fn known(&self) -> Option<M> {
        match self.reading {
            Reading::Is(mark) => Some(mark),
            Reading::Unknown | Reading::Excluded => None,
        }
    }
}

/// Both ends of a result. `formula` is given the state that stands for the unknown.
pub(super) fn bracket<M: Mark, T>(formula: impl Fn(M) -> T) -> Bracket<T> {
    Bracket { low: formula(M::lowest()), high: formula(M::highest()) }
}

/// Entries by what stands at `depth` of their path, in document order.
pub(super) fn groups<'a, M>(
    entries: impl IntoIterator<Item = &'a Entry<M>>,
    depth: usize,
) -> Vec<(&'static str, Vec<&'a Entry<M>>)> {
    let mut groups: Vec<(&'static str, Vec<&'a Entry<M>>)> = Vec::new();
    for entry in entries {
        let id = entry.path.get(depth).copied().unwrap_or(entry.id);
        match groups.last_mut() {
            Some((last, members)) if *last == id => members.push(entry),
            _ => groups.push((id, vec![entry])),
        }
    }
    groups
}

/// The highest level whose requirements, and those of every level below it, all hold; `top` when none fails.
pub(super) fn reached<M: Mark>(entries: &[&Entry<M>], top: u8, unknown: M, holds: impl Fn(M) -> bool) -> u8 {
    let failed = entries.iter().filter(|entry| entry.mark(unknown).is_some_and(|mark| !holds(mark)));
    failed.map(|entry| entry.grade.saturating_sub(1)).min().unwrap_or(top)
}

/// The highest level any entry belongs to.
pub(super) fn top<M>(entries: &[Entry<M>]) -> u8 {
    entries.iter().map(|entry| entry.grade).max().unwrap_or(0)
}

fn grade(designation: &str) -> u8 {
    let digit = designation.chars().last().and_then(|last| last.to_digit(10));
    digit.and_then(|digit| u8::try_from(digit).ok()).unwrap_or(1).max(1)
}
