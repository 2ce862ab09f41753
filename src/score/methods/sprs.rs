//! The summary score of NIST SP 800-171 that the Department of Defense keeps in SPRS.
//!
//! Source: *NIST SP 800-171 DoD Assessment Methodology*, version 1.2.1, 24 June 2020, section 5 and Annex A. The score is
//! 110 − Σ values of the requirements not implemented (5(b)), so it lies between 110 and −203. What does not apply costs
//! nothing (5(i)(i), 5(j)). A plan of action does not make a requirement implemented (5(g)(ii)); a lack of one makes 3.12.2 not
//! implemented (5(g)(iii)), which is for the assessor to answer.

use super::entry::bracket;
use super::{Bracket, Entry, Mark};

/// How far a requirement is implemented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Implementation {
    Not,
    /// Only 3.5.3 and 3.13.11 know this state; everywhere else it counts as not implemented (5(a), 5(e)).
    Partly,
    Fully,
}

/// The result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sprs {
    /// 110 − Σ values, from −203 to 110.
    pub points: Bracket<i16>,
    /// Whether there is a system security plan (3.12.4). Without one "an assessment could not be completed" (5(g)(i)).
    pub plan: Bracket<bool>,
    /// What is known to be not implemented, in document order.
    pub deductions: Vec<Deduction>,
}

/// Points a requirement costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deduction {
    pub id: &'static str,
    pub points: u8,
}

impl Sprs {
    /// The score to report; none while an answer is missing that it depends on, or without a system security plan.
    #[must_use]
    pub fn score(&self) -> Option<i16> {
        self.plan.settled()?.then_some(self.points.settled()).flatten()
    }
}

/// The score with everything implemented: 5(b).
pub const ALL: i16 = 110;

/// What the values of all requirements add up to.
pub const VALUES: i16 = 313;

/// The system security plan; it has no value of its own (Annex A).
const PLAN: &str = "3.12.4";

/// Basic requirements of 5 points: 5(d)(i)(1).
const BASIC_FIVE: [&str; 23] = [
    "3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.3.1", "3.4.1", "3.4.2", "3.5.1", "3.5.2", "3.6.1", "3.6.2", "3.7.2", "3.8.3",
    "3.9.2", "3.10.1", "3.10.2", "3.12.1", "3.12.3", "3.13.1", "3.13.2", "3.14.1", "3.14.2", "3.14.3",
];

/// Derived requirements of 5 points: 5(d)(i)(2).
const DERIVED_FIVE: [&str; 19] = [
    "3.1.12", "3.1.13", "3.1.16", "3.1.17", "3.1.18", "3.3.5", "3.4.5", "3.4.6", "3.4.7", "3.4.8", "3.5.10", "3.7.5",
    "3.8.7", "3.11.2", "3.13.5", "3.13.6", "3.13.15", "3.14.4", "3.14.6",
];

/// Multi-factor authentication and FIPS-validated cryptography: 5 points, or 3 when partly implemented: 5(e).
const PARTIAL: [&str; 2] = ["3.5.3", "3.13.11"];

/// Basic requirements of 3 points: 5(d)(ii)(1).
const BASIC_THREE: [&str; 7] = ["3.3.2", "3.7.1", "3.8.1", "3.8.2", "3.9.1", "3.11.1", "3.12.2"];

/// Derived requirements of 3 points: 5(d)(ii)(2).
const DERIVED_THREE: [&str; 7] = ["3.1.5", "3.1.19", "3.7.4", "3.8.8", "3.13.8", "3.14.5", "3.14.7"];

/// All remaining derived requirements, 1 point each: 5(d)(iii) and Annex A.
const ONE: [&str; 51] = [
    "3.1.3", "3.1.4", "3.1.6", "3.1.7", "3.1.8", "3.1.9", "3.1.10", "3.1.11", "3.1.14", "3.1.15", "3.1.20", "3.1.21",
    "3.1.22", "3.2.3", "3.3.3", "3.3.4", "3.3.6", "3.3.7", "3.3.8", "3.3.9", "3.4.3", "3.4.4", "3.4.9", "3.5.4", "3.5.5",
    "3.5.6", "3.5.7", "3.5.8", "3.5.9", "3.5.11", "3.6.3", "3.7.3", "3.7.6", "3.8.4", "3.8.5", "3.8.6", "3.8.9", "3.10.3",
    "3.10.4", "3.10.5", "3.10.6", "3.11.3", "3.13.3", "3.13.4", "3.13.7", "3.13.9", "3.13.10", "3.13.12", "3.13.13",
    "3.13.14", "3.13.16",
];

/// The value of a requirement of SP 800-171 revision 2, by its id there or in CMMC (`AC.L2-3.1.1`).
///
/// None for the system security plan, which has no value, and for ids that are not in revision 2.
#[must_use]
pub fn value(id: &str) -> Option<u8> {
    let number = number(id);
    let tables: [(&[&str], u8); 6] =
        [(&BASIC_FIVE, 5), (&DERIVED_FIVE, 5), (&PARTIAL, 5), (&BASIC_THREE, 3), (&DERIVED_THREE, 3), (&ONE, 1)];
    tables.into_iter().find(|(ids, _)| ids.contains(&number)).map(|(_, value)| value)
}

/// Scores the answers. Requirements that are not among the entries count as unknown.
#[must_use]
pub fn assess(entries: &[Entry<Implementation>]) -> Sprs {
    let deductions = entries.iter().filter_map(|entry| {
        let points = deduction(entry.id, entry.known()?);
        (points > 0).then_some(Deduction { id: entry.id, points })
    });
    Sprs {
        points: bracket(|unknown| points(entries, unknown)),
        plan: bracket(|unknown| has_plan(entries, unknown)),
        deductions: deductions.collect(),
    }
}

/// 110 − Σ values of what is not implemented.
pub(super) fn points(entries: &[Entry<Implementation>], unknown: Implementation) -> i16 {
    let lost = entries.iter().filter_map(|entry| Some(i16::from(deduction(entry.id, entry.mark(unknown)?)))).sum::<i16>();
    ALL - lost - if unknown == Implementation::highest() { 0 } else { absent(entries) }
}

/// What the requirements that are not among the entries are worth.
fn absent(entries: &[Entry<Implementation>]) -> i16 {
    VALUES - entries.iter().filter_map(|entry| value(entry.id)).map(i16::from).sum::<i16>()
}

/// A plan that "does not apply" is not there either.
pub(super) fn has_plan(entries: &[Entry<Implementation>], unknown: Implementation) -> bool {
    let plan = entries.iter().find(|entry| number(entry.id) == PLAN);
    plan.map_or(Some(unknown), |entry| entry.mark(unknown)) == Some(Implementation::Fully)
}

/// The points a requirement costs in a state: 5(b), and 5(e) for the two with partial credit.
pub(super) fn deduction(id: &str, mark: Implementation) -> u8 {
    match mark {
        Implementation::Fully => 0,
        Implementation::Partly if PARTIAL.contains(&number(id)) => 3,
        Implementation::Partly | Implementation::Not => value(id).unwrap_or(0),
    }
}

/// The number a CMMC id ends with, or the id itself.
fn number(id: &str) -> &str {
    id.rsplit_once('-').map_or(id, |(_, number)| number)
}
