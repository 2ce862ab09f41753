//! What a catalog update leaves behind stays with the assessment and can be moved.

use std::path::Path;

use plumbline::assessment::{Document, Field, Value};
use plumbline::catalog::{Framework, FrameworkSource, Library};
use plumbline::record::{self, move_answer, orphans, states_of};

const WRITER: &str = "w";

/// Every bundled framework, with the ids of some requirements changed as a later version of it might.
fn frameworks(change: impl Fn(usize, &str) -> Option<String>) -> Vec<Framework> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogs/frameworks");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path| toml::from_str::<FrameworkSource>(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut frameworks: Vec<Framework> = paths.into_iter().map(|path| read(path).build("")).collect();
    for framework in &mut frameworks {
        for (index, requirement) in framework.requirements.iter_mut().enumerate() {
            match change(index, requirement.id) {
                Some(id) => requirement.id = Box::leak(id.into_boxed_str()),
                None => requirement.assessable = false,
            }
        }
    }
    frameworks
}

fn answered(library: &Library) -> Document {
    let mut document = Document::new("one");
    for framework in &library.frameworks {
        for (index, requirement) in framework.requirements.iter().enumerate().filter(|(_, known)| known.assessable) {
            let note = Value::Text(format!("note {index}"));
            document.write(framework.id, requirement.id, Field::Level, Value::Number(index as u32 % 6), WRITER);
            document.write(framework.id, requirement.id, Field::Note, note, WRITER);
        }
    }
    document
}

#[test]
fn an_update_drops_no_answer_of_any_framework() {
    let before = Library { frameworks: frameworks(|_, id| Some(id.to_owned())), ..Library::default() };
    let document = answered(&before);
    assert_eq!(orphans(&document, &before), []);
    for (renamed, withdrawn) in [(3, 5), (1, 0), (2, 7), (0, 1)] {
        let after = Library {
            frameworks: frameworks(|index, id| match index {
                _ if withdrawn > 0 && index % withdrawn == 0 => None,
                _ if renamed > 0 && index % renamed == 0 => Some(format!("{id} (new)")),
                _ => Some(id.to_owned()),
            }),
            ..Library::default()
        };
        let mut document = record::decode(&record::encode_against(&document, &states_of(&after))).unwrap();
        let (mut kept, mut orphaned) = (0, 0);
        for framework in &before.frameworks {
            let now = after.framework(framework.id).unwrap();
            for (index, old) in framework.requirements.iter().enumerate().filter(|(_, known)| known.assessable) {
                assert_eq!(document.number(framework.id, old.id, Field::Level), Some(index as u32 % 6));
                let new = &now.requirements[index];
                kept += usize::from(new.assessable && new.id == old.id);
            }
        }
        for orphan in orphans(&document, &after) {
            orphaned += 1;
            assert!(orphan.fields.contains_key(&Field::Note));
            let to = format!("{} (new)", orphan.requirement);
            let (from, to) =
                ((orphan.framework.as_str(), orphan.requirement.as_str()), (orphan.framework.as_str(), to.as_str()));
            assert_eq!(move_answer(&mut document, from, to, WRITER), []);
            assert_eq!(document.fields(to.0, to.1).unwrap()[&Field::Note].value, orphan.fields[&Field::Note].value);
        }
        let total = before.frameworks.iter().flat_map(|known| &known.requirements).filter(|known| known.assessable).count();
        assert_eq!(kept + orphaned, total);
        assert!(orphaned > 0);
    }
}

#[test]
fn an_answer_never_moves_over_another() {
    let mut document = Document::new("one");
    for (requirement, field, value) in [
        ("old", Field::Level, Value::Number(1)),
        ("old", Field::Note, Value::Text("old".to_owned())),
        ("old", Field::Owner, Value::Text("same".to_owned())),
        ("new", Field::Note, Value::Text("new".to_owned())),
        ("new", Field::Owner, Value::Text("same".to_owned())),
    ] {
        document.write("f", requirement, field, value, WRITER);
    }
    assert_eq!(move_answer(&mut document, ("f", "old"), ("f", "new"), WRITER), [Field::Note]);
    assert_eq!(document.number("f", "new", Field::Level), Some(1));
    assert_eq!(document.number("f", "old", Field::Level), None);
    assert_eq!(document.text("f", "new", Field::Note), "new");
    assert_eq!(document.text("f", "old", Field::Note), "old");
    assert_eq!(document.text("f", "old", Field::Owner), "");
    let before = document.clone();
    assert_eq!(move_answer(&mut document, ("f", "new"), ("f", "new"), WRITER), []);
    assert_eq!(document, before);
}
