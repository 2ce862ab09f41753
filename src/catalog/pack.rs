//! Packs: catalogs as compact bytes, made at build time and borrowed from when read.
//!
//! A pack is a memory image that only the build that made it reads, so these types are their own serialised shape; what
//! people save has its shapes in `record`.

use super::{Article, ControlTexts, Library, RequirementText, Texts};
use crate::Error;

/// The core pack: profiles, ids, titles, trees and scopes of every framework, the common controls and the crosswalk.
///
/// # Panics
/// Never for catalogs that passed the check.
#[must_use]
pub fn encode_library(library: &Library) -> Vec<u8> {
    postcard::to_allocvec(library).expect("catalogs have no shape that cannot be packed")
}

/// What the texts of a framework are packed as: the article, then what the requirements state, then what they ask with the
/// evidence. Three packs, so that none is long on its way.
pub const TEXT_PARTS: [&str; 3] = ["article", "statements", "questions"];

/// The file of a part of a framework's texts; `texts` is [`Framework::texts`](super::Framework::texts).
#[must_use]
pub fn text_file(texts: &str, part: &str) -> String {
    format!("{texts}.{part}.bin")
}

/// The text packs of one framework, in the order of [`TEXT_PARTS`].
///
/// # Panics
/// Never for catalogs that passed the check.
#[must_use]
pub fn encode_texts(texts: &Texts) -> [Vec<u8>; 3] {
    let whole = "catalogs have no shape that cannot be packed";
    let statements: Vec<&str> = texts.requirements.iter().map(|text| text.statement).collect();
    let questions: Vec<(&str, &[&str])> =
        texts.requirements.iter().map(|text| (text.question, text.evidence.as_slice())).collect();
    [
        postcard::to_allocvec(&texts.article).expect(whole),
        postcard::to_allocvec(&statements).expect(whole),
        postcard::to_allocvec(&questions).expect(whole),
    ]
}

/// The text pack of the hub: what the controls ask, and why requirements map to them.
///
/// # Panics
/// Never for catalogs that passed the check.
#[must_use]
pub fn encode_control_texts(texts: &ControlTexts) -> Vec<u8> {
    postcard::to_allocvec(texts).expect("catalogs have no shape that cannot be packed")
}

/// Reads a core pack.
///
/// # Errors
/// When the bytes are not a core pack of this build, or name something that is not in it.
pub fn decode_library(bytes: &'static [u8]) -> Result<Library, Error> {
    let library: Library = postcard::from_bytes(bytes).map_err(|_| Error::catalog("the catalog cannot be read"))?;
    if library.is_sound() { Ok(library) } else { Err(Error::catalog("the catalog contradicts itself")) }
}

/// Reads the text packs of a framework, in the order of [`TEXT_PARTS`].
///
/// # Errors
/// When the bytes are not text packs of this build, or not of the same framework.
pub fn decode_texts([article, statements, questions]: [&'static [u8]; 3]) -> Result<Texts, Error> {
    let broken = || Error::catalog("the texts of a framework cannot be read");
    let article: Article = postcard::from_bytes(article).map_err(|_| broken())?;
    let statements: Vec<&'static str> = postcard::from_bytes(statements).map_err(|_| broken())?;
    let questions: Vec<(&'static str, Vec<&'static str>)> = postcard::from_bytes(questions).map_err(|_| broken())?;
    if statements.len() != questions.len() {
        return Err(broken());
    }
    let text = |(statement, (question, evidence))| RequirementText { statement, question, evidence };
    Ok(Texts { article, requirements: statements.into_iter().zip(questions).map(text).collect() })
}

/// Reads the text pack of the hub.
///
/// # Errors
/// When the bytes are not the hub's text pack of this build.
pub fn decode_control_texts(bytes: &'static [u8]) -> Result<ControlTexts, Error> {
    postcard::from_bytes(bytes).map_err(|_| Error::catalog("the texts of the controls cannot be read"))
}
