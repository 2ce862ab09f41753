//! What somebody answered: a document that can be joined with copies of itself, and the answers read out of it.
//!
//! Architecture invariant: a document never forgets. Writing adds a cell with a higher stamp, clearing writes a tombstone,
//! joining takes the greater stamp; so two copies edited apart always join to the same document. Held by
//! `joining_is_a_lattice` in `tests/assessment.rs`.

mod action;
mod answers;
mod document;
mod earlier;

pub use action::{Action, apply};
pub use answers::{Answers, Standing};
pub use document::{Cell, Document, Field, Fields, Stamp, Value};
pub use earlier::Earlier;
