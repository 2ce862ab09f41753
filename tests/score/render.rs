//! Results as lines of text, so that a case can say what it expects.

use std::fmt::{Debug, Write};

use plumbline::catalog::Framework;
use plumbline::score::methods::{Bracket, Outcome, c2m2, cmmc, conformity, criteria, csf, essential_eight, samm, sprs};
use plumbline::score::{Explanation, Ratio, Score};

pub fn score(score: &Score) -> String {
    let ratio = |ratio: Option<Ratio>| ratio.map_or("none".to_owned(), percent);
    let range = score.range.map_or("none".to_owned(), |(low, high)| format!("{} to {}", percent(low), percent(high)));
    let tally = &score.tally;
    format!(
        "value {}\nrange {range}\ncoverage {}\nreadiness {}\napplicable {} answered {} at target {} excluded {}\npoints {} \
         possible {} ceiling {}\n",
        ratio(score.value),
        ratio(score.coverage()),
        ratio(score.readiness()),
        tally.applicable,
        tally.answered,
        tally.at_target,
        tally.excluded,
        tally.points(),
        tally.possible(),
        tally.ceiling(),
    )
}

pub fn explanation(framework: &Framework, explanation: &Explanation) -> String {
    let id = |index: usize| framework.requirements[index].id;
    let mut text = String::new();
    for row in &explanation.rows {
        let (points, possible, ceiling) = (row.tally.points(), row.tally.possible(), row.tally.ceiling());
        line(
            &mut text,
            format!(
                "{} {:?} of {} target {} weight {}: points {points} possible {possible} ceiling {ceiling}",
                id(row.index),
                row.standing,
                row.max,
                row.target,
                row.weight
            ),
        );
    }
    for section in &explanation.sections {
        line(&mut text, format!("section {} {}", id(section.index), section.score.value.map_or("none".into(), percent)));
    }
    text + &score(&explanation.score)
}

pub fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Sprs(result) => sprs(result),
        Outcome::Cmmc(result) => cmmc(result),
        Outcome::C2m2(result) => c2m2(result),
        Outcome::Samm(result) => samm(result),
        Outcome::EssentialEight(result) => essential_eight(result),
        Outcome::Conformity(result) => conformity(result),
        Outcome::Criteria(result) => criteria(result),
        Outcome::Csf(result) => csf(result),
    }
}

fn sprs(result: &sprs::Sprs) -> String {
    let mut text = format!("score {}\n", result.score().map_or("none".to_owned(), |score| score.to_string()));
    line(&mut text, format!("points {}", both(result.points)));
    line(&mut text, format!("system security plan {}", both(result.plan)));
    // A list of everything says nothing that the points do not.
    if result.deductions.len() <= 12 {
        for deduction in &result.deductions {
            line(&mut text, format!("{} costs {}", deduction.id, deduction.points));
        }
    }
    text
}

fn cmmc(result: &cmmc::Cmmc) -> String {
    let mut text = String::new();
    for (number, level) in (1..).zip([&result.one, &result.two, &result.three]) {
        let deferrable = level.open.iter().filter(|open| open.deferrable).count();
        line(
            &mut text,
            format!(
                "level {number} {} points {} open {} of which may wait {deferrable}",
                both(level.status),
                both(level.points),
                level.open.len()
            ),
        );
    }
    text
}

fn c2m2(result: &c2m2::C2m2) -> String {
    let mut text = String::new();
    for domain in &result.domains {
        line(&mut text, format!("{} MIL {} held back by {:?}", domain.id, both(domain.level), domain.holding_back));
    }
    text
}

fn samm(result: &samm::Samm) -> String {
    let hundredths = |ratio: Ratio| format!("{}.{:02}", ratio.of(300) / 100, ratio.of(300) % 100);
    let score = |score: Bracket<Ratio>| both_with(score, hundredths);
    let mut text = String::new();
    for node in &result.nodes {
        line(&mut text, format!("{}{} {}", "  ".repeat(node.depth.into()), node.id, score(node.score)));
    }
    text + &format!("overall {}\n", result.overall.map_or("none".to_owned(), score))
}

fn essential_eight(result: &essential_eight::EssentialEight) -> String {
    let mut text = String::new();
    for strategy in &result.strategies {
        line(
            &mut text,
            format!(
                "{} level {} held back by {:?} alternate {:?}",
                strategy.id,
                both(strategy.level),
                strategy.holding_back,
                strategy.alternates
            ),
        );
    }
    text + &format!("overall {}\n", result.overall.map_or("none".to_owned(), both))
}

fn conformity(result: &conformity::Conformity) -> String {
    let findings = &result.findings;
    let mut text = format!("outlook {}\n", both(result.outlook));
    for (name, ids) in [
        ("major", &findings.major),
        ("minor", &findings.minor),
        ("opportunity", &findings.opportunity),
        ("conform", &findings.conform),
        ("not assessed", &findings.not_assessed),
        ("excluded", &findings.excluded),
    ] {
        line(&mut text, format!("{name} {ids:?}"));
    }
    text
}

fn criteria(result: &criteria::Criteria) -> String {
    let mut text = format!("opinion {}\n", result.opinion.map_or("none".to_owned(), both));
    for category in &result.categories {
        line(
            &mut text,
            format!(
                "{} examined {} met {} exceptions {:?} not met {:?} not assessed {} excluded {}",
                category.id,
                category.examined,
                category.met,
                category.exceptions,
                category.not_met,
                category.not_assessed,
                category.excluded
            ),
        );
    }
    text
}

fn csf(result: &csf::Csf) -> String {
    let tier = |tier: Option<Bracket<csf::Tier>>| tier.map_or("none".to_owned(), both);
    let mut text = format!("governance {}\nmanagement {}\n", tier(result.governance), tier(result.management));
    for category in &result.categories {
        line(
            &mut text,
            format!(
                "{} current {} target {:?} at target {} below {} not assessed {}",
                category.id,
                both(category.current),
                category.target,
                category.at_target,
                category.below_target,
                category.not_assessed
            ),
        );
    }
    text
}

fn both<T: Copy + PartialEq + Debug>(bracket: Bracket<T>) -> String {
    both_with(bracket, |end| format!("{end:?}"))
}

fn both_with<T: Copy + PartialEq>(bracket: Bracket<T>, show: impl Fn(T) -> String) -> String {
    let (low, high) = (show(bracket.low), show(bracket.high));
    bracket.settled().map_or_else(|| format!("{low} to {high}"), show)
}

fn percent(ratio: Ratio) -> String {
    format!("{}.{:02} %", ratio.of(10_000) / 100, ratio.of(10_000) % 100)
}

fn line(text: &mut String, line: String) {
    writeln!(text, "{line}").expect("a string takes all text");
}
