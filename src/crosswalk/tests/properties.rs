//! What holds of every crosswalk.

use proptest::prelude::*;

use super::fixture::{declare, library};
use crate::catalog::{DirectRelation, Library};
use crate::crosswalk::{Band, Crosswalk, Side};

fn rows(name: char) -> impl Strategy<Value = String> {
    let relation = prop::sample::select(vec!["equal", "subset", "superset", "intersects", "intersects"]);
    let edge =
        (relation, 0..6_u8, 4..=10_u8).prop_map(|(relation, control, strength)| format!("{relation} c{control} {strength}"));
    let row = (prop::collection::vec(edge, 1..4), any::<bool>(), 0..6_u8);
    prop::collection::vec(row, 1..12).prop_map(move |rows| {
        let lines = rows.into_iter().enumerate().map(|(number, (mut edges, complete, kind))| {
            edges.sort_by_key(|edge| edge.split(' ').nth(1).map(str::to_owned));
            edges.dedup_by_key(|edge| edge.split(' ').nth(1).map(str::to_owned));
            let (group, scoped) = (if kind == 0 { "-" } else { "" }, if kind == 1 { "*" } else { "" });
            let complete = if complete { " complete" } else { "" };
            let number = if kind == 2 && number > 0 { format!("0({number})") } else { number.to_string() };
            format!("{group}{name}{number}{scoped}{complete}: {}\n", edges.join(", "))
        });
        lines.collect()
    })
}

fn libraries() -> impl Strategy<Value = Library> {
    let relation = prop::sample::select(vec![
        DirectRelation::Equal,
        DirectRelation::Subset,
        DirectRelation::Superset,
        DirectRelation::Intersects,
        DirectRelation::None,
    ]);
    (rows('a'), rows('b'), rows('x'), relation).prop_map(|(a, b, x, relation)| {
        let mut library = library(&[&a, &b, &x]);
        declare(&mut library, "a0", "b0", relation, 7);
        library
    })
}

proptest! {
    #[test]
    fn the_matrix_counts_what_the_overlaps_list(library in libraries(), scope in 0..=1_u64) {
        let crosswalk = Crosswalk::new(&library);
        let sides = [Side::whole(0), Side::scoped(1, scope), Side::whole(2)];
        let matrix = crosswalk.matrix(&sides);
        for (from, to) in [(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)] {
            let (overlap, counts) = (crosswalk.overlap(sides[from], sides[to]), matrix.of(from, to));
            prop_assert_eq!(overlap.count(Band::Full), counts.full as usize);
            prop_assert_eq!(overlap.count(Band::Partial), counts.partial as usize);
            prop_assert_eq!(overlap.covers.len(), counts.total as usize);
        }
    }

    #[test]
    fn a_pair_stands_in_both_directions(library in libraries()) {
        let crosswalk = Crosswalk::new(&library);
        let there = crosswalk.overlap(Side::whole(0), Side::whole(1));
        let back = crosswalk.overlap(Side::whole(1), Side::whole(0));
        prop_assert_eq!(there.pairs.len(), back.pairs.len());
        for pair in &there.pairs {
            prop_assert!(back.pairs.contains(&pair.turned()));
        }
    }

    #[test]
    fn every_pair_has_a_path_and_a_strength(library in libraries()) {
        let overlap = Crosswalk::new(&library).overlap(Side::whole(0), Side::whole(1));
        for pair in &overlap.pairs {
            prop_assert!(pair.band != Band::None && (1..=10).contains(&pair.strength));
            prop_assert_eq!(pair.paths.iter().map(|path| path.band).max(), Some(pair.band));
        }
        for cover in &overlap.covers {
            prop_assert_eq!(cover.band == Band::None, overlap.pairs_of(cover).is_empty());
        }
    }
}
