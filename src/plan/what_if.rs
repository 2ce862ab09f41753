//! Where an assessment would stand once the phases of its roadmap are done.

use std::collections::BTreeSet;

use super::Work;
use crate::assessment::{Assessed, Phase, Progress, Standing, Task};
use crate::catalog::Library;
use crate::score::{Score, score};

/// The scores after a phase and everything before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// Absent for today.
    pub phase: Option<Phase>,
    /// For each part of the assessment its score.
    pub scores: Vec<Score>,
    /// Gaps of today that are closed by then.
    pub closed: usize,
    /// The controls put in place by then, as places in the library.
    pub controls: BTreeSet<usize>,
}

/// Today, then after `now`, `next` and `later`.
///
/// A task puts its control in place unless it was dropped; a gap that this closes stands at its target, every other answer
/// as it is today. A task without a control changes no figure, and what is not assessed stays unknown.
#[must_use]
pub fn what_if(library: &Library, assessed: &Assessed<'_>, tasks: &[Task]) -> Vec<Forecast> {
    let work = Work::new(library, assessed);
    let by = |last: Phase| {
        let counted = tasks.iter().filter(|task| task.phase <= last && task.progress != Progress::Dropped);
        counted.filter_map(|task| library.control(&task.control)).collect()
    };
    let phases = [None].into_iter().chain(Phase::ALL.map(Some));
    phases.map(|phase| forecast(assessed, &work, phase, phase.map_or_else(BTreeSet::new, by))).collect()
}

fn forecast(assessed: &Assessed<'_>, work: &Work, phase: Option<Phase>, controls: BTreeSet<usize>) -> Forecast {
    let mut answers: Vec<_> = assessed.parts.iter().map(|part| part.answers.clone()).collect();
    let mut closed = 0;
    for gap in work.closed_by(&controls) {
        answers[gap.part].set(gap.index, Standing::Level(gap.target));
        closed += 1;
    }
    let scores = assessed.parts.iter().zip(&answers).map(|(part, answers)| score(part.framework, answers));
    Forecast { phase, scores: scores.collect(), closed, controls }
}
