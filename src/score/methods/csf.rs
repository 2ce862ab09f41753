//! Tiers and profiles of the NIST Cybersecurity Framework.
//!
//! Source: *The NIST Cybersecurity Framework (CSF) 2.0*, NIST CSWP 29, 26 February 2024: profiles in section 3.1, tiers in
//! section 3.2 and appendix B, where tiers describe the rigour of risk governance and of risk management. The framework gives
//! words and no arithmetic. Our reading: a tier is reached when every outcome has reached it, so a category stands where its
//! lowest subcategory stands; governance is read from the function GV, management from the other functions.

use super::entry::{bracket, groups};
use super::{Bracket, Entry, Reading};

/// Tiers 1 to 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    Partial = 1,
    RiskInformed = 2,
    Repeatable = 3,
    Adaptive = 4,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Csf {
    /// The tier of risk governance; absent when no outcome of it applies.
    pub governance: Option<Bracket<Tier>>,
    /// The tier of risk management; absent when no outcome of it applies.
    pub management: Option<Bracket<Tier>>,
    /// The current profile beside the target profile.
    pub categories: Vec<Category>,
}

/// A category in both profiles. One whose outcomes are all left out is not listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Category {
    pub id: &'static str,
    pub current: Bracket<Tier>,
    pub target: Tier,
    /// Outcomes known to be at their target or above.
    pub at_target: u16,
    /// Outcomes known to be below their target: the gaps to plan for.
    pub below_target: u16,
    pub not_assessed: u16,
}

const GOVERN: &str = "GV";

/// Compares the profiles; the path of an entry is function, category.
#[must_use]
pub fn assess(entries: &[Entry<Tier>]) -> Csf {
    let (governance, management): (Vec<_>, Vec<_>) = entries.iter().partition(|entry| entry.path.first() == Some(&GOVERN));
    Csf {
        governance: tier(&governance),
        management: tier(&management),
        categories: groups(entries, 1).into_iter().filter_map(|(id, members)| category(id, &members)).collect(),
    }
}

fn category(id: &'static str, members: &[&Entry<Tier>]) -> Option<Category> {
    let current = tier(members)?;
    let applicable = || members.iter().filter(|entry| entry.reading != Reading::Excluded);
    let count = |wanted: &dyn Fn(&Entry<Tier>) -> bool| {
        u16::try_from(applicable().filter(|entry| wanted(entry)).count()).unwrap_or(u16::MAX)
    };
    Some(Category {
        id,
        current,
        target: applicable().map(|entry| entry.target).min()?,
        at_target: count(&|entry| entry.known().is_some_and(|tier| tier >= entry.target)),
        below_target: count(&|entry| entry.known().is_some_and(|tier| tier < entry.target)),
        not_assessed: count(&|entry| entry.reading == Reading::Unknown),
    })
}

/// The tier all of them have reached.
fn tier(entries: &[&Entry<Tier>]) -> Option<Bracket<Tier>> {
    let reached = bracket(|unknown| entries.iter().filter_map(|entry| entry.mark(unknown)).min());
    Some(Bracket { low: reached.low?, high: reached.high? })
}
