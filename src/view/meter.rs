//! A score as the range bar and the labels beside it show it.

use crate::score::{Ratio, Score};

/// A maturity score on a scale, in tenths of a level and in thousandths of the bar's length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meter {
    /// The highest level of the scale.
    pub max: u8,
    /// Tenths of a level; absent until something is answered.
    pub tenths: Option<u64>,
    /// Where the mark stands, in thousandths of the bar.
    pub mark: Option<u64>,
    /// The range in tenths of a level; absent when nothing applies.
    pub range_tenths: Option<(u64, u64)>,
    /// The range in thousandths of the bar.
    pub range: Option<(u64, u64)>,
    pub answered: u32,
    pub applicable: u32,
    pub excluded: u32,
    pub at_target: u32,
    /// Per cent; absent when nothing applies.
    pub coverage: Option<u64>,
    /// Per cent; absent when nothing applies.
    pub readiness: Option<u64>,
}

impl Meter {
    #[must_use]
    pub fn new(score: &Score, max: u8) -> Self {
        let tenths = |ratio: Ratio| ratio.of(u64::from(max) * 10);
        let both = |(low, high): (Ratio, Ratio), of: &dyn Fn(Ratio) -> u64| (of(low), of(high));
        Self {
            max,
            tenths: score.value.map(tenths),
            mark: score.value.map(|value| value.of(1000)),
            range_tenths: score.range.map(|range| both(range, &tenths)),
            range: score.range.map(|range| both(range, &|ratio| ratio.of(1000))),
            answered: score.tally.answered,
            applicable: score.tally.applicable,
            excluded: score.tally.excluded,
            at_target: score.tally.at_target,
            coverage: score.coverage().map(Ratio::percent),
            readiness: score.readiness().map(Ratio::percent),
        }
    }

    /// A figure stands for the whole only when at least half of it is known; below that the range does.
    #[must_use]
    pub fn is_guarded(&self) -> bool {
        self.answered * 2 < self.applicable
    }
}
