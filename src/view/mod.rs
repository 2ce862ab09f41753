//! What a screen shows, as plain data. The screens compute nothing.

mod assess;
mod controls;
mod find;
mod for_you;
mod home;
mod matrix;
mod meter;
mod overlap;
mod results;
mod sample;
mod search;

pub use assess::{AssessView, Entry, Focus, Mark, assess};
pub use controls::{AskRow, ControlRow, ControlView, DomainRow, control, controls};
pub use find::{Found, find};
pub use for_you::{ForYou, for_you};
pub use home::{Progress, progress};
pub use matrix::{MatrixView, Order, matrix, warmth};
pub use meter::Meter;
pub use overlap::{Bands, CoverRow, Direction, FlowRow, PairRow, SectionBands, Way, direction, edge_why};
pub use results::{GapRow, ResultsView, SectionRow, results};
pub use sample::sample;
pub use search::{Hit, MOST, SearchIndex};
