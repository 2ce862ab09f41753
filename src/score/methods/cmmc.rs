//! The status of the Cybersecurity Maturity Model Certification, levels 1 to 3.
//!
//! Source: 32 CFR part 170, in force since 16 December 2024. Findings and points: 170.24 (Level 1 is met or not, Level 2 has
//! the values of [`sprs`], Level 3 gives one point to each of its 24). Statuses: 170.15 to 170.18. What a plan of action and
//! milestones (POA&M) may hold: 170.21(a). It is to be closed out within [`CLOSEOUT_DAYS`] of the conditional status:
//! 170.21(b).

use super::entry::bracket;
use super::sprs::{self, Implementation};
use super::{Bracket, Entry, Mark};

/// The three levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cmmc {
    pub one: Level,
    pub two: Level,
    /// Presupposes the final status of Level 2, from an assessment by a C3PAO: 170.18(a)(1).
    pub three: Level,
}

/// How a level comes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    pub status: Bracket<Status>,
    /// Level 1: requirements met, of 15. Level 2: −203 to 110. Level 3: 0 to 24.
    pub points: Bracket<i16>,
    /// What is known to be not met, in document order.
    pub open: Vec<Open>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    None,
    /// Everything not met may stand on a POA&M.
    Conditional,
    Final,
}

/// A requirement that is not met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    pub id: &'static str,
    pub points: u8,
    /// May stand on a POA&M.
    pub deferrable: bool,
}

/// Days from a conditional status to the close-out of its POA&M: 170.21(b).
pub const CLOSEOUT_DAYS: u16 = 180;

/// Requirements of Level 1, in 48 CFR 52.204-21(b)(1): 170.14(c)(2).
const LEVEL_ONE: i16 = 15;

/// Requirements of Level 2, all of NIST SP 800-171 revision 2: 170.14(c)(3). Also its highest score.
const LEVEL_TWO: i16 = sprs::ALL;

/// Requirements of Level 3, selected from NIST SP 800-172: 170.14(c)(4).
const LEVEL_THREE: i16 = 24;

/// Never on a POA&M at Level 2: 170.21(a)(2)(iii).
const BARRED_TWO: [&str; 6] =
    ["AC.L2-3.1.20", "AC.L2-3.1.22", "CA.L2-3.12.4", "PE.L2-3.10.3", "PE.L2-3.10.4", "PE.L2-3.10.5"];

/// On a POA&M at 3 points, where encryption is employed but not validated: 170.21(a)(2)(ii).
const EXCEPTED_TWO: &str = "SC.L2-3.13.11";

/// Never on a POA&M at Level 3: 170.21(a)(3)(ii).
const BARRED_THREE: [&str; 7] =
    ["IR.L3-3.6.1e", "IR.L3-3.6.2e", "RA.L3-3.11.1e", "RA.L3-3.11.4e", "RA.L3-3.11.6e", "RA.L3-3.11.7e", "SI.L3-3.14.3e"];

/// Every level, from all entries together. Requirements that are not among them count as unknown.
#[must_use]
pub fn assess(entries: &[Entry<Implementation>]) -> Cmmc {
    let of = |level: &str| -> Vec<Entry<Implementation>> {
        entries.iter().filter(|entry| entry.id.contains(level)).cloned().collect()
    };
    let (one, two, three) = (of(".L1-"), of(".L2-"), of(".L3-"));
    Cmmc {
        one: Level {
            status: bracket(|unknown| status_one(&one, unknown)),
            points: bracket(|unknown| met(&one, LEVEL_ONE, unknown)),
            open: open(&one),
        },
        two: Level {
            status: bracket(|unknown| status_two(&two, unknown)),
            points: bracket(|unknown| sprs::points(&two, unknown)),
            open: open(&two),
        },
        three: Level {
            status: bracket(|unknown| status_three(&two, &three, unknown)),
            points: bracket(|unknown| met(&three, LEVEL_THREE, unknown)),
            open: open(&three),
        },
    }
}

/// Level 1 knows no POA&M: 170.15(a)(1) and 170.21(a)(1).
fn status_one(entries: &[Entry<Implementation>], unknown: Implementation) -> Status {
    if met(entries, LEVEL_ONE, unknown) == LEVEL_ONE { Status::Final } else { Status::None }
}

/// At least 0.8 of 110 points, which is 88, and nothing open that a POA&M may not hold: 170.21(a)(2).
fn status_two(entries: &[Entry<Implementation>], unknown: Implementation) -> Status {
    // Without a system security plan there is no assessment: 170.24(c)(2).
    if !sprs::has_plan(entries, unknown) {
        return Status::None;
    }
    status(entries, LEVEL_TWO, unknown, 5 * sprs::points(entries, unknown) >= 4 * LEVEL_TWO)
}

/// At least 0.8 of 24 points, and nothing open that a POA&M may not hold: 170.21(a)(3).
fn status_three(two: &[Entry<Implementation>], three: &[Entry<Implementation>], unknown: Implementation) -> Status {
    if status_two(two, unknown) != Status::Final {
        return Status::None;
    }
    status(three, LEVEL_THREE, unknown, 5 * met(three, LEVEL_THREE, unknown) >= 4 * LEVEL_THREE)
}

fn status(entries: &[Entry<Implementation>], of: i16, unknown: Implementation, enough: bool) -> Status {
    // What nobody was asked about cannot be on a POA&M.
    if missing(entries, of, unknown) > 0 {
        return Status::None;
    }
    let mut open = entries
        .iter()
        .filter_map(|entry| Some((entry.id, entry.mark(unknown)?)))
        .filter(|(_, mark)| *mark != Implementation::Fully)
        .peekable();
    if open.peek().is_none() {
        Status::Final
    } else if enough && open.all(|(id, mark)| is_deferrable(id, mark)) {
        Status::Conditional
    } else {
        Status::None
    }
}

/// How many of a level's requirements are met; those not among the entries are unknown.
fn met(entries: &[Entry<Implementation>], of: i16, unknown: Implementation) -> i16 {
    let unmet = entries.iter().filter(|entry| entry.mark(unknown).is_some_and(|mark| mark != Implementation::Fully));
    let unmet = i16::try_from(unmet.count()).unwrap_or(i16::MAX);
    of - unmet - missing(entries, of, unknown)
}

/// How many of a level's requirements are not among the entries, where the unknown counts as not met.
fn missing(entries: &[Entry<Implementation>], of: i16, unknown: Implementation) -> i16 {
    let count = i16::try_from(entries.len()).unwrap_or(of);
    if unknown == Implementation::highest() { 0 } else { (of - count).max(0) }
}

fn open(entries: &[Entry<Implementation>]) -> Vec<Open> {
    let known = entries.iter().filter_map(|entry| Some((entry.id, entry.known()?)));
    known
        .filter(|(_, mark)| *mark != Implementation::Fully)
        .map(|(id, mark)| Open { id, points: points(id, mark), deferrable: is_deferrable(id, mark) })
        .collect()
}

/// What a requirement costs: its SPRS value at Level 2, one point elsewhere, nothing for the system security plan.
fn points(id: &str, mark: Implementation) -> u8 {
    if id.contains(".L2-") { sprs::deduction(id, mark) } else { 1 }
}

/// Whether a requirement in this state may stand on a POA&M: 170.21(a).
fn is_deferrable(id: &str, mark: Implementation) -> bool {
    if id.contains(".L2-") {
        let excepted = id == EXCEPTED_TWO && mark == Implementation::Partly;
        !BARRED_TWO.contains(&id) && (sprs::deduction(id, mark) <= 1 || excepted)
    } else {
        id.contains(".L3-") && !BARRED_THREE.contains(&id)
    }
}
