//! What is written comes back: every pair of a writer and a reader that can carry the data, on made-up reports.

#![cfg(feature = "io")]

use plumbline::exchange::{
    Export, FrameworkExport, Imported, ImportedFramework, ImportedGroup, ImportedMapping, ImportedRequirement,
    MappingExport, MappingRow, Options, Relation, Report, ReportAnswer, ReportFramework, ReportPair, ReportStanding, read,
    write, write_framework, write_mapping,
};
use proptest::prelude::*;

const DAY: &str = "2026-11-23";

/// Ids that a spreadsheet or YAML would spoil, beside plain ones.
fn id() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("1.10".to_owned()),
        Just("007".to_owned()),
        Just("no".to_owned()),
        Just("1e3".to_owned()),
        Just("null".to_owned()),
        Just("2024-01-02".to_owned()),
        "[A-Z]{2}-[1-9]\\([1-9]\\)",
        "[a-zA-Z][a-zA-Z0-9.]{0,8}[a-z0-9]",
    ]
}

/// Text as people write it, with what tends to break files.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("=1+1".to_owned()),
        Just("+49".to_owned()),
        Just("-".to_owned()),
        Just("@home".to_owned()),
        Just("＝x".to_owned()),
        Just("'quoted".to_owned()),
        Just("'=quoted".to_owned()),
        Just("a, b; c\t\"d\"".to_owned()),
        Just("line\nline".to_owned()),
        Just("_x0041_ & <b>".to_owned()),
        Just("- ü: # {é} 漢字 🙂".to_owned()),
        "[ -~]{0,20}",
    ];
    part.prop_map(|text| text.trim().to_owned())
}

fn line() -> impl Strategy<Value = String> {
    text().prop_map(|text| text.replace(['\n', '\t'], " "))
}

fn answer() -> impl Strategy<Value = ReportAnswer> {
    let level = prop_oneof![
        Just((ReportStanding::NotApplicable, None)),
        (0_u8..6).prop_map(|level| (ReportStanding::Answered, Some(level)))
    ];
    (line(), level, 1_u8..6, text(), text(), line()).prop_map(|(title, (standing, level), target, note, evidence, owner)| {
        let due = "2026-12-01".to_owned();
        let target = Some(target);
        ReportAnswer { title, standing, level, target, note, evidence, owner, due, ..ReportAnswer::default() }
    })
}

fn report() -> impl Strategy<Value = Report> {
    let answers = prop::collection::btree_map(id(), answer(), 1..8);
    (answers, prop::collection::vec((id(), id(), text()), 0..4)).prop_map(|(answers, pairs)| {
        let answers = answers.into_iter().map(|(requirement, answer)| ReportAnswer { requirement, ..answer }).collect();
        let framework = ReportFramework {
            id: "lighthouse-1".into(),
            title: "Lighthouse".into(),
            levels: (0..6).map(|level| format!("Level {level}")).collect(),
            answers,
            ..ReportFramework::default()
        };
        let pair = |(source, target, rationale)| ReportPair {
            source_framework: "lighthouse-1".into(),
            source,
            target_framework: "harbour-2".into(),
            target,
            relation: Relation::Subset,
            strength: Some(7),
            rationale,
        };
        Report {
            organisation: "Harbour Board".into(),
            assessment: "Spring".into(),
            date: DAY.into(),
            frameworks: vec![framework],
            crosswalk: pairs.into_iter().map(pair).collect(),
            plan: Vec::new(),
        }
    })
}

fn back(report: &Report, export: Export) -> Imported {
    let file = write(report, export);
    assert_eq!(file, write(report, export), "the same report gives the same bytes");
    read(&file.bytes, &file.file_name, &Options::default()).expect("what was written can be read").content
}

/// What an answer must still be after a round trip, as far as the format has a place for it.
#[derive(Clone, Copy)]
struct Carries {
    target: bool,
    evidence: bool,
    owner_and_due: bool,
}

fn same_answers(report: &Report, content: &Imported, carries: Carries) {
    let answers = &report.frameworks[0].answers;
    let rows = &content.answers[0].rows;
    assert_eq!(rows.len(), answers.len());
    for (row, answer) in rows.iter().zip(answers) {
        assert_eq!(row.requirement, answer.requirement);
        assert_eq!(row.state, Some(answer.state()));
        assert_eq!(row.level, answer.level.map(|level| level.to_string()));
        assert_eq!(row.note, answer.note);
        assert_eq!(row.target, answer.target.filter(|_| carries.target).map(|target| target.to_string()));
        assert_eq!(row.evidence, if carries.evidence { answer.evidence.as_str() } else { "" });
        assert_eq!(row.owner, if carries.owner_and_due { answer.owner.as_str() } else { "" });
        assert_eq!(row.due, if carries.owner_and_due { answer.due.as_str() } else { "" });
    }
}

fn same_pairs(report: &Report, content: &Imported) {
    let rows: Vec<_> = content.mappings.iter().flat_map(|mapping| &mapping.rows).collect();
    assert_eq!(rows.len(), report.crosswalk.len());
    for (row, pair) in rows.iter().zip(&report.crosswalk) {
        assert_eq!((&row.source, &row.target, row.relation), (&pair.source, &pair.target, pair.relation));
        assert_eq!((row.strength, &row.rationale), (pair.strength, &pair.rationale));
    }
}

const ALL: Carries = Carries { target: true, evidence: true, owner_and_due: true };

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn answers_come_back_from_csv(report in report()) {
        same_answers(&report, &back(&report, Export::Csv), ALL);
    }

    #[test]
    fn answers_and_pairs_come_back_from_a_workbook(report in report()) {
        let content = back(&report, Export::Xlsx);
        same_answers(&report, &content, ALL);
        same_pairs(&report, &content);
    }

    #[test]
    fn answers_and_pairs_come_back_from_json(report in report()) {
        let content = back(&report, Export::Json);
        same_answers(&report, &content, ALL);
        same_pairs(&report, &content);
    }

    #[test]
    fn answers_come_back_from_assessment_results(report in report()) {
        same_answers(&report, &back(&report, Export::OscalAssessmentResults), ALL);
    }

    #[test]
    fn answers_come_back_from_a_component_definition(report in report()) {
        same_answers(&report, &back(&report, Export::OscalComponents), ALL);
    }

    #[test]
    fn answers_come_back_from_an_audit(report in report()) {
        let carries = Carries { target: false, evidence: false, owner_and_due: false };
        same_answers(&report, &back(&report, Export::CisoAuditCsv), carries);
    }

    #[test]
    fn pairs_come_back_from_a_mapping_collection(report in report()) {
        prop_assume!(!report.crosswalk.is_empty());
        same_pairs(&report, &back(&report, Export::OscalMapping));
    }

    #[test]
    fn a_framework_comes_back_from_every_file(framework in framework()) {
        for export in [FrameworkExport::Json, FrameworkExport::Csv, FrameworkExport::CisoLibrary, FrameworkExport::OscalCatalog] {
            let file = write_framework(&framework, export, DAY);
            let found = read(&file.bytes, &file.file_name, &Options::default()).expect("what was written can be read").content;
            let found = &found.frameworks[0];
            prop_assert_eq!(found.requirements.len(), framework.requirements.len());
            for requirement in &framework.requirements {
                let found = found.requirements.iter().find(|found| found.id == requirement.id).expect("the id comes back");
                // A URN and a label are made up where a format demands them.
                let plain = ImportedRequirement { urn: None, label: None, ..found.clone() };
                prop_assert_eq!(&plain, requirement, "{:?}", export);
            }
        }
    }

    #[test]
    fn a_mapping_comes_back_from_every_file(rows in prop::collection::vec((id(), id(), 0_u8..11, text()), 1..6)) {
        let row = |(source, target, strength, rationale)| MappingRow {
            source, target, relation: Relation::Superset, strength: Some(strength), rationale,
        };
        let rows: Vec<MappingRow> = rows.into_iter().map(row).collect();
        let mapping = ImportedMapping { title: "A to B".into(), source: "a-1".into(), target: "b-2".into(), rows };
        for export in [MappingExport::Csv, MappingExport::CisoLibrary, MappingExport::OscalMapping] {
            let file = write_mapping(&mapping, export, DAY);
            let found = read(&file.bytes, &file.file_name, &Options::default()).expect("what was written can be read").content;
            prop_assert_eq!(&found.mappings[0].rows, &mapping.rows, "{:?}", export);
        }
    }
}

/// A tree in which groups hold groups and controls, as every format can carry it.
fn framework() -> impl Strategy<Value = ImportedFramework> {
    let node =
        (line(), text(), text(), text(), text(), any::<bool>(), prop::option::of(1_u32..9), any::<prop::sample::Index>());
    prop::collection::btree_map(id(), node, 1..8).prop_map(|nodes| {
        let mut requirements: Vec<ImportedRequirement> = Vec::new();
        for (id, (title, statement, guidance, question, evidence, assessable, weight, place)) in nodes {
            let parent = (!requirements.is_empty() && weight.is_some()).then(|| place.get(&requirements).id.clone());
            let groups = if assessable { vec!["IG1".to_owned()] } else { Vec::new() };
            requirements.push(ImportedRequirement {
                id,
                parent,
                title,
                statement,
                guidance,
                question,
                evidence,
                assessable,
                weight,
                groups,
                ..ImportedRequirement::default()
            });
        }
        let groups = vec![ImportedGroup { id: "IG1".into(), title: "IG1".into() }];
        ImportedFramework {
            id: "lighthouse-1".into(),
            title: "Lighthouse".into(),
            groups,
            requirements,
            ..ImportedFramework::default()
        }
    })
}

#[test]
fn twelve_hundred_controls_are_counted_exactly_in_every_format() {
    let requirement = |number: usize| ImportedRequirement {
        id: format!("C-{}.{}", number / 100, number % 100),
        title: format!("Control {number}"),
        statement: "Does what it says.".into(),
        assessable: true,
        ..ImportedRequirement::default()
    };
    let requirements = (0..1200).map(requirement).collect();
    let framework =
        ImportedFramework { id: "large".into(), title: "Large".into(), requirements, ..ImportedFramework::default() };
    for export in [FrameworkExport::Json, FrameworkExport::Csv, FrameworkExport::CisoLibrary, FrameworkExport::OscalCatalog]
    {
        let file = write_framework(&framework, export, DAY);
        let read = read(&file.bytes, &file.file_name, &Options::default()).expect("what was written can be read");
        assert_eq!((read.counts.requirements, read.counts.assessable, read.counts.skipped), (1200, 1200, 0), "{export:?}");
    }
}
