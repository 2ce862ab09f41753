//! The core behind a deep assessment: documents, tailoring, suggestions, plans, snapshots and what the screens show of them.

mod breach;
mod documents;
mod fixture;
mod overlays;
mod plans;
mod suggestions;
mod tailoring;
mod views;
