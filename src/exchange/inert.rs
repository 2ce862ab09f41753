//! Cells that cannot start a formula.
//!
//! A spreadsheet runs a cell of a CSV file that begins with one of these signs, quotes or not (OWASP, "CSV Injection").

use std::borrow::Cow;

/// Whether a spreadsheet could take the text for a formula. White space in front does not help, so it does not count.
pub(crate) fn starts_formula(text: &str) -> bool {
    const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    text.starts_with(['\t', '\r', '\n'])
        || text
            .trim_start_matches(|letter: char| letter.is_whitespace() || letter.is_control() || letter == '\u{FEFF}')
            .starts_with(SIGNS)
}

/// The text with an apostrophe in front where it could start a formula, or where it would be taken for such a text when
/// it is read back.
pub(crate) fn inert(text: &str) -> Cow<'_, str> {
    let looks_guarded = text.strip_prefix('\'').is_some_and(|rest| starts_formula(rest) || rest.starts_with('\''));
    if starts_formula(text) || looks_guarded { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}
