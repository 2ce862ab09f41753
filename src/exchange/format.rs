//! The formats, and how a file tells which one it is.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::columns::{self, Field, Heads};
use super::limits::{Limits, Purse};
use super::log::Log;
use super::sheet::{self, Table};
use super::tree::{self, Node};
use super::{Error, text};

/// A format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    OscalCatalog,
    OscalProfile,
    OscalAssessmentResults,
    OscalPoam,
    OscalMapping,
    /// A component definition or a system security plan: how controls are implemented.
    OscalImplementation,
    CisoLibrary,
    CisoAudit,
    Cprt,
    /// A plain table of requirements, CSV or XLSX.
    CatalogTable,
    Olir,
    /// Set-theory relationship mapping after NIST IR 8477.
    SetTheory,
    CsfOrganizationalProfile,
    CsfProfile,
    DsommModel,
    DsommProgress,
    /// Our own catalog file or dump.
    Plumbline,
    /// Our own report as JSON.
    PlumblineReport,
    /// Our own workbook: the answers and the crosswalk in it.
    PlumblineWorkbook,
    /// A plain table of answers, CSV or XLSX, such as our own.
    AnswersTable,
}

/// A file taken apart, before anybody knows what it means.
pub(crate) enum Document<'a> {
    /// JSON, YAML or TOML; YAML may hold several documents.
    Trees(Vec<Node<'a>>),
    Tables(Vec<Table>),
}

/// The text of a file, or nothing for a workbook. Refuses a file that is too large before anything else is done with it.
pub(crate) fn decode<'a>(bytes: &'a [u8], limits: &Limits, log: &mut Log) -> Result<Cow<'a, str>, Error> {
    if bytes.len() > limits.bytes {
        let (size, most) = (bytes.len().div_ceil(1 << 20), limits.bytes >> 20);
        return Err(Error::limit(format!("the file has {size} MB, more than the {most} MB that an import may")));
    }
    if is_zip(bytes) { Ok(Cow::Borrowed("")) } else { Ok(text::decode(bytes, log)) }
}

fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Takes a file apart by its syntax.
pub(crate) fn open<'a>(
    bytes: &[u8],
    text: &'a str,
    file_name: &str,
    limits: &Limits,
    purse: &mut Purse,
    log: &mut Log,
) -> Result<Document<'a>, Error> {
    if is_zip(bytes) {
        return sheet::parse_xlsx(bytes, limits, purse, log).map(Document::Tables);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        let hint = "Save it as .xlsx without a password, or as CSV.";
        return Err(Error::import("this is an old or an encrypted office file", hint));
    }
    if bytes.starts_with(b"%PDF") {
        return Err(Error::import("this is a PDF file", "Ask for the data as CSV, XLSX, JSON or YAML."));
    }
    let extension = file_name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    let start = text.trim_start();
    if start.is_empty() {
        return Err(Error::import("the file is empty", "Choose a file with something in it."));
    }
    match extension.as_str() {
        "csv" | "tsv" | "txt" => return table(text, purse, log),
        "toml" => return toml(text, purse),
        "yaml" | "yml" => return tree::parse_yaml(text, purse, log).map(Document::Trees),
        _ => {}
    }
    if start.starts_with('{') || extension == "json" {
        return tree::parse_json(text, purse, log).map(|node| Document::Trees(vec![node]));
    }
    if start.starts_with('<') {
        return Err(Error::import(
            "this is an XML file",
            "Choose the JSON edition of the file; OSCAL publishers offer both.",
        ));
    }
    guessed(text, start, purse, log)
}

/// Neither the name nor the first letter tells. The first line that says something does.
fn guessed<'a>(text: &'a str, start: &str, purse: &mut Purse, log: &mut Log) -> Result<Document<'a>, Error> {
    let mut lines = start.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let first = lines.next().unwrap_or_default();
    let key = first.split_once([':', '=']).map_or("", |(key, _)| key.trim_end());
    let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-\" ".contains(&byte));
    let separated = [',', ';', '\t', '|'].iter().any(|separator| key.contains(*separator));
    if first.starts_with("[[") || (is_key && first[key.len()..].trim_start().starts_with('=')) {
        toml(text, purse)
    } else if first.starts_with("---") || first.starts_with("- ") || (is_key && !separated) {
        tree::parse_yaml(text, purse, log).map(Document::Trees)
    } else {
        table(text, purse, log)
    }
}

fn table<'a>(text: &str, purse: &mut Purse, log: &mut Log) -> Result<Document<'a>, Error> {
    sheet::parse_csv(text, purse, log).map(|table| Document::Tables(vec![table]))
}

fn toml<'a>(text: &'a str, purse: &mut Purse) -> Result<Document<'a>, Error> {
    tree::parse_toml(text, purse).map(|node| Document::Trees(vec![node]))
}

impl Document<'_> {
    /// Which format this is.
    pub(crate) fn format(&self) -> Result<Format, Error> {
        let found = match self {
            Self::Trees(trees) => trees.iter().find_map(tree_format),
            Self::Tables(tables) if is_own_workbook(tables) => Some(Format::PlumblineWorkbook),
            Self::Tables(tables) => tables.iter().filter_map(columns::heads).filter_map(|heads| table_format(&heads)).min(),
        };
        found.ok_or_else(|| self.unknown())
    }

    /// Says what the file looks like, for a person who must decide what to do with it.
    fn unknown(&self) -> Error {
        const HINT: &str = "Say what format it is, or match the columns of the table by hand.";
        match self {
            Self::Trees(trees) => {
                let keys: Vec<&str> = trees.iter().flat_map(Node::entries).map(|(key, _)| key.as_ref()).take(8).collect();
                Error::import(format!("no known format has these keys at the top: {}", keys.join(", ")), HINT)
            }
            Self::Tables(tables) => {
                let names: Vec<&str> =
                    tables.iter().map(|table| table.name.as_str()).filter(|name| !name.is_empty()).collect();
                let sheets = if names.is_empty() { String::new() } else { format!(" in the sheets {}", names.join(", ")) };
                Error::import(format!("no table with an id and a title was found{sheets}"), HINT)
            }
        }
    }
}

fn is_own_workbook(tables: &[Table]) -> bool {
    let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    names == ["Summary", "Answers", "Gaps", "Plan", "Crosswalk"]
}

/// The format of a tree by the keys at its top.
fn tree_format(node: &Node<'_>) -> Option<Format> {
    const BY_KEY: [(&str, Format); 8] = [
        ("catalog", Format::OscalCatalog),
        ("profile", Format::OscalProfile),
        ("assessment-results", Format::OscalAssessmentResults),
        ("plan-of-action-and-milestones", Format::OscalPoam),
        ("mapping-collection", Format::OscalMapping),
        ("component-definition", Format::OscalImplementation),
        ("system-security-plan", Format::OscalImplementation),
        ("plumbline-report", Format::PlumblineReport),
    ];
    if node.has("id") && ["requirement", "requirements"].iter().any(|key| node.has(key)) {
        return Some(Format::Plumbline);
    }
    if let Some((_, format)) = BY_KEY.iter().find(|(key, _)| node.at(key).is_map()) {
        return Some(*format);
    }
    if node.path(&["response", "elements"]).is_map() || node.at("elements").has("elements") {
        return Some(Format::Cprt);
    }
    if node.has("objects") || node.has("requirement_nodes") || (node.has("urn") && node.has("ref_id")) {
        return Some(Format::CisoLibrary);
    }
    if node.at("progress").is_map() {
        return Some(Format::DsommProgress);
    }
    let mut activities = node.entries().iter().flat_map(|(_, below)| below.entries()).flat_map(|(_, below)| below.entries());
    let is_activity = |node: &Node<'_>| node.has("uuid") && (node.has("level") || node.has("risk") || node.has("measure"));
    activities.any(|(_, activity)| is_activity(activity)).then_some(Format::DsommModel)
}

/// The format of a table by its heads. The order of `Format` decides between two sheets of a workbook.
fn table_format(heads: &Heads) -> Option<Format> {
    let has = |name: &str| heads.find(&[name]).is_some();
    let starts = |name: &str| heads.find_start(&[name]).is_some();
    if (has("urn") || has("ref id")) && (has("compliance result") || has("requirement progress") || has("result")) {
        return Some(Format::CisoAudit);
    }
    if heads.names().any(|name| columns::quarter(name).is_some()) || (has("actual score") && has("target score")) {
        return Some(Format::CsfProfile);
    }
    if starts("csf outcome") && (starts("included in profile") || starts("current") || starts("target")) {
        return Some(Format::CsfOrganizationalProfile);
    }
    if starts("focal document element") && starts("reference document element") {
        return Some(Format::Olir);
    }
    if columns::mapping(heads).is_some() {
        return Some(Format::SetTheory);
    }
    let tells = |fields: &[Field]| fields.iter().any(|field| heads.field(*field).is_some());
    let is_described = tells(&[Field::Title, Field::Statement, Field::Question]);
    let is_answered = tells(&[Field::Level, Field::State]);
    let is_worked_on = tells(&[Field::Target, Field::Note, Field::Owner, Field::Due]);
    match tells(&[Field::Id]) {
        true if is_answered && (is_worked_on || !is_described) && !tells(&[Field::Parent]) => Some(Format::AnswersTable),
        true if is_described => Some(Format::CatalogTable),
        _ => None,
    }
}
