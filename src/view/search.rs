//! Looking for anything in the library: frameworks, requirements and controls, by id or by words, with a slip or two.

use std::collections::BTreeMap;

use crate::catalog::Library;

/// Where a hit leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A framework's place in the library.
    Framework(usize),
    /// A framework's place, and a requirement's place in it.
    Requirement(usize, usize),
    /// A control's place in the library.
    Control(usize),
}

/// Every word of the library with the entries it stands in. Made once, on the first search.
#[derive(Debug)]
pub struct SearchIndex {
    entries: Vec<Entry>,
    /// Lower-case words in order, each with the entries that hold it, in order.
    words: Vec<(String, Vec<u32>)>,
}

#[derive(Debug)]
struct Entry {
    hit: Hit,
    /// The id in lower case without blanks: `art.5(1)(a)`.
    id: String,
    /// How much an entry of its kind counts beside others: frameworks most, groups more than single requirements.
    rank: u32,
}

/// At most so many hits are found.
pub const MOST: usize = 40;

impl SearchIndex {
    #[must_use]
    pub fn new(library: &Library) -> Self {
        let mut index = Builder::default();
        for (place, framework) in library.frameworks.iter().enumerate() {
            let profile = &framework.profile;
            let words = [profile.short, profile.name, profile.issuer, profile.tagline].join(" ");
            index.add(Hit::Framework(place), framework.id, &words, 3);
            for (requirement, known) in framework.requirements.iter().enumerate() {
                let rank = if known.withdrawn.is_some() { 0 } else { 1 };
                index.add(Hit::Requirement(place, requirement), known.id, known.title, rank);
            }
        }
        for (place, control) in library.controls.iter().enumerate() {
            index.add(Hit::Control(place), control.id, control.name, 2);
        }
        Self { entries: index.entries, words: index.words.into_iter().collect() }
    }

    /// What is sought, the best first; nothing for nothing.
    ///
    /// Every word has to be found in an entry: exactly, as the beginning of a word, or with one slip (two in words of eight
    /// letters and more). What looks like an id finds entries whose id begins with it.
    #[must_use]
    pub fn find(&self, sought: &str) -> Vec<Hit> {
        let sought = sought.to_ascii_lowercase();
        let mut scores = vec![0_u32; self.entries.len()];
        let by_id: String = sought.split_whitespace().collect();
        if by_id.is_empty() {
            return Vec::new();
        }
        for (place, word) in split(&sought).enumerate() {
            for (score, found) in scores.iter_mut().zip(self.word(word)) {
                let holds_all = found > 0 && (place == 0 || *score > 0);
                *score = if holds_all { *score + found } else { 0 };
            }
        }
        for (score, entry) in scores.iter_mut().zip(&self.entries) {
            if entry.id == by_id {
                *score += 1000;
            } else if entry.id.starts_with(&by_id) {
                *score += 400;
            }
        }
        let mut found: Vec<(u32, u32)> = (0..)
            .zip(&scores)
            .filter(|(_, score)| **score > 0)
            .map(|(place, score)| (*score + self.entries[place as usize].rank * 3, place))
            .collect();
        found.sort_by_key(|(score, place)| (std::cmp::Reverse(*score), *place));
        found.truncate(MOST);
        found.into_iter().map(|(_, place)| self.entries[place as usize].hit).collect()
    }

    /// How well each entry holds a word, from 0.
    fn word(&self, sought: &str) -> Vec<u32> {
        let mut found = vec![0; self.entries.len()];
        for (word, entries) in &self.words {
            let score = closeness(word, sought);
            if score > 0 {
                entries.iter().for_each(|entry| found[*entry as usize] = score.max(found[*entry as usize]));
            }
        }
        found
    }
}

#[derive(Default)]
struct Builder {
    entries: Vec<Entry>,
    words: BTreeMap<String, Vec<u32>>,
}

impl Builder {
    fn add(&mut self, hit: Hit, id: &str, text: &str, rank: u32) {
        let place = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        for word in split(&text.to_ascii_lowercase()).chain(split(&id.to_ascii_lowercase())) {
            let entries = self.words.entry(word.to_owned()).or_default();
            if entries.last() != Some(&place) {
                entries.push(place);
            }
        }
        self.entries.push(Entry { hit, id: id.to_ascii_lowercase().split_whitespace().collect(), rank });
    }
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// 12 for the same word, 8 for its beginning, 4 for one slip, 2 for two; 0 otherwise.
fn closeness(word: &str, sought: &str) -> u32 {
    if word == sought {
        return 12;
    }
    if sought.len() > 1 && word.starts_with(sought) {
        return 8;
    }
    let allowed = match sought.len() {
        0..4 => return 0,
        4..8 => 1,
        _ => 2,
    };
    match slips(word.as_bytes(), sought.as_bytes(), allowed) {
        Some(1) => 4,
        Some(2) => 2,
        _ => 0,
    }
}

/// How many letters have to be put in, left out, replaced or swapped with their neighbour, up to `most`.
///
/// The optimal string alignment distance, over three rows of its table.
fn slips(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, other) in b.iter().enumerate() {
            let mut best = (last[j] + usize::from(letter != other)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *letter == b[j - 1] && a[i - 1] == *other {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        if row.iter().all(|count| *count > most) {
            return None;
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|count| *count <= most)
}

#[cfg(test)]
mod tests {
    use super::slips;

    #[test]
    fn slips_are_counted() {
        let count = |a: &str, b: &str| slips(a.as_bytes(), b.as_bytes(), 2);
        assert_eq!(count("access", "access"), Some(0));
        assert_eq!(count("access", "acces"), Some(1));
        assert_eq!(count("access", "accses"), Some(1));
        assert_eq!(count("incident", "insident"), Some(1));
        assert_eq!(count("incident", "insidnet"), Some(2));
        assert_eq!(count("incident", "accident"), Some(2));
        assert_eq!(count("incident", "evidence"), None);
    }
}
