//! Which controls a requirement might map to, by the words they share: a start for a person, never an answer.
//!
//! Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, section 3) with
//! k1 = 1.2 and b = 0.75, in integers, so that every machine gives the same order.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// A control that might carry a requirement's meaning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    pub control: String,
    /// The BM25 score in thousandths. Scores of one requirement compare; those of two do not.
    pub score: u64,
}

/// For every requirement text the `most` controls that fit best, best first; the order given decides where scores tie.
/// A control that shares no telling word is never suggested.
#[must_use]
pub fn suggest(controls: &[(&str, &str)], requirements: &[&str], most: usize) -> Vec<Vec<Suggestion>> {
    let index = Index::new(controls);
    requirements.iter().map(|text| index.best(controls, text, most)).collect()
}

struct Index {
    /// Word → (control, times it stands there).
    places: BTreeMap<String, Vec<(usize, u64)>>,
    lengths: Vec<u64>,
    total: u64,
}

impl Index {
    fn new(controls: &[(&str, &str)]) -> Self {
        let mut places: BTreeMap<String, Vec<(usize, u64)>> = BTreeMap::new();
        let mut lengths = Vec::with_capacity(controls.len());
        for (control, (_, text)) in controls.iter().enumerate() {
            let words = words(text);
            lengths.push(words.len() as u64);
            for word in words {
                let list = places.entry(word).or_default();
                match list.last_mut().filter(|(last, _)| *last == control) {
                    Some((_, times)) => *times += 1,
                    None => list.push((control, 1)),
                }
            }
        }
        let total = lengths.iter().sum();
        Self { places, lengths, total }
    }

    fn best(&self, controls: &[(&str, &str)], text: &str, most: usize) -> Vec<Suggestion> {
        let count = self.lengths.len() as u64;
        let mut scores: BTreeMap<usize, u64> = BTreeMap::new();
        for word in words(text).into_iter().collect::<BTreeSet<_>>() {
            let Some(list) = self.places.get(&word) else { continue };
            let rarity = rarity(count, list.len() as u64);
            for (control, times) in list {
                // tf · (k1 + 1) / (tf + k1 · (1 − b + b · length / mean)), all of it times 1000.
                let relative = self.lengths[*control] * count * 1000 / self.total.max(1);
                let saturation = 1200 * (250 + 750 * relative / 1000) / 1000;
                *scores.entry(*control).or_default() += rarity * (times * 2200) / (times * 1000 + saturation);
            }
        }
        let mut ranked: Vec<(usize, u64)> = scores.into_iter().filter(|(_, score)| *score > 0).collect();
        ranked.sort_by_key(|(control, score)| (std::cmp::Reverse(*score), *control));
        let suggestion = |(control, score): (usize, u64)| Suggestion { control: controls[control].0.to_owned(), score };
        ranked.into_iter().take(most).map(suggestion).collect()
    }
}

/// ln(1 + (n − df + 0.5) / (df + 0.5)) in thousandths.
fn rarity(count: u64, holding: u64) -> u64 {
    // The quotient in units of 1/65536 before the logarithm: 2n + 2 over 2df + 1.
    let quotient = ((2 * count + 2) << 16) / (2 * holding + 1);
    natural_logarithm(quotient.max(1 << 16))
}

/// The natural logarithm of a number of at least 1, given in units of 1/65536, in thousandths.
///
/// The whole part of the binary logarithm is a shift; sixteen binary places come from squaring; ln 2 is 0.693147.
fn natural_logarithm(number: u64) -> u64 {
    let whole = 63 - u64::from(number.leading_zeros()) - 16;
    let mut mantissa = number >> whole;
    let mut binary = whole << 16;
    for place in (0..16).rev() {
        mantissa = (mantissa * mantissa) >> 16;
        if mantissa >= 2 << 16 {
            mantissa >>= 1;
            binary |= 1 << place;
        }
    }
    (binary * 693_147 / 1000) >> 16
}

/// The telling words of a text, in small letters and without endings that only number or tense change.
fn words(text: &str) -> Vec<String> {
    const COMMON: [&str; 46] = [
        "a", "all", "an", "and", "any", "are", "as", "at", "be", "been", "by", "can", "do", "does", "each", "for", "from",
        "has", "have", "how", "if", "in", "into", "is", "it", "its", "may", "must", "not", "of", "on", "or", "other", "our",
        "shall", "should", "such", "that", "the", "their", "them", "these", "this", "to", "which", "with",
    ];
    text.split(|letter: char| !letter.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|word| word.chars().count() > 1 && COMMON.binary_search(&word.as_str()).is_err())
        .map(|word| stem(&word))
        .collect()
}

/// Takes off one ending of an English word where at least four letters stay.
fn stem(word: &str) -> String {
    const ENDINGS: [(&str, &str); 9] = [
        ("ations", "at"),
        ("ation", "at"),
        ("ements", ""),
        ("ement", ""),
        ("ies", "y"),
        ("ing", ""),
        ("ed", ""),
        ("es", ""),
        ("s", ""),
    ];
    let found = ENDINGS.iter().find_map(|(ending, instead)| {
        let rest = word.strip_suffix(ending)?;
        (rest.len() >= 4).then(|| format!("{rest}{instead}"))
    });
    let stem = found.unwrap_or_else(|| word.to_owned());
    match stem.strip_suffix('e') {
        Some(rest) if rest.len() >= 4 => rest.to_owned(),
        _ => stem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTROLS: [(&str, &str); 4] = [
        ("LAM-01", "Lamps are lit every night and the lighting is logged"),
        ("ACC-01", "User accounts are reviewed and access rights are removed"),
        ("BAC-01", "Backups are taken and their restoration is tested"),
        ("POL-01", "Policies are approved and reviewed"),
    ];

    #[test]
    fn the_control_that_shares_the_telling_words_comes_first() {
        let found = suggest(&CONTROLS, &["Access rights of a user account are reviewed", "Backup and restore", "Zebras"], 3);
        let ids = |list: &[Suggestion]| list.iter().map(|suggestion| suggestion.control.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&found[0]), ["ACC-01", "POL-01"]);
        assert_eq!(ids(&found[1]), ["BAC-01"]);
        assert!(found[2].is_empty());
    }

    #[test]
    fn the_logarithm_is_right_to_a_thousandth() {
        for number in [1_u64, 2, 3, 7, 100, 65_535, 1_000_000] {
            let exact = (number as f64).ln() * 1000.0;
            let found = natural_logarithm(number << 16) as f64;
            assert!((found - exact).abs() <= 1.5, "{number}: {found} is not {exact}");
        }
    }

    #[test]
    fn the_common_words_are_in_order() {
        assert!(words("all the which with a lamp").eq(&["lamp"]));
    }
}
