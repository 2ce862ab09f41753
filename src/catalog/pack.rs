//! Packs: catalogs as compact bytes, made at build time and borrowed from when read.
//!
//! A pack is a memory image that only the build that made it reads, so these types are their own serialised shape; what
//! people save has its shapes in `record`.

use super::{Library, Texts};
use crate::Error;

/// The core pack: profiles, ids, titles, trees and scopes of every framework.
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

/// Reads a core pack.
///
/// # Errors
/// When the bytes are not a core pack of this build.
pub fn decode_library(bytes: &'static [u8]) -> Result<Library, Error> {
    postcard::from_bytes(bytes).map_err(|_| Error::catalog("the catalog cannot be read"))
}

/// Reads a text pack.
///
/// # Errors
/// When the bytes are not a text pack of this build.
pub fn decode_texts(bytes: &'static [u8]) -> Result<Texts, Error> {
    postcard::from_bytes(bytes).map_err(|_| Error::catalog("the texts of a framework cannot be read"))
}
