//! Numbers as a sheet shows them: `1.10` typed into a cell with two decimals is stored as 1.1.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::{attribute, broken, elements, is};
use crate::exchange::Error;

/// How the cells of one style show a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    General,
    /// So many digits at least before the point, and exactly so many after it.
    Digits(usize, usize),
    Percent(usize),
    Date,
}

/// The look of every cell style of `styles.xml`, in order.
pub(super) fn looks(xml: &str) -> Result<Vec<Look>, Error> {
    let own = elements(xml, "numFmt", |tag| {
        Some((attribute(tag, "numFmtId")?.parse::<u32>().ok()?, attribute(tag, "formatCode")?))
    })?;
    let mut reader = Reader::from_str(xml);
    let mut looks = Vec::new();
    let mut in_cells = false;
    loop {
        match reader.read_event().map_err(broken)? {
            Event::Start(tag) if is(&tag, "cellXfs") => in_cells = true,
            Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => in_cells = false,
            Event::Start(tag) | Event::Empty(tag) if in_cells && is(&tag, "xf") => {
                let id = attribute(&tag, "numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
                let code = own.iter().find(|(number, _)| *number == id).map_or_else(|| built_in(id), |(_, code)| code);
                looks.push(look(code));
            }
            Event::Eof => return Ok(looks),
            _ => {}
        }
    }
}

/// The format codes that every workbook has (ECMA-376 part 1, 18.8.30), as far as they matter here.
fn built_in(id: u32) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        9 => "0%",
        10 => "0.00%",
        14..=17 | 22 => "yyyy-mm-dd",
        _ => "General",
    }
}

fn look(code: &str) -> Look {
    let plain = code.split(';').next().unwrap_or_default();
    let (digits, percent) = plain.strip_suffix('%').map_or((plain, false), |digits| (digits, true));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let zeros = |text: &str| text.bytes().all(|byte| byte == b'0') && text.len() <= 15;
    if !whole.is_empty() && zeros(whole) && zeros(decimals) {
        return if percent { Look::Percent(decimals.len()) } else { Look::Digits(whole.len(), decimals.len()) };
    }
    // Texts in quotes and colours in brackets would be mistaken for the letters of a date.
    let mut quoted = false;
    let letters = plain.chars().filter(|letter| {
        quoted ^= ['"', '[', ']'].contains(letter);
        !quoted
    });
    if letters.into_iter().any(|letter| "yYdD".contains(letter)) { Look::Date } else { Look::General }
}

/// A stored number in its look. Text that is no number stays as it is.
pub(super) fn shown(stored: &str, look: &Look) -> String {
    let Some(number) = stored.parse::<f64>().ok().filter(|number| number.is_finite() && number.abs() < 1e15) else {
        return stored.to_owned();
    };
    match *look {
        Look::General => number.to_string(),
        Look::Percent(decimals) => format!("{:.decimals$}%", number * 100.0),
        Look::Digits(whole, decimals) => {
            let width = whole + if decimals > 0 { decimals + 1 } else { 0 };
            format!("{number:0width$.decimals$}")
        }
        Look::Date => date(number).unwrap_or_else(|| number.to_string()),
    }
}

/// Days since 30 December 1899 as `2026-11-23`; the fraction, a time of day, is left out.
fn date(number: f64) -> Option<String> {
    // Serial 61 is 1 March 1900; before it the calendar of spreadsheets has a day that never was.
    if !(61.0..2_958_466.0).contains(&number) {
        return None;
    }
    // Within the range just checked the cast is exact. The rest is the civil-from-days arithmetic of the proleptic
    // Gregorian calendar, with years that begin in March.
    let days = number as u64 + 693_899;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}
