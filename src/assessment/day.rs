//! Days of the civil calendar, without a clock.

use std::fmt;

/// A day of the proleptic Gregorian calendar, years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// Days in 400 years, after which the calendar repeats.
const CYCLE: u32 = 146_097;

impl Day {
    /// None for a day that the calendar does not have.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=length(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`, with exactly these digits; none for anything else and for days that do not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let shape = bytes.len() == 10
            && bytes.iter().enumerate().all(|(place, byte)| match place {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shape {
            return None;
        }
        Self::new(text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?)
    }

    /// The day so many days later; none past the year 9999.
    #[must_use]
    pub fn plus(self, days: u32) -> Option<Self> {
        Self::from_number(self.number().checked_add(days)?)
    }

    /// The days from `earlier` to this day; negative when this day is the earlier one.
    #[must_use]
    pub fn since(self, earlier: Self) -> i64 {
        i64::from(self.number()) - i64::from(earlier.number())
    }

    /// Days since 1 March of the year 0. Years begin in March here, so that the leap day is the last of its year.
    fn number(self) -> u32 {
        let (year, month) = match self.month {
            1 | 2 => (u32::from(self.year) - 1, u32::from(self.month) + 9),
            _ => (u32::from(self.year), u32::from(self.month) - 3),
        };
        365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + u32::from(self.day) - 1
    }

    fn from_number(number: u32) -> Option<Self> {
        let (cycles, within) = (number / CYCLE, number % CYCLE);
        let year = (within - within / 1460 + within / 36_524 - within / 146_096) / 365;
        let day = within - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let date = day - (153 * month + 2) / 5 + 1;
        let (month, turned) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        let year = cycles * 400 + year + turned;
        Self::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(date).ok()?)
    }
}

fn length(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
