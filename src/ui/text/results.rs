//! The results.

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
pub const STATEMENT: &str = "Statement of Applicability";
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
