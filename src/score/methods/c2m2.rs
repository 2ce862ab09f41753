//! Maturity indicator levels of the Cybersecurity Capability Maturity Model.
//!
//! Source: *Cybersecurity Capability Maturity Model (C2M2)*, version 2.1, June 2022, U.S. Department of Energy, on maturity
//! indicator levels and on the scoring of a self-evaluation. Levels stand for themselves in every domain and are cumulative:
//! a domain reaches a level when every practice of that level and of the levels below it is largely or fully implemented.
//! MIL0 means that MIL1 has not been reached. The model has no level for the whole, so there is none here.
//!
//! The model has no "not applicable" either; a practice marked so is left out and does not hold its domain back.

use super::entry::{bracket, groups, reached, top};
use super::{Bracket, Entry};

/// The four responses of the self-evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Response {
    Not,
    /// Incomplete, with several opportunities for improvement.
    Partially,
    /// Complete, with a recognised opportunity for improvement.
    Largely,
    Fully,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct C2m2 {
    pub domains: Vec<Domain>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Domain {
    pub id: &'static str,
    /// 0 to 3, or to the highest level in scope.
    pub level: Bracket<u8>,
    /// The practices known to keep the domain from the next level.
    pub holding_back: Vec<&'static str>,
}

/// The level of every domain; [`Entry::grade`] is the MIL a practice belongs to.
#[must_use]
pub fn assess(entries: &[Entry<Response>]) -> C2m2 {
    let top = top(entries);
    let domains = groups(entries, 0).into_iter().map(|(id, practices)| {
        let level = bracket(|unknown| reached(&practices, top, unknown, is_performed));
        let next = |entry: &&&Entry<Response>| {
            entry.grade == level.high + 1 && entry.known().is_some_and(|response| !is_performed(response))
        };
        Domain { id, level, holding_back: practices.iter().filter(next).map(|entry| entry.id).collect() }
    });
    C2m2 { domains: domains.collect() }
}

fn is_performed(response: Response) -> bool {
    response >= Response::Largely
}
