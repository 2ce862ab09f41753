//! Reads the catalog files, checks them, packs them, and writes them as JSON.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use plumbline::catalog::{self, Framework, FrameworkSource, Library, Texts};
use serde::Serialize;

use crate::{root, say, site};

/// The packs of the site: the core, and a text pack by file name for each framework.
pub struct Packs {
    pub core: Vec<u8>,
    pub texts: Vec<(String, Vec<u8>)>,
}

/// Checks every file and reports every problem at once.
pub fn check() -> Result<Vec<FrameworkSource>> {
    let mut sources = Vec::new();
    let mut problems = 0;
    for (name, text) in files("catalogs/frameworks")? {
        let path = format!("catalogs/frameworks/{name}.toml");
        match toml::from_str::<FrameworkSource>(&text) {
            Err(error) => {
                problems += 1;
                eprintln!("{path}: {error}");
            }
            Ok(source) => {
                for problem in catalog::check::framework(&source, &name) {
                    problems += 1;
                    eprintln!("{path}: {}: {}. {}", problem.path, problem.message, problem.hint);
                }
                sources.push(source);
            }
        }
    }
    if problems > 0 {
        bail!("{problems} problems in the catalogs");
    }
    if sources.is_empty() {
        bail!("there are no frameworks in catalogs/frameworks");
    }
    sources.sort_by(|a, b| a.profile.short.cmp(&b.profile.short));
    let requirements: usize = sources.iter().map(|source| source.requirements.len()).sum();
    say(format!("{} frameworks with {requirements} entries, no problems", sources.len()));
    Ok(sources)
}

/// Checks and packs the catalogs.
pub fn packs() -> Result<Packs> {
    let mut frameworks = Vec::new();
    let mut texts = Vec::new();
    for source in check()? {
        let bytes = catalog::encode_texts(&source.build_texts());
        let name = site::hashed(&source.id, "bin", &bytes);
        frameworks.push(source.build(&name));
        texts.push((name, bytes));
    }
    Ok(Packs { core: catalog::encode_library(&Library { frameworks }), texts })
}

/// The file name of every text pack, with the number of assessable requirements it is measured by.
pub fn text_packs() -> Result<Vec<(String, usize)>> {
    let named = |source: &FrameworkSource| {
        let name = site::hashed(&source.id, "bin", &catalog::encode_texts(&source.build_texts()));
        let assessable = source.build(&name).assessable();
        (name, assessable)
    };
    Ok(check()?.iter().map(named).collect())
}

/// Writes one JSON file for each framework.
pub fn dump(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    for source in check()? {
        let (framework, texts) = (source.build(""), source.build_texts());
        let path = folder.join(format!("{}.json", framework.id));
        let json = serde_json::to_string_pretty(&Dump::new(&framework, &texts))?;
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
    controls: [DumpControl; 0],
}

#[derive(Serialize)]
struct DumpControl {}

impl<'a> Dump<'a> {
    fn new(framework: &'a Framework, texts: &'a Texts) -> Self {
        let options = || framework.dimensions.iter().flat_map(|dimension| &dimension.options);
        let requirement = |(requirement, text): (&'a catalog::Requirement, &'a catalog::RequirementText)| DumpRequirement {
            id: requirement.id,
            parent: requirement.parent.map(|parent| framework.requirements[usize::from(parent)].id),
            title: requirement.title,
            assessable: requirement.assessable,
            scopes: options().filter(|option| option.bit & requirement.scopes != 0).map(|option| option.id).collect(),
            statement: text.statement,
            question: text.question,
            evidence: &text.evidence,
            controls: [],
        };
        Self {
            id: framework.id,
            version: framework.profile.version,
            profile: profile(framework, texts),
            requirements: framework.requirements.iter().zip(&texts.requirements).map(requirement).collect(),
        }
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
