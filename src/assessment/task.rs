//! The roadmap: what somebody plans to do.

use super::{Day, Document, Field};
use crate::catalog::Effort;

const MARK: &str = "task:";

/// Something planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub id: String,
    pub title: String,
    /// The id of the common control it puts in place, or empty.
    pub control: String,
    pub owner: String,
    pub effort: Option<Effort>,
    /// `YYYY-MM-DD`, or empty.
    pub start: String,
    pub due: String,
    pub progress: Progress,
    /// The ids of the tasks that have to be done first, whether or not they are there.
    pub depends: Vec<String>,
    pub phase: Phase,
}

/// What has become of a task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    #[default]
    Open,
    Doing,
    Done,
    /// Given up; counts for nothing.
    Dropped,
}

/// When a task is to be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    Now,
    Next,
    #[default]
    Later,
}

impl Progress {
    pub const ALL: [Self; 4] = [Self::Open, Self::Doing, Self::Done, Self::Dropped];

    /// The word for it in a document.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Doing => "doing",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }
}

impl Phase {
    pub const ALL: [Self; 3] = [Self::Now, Self::Next, Self::Later];

    /// The word for it in a document.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Next => "next",
            Self::Later => "later",
        }
    }
}

impl Task {
    /// Neither done nor given up, and past its due date. A date that is none is never late.
    #[must_use]
    pub fn is_late(&self, today: Day) -> bool {
        self.is_ahead() && Day::parse(&self.due).is_some_and(|due| due < today)
    }

    /// Neither done nor given up.
    #[must_use]
    pub fn is_ahead(&self) -> bool {
        matches!(self.progress, Progress::Open | Progress::Doing)
    }
}

pub(super) fn task_id(id: &str) -> String {
    format!("{MARK}{id}")
}

/// The word for an effort in a document.
pub(crate) fn effort_word(effort: Effort) -> &'static str {
    match effort {
        Effort::Days => "S",
        Effort::Weeks => "M",
        Effort::Months => "L",
    }
}

/// The tasks of a document, by phase, then due date with the undated last, then id.
#[must_use]
pub fn tasks(document: &Document) -> Vec<Task> {
    let Some(entries) = document.frameworks.get("") else { return Vec::new() };
    let mut tasks: Vec<Task> = entries.keys().filter_map(|key| read(document, key)).collect();
    tasks.sort_by(|one, other| {
        let key = |task: &Task| (task.phase, task.due.is_empty(), task.due.clone(), task.id.clone());
        key(one).cmp(&key(other))
    });
    tasks
}

fn read(document: &Document, key: &str) -> Option<Task> {
    let said = |field: Field| document.text("", key, field).to_owned();
    let task = Task {
        id: key.strip_prefix(MARK)?.to_owned(),
        title: said(Field::Title),
        control: said(Field::Control),
        owner: said(Field::Owner),
        effort: [Effort::Days, Effort::Weeks, Effort::Months]
            .into_iter()
            .find(|effort| effort_word(*effort) == said(Field::Effort)),
        start: said(Field::Start),
        due: said(Field::Due),
        progress: named(&Progress::ALL, Progress::word, &said(Field::Status)),
        depends: said(Field::Depends).split_whitespace().map(str::to_owned).collect(),
        phase: named(&Phase::ALL, Phase::word, &said(Field::Phase)),
    };
    (!task.title.is_empty()).then_some(task)
}

fn named<T: Copy + Default>(all: &[T], word: fn(T) -> &'static str, said: &str) -> T {
    all.iter().copied().find(|one| word(*one) == said).unwrap_or_default()
}
