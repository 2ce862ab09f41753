//! Two to four frameworks, told apart in sentences made from their profiles.
//!
//! The catalog gives clauses ("gives customers an independent opinion on …", "customers ask for …"); this module knows
//! the grammar that joins them and nothing about any framework.

use crate::catalog::{Aspect, Badge, Framework, Profile, Texts};

/// One respect in which frameworks differ, a cell for each of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub name: &'static str,
    pub cells: Vec<Aspect>,
}

/// The verdict in sentences: what each provides, when to take it, and how they weigh against each other.
#[must_use]
pub fn verdict(frameworks: &[&Framework]) -> Vec<String> {
    let profiles: Vec<&Profile> = frameworks.iter().map(|framework| &framework.profile).collect();
    let provides = join_clauses(
        &profiles.iter().map(|profile| format!("{} {}", profile.running, profile.provides)).collect::<Vec<_>>(),
    );
    let mut sentences = vec![sentence(&provides)];
    sentences.extend(profiles.iter().map(|profile| match profile.badge {
        Badge::Voluntary => format!("Choose {} when {}.", profile.running, profile.when),
        Badge::Mandatory => sentence(&format!("{} applies when {}", profile.running, profile.when)),
    }));
    if let [a, b] = profiles.as_slice() {
        sentences.push(duty(a, b));
        sentences.push(effort(a, b));
    }
    sentences
}

/// The six aspects, in the order they are always shown.
#[must_use]
pub fn differences(texts: &[&Texts]) -> Vec<Difference> {
    let sides: Vec<[(&'static str, Aspect); 6]> = texts.iter().map(|texts| texts.article.aspects.named()).collect();
    (0..6)
        .filter_map(|row| {
            let name = sides.first()?[row].0;
            Some(Difference { name, cells: sides.iter().map(|side| side[row].1).collect() })
        })
        .collect()
}

/// Usual time to get there: "6–12 months", or "6 months" where the span is a point.
#[must_use]
pub fn months(profile: &Profile) -> String {
    match profile.months {
        (1, 1) => "1 month".to_owned(),
        (least, most) if least == most => format!("{least} months"),
        (least, most) => format!("{least}–{most} months"),
    }
}

fn duty(a: &Profile, b: &Profile) -> String {
    match (a.badge, b.badge) {
        (Badge::Voluntary, Badge::Voluntary) => {
            "Neither is a law: customers, partners and boards are who ask for them.".to_owned()
        }
        (Badge::Mandatory, Badge::Mandatory) => {
            "Both are law for those they cover, so where both apply there is no choosing between them.".to_owned()
        }
        (Badge::Mandatory, Badge::Voluntary) => binding(a, b),
        (Badge::Voluntary, Badge::Mandatory) => binding(b, a),
    }
}

fn binding(law: &Profile, choice: &Profile) -> String {
    format!(
        "{} is binding where it applies; {} is taken up by choice, and the overlap shows how far it helps with those duties.",
        capital(law.running),
        choice.running
    )
}

fn effort(a: &Profile, b: &Profile) -> String {
    let middle = |profile: &Profile| u16::from(profile.months.0) + u16::from(profile.months.1);
    let (quicker, slower) = if middle(a) <= middle(b) { (a, b) } else { (b, a) };
    if a.months == b.months {
        return format!("Each usually takes {} to put in place.", months(a));
    }
    if middle(a) == middle(b) {
        return format!("They take about as long: {} for {}, {} for {}.", months(a), a.running, months(b), b.running);
    }
    format!(
        "{} is usually in place sooner, in {} against {} for {}.",
        capital(quicker.running),
        months(quicker),
        months(slower),
        slower.running
    )
}

fn join_clauses(clauses: &[String]) -> String {
    match clauses {
        [a, b] => format!("{a}, while {b}"),
        _ => clauses.join("; "),
    }
}

fn sentence(text: &str) -> String {
    format!("{}.", capital(text))
}

/// The text with its first letter raised: "the GDPR" opens a sentence as "The GDPR".
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| std::iter::once(first.to_ascii_uppercase()).chain(letters).collect())
}
