//! What holds of the common score whatever the answers are.

use plumbline::assessment::{Answers, Standing};
use plumbline::catalog::{Framework, Rollup};
use plumbline::score::{Ratio, Score, Tally, explain, score, score_below};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::support::{Node, framework};

/// A framework of sections with one level of leaves, and what was answered: weight and standing of every leaf.
#[derive(Clone, Debug)]
struct Sheet {
    sections: Vec<Vec<(u8, Standing)>>,
    rollup: Rollup,
}

impl Sheet {
    fn framework(&self) -> Framework {
        let node = |depth, id| Node { depth, id, weight: 1, designation: String::new(), scope: None };
        let mut nodes = Vec::new();
        for (section, leaves) in self.sections.iter().enumerate() {
            nodes.push(node(0, format!("S{section}")));
            for (leaf, (weight, _)) in leaves.iter().enumerate() {
                nodes.push(Node { weight: *weight, ..node(1, format!("S{section}.{leaf}")) });
            }
        }
        framework(&nodes, 6, self.rollup, None)
    }

    fn score(&self) -> Score {
        let framework = self.framework();
        score(&framework, &self.answers(&framework))
    }

    fn answers(&self, framework: &Framework) -> Answers {
        let mut answers = Answers::blank(framework);
        let leaves = (0..framework.requirements.len()).filter(|index| framework.requirements[*index].assessable);
        for (index, (_, standing)) in leaves.zip(self.sections.iter().flatten()) {
            answers.set(index, *standing);
        }
        answers
    }

    /// The places of the leaves that stand so.
    fn places(&self, wanted: impl Fn(Standing) -> bool) -> Vec<(usize, usize)> {
        let places = self.sections.iter().enumerate();
        places
            .flat_map(|(section, leaves)| (0..leaves.len()).map(move |leaf| (section, leaf)))
            .filter(|(section, leaf)| wanted(self.sections[*section][*leaf].1))
            .collect()
    }

    fn with(&self, (section, leaf): (usize, usize), standing: Standing) -> Self {
        let mut sheet = self.clone();
        sheet.sections[section][leaf].1 = standing;
        sheet
    }
}

fn standing() -> impl Strategy<Value = Standing> {
    prop_oneof![
        6 => (0..=5_u8).prop_map(Standing::Level),
        3 => Just(Standing::Unanswered),
        1 => Just(Standing::NotApplicable),
    ]
}

fn sheet() -> impl Strategy<Value = Sheet> {
    let leaf = (1..=20_u8, standing());
    let sections = prop::collection::vec(prop::collection::vec(leaf, 1..7), 2..7);
    (sections, prop_oneof![Just(Rollup::Requirements), Just(Rollup::Sections)])
        .prop_map(|(sections, rollup)| Sheet { sections, rollup })
}

/// Nothing falls: an absent value counts as lower than any.
fn rises(before: Score, after: Score) -> bool {
    let ends = |score: Score| (score.range.map(|range| range.0), score.range.map(|range| range.1));
    before.value <= after.value
        && ends(before).0 <= ends(after).0
        && ends(before).1 <= ends(after).1
        && before.readiness() <= after.readiness()
}

proptest! {
    #[test]
    fn a_score_is_bounded_and_its_range_brackets_its_value(sheet in sheet()) {
        let score = sheet.score();
        let tally = score.tally;
        prop_assert!(tally.points() <= tally.possible() && tally.possible() <= tally.ceiling());
        prop_assert!(tally.at_target <= tally.answered && tally.answered <= tally.applicable);
        prop_assert_eq!(score.value.is_some(), tally.answered > 0);
        prop_assert_eq!(score.range.is_some(), tally.applicable > 0);
        if let Some((low, high)) = score.range {
            prop_assert!(low <= high);
            prop_assert!(score.value.is_none_or(|value| low <= value && value <= high));
        }
    }

    #[test]
    fn a_better_answer_never_lowers_a_score(sheet in sheet(), pick: Index, by in 1..=5_u8) {
        let places = sheet.places(|standing| matches!(standing, Standing::Level(0..=4)));
        prop_assume!(!places.is_empty());
        let place = *pick.get(&places);
        let Standing::Level(level) = sheet.sections[place.0][place.1].1 else { unreachable!() };
        let better = sheet.with(place, Standing::Level((level + by).min(5)));
        prop_assert!(rises(sheet.score(), better.score()));
        prop_assert!(sheet.score().value < better.score().value, "the value has to move");
    }

    #[test]
    fn an_answer_to_the_unanswered_narrows_the_range(sheet in sheet(), pick: Index, level in 0..=5_u8) {
        let places = sheet.places(|standing| standing == Standing::Unanswered);
        prop_assume!(!places.is_empty());
        let answered = sheet.with(*pick.get(&places), Standing::Level(level));
        let (before, after) = (sheet.score().range.unwrap(), answered.score().range.unwrap());
        prop_assert!(before.0 <= after.0 && after.1 <= before.1);
        prop_assert!(after.1 < before.1 || after.0 > before.0, "an answer tells something");
    }

    #[test]
    fn the_ends_of_the_range_are_reached(sheet in sheet()) {
        let filled = |level| {
            let places = sheet.places(|standing| standing == Standing::Unanswered);
            places.into_iter().fold(sheet.clone(), |sheet, place| sheet.with(place, Standing::Level(level)))
        };
        prop_assert_eq!(sheet.score().range.map(|range| range.0), filled(0).score().value);
        prop_assert_eq!(sheet.score().range.map(|range| range.1), filled(5).score().value);
    }

    #[test]
    fn with_everything_answered_the_range_is_the_value(sheet in sheet(), level in 0..=5_u8) {
        let places = sheet.places(|standing| standing == Standing::Unanswered);
        let full = places.into_iter().fold(sheet, |sheet, place| sheet.with(place, Standing::Level(level)));
        let score = full.score();
        prop_assert_eq!(score.range, score.value.zip(score.value));
        prop_assert!(score.coverage().is_none_or(|coverage| coverage.percent() == 100));
    }

    #[test]
    fn order_does_not_matter(sheet in sheet(), seed in any::<u64>()) {
        let mut mixed = sheet.clone();
        let turn = |length: usize| usize::try_from(seed % 97).unwrap() % length;
        for leaves in &mut mixed.sections {
            let by = turn(leaves.len());
            leaves.rotate_left(by);
            leaves.reverse();
        }
        let by = turn(mixed.sections.len());
        mixed.sections.rotate_left(by);
        prop_assert_eq!(sheet.score(), mixed.score());
    }

    #[test]
    fn not_applicable_scores_as_if_it_were_not_there(sheet in sheet(), pick: Index) {
        let place = *pick.get(&sheet.places(|_| true));
        let marked = sheet.with(place, Standing::NotApplicable).score();
        let mut without = sheet.clone();
        without.sections[place.0].remove(place.1);
        without.sections.retain(|leaves| !leaves.is_empty());
        // A single section is the framework itself, whose leaves would be sections.
        prop_assume!(without.sections.len() > 1);
        let absent = without.score();
        prop_assert_eq!((marked.value, marked.range), (absent.value, absent.range));
        let mut tally = absent.tally;
        tally.excluded = marked.tally.excluded;
        prop_assert_eq!(marked.tally, tally);
        prop_assert_eq!(marked.coverage(), absent.coverage());
        prop_assert_eq!(marked.readiness(), absent.readiness());
    }

    #[test]
    fn an_explanation_adds_up_exactly(sheet in sheet(), pick: Index) {
        let framework = sheet.framework();
        let answers = sheet.answers(&framework);
        let index = pick.index(framework.requirements.len());
        for (explanation, expected) in [
            (explain(&framework, &answers, None), score(&framework, &answers)),
            (explain(&framework, &answers, Some(index)), score_below(&framework, &answers, index)),
        ] {
            prop_assert_eq!(explanation.score, expected);
            let sum = explanation.rows.iter().fold(Tally::default(), |sum, row| sum + row.tally);
            prop_assert_eq!(sum, expected.tally);
            for row in &explanation.rows {
                let Standing::Level(level) = row.standing else {
                    prop_assert_eq!((row.tally.points(), row.tally.possible()), (0, 0));
                    continue;
                };
                prop_assert_eq!(row.tally.points(), u64::from(row.weight) * u64::from(level));
                prop_assert_eq!(row.tally.possible(), u64::from(row.weight) * u64::from(row.max));
            }
            let value = if explanation.sections.is_empty() {
                Ratio::new(sum.points(), sum.possible())
            } else {
                Ratio::mean(explanation.sections.iter().filter_map(|section| section.score.value))
            };
            prop_assert_eq!(value, expected.value);
        }
    }

    #[test]
    fn a_mean_is_exact_where_the_parts_are_small(parts in prop::collection::vec((0..=12_u64, 1..=12_u64), 1..8)) {
        let ratios = parts.iter().filter_map(|(part, whole)| Ratio::new(*part, *whole));
        // 27,720 is a multiple of every number up to 12.
        let sum: u64 = parts.iter().map(|(part, whole)| (*part).min(*whole) * (27_720 / whole)).sum();
        let count = u64::try_from(parts.len()).unwrap();
        prop_assert_eq!(Ratio::mean(ratios), Ratio::new(sum, 27_720 * count));
    }
}
