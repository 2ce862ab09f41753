//! What was left out, gathered while reading.

use super::Skipped;

/// The list of what was skipped, with like entries counted together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log {
    skipped: Vec<Skipped>,
    notes: Vec<String>,
    further: usize,
}

/// So many different entries are told one by one; the rest are counted.
const TOLD: usize = 500;

impl Log {
    /// Notes that `what` was left out, and why.
    pub(crate) fn skip(&mut self, what: impl Into<String>, why: impl Into<String>) {
        self.skip_times(what, why, 1);
    }

    /// Notes that `what` was left out `times` times; nothing for 0.
    pub(crate) fn skip_times(&mut self, what: impl Into<String>, why: impl Into<String>, times: usize) {
        if times == 0 {
            return;
        }
        let (what, why) = (shortened(what.into()), shortened(why.into()));
        if let Some(entry) = self.skipped.iter_mut().find(|entry| entry.what == what && entry.why == why) {
            entry.times += times;
        } else if self.skipped.len() < TOLD {
            self.skipped.push(Skipped { what, why, times });
        } else {
            self.further += times;
        }
    }

    /// Notes an assumption, once.
    pub(crate) fn note(&mut self, note: impl Into<String>) {
        let note = shortened(note.into());
        if self.notes.len() < TOLD && !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    pub(crate) fn finish(mut self) -> (Vec<Skipped>, Vec<String>) {
        if self.further > 0 {
            let why = format!("only the first {TOLD} kinds are told one by one");
            self.skipped.push(Skipped { what: "further entries".into(), why, times: self.further });
        }
        (self.skipped, self.notes)
    }
}

/// Long ids and values would drown the list.
fn shortened(text: String) -> String {
    const LONGEST: usize = 200;
    if text.chars().count() <= LONGEST {
        return text;
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}
