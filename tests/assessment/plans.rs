//! Gaps ranked, controls proposed, and what a roadmap would bring.

use std::collections::BTreeSet;

use plumbline::assessment::{Action, Assessed, Document, Field, tasks};
use plumbline::catalog::Library;
use plumbline::plan::{Work, cover, next_best, ranked, what_if};
use proptest::prelude::*;

use crate::fixture::{act, assessment, library};

#[test]
fn gaps_are_ranked_by_size_weight_and_reach() {
    let library = library(&["a1: equal c1 9\na2: equal c2 9\n", "b1: equal c2 9\nb2: equal c2 9\n"]);
    let document = assessment(&library, &["f0 a1 0", "f0 a2 2", "f1 b1 2", "f1 b2 4"]);
    let assessed = Assessed::read(&library, &document);
    let said: Vec<_> = ranked(&library, &assessed).iter().map(|gap| (gap.id.clone(), gap.others, gap.worth())).collect();
    assert_eq!(said, [("a1".to_owned(), 0, 3), ("a2".to_owned(), 1, 2), ("b1".to_owned(), 1, 2)]);
}

#[test]
fn the_cheapest_readiness_comes_first_and_is_recomputed() {
    // c8 takes days, c1 weeks, c9 months.
    let library = library(&["a1: equal c9 9\na2: equal c9 9\na3: intersects c8 5, intersects c1 5\na4: equal c1 5\n"]);
    let document = assessment(&library, &["f0 a1 0", "f0 a2 0", "f0 a3 0", "f0 a4 0"]);
    let work = Work::new(&library, &Assessed::read(&library, &document));
    let controls = |planned: &[usize]| {
        let best = next_best(&library, &work, &planned.iter().copied().collect());
        best.iter().map(|one| (one.control, one.credit, one.closes.len(), one.moves.len())).collect::<Vec<_>>()
    };
    assert_eq!(controls(&[]), [(1, 90, 1, 1), (8, 30, 0, 1), (9, 120, 2, 0)]);
    assert_eq!(controls(&[8]), [(1, 90, 2, 0), (9, 120, 2, 0)]);
    assert_eq!(controls(&[1, 8]), [(9, 120, 2, 0)]);
    assert_eq!(controls(&[1, 8, 9]), []);
}

#[test]
fn the_cover_closes_all_it_can_and_says_what_it_cannot() {
    let library = library(&["a1: equal c1 9, intersects c2 5\na2: intersects c2 5, intersects c3 5\na3:\na4: equal c1 9\n"]);
    let document = assessment(&library, &["f0 a1 0", "f0 a2 0", "f0 a3 0"]);
    let work = Work::new(&library, &Assessed::read(&library, &document));
    let cover = cover(&library, &work, &BTreeSet::new());
    let curve: Vec<_> = cover.steps.iter().map(|step| (step.control, step.effort, step.closed)).collect();
    assert_eq!(curve, [(1, 3, 1), (2, 6, 1), (3, 9, 2)]);
    assert_eq!((cover.gaps, work.closable(), cover.beyond.len()), (3, 2, 1));
}

fn task(document: &mut Document, id: &str, fields: &[(Field, &str)]) {
    for (field, text) in fields {
        act(document, Action::Task { id: id.to_owned(), field: *field, text: (*text).to_owned() });
    }
}

#[test]
fn what_if_shows_each_phase_in_turn() {
    let library = library(&["a1: equal c1 9\na2: equal c2 9\na3: equal c3 9\na4: equal c4 9\n"]);
    let mut document = assessment(&library, &["f0 a1 0", "f0 a2 1", "f0 a3 5"]);
    let planned = |control, phase, status| {
        [(Field::Title, "Do"), (Field::Control, control), (Field::Phase, phase), (Field::Status, status)]
    };
    task(&mut document, "t1", &planned("c1", "now", "open"));
    task(&mut document, "t2", &planned("c2", "later", "doing"));
    task(&mut document, "t3", &planned("c4", "now", "open"));
    task(&mut document, "t4", &planned("c2", "now", "dropped"));
    let forecast = what_if(&library, &Assessed::read(&library, &document), &tasks(&document));
    let said: Vec<_> =
        forecast.iter().map(|one| (one.closed, one.scores[0].tally.at_target, one.scores[0].tally.answered)).collect();
    assert_eq!(said, [(0, 1, 3), (1, 2, 3), (1, 2, 3), (2, 3, 3)]);
}

fn frameworks() -> impl Strategy<Value = (Library, Document)> {
    let edge = (prop::sample::select(vec!["equal", "subset", "superset", "intersects"]), 0..10_u8)
        .prop_map(|(relation, control)| format!("{relation} c{control} 7"));
    let row = prop::collection::vec(edge, 0..5);
    (prop::collection::vec(row, 1..14), prop::collection::vec(0..5_u8, 14)).prop_map(|(rows, levels)| {
        let text: String = rows
            .into_iter()
            .enumerate()
            .map(|(number, mut edges)| {
                edges.sort_by_key(|edge| edge.split(' ').nth(1).map(str::to_owned));
                edges.dedup_by_key(|edge| edge.split(' ').nth(1).map(str::to_owned));
                format!("a{number}: {}\n", edges.join(", "))
            })
            .collect();
        let library = library(&[&text]);
        let count = library.frameworks[0].requirements.len();
        let answers: Vec<String> = (0..count).map(|number| format!("f0 a{number} {}", levels[number])).collect();
        let document = assessment(&library, &answers.iter().map(String::as_str).collect::<Vec<_>>());
        (library, document)
    })
}

proptest! {
    #[test]
    fn nothing_in_a_cover_can_be_left_out((library, document) in frameworks()) {
        let work = Work::new(&library, &Assessed::read(&library, &document));
        let cover = cover(&library, &work, &BTreeSet::new());
        let all: BTreeSet<usize> = cover.steps.iter().map(|step| step.control).collect();
        prop_assert_eq!(work.closed_by(&all).count(), work.closable());
        prop_assert_eq!(work.closable() + cover.beyond.len(), cover.gaps);
        for left_out in &all {
            let rest: BTreeSet<usize> = all.iter().copied().filter(|control| control != left_out).collect();
            prop_assert!(work.closed_by(&rest).count() < work.closable());
        }
        prop_assert!(cover.steps.windows(2).all(|two| two[0].closed <= two[1].closed && two[0].effort < two[1].effort));
    }

    #[test]
    fn credit_adds_up_to_the_whole((library, document) in frameworks(), order in Just((0..10_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let work = Work::new(&library, &Assessed::read(&library, &document));
        let (mut planned, mut credit) = (BTreeSet::new(), 0);
        for control in order {
            credit += next_best(&library, &work, &planned).iter().find(|one| one.control == control).map_or(0, |one| one.credit);
            planned.insert(control);
        }
        prop_assert_eq!(credit as usize, work.closable() * plumbline::plan::WHOLE as usize);
    }
}
