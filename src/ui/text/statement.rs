//! The Statement of Applicability.

use crate::view::Implemented;

pub const LEAD: &str = "Every control of the annex: whether it applies, why, how far it is in place and where the evidence is. A \
     draft from your answers; whoever owns the risk approves it.";
pub const BACK: &str = "Back to the results";
pub const CONTROL: &str = "Control";
pub const APPLICABLE: &str = "Applicable";
pub const JUSTIFICATION: &str = "Justification";
pub const IMPLEMENTED: &str = "Implemented";
pub const EVIDENCE: &str = "Evidence";
pub const YES: &str = "Yes";
pub const NO: &str = "No";

pub fn title(short: &str) -> String {
    format!("{short} Statement of Applicability")
}

pub fn unjustified(count: usize) -> String {
    match count {
        1 => "One control has no justification yet.".to_owned(),
        _ => format!("{count} controls have no justification yet."),
    }
}

pub fn why(id: &str) -> String {
    format!("Why {id} is applied")
}

pub fn implemented(implemented: Implemented) -> &'static str {
    match implemented {
        Implemented::Yes => "Yes",
        Implemented::Partly => "Partly",
        Implemented::No => "No",
        Implemented::NotAssessed => "Not assessed yet",
        Implemented::NotNeeded => "–",
    }
}
