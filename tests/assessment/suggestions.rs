//! Answer once: suggestions, accepting them, and answering by a common control.

use plumbline::assessment::{Acceptance, Action, Assessed, Document, Field, History, Standing, apply};
use plumbline::catalog::Library;
use plumbline::crosswalk::{Band, Crosswalk, Extent, Suggestion, carried};

use crate::fixture::{act, answer, assessment, library};

/// Each suggestion as `f1 b1 3 from f0 a1 full`.
fn suggested(library: &Library, document: &Document) -> Vec<String> {
    suggestions(library, document).iter().map(|suggestion| line(library, suggestion)).collect()
}

fn suggestions(library: &Library, document: &Document) -> Vec<Suggestion> {
    Crosswalk::new(library).suggestions(&Assessed::read(library, document))
}

fn line(library: &Library, suggestion: &Suggestion) -> String {
    let name = |framework: usize, requirement: usize| {
        let framework = &library.frameworks[framework];
        format!("{} {}", framework.id, framework.requirements[requirement].id)
    };
    let to = name(suggestion.framework, suggestion.requirement);
    let from = name(suggestion.source.framework, suggestion.source.requirement);
    let band = if suggestion.band == Band::Full { "full" } else { "partly" };
    format!("{to} {} from {from} {band}{}", suggestion.level, if suggestion.rejected { " rejected" } else { "" })
}

fn accept_all(library: &Library, document: &mut Document) {
    let picked = suggestions(library, document);
    let action = Crosswalk::new(library).accept(document, &picked);
    act(document, action);
}

#[test]
fn full_carries_the_level() {
    let library = library(&["a1: superset c1 9\n", "b1: subset c1 9\nb2: equal c2 9\n"]);
    let document = assessment(&library, &["f0 a1 4"]);
    assert_eq!(suggested(&library, &document), ["f1 b1 4 from f0 a1 full"]);
}

#[test]
fn partly_never_claims_the_target() {
    let library = library(&["a1: equal c1 9\n", "b1: superset c1 9\n"]);
    let document = assessment(&library, &["f0 a1 5"]);
    assert_eq!(suggested(&library, &document), ["f1 b1 2 from f0 a1 partly"]);
    let mut modest = document.clone();
    act(&mut modest, Action::Target { framework: "f1".to_owned(), requirement: String::new(), level: Some(0) });
    assert_eq!(suggested(&library, &modest), Vec::<String>::new());
}

#[test]
fn the_strongest_pair_suggests_and_the_lowest_level_where_they_tie() {
    let library = library(&["a1: superset c1 9\na2: superset c1 8\na3: superset c1 9\n", "b1: subset c1 9\n"]);
    let document = assessment(&library, &["f0 a1 4", "f0 a2 1", "f0 a3 3"]);
    assert_eq!(suggested(&library, &document), ["f1 b1 3 from f0 a3 full"]);
}

#[test]
fn what_is_answered_or_waived_gets_no_suggestion() {
    let library = library(&["a1: equal c1 9\na2: equal c2 9\n", "b1: equal c1 9\nb2: equal c2 9\n"]);
    let mut document = assessment(&library, &["f0 a1 4", "f0 a2 4", "f1 b1 0"]);
    let waive =
        Action::Answer { framework: "f1".to_owned(), requirement: "b2".to_owned(), standing: Standing::NotApplicable };
    act(&mut document, waive);
    assert_eq!(suggested(&library, &document), Vec::<String>::new());
}

#[test]
fn what_does_not_apply_or_is_out_of_scope_suggests_nothing() {
    let library = library(&["a1: equal c1 9\na2*: equal c2 9\n", "b1: equal c1 9\nb2: equal c2 9\n"]);
    let mut document = assessment(&library, &["f0 a1 n/a", "f0 a2 4"]);
    act(&mut document, Action::Scope { framework: "f0".to_owned(), options: Vec::new() });
    assert_eq!(suggested(&library, &document), Vec::<String>::new());
}

#[test]
fn an_accepted_answer_is_no_source() {
    let library = library(&["a1: equal c1 9\n", "b1: equal c1 9, equal c2 9\n", "x1: equal c2 9\n"]);
    let mut document = assessment(&library, &["f0 a1 4"]);
    accept_all(&library, &mut document);
    assert_eq!(document.number("f1", "b1", Field::Level), Some(4));
    assert_eq!(suggested(&library, &document), Vec::<String>::new());
    act(&mut document, answer("f1 b1 4"));
    assert_eq!(suggested(&library, &document), ["f2 x1 4 from f1 b1 full"]);
}

#[test]
fn rejected_stays_rejected() {
    let library = library(&["a1: equal c1 9\n", "b1: equal c1 9\n"]);
    let mut document = assessment(&library, &["f0 a1 4"]);
    let reject = Crosswalk::new(&library).reject(&suggestions(&library, &document)[0], true);
    act(&mut document, reject);
    act(&mut document, answer("f0 a1 5"));
    assert_eq!(suggested(&library, &document), ["f1 b1 5 from f0 a1 full rejected"]);
    assert!(!suggestions(&library, &document)[0].is_full());
}

#[test]
fn a_changed_source_asks_for_another_look() {
    let library = library(&["a1: equal c1 9\n", "b1: equal c1 9\n"]);
    let crosswalk = Crosswalk::new(&library);
    let mut document = assessment(&library, &["f0 a1 4"]);
    let mut history = History::default();
    accept_all(&library, &mut document);
    let doubts = |document: &Document| crosswalk.doubts(&Assessed::read(&library, document));
    assert_eq!(doubts(&document), []);
    history.act(&mut document, answer("f0 a1 2"), "w1");
    let doubt = doubts(&document).remove(0);
    assert_eq!((doubt.from.level, doubt.now, doubt.again.map(|again| again.level)), (4, Some(2), Some(2)));
    assert_eq!(document.number("f1", "b1", Field::Level), Some(4));
    history.undo(&mut document, "w1");
    assert_eq!(doubts(&document), []);
    act(&mut document, answer("f0 a1 -"));
    let doubt = doubts(&document).remove(0);
    assert_eq!((doubt.now, doubt.again), (None, None));
    act(&mut document, answer("f1 b1 4"));
    assert_eq!(doubts(&document), []);
}

#[test]
fn an_answer_given_elsewhere_outlives_an_acceptance() {
    let library = library(&["a1: equal c1 9\n", "b1: equal c1 9\n"]);
    let mut here = assessment(&library, &["f0 a1 4"]);
    let mut there = here.clone();
    apply(&mut there, &answer("f1 b1 1"), "w2");
    accept_all(&library, &mut here);
    assert!(Acceptance::read(&here, "f1", "b1").is_some());
    here.join(&there);
    there.join(&here);
    assert_eq!(here, there);
    assert_eq!(here.number("f1", "b1", Field::Level), Some(1));
    assert_eq!(Acceptance::read(&here, "f1", "b1"), None);
}

#[test]
fn scales_are_carried_in_proportion() {
    assert_eq!(
        [carried(3, 5, 5), carried(5, 5, 2), carried(4, 5, 2), carried(2, 5, 3), carried(1, 2, 5), carried(9, 5, 5)],
        [3, 2, 1, 1, 2, 5]
    );
}

#[test]
fn one_control_answers_all_that_ask_for_it() {
    let library = library(&["a1: equal c1 9\na2: intersects c1 5\n", "b1: subset c1 9, equal c2 4\nb2*: equal c1 9\n"]);
    let crosswalk = Crosswalk::new(&library);
    let mut document = assessment(&library, &["f0 a2 5"]);
    act(&mut document, Action::Scope { framework: "f1".to_owned(), options: Vec::new() });
    let assessed = Assessed::read(&library, &document);
    let asked = crosswalk.asked(&assessed);
    assert_eq!(asked.iter().map(|asked| (asked.control, asked.asks.len())).collect::<Vec<_>>(), [(1, 3), (2, 1)]);
    let (open, all) =
        (crosswalk.answer_by(&assessed, 1, 3, Extent::Open), crosswalk.answer_by(&assessed, 1, 3, Extent::All));
    let levels = |document: &Document| {
        [("f0", "a1"), ("f0", "a2"), ("f1", "b1"), ("f1", "b2")]
            .map(|(framework, id)| document.number(framework, id, Field::Level))
    };
    let mut history = History::default();
    history.act(&mut document, open, "w1");
    assert_eq!(levels(&document), [Some(3), Some(5), Some(3), None]);
    assert_eq!(document.text("f1", "b1", Field::Control), "c1");
    history.undo(&mut document, "w1");
    history.act(&mut document, all, "w1");
    assert_eq!(levels(&document), [Some(3), Some(3), Some(3), None]);
    act(&mut document, answer("f0 a1 2"));
    assert_eq!(document.text("f0", "a1", Field::Control), "");
}
