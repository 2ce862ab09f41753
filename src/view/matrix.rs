//! Every framework against every other.

use super::Bands;
use crate::catalog::{Framework, Library};
use crate::crosswalk::matrix as count;

/// What the rows and columns of the matrix are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Name,
    Family,
    /// How much of the others a framework covers, the most first.
    Covers,
}

/// The heat map: a row says what having its framework means for each column.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixView {
    /// In the chosen order, for rows and columns alike.
    pub frameworks: Vec<&'static Framework>,
    /// By row, then column.
    pub cells: Vec<Vec<Bands>>,
    /// The row and column with the largest full share among different frameworks.
    pub closest: Option<(&'static str, &'static str)>,
}

/// The whole matrix.
#[must_use]
pub fn matrix(library: &'static Library, order: Order) -> MatrixView {
    let counts = count(library);
    let bands = |from: usize, to: usize| {
        let counts = counts.of(from, to);
        let (full, partial) = (counts.full as usize, counts.partial as usize);
        Bands { full, partial, none: counts.total as usize - full - partial }
    };
    let mut places: Vec<usize> = (0..library.frameworks.len()).collect();
    let reach = |from: &usize| {
        let others = (0..library.frameworks.len()).filter(|to| to != from);
        others.map(|to| warmth(bands(*from, to))).sum::<usize>()
    };
    match order {
        Order::Name => {}
        Order::Family => places.sort_by_key(|place| library.frameworks[*place].profile.family),
        Order::Covers => places.sort_by_key(|place| std::cmp::Reverse(reach(place))),
    }
    let apart = places.iter().flat_map(|from| places.iter().map(move |to| (*from, *to))).filter(|(from, to)| from != to);
    let closest = apart.max_by_key(|(from, to)| bands(*from, *to).full * 1000 / bands(*from, *to).total().max(1));
    let short = |place: usize| library.frameworks[place].profile.running;
    MatrixView {
        frameworks: places.iter().map(|place| &library.frameworks[*place]).collect(),
        cells: places.iter().map(|from| places.iter().map(|to| bands(*from, *to)).collect()).collect(),
        closest: closest.map(|(from, to)| (short(from), short(to))),
    }
}

/// How warm a cell is, in thousandths: all of what is covered in full and half of what is covered in part.
#[must_use]
pub fn warmth(bands: Bands) -> usize {
    (2 * bands.full + bands.partial) * 500 / bands.total().max(1)
}
