//! Readers and writers of other people's formats.
//!
//! Everything here works on bytes: no browser, no clock, no network. [`read`] takes a file as somebody sent it and gives
//! a neutral model, with a list of what was left out and why. Reading is lenient in form and exact in count: whatever a
//! file has is in the content, in the list of what was skipped, or the reason of an error.
//!
//! Architecture invariant: the readers know nothing of the bundled catalogs, and no reader panics on any input. Every
//! value is paid for from the [`Limits`], so that neither aliases, nesting, nor compression makes a small file large.

mod columns;
mod format;
mod inert;
mod limits;
mod log;
mod model;
mod read;
mod sheet;
pub mod suggest;
mod text;
mod tree;
mod write;

pub use self::columns::{ColumnChoice, Field, Preview, preview};
pub use self::format::Format;
pub use self::limits::Limits;
pub use self::model::{
    AnswerRow, Counts, Imported, ImportedAnswers, ImportedFramework, ImportedGroup, ImportedLevel, ImportedMapping,
    ImportedRequirement, ImportedScale, MappingRow, Read, Relation, Skipped, State,
};
pub use self::write::{
    Export, Exported, FrameworkExport, MappingExport, PlanRow, REPORT_SCHEMA, Report, ReportAnswer, ReportFramework,
    ReportGap, ReportPair, ReportScore, ReportSection, ReportStanding, write, write_framework, write_mapping,
};
pub use crate::Error;

use self::limits::Purse;
use self::log::Log;

/// How to read a file. The default tells the format by the contents and guesses columns by their heads.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// The format, where the person says it; otherwise it is told by the contents.
    pub format: Option<Format>,
    /// Which column of a plain table holds what, where the person says it.
    pub columns: Option<&'a ColumnChoice>,
    /// Files that the read one refers to: the catalogs that an OSCAL profile imports.
    pub companions: &'a [Companion<'a>],
    pub limits: Limits,
}

/// A file that goes with the one that is read.
#[derive(Clone, Copy, Debug)]
pub struct Companion<'a> {
    /// Its name; an address is matched by what follows the last `/`.
    pub name: &'a str,
    pub bytes: &'a [u8],
}

/// Tells the format of a file by its contents, and by the name only where those leave a doubt.
///
/// # Errors
/// When the file is none of the formats, breaks the syntax it is in, or exceeds the limits.
pub fn sniff(bytes: &[u8], file_name: &str) -> Result<Format, Error> {
    let limits = Limits::default();
    let (mut purse, mut log) = (Purse::new(&limits), Log::default());
    let decoded = format::decode(bytes, &limits, &mut log)?;
    format::open(bytes, &decoded, file_name, &limits, &mut purse, &mut log)?.format()
}

/// Reads a file.
///
/// # Errors
/// When the format is unknown, the syntax broken, the limits exceeded, or the file holds nothing that could be imported.
/// The error's hint says what would help.
pub fn read(bytes: &[u8], file_name: &str, options: &Options<'_>) -> Result<Read, Error> {
    let (mut purse, mut log) = (Purse::new(&options.limits), Log::default());
    let decoded = format::decode(bytes, &options.limits, &mut log)?;
    let document = format::open(bytes, &decoded, file_name, &options.limits, &mut purse, &mut log)?;
    let format = options.format.map_or_else(|| document.format(), Ok)?;
    let content = read::content(&document, format, file_name, options, &mut purse, &mut log)?;
    let (skipped, notes) = log.finish();
    let counts = Counts::of(&content, &skipped);
    Ok(Read { format, content, counts, skipped, notes })
}
