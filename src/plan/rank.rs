//! Gaps of a whole assessment, ranked by what closing them is worth.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::gaps;
use crate::assessment::{Assessed, Standing};
use crate::catalog::Library;

/// A gap, and how far closing it reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankedGap {
    /// The place of the part in the assessment.
    pub part: usize,
    /// The key of the requirement: an id of the framework or of an own requirement.
    pub id: String,
    pub title: String,
    pub level: u8,
    pub target: u8,
    pub weight: u8,
    /// How many other gaps of the assessment the same controls would move.
    pub others: u32,
}

impl RankedGap {
    /// Levels missing × weight × (1 + other gaps that the same controls would move): what closing it is worth.
    #[must_use]
    pub fn worth(&self) -> u64 {
        u64::from(self.target - self.level) * u64::from(self.weight) * (1 + u64::from(self.others))
    }
}

/// Every gap of an assessment, the one worth most first; where worth ties, by framework and in document order, with own
/// requirements after the framework's.
#[must_use]
pub fn ranked(library: &Library, assessed: &Assessed<'_>) -> Vec<RankedGap> {
    let found: Vec<_> = assessed
        .parts
        .iter()
        .enumerate()
        .flat_map(|(place, part)| {
            let mut gaps = gaps(part.framework, &part.answers);
            gaps.sort_by_key(|gap| gap.index);
            gaps.into_iter().map(move |gap| (place, gap))
        })
        .collect();
    let mut moved_by: Vec<Vec<usize>> = vec![Vec::new(); library.controls.len()];
    for (number, (place, gap)) in found.iter().enumerate() {
        for edge in library.edges[assessed.parts[*place].place].of(gap.index) {
            moved_by[usize::from(edge.control)].push(number);
        }
    }
    let mut ranked: Vec<RankedGap> = Vec::new();
    for (place, part) in assessed.parts.iter().enumerate() {
        for (number, (_, gap)) in found.iter().enumerate().filter(|(_, (of, _))| *of == place) {
            let edges = library.edges[part.place].of(gap.index).iter();
            let others: BTreeSet<usize> = edges.flat_map(|edge| &moved_by[usize::from(edge.control)]).copied().collect();
            let requirement = &part.framework.requirements[gap.index];
            ranked.push(RankedGap {
                part: place,
                id: requirement.id.to_owned(),
                title: requirement.title.to_owned(),
                level: gap.level,
                target: gap.target,
                weight: gap.weight,
                others: u32::try_from(others.iter().filter(|other| **other != number).count()).unwrap_or(u32::MAX),
            });
        }
        ranked.extend(part.answers.own().iter().filter_map(|own| {
            let Standing::Level(level) = own.standing else { return None };
            (level < own.target).then(|| RankedGap {
                part: place,
                id: own.id.clone(),
                title: own.title.clone(),
                level,
                target: own.target,
                weight: own.weight,
                others: 0,
            })
        }));
    }
    ranked.sort_by_key(|gap| Reverse(gap.worth()));
    ranked
}
