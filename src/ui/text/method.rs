//! How Plumbline counts.

pub const TITLE: &str = "How Plumbline counts";
pub const LEAD: &str = "A score is worth what its arithmetic is worth. This is all of it.";
pub const SCORE: &str = "The score";
pub const SCORE_TEXT: [&str; 3] = [
    "Every requirement you answer stands on a level from 0 to 5. Its points are its level times its weight; weights are 1 unless \
     the framework itself gives others.",
    "Unknown is not zero: a requirement without an answer adds nothing to the score and takes nothing from it, and the page shows \
     how much is still unknown. A requirement marked not applicable, with a reason, leaves the calculation; without a reason it \
     counts as not assessed yet.",
    "Points are whole numbers and are divided once, when they are shown. The same answers give the same figures in every browser.",
];
pub const FIGURES: [(&str, &str); 4] = [
    ("Maturity", "The points of everything answered, divided by the most it could have, on the scale from 0 to 5."),
    (
        "Range",
        "Where maturity can still end up: once with everything unanswered taken as 0, once with it taken as 5. The more you \
      answer, the narrower it gets. Below half coverage the range stands in place of the figure.",
    ),
    ("Coverage", "How many of the requirements that apply have an answer. No score is shown without it."),
    (
        "Readiness",
        "How many of the requirements that apply stand at their target or above. It says how far the plan has come, \
      maturity says how good the practice is; the two are never mixed.",
    ),
];
pub const LEVELS: &str = "The levels";
pub const LEVELS_TEXT: &str = "The same six steps serve every framework, so that answers can be compared. Answer for what is done \
     today, not for what is planned.";
pub const DATA: &str = "Your data";
pub const DATA_TEXT: [&str; 3] = [
    "Answers are kept by this browser, on this device, for this address. There is no account and no server that receives them, and \
     the page's own security policy forbids it to talk to any other address.",
    "That also means nobody can restore them for you. Clearing the site's data in the browser, or a private window that is \
     closed, removes them.",
    "When the browser does not let the page store anything, the head of the page says “Not saved”, and everything works until \
     the tab is closed.",
];
pub const CATALOGS: &str = "The catalogs";
pub const CATALOGS_TEXT: [&str; 2] = [
    "Ids and short titles are the issuer's. Statements, questions, evidence and articles are written for Plumbline in plain words; \
     they explain a requirement and do not replace its text. To be audited you need the standard itself.",
    "Cost and complexity are editorial estimates on four steps, and the usual time is a span that practitioners commonly see.",
];
