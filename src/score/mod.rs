//! From answers to a score.
//!
//! A score is counted, never estimated. Every requirement that applies adds four whole numbers to a [`Tally`]; tallies of
//! sections add up to the tally of the whole; and a [`Score`] reads its fractions off one tally:
//!
//! - *value*: Σ weight·level ÷ Σ weight·max, over what has been answered
//! - *range*: the same over everything that applies, with the unanswered taken as lowest and as highest
//! - *coverage*: answered ÷ applicable
//! - *readiness*: at or above target ÷ applicable
//!
//! Unknown is not zero: without an answer there is no value, and the range is everything. Not applicable leaves the
//! denominator. Numbers stay whole until they are displayed, so the same answers give the same bits everywhere.
//!
//! [`explain()`] opens a score into its arithmetic; [`methods`] holds the issuers' own ways of scoring.

mod explain;
pub mod methods;
mod ratio;

pub use explain::{Explanation, Row, Section, explain};
pub use ratio::Ratio;

use std::ops::{Add, Range};

use crate::assessment::{Answers, Own, Standing};
use crate::catalog::{Framework, Rollup};

/// A score, never without how much of it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// Maturity over what has been answered; absent when nothing has.
    pub value: Option<Ratio>,
    /// The lowest and the highest the value can become once everything is answered; absent when nothing applies.
    pub range: Option<(Ratio, Ratio)>,
    pub tally: Tally,
}

/// What has been counted. Tallies add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Requirements that are in scope and not marked "not applicable".
    pub applicable: u32,
    pub answered: u32,
    /// Answered at their target or above.
    pub at_target: u32,
    /// Marked "not applicable", with a reason.
    pub excluded: u32,
    points: u64,
    possible: u64,
    ceiling: u64,
}

/// Scores a whole framework.
#[must_use]
pub fn score(framework: &Framework, answers: &Answers) -> Score {
    match framework.rollup {
        Rollup::Requirements => Score::from(tally(framework, answers, 0..framework.requirements.len())),
        Rollup::Sections => mean(&sections(framework, answers)),
    }
}

/// Scores one requirement with everything below it.
#[must_use]
pub fn score_below(framework: &Framework, answers: &Answers, index: usize) -> Score {
    Score::from(tally(framework, answers, framework.subtree(index)))
}

fn sections(framework: &Framework, answers: &Answers) -> Vec<Score> {
    framework.sections().into_iter().map(|section| score_below(framework, answers, section)).collect()
}

fn tally(framework: &Framework, answers: &Answers, run: Range<usize>) -> Tally {
    let within = run.clone().filter(|index| counts(framework, answers, *index));
    let sum = within.fold(Tally::default(), |sum, index| sum + Tally::at(framework, answers, index));
    answers.own_within(run).fold(sum, |sum, own| sum + Tally::own(framework, own))
}

/// Whether a requirement has a place in a tally: it takes an answer and the scope takes it in.
fn counts(framework: &Framework, answers: &Answers, index: usize) -> bool {
    framework.requirements[index].assessable && answers.is_in_scope(index)
}

impl Tally {
    /// One requirement of the framework, counted.
    fn at(framework: &Framework, answers: &Answers, index: usize) -> Self {
        let (weight, target) = (answers.weight_of(index), answers.target_of(index));
        Self::one(answers.standing(index), target, weight, framework.scale.max())
    }

    /// One own requirement, counted like any other.
    fn own(framework: &Framework, own: &Own) -> Self {
        Self::one(own.standing, own.target, own.weight, framework.scale.max())
    }

    /// The whole arithmetic of a score.
    fn one(standing: Standing, target: u8, weight: u8, max: u8) -> Self {
        let (weight, max) = (u64::from(weight), u64::from(max));
        match standing {
            Standing::NotApplicable => Self { excluded: 1, ..Self::default() },
            Standing::Unanswered => Self { applicable: 1, ceiling: weight * max, ..Self::default() },
            Standing::Level(level) => Self {
                applicable: 1,
                answered: 1,
                at_target: u32::from(level >= target),
                excluded: 0,
                points: weight * u64::from(level),
                possible: weight * max,
                ceiling: weight * max,
            },
        }
    }

    /// Σ weight·level over the answered.
    #[must_use]
    pub fn points(&self) -> u64 {
        self.points
    }

    /// Σ weight·max over the answered.
    #[must_use]
    pub fn possible(&self) -> u64 {
        self.possible
    }

    /// Σ weight·max over the applicable.
    #[must_use]
    pub fn ceiling(&self) -> u64 {
        self.ceiling
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            applicable: self.applicable + other.applicable,
            answered: self.answered + other.answered,
            at_target: self.at_target + other.at_target,
            excluded: self.excluded + other.excluded,
            points: self.points + other.points,
            possible: self.possible + other.possible,
            ceiling: self.ceiling + other.ceiling,
        }
    }
}

impl From<Tally> for Score {
    fn from(tally: Tally) -> Self {
        let unknown = tally.ceiling - tally.possible;
        let low = Ratio::new(tally.points, tally.ceiling);
        let high = Ratio::new(tally.points + unknown, tally.ceiling);
        Self { value: Ratio::new(tally.points, tally.possible), range: low.zip(high), tally }
    }
}

impl Score {
    /// Answered ÷ applicable; absent when nothing applies.
    #[must_use]
    pub fn coverage(&self) -> Option<Ratio> {
        Ratio::new(self.tally.answered.into(), self.tally.applicable.into())
    }

    /// At or above target ÷ applicable; absent when nothing applies. The unanswered are not ready.
    #[must_use]
    pub fn readiness(&self) -> Option<Ratio> {
        Ratio::new(self.tally.at_target.into(), self.tally.applicable.into())
    }
}

/// The mean of section scores, each section counting the same; sections with nothing to say are left out.
fn mean(sections: &[Score]) -> Score {
    let bounds =
        |pick: fn((Ratio, Ratio)) -> Ratio| Ratio::mean(sections.iter().filter_map(|section| section.range.map(pick)));
    Score {
        value: Ratio::mean(sections.iter().filter_map(|section| section.value)),
        range: bounds(|(low, _)| low).zip(bounds(|(_, high)| high)),
        tally: sections.iter().fold(Tally::default(), |sum, section| sum + section.tally),
    }
}
