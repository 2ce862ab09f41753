//! The catalogs that ship: counted against what their issuers publish, complete, and unharmed by packing.

#[path = "catalogs/checks.rs"]
mod checks;

use std::path::Path;
use std::sync::LazyLock;

use plumbline::catalog::{
    self, ControlTexts, CrosswalkSource, DirectSource, DomainSource, Framework, FrameworkSource, HubSource, Library, Texts,
};
use plumbline::crosswalk::{Band, Crosswalk, Side, matrix};
use serde::de::DeserializeOwned;

struct Shipped {
    library: Library,
    texts: Vec<Texts>,
    controls: ControlTexts,
}

static SHIPPED: LazyLock<Shipped> = LazyLock::new(|| {
    let mut frameworks = sources::<FrameworkSource>("frameworks", |_| true);
    frameworks.sort_by(|a, b| a.profile.short.cmp(&b.profile.short));
    let hub = HubSource {
        domains: sources::<DomainSource>("controls", |_| true),
        crosswalks: sources::<CrosswalkSource>("crosswalk", |name| !name.contains("--")),
        direct: sources::<DirectSource>("crosswalk", |name| name.contains("--")),
    };
    let built: Vec<Framework> = frameworks.iter().map(|source| source.build(&format!("{}.bin", source.id))).collect();
    Shipped {
        texts: frameworks.iter().map(FrameworkSource::build_texts).collect(),
        controls: hub.build_texts(&built),
        library: hub.build(built, "controls.bin"),
    }
});

fn sources<T: DeserializeOwned>(folder: &str, wanted: impl Fn(&str) -> bool) -> Vec<T> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogs").join(folder);
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| wanted(path.file_name().unwrap().to_str().unwrap()));
    paths.sort();
    let read = |path: &std::path::PathBuf| toml::from_str(&std::fs::read_to_string(path).unwrap());
    paths.iter().map(|path| read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))).collect()
}

fn framework(id: &str) -> &'static Framework {
    SHIPPED.library.framework(id).unwrap_or_else(|| panic!("there is no {id}"))
}

/// How many requirements that take an answer stand below one, or in all.
fn below(framework: &Framework, id: &str) -> usize {
    let run = framework.subtree(framework.position(id).unwrap_or_else(|| panic!("there is no {id}")));
    framework.requirements[run].iter().filter(|requirement| requirement.assessable).count()
}

fn options(id: &str) -> impl Fn(&str) -> usize {
    let framework = framework(id);
    move |option| {
        let mut options = framework.dimensions.iter().flat_map(|dimension| &dimension.options);
        let bit = options.find(|other| other.id == option).unwrap().bit;
        framework.requirements.iter().filter(|requirement| requirement.assessable && requirement.scopes & bit != 0).count()
    }
}

#[test]
fn packs_round_trip() {
    let shipped = &*SHIPPED;
    let bytes = catalog::encode_library(&shipped.library);
    let library = catalog::decode_library(Vec::leak(bytes.clone())).unwrap();
    assert_eq!(catalog::encode_library(&library), bytes);
    assert_eq!(library.edges, shipped.library.edges);
    assert_eq!(matrix(&library), matrix(&shipped.library));
    for texts in &shipped.texts {
        let packs = catalog::encode_texts(texts);
        let read = catalog::decode_texts(packs.clone().map(|pack| &*pack.leak())).unwrap();
        assert_eq!(catalog::encode_texts(&read), packs);
    }
    let bytes = catalog::encode_control_texts(&shipped.controls);
    assert_eq!(catalog::decode_control_texts(Vec::leak(bytes)).unwrap(), shipped.controls);
}

#[test]
fn a_damaged_pack_is_refused() {
    let bytes = catalog::encode_library(&SHIPPED.library);
    for length in (0..bytes.len()).step_by(bytes.len() / 50) {
        assert!(catalog::decode_library(Vec::leak(bytes[..length].to_vec())).is_err());
    }
}

#[test]
fn requirements_are_as_many_as_the_issuers_count() {
    let counts: Vec<(&str, usize)> =
        SHIPPED.library.frameworks.iter().map(|framework| (framework.id, framework.assessable())).collect();
    let wanted = [
        ("coso-ic-2013", 17),
        ("hipaa-security", 74),
        ("iso-27001-2022", 123),
        ("iso-42001-2023", 70),
        ("iso-9001-2015", 57),
        ("nist-800-53-r5", 1_014),
        ("nist-ai-rmf-1.0", 72),
        ("nist-csf-2.0", 106),
        ("soc-2-2017", 61),
    ];
    let known: Vec<_> = wanted.iter().filter(|count| counts.contains(count)).copied().collect();
    assert_eq!(known, wanted);
}

#[test]
fn iso_27001_has_93_controls_in_four_themes() {
    let framework = framework("iso-27001-2022");
    assert_eq!(["A", "A.5", "A.6", "A.7", "A.8"].map(|id| below(framework, id)), [93, 37, 8, 14, 34]);
}

#[test]
fn iso_42001_has_38_controls_in_nine_areas() {
    let framework = framework("iso-42001-2023");
    assert_eq!(below(framework, "A"), 38);
    let areas = ["A.2", "A.3", "A.4", "A.5", "A.6", "A.7", "A.8", "A.9", "A.10"];
    assert_eq!(areas.map(|id| below(framework, id)), [3, 2, 5, 4, 9, 5, 4, 3, 3]);
}

#[test]
fn soc_2_has_33_common_criteria() {
    let framework = framework("soc-2-2017");
    assert_eq!(["CC", "A", "C", "PI", "P"].map(|id| below(framework, id)), [33, 3, 2, 5, 18]);
    let common = ["CC1", "CC2", "CC3", "CC4", "CC5", "CC6", "CC7", "CC8", "CC9"];
    assert_eq!(common.map(|id| below(framework, id)), [5, 3, 4, 2, 3, 8, 5, 1, 2]);
}

#[test]
fn csf_has_six_functions_and_22_categories() {
    let framework = framework("nist-csf-2.0");
    let functions: Vec<usize> = framework.children(None).collect();
    assert_eq!(functions.len(), 6);
    assert_eq!(functions.iter().map(|function| framework.children(Some(*function)).count()).sum::<usize>(), 22);
}

#[test]
fn sp_800_53_has_its_baselines_and_says_where_withdrawn_entries_went() {
    let framework = framework("nist-800-53-r5");
    let withdrawn = framework.requirements.iter().filter(|requirement| requirement.withdrawn.is_some());
    assert_eq!(withdrawn.count(), 182);
    assert_eq!(["low", "moderate", "high", "privacy"].map(options("nist-800-53-r5")), [149, 287, 370, 96]);
}

#[test]
fn hipaa_tells_required_from_addressable() {
    let designated = |word: &str| {
        framework("hipaa-security").requirements.iter().filter(|requirement| requirement.designation == word).count()
    };
    assert_eq!((designated("required"), designated("addressable")), (21, 22));
}

#[test]
fn the_laws_have_the_articles_people_look_for() {
    let nis2 = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"].map(|letter| format!("Art. 21(2)({letter})"));
    assert_present("nis2", &nis2.each_ref().map(String::as_str));
    assert_present("pdpa-singapore", &["s 26A", "s 26B", "s 26C", "s 26D", "s 26D(1)", "s 26E"]);
    assert_present("gdpr", &["Art. 5(1)(a)", "Art. 6(1)", "Art. 28(3)(a)", "Art. 32(1)(a)", "Art. 33(1)", "Art. 35(1)"]);
    assert_present("dora", &["Art. 5(1)", "Art. 17(1)", "Art. 24(1)", "Art. 28(1)(a)", "Art. 30(2)(a)"]);
    assert_present("eu-ai-act", &["Art. 4", "Art. 5(1)(a)", "Art. 9(1)", "Art. 14(1)", "Art. 50(1)", "Art. 53(1)(a)"]);
    let framework = framework("dora");
    let binding = |article: &str| below(framework, article);
    assert_eq!(["Art. 15", "Art. 20", "Art. 21", "Art. 22"].map(binding), [0; 4], "these bind authorities alone");
}

fn assert_present(id: &str, wanted: &[&str]) {
    let missing: Vec<&str> = wanted.iter().copied().filter(|wanted| framework(id).position(wanted).is_none()).collect();
    assert_eq!(missing, Vec::<&str>::new(), "{id}");
}

#[test]
fn nothing_is_assessed_without_statement_question_and_mapping() {
    let mut wanting = Vec::new();
    for (place, framework) in SHIPPED.library.frameworks.iter().enumerate() {
        for (index, requirement) in framework.requirements.iter().enumerate() {
            let text = &SHIPPED.texts[place].requirements[index];
            let is_told = !text.statement.is_empty() && !text.question.is_empty();
            let is_mapped = !SHIPPED.library.edges[place].of(index).is_empty();
            if requirement.assessable != (is_told && is_mapped) {
                wanting.push(format!("{} {}", framework.id, requirement.id));
            }
        }
    }
    assert_eq!(wanting, Vec::<String>::new());
}

#[test]
fn every_control_is_told_and_used() {
    let library = &SHIPPED.library;
    assert_eq!(SHIPPED.controls.controls.len(), library.controls.len());
    assert!(SHIPPED.controls.controls.iter().all(|text| !text.objective.is_empty() && text.question.ends_with('?')));
    let is_used = |control: usize| {
        library.edges.iter().any(|edges| edges.all().iter().any(|edge| usize::from(edge.control) == control))
    };
    let unused: Vec<&str> = (0..library.controls.len())
        .filter(|control| !is_used(*control))
        .map(|control| library.controls[control].id)
        .collect();
    assert_eq!(unused, Vec::<&str>::new());
}

#[test]
fn every_rationale_stands_beside_its_relation() {
    let shipped = &*SHIPPED;
    let counts: Vec<(usize, usize)> = shipped
        .library
        .edges
        .iter()
        .zip(&shipped.controls.edges)
        .map(|(edges, whys)| (edges.all().len(), whys.len()))
        .collect();
    assert!(counts.iter().all(|(edges, whys)| edges == whys), "{counts:?}");
    let soc = shipped.library.position("soc-2-2017").unwrap();
    let first = shipped.library.frameworks[soc].position("CC1.1").unwrap();
    let place = shipped.library.edges[soc].places(first).nth(1).unwrap();
    assert_eq!(shipped.controls.edges[soc][place], "the tone at the top is part of leadership");
}

/// The 17 principles of COSO are, one by one, the criteria CC1.1 to CC5.3 of SOC 2 (TSP section 100, 2017).
#[test]
fn soc_2_contains_the_principles_of_coso() {
    let library = &SHIPPED.library;
    let place = |id: &str| library.position(id).unwrap();
    let (soc, coso) = (place("soc-2-2017"), place("coso-ic-2013"));
    let crosswalk = Crosswalk::new(library);
    let overlap = crosswalk.overlap(Side::whole(soc), Side::whole(coso));
    assert_eq!(overlap.count(Band::None), 0);
    let criteria = [
        "CC1.1", "CC1.2", "CC1.3", "CC1.4", "CC1.5", "CC3.1", "CC3.2", "CC3.3", "CC3.4", "CC5.1", "CC5.2", "CC5.3", "CC2.1",
        "CC2.2", "CC2.3", "CC4.1", "CC4.2",
    ];
    let best: Vec<&str> = overlap
        .covers
        .iter()
        .map(|cover| library.frameworks[soc].requirements[overlap.pairs_of(cover)[0].from].id)
        .collect();
    assert_eq!(best, criteria);
}

#[test]
fn the_matrix_agrees_with_the_overlaps() {
    let library = &SHIPPED.library;
    let sides: Vec<Side> =
        (0..library.frameworks.len()).map(|place| Side::scoped(place, library.frameworks[place].default_scope())).collect();
    let crosswalk = Crosswalk::new(library);
    let matrix = crosswalk.matrix(&sides);
    for (from, to) in
        (0..sides.len()).flat_map(|from| (0..sides.len()).map(move |to| (from, to))).filter(|(from, to)| from != to)
    {
        let (overlap, counts) = (crosswalk.overlap(sides[from], sides[to]), matrix.of(from, to));
        let listed = (overlap.count(Band::Full), overlap.count(Band::Partial), overlap.covers.len());
        assert_eq!(listed, (counts.full as usize, counts.partial as usize, counts.total as usize));
    }
}
