//! The derivation, case by case.

mod fixture;
mod properties;

use fixture::{covers, declare, directed, library, pairs};

use super::{Band, Crosswalk, Flow, SectionCover, Side};
use crate::catalog::DirectRelation;

#[test]
fn a_control_between_two_requirements_makes_full() {
    assert_eq!(pairs(&library(&["a1: superset c1 8", "b1: subset c1 9"])), "a1 b1 full 8 via c1\n");
    assert_eq!(pairs(&library(&["a1: equal c1 9", "b1: equal c1 9"])), "a1 b1 full 9 via c1\n");
}

#[test]
fn directions_differ() {
    let library = library(&["a1: equal c1 9", "b1: superset c1 8"]);
    assert_eq!(directed(&library, 0, 1), "a1 b1 partial 8 via c1\n");
    assert_eq!(directed(&library, 1, 0), "b1 a1 full 8 via c1\n");
}

#[test]
fn the_weakest_hop_is_the_strength() {
    assert_eq!(pairs(&library(&["a1: equal c1 10", "b1: subset c1 4"])), "a1 b1 full 4 via c1\n");
}

#[test]
fn the_best_path_gives_band_and_strength() {
    let library = library(&["a1: superset c1 9, superset c2 6", "b1: superset c1 9, subset c2 7"]);
    assert_eq!(pairs(&library), "a1 b1 full 6 via c2 c1\n");
}

#[test]
fn what_both_contain_makes_partial() {
    assert_eq!(pairs(&library(&["a1: superset c1 6", "b1: superset c1 6"])), "a1 b1 partial 6 via c1\n");
}

#[test]
fn nothing_shared_makes_nothing() {
    let library = library(&["a1: equal c1 9", "b1: equal c2 9"]);
    assert_eq!(pairs(&library), "");
    assert_eq!(covers(&library), "b1 none 0\n");
}

#[test]
fn a_shared_broad_control_alone_makes_no_pair() {
    let touching = |name: &str| (0..8).map(|number| format!("{name}{number}: intersects c1 8\n")).collect::<String>();
    assert_eq!(pairs(&library(&[&touching("a"), &touching("b")])), "");
}

#[test]
fn two_parts_of_a_broad_control_make_no_pair() {
    let parts = |name: &str| (0..16).map(|number| format!("{name}{number}: subset c1 8\n")).collect::<String>();
    assert_eq!(pairs(&library(&[&parts("a"), &parts("b")])), "");
}

#[test]
fn a_shared_narrow_control_makes_a_pair() {
    assert_eq!(pairs(&library(&["a1: intersects c1 8", "b1: intersects c1 8"])), "a1 b1 partial 8 via c1\n");
}

#[test]
fn a_weak_touch_makes_no_pair() {
    assert_eq!(pairs(&library(&["a1: intersects c1 5", "b1: intersects c1 6"])), "");
}

#[test]
fn two_shared_controls_make_a_pair_where_one_would_not() {
    let library =
        library(&["a1: intersects c1 6, intersects c2 6", "b1: intersects c1 6, intersects c2 5\nb2: intersects c1 6"]);
    assert_eq!(pairs(&library), "a1 b1 partial 6 via c1 c2\n");
}

#[test]
fn the_nearest_requirement_is_not_crowded_out_by_the_far() {
    let crowd = |name: &str| (0..8).map(|number| format!("{name}{number}: intersects c1 4\n")).collect::<String>();
    let library =
        library(&[&format!("a1: intersects c1 9\n{}", crowd("x")), &format!("b1: intersects c1 9\n{}", crowd("y"))]);
    assert_eq!(pairs(&library), "a1 b1 partial 9 via c1\n");
}

#[test]
fn an_enhancement_leaves_the_pair_to_what_it_enhances() {
    let text = "a1: equal c1 9\na1(1): subset c1 8\na1(2): intersects c1 10";
    let library = library(&[text, "b1: equal c1 9"]);
    assert_eq!(pairs(&library), "a1 b1 full 9 via c1\n");
    assert_eq!(directed(&library, 1, 0), "b1 a1 full 9 via c1\n");
}

#[test]
fn an_enhancement_makes_a_pair_of_its_own() {
    let beyond = library(&["a1: equal c1 9\na1(1): equal c2 8", "b1: equal c2 9"]);
    assert_eq!(pairs(&beyond), "a1(1) b1 full 8 via c2\n");
    let nearer = library(&["a1: intersects c1 6\na1(1): equal c1 9", "b1: equal c1 9"]);
    assert_eq!(pairs(&nearer), "a1(1) b1 full 9 via c1\na1 b1 partial 6 via c1\n");
}

#[test]
fn a_faint_enhancement_makes_no_pair() {
    assert_eq!(pairs(&library(&["a1: equal c1 9\na1(1): equal c2 7", "b1: equal c2 9"])), "");
}

#[test]
fn an_echo_does_not_complete() {
    let text = "a1: superset c1 9\na2: superset c2 9";
    let library = library(&[text, "b1: subset c1 9\nb1(1) complete: superset c1 9, superset c2 9"]);
    assert_eq!(covers(&library), "b1 full 9\nb1(1) partial 9\n");
}

#[test]
fn complete_makes_full() {
    let a = "a1: equal c1 9\na2: superset c2 8";
    let b = "superset c1 9, superset c2 6";
    assert_eq!(covers(&library(&[a, &format!("b1 complete: {b}")])), "b1 full 6 together\n");
    assert_eq!(covers(&library(&[a, &format!("b1: {b}")])), "b1 partial 9\n");
}

#[test]
fn complete_with_a_part_uncovered_is_partial() {
    let library = library(&["a1: equal c1 9\na2: subset c2 8", "b1 complete: superset c1 9, superset c2 6"]);
    assert_eq!(covers(&library), "b1 partial 9\n");
}

#[test]
fn complete_is_not_needed_where_one_requirement_does_it_all() {
    let library = library(&["a1: superset c1 7", "b1 complete: equal c1 9, intersects c2 6"]);
    assert_eq!(covers(&library), "b1 full 7\n");
}

#[test]
fn direct_beats_inferred() {
    let mut library = library(&["a1: equal c1 9", "b1: equal c1 9"]);
    declare(&mut library, "a1", "b1", DirectRelation::Intersects, 5);
    assert_eq!(pairs(&library), "a1 b1 partial 5 via direct\n");
}

#[test]
fn direct_joins_what_shares_nothing() {
    let mut library = library(&["a1: equal c1 9", "b1: equal c2 9"]);
    declare(&mut library, "a1", "b1", DirectRelation::Subset, 7);
    assert_eq!(directed(&library, 0, 1), "a1 b1 partial 7 via direct\n");
    assert_eq!(directed(&library, 1, 0), "b1 a1 full 7 via direct\n");
}

#[test]
fn direct_can_deny() {
    let mut library = library(&["a1: equal c1 9\na2: equal c1 8", "b1: equal c1 9"]);
    declare(&mut library, "a1", "b1", DirectRelation::None, 0);
    assert_eq!(directed(&library, 0, 1), "a2 b1 full 8 via c1\n");
    assert_eq!(directed(&library, 1, 0), "b1 a2 full 8 via c1\n");
}

#[test]
fn scope_leaves_out_either_side() {
    let library = library(&["a1*: equal c1 9\na2: superset c2 8", "b1: equal c1 9\nb2*: equal c2 9"]);
    let crosswalk = Crosswalk::new(&library);
    let count = |from, to| {
        let overlap = crosswalk.overlap(from, to);
        (overlap.count(Band::Full), overlap.count(Band::None))
    };
    assert_eq!(count(Side::whole(0), Side::whole(1)), (2, 0));
    assert_eq!(count(Side::scoped(0, 1), Side::scoped(1, 1)), (2, 0));
    assert_eq!(count(Side::scoped(0, 0), Side::whole(1)), (1, 1));
    assert_eq!(count(Side::whole(0), Side::scoped(1, 0)), (1, 0));
}

#[test]
fn only_what_takes_an_answer_counts() {
    let library = library(&["-a0: equal c1 9\na1: equal c2 9", "b1: equal c1 9\n-b2: equal c2 9"]);
    assert_eq!(pairs(&library), "");
    assert_eq!(covers(&library), "b1 none 0\n");
}

#[test]
fn what_you_already_have_comes_in_three_lists() {
    let library = library(&["a1: superset c1 9", "b1: subset c1 9\nb2: superset c1 9\nb3: equal c5 9"]);
    let carried = Crosswalk::new(&library).overlap(Side::whole(0), Side::whole(1)).carried();
    assert_eq!((carried.full, carried.partly, carried.new), (vec![0], vec![1], vec![2]));
}

#[test]
fn flows_join_sections() {
    let library = library(&["a1: superset c1 9\na2: equal c2 9", "b1: subset c1 9, superset c2 9\nb2: superset c1 9"]);
    let flows = Crosswalk::new(&library)
        .overlap(Side::whole(0), Side::whole(1))
        .flows(&library.frameworks[0], &library.frameworks[1]);
    let flow = |from, to, full, partial| Flow { from, to, full, partial };
    assert_eq!(flows, [flow(0, 0, 1, 0), flow(0, 1, 0, 1), flow(1, 0, 0, 1)]);
}

#[test]
fn sections_count_their_bands() {
    let library = library(&["a1: superset c1 9", "b1: subset c1 9\n-b2:\nb3: equal c5 9"]);
    let overlap = Crosswalk::new(&library).overlap(Side::whole(0), Side::whole(1));
    let counted = |section, full, none| SectionCover { section, full, partial: 0, none };
    assert_eq!(overlap.by_section(&library.frameworks[1]), [counted(0, 1, 0), counted(2, 0, 1)]);
}

#[test]
fn an_answer_reaches_every_other_framework() {
    let library = library(&["a1: superset c1 9", "b1: subset c1 8", "x1: superset c1 7\nx2: equal c1 9"]);
    let related = Crosswalk::new(&library).related(0, 0);
    let said: Vec<_> =
        related.iter().map(|other| (other.framework, other.pair.to, other.pair.band, other.pair.strength)).collect();
    assert_eq!(said, [(1, 0, Band::Full, 8), (2, 1, Band::Full, 9), (2, 0, Band::Partial, 7)]);
}
