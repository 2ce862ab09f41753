//! Writers: a report, a framework or a mapping as a file of somebody else's format.
//!
//! The same input gives the same bytes: dates are passed in, and identifiers are made from what they name.

mod ciso;
mod csv;
mod document;
mod docx;
mod framework;
mod markdown;
mod oscal;
mod registers;
mod report;
mod tables;
mod workbook;
mod xml;

pub(crate) use self::oscal::NAMESPACE;
use serde::{Deserialize, Serialize};

pub use self::framework::{FrameworkExport, MappingExport, write_framework, write_mapping};
pub use self::report::{
    PlanRow, Report, ReportAnswer, ReportFramework, ReportGap, ReportPair, ReportScore, ReportSection, ReportStanding,
};

/// The JSON Schema (2020-12) of a report as JSON.
pub const REPORT_SCHEMA: &str = include_str!("report.schema.json");

/// A file ready to be saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    pub file_name: String,
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

/// The files a report can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Export {
    /// Every answer, a row each.
    Csv,
    /// Sheets for summary, answers, gaps, plan and crosswalk.
    Xlsx,
    Json,
    Markdown,
    Docx,
    /// The audit of CISO Assistant for the first framework.
    CisoAuditCsv,
    OscalAssessmentResults,
    OscalPoam,
    /// The requirements in scope, one import for each framework.
    OscalProfile,
    OscalMapping,
    OscalComponents,
    /// Statement of Applicability (ISO/IEC 27001, 6.1.3 d).
    SoaCsv,
    SoaXlsx,
    /// Plan of action and milestones as a register.
    PoamCsv,
    PoamXlsx,
}

impl Export {
    pub const ALL: [Self; 15] = [
        Self::Csv,
        Self::Xlsx,
        Self::Json,
        Self::Markdown,
        Self::Docx,
        Self::CisoAuditCsv,
        Self::OscalAssessmentResults,
        Self::OscalPoam,
        Self::OscalProfile,
        Self::OscalMapping,
        Self::OscalComponents,
        Self::SoaCsv,
        Self::SoaXlsx,
        Self::PoamCsv,
        Self::PoamXlsx,
    ];

    /// What follows the assessment's name in the file's.
    fn ending(self) -> &'static str {
        match self {
            Self::Csv => ".csv",
            Self::Xlsx => ".xlsx",
            Self::Json => ".json",
            Self::Markdown => ".md",
            Self::Docx => ".docx",
            Self::CisoAuditCsv => "-audit.csv",
            Self::OscalAssessmentResults => "-assessment-results.json",
            Self::OscalPoam => "-poam.json",
            Self::OscalProfile => "-profile.json",
            Self::OscalMapping => "-mapping.json",
            Self::OscalComponents => "-components.json",
            Self::SoaCsv => "-soa.csv",
            Self::SoaXlsx => "-soa.xlsx",
            Self::PoamCsv => "-poam.csv",
            Self::PoamXlsx => "-poam.xlsx",
        }
    }
}

/// Writes a report.
#[must_use]
pub fn write(report: &Report, export: Export) -> Exported {
    let bytes = match export {
        Export::Csv => csv::write(&[tables::answers(report)], b','),
        Export::Xlsx => workbook::write(&tables::all(report)),
        Export::Json => json(&serde_json::json!({ "plumbline-report": report })),
        Export::Markdown => markdown::write(&document::blocks(report)),
        Export::Docx => docx::write(&document::blocks(report)),
        Export::CisoAuditCsv => ciso::audit(report),
        Export::OscalAssessmentResults => json(&oscal::assessment_results(report)),
        Export::OscalPoam => json(&oscal::poam(report)),
        Export::OscalProfile => json(&oscal::profile(report)),
        Export::OscalMapping => json(&oscal::mapping(report)),
        Export::OscalComponents => json(&oscal::components(report)),
        Export::SoaCsv => csv::write(&[registers::soa(report)], b','),
        Export::SoaXlsx => workbook::write(&[registers::soa(report)]),
        Export::PoamCsv => csv::write(&[registers::poam(report)], b','),
        Export::PoamXlsx => workbook::write(&[registers::poam(report)]),
    };
    let ending = export.ending();
    Exported { file_name: format!("{}{ending}", file_stem(&report.assessment)), media_type: media_type(ending), bytes }
}

fn json(value: &serde_json::Value) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn media_type(ending: &str) -> &'static str {
    match ending.rsplit('.').next().unwrap_or_default() {
        "csv" => "text/csv;charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "md" => "text/markdown;charset=utf-8",
        "yaml" => "application/yaml",
        _ => "application/json",
    }
}

/// A name that every file system takes: small letters, figures and hyphens.
fn file_stem(name: &str) -> String {
    let mut stem = String::new();
    for letter in name.chars().flat_map(char::to_lowercase).take(80) {
        if letter.is_alphanumeric() {
            stem.push(letter);
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
    }
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() { "plumbline".to_owned() } else { stem.to_owned() }
}
