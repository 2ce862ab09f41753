//! Scores of the OWASP Software Assurance Maturity Model.
//!
//! Source: OWASP SAMM version 2, assessment toolbox; the arithmetic is restated by the project under "Revisiting the score
//! calculation" (owaspsamm.org, 21 January 2025). An activity scores 0, 0.25, 0.5 or 1; a stream is the sum of its three
//! activities; a practice is the mean of its two streams; a business function is the mean of its practices and the whole the
//! mean of the functions. Everything from the stream upwards lies between 0 and 3.
//!
//! SAMM has no "not applicable". An activity marked so is left out, and what remains of its stream is brought to the same 0
//! to 3; a stream, practice or function of which nothing remains is left out of the mean above it.

use super::entry::{bracket, groups};
use super::{Bracket, Entry};
use crate::score::Ratio;

/// How much of the organisation performs an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Practised {
    No,
    Some,
    Half,
    Most,
}

/// The result. Every score is a share of 3: `ratio.of(300)` is its hundredths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Samm {
    /// Absent when nothing applies.
    pub overall: Option<Bracket<Ratio>>,
    /// Functions, practices and streams in document order.
    pub nodes: Vec<Node>,
}

/// A function, a practice or a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    pub id: &'static str,
    /// 0 for a function, 1 for a practice, 2 for a stream.
    pub depth: u8,
    pub score: Bracket<Ratio>,
}

/// Depth of the activities below the functions.
const ACTIVITIES: usize = 3;

/// Scores the answers; the path of an entry is function, practice, stream.
#[must_use]
pub fn assess(entries: &[Entry<Practised>]) -> Samm {
    let all: Vec<&Entry<Practised>> = entries.iter().collect();
    let mut nodes = Vec::new();
    walk(&all, 0, &mut nodes);
    Samm { overall: score(&all, 0), nodes }
}

fn walk(entries: &[&Entry<Practised>], depth: u8, nodes: &mut Vec<Node>) {
    let below = usize::from(depth) + 1;
    for (id, members) in groups(entries.iter().copied(), usize::from(depth)) {
        nodes.extend(score(&members, below).map(|score| Node { id, depth, score }));
        if below < ACTIVITIES {
            walk(&members, depth + 1, nodes);
        }
    }
}

fn score(entries: &[&Entry<Practised>], depth: usize) -> Option<Bracket<Ratio>> {
    let ends = bracket(|unknown| share(entries, depth, unknown));
    Some(Bracket { low: ends.low?, high: ends.high? })
}

/// The share of 3 that entries below a node of this depth come to.
fn share(entries: &[&Entry<Practised>], depth: usize, unknown: Practised) -> Option<Ratio> {
    if depth < ACTIVITIES {
        let parts = groups(entries.iter().copied(), depth);
        return Ratio::mean(parts.iter().filter_map(|(_, members)| share(members, depth + 1, unknown)));
    }
    let answers = entries.iter().filter_map(|entry| entry.mark(unknown));
    let (quarters, count) = answers.fold((0, 0), |(sum, count), answer| (sum + quarters(answer), count + 1));
    Ratio::new(quarters, 4 * count)
}

/// The score of an activity, in quarters.
fn quarters(answer: Practised) -> u64 {
    match answer {
        Practised::No => 0,
        Practised::Some => 1,
        Practised::Half => 2,
        Practised::Most => 4,
    }
}
