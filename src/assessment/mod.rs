//! What somebody answered: a document that can be joined with copies of itself, and what is read out of it.
//!
//! Architecture invariant: a document never forgets. Writing adds a cell with a higher stamp, clearing writes a tombstone,
//! joining takes the greater stamp; so two copies edited apart always join to the same document. Held by
//! `joining_is_a_lattice` in `tests/assessment/main.rs`.
//!
//! Everything beside answers (tailoring, own requirements, tasks, target profiles, acceptances) is made of cells like any
//! answer, under keys of its own: an own requirement under its framework and an id that begins with `own:`, a task and a
//! target profile under the framework `""` and an id that begins with `task:` or `targets:`.

mod document;
mod field;

mod action;
mod change;
mod earlier;
mod history;

mod acceptance;
mod answers;
mod assessed;
mod overlay;
mod own;
mod tailoring;
mod target;

mod cycle;
mod snapshot;
mod task;

mod day;

pub use acceptance::Acceptance;
pub use action::{Action, apply, perform};
pub use answers::{Answers, Standing};
pub use assessed::{Assessed, Part};
pub use change::{Change, difference};
pub use cycle::cycles;
pub use day::Day;
pub use document::{Cell, Document, Fields, Stamp, Value};
pub use earlier::Earlier;
pub use field::Field;
pub use history::{History, Step};
pub use overlay::{put_on, take_off};
pub use own::{Own, OwnDraft, drafts, is_own, own_id};
pub use snapshot::{Snapshot, is_snapshot, snapshot, snapshot_of};
pub use tailoring::{Deviation, Tailoring, deviations};
pub use target::{TargetLevel, TargetLevels, TargetProfile, target_profiles};
pub use task::{Phase, Progress, Task, tasks};
