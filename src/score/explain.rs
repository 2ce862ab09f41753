//! A score opened into its arithmetic, requirement by requirement.

use std::ops::Range;

use super::{Score, Tally, counts, score, score_below};
use crate::assessment::{Answers, Own, Standing};
use crate::catalog::{Framework, Rollup};

/// Everything a score was counted from. The tallies of all rows add up to the tally of the score, exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The requirements in scope that take an answer, in document order.
    pub rows: Vec<Row>,
    /// The own requirements, each with its id; the index of its row is that of the requirement it stands below.
    pub own: Vec<(String, Row)>,
    /// What the value is the mean of, where the framework scores the mean of its sections; otherwise empty, and the value
    /// is Σ points ÷ Σ possible of the rows.
    pub sections: Vec<Section>,
    pub score: Score,
}

/// What one requirement contributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The requirement's place in the framework.
    pub index: usize,
    /// Unanswered has a ceiling and no points; not applicable has neither.
    pub standing: Standing,
    /// The level that counts as ready.
    pub target: u8,
    /// The highest level of the scale.
    pub max: u8,
    pub weight: u8,
    /// The requirement alone, counted: points = weight·level, possible and ceiling = weight·max.
    pub tally: Tally,
}

/// A section's part in a mean of sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// The section's place in the framework.
    pub index: usize,
    /// A section without a value stays out of the mean, but not out of the range.
    pub score: Score,
}

/// Explains the score of the whole framework, or of one requirement with everything below it.
///
/// # Panics
/// When there is no requirement at `index`.
#[must_use]
pub fn explain(framework: &Framework, answers: &Answers, index: Option<usize>) -> Explanation {
    match (index, framework.rollup) {
        (Some(index), _) => Explanation {
            rows: rows(framework, answers, framework.subtree(index)),
            own: own_rows(framework, answers, framework.subtree(index)),
            sections: Vec::new(),
            score: score_below(framework, answers, index),
        },
        (None, Rollup::Requirements) => Explanation {
            rows: rows(framework, answers, 0..framework.requirements.len()),
            own: own_rows(framework, answers, 0..framework.requirements.len()),
            sections: Vec::new(),
            score: score(framework, answers),
        },
        (None, Rollup::Sections) => {
            let sections = framework.sections();
            let below = sections.iter().flat_map(|section| framework.subtree(*section));
            Explanation {
                rows: rows(framework, answers, below),
                own: own_rows(framework, answers, 0..framework.requirements.len()),
                sections: sections
                    .iter()
                    .map(|section| Section { index: *section, score: score_below(framework, answers, *section) })
                    .collect(),
                score: score(framework, answers),
            }
        }
    }
}

fn rows(framework: &Framework, answers: &Answers, run: impl Iterator<Item = usize>) -> Vec<Row> {
    run.filter(|index| counts(framework, answers, *index))
        .map(|index| Row {
            index,
            standing: answers.standing(index),
            target: answers.target_of(index),
            max: framework.scale.max(),
            weight: answers.weight_of(index),
            tally: Tally::at(framework, answers, index),
        })
        .collect()
}

fn own_rows(framework: &Framework, answers: &Answers, run: Range<usize>) -> Vec<(String, Row)> {
    let row = |own: &Own| Row {
        index: own.parent,
        standing: own.standing,
        target: own.target,
        max: framework.scale.max(),
        weight: own.weight,
        tally: Tally::own(framework, own),
    };
    answers.own_within(run).map(|own| (own.id.clone(), row(own))).collect()
}
