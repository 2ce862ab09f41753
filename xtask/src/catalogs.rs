//! Reads the catalog files, checks them, packs them, and writes them as JSON.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use plumbline::catalog::check::{self, Problem};
use plumbline::catalog::{
    self, CrosswalkSource, DirectSource, DomainSource, Framework, FrameworkSource, HubSource, Library, OverlaySource,
    Relation, Texts,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{compress, root, say, site};

/// Every catalog file, checked.
pub struct Catalogs {
    /// Ordered by short name, as in the library.
    pub frameworks: Vec<FrameworkSource>,
    pub hub: HubSource,
    pub overlays: Vec<OverlaySource>,
}

/// The packs of the site: the core, and by file name a text pack for each framework and one for the hub.
pub struct Packs {
    pub core: Vec<u8>,
    pub texts: Vec<(String, Vec<u8>)>,
}

/// Checks every file and reports every problem at once.
pub fn check() -> Result<Catalogs> {
    let mut report = Report::default();
    let frameworks: Vec<(String, FrameworkSource)> = report.read("catalogs/frameworks", |_| true)?;
    let domains: Vec<(String, DomainSource)> = report.read("catalogs/controls", |_| true)?;
    let crosswalks: Vec<(String, CrosswalkSource)> = report.read("catalogs/crosswalk", |name| !name.contains("--"))?;
    let direct: Vec<(String, DirectSource)> = report.read("catalogs/crosswalk", |name| name.contains("--"))?;
    for (name, source) in &frameworks {
        report.add(&format!("catalogs/frameworks/{name}.toml"), check::framework(source, name));
    }
    let (mut frameworks, domains) = (unnamed(frameworks), unnamed(domains));
    report.add("catalogs/controls", check::controls(&domains));
    for (name, source) in &crosswalks {
        report.add(&format!("catalogs/crosswalk/{name}.toml"), check::crosswalk(source, name, &frameworks, &domains));
    }
    let (names, direct): (Vec<String>, Vec<DirectSource>) = direct.into_iter().unzip();
    for (name, source) in names.iter().zip(&direct) {
        report.add(&format!("catalogs/crosswalk/{name}.toml"), check::direct(source, name, &frameworks, &direct));
    }
    let crosswalks = unnamed(crosswalks);
    report.add("catalogs/crosswalk", check::missing(&frameworks, &crosswalks));
    let overlays: Vec<(String, OverlaySource)> = report.read("catalogs/overlays", |_| true)?;
    for (name, source) in &overlays {
        report.add(&format!("catalogs/overlays/{name}.toml"), check::overlay(source, name, &frameworks));
    }
    let overlays = unnamed(overlays);
    if report.problems > 0 {
        bail!("{} problems in the catalogs", report.problems);
    }
    if frameworks.is_empty() {
        bail!("there are no frameworks in catalogs/frameworks");
    }
    frameworks.sort_by(|a, b| a.profile.short.cmp(&b.profile.short));
    let catalogs = Catalogs { frameworks, hub: HubSource { domains, crosswalks, direct }, overlays };
    say(catalogs.summary());
    Ok(catalogs)
}

#[derive(Default)]
struct Report {
    problems: usize,
}

impl Report {
    /// The files of a folder whose names are wanted; one that cannot be read is a problem.
    fn read<T: DeserializeOwned>(&mut self, folder: &str, wanted: impl Fn(&str) -> bool) -> Result<Vec<(String, T)>> {
        let mut sources = Vec::new();
        for (name, text) in files(folder)?.into_iter().filter(|(name, _)| wanted(name)) {
            match toml::from_str(&text) {
                Ok(source) => sources.push((name, source)),
                Err(error) => {
                    self.problems += 1;
                    eprintln!("{folder}/{name}.toml: {error}");
                }
            }
        }
        Ok(sources)
    }

    fn add(&mut self, path: &str, problems: Vec<Problem>) {
        self.problems += problems.len();
        for problem in problems {
            eprintln!("{path}: {}: {}. {}", problem.path, problem.message, problem.hint);
        }
    }
}

fn unnamed<T>(sources: Vec<(String, T)>) -> Vec<T> {
    sources.into_iter().map(|(_, source)| source).collect()
}

impl Catalogs {
    fn summary(&self) -> String {
        let requirements: usize = self.frameworks.iter().map(|source| source.requirements.len()).sum();
        let controls: usize = self.hub.domains.iter().map(|domain| domain.controls.len()).sum();
        let edges: usize = self.hub.crosswalks.iter().flat_map(|source| &source.rows).map(|row| row.controls.len()).sum();
        let direct: usize = self.hub.direct.iter().map(|source| source.pairs.len()).sum();
        format!(
            "{} frameworks with {requirements} entries, {controls} controls in {} domains, {edges} relations, {direct} direct, no problems",
            self.frameworks.len(),
            self.hub.domains.len(),
        )
    }

    /// The library, without the names of the text packs.
    pub fn library(&self) -> Library {
        self.overlaid(self.hub.build(self.frameworks.iter().map(|source| source.build("")).collect(), ""))
    }

    fn overlaid(&self, mut library: Library) -> Library {
        library.overlays = self.overlays.iter().map(|source| source.build(&library.frameworks)).collect();
        library
    }
}

/// Checks and packs the catalogs.
pub fn packs() -> Result<Packs> {
    let catalogs = check()?;
    let mut frameworks = Vec::new();
    let mut texts = Vec::new();
    for source in &catalogs.frameworks {
        let (stem, parts) = text_packs_of(source);
        frameworks.push(source.build(&stem));
        texts.extend(parts);
    }
    let bytes = catalog::encode_control_texts(&catalogs.hub.build_texts(&frameworks));
    let name = site::hashed("controls", "bin", &bytes);
    let library = catalogs.overlaid(catalogs.hub.build(frameworks, &name));
    texts.push((name, bytes));
    Ok(Packs { core: catalog::encode_library(&library), texts })
}

/// Prints what each pack weighs on the wire.
pub fn sizes() -> Result<()> {
    let packs = packs()?;
    for (name, bytes) in std::iter::once(&("core".to_owned(), packs.core)).chain(&packs.texts) {
        let stem = name.trim_end_matches(".bin").rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
        println!("{stem:<20} {:>8} bytes, {:>7} after brotli", bytes.len(), compress::brotli(bytes)?.len());
    }
    Ok(())
}

/// The stem of a framework's text packs and the packs by file name. All carry the hash of all.
fn text_packs_of(source: &FrameworkSource) -> (String, Vec<(String, Vec<u8>)>) {
    let packs = catalog::encode_texts(&source.build_texts());
    let stem = site::hashed(&source.id, "", &packs.concat()).trim_end_matches('.').to_owned();
    let named = catalog::TEXT_PARTS.iter().zip(packs).map(|(part, bytes)| (catalog::text_file(&stem, part), bytes));
    let named = named.collect();
    (stem, named)
}

/// The file name of every text pack, with the number of assessable requirements it is measured by.
pub fn text_packs() -> Result<Vec<(String, usize)>> {
    let named = |source: &FrameworkSource| {
        let (stem, packs) = text_packs_of(source);
        let assessable = source.build(&stem).assessable();
        packs.into_iter().map(move |(name, _)| (name, assessable)).collect::<Vec<_>>()
    };
    Ok(check()?.frameworks.iter().flat_map(named).collect())
}

/// Writes one JSON file for each framework.
pub fn dump(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let catalogs = check()?;
    let library = catalogs.library();
    for (index, source) in catalogs.frameworks.iter().enumerate() {
        let path = folder.join(format!("{}.json", source.id));
        let json = serde_json::to_string_pretty(&Dump::new(&library, index, &source.build_texts()))?;
        std::fs::write(&path, json).with_context(|| format!("cannot write {}", path.display()))?;
    }
    say(format!("written to {}", folder.display()));
    Ok(())
}

/// The text files of a folder, by name without the extension, in order.
fn files(folder: &str) -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(root().join(folder)).with_context(|| format!("cannot read {folder}"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            files.push((name, std::fs::read_to_string(&path)?));
        }
    }
    files.sort();
    Ok(files)
}

#[derive(Serialize)]
struct Dump<'a> {
    id: &'a str,
    version: &'a str,
    profile: serde_json::Value,
    requirements: Vec<DumpRequirement<'a>>,
}

#[derive(Serialize)]
struct DumpRequirement<'a> {
    id: &'a str,
    parent: Option<&'a str>,
    title: &'a str,
    assessable: bool,
    scopes: Vec<&'a str>,
    statement: &'a str,
    question: &'a str,
    evidence: &'a [&'a str],
    controls: Vec<DumpControl<'a>>,
}

#[derive(Serialize)]
struct DumpControl<'a> {
    control: &'a str,
    relation: Relation,
    strength: u8,
}

impl<'a> Dump<'a> {
    fn new(library: &'a Library, index: usize, texts: &'a Texts) -> Self {
        let (framework, edges) = (&library.frameworks[index], &library.edges[index]);
        let options = || framework.dimensions.iter().flat_map(|dimension| &dimension.options);
        let requirement = |index: usize| {
            let (requirement, text) = (&framework.requirements[index], &texts.requirements[index]);
            DumpRequirement {
                id: requirement.id,
                parent: requirement.parent.map(|parent| framework.requirements[usize::from(parent)].id),
                title: requirement.title,
                assessable: requirement.assessable,
                scopes: options().filter(|option| option.bit & requirement.scopes != 0).map(|option| option.id).collect(),
                statement: text.statement,
                question: text.question,
                evidence: &text.evidence,
                controls: edges.of(index).iter().map(|edge| DumpControl::new(library, edge)).collect(),
            }
        };
        Self {
            id: framework.id,
            version: framework.profile.version,
            profile: profile(framework, texts),
            requirements: (0..framework.requirements.len()).map(requirement).collect(),
        }
    }
}

impl<'a> DumpControl<'a> {
    fn new(library: &'a Library, edge: &catalog::Edge) -> Self {
        let control = library.controls[usize::from(edge.control)].id;
        Self { control, relation: edge.relation, strength: edge.strength }
    }
}

/// The facts of the profile with its article.
fn profile(framework: &Framework, texts: &Texts) -> serde_json::Value {
    let mut profile = serde_json::to_value(&framework.profile).expect("a profile is plain data");
    let article = serde_json::to_value(&texts.article).expect("an article is plain data");
    if let (Some(profile), serde_json::Value::Object(article)) = (profile.as_object_mut(), article) {
        profile.extend(article);
    }
    profile
}
