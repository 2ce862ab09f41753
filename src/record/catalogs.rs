//! Answers and the catalogs they were given to: what a catalog update may leave behind, and how to carry it over.

use std::collections::BTreeMap;

use crate::assessment::{Document, Field, Fields, Value, is_own};
use crate::catalog::{Framework, Library};

/// The states of catalogs, by framework: what was in force when something was written.
pub type Catalogs = BTreeMap<String, String>;

/// Answers to a requirement that the framework of today does not have, or does not ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orphan {
    pub framework: String,
    pub requirement: String,
    pub fields: Fields,
}

/// The states of all bundled catalogs.
#[must_use]
pub fn states_of(library: &Library) -> Catalogs {
    library.frameworks.iter().map(|framework| (framework.id.to_owned(), state_of(framework))).collect()
}

/// The CRC-32 over the version and the ids of a framework, so it changes when answers could lose their place.
fn state_of(framework: &Framework) -> String {
    let mut text = framework.profile.version.to_owned();
    for requirement in &framework.requirements {
        text.push('\n');
        text.push_str(requirement.id);
        text.push_str(if requirement.assessable { "" } else { " (not asked)" });
    }
    super::envelope::checksum(&text)
}

/// Everything in a document that has no place in the catalogs of today, in the order of the document. It stays in the
/// document, and is saved and exported with it. Own requirements have a place of their own, and a section may have a target
/// and tailoring.
#[must_use]
pub fn orphans(document: &Document, library: &Library) -> Vec<Orphan> {
    let asked = |framework: &str, requirement: &str| {
        let requirements = library.framework(framework).map_or(&[][..], |framework| &framework.requirements);
        requirements.iter().any(|known| known.id == requirement && known.assessable)
    };
    let known = |framework: &str, requirement: &str| {
        library.framework(framework).is_some_and(|framework| framework.position(requirement).is_some())
    };
    let mut orphans = Vec::new();
    for (framework, requirements) in document.frameworks.iter().filter(|(framework, _)| !framework.is_empty()) {
        for (requirement, fields) in requirements.iter().filter(|(requirement, _)| !requirement.is_empty()) {
            let kept = |field: &Field| known(framework, requirement) && field.fits_section();
            let said = fields.iter().any(|(field, cell)| cell.value != Value::Gone && !kept(field));
            if said && !asked(framework, requirement) && !is_own(requirement) {
                let (framework, requirement) = (framework.clone(), requirement.clone());
                orphans.push(Orphan { framework, requirement, fields: fields.clone() });
            }
        }
    }
    orphans
}

/// Moves what was said of one requirement to another, each a framework and an id.
///
/// What the other already says stays, and so does what would have replaced it: those fields are given back and remain where
/// they were.
pub fn move_answer(document: &mut Document, from: (&str, &str), to: (&str, &str), writer: &str) -> Vec<Field> {
    let mut taken = Vec::new();
    if from == to {
        return taken;
    }
    let fields = document.fields(from.0, from.1).cloned().unwrap_or_default();
    for (field, cell) in fields.into_iter().filter(|(_, cell)| cell.value != Value::Gone) {
        let there = document.fields(to.0, to.1).and_then(|fields| fields.get(&field)).map(|cell| &cell.value);
        match there {
            Some(value) if *value != Value::Gone && *value != cell.value => taken.push(field),
            _ => {
                document.write(to.0, to.1, field, cell.value, writer);
                document.write(from.0, from.1, field, Value::Gone, writer);
            }
        }
    }
    taken
}
