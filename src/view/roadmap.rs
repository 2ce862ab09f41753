//! The plan: what is worth doing, in which order, and where it leads.

use std::collections::BTreeSet;

use super::Meter;
use crate::assessment::{Assessed, Day, Document, Phase, Progress, Task, cycles, tasks};
use crate::catalog::{Control, Framework, Library};
use crate::plan::{Candidate, Forecast, RankedGap, Work, cover, next_best, ranked, what_if};

/// Everything the plan shows.
#[derive(Clone, Debug, PartialEq)]
pub struct RoadmapView {
    pub gaps: Vec<PlanGap>,
    /// The next best controls, given that every task with a control that is not dropped is in place.
    pub next: Vec<ControlStep>,
    pub cover: CoverView,
    pub tasks: Vec<TaskRow>,
    /// Groups of tasks that wait for one another, by id.
    pub cycles: Vec<Vec<String>>,
    /// Today, then after each phase.
    pub forecast: Vec<ForecastRow>,
}

/// A ranked gap.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanGap {
    pub framework: &'static Framework,
    pub gap: RankedGap,
    pub worth: u64,
}

/// A control that would help.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlStep {
    pub control: &'static Control,
    /// Effort in points: days 1, weeks 3, months 9.
    pub effort: u32,
    /// Gaps it closes at once.
    pub closes: Vec<(&'static Framework, &'static str)>,
    /// How many more it moves without closing them.
    pub moves: usize,
}

/// What gets everything known to target.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverView {
    /// For each control in order: effort in points and gaps closed so far, itself included.
    pub steps: Vec<(&'static Control, u32, usize)>,
    /// What is true of it, in sentences.
    pub statement: Vec<String>,
}

/// A task, with what is the matter with it.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskRow {
    pub task: Task,
    pub control: Option<&'static Control>,
    /// Past its due date and neither done nor dropped.
    pub late: bool,
    /// What it waits for: tasks that are not done. A dropped task still holds it up, since somebody has to decide.
    pub waits_for: Vec<String>,
    /// Dependencies that are not there any more.
    pub missing: Vec<String>,
}

/// Where everything stands after a phase.
#[derive(Clone, Debug, PartialEq)]
pub struct ForecastRow {
    /// Absent for today.
    pub phase: Option<Phase>,
    pub parts: Vec<(&'static Framework, Meter)>,
    pub closed: usize,
}

/// The plan of an assessment as of a day.
#[must_use]
pub fn roadmap(library: &'static Library, document: &Document, today: Day) -> RoadmapView {
    let assessed = Assessed::read(library, document);
    let framework = |part: usize| &library.frameworks[assessed.parts[part].place];
    let work = Work::new(library, &assessed);
    let tasks = tasks(document);
    let planned: BTreeSet<usize> = tasks
        .iter()
        .filter(|task| task.progress != Progress::Dropped)
        .filter_map(|task| library.control(&task.control))
        .collect();
    let step = |candidate: Candidate| ControlStep {
        control: &library.controls[candidate.control],
        effort: candidate.effort,
        closes: candidate
            .closes
            .iter()
            .map(|place| &work.gaps[*place])
            .map(|gap| (framework(gap.part), framework(gap.part).requirements[gap.index].id))
            .collect(),
        moves: candidate.moves.len(),
    };
    let gaps = ranked(library, &assessed).into_iter();
    RoadmapView {
        gaps: gaps.map(|gap| PlanGap { framework: framework(gap.part), worth: gap.worth(), gap }).collect(),
        next: next_best(library, &work, &planned).into_iter().map(step).collect(),
        cover: cover_view(library, &assessed, &work),
        cycles: cycles(&tasks).into_iter().map(|ids| ids.into_iter().map(str::to_owned).collect()).collect(),
        forecast: forecast(library, &assessed, what_if(library, &assessed, &tasks)),
        tasks: tasks.iter().map(|task| task_row(library, &tasks, task, today)).collect(),
    }
}

fn cover_view(library: &'static Library, assessed: &Assessed<'_>, work: &Work) -> CoverView {
    let cover = cover(library, work, &BTreeSet::new());
    let own = ranked(library, assessed).len() - work.gaps.len();
    let beyond = cover.beyond.len() + own;
    let last = cover.steps.last();
    let (effort, closed) = last.map_or((0, 0), |step| (step.effort, step.closed));
    let unknown: u32 = assessed.parts.iter().map(|part| unanswered(&part.answers, part.framework)).sum();
    let mut statement = vec![match cover.gaps + own {
        0 => "No answered requirement is below its target.".to_owned(),
        gaps => format!(
            "{} would close {closed} of {gaps} known {}, at {effort} points of effort.",
            counted(cover.steps.len(), "control", "controls"),
            if gaps == 1 { "gap" } else { "gaps" }
        ),
    }];
    if !cover.steps.is_empty() {
        statement.push(
            "A gap counts as closed when a control that covers all of the requirement is in place, or every control it maps to."
                .to_owned(),
        );
        statement.push(
            "Each step is the best one at that point. No control in the list can be left out, but a smaller list may exist."
                .to_owned(),
        );
    }
    if beyond > 0 {
        statement.push(format!(
            "{} to no common control and needs a task of its own.",
            counted(beyond, "gap leads", "gaps lead")
        ));
    }
    if unknown > 0 {
        statement.push(format!(
            "{} not assessed yet; what is missing there is not in these figures.",
            counted(unknown as usize, "requirement is", "requirements are")
        ));
    }
    CoverView {
        steps: cover.steps.iter().map(|step| (&library.controls[step.control], step.effort, step.closed)).collect(),
        statement,
    }
}

fn unanswered(answers: &crate::assessment::Answers, framework: &Framework) -> u32 {
    let tally = crate::score::score(framework, answers).tally;
    tally.applicable - tally.answered
}

/// A number with what it counts: "1 gap is", "2 gaps are".
fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn task_row(library: &'static Library, tasks: &[Task], task: &Task, today: Day) -> TaskRow {
    let find = |id: &&String| tasks.iter().find(|other| other.id == **id);
    TaskRow {
        control: library.control(&task.control).map(|control| &library.controls[control]),
        late: task.is_late(today),
        waits_for: task
            .depends
            .iter()
            .filter(|id| find(id).is_some_and(|other| other.progress != Progress::Done))
            .cloned()
            .collect(),
        missing: task.depends.iter().filter(|id| find(id).is_none()).cloned().collect(),
        task: task.clone(),
    }
}

fn forecast(library: &'static Library, assessed: &Assessed<'_>, forecast: Vec<Forecast>) -> Vec<ForecastRow> {
    let row = |forecast: Forecast| {
        let parts = assessed.parts.iter().zip(&forecast.scores).map(|(part, score)| {
            let framework = &library.frameworks[part.place];
            (framework, Meter::new(score, framework.scale.max()))
        });
        ForecastRow { phase: forecast.phase, parts: parts.collect(), closed: forecast.closed }
    };
    forecast.into_iter().map(row).collect()
}
