//! A handful of signs, drawn on a 20-pixel grid in one stroke, always beside a word.

use crate::ui::markup::{Tag, tag};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    Bob,
    Check,
    Next,
    Previous,
    Print,
    Tree,
    Warning,
}

/// The sign, hidden from screen readers: the word beside it says it.
pub fn icon(glyph: Glyph) -> Tag {
    let path = match glyph {
        Glyph::Bob => "M10 1v7M7.5 8h5v2.5c0 .8 1 1.3 1 2.3 0 1.6-2 3-3.5 6.2-1.5-3.2-3.5-4.6-3.5-6.2 0-1 1-1.5 1-2.3z",
        Glyph::Check => "M4 10.5l4 4 8-9",
        Glyph::Next => "M7 4l6 6-6 6",
        Glyph::Previous => "M13 4l-6 6 6 6",
        Glyph::Print => "M6 8V3h8v5M6 15H3.5V8h13v7H14M6 12h8v5H6z",
        Glyph::Tree => "M4 4h12M8 10h8M8 16h8M4 4v12M4 10h4M4 16h4",
        Glyph::Warning => "M10 3l8 14H2zM10 8v4M10 14.5v.5",
    };
    let path = tag("path").attr("d", path);
    tag("svg").class("icon").attr("viewBox", "0 0 20 20").attr("aria-hidden", "true").kid(path)
}
