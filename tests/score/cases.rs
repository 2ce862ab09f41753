//! Every folder of `tests/cases` is scored and compared with what it expects.

use std::fs;
use std::path::{Path, PathBuf};

use plumbline::assessment::Answers;
use plumbline::catalog::{Framework, Method, Rollup};
use plumbline::score::methods::{
    Entry, Mark, Outcome, Reading, conformity, entries, essential_eight, essential_eight::Effectiveness, outcome, overrule,
    sprs,
};
use plumbline::score::{explain, score};
use serde::Deserialize;

use crate::support::{answers, framework};
use crate::{render, trees};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The document and section the expectation follows from.
    source: String,
    method: Option<Method>,
    #[serde(default)]
    rollup: Rollup,
    /// Steps of the scale; 6 is the common maturity scale.
    #[serde(default = "six")]
    steps: usize,
    /// Chosen scope options.
    #[serde(default)]
    scope: Vec<String>,
    #[serde(default)]
    show: Show,
    tree: String,
    answers: String,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Show {
    /// The outcome of the method where there is one, the common score otherwise.
    #[default]
    Result,
    Explanation,
}

fn six() -> usize {
    6
}

#[test]
fn every_case_comes_out_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).expect("there are cases").map(|case| case.unwrap().path()).collect();
    cases.sort();
    assert!(!cases.is_empty());
    let failures: Vec<String> = cases.iter().filter_map(|case| check(case).err()).collect();
    assert!(failures.is_empty(), "{} of {} cases fail\n\n{}", failures.len(), cases.len(), failures.join("\n"));
}

fn check(folder: &Path) -> Result<(), String> {
    let name = folder.file_name().unwrap_or_default().display();
    let read = |file: &str| fs::read_to_string(folder.join(file)).map_err(|error| format!("{name}/{file}: {error}\n"));
    let case: Case = toml::from_str(&read("case.toml")?).map_err(|error| format!("{name}: {error}\n"))?;
    assert!(!case.source.is_empty());
    let (expected, actual) = (read("expected.txt")?, run(&case));
    if expected == actual { Ok(()) } else { Err(format!("{name}\nexpected\n{expected}actual\n{actual}")) }
}

fn run(case: &Case) -> String {
    let framework = framework(&trees::named(&case.tree), case.steps, case.rollup, case.method);
    let (answers, words) = answers(&framework, &case.answers, &case.scope);
    if !words.is_empty() {
        return render::outcome(&judged(case.method, &framework, &answers, &words));
    }
    match (&case.show, outcome(&framework, &answers)) {
        (Show::Explanation, _) => render::explanation(&framework, &explain(&framework, &answers, None)),
        (Show::Result, Some(outcome)) => render::outcome(&outcome),
        (Show::Result, None) => render::score(&score(&framework, &answers)),
    }
}

/// The outcome with an assessor's own words in place of what the levels stand for.
fn judged(method: Option<Method>, framework: &Framework, answers: &Answers, words: &[(String, String)]) -> Outcome {
    fn judge<M: Mark>(entries: &mut [Entry<M>], words: &[(String, String)], read: fn(&str) -> M) {
        for (id, word) in words {
            assert!(overrule(entries, id, Reading::Is(read(word))), "{id} is not in scope");
        }
    }
    match method {
        Some(Method::EssentialEight) => {
            let mut entries = entries(framework, answers);
            judge(&mut entries, words, |word| match word {
                "alternate" => Effectiveness::Alternate,
                "no-visibility" => Effectiveness::NoVisibility,
                _ => panic!("no outcome is called {word:?}"),
            });
            Outcome::EssentialEight(essential_eight::assess(&entries))
        }
        Some(Method::Conformity) => {
            let mut entries = entries(framework, answers);
            judge(&mut entries, words, |word| match word {
                "major" => conformity::Finding::Major,
                "minor" => conformity::Finding::Minor,
                "conform" => conformity::Finding::Conform,
                _ => panic!("no finding is called {word:?}"),
            });
            Outcome::Conformity(conformity::assess(&entries))
        }
        other => panic!("{other:?} has no words of its own"),
    }
}

#[test]
fn a_level_reads_as_the_word_at_its_place() {
    use conformity::Finding::{Conform, Major, Minor, Opportunity};
    let words = |max: u8| (0..=max + 1).map(|level| conformity::Finding::of(level, max)).collect::<Vec<_>>();
    assert_eq!(words(5), [Major, Minor, Minor, Opportunity, Conform, Conform, Conform]);
    assert_eq!(words(3), [Major, Minor, Opportunity, Conform, Conform], "a scale of as many steps is read step by step");
    assert_eq!(words(1), [Major, Conform, Conform], "a scale of two is the lowest and the highest");
    assert_eq!(words(0), [Major, Major], "a scale of one step says nothing good");
}

/// Annex A of the DoD Assessment Methodology 1.2.1, row by row; 0 stands for 3.12.4, which has no value.
#[test]
fn sprs_values_are_those_of_annex_a() {
    let annex: [&[u8]; 14] = [
        &[5, 5, 1, 1, 3, 1, 1, 1, 1, 1, 1, 5, 5, 1, 1, 5, 5, 5, 3, 1, 1, 1],
        &[5, 5, 1],
        &[5, 3, 1, 1, 5, 1, 1, 1, 1],
        &[5, 5, 1, 1, 5, 5, 5, 5, 1],
        &[5, 5, 5, 1, 1, 1, 1, 1, 1, 5, 1],
        &[5, 5, 1],
        &[3, 5, 1, 3, 5, 1],
        &[3, 3, 5, 1, 1, 1, 5, 3, 1],
        &[3, 5],
        &[5, 5, 1, 1, 1, 1],
        &[3, 5, 1],
        &[5, 3, 5, 0],
        &[5, 5, 1, 1, 5, 5, 1, 3, 1, 1, 5, 1, 1, 1, 5, 1],
        &[5, 5, 5, 5, 3, 5, 3],
    ];
    let rows = (1..).zip(annex).flat_map(|(family, values)| (1..).zip(values).map(move |row| (family, row)));
    let mut sum = 0;
    for (family, (number, value)) in rows {
        let id = format!("3.{family}.{number}");
        assert_eq!(sprs::value(&id).unwrap_or(0), *value, "{id}");
        sum += i16::from(*value);
    }
    assert_eq!(sum, sprs::VALUES);
    assert_eq!(sprs::ALL - sprs::VALUES, -203);
}
