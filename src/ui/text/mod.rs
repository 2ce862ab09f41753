//! Every sentence of the interface, in English. Other languages are modules like this one.

use crate::catalog::{Badge, Family, Profile, Status};
use crate::view::Meter;

pub const NAME: &str = "Plumbline";

pub mod shell {
    pub const SKIP: &str = "Skip to the content";
    pub const NAVIGATION: &str = "Main";
    pub const LIBRARY: &str = "Library";
    pub const COMPARE: &str = "Compare";
    pub const ASSESS: &str = "Assess";
    pub const METHOD: &str = "Method";
    pub const THEME: &str = "Theme";
    pub const PRIVATE: &str = "Nothing you type leaves this browser: no account, no server, no tracking.";
    pub const CARE: &str = "A self-assessment is not a certificate, an audit opinion or legal advice.";
    pub const SAVED: &str = "Saved";
    pub const SAVED_HERE: &str = "Saved in this browser";
    pub const NOT_SAVED: &str = "Not saved";
    pub const SAVING: &str = "Saving";
    pub const LOADING: &str = "Fetching the texts.";
    pub const RETRY: &str = "Try again";

    pub fn theme(name: &str) -> &'static str {
        match name {
            "light" => "Light",
            "dark" => "Dark",
            _ => "As the system",
        }
    }
}

pub mod home {
    pub const FILTER_BADGE: &str = "Standing";
    pub const FILTER_FAMILY: &str = "Family";
    pub const FILTER_REGION: &str = "Region";
    pub const FILTER_INDUSTRY: &str = "Industry";
    pub const ANY: &str = "Any";
    pub const TITLE: &str = "How far from true?";
    pub const LEAD: &str = "Compare compliance frameworks, assess your organisation against them, and leave with a score you can \
         defend. Everything happens in this page: nothing you type leaves your machine.";
    pub const COMPARE_TITLE: &str = "Compare";
    pub const COMPARE_LEAD: &str = "Two frameworks side by side: what they ask, what they cost, which one you need.";
    pub const COMPARE_FIRST: &str = "First framework";
    pub const COMPARE_SECOND: &str = "Second framework";
    pub const COMPARE_GO: &str = "Compare them";
    pub const ASSESS_TITLE: &str = "Assess";
    pub const ASSESS_LEAD: &str =
        "Answer one requirement at a time and watch the score settle. Stop and come back whenever you like.";
    pub const ASSESS_WHICH: &str = "Framework";
    pub const ASSESS_GO: &str = "Begin an assessment";
    pub const OPEN: &str = "Your assessments";
    pub const NONE_OPEN: &str =
        "None yet. The sample shows what one looks like half way through; it is made up, and it is never saved.";
    pub const SAMPLE: &str = "Open the sample";
    pub const CONTINUE: &str = "Continue";
    pub const RESULTS: &str = "Results";
    pub const DELETE: &str = "Delete";
    pub const LIBRARY: &str = "Library";
    pub const LIBRARY_LEAD: &str = "Every framework is bundled with the page, in our own words, with the issuer's ids.";
    pub const COLUMN_FRAMEWORK: &str = "Framework";
    pub const COLUMN_KIND: &str = "Standing";
    pub const COLUMN_ASKS: &str = "Asks";
    pub const COLUMN_TIME: &str = "Usual time";
    pub const PLUMB: &str = "A plumb line hanging beside a scale of six levels";

    pub fn shown(count: usize, of: usize) -> String {
        if count == of { format!("{of} frameworks") } else { format!("{count} of {of} frameworks") }
    }

    pub fn changed(day: &str) -> String {
        format!("Last changed {day}")
    }

    pub fn delete_title(name: &str) -> String {
        format!("Delete “{name}”?")
    }

    pub const DELETE_TEXT: &str =
        "Its answers, notes and evidence are removed from this browser. There is no copy anywhere else.";
    pub const DELETE_YES: &str = "Delete it";
    pub const KEEP: &str = "Keep it";

    pub fn unknown(ids: &str) -> String {
        format!("It also has answers on {ids}, which this version does not know. They are kept.")
    }

    pub const ASIDE_TITLE: &str = "Something in this browser could not be read";
    pub const ASIDE_TEXT: &str = "It is left exactly as it is; nothing was overwritten. You can copy it out:";
}

pub mod framework {
    pub const CONTENTS: &str = "On this page";
    pub const WHAT: &str = "What it is";
    pub const COMPONENTS: &str = "Key components";
    pub const WHY: &str = "Why organisations use it";
    pub const IMPLEMENTATION: &str = "Implementation overview";
    pub const FEATURES: &str = "Key features";
    pub const ASPECTS: &str = "At a glance";
    pub const QUESTIONS: &str = "Questions";
    pub const SOURCES: &str = "Sources";
    pub const SEARCH: &str = "Find by id or words";
    pub const ASSESS: &str = "Assess this";
    pub const COMPARE_WITH: &str = "Compare with";
    pub const COST: &str = "Cost";
    pub const COMPLEXITY: &str = "Complexity";
    pub const TIME: &str = "Usual time";
    pub const ISSUER: &str = "Issuer";
    pub const VERSION: &str = "Version";
    pub const EVIDENCE: &str = "An assessor would ask for";
    pub const NOTHING_FOUND: &str = "Nothing matches. Try an id such as the ones in the list, or a single word.";

    pub fn everything(many: &str) -> String {
        format!("All {many}")
    }

    pub fn found(count: usize) -> String {
        match count {
            1 => "1 match".to_owned(),
            _ => format!("{count} matches"),
        }
    }

    pub fn reviewed(day: &str) -> String {
        format!("Facts last checked on {day}.")
    }

    pub fn withdrawn(into: &[&str]) -> String {
        if into.is_empty() { "Withdrawn".to_owned() } else { format!("Withdrawn: see {}", into.join(", ")) }
    }

    pub fn rung(level: u8) -> &'static str {
        ["", "Low", "Moderate", "High", "Very high"][usize::from(level.min(4))]
    }
}

pub mod compare;

pub mod start {
    pub const NAME: &str = "Name of the assessment";
    pub const NAME_HINT: &str = "For example the organisation, the product or the year. It stays in this browser.";
    pub const SCOPE: &str = "What applies";
    pub const FRAMEWORKS: &str = "Frameworks";
    pub const TARGET: &str = "Target";
    pub const TARGET_HINT: &str = "The level you want every requirement to reach. It can be changed later, also one by one.";
    pub const GO: &str = "Begin";
    pub const LATER: &str = "Everything here can be changed later; no answer is lost.";
    pub const EXISTING: &str = "Or add it to one you have";

    pub fn title(short: &str) -> String {
        format!("Assess {short}")
    }

    pub fn proposal(shorts: &[&str], year: &str) -> String {
        format!("{} {year}", shorts.join(" and "))
    }

    pub fn asks(count: usize, what: &str) -> String {
        format!("{count} {what} to answer")
    }

    pub fn add_to(name: &str) -> String {
        format!("Add to “{name}”")
    }
}

pub mod assess {
    pub const TREE: &str = "Requirements";
    pub const ANSWERED: &str = "Answered of those that apply";
    pub const TREE_OPEN: &str = "Show the requirements";
    pub const LEVEL: &str = "Where do you stand?";
    pub const NOT_APPLICABLE: &str = "Not applicable";
    pub const NOT_APPLICABLE_SHORT: &str = "n/a";
    pub const NOT_APPLICABLE_MEANING: &str = "Leaves the score. Needs a reason.";
    pub const CLEAR: &str = "Take the answer back";
    pub const READ_ONLY: &str = "A newer version of Plumbline has written to this assessment. Here it can be read and backed up; to \
         change it, open it with the newer version.";
    pub const UNDO: &str = "Undo";
    pub const REDO: &str = "Redo";
    pub const REASON: &str = "Why it does not apply";
    pub const REASON_MISSING: &str = "Until a reason stands here, this counts as not assessed yet.";
    pub const NOTE: &str = "Note";
    pub const EVIDENCE: &str = "Evidence";
    pub const EVIDENCE_HINT: &str = "Where it can be found: a document, a link, a ticket, a name.";
    pub const TYPICAL: &str = "An assessor would ask for";
    pub const OWNER: &str = "Owner";
    pub const DUE: &str = "Due";
    pub const TARGET: &str = "Target";
    pub const MORE: &str = "Note, evidence, owner, due date";
    pub const PREVIOUS: &str = "Previous";
    pub const NEXT: &str = "Next";
    pub const NEXT_OPEN: &str = "Next open";
    pub const ALL_ANSWERED: &str = "Everything in scope has an answer.";
    pub const SEE_RESULTS: &str = "See the results";
    pub const ONE: &str = "One at a time";
    pub const LIST: &str = "Section as a list";
    pub const VIEW: &str = "View";
    pub const SETTINGS: &str = "Name, scope and target";
    pub const KEYS: &str = "Keys";
    pub const KEYS_ON: &str = "Answer with single keys";
    pub const ADVANCE: &str = "Move on after answering with a key";
    pub const NOTHING_IN_SCOPE: &str = "Nothing is in scope. Choose what applies above.";
    pub const MISSING_TITLE: &str = "This assessment is not in this browser";
    pub const MISSING_TEXT: &str =
        "Assessments stay in the browser they were made in. It may have been deleted, or made on another device.";
    pub const SAMPLE_BANNER: &str = "This is the sample. Its answers are made up and are never saved.";
    pub const SAMPLE_CLEAR: &str = "Clear the sample";
    pub const UNANSWERED: &str = "Not assessed yet";
    pub const TARGET_HERE: &str = "target";
    pub const USUAL_TARGET: &str = "As the whole";

    pub const KEY_LIST: [(&str, &str); 8] = [
        ("0 – 5", "answer with that level"),
        ("X", "not applicable"),
        ("N", "next open requirement"),
        ("J, K", "next, previous requirement"),
        ("C", "take the answer back"),
        ("E", "write a note"),
        ("L", "one at a time, or the section as a list"),
        ("?", "show or hide these keys"),
    ];

    pub fn place(place: usize, of: usize) -> String {
        format!("{place} of {of}")
    }

    pub fn answered(answered: u32, applicable: u32) -> String {
        format!("{answered} of {applicable} answered")
    }

    pub fn level(number: u8, name: &str) -> String {
        format!("{number} {name}")
    }

    pub fn row(id: &str, title: &str) -> String {
        format!("{id} {title}: level")
    }
}

pub mod results;
pub mod reuse;

pub mod method;

pub mod atlas;

pub mod data;

pub mod official;
pub mod plan;

pub mod statement;

pub mod missing {
    pub const TITLE: &str = "There is nothing here";
    pub const TEXT: &str = "The address does not lead to a page of Plumbline. It may be from another version.";
    pub const HOME: &str = "Go to the start";
}

/// A region or an industry, by its name in the catalogs: "critical-infrastructure" reads "Critical infrastructure".
#[must_use]
pub fn place(name: &str) -> String {
    match name {
        "eu" => "European Union".to_owned(),
        "us" => "United States".to_owned(),
        "uk" => "United Kingdom".to_owned(),
        _ => crate::compare::capital(&name.replace('-', " ")),
    }
}

/// The name of a framework's standing.
#[must_use]
pub fn badge(badge: Badge) -> &'static str {
    match badge {
        Badge::Voluntary => "Voluntary",
        Badge::Mandatory => "Mandatory",
    }
}

#[must_use]
pub fn family(family: Family) -> &'static str {
    match family {
        Family::Assurance => "Assurance",
        Family::InformationSecurity => "Information security",
        Family::Privacy => "Privacy",
        Family::Ai => "Artificial intelligence",
        Family::Quality => "Quality",
        Family::Resilience => "Resilience",
        Family::InternalControl => "Internal control",
    }
}

/// The year, with what is to be known about it.
#[must_use]
pub fn year(profile: &Profile) -> String {
    match profile.status {
        Status::Current => profile.year.to_string(),
        Status::PhasingIn => format!("{}, phasing in", profile.year),
        Status::Superseded => format!("{}, superseded", profile.year),
    }
}

/// A number of tenths as a person writes it: 27 is "2.7".
#[must_use]
pub fn tenths(tenths: u64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The score in a phrase, never without its coverage: "2.7 of 5, 48 of 61 answered".
#[must_use]
pub fn meter(meter: &Meter) -> String {
    let coverage = assess::answered(meter.answered, meter.applicable);
    match (meter.tenths, meter.range_tenths) {
        (Some(_), Some((low, high))) if meter.is_guarded() => {
            format!("between {} and {} of {}, {coverage}", tenths(low), tenths(high), meter.max)
        }
        (Some(value), _) => format!("{} of {}, {coverage}", tenths(value), meter.max),
        (None, _) => format!("{}, {coverage}", assess::UNANSWERED.to_ascii_lowercase()),
    }
}
