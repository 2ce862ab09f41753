//! What holds of every document: joining, undoing, snapshots.

use plumbline::assessment::{
    Action, Day, Deviation, Document, Field, History, Standing, Value, apply, cycles, difference, is_snapshot, snapshot,
    snapshot_of, tasks,
};
use plumbline::record;
use proptest::prelude::*;

use crate::fixture::{act, answer, assessment, library, remark};

fn actions() -> impl Strategy<Value = Action> {
    let place = (0..2_u8, 0..3_u8).prop_map(|(framework, number)| (format!("f{framework}"), format!("a{number}")));
    let text = prop::sample::select(vec!["", "one", "two", "own words\nin two lines"]);
    let field = prop::sample::select(Field::all().collect::<Vec<_>>());
    (place, text, field, 0..16_u8, 0..6_u8).prop_map(|((framework, requirement), text, field, kind, level)| {
        let (id, text, some) = (requirement.clone(), text.to_owned(), (level > 0).then_some(level));
        match kind {
            0 => Action::Rename(text),
            1 => Action::Include { framework, included: level > 2 },
            2 => Action::Target { framework, requirement, level: some },
            3 | 4 => Action::Answer { framework, requirement, standing: some.map_or(Standing::Unanswered, Standing::Level) },
            5 => Action::Answer { framework, requirement, standing: Standing::NotApplicable },
            6 => Action::Tailor { framework, requirement, deviation: some.map(|_| Deviation::Exclude) },
            7 => Action::Weigh { framework, requirement, weight: some },
            8 => Action::Own { framework, id, title: text.clone(), question: text, parent: "A".to_owned() },
            9 => Action::Disown { framework, id },
            10 => Action::Reject { framework, requirement, rejected: level > 2 },
            11 => Action::Task { id, field: Field::Title, text },
            12 => Action::ForgetTask { id },
            13 => Action::AnswerBy { framework, requirement, control: text, standing: Standing::Level(level) },
            14 => Action::Several(vec![
                Action::Layers(level > 2),
                Action::Remark { framework, requirement, field: Field::Why, text },
            ]),
            _ if field == Field::Kind => Action::Rename(text),
            _ => Action::Remark { framework, requirement, field, text },
        }
    })
}

fn edited(base: &Document, deeds: &[Action], writer: &str) -> Document {
    let mut document = base.clone();
    deeds.iter().for_each(|deed| apply(&mut document, deed, writer));
    document
}

fn joined(one: &Document, other: &Document) -> Document {
    let mut document = one.clone();
    document.join(other);
    document
}

proptest! {
    #[test]
    fn joining_is_a_lattice(
        base in prop::collection::vec(actions(), 0..6),
        one in prop::collection::vec(actions(), 0..12),
        other in prop::collection::vec(actions(), 0..12),
        third in prop::collection::vec(actions(), 0..12),
    ) {
        let base = edited(&Document::new("d1"), &base, "w0");
        let [a, b, c] = [(&one, "w1"), (&other, "w2"), (&third, "w3")].map(|(deeds, writer)| edited(&base, deeds, writer));
        prop_assert_eq!(joined(&a, &b), joined(&b, &a));
        prop_assert_eq!(joined(&joined(&a, &b), &c), joined(&a, &joined(&b, &c)));
        prop_assert_eq!(joined(&a, &a), a.clone());
        prop_assert!(joined(&a, &b).covers(&a) && joined(&a, &b).covers(&b));
    }

    #[test]
    fn undoing_shows_what_was_and_redoing_what_became(deeds in prop::collection::vec(actions(), 1..60)) {
        let mut document = edited(&Document::new("d1"), &deeds[..deeds.len() / 2], "w0");
        let mut history = History::default();
        let mut states = vec![document.clone()];
        for deed in &deeds {
            history.pause();
            history.act(&mut document, deed.clone(), "w1");
            if !difference(&document, states.last().unwrap()).is_empty() {
                states.push(document.clone());
            }
        }
        for state in states.iter().rev().skip(1) {
            let before = document.clone();
            history.undo(&mut document, "w1");
            prop_assert_eq!(difference(&document, state), vec![]);
            prop_assert!(document.covers(&before) || difference(&document, &before) != vec![]);
        }
        prop_assert!(history.undo(&mut document, "w1").is_none());
        for state in states.iter().skip(1) {
            history.redo(&mut document, "w1");
            prop_assert_eq!(difference(&document, state), vec![]);
        }
        prop_assert!(history.redo(&mut document, "w1").is_none());
    }

    #[test]
    fn undoing_joins_like_any_edit(
        deeds in prop::collection::vec(actions(), 1..8),
        other in prop::collection::vec(actions(), 0..8),
    ) {
        let base = Document::new("d1");
        let mut here = base.clone();
        let mut history = History::default();
        deeds.iter().for_each(|deed| history.act(&mut here, deed.clone(), "w1"));
        history.undo(&mut here, "w1");
        let there = edited(&base, &other, "w2");
        prop_assert_eq!(joined(&here, &there), joined(&there, &here));
    }

    #[test]
    fn saved_documents_read_back(deeds in prop::collection::vec(actions(), 0..40)) {
        let document = edited(&Document::new("d1"), &deeds, "w1");
        prop_assert_eq!(record::decode(&record::encode(&document)).unwrap(), document);
    }
}

#[test]
fn every_field_reads_back() {
    let mut document = Document::new("d1");
    for field in Field::all() {
        document.write("f0", "a1", field, Value::Text(field.name().to_owned()), "w1");
    }
    let names: std::collections::BTreeSet<&str> = Field::all().map(Field::name).collect();
    assert_eq!(names.len(), Field::all().count());
    assert_eq!(record::decode(&record::encode(&document)).unwrap(), document);
}

#[test]
fn typing_in_one_field_is_one_step() {
    let mut document = Document::new("d1");
    let mut history = History::default();
    for text in ["N", "No", "Not"] {
        history.act(&mut document, remark("f0 a1", Field::Note, text), "w1");
    }
    history.pause();
    history.act(&mut document, remark("f0 a1", Field::Note, "Note"), "w1");
    assert_eq!(history.steps().count(), 2);
    history.undo(&mut document, "w1");
    assert_eq!(document.text("f0", "a1", Field::Note), "Not");
    history.undo(&mut document, "w1");
    assert_eq!(document.text("f0", "a1", Field::Note), "");
}

#[test]
fn undo_leaves_what_another_writer_changed_since() {
    let mut here = Document::new("d1");
    let mut history = History::default();
    history.act(&mut here, answer("f0 a1 3"), "w1");
    let mut there = here.clone();
    apply(&mut there, &answer("f0 a1 5"), "w2");
    here.join(&there);
    history.undo(&mut here, "w1");
    assert_eq!(here.number("f0", "a1", Field::Level), Some(5));
}

#[test]
fn a_hundred_steps_can_be_undone() {
    let mut document = Document::new("d1");
    let mut history = History::default();
    for step in 0..100 {
        history.act(&mut document, answer(&format!("f0 a{step} 3")), "w1");
    }
    while history.undo(&mut document, "w1").is_some() {}
    assert!(document.is_blank());
}

#[test]
fn a_snapshot_does_not_change() {
    let library = library(&["a1:\n"]);
    let mut document = assessment(&library, &["f0 a1 2"]);
    let day = Day::parse("2026-11-25").unwrap();
    let mut frozen = snapshot(&document, "s1", "Before the audit", day, "w1");
    act(&mut document, answer("f0 a1 4"));
    act(&mut frozen, answer("f0 a1 5"));
    assert_eq!(frozen.number("f0", "a1", Field::Level), Some(2));
    act(&mut frozen, remark(" ", Field::Title, "Audit"));
    let said = snapshot_of(&frozen).unwrap();
    assert_eq!(
        (said.id.as_str(), said.origin.as_str(), said.name.as_str(), said.taken.as_str()),
        ("s1", "d1", "Audit", "2026-11-25")
    );
    assert!(is_snapshot(&frozen) && !is_snapshot(&document));
    assert_eq!(record::decode(&record::encode(&frozen)).unwrap(), frozen);
}

#[test]
fn circles_of_tasks_are_found() {
    let mut document = Document::new("d1");
    for (id, depends) in [("a", "b"), ("b", "c missing"), ("c", "a"), ("d", "a"), ("e", "e"), ("f", "")] {
        for (field, text) in [(Field::Title, id), (Field::Depends, depends)] {
            act(&mut document, Action::Task { id: id.to_owned(), field, text: text.to_owned() });
        }
    }
    assert_eq!(cycles(&tasks(&document)), [vec!["a", "b", "c"], vec!["e"]]);
    act(&mut document, Action::ForgetTask { id: "c".to_owned() });
    assert_eq!(cycles(&tasks(&document)), [vec!["e"]]);
}

#[test]
fn frameworks_keep_the_order_they_were_added_in() {
    let library = library(&["a1:\n", "b1:\n", "x1:\n"]);
    let mut document = assessment(&library, &[]);
    let include = |framework: &str, included| Action::Include { framework: framework.to_owned(), included };
    act(&mut document, include("f0", false));
    act(&mut document, include("f0", true));
    assert_eq!(document.included(), ["f1", "f2", "f0"]);
}

#[test]
fn days_are_counted_over_month_ends_and_leap_years() {
    let plus =
        |day: &str, days| Day::parse(day).and_then(|day| day.plus(days)).map_or("none".to_owned(), |day| day.to_string());
    assert_eq!(plus("2026-01-30", 3), "2026-02-02");
    assert_eq!(plus("2026-02-26", 3), "2026-03-01");
    assert_eq!(plus("2028-02-26", 3), "2028-02-29");
    assert_eq!(plus("2100-02-26", 3), "2100-03-01");
    assert_eq!(plus("2000-02-28", 1), "2000-02-29");
    assert_eq!(plus("2026-12-31", 1), "2027-01-01");
    assert_eq!(plus("9999-12-31", 1), "none");
    for wrong in
        ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "0000-01-01", "26-01-01", "2026-04-31", "２０２６-01-01", ""]
    {
        assert_eq!(Day::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn every_day_follows_the_one_before() {
    let mut day = Day::parse("1599-12-30").unwrap();
    let start = day;
    for count in 1..=200_000_u32 {
        let next = day.plus(1).unwrap();
        assert!(next > day && next.since(day) == 1 && start.plus(count) == Some(next));
        assert_eq!(Day::parse(&next.to_string()), Some(next));
        day = next;
    }
}
