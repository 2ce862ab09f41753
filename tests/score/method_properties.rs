//! What holds of every official method whatever the answers are.

use plumbline::assessment::{Answers, Standing};
use plumbline::catalog::{Framework, Method, Rollup};
use plumbline::score::Ratio;
use plumbline::score::methods::{Bracket, Outcome, outcome};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::support::{framework, tree};
use crate::trees;

/// A framework that names a method, and the standing of every leaf.
#[derive(Clone, Debug)]
struct Sheet {
    method: Method,
    tree: String,
    standings: Vec<Standing>,
}

impl Sheet {
    fn framework(&self) -> Framework {
        framework(&trees::named(&self.tree), 6, Rollup::Requirements, Some(self.method))
    }

    /// Every bracket of the outcome as two numbers, the greater the better.
    fn ends(&self) -> Vec<(u64, u64)> {
        let framework = self.framework();
        let mut answers = Answers::blank(&framework);
        let leaves = (0..framework.requirements.len()).filter(|index| framework.requirements[*index].assessable);
        for (index, standing) in leaves.zip(&self.standings) {
            answers.set(index, *standing);
        }
        ends(&outcome(&framework, &answers).expect("it names a method"))
    }

    fn places(&self, wanted: impl Fn(Standing) -> bool) -> Vec<usize> {
        (0..self.standings.len()).filter(|place| wanted(self.standings[*place])).collect()
    }

    fn with(&self, place: usize, standing: Standing) -> Self {
        let mut sheet = self.clone();
        sheet.standings[place] = standing;
        sheet
    }
}

fn ends(outcome: &Outcome) -> Vec<(u64, u64)> {
    fn number<T: Copy>(bracket: Bracket<T>, of: impl Fn(T) -> u64) -> (u64, u64) {
        (of(bracket.low), of(bracket.high))
    }
    let points = |points: i16| u64::try_from(points + 203).expect("no method goes below -203");
    let ratio = |ratio: Ratio| ratio.of(1_000_000_000);
    match outcome {
        Outcome::Sprs(result) => vec![number(result.points, points), number(result.plan, u64::from)],
        Outcome::Cmmc(result) => [&result.one, &result.two, &result.three]
            .iter()
            .flat_map(|level| [number(level.points, points), number(level.status, |status| status as u64)])
            .collect(),
        Outcome::C2m2(result) => result.domains.iter().map(|domain| number(domain.level, u64::from)).collect(),
        Outcome::Samm(result) => {
            let nodes = result.nodes.iter().map(|node| number(node.score, ratio));
            nodes.chain(result.overall.map(|overall| number(overall, ratio))).collect()
        }
        Outcome::EssentialEight(result) => {
            let strategies = result.strategies.iter().map(|strategy| number(strategy.level, u64::from));
            strategies.chain(result.overall.map(|overall| number(overall, u64::from))).collect()
        }
        Outcome::Conformity(result) => vec![number(result.outlook, |outlook| outlook as u64)],
        Outcome::Criteria(result) => {
            result.opinion.map(|opinion| number(opinion, |opinion| opinion as u64)).into_iter().collect()
        }
        Outcome::Csf(result) => {
            let categories = result.categories.iter().map(|category| category.current);
            let tiers = categories.chain(result.governance).chain(result.management);
            tiers.map(|tier| number(tier, |tier| tier as u64)).collect()
        }
    }
}

/// Mostly one level, so that strict gates are met often enough to matter.
fn standings(count: usize) -> impl Strategy<Value = Vec<Standing>> {
    let base = prop_oneof![4 => Just(3_u8), 1 => 0..=5_u8];
    let standing = prop_oneof![
        5 => (0..=5_u8).prop_map(Standing::Level),
        3 => Just(Standing::Unanswered),
        1 => Just(Standing::NotApplicable),
    ];
    let others = prop::collection::vec((any::<Index>(), standing), 0..12);
    (base, others).prop_map(move |(base, others)| {
        let mut standings = vec![Standing::Level(base); count];
        for (place, standing) in others {
            standings[place.index(count)] = standing;
        }
        standings
    })
}

/// Two functions of two practices of two streams of three activities, a level each: the shape of SAMM, and of the others too.
fn small() -> String {
    let mut text = String::new();
    for section in ["GV", "PR"] {
        text.push_str(&format!("{section}\n"));
        for category in 1..=2 {
            text.push_str(&format!("  {section}.{category}\n"));
            for stream in ["A", "B"] {
                text.push_str(&format!("    {section}.{category}.{stream}\n"));
                for level in 1..=3 {
                    text.push_str(&format!("      {section}.{category}.{stream}.{level} grade=L{level}\n"));
                }
            }
        }
    }
    text
}

fn sheet() -> impl Strategy<Value = Sheet> {
    let real = |method, name: &str, leaves| (Just(method), Just(name.to_owned()), standings(leaves));
    let invented = |method| (Just(method), Just(small()), standings(24));
    prop_oneof![
        real(Method::Sprs, "nist-800-171-r2", 110),
        real(Method::Cmmc, "cmmc-2.0", 149),
        invented(Method::C2m2),
        invented(Method::Samm),
        invented(Method::EssentialEight),
        invented(Method::Conformity),
        invented(Method::Criteria),
        invented(Method::Csf),
    ]
    .prop_map(|(method, tree, standings)| Sheet { method, tree, standings })
}

#[test]
fn the_trees_have_as_many_leaves_as_the_properties_fill() {
    let leaves = |text: &str| {
        let framework = framework(&trees::named(text), 6, Rollup::Requirements, None);
        framework.assessable()
    };
    assert_eq!((leaves("nist-800-171-r2"), leaves("cmmc-2.0"), leaves(&small())), (110, 149, 24));
    assert!(tree(&small()).len() > 24);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn the_low_end_is_never_above_the_high(sheet in sheet()) {
        prop_assert!(sheet.ends().iter().all(|(low, high)| low <= high));
    }

    #[test]
    fn a_better_answer_never_makes_an_outcome_worse(sheet in sheet(), pick: Index, by in 1..=5_u8) {
        let places = sheet.places(|standing| matches!(standing, Standing::Level(0..=4)));
        prop_assume!(!places.is_empty());
        let place = *pick.get(&places);
        let Standing::Level(level) = sheet.standings[place] else { unreachable!() };
        let (before, after) = (sheet.ends(), sheet.with(place, Standing::Level((level + by).min(5))).ends());
        prop_assert_eq!(before.len(), after.len());
        prop_assert!(before.iter().zip(&after).all(|(before, after)| before.0 <= after.0 && before.1 <= after.1));
    }

    #[test]
    fn an_answer_to_the_unanswered_stays_within_the_bracket(sheet in sheet(), pick: Index, level in 0..=5_u8) {
        let places = sheet.places(|standing| standing == Standing::Unanswered);
        prop_assume!(!places.is_empty());
        let (before, after) = (sheet.ends(), sheet.with(*pick.get(&places), Standing::Level(level)).ends());
        prop_assert_eq!(before.len(), after.len());
        prop_assert!(before.iter().zip(&after).all(|(before, after)| before.0 <= after.0 && after.1 <= before.1));
    }

    #[test]
    fn the_ends_are_what_the_worst_and_the_best_answers_give(sheet in sheet()) {
        let filled = |level| {
            let places = sheet.places(|standing| standing == Standing::Unanswered);
            places.into_iter().fold(sheet.clone(), |sheet, place| sheet.with(place, Standing::Level(level))).ends()
        };
        let open = sheet.ends();
        let (worst, best) = (filled(0), filled(5));
        prop_assert!(worst.iter().chain(&best).all(|(low, high)| low == high), "everything answered settles everything");
        prop_assert_eq!(open.iter().map(|ends| ends.0).collect::<Vec<_>>(), worst.iter().map(|ends| ends.0).collect::<Vec<_>>());
        prop_assert_eq!(open.iter().map(|ends| ends.1).collect::<Vec<_>>(), best.iter().map(|ends| ends.1).collect::<Vec<_>>());
    }

    #[test]
    fn the_order_within_a_stream_does_not_matter(sheet in sheet(), turn in 1..3_usize) {
        prop_assume!(sheet.tree == small());
        let mut mixed = sheet.clone();
        let mut lines: Vec<String> = sheet.tree.lines().map(str::to_owned).collect();
        let leaves: Vec<usize> = (0..lines.len()).filter(|line| lines[*line].contains("grade=")).collect();
        for stream in leaves.chunks(3) {
            lines[stream[0]..=stream[2]].rotate_left(turn);
        }
        for stream in mixed.standings.chunks_mut(3) {
            stream.rotate_left(turn);
        }
        mixed.tree = lines.join("\n");
        prop_assert_eq!(sheet.ends(), mixed.ends());
    }
}
