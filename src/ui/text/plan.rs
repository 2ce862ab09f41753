//! The plan.

pub const TITLE: &str = "Plan";
pub const LEAD: &str =
    "What to do next, over every framework of this assessment. It follows from the answers and changes with them.";
pub const BACK: &str = "Back to the results";
pub const NO_GAPS: &str = "Nothing that has been answered stands below its target, so there is nothing to plan yet.";
pub const NEXT: &str = "Next best actions";
pub const NEXT_TEXT: &str = "The controls that close most for their effort come first.";
pub const CONTROL: &str = "Control";
pub const CLOSES: &str = "Closes";
pub const MOVES: &str = "Also moves";
pub const COVER: &str = "What gets you to target";
pub const EFFORT_SO_FAR: &str = "Effort so far";
pub const CLOSED_SO_FAR: &str = "Closed so far";
pub const GAPS: &str = "Gaps by what they are worth";
pub const GAPS_TEXT: &str =
    "Levels missing, times weight, times one more than the other gaps that the same controls would move.";
pub const WORTH: &str = "Worth";

pub fn curve(steps: usize, effort: u32, closed: usize) -> String {
    format!("{steps} controls, {effort} points of effort (days 1, weeks 3, months 9), close {closed} gaps.")
}
