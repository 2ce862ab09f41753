//! What pages are made of. What keeps no state of its own is a plain function: a component costs some kilobytes.

mod badge;
mod bands;
mod chrome;
mod confirm;
mod field;
mod icon;
mod ladder;
mod loading;
mod plumb;
mod radar;
mod range_bar;
mod scope;
mod section_table;
mod steps;
mod tree;

pub use badge::badge_mark;
pub use bands::{band_bar, band_mark, flow_picture, hatching, strength_mark};
pub use chrome::{footer, masthead};
pub use confirm::Confirm;
pub use field::{line_field, text_field};
pub use icon::{Glyph, icon};
pub use ladder::{Ladder, ladder, rungs};
pub use loading::waiting;
pub use plumb::plumb_drawing;
pub use radar::radar;
pub use range_bar::{Size, range_bar};
pub use scope::{option_ids, scope_fields, target_field};
pub use section_table::section_table;
pub use steps::steps;
pub use tree::{depth, tree};
