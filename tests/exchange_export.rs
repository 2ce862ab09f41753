//! What exported files must be: inert, complete, and as the schema says.

#![cfg(feature = "io")]

use plumbline::exchange::{
    Export, Imported, Options, PlanRow, REPORT_SCHEMA, Report, ReportAnswer, ReportFramework, ReportGap, ReportPair,
    ReportScore, ReportStanding, State, read, write,
};

const DAY: &str = "2026-11-23";

fn back(report: &Report, export: Export) -> Imported {
    let file = write(report, export);
    assert_eq!(file, write(report, export), "the same report gives the same bytes");
    read(&file.bytes, &file.file_name, &Options::default()).expect("what was written can be read").content
}

fn full_report() -> Report {
    let answer = ReportAnswer {
        requirement: "1.10".into(),
        section: "1".into(),
        title: "=HYPERLINK(\"x\")".into(),
        standing: ReportStanding::Answered,
        level: Some(2),
        target: Some(3),
        note: "\t=cmd".into(),
        evidence: "+1".into(),
        owner: "@ada".into(),
        due: DAY.into(),
        ..ReportAnswer::default()
    };
    let unanswered = ReportAnswer { requirement: "007".into(), ..ReportAnswer::default() };
    let framework = ReportFramework {
        id: "lighthouse-1".into(),
        title: "Lighthouse".into(),
        score: ReportScore { value: Some(400), coverage: 500, low: 200, high: 700, readiness: 0 },
        answers: vec![answer, unanswered],
        gaps: vec![ReportGap { requirement: "1.10".into(), title: "-1".into(), level: 2, target: 3, weight: 1 }],
        ..ReportFramework::default()
    };
    let row = PlanRow {
        framework: "lighthouse-1".into(),
        requirement: "1.10".into(),
        title: "Mend".into(),
        due: DAY.into(),
        ..PlanRow::default()
    };
    Report {
        organisation: "＝Board".into(),
        assessment: "Spring".into(),
        date: DAY.into(),
        frameworks: vec![framework],
        plan: vec![row],
        crosswalk: vec![ReportPair { source: "1.10".into(), target: "x".into(), ..ReportPair::default() }],
    }
}

#[test]
fn no_cell_of_a_csv_file_starts_a_formula() {
    for export in [Export::Csv, Export::CisoAuditCsv, Export::SoaCsv, Export::PoamCsv] {
        let file = write(&full_report(), export);
        let text = String::from_utf8(file.bytes).expect("CSV is UTF-8");
        for cell in text.trim_start_matches('\u{FEFF}').split(['\n', ',', ';']) {
            let cell = cell.trim_start_matches('"');
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠']), "{export:?}: {cell}");
        }
    }
}

#[test]
fn every_export_gives_a_file_and_unanswered_stays_unanswered() {
    for export in Export::ALL {
        let file = write(&full_report(), export);
        assert!(file.bytes.len() > 100 && file.file_name.starts_with("spring"), "{export:?}");
    }
    let rows = back(&full_report(), Export::Xlsx).answers.remove(0).rows;
    assert_eq!((rows[1].state, rows[1].level.as_deref()), (Some(State::NotAssessed), None));
}

#[test]
fn a_plan_comes_back_from_a_poam() {
    let row = &back(&full_report(), Export::OscalPoam).answers[0].rows[0];
    assert_eq!(
        (row.requirement.as_str(), row.due.as_str(), row.state),
        ("1.10", "2026-11-23T00:00:00Z", Some(State::NotMet))
    );
}

#[test]
fn the_profile_names_what_applies() {
    let content = back(&full_report(), Export::OscalProfile);
    let ids: Vec<&str> = content.frameworks[0].requirements.iter().map(|requirement| requirement.id.as_str()).collect();
    assert_eq!(ids, ["_007", "_1.10"]);
}

/// Every object of the schema names exactly the keys that are written.
#[test]
fn the_schema_names_every_key_of_a_report() {
    let schema: serde_json::Value = serde_json::from_str(REPORT_SCHEMA).expect("the schema is JSON");
    let report = serde_json::to_value(full_report()).expect("a report is JSON");
    let framework = &report["frameworks"][0];
    let section = serde_json::json!({ "id": "", "title": "", "score": {} });
    let parts = [
        ("Report", &report),
        ("ReportFramework", framework),
        ("ReportScore", &framework["score"]),
        ("ReportSection", &section),
        ("ReportAnswer", &framework["answers"][0]),
        ("ReportGap", &framework["gaps"][0]),
        ("PlanRow", &report["plan"][0]),
        ("ReportPair", &report["crosswalk"][0]),
    ];
    for (name, value) in parts {
        let keys = |value: &serde_json::Value| {
            let mut keys: Vec<String> = value.as_object().into_iter().flatten().map(|(key, _)| key.clone()).collect();
            keys.sort();
            keys
        };
        assert_eq!(keys(&schema["$defs"][name]["properties"]), keys(value), "{name}");
        let mut required: Vec<&str> =
            schema["$defs"][name]["required"].as_array().into_iter().flatten().filter_map(|key| key.as_str()).collect();
        required.sort_unstable();
        assert_eq!(required, keys(value), "{name}");
    }
}
