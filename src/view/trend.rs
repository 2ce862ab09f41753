//! An assessment over time: its snapshots, and what moved between two of them.

use std::collections::BTreeSet;

use super::Meter;
use crate::assessment::{Answers, Cell, Document, Field, Standing, Value, snapshot_of};
use crate::catalog::{Framework, Library};
use crate::score::score;

/// One point of a trend.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendPoint {
    /// The id of the snapshot, or of the assessment for the last point.
    pub id: String,
    /// The name of the snapshot; empty for the last point.
    pub name: String,
    /// `YYYY-MM-DD`, or empty when nobody noted it.
    pub day: String,
    pub parts: Vec<(&'static Framework, Meter)>,
}

/// The snapshots of an assessment among `documents`, by day and then id, and the assessment itself as the last point.
#[must_use]
pub fn trend<'a>(
    library: &'static Library,
    document: &Document,
    documents: impl Iterator<Item = &'a Document>,
) -> Vec<TrendPoint> {
    let mut points: Vec<TrendPoint> = documents
        .filter_map(|copy| Some((snapshot_of(copy)?, copy)))
        .filter(|(snapshot, _)| snapshot.origin == document.id)
        .map(|(snapshot, copy)| TrendPoint {
            id: snapshot.id,
            name: snapshot.name,
            day: snapshot.taken,
            parts: meters(library, copy),
        })
        .collect();
    points.sort_by(|one, other| (&one.day, &one.id).cmp(&(&other.day, &other.id)));
    let day = document.text("", "", Field::Changed).to_owned();
    points.push(TrendPoint { id: document.id.clone(), name: String::new(), day, parts: meters(library, document) });
    points
}

fn meters(library: &'static Library, document: &Document) -> Vec<(&'static Framework, Meter)> {
    let meter = |id: &str| {
        let framework = library.framework(id)?;
        Some((framework, Meter::new(&score(framework, &Answers::read(framework, document)), framework.scale.max())))
    };
    document.included().into_iter().filter_map(meter).collect()
}

/// What moved between two states of an assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Movement {
    /// For each framework that either covers, its score before and after; absent where it is not covered.
    pub parts: Vec<(&'static Framework, Option<Meter>, Option<Meter>)>,
    /// The answers that changed, by framework as in `after`, then in document order with own requirements last.
    pub moves: Vec<Move>,
}

/// An answer that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    pub framework: &'static Framework,
    pub id: String,
    pub title: String,
    pub before: Standing,
    pub after: Standing,
    /// Levels gained, negative when lost; absent unless both are levels.
    pub by: Option<i16>,
    /// The writer whose edit gave the later state; empty when it follows from scope or reason alone.
    pub writer: String,
}

/// Compares two states of an assessment, the earlier first.
#[must_use]
pub fn movement(library: &'static Library, before: &Document, after: &Document) -> Movement {
    let mut ids = after.included();
    ids.extend(before.included().into_iter().filter(|id| after.number(id, "", Field::Included).is_none()));
    let frameworks: Vec<&'static Framework> = ids.into_iter().filter_map(|id| library.framework(id)).collect();
    let meter = |document: &Document, framework: &'static Framework| {
        let score = score(framework, &Answers::read(framework, document));
        document.number(framework.id, "", Field::Included).map(|_| Meter::new(&score, framework.scale.max()))
    };
    Movement {
        parts: frameworks.iter().map(|framework| (*framework, meter(before, framework), meter(after, framework))).collect(),
        moves: frameworks.iter().flat_map(|framework| moves(framework, before, after)).collect(),
    }
}

fn moves(framework: &'static Framework, before: &Document, after: &Document) -> Vec<Move> {
    let (earlier, later) = (Answers::read(framework, before), Answers::read(framework, after));
    let leaves = (0..framework.requirements.len()).filter(|index| framework.requirements[*index].assessable);
    let mut moves: Vec<Move> = leaves
        .filter_map(|index| {
            let requirement = &framework.requirements[index];
            let states = (earlier.standing(index), later.standing(index));
            moved(framework, after, (requirement.id, requirement.title), states)
        })
        .collect();
    let own = |answers: &Answers, id: &str| answers.own().iter().find(|own| own.id == id).map(|own| own.standing);
    let all: BTreeSet<(&str, &str)> =
        later.own().iter().chain(earlier.own()).map(|own| (own.id.as_str(), own.title.as_str())).collect();
    let mut seen = BTreeSet::new();
    for (id, title) in all.into_iter().filter(|(id, _)| seen.insert(*id)) {
        let states = (own(&earlier, id).unwrap_or_default(), own(&later, id).unwrap_or_default());
        moves.extend(moved(framework, after, (id, title), states));
    }
    moves
}

fn moved(
    framework: &'static Framework,
    after: &Document,
    (id, title): (&str, &str),
    (before, now): (Standing, Standing),
) -> Option<Move> {
    let by = match (before, now) {
        (Standing::Level(before), Standing::Level(now)) => Some(i16::from(now) - i16::from(before)),
        _ => None,
    };
    let writer = after.fields(framework.id, id).and_then(|fields| fields.get(&Field::Level));
    (before != now).then(|| Move {
        framework,
        id: id.to_owned(),
        title: title.to_owned(),
        before,
        after: now,
        by,
        writer: writer.map_or_else(String::new, |cell| cell.stamp.writer.clone()),
    })
}

/// A value that a field of a requirement had at some time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    pub field: Field,
    pub value: Value,
    /// The order of the edit; a later one has a higher counter.
    pub counter: u64,
    pub writer: String,
    /// The name and day of the earliest snapshot that has it; absent when none does.
    pub seen: Option<(String, String)>,
    /// It is what the field says now.
    pub present: bool,
}

/// What is known of the past of a requirement, the latest first: what the assessment says, texts of other writers that it
/// replaced, and what its snapshots say. A level that came and went between two snapshots is not among them.
#[must_use]
pub fn past<'a>(
    document: &'a Document,
    documents: impl Iterator<Item = &'a Document>,
    framework: &str,
    requirement: &str,
) -> Vec<Past> {
    let mut copies: Vec<(String, String, &Document)> = documents
        .filter_map(|copy| Some((snapshot_of(copy)?, copy)))
        .filter(|(snapshot, _)| snapshot.origin == document.id)
        .map(|(snapshot, copy)| (snapshot.taken, snapshot.name, copy))
        .collect();
    copies.sort_by(|one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
    let mut past: Vec<Past> = Vec::new();
    let mut note = |field: Field, cell: &Cell, seen: Option<(String, String)>, present: bool| {
        let stamp = (cell.stamp.counter, cell.stamp.writer.as_str());
        match past.iter_mut().find(|known| known.field == field && (known.counter, known.writer.as_str()) == stamp) {
            Some(known) => known.present |= present,
            None => past.push(Past {
                field,
                value: cell.value.clone(),
                counter: cell.stamp.counter,
                writer: cell.stamp.writer.clone(),
                seen,
                present,
            }),
        }
    };
    for (taken, name, copy) in &copies {
        for (field, cell) in copy.fields(framework, requirement).into_iter().flatten() {
            note(*field, cell, Some((name.clone(), taken.clone())), false);
        }
    }
    for (field, cell) in document.fields(framework, requirement).into_iter().flatten() {
        note(*field, cell, None, true);
    }
    for field in Field::all() {
        for lost in document.earlier(framework, requirement, field) {
            note(field, lost, None, false);
        }
    }
    past.sort_by(|one, other| {
        let key = |past: &Past| (std::cmp::Reverse(past.counter), past.writer.clone(), past.field);
        key(one).cmp(&key(other))
    });
    past
}
