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

pub mod compare {
    pub const CHOOSE_TITLE: &str = "Compare frameworks";
    pub const CHOOSE_LEAD: &str = "Choose two. The comparison is written from the same catalog that asks the questions.";
    pub const VERDICT: &str = "Quick verdict";
    pub const FEATURES: &str = "Key features";
    pub const EFFORT: &str = "Cost, complexity and time";
    pub const ANALYSIS: &str = "Detailed analysis";
    pub const DIFFERENCES: &str = "Key differences";
    pub const EXPLAINED: &str = "The differences explained";
    pub const QUESTIONS: &str = "Questions";
    pub const FOR_YOU: &str = "For you";
    pub const FOR_YOU_EMPTY: &str =
        "Answer a few questions on either side, and this section shows your own score and largest gaps here.";
    pub const OTHERS: &str = "Other comparisons";
    pub const ASPECT: &str = "Aspect";
    pub const NO_GAPS: &str = "No gaps among what has been answered.";
    pub const LARGEST_GAPS: &str = "Largest gaps";
    pub const SAMPLE_ANSWERS: &str = "From the sample, whose answers are made up.";

    pub fn from(name: &str) -> String {
        format!("From “{name}”.")
    }

    pub fn title(shorts: &[&str]) -> String {
        shorts.join(" vs ")
    }

    pub fn assess(short: &str) -> String {
        format!("Assess {short}")
    }

    pub fn scale_note(what: &str) -> String {
        format!(
            "{what}, first year, for an organisation of middling size: an editorial estimate on four steps, not a quote."
        )
    }
}

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

pub mod results {
    pub const MATURITY: &str = "Maturity";
    pub const COVERAGE: &str = "Coverage";
    pub const READINESS: &str = "Readiness";
    pub const SECTIONS: &str = "By section";
    pub const SECTION: &str = "Section";
    pub const GAPS: &str = "Gaps, largest first";
    pub const NO_GAPS: &str = "Nothing that has been answered stands below its target.";
    pub const REQUIREMENT: &str = "Requirement";
    pub const LEVEL: &str = "Level";
    pub const TARGET: &str = "Target";
    pub const OWNER: &str = "Owner";
    pub const DUE: &str = "Due";
    pub const EXCLUDED: &str = "Not applicable";
    pub const REASON: &str = "Reason";
    pub const PRINT: &str = "Print or save as PDF";
    pub const BACK: &str = "Back to the questions";
    pub const METHOD: &str = "How this is computed";
    pub const RANGE: &str = "Range";
    pub const NOT_YET: &str = "Not assessed yet";
    pub const SCOPE: &str = "Scope";
    pub const SHOW_ALL: &str = "All sections, with their parts";
    pub const NOTHING_YET: &str = "Nothing has been answered yet, so there is no score. Unknown is not zero.";

    pub fn title(short: &str) -> String {
        format!("{short} results")
    }

    pub fn reading(strongest: &str, weakest: &str) -> String {
        format!("Strongest in {}, weakest in {}.", quiet(strongest), quiet(weakest))
    }

    pub fn coverage(answered: u32, applicable: u32) -> String {
        format!("{answered} of {applicable} requirements in scope have an answer.")
    }

    pub fn excluded(count: u32) -> String {
        match count {
            0 => String::new(),
            1 => " One more is marked not applicable.".to_owned(),
            _ => format!(" {count} more are marked not applicable."),
        }
    }

    pub fn readiness(at_target: u32, applicable: u32) -> String {
        format!("{at_target} of {applicable} stand at their target or above. The unanswered do not.")
    }

    pub fn range(low: &str, high: &str) -> String {
        format!("Between {low} and {high} once everything is answered.")
    }

    pub fn guarded(low: &str, high: &str) -> String {
        format!("Less than half is answered, so the range stands for the score: between {low} and {high}.")
    }

    pub fn made(name: &str, day: &str) -> String {
        if day.is_empty() { name.to_owned() } else { format!("{name}, as of {day}") }
    }

    /// A section title inside a sentence: "Risk Assessment" reads "risk assessment", "AI policy" stays.
    fn quiet(title: &str) -> String {
        let ordinary = |word: &str| word.chars().skip(1).all(|letter| letter.is_ascii_lowercase());
        let words: Vec<String> =
            title.split(' ').map(|word| if ordinary(word) { word.to_ascii_lowercase() } else { word.to_owned() }).collect();
        words.join(" ")
    }
}

pub mod method {
    pub const TITLE: &str = "How Plumbline counts";
    pub const LEAD: &str = "A score is worth what its arithmetic is worth. This is all of it.";
    pub const SCORE: &str = "The score";
    pub const SCORE_TEXT: [&str; 3] = [
        "Every requirement you answer stands on a level from 0 to 5. Its points are its level times its weight; weights are 1 unless \
         the framework itself gives others.",
        "Unknown is not zero: a requirement without an answer adds nothing to the score and takes nothing from it, and the page shows \
         how much is still unknown. A requirement marked not applicable, with a reason, leaves the calculation; without a reason it \
         counts as not assessed yet.",
        "Points are whole numbers and are divided once, when they are shown. The same answers give the same figures in every browser.",
    ];
    pub const FIGURES: [(&str, &str); 4] = [
        ("Maturity", "The points of everything answered, divided by the most it could have, on the scale from 0 to 5."),
        (
            "Range",
            "Where maturity can still end up: once with everything unanswered taken as 0, once with it taken as 5. The more you \
          answer, the narrower it gets. Below half coverage the range stands in place of the figure.",
        ),
        ("Coverage", "How many of the requirements that apply have an answer. No score is shown without it."),
        (
            "Readiness",
            "How many of the requirements that apply stand at their target or above. It says how far the plan has come, \
          maturity says how good the practice is; the two are never mixed.",
        ),
    ];
    pub const LEVELS: &str = "The levels";
    pub const LEVELS_TEXT: &str = "The same six steps serve every framework, so that answers can be compared. Answer for what is done \
         today, not for what is planned.";
    pub const DATA: &str = "Your data";
    pub const DATA_TEXT: [&str; 3] = [
        "Answers are kept by this browser, on this device, for this address. There is no account and no server that receives them, and \
         the page's own security policy forbids it to talk to any other address.",
        "That also means nobody can restore them for you. Clearing the site's data in the browser, or a private window that is \
         closed, removes them.",
        "When the browser does not let the page store anything, the head of the page says “Not saved”, and everything works until \
         the tab is closed.",
    ];
    pub const CATALOGS: &str = "The catalogs";
    pub const CATALOGS_TEXT: [&str; 2] = [
        "Ids and short titles are the issuer's. Statements, questions, evidence and articles are written for Plumbline in plain words; \
         they explain a requirement and do not replace its text. To be audited you need the standard itself.",
        "Cost and complexity are editorial estimates on four steps, and the usual time is a span that practitioners commonly see.",
    ];
}

pub mod atlas {
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
}

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
