//! Findings and outlook of an audit of a management system.
//!
//! Source: ISO/IEC 17021-1:2015. Nonconformity, major and minor: 3.11 to 3.13. Audit findings, opportunities for improvement
//! among them: 9.4.5. Before a decision the body has accepted, and verified, the correction of every major nonconformity, and
//! accepted a plan for every minor one: 9.5.2. The outlook is our reading of that for a certification; the standard gives the
//! terms and no arithmetic, and the auditor decides. In particular several minor nonconformities on one issue may together be
//! a major one (3.12, note 1), which no count can tell.

use super::entry::bracket;
use super::{Bracket, Entry, Reading};

/// What an auditor finds of a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// Affects the capability of the management system to achieve the intended results.
    Major,
    /// A nonconformity that does not.
    Minor,
    /// Conforms; something could be better. Never used to soften a nonconformity: 9.4.5.2.
    Opportunity,
    Conform,
}

/// What the findings let expect of a certification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outlook {
    /// Major nonconformities have to be put right, and that verified, first.
    NotYet,
    /// Recommended once a plan for the corrective action is accepted.
    WithActionPlan,
    Recommended,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    pub major: Vec<&'static str>,
    pub minor: Vec<&'static str>,
    pub opportunity: Vec<&'static str>,
    pub conform: Vec<&'static str>,
    pub not_assessed: Vec<&'static str>,
    /// Declared not applicable. Whether that is allowed is in the standard audited: ISO/IEC 27001 and 42001 allow it in
    /// Annex A only, with a reason in the statement of applicability.
    pub excluded: Vec<&'static str>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conformity {
    pub outlook: Bracket<Outlook>,
    pub findings: Findings,
}

/// Sorts the requirements by finding and says what follows.
#[must_use]
pub fn assess(entries: &[Entry<Finding>]) -> Conformity {
    let mut findings = Findings::default();
    for entry in entries {
        let list = match entry.reading {
            Reading::Unknown => &mut findings.not_assessed,
            Reading::Excluded => &mut findings.excluded,
            Reading::Is(Finding::Major) => &mut findings.major,
            Reading::Is(Finding::Minor) => &mut findings.minor,
            Reading::Is(Finding::Opportunity) => &mut findings.opportunity,
            Reading::Is(Finding::Conform) => &mut findings.conform,
        };
        list.push(entry.id);
    }
    Conformity { outlook: bracket(|unknown| outlook(entries, unknown)), findings }
}

fn outlook(entries: &[Entry<Finding>], unknown: Finding) -> Outlook {
    match entries.iter().filter_map(|entry| entry.mark(unknown)).min() {
        Some(Finding::Major) => Outlook::NotYet,
        Some(Finding::Minor) => Outlook::WithActionPlan,
        Some(Finding::Opportunity | Finding::Conform) | None => Outlook::Recommended,
    }
}
