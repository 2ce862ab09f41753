//! Cells that cannot start a formula.
//!
//! A spreadsheet runs a cell of a CSV file that begins with one of these signs, quotes or not (OWASP, "CSV Injection").

use std::borrow::Cow;

/// Whether a spreadsheet could take the text for a formula. White space in front does not help, so it does not count.
fn starts_formula(text: &str) -> bool {
    const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    text.starts_with(['\t', '\r', '\n'])
        || text
            .trim_start_matches(|letter: char| letter.is_whitespace() || letter.is_control() || letter == '\u{FEFF}')
            .starts_with(SIGNS)
}

/// The text with an apostrophe in front where it could start a formula. So that [`undone`] gives the text back in every
/// case, a text that already looks guarded is guarded once more.
pub(crate) fn inert(text: &str) -> Cow<'_, str> {
    if needs_guard(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// A cell without the apostrophe that keeps it from being a formula, where that is why it has one.
pub(crate) fn undone(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| needs_guard(rest)).unwrap_or(cell)
}

fn needs_guard(text: &str) -> bool {
    starts_formula(text.trim_start_matches('\''))
}
