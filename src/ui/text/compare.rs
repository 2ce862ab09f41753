//! The comparison.

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
    format!("{what}, first year, for an organisation of middling size: an editorial estimate on four steps, not a quote.")
}
