//! Overlap, matrix, common controls and search.

use crate::catalog::{Effort, Relation};
use crate::view::{Bands, Direction, FlowRow};

pub const OVERLAP: &str = "Overlap";
pub const OVERLAP_LEAD: &str = "Requirements of two frameworks meet in the common controls they ask for. Each pair below is \
     inferred from that, unless it says it is declared, and shows its path; the two directions differ, since a part never \
     covers its whole. It is a guide to where your work counts twice, not a statement by either issuer.";
pub const WHICH_PAIR: &str = "Which two";
pub const FLOWS: &str = "Where they meet";
pub const AS_TABLE: &str = "The same as a table";
pub const SECTION: &str = "Section";
pub const FULL: &str = "Carried in full";
pub const PARTIAL: &str = "Carried in part";
pub const NEW: &str = "New work";
pub const ALL: &str = "All";
pub const FILTER: &str = "Show";
pub const NOTHING_HERE: &str = "Nothing here. Choose another band or section.";
pub const TOGETHER: &str = "No single counterpart carries all of it; these do so together.";
pub const PRINT: &str = "Print this list";
pub const MATRIX: &str = "Every framework against every other";
pub const MATRIX_LEAD: &str = "Read a row: whoever has this framework has so much of each column. The two numbers are what is \
     carried in full and in part.";
pub const MATRIX_CAPTION: &str = "How far the framework of a row covers the framework of a column";
pub const MATRIX_KEY: &str = "Solid is carried in full, hatched in part, empty is new work. A cell leads to the pairs behind it. \
     All of it is inferred from the common controls.";
pub const ITSELF: &str = "The same framework";
pub const ORDER: &str = "Order by";
pub const BY_NAME: &str = "Name";
pub const BY_FAMILY: &str = "Family";
pub const BY_REACH: &str = "How much they cover";
pub const CONTROLS: &str = "Common controls";
pub const EFFORT: &str = "Usual effort";
pub const ASKED: &str = "Asked for by";
pub const WHO_ASKS: &str = "Who asks for it";
pub const FIND: &str = "Find anything";
pub const FIND_HINT: &str = "A framework, a requirement or a control: by id or by words. A slip or two does not matter.";
pub const MANY: &str = "The best 40 matches. Another word narrows them.";
pub const NOTHING_FOUND: &str = "Nothing matches. Try an id such as A.5.1, or a single word.";
pub const A_FRAMEWORK: &str = "Framework";
pub const A_CONTROL: &str = "Common control";

pub fn pair(first: &str, second: &str) -> String {
    format!("{first} and {second}")
}

pub fn if_you_have(short: &str) -> String {
    format!("If you have {short}")
}

pub fn already(from: &str, to: &str) -> String {
    format!("If you already have {from}: what of {to} is left")
}

pub fn turn(to: &str) -> String {
    format!("Turn round: if you have {to}")
}

pub fn assess(short: &str) -> String {
    format!("Assess {short}")
}

pub fn bands(bands: Bands) -> String {
    format!("{} in full, {} in part, {} new, of {}", bands.full, bands.partial, bands.none, bands.total())
}

pub fn covers(from: &str, to: &str, bands: Bands, many: &str) -> String {
    let total = bands.total();
    format!(
        "Of the {total} {many} of {to}, {from} carries {} in full and {} in part; {} are new work.",
        bands.full, bands.partial, bands.none
    )
}

pub fn cell(from: &str, to: &str, of: Bands) -> String {
    format!("{from} to {to}: {}", bands(of))
}

pub fn closest(from: &str, to: &str) -> String {
    format!("The largest share in full: whoever has {from} has most of {to}.")
}

pub fn filter(name: &str, count: usize) -> String {
    format!("{name} ({count})")
}

pub fn shown(count: usize, many: &str) -> String {
    format!("{count} {many} shown")
}

pub fn counterparts(count: usize) -> String {
    match count {
        1 => " 1 counterpart".to_owned(),
        _ => format!(" {count} counterparts"),
    }
}

pub fn strength(strength: u8) -> String {
    format!(" strength {strength} of 10")
}

pub fn inferred(strength: u8) -> String {
    format!("Inferred, strength {strength} of 10.")
}

pub fn declared(from: &str, to: &str) -> String {
    format!("Declared between {from} and {to}.")
}

/// What a requirement is to a control: "CC6.1 … IAM-05".
pub fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Equal => "asks for the same as",
        Relation::Subset => "lies within",
        Relation::Superset => "contains",
        Relation::Intersects => "shares ground with",
    }
}

pub fn relation_it(relation: Relation) -> &'static str {
    match relation {
        Relation::Equal => "asks for the same",
        Relation::Subset => "lies within it",
        Relation::Superset => "contains it",
        Relation::Intersects => "shares ground with it",
    }
}

pub fn relation_here(relation: Relation) -> &'static str {
    match relation {
        Relation::Equal => "asks for the same",
        Relation::Subset => "lies within this control",
        Relation::Superset => "contains this control and more",
        Relation::Intersects => "shares ground with this control",
    }
}

pub fn effort(effort: Effort) -> &'static str {
    match effort {
        Effort::Days => "Days",
        Effort::Weeks => "Weeks",
        Effort::Months => "Months",
    }
}

pub fn controls_lead(controls: usize, domains: usize) -> String {
    format!(
        "{controls} things an organisation does, in {domains} domains: the hub through which frameworks are compared. Each says who \
         asks for it, and how closely."
    )
}

pub fn asked_by(frameworks: usize) -> String {
    match frameworks {
        0 => "no framework here".to_owned(),
        1 => "1 framework".to_owned(),
        _ => format!("{frameworks} frameworks"),
    }
}

pub fn before(id: &str) -> String {
    format!("Before: {id}")
}

pub fn after(id: &str) -> String {
    format!("Next: {id}")
}

/// The broadest flow, in a sentence.
pub fn flow_reading(direction: &Direction, flows: &[FlowRow]) -> String {
    let (from, to) = (direction.from, direction.to);
    match flows.iter().max_by_key(|flow| 2 * flow.full + flow.partial) {
        None => format!("Nothing of {} meets anything of {}.", from.profile.short, to.profile.short),
        Some(flow) => {
            let [first, second] = [&from.requirements[flow.from], &to.requirements[flow.to]];
            format!(
                "Most pairs join {} {} with {} {}: {} in full, {} in part.",
                first.id, first.title, second.id, second.title, flow.full, flow.partial
            )
        }
    }
}
