//! What lost: values that another writer's edit replaced, kept so that a text can be got back.

use std::collections::BTreeMap;

use super::{Cell, Field};

/// How many values that lost are kept of one field.
pub(crate) const KEPT: usize = 4;

/// Of every field that holds prose, the last value of each writer but the one who won, greatest stamp first.
///
/// Architecture invariant: the value that won and these are the `KEPT + 1` greatest among the last values of all writers,
/// in whatever order they came in; so joining documents stays a join.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Earlier(BTreeMap<(String, String, Field), Vec<Cell>>);

impl Earlier {
    /// Keeps a value that lost to one of `winner`, whose own earlier values are no longer of interest.
    pub(super) fn keep(&mut self, framework: &str, requirement: &str, field: Field, lost: Cell, winner: &str) {
        let place = (framework.to_owned(), requirement.to_owned(), field);
        if !is_prose(field) || (lost.stamp.writer == winner && !self.0.contains_key(&place)) {
            return;
        }
        let kept = self.0.entry(place.clone()).or_default();
        kept.push(lost);
        kept.sort_by(|one, other| (&other.stamp, &other.value).cmp(&(&one.stamp, &one.value)));
        let mut writers = vec![winner.to_owned()];
        kept.retain(|cell| {
            let first = !writers.contains(&cell.stamp.writer);
            writers.push(cell.stamp.writer.clone());
            first
        });
        kept.truncate(KEPT);
        if kept.is_empty() {
            self.0.remove(&place);
        }
    }

    /// What lost in one field, the latest first. Empty for fields that hold no prose.
    #[must_use]
    pub fn of(&self, framework: &str, requirement: &str, field: Field) -> &[Cell] {
        self.0.get(&(framework.to_owned(), requirement.to_owned(), field)).map_or(&[], Vec::as_slice)
    }

    /// Everything that lost, in the order of the document.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, Field, &Cell)> {
        self.0.iter().flat_map(|((framework, requirement, field), cells)| {
            cells.iter().map(move |cell| (framework.as_str(), requirement.as_str(), *field, cell))
        })
    }
}

/// Whether a field holds something a person wrote, rather than chose.
fn is_prose(field: Field) -> bool {
    use Field::{Basis, Evidence, Justification, Name, Note, Owner, Question, Reason, Resources, Title, Why};
    matches!(field, Basis | Evidence | Justification | Name | Note | Owner | Question | Reason | Resources | Title | Why)
}
