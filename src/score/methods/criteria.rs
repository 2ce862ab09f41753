//! Criteria met, by category, and what they let expect of a SOC 2 opinion.
//!
//! Sources, both AICPA: the Trust Services Criteria (TSP section 100) for the categories; AT-C section 205 for the opinions: a
//! report is qualified when what is wrong is material, and adverse when it is material and pervasive. An exception in a test
//! does not by itself modify the opinion while the criterion is still met. Materiality and pervasiveness are the service
//! auditor's judgement and have no formula. The outlook is therefore indicative, and [`PERVASIVE`] is ours. A disclaimer comes
//! from missing evidence and cannot be told from answers.

use super::entry::{bracket, groups};
use super::{Bracket, Entry, Reading};
use crate::score::Ratio;

/// What is concluded of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Conclusion {
    NotMet,
    /// Met, with exceptions in the tests of controls.
    Exceptions,
    Met,
}

/// The opinion the conclusions point to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opinion {
    Adverse,
    Qualified,
    Unqualified,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criteria {
    /// Absent when no criterion is examined.
    pub opinion: Option<Bracket<Opinion>>,
    pub categories: Vec<Category>,
}

/// A trust services category, with the criteria that are its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    pub id: &'static str,
    /// Part of the examination. A category that is not says nothing, good or bad.
    pub examined: bool,
    pub met: u16,
    pub exceptions: Vec<&'static str>,
    pub not_met: Vec<&'static str>,
    pub not_assessed: u16,
    pub excluded: u16,
}

/// From this share of criteria not met we call it pervasive: one half.
pub const PERVASIVE: (u64, u64) = (1, 2);

/// Sorts the criteria into their categories. `categories` names all there are, examined or not.
#[must_use]
pub fn assess(entries: &[Entry<Conclusion>], categories: &[&'static str]) -> Criteria {
    let groups = groups(entries, 0);
    let of = |id: &&'static str| {
        let group = groups.iter().find(|(group, _)| group == id);
        category(id, group.map_or(&[], |(_, members)| members.as_slice()))
    };
    let low_and_high = bracket(|unknown| opinion(entries, unknown));
    Criteria {
        opinion: low_and_high.low.zip(low_and_high.high).map(|(low, high)| Bracket { low, high }),
        categories: categories.iter().map(of).collect(),
    }
}

fn category(id: &'static str, members: &[&Entry<Conclusion>]) -> Category {
    let mut category = Category {
        id,
        examined: !members.is_empty(),
        met: 0,
        exceptions: Vec::new(),
        not_met: Vec::new(),
        not_assessed: 0,
        excluded: 0,
    };
    for entry in members {
        match entry.reading {
            Reading::Unknown => category.not_assessed += 1,
            Reading::Excluded => category.excluded += 1,
            Reading::Is(Conclusion::Met) => category.met += 1,
            Reading::Is(Conclusion::Exceptions) => category.exceptions.push(entry.id),
            Reading::Is(Conclusion::NotMet) => category.not_met.push(entry.id),
        }
    }
    category
}

fn opinion(entries: &[Entry<Conclusion>], unknown: Conclusion) -> Option<Opinion> {
    let marks: Vec<Conclusion> = entries.iter().filter_map(|entry| entry.mark(unknown)).collect();
    let not_met = marks.iter().filter(|mark| **mark == Conclusion::NotMet).count();
    let share = Ratio::new(u64::try_from(not_met).ok()?, u64::try_from(marks.len()).ok()?)?;
    Some(if not_met == 0 {
        Opinion::Unqualified
    } else if Some(share) < Ratio::new(PERVASIVE.0, PERVASIVE.1) {
        Opinion::Qualified
    } else {
        Opinion::Adverse
    })
}
