//! What has become of a save.

use super::Place;
use crate::Error;

/// What a person is told about their answers. Closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// On disk: IndexedDB has completed the transaction.
    Saved,
    /// In `localStorage` alone, which the browser flushes to disk when it sees fit.
    SavedHere,
    /// Only on the screen, for this reason.
    NotSaved(Error),
}

/// What each place made of a save. A place that has it may still have to complete it: see [`Receipt::completed`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    results: Vec<(Place, Result<(), Error>)>,
}

impl Receipt {
    pub(super) fn new(results: Vec<(Place, Result<(), Error>)>) -> Self {
        Self { results }
    }

    /// Nothing was attempted.
    pub(super) fn refused(error: Error) -> Self {
        Self { results: vec![(Place::Page, Err(error))] }
    }

    /// What the database made of it in the end.
    #[must_use]
    pub fn completed(mut self, outcome: &Result<(), Error>) -> Self {
        for (place, result) in &mut self.results {
            if *place == Place::Database && result.is_ok() {
                result.clone_from(outcome);
            }
        }
        self
    }

    /// What to tell, once completed.
    #[must_use]
    pub fn state(&self) -> SaveState {
        let took = |place| self.results.contains(&(place, Ok(())));
        match self.results.iter().find_map(|(_, result)| result.clone().err()) {
            _ if took(Place::Database) => SaveState::Saved,
            _ if took(Place::Browser) => SaveState::SavedHere,
            Some(error) => SaveState::NotSaved(error),
            None => SaveState::NotSaved(Error::denied("this browser does not let the page store anything")),
        }
    }

    /// The places that did not take it: worth a word even when another did.
    pub fn troubles(&self) -> impl Iterator<Item = (Place, &Error)> {
        self.results.iter().filter_map(|(place, result)| Some((*place, result.as_ref().err()?)))
    }

    /// # Errors
    /// When no place took it.
    pub(super) fn into_result(self) -> Result<(), Error> {
        let mut results = self.results.into_iter().map(|(_, result)| result);
        let first = results.next().unwrap_or(Ok(()));
        if first.is_ok() || results.any(|result| result.is_ok()) { Ok(()) } else { first }
    }
}
