//! Pages and parts rendered to text with Yew's server renderer and the catalogs that ship.
//!
//! A part that called the browser while it renders would panic here, where there is none.
#![cfg(feature = "app")]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use plumbline::assessment::{Action, Document, Standing, apply};
use plumbline::catalog::{ControlTexts, Framework, FrameworkSource, HubSource, Library, Texts};
use plumbline::catalog::{decode_library, decode_texts, encode_library, encode_texts};
use plumbline::store::Opened;
use plumbline::ui::parts::{Ladder, Size, ladder, radar, range_bar};
use plumbline::ui::route::Route;
use plumbline::ui::{Deed, Settings, Shelf, State, World, frame};
use plumbline::view;
use serde::de::DeserializeOwned;
use yew::prelude::*;

const SOC_2: &str = "soc-2-2017";
const ISO_42001: &str = "iso-42001-2023";

#[test]
fn home_lists_every_framework_and_the_way_to_a_sample() {
    let page = page("#/", &[]);
    for framework in &SHELVES.library.frameworks {
        assert_holds(&page, &format!("href=\"#/framework/{}\"", framework.id));
    }
    assert_holds(&page, "Open the sample");
    assert_holds(&page, "None yet.");
}

#[test]
fn home_shows_how_far_an_assessment_has_come() {
    let page = page("#/", &[answered(&["CC1.1", "CC1.2"])]);
    assert_holds(&page, "Spring review");
    assert_holds(&page, "2 of 33 answered");
    assert!(!page.contains("None yet."), "an assessment is there, so the page must not say that there is none");
}

#[test]
fn a_framework_page_has_its_article_and_every_requirement() {
    let page = page("#/framework/soc-2-2017", &[]);
    for title in ["What it is", "Key components", "Why organisations use it", "At a glance", "Sources"] {
        assert_holds(&page, title);
    }
    for requirement in &framework(SOC_2).requirements {
        assert_holds(&page, &format!(">{}</span>", requirement.id));
    }
}

#[test]
fn a_comparison_has_every_section_and_both_sides() {
    let page = page("#/compare/soc-2-2017+iso-42001-2023", &[]);
    let titles = [
        "Quick verdict",
        "Key features",
        "Cost, complexity and time",
        "Key differences",
        "Detailed analysis",
        "The differences explained",
        "Questions",
        "For you",
        "Other comparisons",
    ];
    for title in titles {
        assert_holds(&page, &format!(">{title}</h2>"));
    }
    for id in [SOC_2, ISO_42001] {
        let profile = &framework(id).profile;
        assert_holds(&page, profile.name);
        assert_holds(&page, profile.when);
    }
    assert_holds(&page, "this section shows your own score");
}

#[test]
fn a_comparison_counts_in_what_has_been_answered() {
    let page = page("#/compare/soc-2-2017+iso-42001-2023", &[answered(&["CC1.1", "CC1.2"])]);
    assert_holds(&page, "From “Spring review”.");
    assert_holds(&page, "Largest gaps");
    assert!(!page.contains("this section shows your own score"), "the section is filled");
}

#[test]
fn an_assessment_opens_at_the_first_open_requirement() {
    let page = page("#/assess/one/soc-2-2017", &[answered(&["CC1.1", "CC1.2"])]);
    assert_holds(&page, "id=\"requirement-CC1.3\"");
    assert_holds(&page, "3 of 33");
    assert_holds(&page, "Where do you stand?");
}

#[test]
fn results_never_show_a_score_without_its_coverage() {
    let page = page("#/results/one/soc-2-2017", &[answered(&["CC1.1", "CC1.2"])]);
    assert_holds(&page, "2 of 33 requirements in scope have an answer.");
    assert_holds(&page, "Less than half is answered");
    assert_holds(&page, "Gaps, largest first");
}

#[test]
fn results_of_nothing_are_not_zero() {
    let page = page("#/results/one/soc-2-2017", &[answered(&[])]);
    assert_holds(&page, "Unknown is not zero.");
    assert!(!page.contains("0.0 of 5"), "nothing was answered, so there is no score to show");
}

#[test]
fn the_overlap_is_shown_in_both_directions_with_its_pairs() {
    let page = page("#/compare/soc-2-2017+iso-42001-2023", &[]);
    assert_holds(&page, ">Overlap</h2>");
    assert_holds(&page, "If you already have SOC 2: what of ISO/IEC 42001 is left");
    assert_holds(&page, "Turn round: if you have ISO/IEC 42001");
}

#[test]
fn the_matrix_has_a_row_and_a_column_for_every_framework() {
    let page = page("#/matrix", &[]);
    for framework in &SHELVES.library.frameworks {
        assert_holds(&page, framework.profile.short);
    }
}

#[test]
fn every_common_control_has_a_page() {
    for control in &SHELVES.library.controls {
        assert_holds(&page(&format!("#/controls/{}", control.id), &[]), control.id);
    }
}

#[test]
fn an_address_that_leads_nowhere_says_so() {
    for fragment in ["#/nowhere", "#/framework/none", "#/assess/gone/soc-2-2017", "#/results/gone/soc-2-2017"] {
        assert_holds(&page(fragment, &[]), "Go to the start");
    }
}

#[test]
fn what_people_write_is_text() {
    let mut document = answered(&["CC1.1"]);
    apply(&mut document, &Action::Rename("<script>alert(1)</script>".to_owned()), "test");
    let page = page("#/", &[document]);
    assert!(!page.contains("<script>alert"), "the name of an assessment became markup");
    assert_holds(&page, "&lt;script&gt;alert(1)&lt;/script&gt;");
}

#[test]
fn the_ladder() {
    let on_answer = Callback::noop();
    let shown = ladder(&Ladder {
        name: "level-CC1.1".to_owned(),
        legend: "Where do you stand?".to_owned(),
        steps: &framework(SOC_2).scale.steps,
        standing: Standing::Level(2),
        waived: false,
        target: 3,
        on_answer,
        compact: true,
    });
    insta::assert_snapshot!(pretty(shown.into()));
}

#[test]
fn the_range_bar() {
    let document = view::sample("one", &[framework(SOC_2)]);
    let results = view::results(framework(SOC_2), &document);
    insta::assert_snapshot!(pretty(range_bar(&results.whole, Some(600), Size::Full).into()));
}

#[test]
fn the_radar() {
    let document = view::sample("one", &[framework(ISO_42001)]);
    let results = view::results(framework(ISO_42001), &document);
    let picture = radar(&results.sections, results.whole.max).expect("its sections are few enough to draw");
    insta::assert_snapshot!(pretty(picture.into()));
}

/// An assessment of SOC 2 with these criteria at level 2.
fn answered(requirements: &[&str]) -> Document {
    let mut document = Document::new("one");
    let mut act = |action: Action| apply(&mut document, &action, "test");
    act(Action::Rename("Spring review".to_owned()));
    act(Action::Include { framework: SOC_2.to_owned(), included: true });
    for requirement in requirements {
        let (framework, requirement) = (SOC_2.to_owned(), (*requirement).to_owned());
        act(Action::Answer { framework, requirement, standing: Standing::Level(2) });
    }
    document
}

fn assert_holds(page: &str, text: &str) {
    assert!(page.contains(text), "the page does not hold {text:?}:\n{page}");
}

/// A page with its header and footer, in a browser that keeps these assessments.
fn page(fragment: &str, documents: &[Document]) -> String {
    let properties = FrameProps { fragment: fragment.to_owned(), documents: documents.to_vec() };
    render::<Frame>(properties)
}

#[derive(Clone, PartialEq, Properties)]
struct FrameProps {
    fragment: String,
    documents: Vec<Document>,
}

#[component]
fn Frame(props: &FrameProps) -> Html {
    let documents = props.documents.clone();
    let state = use_reducer(move || {
        let state = State::new("test".to_owned(), "2026-01-31".to_owned(), Settings::default());
        state.after(Deed::Opened(Opened { documents, ..Opened::default() }))
    });
    frame(&Route::parse(&props.fragment), &World { state, shelf: SHELVES.shelf() })
}

/// A part, a line for each element.
fn pretty(html: Html) -> String {
    let text = render::<Part>(PartProps { html });
    text.replace('>', ">\n").replace("</", "\n</").replace("\n\n", "\n")
}

#[derive(PartialEq, Properties)]
struct PartProps {
    html: Html,
}

#[component]
fn Part(props: &PartProps) -> Html {
    props.html.clone()
}

fn render<C: BaseComponent>(properties: C::Properties) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime of one thread can be made");
    runtime.block_on(yew::LocalServerRenderer::<C>::with_props(properties).hydratable(false).render())
}

/// The catalogs, read from their files and through their packs, as the app gets them.
struct Shelves {
    library: &'static Library,
    texts: Vec<&'static Texts>,
    controls: &'static ControlTexts,
}

impl Shelves {
    fn shelf(&self) -> Shelf {
        let pairs: Vec<_> = self.library.frameworks.iter().zip(self.texts.iter().copied()).collect();
        Shelf::filled(self.library, &pairs, Some(self.controls))
    }
}

static SHELVES: LazyLock<Shelves> = LazyLock::new(|| {
    let mut sources = catalogs::<FrameworkSource>("frameworks", |_| true);
    sources.sort_by(|a, b| a.profile.short.cmp(&b.profile.short));
    let hub = HubSource {
        domains: catalogs("controls", |_| true),
        crosswalks: catalogs("crosswalk", |name| !name.contains("--")),
        direct: catalogs("crosswalk", |name| name.contains("--")),
    };
    let built: Vec<Framework> = sources.iter().map(|source| source.build("")).collect();
    let controls = Box::leak(Box::new(hub.build_texts(&built)));
    let core = encode_library(&hub.build(built, "")).leak();
    let texts = |source: &FrameworkSource| {
        let packs = encode_texts(&source.build_texts()).map(|pack| &*pack.leak());
        &*Box::leak(Box::new(decode_texts(packs).expect("text packs read back")))
    };
    Shelves {
        library: Box::leak(Box::new(decode_library(core).expect("the core pack reads back"))),
        texts: sources.iter().map(texts).collect(),
        controls,
    }
});

fn framework(id: &str) -> &'static Framework {
    SHELVES.library.framework(id).expect("it is bundled")
}

/// The catalog files of a folder whose names are wanted.
fn catalogs<T: DeserializeOwned>(folder: &str, wanted: impl Fn(&str) -> bool) -> Vec<T> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogs").join(folder);
    let entries = std::fs::read_dir(folder).expect("the catalogs can be read");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry can be read").path()).collect();
    paths.retain(|path| path.file_name().is_some_and(|name| wanted(&name.to_string_lossy())));
    paths.sort();
    let read = |path: &PathBuf| std::fs::read_to_string(path).expect("a catalog file can be read");
    paths.iter().map(|path| toml::from_str(&read(path)).expect("a catalog file is valid")).collect()
}
