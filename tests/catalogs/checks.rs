//! What the checks of the crosswalk say of files that are not yet right.

use plumbline::catalog::check::{self, Problem};
use plumbline::catalog::{CrosswalkSource, DirectSource, DomainSource, FrameworkSource};

use super::sources;

/// The problems of a crosswalk of COSO with these rows.
fn problems(rows: &str) -> Vec<Problem> {
    let frameworks = sources::<FrameworkSource>("frameworks", |name| name == "coso-ic-2013.toml");
    let domains = sources::<DomainSource>("controls", |_| true);
    let source: CrosswalkSource = toml::from_str(&format!("framework = \"coso-ic-2013\"\n{rows}")).unwrap();
    check::crosswalk(&source, "coso-ic-2013", &frameworks, &domains)
}

fn said(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|problem| format!("{}: {}", problem.path, problem.message)).collect()
}

#[test]
fn every_problem_of_a_row_is_reported_at_once() {
    let rows = "[[requirement]]
        id = \"P1\"
        controls = [
          { id = \"GOV-21\", relation = \"equal\", strength = 11 },
          { id = \"GOV-99\", relation = \"equal\", strength = 5 },
          { id = \"GOV-21\", relation = \"superset\", strength = 5, why = \"Again.\" },
        ]
        [[requirement]]
        id = \"CE\"
        controls = []
        [[requirement]]
        id = \"P99\"
        complete = true
        controls = [{ id = \"GOV-01\", relation = \"superset\", strength = 0 }]";
    let mut problems = problems(rows);
    problems.retain(|problem| problem.message != "has no row");
    assert_eq!(
        said(&problems),
        [
            "P1.GOV-21: has the strength 11",
            "P1.GOV-99: is an unknown control",
            "P1.GOV-21: stands twice in the row",
            "P1.GOV-21: ends with a full stop",
            "P1: is equal to two controls",
            "CE: CE takes no answer",
            "CE: has 0 entries, not 1 to 5",
            "P99: P99 is no requirement of coso-ic-2013",
            "P99.GOV-01: has the strength 0",
            "P99: is complete with a single control",
        ]
    );
}

#[test]
fn every_problem_of_a_direct_table_is_reported_at_once() {
    let frameworks = sources::<FrameworkSource>("frameworks", |name| name.starts_with("coso") || name.starts_with("soc"));
    let source: DirectSource = toml::from_str(
        "from = \"soc-2-2017\"
        to = \"coso-ic-2013\"
        pairs = [
          { from = \"CC1.1\", to = \"P1\", relation = \"equal\", strength = 10, why = \"the criterion repeats the principle\" },
          { from = \"CC1.1\", to = \"P1\", relation = \"none\", strength = 3, why = \"\" },
          { from = \"CC1\", to = \"P0\", relation = \"subset\", why = \"no\" },
        ]",
    )
    .unwrap();
    let problems = check::direct(&source, "soc-2-2017--coso", &frameworks, &[]);
    assert_eq!(
        said(&problems),
        [
            "from: \"soc-2-2017\" to \"coso-ic-2013\" stands in the file \"soc-2-2017--coso\"",
            "CC1.1 P1: stands twice",
            "CC1.1 P1: denies with a strength",
            "CC1.1 P1: is empty",
            "CC1 P0: CC1 takes no answer",
            "CC1 P0: P0 is no requirement of coso-ic-2013",
            "CC1 P0: has the strength 0",
        ]
    );
}

#[test]
fn a_requirement_without_a_row_is_reported() {
    let rows = "[[requirement]]
        id = \"P1\"
        controls = [{ id = \"GOV-21\", relation = \"equal\", strength = 9 }]";
    let problems = said(&problems(rows));
    assert_eq!((problems.len(), problems[0].as_str()), (16, "P2: has no row"));
}

#[test]
fn every_problem_of_a_control_file_is_reported_at_once() {
    let source: DomainSource = toml::from_str(
        "domain = \"XY\"
        title = \"\"
        [[control]]
        id = \"GOV-1\"
        name = \"A name.\"
        objective = \"Something is done\"
        question = \"Done.\"
        evidence = []
        effort = \"S\"",
    )
    .unwrap();
    assert_eq!(
        said(&check::controls(&[source])),
        [
            "XY: is empty",
            "XY: is not a domain id",
            "GOV-1: is no id of the domain XY",
            "GOV-1.name: ends with a full stop",
            "GOV-1.objective: does not end as a sentence",
            "GOV-1.question: is not a question",
            "GOV-1.evidence: has 0 entries, not 2 to 4",
        ]
    );
}

#[test]
fn an_unknown_field_is_refused() {
    let row = "{ id = \"GOV-01\", relation = \"equal\", strength = 9, note = \"\" }";
    let text = format!("framework = \"x\"\nrequirement = [{{ id = \"P1\", controls = [{row}] }}]");
    assert!(toml::from_str::<CrosswalkSource>(&text).unwrap_err().to_string().contains("unknown field `note`"));
}
