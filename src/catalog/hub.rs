//! The common controls and the crosswalk as they are written in catalog files, before they are checked.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::source::{keep_all, narrow};
use super::{
    Control, ControlText, ControlTexts, Direct, DirectPair, DirectRelation, Domain, Edge, Edges, Effort, Framework, Library,
    Relation, keep,
};

/// All hub files together. `catalogs/README.md` explains every field.
#[derive(Debug, Default)]
pub struct HubSource {
    /// By file name, which is the order of the domains in the library.
    pub domains: Vec<DomainSource>,
    pub crosswalks: Vec<CrosswalkSource>,
    pub direct: Vec<DirectSource>,
}

/// The shape of `catalogs/controls/<domain>.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DomainSource {
    pub domain: String,
    pub title: String,
    #[serde(rename = "control")]
    pub controls: Vec<ControlSource>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ControlSource {
    pub id: String,
    pub name: String,
    pub objective: String,
    pub question: String,
    pub evidence: Vec<String>,
    pub effort: Effort,
}

/// The shape of `catalogs/crosswalk/<framework>.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CrosswalkSource {
    pub framework: String,
    #[serde(rename = "requirement")]
    pub rows: Vec<RowSource>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowSource {
    pub id: String,
    #[serde(default)]
    pub complete: bool,
    pub controls: Vec<EdgeSource>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EdgeSource {
    pub id: String,
    pub relation: Relation,
    pub strength: u8,
    #[serde(default)]
    pub why: String,
}

/// The shape of `catalogs/crosswalk/<a>--<b>.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectSource {
    pub from: String,
    pub to: String,
    pub pairs: Vec<PairSource>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairSource {
    pub from: String,
    pub to: String,
    pub relation: DirectRelation,
    /// Absent for `none`.
    #[serde(default)]
    pub strength: u8,
    pub why: String,
}

impl HubSource {
    /// Joins the frameworks with the hub, without overlays. `texts` names the file that the texts of the hub go to.
    ///
    /// Only for sources without [problems](super::check::crosswalk).
    ///
    /// # Panics
    /// When a framework, requirement or control is unknown, which the check reports first.
    #[must_use]
    pub fn build(&self, frameworks: Vec<Framework>, texts: &str) -> Library {
        let controls = self.build_controls();
        let places: BTreeMap<&str, u16> =
            controls.iter().enumerate().map(|(index, control)| (control.id, narrow(index))).collect();
        Library {
            edges: frameworks.iter().map(|framework| self.build_edges(framework, &places)).collect(),
            direct: self.direct.iter().map(|source| source.build(&frameworks)).collect(),
            domains: self
                .domains
                .iter()
                .map(|source| Domain { id: keep(&source.domain), title: keep(&source.title) })
                .collect(),
            controls,
            control_texts: keep(texts),
            overlays: Vec::new(),
            frameworks,
        }
    }

    fn build_controls(&self) -> Vec<Control> {
        let mut controls = Vec::new();
        for (domain, source) in self.domains.iter().enumerate() {
            let domain = u8::try_from(domain).expect("the check holds that there are fewer than 256 domains");
            controls.extend(source.controls.iter().map(|control| Control {
                id: keep(&control.id),
                name: keep(&control.name),
                domain,
                effort: control.effort,
            }));
        }
        controls
    }

    fn build_edges(&self, framework: &Framework, places: &BTreeMap<&str, u16>) -> Edges {
        let rows = self.rows(framework.id);
        let mut edges = Edges::default();
        for requirement in &framework.requirements {
            let row = rows.get(requirement.id).copied();
            let edge = |source: &EdgeSource| Edge {
                control: places[source.id.as_str()],
                relation: source.relation,
                strength: source.strength,
            };
            let row_edges: Vec<Edge> = row.map_or(&[][..], |row| &row.controls).iter().map(edge).collect();
            edges.push(&row_edges, row.is_some_and(|row| row.complete));
        }
        edges
    }

    fn rows(&self, framework: &str) -> BTreeMap<&str, &RowSource> {
        let crosswalk = self.crosswalks.iter().find(|source| source.framework == framework);
        crosswalk.map_or(&[][..], |source| &source.rows).iter().map(|row| (row.id.as_str(), row)).collect()
    }

    /// What the text pack of the hub holds, in the order of the library that [`build`](Self::build) makes.
    #[must_use]
    pub fn build_texts(&self, frameworks: &[Framework]) -> ControlTexts {
        let text = |source: &ControlSource| ControlText {
            objective: keep(&source.objective),
            question: keep(&source.question),
            evidence: keep_all(&source.evidence),
        };
        let whys = |framework: &Framework| {
            let rows = self.rows(framework.id);
            let rows = framework.requirements.iter().filter_map(|requirement| rows.get(requirement.id));
            rows.flat_map(|row| &row.controls).map(|edge| keep(&edge.why)).collect()
        };
        ControlTexts {
            controls: self.domains.iter().flat_map(|domain| &domain.controls).map(text).collect(),
            edges: frameworks.iter().map(whys).collect(),
            direct: self.direct.iter().map(|source| source.pairs.iter().map(|pair| keep(&pair.why)).collect()).collect(),
        }
    }
}

impl DirectSource {
    fn build(&self, frameworks: &[Framework]) -> Direct {
        let framework = |id: &str| {
            let found = frameworks.iter().position(|framework| framework.id == id);
            found.expect("the check holds that both frameworks are known")
        };
        let (from, to) = (framework(&self.from), framework(&self.to));
        let requirement = |framework: usize, id: &str| {
            narrow(frameworks[framework].position(id).expect("the check holds that the requirements are known"))
        };
        let pair = |source: &PairSource| DirectPair {
            from: requirement(from, &source.from),
            to: requirement(to, &source.to),
            relation: source.relation,
            strength: source.strength,
        };
        Direct { from: narrow(from), to: narrow(to), pairs: self.pairs.iter().map(pair).collect() }
    }
}
