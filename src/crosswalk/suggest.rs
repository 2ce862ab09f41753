//! Answer once: what the answers to some frameworks of an assessment suggest for the open requirements of the others.
//!
//! A suggestion comes from one answered requirement, the one whose pair is the strongest: full before partial, then by
//! strength; where these tie, the lowest level, so that nothing is claimed that one of two equal sources denies. A pair in
//! the full band carries the level. One in the partial band carries it too, but never as far as the target: something is
//! missing, and only a person can say that it is not. Requirements that cover another only together suggest nothing in full.
//!
//! Architecture invariant: suggestions are computed and never kept, so they cannot overwrite an answer or be counted as
//! one. An accepted answer is no source in its turn: what it rests on is one step away, never more.

use super::{Band, Crosswalk, Pair, Path, Side};
use crate::assessment::{Acceptance, Action, Assessed, Document, Field, Part, Value};
use crate::catalog::Framework;

/// A level for an open requirement, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The places of the framework in the library and of the requirement in it.
    pub framework: usize,
    pub requirement: usize,
    pub level: u8,
    /// Full carries the level; partial stays below the target.
    pub band: Band,
    pub source: Origin,
    /// The best path from the source.
    pub path: Path,
    /// Somebody has set it aside.
    pub rejected: bool,
}

/// The answered requirement a suggestion comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    pub framework: usize,
    pub requirement: usize,
    /// Its level, on its own scale.
    pub level: u8,
}

/// An accepted answer whose source has changed since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    pub framework: usize,
    pub requirement: usize,
    /// What it was carried from, as it stood then.
    pub from: Acceptance,
    /// The level of the source now; absent when it has none any more.
    pub now: Option<u8>,
    /// What the source would carry now.
    pub again: Option<Suggestion>,
}

/// A level of a scale that ends at `from` on one that ends at `to`: the same share of it, rounded down.
#[must_use]
pub fn carried(level: u8, from: u8, to: u8) -> u8 {
    let (from, to) = (u16::from(from), u16::from(to));
    let share = (u16::from(level).min(from) * to).checked_div(from).unwrap_or(0);
    u8::try_from(share).unwrap_or(u8::MAX)
}

impl Crosswalk<'_> {
    /// What is suggested for the open requirements of an assessment, by framework and in document order; the rejected too.
    #[must_use]
    pub fn suggestions(&self, assessed: &Assessed<'_>) -> Vec<Suggestion> {
        let open = |part: &Part<'_>, index: usize| {
            matches!(assessed.document.value(part.framework.id, part.id(index), Field::Level), None | Some(Value::Gone))
        };
        let mut suggestions = Vec::new();
        for part in &assessed.parts {
            let leaves = part.leaves().filter(|index| open(part, *index));
            suggestions.extend(leaves.filter_map(|index| self.suggestion(assessed, part, index)));
        }
        suggestions
    }

    fn suggestion(&self, assessed: &Assessed<'_>, part: &Part<'_>, index: usize) -> Option<Suggestion> {
        let others = assessed.parts.iter().filter(|other| other.place != part.place);
        let offers = others.flat_map(|other| {
            let pairs = self.pairs_to(Side::whole(other.place), part.place, index);
            pairs.into_iter().filter_map(|pair| self.offer(assessed.document, other, part, &pair))
        });
        // The first of equals stays.
        offers.min_by_key(|offer| (std::cmp::Reverse((offer.band, offer.path.strength)), offer.level))
    }

    /// What one pair suggests, if its first requirement has an answer of its own.
    fn offer(&self, document: &Document, other: &Part<'_>, part: &Part<'_>, pair: &Pair) -> Option<Suggestion> {
        let level = other.level(pair.from)?;
        if Acceptance::read(document, other.framework.id, other.id(pair.from)).is_some() {
            return None;
        }
        let all = carried(level, other.framework.scale.max(), part.framework.scale.max());
        let claim = match pair.band {
            Band::Full => Some(all),
            _ => part.answers.target_of(pair.to).checked_sub(1).map(|below| all.min(below)),
        };
        Some(Suggestion {
            framework: part.place,
            requirement: pair.to,
            level: claim?,
            band: pair.band,
            source: Origin { framework: other.place, requirement: pair.from, level },
            path: pair.paths[0],
            rejected: document.number(part.framework.id, part.id(pair.to), Field::Rejected).is_some(),
        })
    }

    /// The accepted answers whose source says something else now, or nothing, by framework and in document order.
    #[must_use]
    pub fn doubts(&self, assessed: &Assessed<'_>) -> Vec<Doubt> {
        let doubt = |part: &Part<'_>, index: usize| {
            let from = Acceptance::read(assessed.document, part.framework.id, part.id(index))?;
            if from.stands(assessed.document) {
                return None;
            }
            let again = assessed.part(&from.framework).and_then(|other| {
                let source = other.framework.position(&from.requirement)?;
                let pairs = self.pairs_to(Side::whole(other.place), part.place, index);
                let pair = pairs.into_iter().find(|pair| pair.from == source)?;
                self.offer(assessed.document, other, part, &pair)
            });
            let now = Acceptance::of(assessed.document, &from.framework, &from.requirement, 0).map(|now| now.level);
            Some(Doubt { framework: part.place, requirement: index, from, now, again })
        };
        let leaves = assessed.parts.iter().flat_map(|part| part.leaves().map(move |index| (part, index)));
        leaves.filter_map(|(part, index)| doubt(part, index)).collect()
    }

    /// The deed that takes suggestions over: one, those of a section, or all in full, as the caller picks them. Each becomes
    /// the answer and remembers its source.
    #[must_use]
    pub fn accept<'s>(&self, document: &Document, picked: impl IntoIterator<Item = &'s Suggestion>) -> Action {
        let accept = |suggestion: &Suggestion| {
            let (source, to) = (suggestion.source, self.framework(suggestion.framework));
            let from = self.framework(source.framework);
            Some(Action::Accept {
                framework: to.id.to_owned(),
                requirement: to.requirements[suggestion.requirement].id.to_owned(),
                from: Acceptance::of(document, from.id, from.requirements[source.requirement].id, suggestion.level)?,
            })
        };
        Action::Several(picked.into_iter().filter_map(accept).collect())
    }

    /// The deed that sets a suggestion aside, or brings it back. A requirement stays set aside whatever is suggested later.
    #[must_use]
    pub fn reject(&self, suggestion: &Suggestion, rejected: bool) -> Action {
        let framework = self.framework(suggestion.framework);
        let requirement = framework.requirements[suggestion.requirement].id.to_owned();
        Action::Reject { framework: framework.id.to_owned(), requirement, rejected }
    }
}

impl Suggestion {
    /// Carries the level, and nobody has set it aside.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.band == Band::Full && !self.rejected
    }

    /// Whether its requirement is a section of its framework or stands below it.
    #[must_use]
    pub fn lies_in(&self, framework: &Framework, section: usize) -> bool {
        framework.subtree(section).contains(&self.requirement)
    }
}
