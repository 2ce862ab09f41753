//! The assessment screen: the tree with its progress, and one requirement in focus.

use super::Meter;
use crate::assessment::{Answers, Document, Field, Standing};
use crate::catalog::{Framework, Texts};
use crate::plan::next_unanswered;
use crate::score::{score, score_below};

/// Everything the assessment screen shows.
#[derive(Clone, Debug, PartialEq)]
pub struct AssessView {
    pub framework: &'static Framework,
    pub whole: Meter,
    /// The tree in document order, only what is in scope.
    pub entries: Vec<Entry>,
    /// The requirement in focus; absent when nothing is in scope.
    pub focus: Option<Focus>,
    /// The requirements of the section in focus, for the list.
    pub section: Vec<Focus>,
    /// The next requirement without an answer.
    pub next_open: Option<&'static str>,
}

/// A line of the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub id: &'static str,
    pub title: &'static str,
    pub depth: u8,
    pub mark: Mark,
    /// The requirement in focus, or one it stands below.
    pub on_path: bool,
    pub current: bool,
    /// Where a group leads to: its first requirement.
    pub leads_to: &'static str,
}

/// What a line of the tree shows beside its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A group: answered of applicable.
    Group { answered: u32, applicable: u32 },
    /// A requirement.
    Leaf(Standing),
}

/// One requirement as it is answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Focus {
    pub id: &'static str,
    pub title: &'static str,
    /// The groups above it, outermost first: id and title.
    pub path: Vec<(&'static str, &'static str)>,
    pub statement: &'static str,
    pub question: &'static str,
    pub typical: Vec<&'static str>,
    pub references: Vec<&'static str>,
    pub designation: &'static str,
    pub standing: Standing,
    /// Marked "not applicable", with or without a reason yet.
    pub waived: bool,
    pub target: u8,
    pub own_target: bool,
    pub reason: String,
    pub note: String,
    pub evidence: String,
    pub owner: String,
    pub due: String,
    /// Its place among the requirements in scope, from 1.
    pub place: usize,
    pub of: usize,
    pub previous: Option<&'static str>,
    pub next: Option<&'static str>,
}

/// The screen for a framework of an assessment with `focus` in view, or the first open requirement.
#[must_use]
pub fn assess(framework: &'static Framework, texts: &'static Texts, document: &Document, focus: Option<&str>) -> AssessView {
    let answers = Answers::read(framework, document);
    let leaves: Vec<usize> = (0..framework.requirements.len())
        .filter(|index| framework.requirements[*index].assessable && answers.is_in_scope(*index))
        .collect();
    let chosen = focus
        .and_then(|id| framework.position(id))
        .and_then(|index| framework.subtree(index).find(|below| leaves.binary_search(below).is_ok()));
    let last = framework.requirements.len().saturating_sub(1);
    let current = chosen.or_else(|| next_unanswered(framework, &answers, last)).or_else(|| leaves.first().copied());
    let whole = score(framework, &answers);
    let seen = |index: usize| focus_on(framework, texts, document, &answers, &leaves, index);
    let id = |index: usize| framework.requirements[index].id;
    AssessView {
        framework,
        whole: Meter::new(&whole, framework.scale.max()),
        entries: entries(framework, &answers, &leaves, current),
        focus: current.map(seen),
        section: current.map_or_else(Vec::new, |current| {
            let parent = framework.requirements[current].parent;
            let run = parent.map_or(0..framework.requirements.len(), |parent| framework.subtree(parent.into()));
            leaves.iter().copied().filter(|leaf| run.contains(leaf)).map(seen).collect()
        }),
        next_open: next_unanswered(framework, &answers, current.unwrap_or(last)).map(id),
    }
}

fn entries(framework: &'static Framework, answers: &Answers, leaves: &[usize], current: Option<usize>) -> Vec<Entry> {
    let path = current.map_or_else(Vec::new, |current| framework.ancestors(current));
    let entry = |index: usize| {
        let first = framework.subtree(index).find(|below| leaves.binary_search(below).is_ok())?;
        let requirement = &framework.requirements[index];
        let mark = if requirement.assessable {
            Mark::Leaf(answers.standing(index))
        } else {
            let tally = score_below(framework, answers, index).tally;
            Mark::Group { answered: tally.answered, applicable: tally.applicable }
        };
        Some(Entry {
            id: requirement.id,
            title: requirement.title,
            depth: requirement.depth,
            mark,
            on_path: current == Some(index) || path.contains(&index),
            current: current == Some(index),
            leads_to: framework.requirements[first].id,
        })
    };
    (0..framework.requirements.len()).filter_map(entry).collect()
}

fn focus_on(
    framework: &'static Framework,
    texts: &'static Texts,
    document: &Document,
    answers: &Answers,
    leaves: &[usize],
    index: usize,
) -> Focus {
    let requirement = &framework.requirements[index];
    let text = &texts.requirements[index];
    let said = |field: Field| document.text(framework.id, requirement.id, field).to_owned();
    let place = leaves.iter().position(|leaf| *leaf == index).unwrap_or_default();
    let neighbour = |place: Option<usize>| place.and_then(|at| leaves.get(at)).map(|leaf| framework.requirements[*leaf].id);
    Focus {
        id: requirement.id,
        title: requirement.title,
        path: framework
            .ancestors(index)
            .into_iter()
            .map(|above| (framework.requirements[above].id, framework.requirements[above].title))
            .collect(),
        statement: text.statement,
        question: text.question,
        typical: text.evidence.clone(),
        references: requirement.references.clone(),
        designation: requirement.designation,
        standing: answers.standing(index),
        waived: !document.text(framework.id, requirement.id, Field::Level).is_empty(),
        target: answers.target_of(index),
        own_target: document.number(framework.id, requirement.id, Field::Target).is_some(),
        reason: said(Field::Reason),
        note: said(Field::Note),
        evidence: said(Field::Evidence),
        owner: said(Field::Owner),
        due: said(Field::Due),
        place: place + 1,
        of: leaves.len(),
        previous: neighbour(place.checked_sub(1)),
        next: neighbour(Some(place + 1)),
    }
}
