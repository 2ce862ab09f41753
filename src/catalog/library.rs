//! All bundled frameworks.

use serde::{Deserialize, Serialize};

use super::Framework;

/// Every framework there is, ordered by short name.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Library {
    pub frameworks: Vec<Framework>,
}

impl Library {
    #[must_use]
    pub fn framework(&self, id: &str) -> Option<&Framework> {
        self.frameworks.iter().find(|framework| framework.id == id)
    }
}
