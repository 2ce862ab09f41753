//! The results of one framework: the score, its sections and its gaps.

use super::Meter;
use crate::assessment::{Answers, Document, Field, Standing};
use crate::catalog::Framework;
use crate::plan::gaps;
use crate::score::{score, score_below};

/// Everything the results screen shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultsView {
    pub framework: &'static Framework,
    pub name: String,
    pub changed: String,
    pub target: u8,
    /// The chosen scope options, in the catalog's order.
    pub scope: Vec<&'static str>,
    pub whole: Meter,
    /// The sections a picture shows: the roots, or the parts of the only root in scope.
    pub sections: Vec<SectionRow>,
    /// Every group in scope in document order, for the table.
    pub groups: Vec<SectionRow>,
    /// Strongest and weakest of the sections that have an answer; absent when fewer than two differ.
    pub extremes: Option<(&'static str, &'static str)>,
    pub gaps: Vec<GapRow>,
    /// What was left out as not applicable: id, title, reason.
    pub excluded: Vec<(&'static str, &'static str, String)>,
}

/// A section's score.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionRow {
    pub id: &'static str,
    pub title: &'static str,
    pub depth: u8,
    pub meter: Meter,
    /// The mean target of the section in thousandths of the scale.
    pub target: u64,
}

/// A requirement below its target.
#[derive(Clone, Debug, PartialEq)]
pub struct GapRow {
    pub id: &'static str,
    pub title: &'static str,
    pub section: &'static str,
    pub level: u8,
    pub target: u8,
    pub owner: String,
    pub due: String,
    pub note: String,
}

/// The results of a framework of an assessment.
#[must_use]
pub fn results(framework: &'static Framework, document: &Document) -> ResultsView {
    let answers = Answers::read(framework, document);
    let row = |index: usize| section_row(framework, &answers, index);
    let in_scope = |index: &usize| row(*index).meter.applicable + row(*index).meter.excluded > 0;
    let mut sections: Vec<usize> = framework.sections().into_iter().filter(in_scope).collect();
    if let [only] = sections.as_slice() {
        let parts: Vec<usize> = framework.children(Some(*only)).filter(in_scope).collect();
        if parts.len() > 1 {
            sections = parts;
        }
    }
    let groups =
        (0..framework.requirements.len()).filter(|index| !framework.requirements[*index].assessable).filter(in_scope);
    let sections: Vec<SectionRow> = sections.into_iter().map(row).collect();
    let options = framework.dimensions.iter().flat_map(|dimension| &dimension.options);
    ResultsView {
        framework,
        name: document.name().to_owned(),
        changed: document.text("", "", Field::Changed).to_owned(),
        target: answers.target,
        scope: options.filter(|option| option.bit & answers.scope != 0).map(|option| option.title).collect(),
        whole: Meter::new(&score(framework, &answers), framework.scale.max()),
        extremes: extremes(&sections),
        sections,
        groups: groups.map(row).collect(),
        gaps: gaps(framework, &answers)
            .iter()
            .map(|gap| gap_row(framework, document, gap.index, gap.level, gap.target))
            .collect(),
        excluded: excluded(framework, document, &answers),
    }
}

fn section_row(framework: &'static Framework, answers: &Answers, index: usize) -> SectionRow {
    let requirement = &framework.requirements[index];
    let max = framework.scale.max();
    let targets: Vec<u64> = framework
        .subtree(index)
        .filter(|below| framework.requirements[*below].assessable && answers.is_in_scope(*below))
        .map(|below| u64::from(answers.target_of(below)))
        .collect();
    let possible = u64::from(max) * targets.len() as u64;
    SectionRow {
        id: requirement.id,
        title: requirement.title,
        depth: requirement.depth,
        meter: Meter::new(&score_below(framework, answers, index), max),
        target: crate::score::Ratio::new(targets.iter().sum(), possible).map_or(0, |ratio| ratio.of(1000)),
    }
}

fn gap_row(framework: &'static Framework, document: &Document, index: usize, level: u8, target: u8) -> GapRow {
    let requirement = &framework.requirements[index];
    let said = |field: Field| document.text(framework.id, requirement.id, field).to_owned();
    GapRow {
        id: requirement.id,
        title: requirement.title,
        section: requirement.parent.map_or("", |parent| framework.requirements[usize::from(parent)].title),
        level,
        target,
        owner: said(Field::Owner),
        due: said(Field::Due),
        note: said(Field::Note),
    }
}

fn extremes(sections: &[SectionRow]) -> Option<(&'static str, &'static str)> {
    let scored = || sections.iter().filter_map(|section| Some((section.meter.mark?, section.title)));
    let strongest = scored().rev().max_by_key(|(mark, _)| *mark)?;
    let weakest = scored().min_by_key(|(mark, _)| *mark)?;
    (strongest.0 > weakest.0).then_some((strongest.1, weakest.1))
}

fn excluded(
    framework: &'static Framework,
    document: &Document,
    answers: &Answers,
) -> Vec<(&'static str, &'static str, String)> {
    framework
        .requirements
        .iter()
        .enumerate()
        .filter(|(index, _)| answers.is_in_scope(*index) && answers.standing(*index) == Standing::NotApplicable)
        .map(|(_, requirement)| {
            let reason = document.text(framework.id, requirement.id, Field::Reason).to_owned();
            (requirement.id, requirement.title, reason)
        })
        .collect()
}
