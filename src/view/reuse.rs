//! Answering once: what is suggested, what needs another look, and the controls behind it all.

use crate::assessment::{Assessed, Document, Standing};
use crate::catalog::{Control, Framework, Library, Relation};
use crate::crosswalk::{Band, Crosswalk, Doubt, Suggestion, Via};

/// A suggestion as a list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct SuggestionRow {
    pub framework: &'static Framework,
    pub id: &'static str,
    pub title: &'static str,
    pub section: &'static str,
    pub level: u8,
    /// Carries the level; otherwise it stays below the target.
    pub full: bool,
    pub rejected: bool,
    pub source: SourceRow,
    /// What the deeds are made from.
    pub suggestion: Suggestion,
}

/// Where a suggestion comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceRow {
    pub framework: &'static Framework,
    pub id: &'static str,
    pub title: &'static str,
    pub level: u8,
    /// The common control the path goes through, with the relations of source and requirement to it; absent when the two are
    /// related directly.
    pub via: Option<(&'static Control, Relation, Relation)>,
    /// The weakest hop, 1 to 10.
    pub strength: u8,
}

/// An accepted answer whose source has changed.
#[derive(Clone, Debug, PartialEq)]
pub struct DoubtRow {
    pub framework: &'static Framework,
    pub id: &'static str,
    pub title: &'static str,
    /// The level that was taken over.
    pub level: u8,
    /// Framework and requirement of the source, and its level then and now.
    pub source: (String, String),
    pub then: u8,
    pub now: Option<u8>,
    /// What the source would carry now; accepting it again settles the doubt, and so does any answer of one's own.
    pub again: Option<Suggestion>,
}

/// Everything the page of suggestions shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ReuseView {
    /// What waits to be looked at, by framework and in document order.
    pub open: Vec<SuggestionRow>,
    pub rejected: Vec<SuggestionRow>,
    pub doubts: Vec<DoubtRow>,
}

/// A common control with everything that asks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedControl {
    pub control: &'static Control,
    pub domain: &'static str,
    pub asks: Vec<ControlAsk>,
    pub answered: usize,
    pub at_target: usize,
    /// How many frameworks of the assessment ask for it.
    pub frameworks: usize,
}

/// A requirement that asks for a control.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlAsk {
    pub framework: &'static Framework,
    pub id: &'static str,
    pub title: &'static str,
    pub relation: Relation,
    pub standing: Standing,
    pub target: u8,
    /// The answer was given by this control.
    pub by_control: bool,
}

/// What the answers of an assessment suggest.
#[must_use]
pub fn reuse(library: &'static Library, crosswalk: &Crosswalk<'_>, document: &Document) -> ReuseView {
    let assessed = Assessed::read(library, document);
    let rows = crosswalk.suggestions(&assessed).into_iter().map(|suggestion| suggestion_row(library, suggestion));
    let (rejected, open) = rows.partition(|row| row.rejected);
    ReuseView {
        open,
        rejected,
        doubts: crosswalk.doubts(&assessed).into_iter().map(|doubt| doubt_row(library, doubt)).collect(),
    }
}

fn suggestion_row(library: &'static Library, suggestion: Suggestion) -> SuggestionRow {
    let framework = &library.frameworks[suggestion.framework];
    let requirement = &framework.requirements[suggestion.requirement];
    let from = &library.frameworks[suggestion.source.framework];
    let source = &from.requirements[suggestion.source.requirement];
    let via = match suggestion.path.via {
        Via::Direct(_) => None,
        Via::Control { control, from, to } => Some((&library.controls[control], from, to)),
    };
    SuggestionRow {
        framework,
        id: requirement.id,
        title: requirement.title,
        section: requirement.parent.map_or("", |parent| framework.requirements[usize::from(parent)].title),
        level: suggestion.level,
        full: suggestion.band == Band::Full,
        rejected: suggestion.rejected,
        source: SourceRow {
            framework: from,
            id: source.id,
            title: source.title,
            level: suggestion.source.level,
            via,
            strength: suggestion.path.strength,
        },
        suggestion,
    }
}

fn doubt_row(library: &'static Library, doubt: Doubt) -> DoubtRow {
    let framework = &library.frameworks[doubt.framework];
    let requirement = &framework.requirements[doubt.requirement];
    DoubtRow {
        framework,
        id: requirement.id,
        title: requirement.title,
        level: doubt.from.carried,
        then: doubt.from.level,
        source: (doubt.from.framework, doubt.from.requirement),
        now: doubt.now,
        again: doubt.again,
    }
}

/// The assessment seen from its common controls, in the order of the library.
#[must_use]
pub fn by_control(library: &'static Library, crosswalk: &Crosswalk<'_>, document: &Document) -> Vec<SharedControl> {
    let assessed = Assessed::read(library, document);
    let row = |asked: crate::crosswalk::Asked| {
        let control = &library.controls[asked.control];
        let ask = |ask: &crate::crosswalk::Ask| {
            let framework = &library.frameworks[ask.framework];
            let requirement = &framework.requirements[ask.requirement];
            let given_by = document.text(framework.id, requirement.id, crate::assessment::Field::Control);
            ControlAsk {
                framework,
                id: requirement.id,
                title: requirement.title,
                relation: ask.relation,
                standing: ask.standing,
                target: ask.target,
                by_control: given_by == control.id,
            }
        };
        let reached = |ask: &&crate::crosswalk::Ask| matches!(ask.standing, Standing::Level(level) if level >= ask.target);
        let frameworks: std::collections::BTreeSet<usize> = asked.asks.iter().map(|ask| ask.framework).collect();
        SharedControl {
            control,
            domain: library.domains[usize::from(control.domain)].title,
            answered: asked.asks.iter().filter(|ask| ask.standing != Standing::Unanswered).count(),
            at_target: asked.asks.iter().filter(reached).count(),
            frameworks: frameworks.len(),
            asks: asked.asks.iter().map(ask).collect(),
        }
    };
    crosswalk.asked(&assessed).into_iter().map(row).collect()
}
