//! Maturity levels of the Essential Eight.
//!
//! Sources, both Australian Signals Directorate: *Essential Eight Maturity Model*, November 2023, for the levels; *Essential
//! Eight Assessment Process Guide*, October 2024, stage 3, for the assessment outcomes. A strategy reaches a level when every
//! requirement of that level and of the levels below it is effective or met by an alternate control; otherwise it stands at
//! the level below, and at zero when level one is not met. The whole stands where its lowest strategy stands, since the model
//! wants one level across all eight before the next.

use super::entry::{bracket, groups, reached, top};
use super::{Bracket, Entry, Reading};

/// The outcome of assessing a requirement. "Not assessed" is an unknown reading, "not applicable" an excluded one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effectiveness {
    /// The control's objective is not met; so is a risk accepted without compensating controls.
    Ineffective,
    /// The assessor could not see enough of it. That is not evidence of effectiveness, so the level does not hold.
    NoVisibility,
    /// The objective is met by another control of equal protection.
    Alternate,
    Effective,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EssentialEight {
    pub strategies: Vec<Strategy>,
    /// The level of the lowest strategy; absent when nothing applies.
    pub overall: Option<Bracket<u8>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strategy {
    pub id: &'static str,
    /// 0 to 3, or to the highest level in scope.
    pub level: Bracket<u8>,
    /// Requirements known to keep the strategy from the next level.
    pub holding_back: Vec<&'static str>,
    /// Requirements met by an alternate control, which a report has to name.
    pub alternates: Vec<&'static str>,
}

/// The level of every strategy and of the whole; [`Entry::grade`] is the level a requirement belongs to. A strategy none of
/// whose requirements applies has no level.
#[must_use]
pub fn assess(entries: &[Entry<Effectiveness>]) -> EssentialEight {
    let top = top(entries);
    let strategies: Vec<Strategy> = groups(entries, 0)
        .into_iter()
        .filter(|(_, requirements)| requirements.iter().any(|entry| entry.reading != Reading::Excluded))
        .map(|(id, requirements)| {
            let level = bracket(|unknown| reached(&requirements, top, unknown, holds));
            let known = |wanted: &dyn Fn(&Entry<Effectiveness>, Effectiveness) -> bool| {
                let found = requirements.iter().filter(|entry| entry.known().is_some_and(|mark| wanted(entry, mark)));
                found.map(|entry| entry.id).collect()
            };
            Strategy {
                id,
                level,
                holding_back: known(&|entry, mark| entry.grade == level.high + 1 && !holds(mark)),
                alternates: known(&|_, mark| mark == Effectiveness::Alternate),
            }
        })
        .collect();
    let lowest = |pick: fn(&Strategy) -> u8| strategies.iter().map(pick).min();
    let overall = lowest(|strategy| strategy.level.low).zip(lowest(|strategy| strategy.level.high));
    EssentialEight { overall: overall.map(|(low, high)| Bracket { low, high }), strategies }
}

fn holds(mark: Effectiveness) -> bool {
    mark >= Effectiveness::Alternate
}
