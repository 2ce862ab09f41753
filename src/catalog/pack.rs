//! Packs: catalogs as compact bytes, made at build time and borrowed from when read.
//!
//! A pack is a memory image that only the build that made it reads, so these types are their own serialised shape; what
//! people save has its shapes in `record`.

use super::{ControlTexts, Library, Texts};
use crate::Error;

/// The core pack: profiles, ids, titles, trees and scopes of every framework, the common controls and the crosswalk.
///
/// # Panics
/// Never for catalogs that passed the check.
#[must_use]
pub fn encode_library(library: &Library) -> Vec<u8> {
    postcard::to_allocvec(library).expect("catalogs have no shape that cannot be packed")
}

/// A text pack: the article, statements, questions and evidence of one framework.
///
/// # Panics
/// Never for catalogs that passed the check.
#[must_use]
pub fn encode_texts(texts: &Texts) -> Vec<u8> {
    postcard::to_allocvec(texts).expect("catalogs have no shape that cannot be packed")
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

/// Reads a text pack.
///
/// # Errors
/// When the bytes are not a text pack of this build.
pub fn decode_texts(bytes: &'static [u8]) -> Result<Texts, Error> {
    postcard::from_bytes(bytes).map_err(|_| Error::catalog("the texts of a framework cannot be read"))
}

/// Reads the text pack of the hub.
///
/// # Errors
/// When the bytes are not the hub's text pack of this build.
pub fn decode_control_texts(bytes: &'static [u8]) -> Result<ControlTexts, Error> {
    postcard::from_bytes(bytes).map_err(|_| Error::catalog("the texts of the controls cannot be read"))
}
