//! What an accepted answer was carried from.

use super::{Document, Field, Stamp};

/// The source of an accepted answer as it stood then, so that a change of the source shows.
///
/// In text, six lines: framework, requirement, level, carried level, counter, writer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    pub framework: String,
    pub requirement: String,
    /// The level of the source, on the source's own scale.
    pub level: u8,
    /// The level that was taken over, on the scale of the requirement that took it.
    pub carried: u8,
    /// The stamp of the source's level.
    pub stamp: Stamp,
}

impl Acceptance {
    /// Rests `carried` on the present level of a requirement; none when it has none.
    #[must_use]
    pub fn of(document: &Document, framework: &str, requirement: &str, carried: u8) -> Option<Self> {
        let level = u8::try_from(document.number(framework, requirement, Field::Level)?).ok()?;
        let stamp = document.fields(framework, requirement)?.get(&Field::Level)?.stamp.clone();
        Some(Self { framework: framework.to_owned(), requirement: requirement.to_owned(), level, carried, stamp })
    }

    /// What the answer to a requirement was carried from, if it was accepted and still is what was taken over. Where copies
    /// are joined, another answer may have won; it then rests on nothing.
    #[must_use]
    pub fn read(document: &Document, framework: &str, requirement: &str) -> Option<Self> {
        let mut lines = document.text(framework, requirement, Field::Accepted).split('\n').map(str::to_owned);
        let acceptance = Self {
            framework: lines.next()?,
            requirement: lines.next()?,
            level: lines.next()?.parse().ok()?,
            carried: lines.next()?.parse().ok()?,
            stamp: Stamp { counter: lines.next()?.parse().ok()?, writer: lines.next()? },
        };
        let still = document.number(framework, requirement, Field::Level) == Some(acceptance.carried.into());
        (still && lines.next().is_none()).then_some(acceptance)
    }

    pub(super) fn to_text(&self) -> String {
        let Self { framework, requirement, level, carried, stamp } = self;
        format!("{framework}\n{requirement}\n{level}\n{carried}\n{}\n{}", stamp.counter, stamp.writer)
    }

    /// Whether the source still says what it said. Its stamp alone may change: when a change was undone, nothing did.
    #[must_use]
    pub fn stands(&self, document: &Document) -> bool {
        Self::of(document, &self.framework, &self.requirement, self.carried)
            .is_some_and(|now| now.stamp == self.stamp || now.level == self.level)
    }
}
