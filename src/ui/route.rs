//! Addresses inside the app. They live in the fragment, so they work below any path and from a file.

use crate::assessment::Document;

/// A place in the app. Closed: there are no others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    Home,
    /// A framework's article; `at` names a section of the page.
    Framework {
        id: String,
        at: String,
    },
    /// Two to four frameworks side by side.
    Compare {
        ids: Vec<String>,
        at: String,
    },
    /// What to settle before an assessment begins.
    Start {
        ids: Vec<String>,
    },
    /// A framework of an assessment, at a requirement or at the first open one.
    Assess {
        assessment: String,
        framework: String,
        requirement: String,
    },
    Results {
        assessment: String,
        framework: String,
    },
    /// What to do next in an assessment.
    Plan {
        assessment: String,
    },
    /// What the answers of an assessment suggest on its other frameworks.
    Reuse {
        assessment: String,
    },
    /// The Statement of Applicability of a framework of an assessment.
    Statement {
        assessment: String,
        framework: String,
    },
    /// Backup, restoring and erasing.
    Data,
    /// Every framework against every other.
    Matrix,
    /// The common controls, or one of them.
    Controls {
        id: String,
    },
    /// How scores are made, and what happens to data.
    Method {
        at: String,
    },
    Missing,
}

impl Route {
    #[must_use]
    pub fn framework(id: &str) -> Self {
        Self::Framework { id: id.to_owned(), at: String::new() }
    }

    #[must_use]
    pub fn compare(ids: &[&str]) -> Self {
        Self::Compare { ids: ids.iter().map(|id| (*id).to_owned()).collect(), at: String::new() }
    }

    #[must_use]
    pub fn start(ids: &[&str]) -> Self {
        Self::Start { ids: ids.iter().map(|id| (*id).to_owned()).collect() }
    }

    #[must_use]
    pub fn assess(assessment: &str, framework: &str, requirement: &str) -> Self {
        Self::Assess {
            assessment: assessment.to_owned(),
            framework: framework.to_owned(),
            requirement: requirement.to_owned(),
        }
    }

    #[must_use]
    pub fn results(assessment: &str, framework: &str) -> Self {
        Self::Results { assessment: assessment.to_owned(), framework: framework.to_owned() }
    }

    /// All common controls when the id is empty.
    #[must_use]
    pub fn controls(id: &str) -> Self {
        Self::Controls { id: id.to_owned() }
    }

    /// Where an assessment goes on: its first framework.
    #[must_use]
    pub fn resume(document: &Document) -> Self {
        document.included().first().map_or(Self::Home, |framework| Self::assess(&document.id, framework, ""))
    }

    /// Reads a fragment such as `#/compare/soc-2-2017/iso-42001-2023`.
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let path = fragment.trim_start_matches('#').trim_matches('/');
        let parts: Vec<String> = path.split('/').map(decode).collect();
        let words: Vec<&str> = parts.iter().map(String::as_str).collect();
        match words.as_slice() {
            [""] => Self::Home,
            ["framework", id] => Self::framework(id),
            ["framework", id, at] => Self::Framework { id: (*id).to_owned(), at: (*at).to_owned() },
            ["compare"] => Self::compare(&[]),
            ["compare", ids] => Self::Compare { ids: list(ids), at: String::new() },
            ["compare", ids, at] => Self::Compare { ids: list(ids), at: (*at).to_owned() },
            ["start"] => Self::start(&[]),
            ["start", ids] => Self::Start { ids: list(ids) },
            ["assess", assessment, framework] => Self::assess(assessment, framework, ""),
            ["assess", assessment, framework, requirement] => Self::assess(assessment, framework, requirement),
            ["results", assessment, framework] => Self::results(assessment, framework),
            ["plan", assessment] => Self::Plan { assessment: (*assessment).to_owned() },
            ["reuse", assessment] => Self::Reuse { assessment: (*assessment).to_owned() },
            ["statement", assessment, framework] => {
                Self::Statement { assessment: (*assessment).to_owned(), framework: (*framework).to_owned() }
            }
            ["data"] => Self::Data,
            ["matrix"] => Self::Matrix,
            ["controls"] => Self::Controls { id: String::new() },
            ["controls", id] => Self::Controls { id: (*id).to_owned() },
            ["method"] => Self::Method { at: String::new() },
            ["method", at] => Self::Method { at: (*at).to_owned() },
            _ => Self::Missing,
        }
    }

    /// The fragment of this place.
    #[must_use]
    pub fn href(&self) -> String {
        let join = |ids: &[String]| ids.iter().map(|id| encode(id)).collect::<Vec<_>>().join("+");
        let under = |path: String, at: &str| if at.is_empty() { path } else { format!("{path}/{}", encode(at)) };
        match self {
            Self::Home | Self::Missing => "#/".to_owned(),
            Self::Framework { id, at } => under(format!("#/framework/{}", encode(id)), at),
            Self::Compare { ids, at } => under(format!("#/compare/{}", join(ids)), at),
            Self::Start { ids } => format!("#/start/{}", join(ids)),
            Self::Assess { assessment, framework, requirement } => {
                under(format!("#/assess/{}/{}", encode(assessment), encode(framework)), requirement)
            }
            Self::Results { assessment, framework } => format!("#/results/{}/{}", encode(assessment), encode(framework)),
            Self::Plan { assessment } => format!("#/plan/{}", encode(assessment)),
            Self::Reuse { assessment } => format!("#/reuse/{}", encode(assessment)),
            Self::Statement { assessment, framework } => format!("#/statement/{}/{}", encode(assessment), encode(framework)),
            Self::Data => "#/data".to_owned(),
            Self::Matrix => "#/matrix".to_owned(),
            Self::Controls { id } => under("#/controls".to_owned(), id),
            Self::Method { at } => under("#/method".to_owned(), at),
        }
    }

    /// The section of the page to bring into view.
    #[must_use]
    pub fn anchor(&self) -> &str {
        match self {
            Self::Framework { at, .. } | Self::Compare { at, .. } | Self::Method { at } => at,
            _ => "",
        }
    }

    /// The same page, at one of its sections.
    #[must_use]
    pub fn at(&self, section: &str) -> Self {
        let mut route = self.clone();
        if let Self::Framework { at, .. } | Self::Compare { at, .. } | Self::Method { at } = &mut route {
            section.clone_into(at);
        }
        route
    }

    /// Whether moving there stays on the same page, so that focus and scroll position stay too.
    #[must_use]
    pub fn is_same_page(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Assess { assessment, framework, .. },
                Self::Assess { assessment: other_assessment, framework: other_framework, .. },
            ) => assessment == other_assessment && framework == other_framework,
            _ => self.at("") == other.at(""),
        }
    }
}

fn list(ids: &str) -> Vec<String> {
    ids.split('+').filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

/// Percent-encodes what would read as part of the address; ids such as `Art. 5(1)(a)` and `A.5.1` survive.
fn encode(part: &str) -> String {
    let mut encoded = String::new();
    for byte in part.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'(' | b')' | b'~' => {
                encoded.push(char::from(byte))
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

fn decode(part: &str) -> String {
    let bytes = part.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escape = bytes.get(at..at + 3).filter(|escape| escape[0] == b'%');
        let byte = escape
            .and_then(|escape| std::str::from_utf8(&escape[1..]).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        decoded.push(byte.unwrap_or(bytes[at]));
        at += if byte.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}
