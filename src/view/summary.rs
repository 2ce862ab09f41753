//! The executive summary: a page of sentences, each composed from figures.

use super::{Finding, Meter, results};
use crate::assessment::{Day, Document, Progress, tasks};
use crate::catalog::{Framework, Library};

/// An assessment in sentences.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryView {
    pub name: String,
    /// One for each framework, in the order they were added.
    pub parts: Vec<PartSummary>,
    /// What holds of the plan and of the answers as a whole.
    pub overall: Vec<String>,
}

/// A framework in sentences.
#[derive(Clone, Debug, PartialEq)]
pub struct PartSummary {
    pub framework: &'static Framework,
    pub meter: Meter,
    pub sentences: Vec<String>,
}

/// Sums up an assessment. `findings` is what [`findings`](super::findings) gave for it.
#[must_use]
pub fn summary(library: &'static Library, document: &Document, findings: &[Finding], today: Day) -> SummaryView {
    let frameworks = document.included().into_iter().filter_map(|id| library.framework(id));
    SummaryView {
        name: document.name().to_owned(),
        parts: frameworks.map(|framework| part(framework, document)).collect(),
        overall: overall(document, findings, today),
    }
}

fn part(framework: &'static Framework, document: &Document) -> PartSummary {
    let results = results(framework, document);
    let (meter, profile) = (results.whole, &framework.profile);
    let mut sentences = vec![coverage(framework, &meter)];
    if let (Some(tenths), Some((low, high))) = (meter.tenths, meter.range_tenths) {
        sentences.push(match meter.is_guarded() {
            true => format!(
                "Too little is answered for a single figure: once everything is, maturity will lie between {} and {} of {}.",
                decimal(low),
                decimal(high),
                meter.max
            ),
            false if low == high => format!("Maturity is {} of {}.", decimal(tenths), meter.max),
            false => format!(
                "Maturity is {} of {} over what is answered, and will lie between {} and {} once everything is.",
                decimal(tenths),
                meter.max,
                decimal(low),
                decimal(high)
            ),
        });
    }
    if let Some(readiness) = meter.readiness.filter(|_| meter.answered > 0) {
        let be = if meter.at_target == 1 { "is" } else { "are" };
        sentences.push(format!(
            "{} of {} applicable {} {be} at or above target ({readiness}%).",
            meter.at_target,
            meter.applicable,
            named(meter.applicable, profile.one, profile.many)
        ));
    }
    if let Some((strongest, weakest)) = results.extremes {
        sentences.push(format!("The strongest section is {strongest}, the weakest {weakest}."));
    }
    if let Some(first) = results.gaps.first() {
        let count = results.gaps.len();
        let (be, gap) = if count == 1 { ("is", "gap") } else { ("are", "gaps") };
        sentences.push(format!(
            "There {be} {count} known {gap}; closing {} {} (level {}, target {}) is worth most.",
            first.id, first.title, first.level, first.target
        ));
    }
    if meter.excluded > 0 {
        let (be, they) = if meter.excluded == 1 { ("is", "it leaves") } else { ("are", "they leave") };
        sentences.push(format!("{} {be} marked as not applicable, with reasons; {they} the score.", meter.excluded));
    }
    PartSummary { framework, meter, sentences }
}

fn coverage(framework: &Framework, meter: &Meter) -> String {
    let profile = &framework.profile;
    let what = named(meter.applicable, profile.one, profile.many);
    match (meter.answered, meter.applicable) {
        (_, 0) => format!("Nothing in {} applies to the chosen scope.", profile.running),
        (0, applicable) => format!("None of the {applicable} applicable {what} of {} is answered yet.", profile.running),
        (answered, applicable) => format!(
            "{answered} of {applicable} applicable {what} of {} {} answered ({}%).",
            profile.running,
            if answered == 1 { "is" } else { "are" },
            meter.coverage.unwrap_or(0)
        ),
    }
}

fn overall(document: &Document, findings: &[Finding], today: Day) -> Vec<String> {
    let tasks = tasks(document);
    let planned: Vec<_> = tasks.iter().filter(|task| task.progress != Progress::Dropped).collect();
    let done = planned.iter().filter(|task| task.progress == Progress::Done).count();
    let late = planned.iter().filter(|task| task.is_late(today)).count();
    let mut sentences = Vec::new();
    if !planned.is_empty() {
        let tasks = plural(planned.len(), "planned task is", "planned tasks are");
        sentences.push(format!("{done} of {} {tasks} done.", planned.len()));
    }
    if late > 0 {
        sentences.push(format!("{late} {} past the due date.", plural(late, "task is", "tasks are")));
    }
    if !findings.is_empty() {
        let count = findings.len();
        sentences.push(format!(
            "{count} {} to be looked at before this is presented.",
            plural(count, "point has", "points have")
        ));
    }
    sentences
}

fn plural<'a>(count: usize, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

fn named<'a>(count: u32, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

/// Tenths as a figure: 27 is "2.7".
fn decimal(tenths: u64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}
