//! A share of something, as whole numbers.

use std::cmp::Ordering;

/// A fraction between 0 and 1.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    part: u64,
    whole: u64,
}

/// The finest parts a mean is counted in: 10¹².
const GRAIN: u64 = 1_000_000_000_000;

impl Ratio {
    /// `part` of `whole`; none when there is no whole.
    #[must_use]
    pub fn new(part: u64, whole: u64) -> Option<Self> {
        (whole > 0).then_some(Self { part: part.min(whole), whole })
    }

    /// The arithmetic mean; none of nothing.
    ///
    /// Exact where the fractions have a common denominator up to 10¹², as those of a few sections do; otherwise each is
    /// rounded to parts of 10¹² first. The order of the fractions never matters.
    #[must_use]
    pub fn mean(ratios: impl Iterator<Item = Self>) -> Option<Self> {
        let ratios: Vec<Self> = ratios.collect();
        let whole = common_denominator(&ratios).unwrap_or(GRAIN);
        let count = u64::try_from(ratios.len()).ok()?;
        Self::new(ratios.iter().map(|ratio| ratio.of(whole)).sum(), count * whole)
    }

    /// This share of `units`, rounded half up: `of(100)` is per cent, `of(50)` a maturity of 0–5 in tenths.
    #[must_use]
    pub fn of(self, units: u64) -> u64 {
        let (part, whole, units) = (u128::from(self.part), u128::from(self.whole), u128::from(units));
        u64::try_from((2 * part * units + whole) / (2 * whole)).expect("a share of a number is not above it")
    }

    /// Per cent, where 0 and 100 mean exactly that: anything between shows as 1 to 99.
    #[must_use]
    pub fn percent(self) -> u64 {
        if self.part == 0 || self.part == self.whole { self.of(100) } else { self.of(100).clamp(1, 99) }
    }
}

/// The least common denominator of the fractions in lowest terms, where it is not beyond the grain.
fn common_denominator(ratios: &[Ratio]) -> Option<u64> {
    ratios.iter().try_fold(1, |common, ratio| {
        let lowest = ratio.whole / greatest_common_divisor(ratio.part, ratio.whole);
        let next = u128::from(common / greatest_common_divisor(common, lowest)) * u128::from(lowest);
        u64::try_from(next).ok().filter(|next| *next <= GRAIN)
    })
}

fn greatest_common_divisor(left: u64, right: u64) -> u64 {
    if right == 0 { left } else { greatest_common_divisor(right, left % right) }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Ratio {}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        let product = |part: u64, whole: u64| u128::from(part) * u128::from(whole);
        product(self.part, other.whole).cmp(&product(other.part, self.whole))
    }
}
