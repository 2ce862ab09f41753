//! The issuers' own ways of scoring, each with its own result, beside the common maturity score.
//!
//! A method never sees a framework: it reads a list of [`Entry`], one for every requirement in scope, whose readings are
//! words of the method (met, largely implemented, minor nonconformity). Where answers are maturity levels, `reading` says,
//! in one table, which word a level stands for. That step is ours, not the issuer's; everything after it is the issuer's
//! arithmetic, and the documentation of each file names the document and section it comes from.
//!
//! Unknown is not zero here either. Every result is a [`Bracket`]: with the unanswered taken as the worst and as the best.
//! It is settled once they agree, which they always do when everything is answered.

mod entry;
mod reading;

pub mod c2m2;
pub mod cmmc;
pub mod conformity;
pub mod criteria;
pub mod csf;
pub mod essential_eight;
pub mod samm;
pub mod sprs;

pub use entry::{Bracket, Entry, Reading, entries, overrule};
pub use reading::Mark;

use crate::assessment::Answers;
use crate::catalog::{Framework, Method};

/// The result of a framework's official method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Sprs(sprs::Sprs),
    Cmmc(cmmc::Cmmc),
    C2m2(c2m2::C2m2),
    Samm(samm::Samm),
    EssentialEight(essential_eight::EssentialEight),
    Conformity(conformity::Conformity),
    Criteria(criteria::Criteria),
    Csf(csf::Csf),
}

/// Scores a framework by the method its catalog names; none when it names none.
///
/// For readings the maturity scale has no level for (an alternate control, an auditor's own classification) take the
/// [`entries`], [`overrule`] some of them and call the method itself.
#[must_use]
pub fn outcome(framework: &Framework, answers: &Answers) -> Option<Outcome> {
    Some(match framework.method? {
        Method::Sprs => Outcome::Sprs(sprs::assess(&entries(framework, answers))),
        Method::Cmmc => Outcome::Cmmc(cmmc::assess(&entries(framework, answers))),
        Method::C2m2 => Outcome::C2m2(c2m2::assess(&entries(framework, answers))),
        Method::Samm => Outcome::Samm(samm::assess(&entries(framework, answers))),
        Method::EssentialEight => Outcome::EssentialEight(essential_eight::assess(&entries(framework, answers))),
        Method::Conformity => Outcome::Conformity(conformity::assess(&entries(framework, answers))),
        Method::Criteria => {
            let categories: Vec<&str> =
                framework.sections().into_iter().map(|section| framework.requirements[section].id).collect();
            Outcome::Criteria(criteria::assess(&entries(framework, answers), &categories))
        }
        Method::Csf => Outcome::Csf(csf::assess(&entries(framework, answers))),
    })
}
