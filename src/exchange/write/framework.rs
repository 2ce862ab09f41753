//! A framework or a mapping by itself as a file.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::csv::write_rows;
use super::tables::relation_word;
use super::{Exported, ciso, file_stem, media_type, oscal};
use crate::exchange::{ImportedFramework, ImportedMapping};

/// The files a framework can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FrameworkExport {
    Csv,
    /// Our own shape, which loses nothing.
    Json,
    CisoLibrary,
    OscalCatalog,
}

/// The files a mapping can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MappingExport {
    /// The columns of a set-theory mapping after NIST IR 8477.
    Csv,
    CisoLibrary,
    OscalMapping,
}

/// Writes a framework. `date` is the day of the file as `2026-11-23`.
#[must_use]
pub fn write_framework(framework: &ImportedFramework, export: FrameworkExport, date: &str) -> Exported {
    let (ending, bytes) = match export {
        FrameworkExport::Csv => (".csv", csv(framework)),
        FrameworkExport::Json => (".json", super::json(&own(framework))),
        FrameworkExport::CisoLibrary => (".yaml", ciso::framework(framework)),
        FrameworkExport::OscalCatalog => ("-catalog.json", super::json(&oscal::catalog(framework, date))),
    };
    Exported { file_name: format!("{}{ending}", file_stem(&framework.id)), media_type: media_type(ending), bytes }
}

/// Writes a mapping. `date` is the day of the file as `2026-11-23`.
#[must_use]
pub fn write_mapping(mapping: &ImportedMapping, export: MappingExport, date: &str) -> Exported {
    let (ending, bytes) = match export {
        MappingExport::Csv => (".csv", mapping_csv(mapping)),
        MappingExport::CisoLibrary => (".yaml", ciso::mapping(mapping)),
        MappingExport::OscalMapping => (".json", super::json(&oscal::mapping_collection(&mapping.title, date, [mapping]))),
    };
    let stem = file_stem(&format!("{} to {}", mapping.source, mapping.target));
    Exported { file_name: format!("{stem}{ending}"), media_type: media_type(ending), bytes }
}

fn csv(framework: &ImportedFramework) -> Vec<u8> {
    let heads = ["id", "parent", "title", "statement", "guidance", "question", "evidence", "groups", "weight", "assessable"];
    let mut rows = vec![heads.iter().map(|head| (*head).to_owned()).collect::<Vec<_>>()];
    rows.extend(framework.requirements.iter().map(|requirement| {
        vec![
            requirement.id.clone(),
            requirement.parent.clone().unwrap_or_default(),
            requirement.title.clone(),
            requirement.statement.clone(),
            requirement.guidance.clone(),
            requirement.question.clone(),
            requirement.evidence.clone(),
            requirement.groups.join(", "),
            requirement.weight.map_or(String::new(), |weight| weight.to_string()),
            requirement.assessable.to_string(),
        ]
    }));
    write_rows(&rows, b',')
}

fn mapping_csv(mapping: &ImportedMapping) -> Vec<u8> {
    let heads = ["FDE #", "Target ID #", "STRM Relationship", "Strength of Relationship", "STRM Rationale"];
    let mut rows = vec![heads.iter().map(|head| (*head).to_owned()).collect::<Vec<_>>()];
    rows.extend(mapping.rows.iter().map(|row| {
        vec![
            row.source.clone(),
            row.target.clone(),
            relation_word(row.relation).to_owned(),
            row.strength.map_or(String::new(), |strength| strength.to_string()),
            row.rationale.clone(),
        ]
    }));
    write_rows(&rows, b',')
}

/// Our own shape: the model itself, which our own reader takes.
fn own(framework: &ImportedFramework) -> Value {
    let mut value = serde_json::to_value(framework).unwrap_or_default();
    if let Some(object) = value.as_object_mut() {
        object.insert("format".into(), json!("plumbline-framework/1"));
    }
    value
}
