//! A made-up assessment to look around in. It is never stored.

use crate::assessment::{Action, Document, Field, Standing, apply};
use crate::catalog::Framework;

const WRITER: &str = "sample";

/// A plausible half-finished assessment of an invented organisation against the given frameworks.
///
/// The same frameworks always give the same answers. About two in three are answered, lower towards the end of the tree,
/// and one in nineteen is marked "not applicable".
#[must_use]
pub fn sample(id: &str, frameworks: &[&Framework]) -> Document {
    let mut document = Document::new(id);
    let mut act = |action: Action| apply(&mut document, &action, WRITER);
    act(Action::Rename("Sample: Harbour Analytics".to_owned()));
    for framework in frameworks {
        act(Action::Include { framework: framework.id.to_owned(), included: true });
        let leaves = framework.requirements.iter().filter(|requirement| requirement.assessable);
        for (place, requirement) in leaves.enumerate() {
            let dice = scatter(place as u64);
            let standing = match dice % 19 {
                0 => Standing::NotApplicable,
                1..=5 => Standing::Unanswered,
                // 0 to 4, most often 2 or 3.
                _ => Standing::Level(u8::try_from((dice >> 8) % 3 + (dice >> 16) % 3).unwrap_or(0)),
            };
            let (framework, requirement) = (framework.id.to_owned(), requirement.id.to_owned());
            let remark = |field, text: &str| Action::Remark {
                framework: framework.clone(),
                requirement: requirement.clone(),
                field,
                text: text.to_owned(),
            };
            if standing == Standing::NotApplicable {
                act(remark(Field::Reason, "Outsourced in full; the provider's report covers it."));
            }
            if matches!(standing, Standing::Level(0 | 1)) {
                act(remark(Field::Owner, ["Operations", "Security", "Product", "People"][(dice >> 24) as usize % 4]));
            }
            act(Action::Answer { framework, requirement, standing });
        }
    }
    document
}

/// A fixed scramble of a number (SplitMix64).
fn scatter(seed: u64) -> u64 {
    let mut bits = seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}
