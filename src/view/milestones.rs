//! The plan of action and milestones: every gap as a weakness with what is done about it.

use std::collections::BTreeSet;

use crate::assessment::{Assessed, Document, Field, Progress, Task, tasks};
use crate::catalog::{Framework, Library};
use crate::plan::{RankedGap, ranked};

/// One weakness.
#[derive(Clone, Debug, PartialEq)]
pub struct MilestoneRow {
    /// The framework's id and the requirement's: it names the same weakness in every edition of the plan.
    pub id: String,
    pub framework: &'static Framework,
    /// The id of the requirement.
    pub control: String,
    /// What is missing, in a sentence.
    pub weakness: String,
    /// What somebody wrote beside the answer.
    pub description: String,
    pub owner: String,
    pub resources: String,
    /// The due date of the gap itself, `YYYY-MM-DD` or empty.
    pub due: String,
    /// The tasks that put a control of the requirement in place, and when each is due.
    pub milestones: Vec<Milestone>,
    pub status: WeaknessStatus,
    pub rating: Rating,
    /// Somebody rated it; otherwise the rating follows from the size of the gap.
    pub rated: bool,
}

/// A step towards closing a weakness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    pub title: String,
    /// `YYYY-MM-DD`, or empty.
    pub due: String,
    pub progress: Progress,
}

/// What is being done about a weakness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeaknessStatus {
    /// No task addresses it.
    Unplanned,
    Planned,
    Ongoing,
    /// Every task is done and the requirement is still below its target: it waits to be assessed again.
    ToVerify,
}

/// The risk of leaving a weakness as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rating {
    Low,
    Moderate,
    High,
}

impl Rating {
    /// The word for it in a document.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Moderate => "moderate",
            Self::High => "high",
        }
    }

    /// Without a rating of one's own: one level missing is low, two moderate, three or more high.
    #[must_use]
    pub fn of_gap(missing: u8) -> Self {
        match missing {
            0 | 1 => Self::Low,
            2 => Self::Moderate,
            _ => Self::High,
        }
    }
}

/// The plan of action and milestones of an assessment, the gap worth most first.
#[must_use]
pub fn milestones(library: &'static Library, document: &Document) -> Vec<MilestoneRow> {
    let assessed = Assessed::read(library, document);
    let tasks = tasks(document);
    let row = |gap: RankedGap| {
        let part = &assessed.parts[gap.part];
        let framework = &library.frameworks[part.place];
        let controls: BTreeSet<&str> = framework.position(&gap.id).map_or_else(BTreeSet::new, |index| {
            let edges = library.edges[part.place].of(index).iter();
            edges.map(|edge| library.controls[usize::from(edge.control)].id).collect()
        });
        weakness(framework, document, &gap, &tasks, &controls)
    };
    ranked(library, &assessed).into_iter().map(row).collect()
}

fn weakness(
    framework: &'static Framework,
    document: &Document,
    gap: &RankedGap,
    tasks: &[Task],
    controls: &BTreeSet<&str>,
) -> MilestoneRow {
    let said = |field: Field| document.text(framework.id, &gap.id, field).trim().to_owned();
    let name = |level: u8| framework.scale.steps[usize::from(level)].name;
    let (level, target) = (gap.level, gap.target);
    let milestones: Vec<Milestone> = tasks
        .iter()
        .filter(|task| controls.contains(task.control.as_str()) && task.progress != Progress::Dropped)
        .map(|task| Milestone { title: task.title.clone(), due: task.due.clone(), progress: task.progress })
        .collect();
    let own = [Rating::Low, Rating::Moderate, Rating::High].into_iter().find(|rating| rating.word() == said(Field::Rating));
    MilestoneRow {
        id: format!("{} {}", framework.id, gap.id),
        framework,
        control: gap.id.clone(),
        weakness: format!("{}: level {level} ({}) where {target} ({}) is wanted.", gap.title, name(level), name(target)),
        description: said(Field::Note),
        owner: said(Field::Owner),
        resources: said(Field::Resources),
        due: said(Field::Due),
        status: status(&milestones),
        milestones,
        rating: own.unwrap_or_else(|| Rating::of_gap(target - level)),
        rated: own.is_some(),
    }
}

fn status(milestones: &[Milestone]) -> WeaknessStatus {
    let all = |progress: Progress| milestones.iter().all(|milestone| milestone.progress == progress);
    match milestones {
        [] => WeaknessStatus::Unplanned,
        _ if all(Progress::Done) => WeaknessStatus::ToVerify,
        _ if all(Progress::Open) => WeaknessStatus::Planned,
        _ => WeaknessStatus::Ongoing,
    }
}
