//! One reader for each format.

mod answers_table;
mod catalog_table;
mod ciso;
mod ciso_audit;
mod cprt;
mod csf;
mod dsomm;
mod mapping_table;
mod oscal;
mod own;

use super::format::Document;
use super::limits::Purse;
use super::log::Log;
use super::sheet::Table;
use super::tree::Node;
use super::{Error, Format, Imported, ImportedFramework, Options};

/// What a file holds in a format.
pub(crate) fn content(
    document: &Document<'_>,
    format: Format,
    file_name: &str,
    options: &Options<'_>,
    purse: &mut Purse,
    log: &mut Log,
) -> Result<Imported, Error> {
    let mut content = match format {
        Format::OscalCatalog => frameworks(vec![oscal::catalog(tree(document)?.at("catalog"), purse, log)?]),
        Format::OscalProfile => frameworks(vec![oscal::profile(tree(document)?.at("profile"), options, purse, log)?]),
        Format::OscalAssessmentResults => {
            answers(oscal::assessment_results(tree(document)?.at("assessment-results"), purse, log)?)
        }
        Format::OscalPoam => answers(oscal::poam(tree(document)?.at("plan-of-action-and-milestones"), purse, log)?),
        Format::OscalImplementation => answers(oscal::implementation(tree(document)?, log)),
        Format::OscalMapping => oscal::mapping(tree(document)?.at("mapping-collection"), purse, log)?,
        Format::CisoLibrary => ciso::library(tree(document)?, purse, log)?,
        Format::CisoAudit => answers(ciso_audit::read(tables(document)?, log)),
        Format::Cprt => cprt::read(tree(document)?, log),
        Format::CatalogTable => frameworks(catalog_table::read(tables(document)?, file_name, options.columns, log)?),
        Format::AnswersTable => answers(answers_table::read(tables(document)?, options.columns, log)?),
        Format::PlumblineWorkbook => own_workbook(tables(document)?, file_name, purse, log)?,
        Format::Olir | Format::SetTheory => mapping_table::read(tables(document)?, file_name, purse, log)?,
        Format::CsfOrganizationalProfile => answers(csf::organizational_profile(tables(document)?, log)),
        Format::CsfProfile => answers(csf::profile(tables(document)?, log)),
        Format::DsommModel => frameworks(vec![dsomm::model(trees(document)?, file_name, log)]),
        Format::DsommProgress => answers(dsomm::progress(trees(document)?, log)),
        Format::Plumbline => frameworks(vec![own::framework(tree(document)?, log)]),
        Format::PlumblineReport => own::report(tree(document)?, log),
    };
    for framework in &mut content.frameworks {
        tidy(framework, log);
    }
    let is_empty = content.frameworks.iter().all(|framework| framework.requirements.is_empty())
        && content.mappings.iter().all(|mapping| mapping.rows.is_empty())
        && content.answers.iter().all(|answers| answers.rows.is_empty());
    if is_empty {
        return Err(Error::import(
            format!("the file was read as {} and holds no requirement, mapping or answer", name(format)),
            "Check that it is the file you meant, or say what format it is.",
        ));
    }
    Ok(content)
}

/// The sheets that hold what no other sheet repeats.
fn own_workbook(tables: &[Table], file_name: &str, purse: &mut Purse, log: &mut Log) -> Result<Imported, Error> {
    let sheet = |name: &str| tables.iter().filter(|table| table.name == name).cloned().collect::<Vec<_>>();
    let crosswalk: Vec<Table> = sheet("Crosswalk").into_iter().filter(|table| table.rows.len() > 1).collect();
    let mut content = mapping_table::read(&crosswalk, file_name, purse, log)?;
    content.answers = answers_table::read(&sheet("Answers"), None, log)?;
    for repeated in ["Summary", "Gaps", "Plan"] {
        log.skip(format!("the sheet `{repeated}`"), "it is worked out anew from the answers");
    }
    Ok(content)
}

fn frameworks(frameworks: Vec<ImportedFramework>) -> Imported {
    Imported { frameworks, ..Imported::default() }
}

fn answers(answers: Vec<super::ImportedAnswers>) -> Imported {
    Imported { answers, ..Imported::default() }
}

fn trees<'a, 'b>(document: &'b Document<'a>) -> Result<&'b [Node<'a>], Error> {
    match document {
        Document::Trees(trees) => Ok(trees),
        Document::Tables(_) => {
            Err(Error::import("the file is a table; the chosen format is none", "Choose another format."))
        }
    }
}

/// The first document that says something.
fn tree<'a, 'b>(document: &'b Document<'a>) -> Result<&'b Node<'a>, Error> {
    let first = trees(document)?.iter().find(|node| node.is_map());
    first.ok_or_else(|| Error::import("the file holds no keys and values", "Choose another format."))
}

fn tables<'b>(document: &'b Document<'_>) -> Result<&'b [Table], Error> {
    match document {
        Document::Tables(tables) => Ok(tables),
        Document::Trees(_) => Err(Error::import("the chosen format is a table; the file is none", "Choose another format.")),
    }
}

fn name(format: Format) -> String {
    serde_json::to_string(&format).unwrap_or_default().replace('"', "")
}

/// Makes ids unique, parents known and earlier than their children, so that no caller has to ask.
fn tidy(framework: &mut ImportedFramework, log: &mut Log) {
    use std::collections::BTreeMap;
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for requirement in &mut framework.requirements {
        let times = seen.entry(requirement.id.clone()).and_modify(|times| *times += 1).or_insert(1);
        if *times > 1 {
            let times = *times;
            let fresh = (times..).map(|number| format!("{} ({number})", requirement.id)).find(|id| !seen.contains_key(id));
            let fresh = fresh.unwrap_or_default();
            log.note(format!("The id {} stands more than once; the later one is now {fresh}.", requirement.id));
            seen.insert(fresh.clone(), 1);
            requirement.label.get_or_insert(std::mem::replace(&mut requirement.id, fresh));
        }
    }
    for requirement in &mut framework.requirements {
        if requirement.parent.as_ref().is_some_and(|parent| !seen.contains_key(parent) || *parent == requirement.id) {
            let parent = requirement.parent.take().unwrap_or_default();
            log.skip(format!("the parent {parent} of {}", requirement.id), "there is no such requirement in the file");
        }
    }
    order(framework, log);
}

/// Puts parents before children and keeps the order of the file otherwise. A circle of parents is cut.
fn order(framework: &mut ImportedFramework, log: &mut Log) {
    use std::collections::BTreeMap;
    let places: BTreeMap<&str, usize> =
        framework.requirements.iter().enumerate().map(|(at, requirement)| (requirement.id.as_str(), at)).collect();
    let parents: Vec<Option<usize>> = framework
        .requirements
        .iter()
        .map(|requirement| requirement.parent.as_ref().and_then(|parent| places.get(parent.as_str()).copied()))
        .collect();
    if parents.iter().enumerate().all(|(at, parent)| parent.is_none_or(|parent| parent < at)) {
        return;
    }
    let mut children = vec![Vec::new(); parents.len()];
    for (at, parent) in parents.iter().enumerate().rev() {
        if let Some(parent) = parent {
            children[*parent].push(at);
        }
    }
    let mut ordered = Vec::with_capacity(parents.len());
    let mut placed = vec![false; parents.len()];
    let mut cut = Vec::new();
    // Roots first; what no root reaches lies on a circle, which is cut at its first member.
    let roots = (0..parents.len()).filter(|at| parents[*at].is_none());
    for (start, is_root) in roots.map(|at| (at, true)).chain((0..parents.len()).map(|at| (at, false))).collect::<Vec<_>>() {
        if placed[start] {
            continue;
        }
        if !is_root {
            cut.push(start);
        }
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut placed[at], true) {
                ordered.push(at);
                open.extend(&children[at]);
            }
        }
    }
    for at in cut {
        framework.requirements[at].parent = None;
        log.skip(format!("the parent of {}", framework.requirements[at].id), "the parents go in a circle");
    }
    let mut requirements: Vec<_> = std::mem::take(&mut framework.requirements).into_iter().map(Some).collect();
    framework.requirements = ordered.into_iter().filter_map(|at| requirements[at].take()).collect();
}

/// Lines that are not empty, one under the other.
fn joined<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}
