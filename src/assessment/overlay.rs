//! Putting an overlay over an assessment, and taking it off.

use super::{Action, Deviation, Document, Field, deviations};
use crate::catalog::{Framework, Overlay};

/// The deed that puts an overlay over its framework, with the overlay's reasons. A requirement that somebody has tailored
/// already keeps what they decided.
#[must_use]
pub fn put_on(overlay: &Overlay, framework: &Framework, document: &Document) -> Action {
    let present = deviations(framework, document);
    let decided = |index: usize| present.iter().any(|known| known.index == index && known.overlay != overlay.id);
    let rows = overlay.rows.iter().filter(|row| !decided(row.requirement.into()));
    let actions = rows.flat_map(|row| {
        let requirement = framework.requirements[usize::from(row.requirement)].id;
        let deviation = row.include.then_some(Deviation::Include);
        tailor(framework, requirement, deviation, row.weight, row.reason, overlay.id)
    });
    Action::Several(actions.collect())
}

/// The deed that takes an overlay off: everything that came with it, and nothing else.
#[must_use]
pub fn take_off(overlay: &str, framework: &Framework, document: &Document) -> Action {
    let came = deviations(framework, document).into_iter().filter(|known| known.overlay == overlay);
    let actions = came.flat_map(|known| tailor(framework, framework.requirements[known.index].id, None, None, "", ""));
    Action::Several(actions.collect())
}

fn tailor(
    framework: &Framework,
    requirement: &str,
    deviation: Option<Deviation>,
    weight: Option<u8>,
    reason: &str,
    overlay: &str,
) -> [Action; 4] {
    let (framework, requirement) = (framework.id.to_owned(), requirement.to_owned());
    let remark = |field: Field, text: &str| Action::Remark {
        framework: framework.clone(),
        requirement: requirement.clone(),
        field,
        text: text.to_owned(),
    };
    [
        remark(Field::Why, reason),
        remark(Field::Overlay, overlay),
        Action::Tailor { framework: framework.clone(), requirement: requirement.clone(), deviation },
        Action::Weigh { framework: framework.clone(), requirement: requirement.clone(), weight },
    ]
}
