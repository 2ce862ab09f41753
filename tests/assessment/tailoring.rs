//! Tailoring, targets, own requirements and the second layer.

use plumbline::assessment::{Action, Answers, Deviation, Document, Field, Standing, TargetLevels, drafts, target_profiles};
use plumbline::score::{score, score_below};

use crate::fixture::{act, answer, assessment, library, remark};

const TREE: &str = "A\n  a1:\n  a2:\nB\n  b1*:\n  b2:\n";

fn why(place: &str) -> Action {
    remark(place, Field::Why, "Decided by the board.")
}

fn tailor(requirement: &str, deviation: Option<Deviation>) -> Action {
    Action::Tailor { framework: "f0".to_owned(), requirement: requirement.to_owned(), deviation }
}

fn in_scope(library: &plumbline::catalog::Library, document: &Document) -> String {
    let framework = &library.frameworks[0];
    let answers = Answers::read(framework, document);
    let within = |index: &usize| framework.requirements[*index].assessable && answers.is_in_scope(*index);
    (0..6).filter(within).map(|index| framework.requirements[index].id).collect::<Vec<_>>().join(" ")
}

#[test]
fn exclusion_needs_a_reason() {
    let library = library(&[TREE]);
    let mut document = assessment(&library, &[]);
    act(&mut document, tailor("a1", Some(Deviation::Exclude)));
    assert_eq!(in_scope(&library, &document), "a1 a2 b1 b2");
    act(&mut document, why("f0 a1"));
    assert_eq!(in_scope(&library, &document), "a2 b1 b2");
    act(&mut document, tailor("a1", None));
    assert_eq!(in_scope(&library, &document), "a1 a2 b1 b2");
}

#[test]
fn the_nearest_deviation_counts() {
    let library = library(&[TREE]);
    let mut document = assessment(&library, &[]);
    act(&mut document, Action::Scope { framework: "f0".to_owned(), options: Vec::new() });
    assert_eq!(in_scope(&library, &document), "a1 a2 b2");
    act(&mut document, tailor("A", Some(Deviation::Exclude)));
    act(&mut document, tailor("a2", Some(Deviation::Include)));
    act(&mut document, tailor("b1", Some(Deviation::Include)));
    for place in ["f0 A", "f0 a2", "f0 b1"] {
        act(&mut document, why(place));
    }
    assert_eq!(in_scope(&library, &document), "a2 b1 b2");
}

#[test]
fn a_weight_with_a_reason_counts() {
    let library = library(&[TREE]);
    let framework = &library.frameworks[0];
    let mut document = assessment(&library, &["f0 a1 5", "f0 a2 0"]);
    let value = |document: &Document| score(framework, &Answers::read(framework, document)).value.unwrap().of(100);
    act(&mut document, Action::Weigh { framework: "f0".to_owned(), requirement: "a1".to_owned(), weight: Some(3) });
    assert_eq!(value(&document), 50);
    act(&mut document, why("f0 a1"));
    assert_eq!(value(&document), 75);
}

#[test]
fn own_requirements_count_below_their_section() {
    let library = library(&[TREE]);
    let framework = &library.frameworks[0];
    let mut document = assessment(&library, &["f0 a1 5", "f0 own:x 0"]);
    let own = |question: &str, parent: &str| Action::Own {
        framework: "f0".to_owned(),
        id: "x".to_owned(),
        title: "Ours".to_owned(),
        question: question.to_owned(),
        parent: parent.to_owned(),
    };
    let counted = |document: &Document| {
        let answers = Answers::read(framework, document);
        [score(framework, &answers), score_below(framework, &answers, 0), score_below(framework, &answers, 3)]
            .map(|score| score.tally.applicable)
    };
    assert_eq!(counted(&document), [4, 2, 2]);
    act(&mut document, own("", "A"));
    assert_eq!((counted(&document), drafts(framework, &document)[0].lack), ([4, 2, 2], "it has no question"));
    act(&mut document, own("How?", "elsewhere"));
    assert_eq!((counted(&document), drafts(framework, &document)[0].lack), ([4, 2, 2], "it has no place in the framework"));
    act(&mut document, own("How?", "A"));
    assert_eq!(counted(&document), [5, 3, 2]);
    assert_eq!(Answers::read(framework, &document).own()[0].standing, Standing::Level(0));
    act(&mut document, Action::Disown { framework: "f0".to_owned(), id: "x".to_owned() });
    assert_eq!(counted(&document), [4, 2, 2]);
}

#[test]
fn the_nearest_target_counts() {
    let library = library(&[TREE]);
    let framework = &library.frameworks[0];
    let mut document = assessment(&library, &[]);
    let target = |requirement: &str, level| Action::Target {
        framework: "f0".to_owned(),
        requirement: requirement.to_owned(),
        level: Some(level),
    };
    let targets = |document: &Document| {
        let answers = Answers::read(framework, document);
        (0..6).map(|index| answers.target_of(index).to_string()).collect::<String>()
    };
    assert_eq!(targets(&document), "333333");
    act(&mut document, Action::Several(vec![target("", 2), target("A", 4), target("a2", 5)]));
    assert_eq!(targets(&document), "445222");
    let saved = TargetLevels::of(&document);
    assert_eq!(saved.to_text(), "plumbline-targets/1\nf0\t\t2\nf0\tA\t4\nf0\ta2\t5");
    assert_eq!(TargetLevels::read(&saved.to_text()), (saved.clone(), Vec::new()));
    act(&mut document, Action::SaveTargets { id: "p".to_owned(), name: "Board".to_owned(), levels: saved });
    act(&mut document, Action::Several(vec![target("", 1), target("b1", 5)]));
    assert_eq!(targets(&document), "445151");
    let profile = target_profiles(&document).remove(0);
    let apply = profile.levels.action(&document);
    act(&mut document, apply);
    assert_eq!(targets(&document), "445222");
    act(&mut document, Action::ForgetTargets { id: "p".to_owned() });
    assert_eq!(target_profiles(&document), []);
}

#[test]
fn foreign_target_lines_are_told() {
    let (levels, unread) = TargetLevels::read("plumbline-targets/1\nf0\ta1\t3\nf0 a1 3\n\nf0\ta2\t900\nf0\ta1\t4\r\n");
    assert_eq!((levels.to_text().as_str(), unread), ("plumbline-targets/1\nf0\ta1\t4", vec![3, 5]));
    assert_eq!(TargetLevels::read("f0\ta1\t3\n").1, [1]);
}

#[test]
fn documented_levels_do_not_touch_the_score() {
    let library = library(&[TREE]);
    let framework = &library.frameworks[0];
    let mut document = assessment(&library, &["f0 a1 4"]);
    let before = score(framework, &Answers::read(framework, &document));
    act(&mut document, Action::Document { framework: "f0".to_owned(), requirement: "a1".to_owned(), level: Some(2) });
    let answers = Answers::read(framework, &document);
    assert_eq!((score(framework, &answers), answers.documented(1)), (before, Some(2)));
}

#[test]
fn answers_out_of_scope_stay() {
    let library = library(&[TREE]);
    let mut document = assessment(&library, &["f0 b1 4"]);
    act(&mut document, Action::Scope { framework: "f0".to_owned(), options: Vec::new() });
    act(&mut document, answer("f0 b2 1"));
    act(&mut document, Action::Scope { framework: "f0".to_owned(), options: vec!["on".to_owned()] });
    let answers = Answers::read(&library.frameworks[0], &document);
    assert_eq!(answers.standing(4), Standing::Level(4));
}

#[test]
fn tailoring_and_answers_made_apart_join_to_both() {
    let library = library(&[TREE]);
    let base = assessment(&library, &["f0 a1 2"]);
    let (mut here, mut there) = (base.clone(), base);
    act(&mut here, Action::Several(vec![tailor("a1", Some(Deviation::Exclude)), why("f0 a1")]));
    plumbline::assessment::apply(&mut there, &answer("f0 a2 5"), "w2");
    let (mut one, mut other) = (here.clone(), there.clone());
    one.join(&there);
    other.join(&here);
    assert_eq!(one, other);
    assert_eq!(in_scope(&library, &one), "a2 b1 b2");
    assert_eq!(Answers::read(&library.frameworks[0], &one).standing(2), Standing::Level(5));
}
