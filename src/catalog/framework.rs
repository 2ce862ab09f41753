//! A framework: its profile, its scopes and its tree of requirements.

use serde::{Deserialize, Serialize};

use super::{Method, Scale};

/// A standard, regulation or scheme in one version.
///
/// Equality is identity: two references are equal when they are the same framework.
#[derive(Debug, Serialize, Deserialize)]
pub struct Framework {
    /// Issuer's short name and version, such as `iso-42001-2023`; it never changes meaning.
    pub id: &'static str,
    pub profile: Profile,
    pub dimensions: Vec<Dimension>,
    pub scale: Scale,
    pub rollup: Rollup,
    /// Its official scoring, where there is one.
    pub method: Option<Method>,
    /// The tree in document order, parents before children; a subtree is the run from a requirement up to its `end`.
    pub requirements: Vec<Requirement>,
    /// What the names of the files with the texts of this framework begin with; see [`text_file`](super::text_file).
    pub texts: &'static str,
}

/// The facts that stand in the library, in headings and in table heads.
#[derive(Debug, Serialize, Deserialize)]
pub struct Profile {
    pub short: &'static str,
    /// How a sentence names it: "the EU AI Act".
    pub running: &'static str,
    pub name: &'static str,
    pub issuer: &'static str,
    pub version: &'static str,
    pub year: u16,
    pub badge: Badge,
    pub family: Family,
    #[serde(borrow)]
    pub regions: Vec<&'static str>,
    #[serde(borrow)]
    pub industries: Vec<&'static str>,
    pub status: Status,
    /// What one assessable requirement is called: "criterion".
    pub one: &'static str,
    pub many: &'static str,
    pub tagline: &'static str,
    /// A verb phrase: "gives customers an independent opinion on …".
    pub provides: &'static str,
    /// A clause that follows "when": "customers ask for …".
    pub when: &'static str,
    /// From 1 (low) to 4 (very high), for the first year of a mid-sized organisation.
    pub cost: u8,
    /// From 1 (low) to 4 (very high).
    pub complexity: u8,
    /// Usual time from start to ready, in months: least and most.
    pub months: (u8, u8),
    /// The day the facts were last checked, as `YYYY-MM-DD`.
    pub reviewed: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Badge {
    Voluntary,
    Mandatory,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    Assurance,
    InformationSecurity,
    Privacy,
    Ai,
    Quality,
    Resilience,
    InternalControl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Current,
    PhasingIn,
    Superseded,
}

/// A question whose answer decides which requirements apply: a baseline, a category, a role.
#[derive(Debug, Serialize, Deserialize)]
pub struct Dimension {
    pub id: &'static str,
    pub title: &'static str,
    pub question: &'static str,
    pub select: Select,
    pub options: Vec<ScopeOption>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Select {
    One,
    Any,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct ScopeOption {
    pub id: &'static str,
    pub title: &'static str,
    pub note: &'static str,
    /// Cannot be left out.
    pub always: bool,
    /// Chosen until the person chooses otherwise.
    pub default: bool,
    /// This option's bit in [`Requirement::scopes`].
    pub bit: u64,
}

/// How a whole is made of its requirements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rollup {
    /// Every requirement counts by its weight.
    #[default]
    Requirements,
    /// Every top section counts the same.
    Sections,
}

/// A node of a framework's tree.
#[derive(Debug, Serialize, Deserialize)]
pub struct Requirement {
    pub id: &'static str,
    pub title: &'static str,
    pub parent: Option<u16>,
    /// One past the last requirement of this subtree.
    pub end: u16,
    /// 0 for a root.
    pub depth: u8,
    /// Takes an answer.
    pub assessable: bool,
    pub weight: u8,
    /// The options this requirement belongs to, as bits; 0 when it applies always.
    pub scopes: u64,
    pub designation: &'static str,
    #[serde(borrow)]
    pub references: Vec<&'static str>,
    /// Present when the issuer withdrew the entry; where its content went.
    #[serde(borrow)]
    pub withdrawn: Option<Vec<&'static str>>,
}

impl PartialEq for Framework {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Framework {
    /// The requirement with this id.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.requirements.iter().position(|requirement| requirement.id == id)
    }

    /// The top of the tree: the sections that a score is broken down by.
    ///
    /// A framework with a single root is broken down by that root's children.
    #[must_use]
    pub fn sections(&self) -> Vec<usize> {
        let roots: Vec<usize> = self.children(None).collect();
        match roots.as_slice() {
            [only] => self.children(Some(*only)).collect(),
            _ => roots,
        }
    }

    /// The requirements directly below `parent`, or the roots.
    pub fn children(&self, parent: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        let (mut next, end) = match parent {
            Some(parent) => (parent + 1, usize::from(self.requirements[parent].end)),
            None => (0, self.requirements.len()),
        };
        std::iter::from_fn(move || {
            let child = (next < end).then_some(next)?;
            next = usize::from(self.requirements[child].end);
            Some(child)
        })
    }

    /// The run of requirements that a requirement heads, itself included.
    #[must_use]
    pub fn subtree(&self, index: usize) -> std::ops::Range<usize> {
        index..usize::from(self.requirements[index].end)
    }

    /// The requirements from the root down to, but not including, this one.
    #[must_use]
    pub fn ancestors(&self, index: usize) -> Vec<usize> {
        let mut path = Vec::new();
        let mut above = self.requirements[index].parent;
        while let Some(parent) = above {
            path.push(usize::from(parent));
            above = self.requirements[usize::from(parent)].parent;
        }
        path.reverse();
        path
    }

    /// What a requirement is an enhancement of, if it is one: it takes an answer as its parent does, and is named after it,
    /// as `AC-2(1)` below `AC-2`.
    #[must_use]
    pub fn enhanced(&self, index: usize) -> Option<usize> {
        let parent = usize::from(self.requirements[index].parent?);
        let (base, enhancement) = (&self.requirements[parent], &self.requirements[index]);
        let is_named_after = enhancement.id.strip_prefix(base.id).is_some_and(|rest| rest.starts_with('('));
        (base.assessable && enhancement.assessable && is_named_after).then_some(parent)
    }

    /// How many requirements take an answer.
    #[must_use]
    pub fn assessable(&self) -> usize {
        self.requirements.iter().filter(|requirement| requirement.assessable).count()
    }

    /// The bits of the options chosen until the person chooses otherwise.
    #[must_use]
    pub fn default_scope(&self) -> u64 {
        let options = self.dimensions.iter().flat_map(|dimension| &dimension.options);
        options.filter(|option| option.default || option.always).fold(0, |bits, option| bits | option.bit)
    }

    /// Whether a requirement applies under a choice of options.
    ///
    /// For every dimension it names an option of, at least one of the options it names must be chosen.
    #[must_use]
    pub fn applies(&self, index: usize, chosen: u64) -> bool {
        let named = self.requirements[index].scopes;
        self.dimensions.iter().all(|dimension| {
            let here = named & dimension.bits();
            here == 0 || here & chosen != 0
        })
    }
}

impl Dimension {
    /// The bits of all its options.
    #[must_use]
    pub fn bits(&self) -> u64 {
        self.options.iter().fold(0, |bits, option| bits | option.bit)
    }
}
