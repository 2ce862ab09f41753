//! Requirements that an organisation adds to a framework.

use super::answers::standing_of;
use super::{Document, Field, Standing};
use crate::catalog::Framework;

const MARK: &str = "own:";

/// An own requirement that counts in the score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// The key of its answers; begins with `own:`.
    pub id: String,
    pub title: String,
    pub question: String,
    /// The place of the requirement it stands below.
    pub parent: usize,
    pub weight: u8,
    pub standing: Standing,
    pub documented: Option<u8>,
    pub target: u8,
}

/// An own requirement as it was written, complete or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnDraft {
    pub id: String,
    pub title: String,
    pub question: String,
    pub parent: String,
    /// Why it does not count, in words that follow "does not count: "; empty when it does.
    pub lack: &'static str,
}

/// The key under which an own requirement is kept.
#[must_use]
pub fn own_id(id: &str) -> String {
    if is_own(id) { id.to_owned() } else { format!("{MARK}{id}") }
}

/// Whether a key names an own requirement rather than one of the framework.
#[must_use]
pub fn is_own(id: &str) -> bool {
    id.starts_with(MARK)
}

/// The own requirements of a framework by id. One counts when it has a title and a question and stands below a requirement
/// that lies within a section.
#[must_use]
pub fn drafts(framework: &Framework, document: &Document) -> Vec<OwnDraft> {
    let Some(requirements) = document.frameworks.get(framework.id) else { return Vec::new() };
    let from = requirements.range(MARK.to_owned()..).map(|(id, _)| id).take_while(|id| is_own(id));
    let draft = |id: &String| {
        let said = |field: Field| document.text(framework.id, id, field).trim().to_owned();
        let (title, question, parent) = (said(Field::Title), said(Field::Question), said(Field::Parent));
        let lack = if question.is_empty() {
            "it has no question"
        } else if place(framework, &parent).is_none() {
            "it has no place in the framework"
        } else {
            ""
        };
        (!title.is_empty()).then(|| OwnDraft { id: id.clone(), title, question, parent, lack })
    };
    from.filter_map(draft).collect()
}

/// Where an own requirement may stand: anywhere within a section, so that a mean of sections counts it too.
fn place(framework: &Framework, parent: &str) -> Option<usize> {
    let index = framework.position(parent)?;
    framework.sections().into_iter().any(|section| framework.subtree(section).contains(&index)).then_some(index)
}

/// The own requirements that count. `targets` gives the level wanted at every place of the framework.
pub(super) fn read(framework: &Framework, document: &Document, targets: &[u8]) -> Vec<Own> {
    let max = framework.scale.max();
    let own = |draft: OwnDraft| {
        let parent = place(framework, &draft.parent).filter(|_| draft.lack.is_empty())?;
        let number = |field: Field| document.number(framework.id, &draft.id, field);
        let level = |number: u32| u8::try_from(number).unwrap_or(max).min(max);
        Some(Own {
            parent,
            weight: number(Field::Weight).and_then(|weight| u8::try_from(weight).ok()).unwrap_or(1).clamp(1, 20),
            standing: standing_of(document, framework, &draft.id),
            documented: number(Field::Documented).map(level),
            target: number(Field::Target).map_or(targets[parent], level),
            id: draft.id,
            title: draft.title,
            question: draft.question,
        })
    };
    drafts(framework, document).into_iter().filter_map(own).collect()
}
