//! What a screen shows, as plain data. The screens compute nothing.

mod assess;
mod find;
mod for_you;
mod home;
mod meter;
mod results;
mod sample;

pub use assess::{AssessView, Entry, Focus, Mark, assess};
pub use find::{Found, find};
pub use for_you::{ForYou, for_you};
pub use home::{Progress, progress};
pub use meter::Meter;
pub use results::{GapRow, ResultsView, SectionRow, results};
pub use sample::sample;
