//! All bundled frameworks, and the hub that joins them.

use serde::{Deserialize, Serialize};

use super::{Control, Direct, Domain, Edges, Framework, Overlay};

/// Every framework there is, ordered by short name, with the common controls and the crosswalk.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Library {
    pub frameworks: Vec<Framework>,
    pub domains: Vec<Domain>,
    /// The common controls, those of a domain together.
    pub controls: Vec<Control>,
    /// What the requirements of each framework map to; one for each framework, in the same order.
    pub edges: Vec<Edges>,
    /// Direct relations, at most one table for two frameworks.
    pub direct: Vec<Direct>,
    /// Ready-made tailoring, by file name.
    pub overlays: Vec<Overlay>,
    /// The file that holds the texts of the controls and the rationales of the crosswalk.
    pub control_texts: &'static str,
}

impl Library {
    #[must_use]
    pub fn framework(&self, id: &str) -> Option<&Framework> {
        self.frameworks.iter().find(|framework| framework.id == id)
    }

    /// The place of a framework among all.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.frameworks.iter().position(|framework| framework.id == id)
    }

    /// The common control with this id.
    #[must_use]
    pub fn control(&self, id: &str) -> Option<usize> {
        self.controls.iter().position(|control| control.id == id)
    }

    /// Whether every place that a part names exists, so that nothing that reads the library can miss.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let rows = |(edges, framework): (&Edges, &Framework)| {
            edges.rows() == framework.requirements.len()
                && edges
                    .all()
                    .iter()
                    .all(|edge| usize::from(edge.control) < self.controls.len() && (1..=10).contains(&edge.strength))
        };
        let count =
            |framework: u16| self.frameworks.get(usize::from(framework)).map_or(0, |framework| framework.requirements.len());
        let pairs = |direct: &Direct| {
            let (from, to) = (count(direct.from), count(direct.to));
            direct.pairs.iter().all(|pair| usize::from(pair.from) < from && usize::from(pair.to) < to && pair.strength <= 10)
        };
        self.edges.len() == self.frameworks.len()
            && self.edges.iter().zip(&self.frameworks).all(rows)
            && self.direct.iter().all(pairs)
            && self
                .overlays
                .iter()
                .all(|overlay| overlay.rows.iter().all(|row| usize::from(row.requirement) < count(overlay.framework)))
            && self.controls.iter().all(|control| usize::from(control.domain) < self.domains.len())
    }
}
