//! Compliance maturity assessment and framework comparison that runs wholly in the browser.
//!
//! The package is a pure core (catalogs, assessments, scores, comparisons) with a browser application around it. The core
//! knows nothing of the browser: time, storage and randomness come in as arguments. `src/README.md` maps the modules.

pub mod catalog;

pub mod assessment;
pub mod score;

pub mod compare;
pub mod crosswalk;
pub mod plan;

pub mod view;

pub mod record;

#[cfg(feature = "io")]
pub mod exchange;

pub mod error;

pub mod store;

#[cfg(feature = "app")]
pub mod ui;

pub use error::Error;
