//! The report as a document: headings, paragraphs and tables, for Markdown and DOCX alike.

use super::csv::percent;
use super::report::{Report, ReportFramework, ReportScore, ReportStanding};
use super::tables::{self, Cell, Sheet, state_word};

/// One block of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// Level 1 to 3.
    Heading(u8, String),
    Paragraph(String),
    Table(Vec<String>, Vec<Vec<String>>),
}

/// The whole report in order.
pub(super) fn blocks(report: &Report) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(1, report.assessment.clone())];
    blocks.push(Block::Paragraph(format!("{}, {}", report.organisation, report.date)));
    blocks.push(Block::Paragraph(
        "A score counts what is answered. The range beside it takes everything unanswered at its lowest and at its highest."
            .into(),
    ));
    for framework in &report.frameworks {
        of_framework(framework, &mut blocks);
    }
    table("Plan", &tables::plan(report), &mut blocks);
    table("Crosswalk", &tables::crosswalk(report), &mut blocks);
    blocks
}

fn of_framework(framework: &ReportFramework, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(2, format!("{} {}", framework.title, framework.version).trim().to_owned()));
    let mut rows = vec![score_row("All", &framework.score)];
    rows.extend(
        framework.sections.iter().map(|section| score_row(&format!("{} {}", section.id, section.title), &section.score)),
    );
    blocks.push(Block::Table(words(&["Part", "Score", "Range", "Coverage", "Readiness"]), rows));
    if let Some(official) = &framework.official {
        blocks.push(Block::Paragraph(format!("Official result: {official}")));
    }
    if !framework.gaps.is_empty() {
        blocks.push(Block::Heading(3, "Gaps".into()));
        let row = |gap: &super::ReportGap| {
            vec![gap.requirement.clone(), gap.title.clone(), gap.level.to_string(), gap.target.to_string()]
        };
        let rows = framework.gaps.iter().map(row).collect();
        blocks.push(Block::Table(words(&["Requirement", "Title", "Level", "Target"]), rows));
    }
    blocks.push(Block::Heading(3, "Answers".into()));
    let rows = framework.answers.iter().map(|answer| {
        let level = match (answer.standing, answer.level) {
            (ReportStanding::Answered, Some(level)) => match framework.levels.get(usize::from(level)) {
                Some(name) => format!("{level} {name}"),
                None => level.to_string(),
            },
            _ => state_word(answer.state()).to_owned(),
        };
        vec![
            answer.requirement.clone(),
            answer.title.clone(),
            level,
            answer.note.clone(),
            answer.evidence.clone(),
            answer.owner.clone(),
        ]
    });
    let heads = words(&["Requirement", "Title", "Level", "Note", "Evidence", "Owner"]);
    blocks.push(Block::Table(heads, rows.collect()));
}

fn score_row(part: &str, score: &ReportScore) -> Vec<String> {
    let value = score.value.map_or_else(|| "not answered".to_owned(), percent);
    let range = format!("{} to {}", percent(score.low), percent(score.high));
    vec![part.trim().to_owned(), value, range, percent(score.coverage), percent(score.readiness)]
}

/// A sheet with its heading; nothing for an empty one.
fn table(title: &str, sheet: &Sheet, blocks: &mut Vec<Block>) {
    if sheet.rows.is_empty() {
        return;
    }
    blocks.push(Block::Heading(2, title.to_owned()));
    let shown = |cell: &Cell| match cell {
        Cell::Text(text) | Cell::Date(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Share(share) => percent(*share),
        Cell::Empty => String::new(),
    };
    let rows = sheet.rows.iter().map(|row| row.iter().map(shown).collect()).collect();
    blocks.push(Block::Table(sheet.heads.iter().map(|(head, _)| (*head).to_owned()).collect(), rows));
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}
