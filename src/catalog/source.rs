//! A framework as it is written in a catalog file, before it is checked.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{
    Article, Aspect, Aspects, Badge, Dimension, Family, Faq, Framework, Method, Point, Profile, Requirement,
    RequirementText, Rollup, Scale, ScopeOption, Select, Source, Status, Texts, keep,
};

/// The shape of `catalogs/frameworks/<id>.toml`; `catalogs/README.md` explains every field.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameworkSource {
    pub id: String,
    pub profile: ProfileSource,
    #[serde(default)]
    pub rollup: Rollup,
    pub method: Option<Method>,
    #[serde(default, rename = "dimension")]
    pub dimensions: Vec<DimensionSource>,
    #[serde(rename = "requirement")]
    pub requirements: Vec<RequirementSource>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileSource {
    pub short: String,
    pub running: String,
    pub name: String,
    pub issuer: String,
    pub version: String,
    pub year: u16,
    pub badge: Badge,
    pub family: Family,
    pub regions: Vec<String>,
    pub industries: Vec<String>,
    pub status: Status,
    pub one: String,
    pub many: String,
    pub tagline: String,
    pub provides: String,
    pub when: String,
    pub cost: u8,
    pub complexity: u8,
    pub months: (u8, u8),
    pub what: Vec<String>,
    pub rights: String,
    pub reviewed: String,
    #[serde(rename = "component")]
    pub components: Vec<PointSource>,
    pub why: Vec<PointSource>,
    #[serde(rename = "step")]
    pub steps: Vec<PointSource>,
    #[serde(rename = "feature")]
    pub features: Vec<PointSource>,
    #[serde(rename = "aspect")]
    pub aspects: AspectsSource,
    #[serde(rename = "faq")]
    pub faqs: Vec<FaqSource>,
    #[serde(rename = "source")]
    pub sources: Vec<SourceSource>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PointSource {
    pub title: String,
    pub text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AspectsSource {
    pub scope: AspectSource,
    pub industry: AspectSource,
    pub nature: AspectSource,
    pub testing: AspectSource,
    pub penalties: AspectSource,
    pub renewal: AspectSource,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AspectSource {
    pub short: String,
    pub text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaqSource {
    pub q: String,
    pub a: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceSource {
    pub title: String,
    pub url: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DimensionSource {
    pub id: String,
    pub title: String,
    pub question: String,
    pub select: Select,
    pub options: Vec<OptionSource>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionSource {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub always: bool,
    #[serde(default)]
    pub default: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequirementSource {
    pub id: String,
    pub parent: Option<String>,
    pub title: String,
    #[serde(default)]
    pub scopes: Vec<String>,
    #[serde(default)]
    pub statement: String,
    #[serde(default)]
    pub question: String,
    #[serde(default)]
    pub evidence: Vec<String>,
    #[serde(default)]
    pub references: Vec<String>,
    #[serde(default)]
    pub designation: String,
    #[serde(default = "one")]
    pub weight: u8,
    pub withdrawn: Option<Vec<String>>,
}

fn one() -> u8 {
    1
}

impl FrameworkSource {
    /// The framework and its texts. `texts` names the file its text pack goes to.
    ///
    /// Only for a source without [problems](super::check::framework).
    ///
    /// # Panics
    /// When a parent or a scope option is unknown, which the check reports first.
    #[must_use]
    pub fn build(&self, texts: &str) -> Framework {
        let dimensions = self.build_dimensions();
        let bits: BTreeMap<&str, u64> =
            dimensions.iter().flat_map(|dimension| &dimension.options).map(|option| (option.id, option.bit)).collect();
        Framework {
            id: keep(&self.id),
            profile: self.profile.build(),
            requirements: self.build_requirements(&bits),
            dimensions,
            scale: Scale::maturity(),
            rollup: self.rollup,
            method: self.method,
            texts: keep(texts),
        }
    }

    fn build_dimensions(&self) -> Vec<Dimension> {
        let mut bit = 0;
        let mut option = |source: &OptionSource| {
            bit += 1;
            ScopeOption {
                id: keep(&source.id),
                title: keep(&source.title),
                note: keep(&source.note),
                always: source.always,
                default: source.default || source.always,
                bit: 1 << (bit - 1),
            }
        };
        let mut dimensions = Vec::new();
        for source in &self.dimensions {
            dimensions.push(Dimension {
                id: keep(&source.id),
                title: keep(&source.title),
                question: keep(&source.question),
                select: source.select,
                options: source.options.iter().map(&mut option).collect(),
            });
        }
        dimensions
    }

    fn build_requirements(&self, bits: &BTreeMap<&str, u64>) -> Vec<Requirement> {
        let mut built: Vec<Requirement> = Vec::new();
        for (index, source) in self.requirements.iter().enumerate() {
            let parent = source.parent.as_deref().map(|parent| {
                let found = built.iter().position(|above| above.id == parent);
                found.expect("the check holds that parents come first")
            });
            let own = source.scopes.iter().fold(0, |sum, scope| sum | bits[scope.as_str()]);
            built.push(Requirement {
                id: keep(&source.id),
                title: keep(&source.title),
                parent: parent.map(narrow),
                end: narrow(index + 1),
                depth: parent.map_or(0, |parent| built[parent].depth + 1),
                assessable: !source.question.is_empty(),
                weight: source.weight,
                scopes: if own == 0 { parent.map_or(0, |parent| built[parent].scopes) } else { own },
                designation: keep(&source.designation),
                references: keep_all(&source.references),
                withdrawn: source.withdrawn.as_deref().map(keep_all),
            });
            let mut above = parent;
            while let Some(ancestor) = above {
                built[ancestor].end = narrow(index + 1);
                above = built[ancestor].parent.map(usize::from);
            }
        }
        built
    }

    /// What the text pack holds.
    #[must_use]
    pub fn build_texts(&self) -> Texts {
        let text = |source: &RequirementSource| RequirementText {
            statement: keep(&source.statement),
            question: keep(&source.question),
            evidence: keep_all(&source.evidence),
        };
        Texts { article: self.profile.build_article(), requirements: self.requirements.iter().map(text).collect() }
    }
}

impl ProfileSource {
    fn build(&self) -> Profile {
        Profile {
            short: keep(&self.short),
            running: keep(&self.running),
            name: keep(&self.name),
            issuer: keep(&self.issuer),
            version: keep(&self.version),
            year: self.year,
            badge: self.badge,
            family: self.family,
            regions: keep_all(&self.regions),
            industries: keep_all(&self.industries),
            status: self.status,
            one: keep(&self.one),
            many: keep(&self.many),
            tagline: keep(&self.tagline),
            provides: keep(&self.provides),
            when: keep(&self.when),
            cost: self.cost,
            complexity: self.complexity,
            months: self.months,
            reviewed: keep(&self.reviewed),
        }
    }

    fn build_article(&self) -> Article {
        let aspect = |source: &AspectSource| Aspect { short: keep(&source.short), text: keep(&source.text) };
        let points = |sources: &[PointSource]| {
            sources.iter().map(|point| Point { title: keep(&point.title), text: keep(&point.text) }).collect()
        };
        Article {
            what: keep_all(&self.what),
            components: points(&self.components),
            why: points(&self.why),
            steps: points(&self.steps),
            features: points(&self.features),
            aspects: Aspects {
                scope: aspect(&self.aspects.scope),
                industry: aspect(&self.aspects.industry),
                nature: aspect(&self.aspects.nature),
                testing: aspect(&self.aspects.testing),
                penalties: aspect(&self.aspects.penalties),
                renewal: aspect(&self.aspects.renewal),
            },
            faqs: self.faqs.iter().map(|faq| Faq { question: keep(&faq.q), answer: keep(&faq.a) }).collect(),
            sources: self.sources.iter().map(|at| Source { title: keep(&at.title), url: keep(&at.url) }).collect(),
            rights: keep(&self.rights),
        }
    }
}

pub(super) fn keep_all(texts: &[String]) -> Vec<&'static str> {
    texts.iter().map(|text| keep(text)).collect()
}

pub(super) fn narrow(index: usize) -> u16 {
    u16::try_from(index).expect("the check holds that nothing is counted past 65,535")
}
