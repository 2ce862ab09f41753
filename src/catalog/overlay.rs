//! Overlays: ready-made tailoring of one framework for a kind of system or a concern.

use serde::{Deserialize, Serialize};

use super::source::narrow;
use super::{Framework, keep};

/// A set of departures from a framework's scopes and weights, each with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overlay {
    pub id: &'static str,
    /// The place of the framework in [`Library::frameworks`](super::Library::frameworks).
    pub framework: u16,
    pub title: &'static str,
    /// What it is for, in one or two sentences.
    pub purpose: &'static str,
    /// In document order.
    pub rows: Vec<OverlayRow>,
}

/// One departure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverlayRow {
    /// The place of the requirement in the framework.
    pub requirement: u16,
    /// Brings the requirement in, whatever the chosen scope.
    pub include: bool,
    /// From 1 to 20; absent where the weight stays.
    pub weight: Option<u8>,
    pub reason: &'static str,
}

/// The shape of `catalogs/overlays/<id>.toml`. `catalogs/README.md` explains every field.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OverlaySource {
    pub id: String,
    pub framework: String,
    pub title: String,
    pub purpose: String,
    #[serde(rename = "requirement")]
    pub rows: Vec<OverlayRowSource>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OverlayRowSource {
    pub id: String,
    pub action: OverlayAction,
    #[serde(default)]
    pub weight: Option<u8>,
    pub reason: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OverlayAction {
    Include,
    Weight,
}

impl OverlaySource {
    /// The overlay for the frameworks of a library.
    ///
    /// Only for sources without [problems](super::check::overlay).
    ///
    /// # Panics
    /// When the framework or a requirement is unknown, which the check reports first.
    #[must_use]
    pub fn build(&self, frameworks: &[Framework]) -> Overlay {
        let place = frameworks.iter().position(|framework| framework.id == self.framework);
        let place = place.expect("the check holds that the framework is known");
        let row = |source: &OverlayRowSource| {
            let requirement = frameworks[place].position(&source.id).expect("the check holds that requirements are known");
            OverlayRow {
                requirement: narrow(requirement),
                include: source.action == OverlayAction::Include,
                weight: source.weight,
                reason: keep(&source.reason),
            }
        };
        let mut rows: Vec<OverlayRow> = self.rows.iter().map(row).collect();
        rows.sort_by_key(|row| row.requirement);
        let (id, title, purpose) = (keep(&self.id), keep(&self.title), keep(&self.purpose));
        Overlay { id, framework: narrow(place), title, purpose, rows }
    }
}
