//! The Statement of Applicability: every control of an annex, whether it applies and why.

use crate::assessment::{Answers, Document, Field, Standing};
use crate::catalog::Framework;

/// The Statement of Applicability of one framework (ISO/IEC 27001:2022 and ISO/IEC 42001:2023, 6.1.3).
#[derive(Clone, Debug, PartialEq)]
pub struct StatementView {
    pub framework: &'static Framework,
    /// The title of the annex.
    pub annex: &'static str,
    pub rows: Vec<StatementRow>,
    /// Rows that lack a justification, whichever way they were decided.
    pub unjustified: usize,
}

/// One control of the annex.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementRow {
    pub id: &'static str,
    pub title: &'static str,
    pub section: &'static str,
    pub applicable: bool,
    /// Why it is included, or why it is left out; empty when nobody has said.
    pub justification: String,
    pub implemented: Implemented,
    /// What it follows from: a risk, a law, a contract.
    pub basis: String,
    pub evidence: String,
}

/// How far a control is in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Implemented {
    /// At its target or above.
    Yes,
    /// Above the lowest level and below its target.
    Partly,
    /// At the lowest level, which is not its target.
    No,
    NotAssessed,
    /// The control does not apply.
    NotNeeded,
}

/// The statement of a framework that has an annex of controls: a root of its tree whose title begins with "Annex A". None
/// for other frameworks.
#[must_use]
pub fn statement(framework: &'static Framework, document: &Document) -> Option<StatementView> {
    let annex = framework.children(None).find(|root| framework.requirements[*root].title.starts_with("Annex A"))?;
    let answers = Answers::read(framework, document);
    let leaves = framework.subtree(annex).filter(|index| framework.requirements[*index].assessable);
    let rows: Vec<StatementRow> = leaves.map(|index| row(framework, document, &answers, index)).collect();
    Some(StatementView {
        framework,
        annex: framework.requirements[annex].title,
        unjustified: rows.iter().filter(|row| row.justification.is_empty()).count(),
        rows,
    })
}

fn row(framework: &'static Framework, document: &Document, answers: &Answers, index: usize) -> StatementRow {
    let requirement = &framework.requirements[index];
    let said = |field: Field| document.text(framework.id, requirement.id, field).trim().to_owned();
    let standing = answers.standing(index);
    let applicable = answers.is_in_scope(index) && standing != Standing::NotApplicable;
    let justification = match (applicable, standing) {
        (true, _) => said(Field::Justification),
        (false, Standing::NotApplicable) => said(Field::Reason),
        (false, _) => excluded_by(framework, document, index),
    };
    let implemented = match standing {
        _ if !applicable => Implemented::NotNeeded,
        Standing::Level(level) if level >= answers.target_of(index) => Implemented::Yes,
        Standing::Level(0) => Implemented::No,
        Standing::Level(_) => Implemented::Partly,
        _ => Implemented::NotAssessed,
    };
    StatementRow {
        id: requirement.id,
        title: requirement.title,
        section: requirement.parent.map_or("", |parent| framework.requirements[usize::from(parent)].title),
        applicable,
        justification,
        implemented,
        basis: said(Field::Basis),
        evidence: said(Field::Evidence),
    }
}

/// The reason of the tailoring that leaves a requirement out: its own, or that of the nearest section with one.
fn excluded_by(framework: &Framework, document: &Document, index: usize) -> String {
    let mut path = framework.ancestors(index);
    path.push(index);
    let why = |place: &usize| document.text(framework.id, framework.requirements[*place].id, Field::Why).trim();
    path.iter().rev().map(why).find(|reason| !reason.is_empty()).unwrap_or("").to_owned()
}
