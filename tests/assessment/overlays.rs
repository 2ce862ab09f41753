//! Overlays: those that ship, and putting one on and taking it off.

use std::path::Path;

use plumbline::assessment::{Action, Answers, Field, deviations, put_on, take_off};
use plumbline::catalog::{FrameworkSource, Overlay, OverlayRow, OverlaySource, check};

use crate::fixture::{act, assessment, library, remark};

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> T {
    toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn the_bundled_overlays_are_sound() {
    let catalogs = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogs");
    let framework: FrameworkSource = read(&catalogs.join("frameworks/nist-800-53-r5.toml"));
    let frameworks = [framework];
    for name in ["nist-800-53-r5-ai", "nist-800-53-r5-supply-chain"] {
        let source: OverlaySource = read(&catalogs.join(format!("overlays/{name}.toml")));
        assert_eq!(check::overlay(&source, name, &frameworks), []);
        let built = source.build(&[frameworks[0].build("")]);
        assert_eq!(built.rows.len(), source.rows.len());
        assert!(built.rows.is_sorted_by_key(|row| row.requirement));
    }
}

#[test]
fn what_is_wrong_with_an_overlay_is_told() {
    let catalogs = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogs");
    let frameworks = [read::<FrameworkSource>(&catalogs.join("frameworks/soc-2-2017.toml"))];
    let source: OverlaySource = toml::from_str(
        "id = 'o'\nframework = 'soc-2-2017'\ntitle = 'T'\npurpose = 'For us.'\n\
         [[requirement]]\nid = 'CC6.1'\naction = 'weight'\nreason = 'Because.'\n\
         [[requirement]]\nid = 'CC6.1'\naction = 'include'\nweight = 30\nreason = 'because'\n\
         [[requirement]]\nid = 'CC6'\naction = 'include'\nreason = 'Because.'\n",
    )
    .unwrap();
    let said: Vec<String> = check::overlay(&source, "o", &frameworks)
        .iter()
        .map(|problem| format!("{} {}", problem.path, problem.message))
        .collect();
    let expected = [
        "CC6.1 is weighed without a weight",
        "CC6.1 stands twice",
        "CC6.1 has a weight out of range",
        "CC6.1.reason does not end as a sentence",
        "CC6 is no requirement that takes an answer",
    ];
    assert_eq!(said, expected);
}

#[test]
fn an_overlay_comes_and_goes_whole() {
    let library = library(&["a1*:\na2:\na3:\n"]);
    let framework = &library.frameworks[0];
    let row = |requirement, include, weight| OverlayRow { requirement, include, weight, reason: "It matters here." };
    let overlay = Overlay {
        id: "o",
        framework: 0,
        title: "",
        purpose: "",
        rows: vec![row(0, true, None), row(1, false, Some(4)), row(2, false, Some(4))],
    };
    let mut document = assessment(&library, &[]);
    act(&mut document, Action::Scope { framework: "f0".to_owned(), options: Vec::new() });
    act(&mut document, Action::Weigh { framework: "f0".to_owned(), requirement: "a3".to_owned(), weight: Some(2) });
    act(&mut document, remark("f0 a3", Field::Why, "Our own choice."));
    let before = deviations(framework, &document);
    let on = put_on(&overlay, framework, &document);
    act(&mut document, on);
    let answers = Answers::read(framework, &document);
    assert!(answers.is_in_scope(0));
    assert_eq!([1, 2].map(|index| answers.weight_of(index)), [4, 2]);
    let off = take_off("o", framework, &document);
    act(&mut document, off);
    assert_eq!(deviations(framework, &document), before);
}
