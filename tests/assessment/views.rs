//! What the screens show of a deep assessment.

use plumbline::assessment::{Action, Day, Deviation, Document, Field, Standing, apply, snapshot};
use plumbline::catalog::Library;
use plumbline::crosswalk::Crosswalk;
use plumbline::view::{
    Aside, Flaw, Implemented, Rating, WeaknessStatus, by_control, findings, milestones, movement, past, reuse, roadmap,
    statement, summary, tailored, trend,
};

use crate::fixture::{WRITER, act, answer, assessment, kept, remark};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn task(document: &mut Document, id: &str, fields: &[(Field, &str)]) {
    for (field, text) in fields {
        act(document, Action::Task { id: id.to_owned(), field: *field, text: (*text).to_owned() });
    }
}

fn flaws(library: &'static Library, document: &Document) -> Vec<(Flaw, String)> {
    let found = findings(library, &Crosswalk::new(library), document, day("2026-11-25"));
    found.into_iter().map(|finding| (finding.kind, finding.id)).collect()
}

#[test]
fn the_tailoring_record_lists_departures_and_what_is_kept_aside() {
    let library = kept(&["A\n  a1:\n  a2*:\n  a3:\n"]);
    let mut document = assessment(library, &["f0 a1 3", "f0 a2 4", "f0 gone 2", "f0 own:x 1"]);
    act(&mut document, Action::Scope { framework: "f0".to_owned(), options: Vec::new() });
    let tailor = |id: &str| Action::Tailor {
        framework: "f0".to_owned(),
        requirement: id.to_owned(),
        deviation: Some(Deviation::Exclude),
    };
    act(&mut document, tailor("a1"));
    act(&mut document, tailor("a3"));
    act(&mut document, remark("f0 a1", Field::Why, "Done by the parent company."));
    let view = tailored(&library.frameworks[0], &document);
    let rows: Vec<_> = view.deviations.iter().map(|row| (row.id, row.reason.as_str())).collect();
    assert_eq!(rows, [("a1", "Done by the parent company."), ("a3", "")]);
    let aside: Vec<_> = view.aside.iter().map(|row| (row.id.as_str(), row.why, row.level)).collect();
    let expected = [
        ("a1", Aside::TailoredOut, Some(3)),
        ("a2", Aside::OutOfScope, Some(4)),
        ("gone", Aside::NotAsked, Some(2)),
        ("own:x", Aside::OwnOut, Some(1)),
    ];
    assert_eq!(aside, expected);
}

#[test]
fn every_flaw_is_found() {
    let library = kept(&["a1: equal c1 9\na2:\na3:\na4:\na5: equal c2 9\n", "b1: equal c1 9\nb2: equal c2 9\n"]);
    let mut document = assessment(library, &["f0 a1 3", "f0 a2 2", "f0 a5 1", "f0 a3 n/a"]);
    assert_eq!(
        flaws(library, &document),
        [
            (Flaw::NoEvidence, "a1".to_owned()),
            (Flaw::SuggestionOpen, "b1".to_owned()),
            (Flaw::SuggestionOpen, "b2".to_owned())
        ]
    );
    act(&mut document, remark("f0 a1", Field::Evidence, "Register of 2026"));
    act(&mut document, remark("f0 a3", Field::Reason, "not applicable."));
    act(&mut document, remark("f0 a2", Field::Due, "2026-11-24"));
    act(&mut document, remark("f0 a5", Field::Due, "2026-11-25"));
    act(&mut document, Action::Layers(true));
    act(&mut document, Action::Document { framework: "f0".to_owned(), requirement: "a2".to_owned(), level: Some(1) });
    act(&mut document, Action::Weigh { framework: "f0".to_owned(), requirement: "a4".to_owned(), weight: Some(5) });
    act(&mut document, remark(" ", Field::Review, "2026-11-25"));
    act(
        &mut document,
        Action::Own {
            framework: "f0".to_owned(),
            id: "x".to_owned(),
            title: "Ours".to_owned(),
            question: String::new(),
            parent: "a1".to_owned(),
        },
    );
    task(&mut document, "t1", &[(Field::Title, "Buy"), (Field::Due, "2026-01-01")]);
    task(&mut document, "t2", &[(Field::Title, "Sell"), (Field::Due, "2026-01-01"), (Field::Status, "done")]);
    let crosswalk = Crosswalk::new(library);
    let view = reuse(library, &crosswalk, &document);
    let suggestion = |id: &str| view.open.iter().find(|row| row.id == id).unwrap().suggestion.clone();
    act(&mut document, crosswalk.reject(&suggestion("b2"), true));
    let accept = crosswalk.accept(&document, &[suggestion("b1")]);
    act(&mut document, accept);
    act(&mut document, remark("f1 b1", Field::Evidence, "As for a1"));
    act(&mut document, answer("f0 a1 4"));
    let expected = [
        (Flaw::NoReason, "a3"),
        (Flaw::Overdue, "a2"),
        (Flaw::Overdue, "t1"),
        (Flaw::AboveDocumentation, "a2"),
        (Flaw::SourceChanged, "b1"),
        (Flaw::TailoringWithoutReason, "a4"),
        (Flaw::OwnIncomplete, "own:x"),
        (Flaw::ReviewDue, ""),
    ];
    assert_eq!(flaws(library, &document), expected.map(|(kind, id)| (kind, id.to_owned())));
    let view = reuse(library, &crosswalk, &document);
    assert_eq!((view.open.len(), view.rejected.len(), view.doubts.len()), (0, 1, 1));
    assert_eq!((view.doubts[0].id, view.doubts[0].then, view.doubts[0].now), ("b1", 3, Some(4)));
}

#[test]
fn controls_are_shown_with_all_that_ask_for_them() {
    let library = kept(&["a1: equal c1 9\n", "b1: subset c1 9\nb2: equal c2 9\n"]);
    let document = assessment(library, &["f0 a1 3", "f1 b1 1"]);
    let rows = by_control(library, &Crosswalk::new(library), &document);
    let said: Vec<_> =
        rows.iter().map(|row| (row.control.id, row.asks.len(), row.frameworks, row.answered, row.at_target)).collect();
    assert_eq!(said, [("c1", 2, 2, 2, 1), ("c2", 1, 1, 0, 0)]);
}

#[test]
fn the_plan_says_what_it_cannot_see() {
    let library = kept(&["A\n  a1: equal c1 9\n  a2: equal c2 9\n  a3:\n  a4: equal c1 9\n"]);
    let mut document = assessment(library, &["f0 a1 0", "f0 a2 1", "f0 a3 2"]);
    task(
        &mut document,
        "t1",
        &[(Field::Title, "One"), (Field::Control, "c1"), (Field::Phase, "now"), (Field::Depends, "t2 t9")],
    );
    task(&mut document, "t2", &[(Field::Title, "Two"), (Field::Due, "2026-11-01"), (Field::Depends, "t1")]);
    let view = roadmap(library, &document, day("2026-11-25"));
    let statement = [
        "2 controls would close 2 of 3 known gaps, at 6 points of effort.",
        "A gap counts as closed when a control that covers all of the requirement is in place, or every control it maps to.",
        "Each step is the best one at that point. No control in the list can be left out, but a smaller list may exist.",
        "1 gap leads to no common control and needs a task of its own.",
        "1 requirement is not assessed yet; what is missing there is not in these figures.",
    ];
    assert_eq!(view.cover.statement, statement);
    assert_eq!(view.next.iter().map(|step| step.control.id).collect::<Vec<_>>(), ["c2"]);
    assert_eq!(view.cycles, [["t1", "t2"]]);
    let tasks: Vec<_> =
        view.tasks.iter().map(|row| (row.task.id.as_str(), row.late, row.waits_for.len(), row.missing.len())).collect();
    assert_eq!(tasks, [("t1", false, 1, 1), ("t2", true, 1, 0)]);
    let at_target: Vec<_> = view.forecast.iter().map(|row| row.parts[0].1.at_target).collect();
    assert_eq!(at_target, [0, 1, 1, 1]);
    assert_eq!(
        view.gaps.iter().map(|row| (row.gap.id.as_str(), row.worth)).collect::<Vec<_>>(),
        [("a1", 3), ("a2", 2), ("a3", 1)]
    );
}

#[test]
fn snapshots_make_a_trend_and_a_comparison() {
    let library = kept(&["a1:\na2:\na3:\n"]);
    let mut document = assessment(library, &["f0 a1 1", "f0 a2 4"]);
    let first = snapshot(&document, "s1", "Spring", day("2026-03-01"), WRITER);
    apply(&mut document, &answer("f0 a1 3"), "w2");
    let second = snapshot(&document, "s2", "Autumn", day("2026-09-01"), WRITER);
    apply(&mut document, &answer("f0 a2 2"), "w2");
    act(&mut document, answer("f0 a3 n/a"));
    let other = snapshot(&Document::new("d2"), "s3", "Another", day("2026-01-01"), WRITER);
    let copies = [second, other, first];
    let points = trend(library, &document, copies.iter());
    let said: Vec<_> = points.iter().map(|point| (point.name.as_str(), point.parts[0].1.tenths)).collect();
    assert_eq!(said, [("Spring", Some(25)), ("Autumn", Some(35)), ("", Some(25))]);
    let movement = movement(library, &copies[2], &document);
    let moves: Vec<_> = movement.moves.iter().map(|step| (step.id.as_str(), step.by, step.writer.as_str())).collect();
    assert_eq!(moves, [("a1", Some(2), "w2"), ("a2", Some(-2), "w2"), ("a3", None, WRITER)]);
    assert_eq!(movement.moves[2].after, Standing::NotApplicable);
    let levels: Vec<_> = past(&document, copies.iter(), "f0", "a1")
        .into_iter()
        .map(|past| (past.value, past.writer, past.seen.map(|seen| seen.0), past.present))
        .collect();
    let number = plumbline::assessment::Value::Number;
    let expected = [
        (number(3), "w2".to_owned(), Some("Autumn".to_owned()), true),
        (number(1), WRITER.to_owned(), Some("Spring".to_owned()), false),
    ];
    assert_eq!(levels, expected);
}

#[test]
fn the_past_of_a_requirement_has_the_texts_that_lost() {
    let library = kept(&["a1:\n"]);
    let mut here = assessment(library, &[]);
    let mut there = here.clone();
    act(&mut here, remark("f0 a1", Field::Note, "Ours"));
    apply(&mut there, &remark("f0 a1", Field::Note, "Theirs"), "w2");
    here.join(&there);
    let said: Vec<_> =
        past(&here, std::iter::empty(), "f0", "a1").into_iter().map(|past| (past.writer, past.present)).collect();
    assert_eq!(said, [(WRITER.to_owned(), false), ("w2".to_owned(), true)]);
}

#[test]
fn the_statement_of_applicability_gives_both_kinds_of_reason() {
    let library = annexed();
    let mut document = assessment(library, &["f1 x1 3", "f1 x2 n/a", "f1 x3 1"]);
    act(&mut document, remark("f1 x1", Field::Justification, "Risk 4"));
    act(&mut document, remark("f1 x1", Field::Basis, "Risk treatment plan"));
    let exclude =
        Action::Tailor { framework: "f1".to_owned(), requirement: "x4".to_owned(), deviation: Some(Deviation::Exclude) };
    act(&mut document, exclude);
    act(&mut document, remark("f1 x4", Field::Why, "No such systems."));
    assert_eq!(statement(&library.frameworks[0], &document), None);
    let view = statement(&library.frameworks[1], &document).unwrap();
    let rows: Vec<_> =
        view.rows.iter().map(|row| (row.id, row.applicable, row.justification.as_str(), row.implemented)).collect();
    let expected = [
        ("x1", true, "Risk 4", Implemented::Yes),
        ("x2", false, "Not something we do here.", Implemented::NotNeeded),
        ("x3", true, "", Implemented::Partly),
        ("x4", false, "No such systems.", Implemented::NotNeeded),
    ];
    assert_eq!((rows, view.unjustified), (expected.to_vec(), 1));
}

/// Two frameworks, the second with an annex of controls.
fn annexed() -> &'static Library {
    let mut library = crate::fixture::library(&["4\n  4.1:\n", "4\n  4.1:\nA\n  x1:\n  x2:\n  x3:\n  x4:\n"]);
    let root = library.frameworks[1].position("A").unwrap();
    library.frameworks[1].requirements[root].title = "Annex A: Controls";
    Box::leak(Box::new(library))
}

#[test]
fn gaps_become_weaknesses_with_milestones() {
    let library = kept(&["a1: equal c1 9\na2: equal c2 9\na3:\n"]);
    let mut document = assessment(library, &["f0 a1 0", "f0 a2 2", "f0 a3 1"]);
    act(&mut document, remark("f0 a2", Field::Rating, "high"));
    task(
        &mut document,
        "t1",
        &[(Field::Title, "Buy"), (Field::Control, "c1"), (Field::Due, "2027-01-31"), (Field::Status, "doing")],
    );
    task(&mut document, "t2", &[(Field::Title, "Learn"), (Field::Control, "c2"), (Field::Status, "done")]);
    let rows = milestones(library, &document);
    let said: Vec<_> = rows.iter().map(|row| (row.id.as_str(), row.status, row.rating, row.rated)).collect();
    let expected = [
        ("f0 a1", WeaknessStatus::Ongoing, Rating::High, false),
        ("f0 a3", WeaknessStatus::Unplanned, Rating::Moderate, false),
        ("f0 a2", WeaknessStatus::ToVerify, Rating::High, true),
    ];
    assert_eq!(said, expected);
    assert_eq!(rows[0].weakness, "Title of a1: level 0 (Not done) where 3 (Defined) is wanted.");
    assert_eq!((rows[0].milestones[0].title.as_str(), rows[0].milestones[0].due.as_str()), ("Buy", "2027-01-31"));
}

#[test]
fn the_summary_is_composed_from_figures() {
    let library = kept(&["A\n  a1:\n  a2:\nB\n  b1:\n  b2:\n"]);
    let mut document = assessment(library, &["f0 a1 4", "f0 a2 3", "f0 b1 1"]);
    task(&mut document, "t1", &[(Field::Title, "Buy"), (Field::Due, "2026-01-01")]);
    let today = day("2026-11-25");
    let found = findings(library, &Crosswalk::new(library), &document, today);
    let view = summary(library, &document, &found, today);
    let sentences = [
        "3 of 4 applicable requirements of f0 are answered (75%).",
        "Maturity is 2.7 of 5 over what is answered, and will lie between 2.0 and 3.3 once everything is.",
        "2 of 4 applicable requirements are at or above target (50%).",
        "The strongest section is Title of A, the weakest Title of B.",
        "There is 1 known gap; closing b1 Title of b1 (level 1, target 3) is worth most.",
    ];
    assert_eq!(view.parts[0].sentences, sentences);
    let overall = [
        "0 of 1 planned task is done.",
        "1 task is past the due date.",
        "3 points have to be looked at before this is presented.",
    ];
    assert_eq!(view.overall, overall);
    let blank = summary(library, &assessment(library, &[]), &[], today);
    assert_eq!(blank.parts[0].sentences, ["None of the 4 applicable requirements of f0 is answered yet."]);
}
