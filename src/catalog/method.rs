//! How a framework is officially scored.

use serde::{Deserialize, Serialize};

/// The issuer's own way of scoring, shown beside the common maturity score; `score::methods` holds the arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    Sprs,
    Cmmc,
    C2m2,
    Samm,
    EssentialEight,
    Conformity,
    Criteria,
    Csf,
}
