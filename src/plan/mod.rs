//! From answers to what to do next.
//!
//! A gap is a known shortfall: an answered requirement below its target. What has not been assessed is unknown, not
//! missing, so a plan made early says how much it cannot see.

mod gap;
mod work;

mod cover;
mod next;
mod rank;
mod what_if;

pub use cover::{Cover, CoverStep, cover};
pub use gap::{Gap, gaps, next_unanswered};
pub use next::{Candidate, next_best};
pub use rank::{RankedGap, ranked};
pub use what_if::{Forecast, what_if};
pub use work::{WHOLE, Work, WorkGap, effort_points};
