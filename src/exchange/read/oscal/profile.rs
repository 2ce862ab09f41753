//! Profiles: what they import, from catalogs or other profiles that come along, and how they change it.
//!
//! After the OSCAL profile resolution specification: import, then merge, then modify. The structure of the catalog is
//! kept in every case, for a flat list of a thousand controls helps nobody.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::catalog;
use crate::exchange::format::{self, Document};
use crate::exchange::limits::Purse;
use crate::exchange::log::Log;
use crate::exchange::tree::Node;
use crate::exchange::{Error, ImportedFramework, ImportedRequirement, Options};

mod modify;

/// Reads `profile`. Without the catalogs it imports, its controls are ids alone.
pub(crate) fn read(
    profile: &Node<'_>,
    options: &Options<'_>,
    purse: &mut Purse,
    log: &mut Log,
) -> Result<ImportedFramework, Error> {
    let mut resolver = Resolver { options, purse, log, bare: Vec::new() };
    let resolved = resolver.resolve(profile, 0)?;
    let bare = std::mem::take(&mut resolver.bare);
    let mut framework = catalog::read(&resolved, purse, log)?;
    let known: BTreeSet<String> = framework.requirements.iter().map(|requirement| requirement.id.clone()).collect();
    let fresh = bare.into_iter().filter(|id| !known.contains(id));
    framework.requirements.extend(fresh.map(|id| ImportedRequirement {
        title: id.clone(),
        id,
        assessable: true,
        ..ImportedRequirement::default()
    }));
    Ok(framework)
}

struct Resolver<'o, 'p> {
    options: &'o Options<'o>,
    purse: &'p mut Purse,
    log: &'p mut Log,
    /// Controls whose catalog did not come along.
    bare: Vec<String>,
}

impl<'o> Resolver<'o, '_> {
    /// The catalog that a profile stands for, with the profile's own name.
    fn resolve(&mut self, profile: &Node<'_>, depth: usize) -> Result<Node<'static>, Error> {
        const DEEPEST: usize = 6;
        if depth > DEEPEST {
            return Err(Error::limit(format!("the profile imports profiles more than {DEEPEST} deep, or in a circle")));
        }
        let (mut groups, mut controls, mut params) = (Vec::new(), Vec::new(), Vec::new());
        let imports = profile.at("imports").items();
        self.log.skip_times(
            "an import",
            format!("only the first {IMPORTS} are followed"),
            imports.len().saturating_sub(IMPORTS),
        );
        for import in imports.iter().take(IMPORTS) {
            let href = import.at("href").text().unwrap_or_default();
            let Some(base) = self.load(profile, href, depth)? else {
                self.without_catalog(import, href);
                continue;
            };
            let selection = Selection::new(import);
            let mut found = BTreeSet::new();
            let kept = selection.kept(&base, false, &mut found);
            for id in selection.named.iter().filter(|id| !found.contains(id.as_str())) {
                self.log
                    .skip(format!("the control {id}"), format!("the profile includes it and `{href}` has no such control"));
            }
            groups.extend(kept.at("groups").items().iter().cloned());
            controls.extend(kept.at("controls").items().iter().cloned());
            params.extend(kept.at("params").items().iter().cloned());
        }
        if profile.path(&["merge", "custom"]).is_map() {
            self.log.skip("the profile's own grouping (merge: custom)", "the catalog's grouping is kept");
        }
        let mut catalog = Node::Map(vec![
            (Cow::Borrowed("uuid"), owned(profile.at("uuid"))),
            (Cow::Borrowed("metadata"), owned(profile.at("metadata"))),
            (Cow::Borrowed("params"), Node::List(params)),
            (Cow::Borrowed("groups"), Node::List(groups)),
            (Cow::Borrowed("controls"), Node::List(controls)),
        ]);
        modify::apply(&mut catalog, profile.at("modify"), self.purse, self.log)?;
        Ok(catalog)
    }

    /// The catalog behind an address, when it came along.
    fn load(&mut self, profile: &Node<'_>, href: &str, depth: usize) -> Result<Option<Node<'static>>, Error> {
        let Some(companion) = self.companion(profile, href) else { return Ok(None) };
        let decoded = format::decode(companion.bytes, &self.options.limits, self.log)?;
        let opened = format::open(companion.bytes, &decoded, companion.name, &self.options.limits, self.purse, self.log)?;
        let Document::Trees(trees) = opened else { return Ok(None) };
        let Some(tree) = trees.first() else { return Ok(None) };
        if tree.at("catalog").is_map() {
            return Ok(Some(owned(tree.at("catalog"))));
        }
        if tree.at("profile").is_map() {
            return self.resolve(tree.at("profile"), depth + 1).map(Some);
        }
        Ok(None)
    }

    /// The file an address means: by the end of its name, through the back matter for `#uuid`, or the only one there is.
    fn companion(&mut self, profile: &Node<'_>, href: &str) -> Option<crate::exchange::Companion<'o>> {
        let companions = self.options.companions;
        let mut addresses = vec![href];
        if let Some(uuid) = href.strip_prefix('#') {
            let resources = profile.path(&["back-matter", "resources"]).items().iter();
            let resource = resources.filter(|resource| resource.at("uuid").text() == Some(uuid));
            addresses.extend(
                resource.flat_map(|resource| resource.at("rlinks").items()).filter_map(|link| link.at("href").text()),
            );
        }
        let last = |address: &str| address.rsplit(['/', '\\']).next().unwrap_or_default().to_ascii_lowercase();
        let matching =
            companions.iter().find(|companion| addresses.iter().any(|address| last(address) == last(companion.name)));
        if let (None, [only]) = (matching, companions) {
            self.log.note(format!("The profile imports `{href}`; the file {} was taken for it.", only.name));
            return Some(*only);
        }
        matching.copied()
    }

    fn without_catalog(&mut self, import: &Node<'_>, href: &str) {
        let selection = Selection::new(import);
        let why = format!("the catalog `{href}` did not come along; only ids are known");
        if selection.all {
            self.log.skip("every control of a catalog", why);
        } else {
            let named = selection.named.iter().filter(|id| !selection.excluded.contains(*id));
            self.log.skip_times("the title and text of a control", why, named.clone().count());
            self.bare.extend(named.cloned());
        }
    }
}

/// More imports than this in one profile are not followed.
const IMPORTS: usize = 64;

/// More patterns than this in one import are not looked at: each is tried on every control.
const PATTERNS: usize = 16;

/// Which controls an import takes.
#[derive(Default)]
struct Selection {
    all: bool,
    named: BTreeSet<String>,
    with_children: BTreeSet<String>,
    patterns: Vec<(String, bool)>,
    excluded: BTreeSet<String>,
    excluded_with_children: BTreeSet<String>,
    excluded_patterns: Vec<String>,
}

impl Selection {
    fn new(import: &Node<'_>) -> Self {
        let mut selection = Self { all: import.has("include-all") || !import.has("include-controls"), ..Self::default() };
        for include in import.at("include-controls").items() {
            let children = include.at("with-child-controls").boolean() == Some(true);
            for id in include.at("with-ids").words() {
                if children {
                    selection.with_children.insert(id.clone());
                }
                selection.named.insert(id);
            }
            let patterns = include.at("matching").items().iter().filter_map(|matching| matching.optional("pattern"));
            selection.patterns.extend(patterns.map(|pattern| (pattern, children)));
        }
        for exclude in import.at("exclude-controls").items() {
            let ids = exclude.at("with-ids").words();
            if exclude.at("with-child-controls").boolean() == Some(true) {
                selection.excluded_with_children.extend(ids.iter().cloned());
            }
            selection.excluded.extend(ids);
            let patterns = exclude.at("matching").items().iter().filter_map(|matching| matching.optional("pattern"));
            selection.excluded_patterns.extend(patterns);
        }
        selection.patterns.truncate(PATTERNS);
        selection.excluded_patterns.truncate(PATTERNS);
        selection
    }

    /// A group or catalog with only what is selected. A selected control in one that is not takes its place.
    fn kept(&self, node: &Node<'_>, inherited: bool, found: &mut BTreeSet<String>) -> Node<'static> {
        let mut groups = Vec::new();
        for group in node.at("groups").items() {
            let kept = self.kept(group, inherited, found);
            if !kept.at("controls").items().is_empty() || !kept.at("groups").items().is_empty() {
                groups.push(kept);
            }
        }
        let controls = self.controls(node, inherited, false, found);
        with_children(node, groups, controls)
    }

    fn controls(
        &self,
        node: &Node<'_>,
        inherited: bool,
        is_excluded: bool,
        found: &mut BTreeSet<String>,
    ) -> Vec<Node<'static>> {
        let mut controls = Vec::new();
        for control in node.at("controls").items() {
            let id = control.at("id").text().unwrap_or_default();
            found.insert(id.to_owned());
            let pattern = self.patterns.iter().filter(|(pattern, _)| matches(pattern, id));
            let pattern = pattern.map(|(_, children)| *children).max();
            let excluded = is_excluded
                || self.excluded.contains(id)
                || self.excluded_patterns.iter().any(|pattern| matches(pattern, id));
            let taken = (self.all || inherited || self.named.contains(id) || pattern.is_some()) && !excluded;
            let passes_on = inherited || self.with_children.contains(id) || pattern == Some(true);
            let drops = is_excluded || self.excluded_with_children.contains(id);
            let inner = self.controls(control, passes_on, drops, found);
            if taken { controls.push(with_children(control, Vec::new(), inner)) } else { controls.extend(inner) }
        }
        controls
    }
}

/// A copy of a node with other groups and controls in it.
fn with_children(node: &Node<'_>, groups: Vec<Node<'static>>, controls: Vec<Node<'static>>) -> Node<'static> {
    let own = node.entries().iter().filter(|(key, _)| key != "groups" && key != "controls");
    let mut entries: Vec<_> = own.map(|(key, value)| (Cow::Owned(key.clone().into_owned()), owned(value))).collect();
    entries.push((Cow::Borrowed("groups"), Node::List(groups)));
    entries.push((Cow::Borrowed("controls"), Node::List(controls)));
    Node::Map(entries)
}

/// Whether an id fits a pattern in which `*` is any text and `?` any letter. Longer patterns and ids than anybody writes
/// fit nothing, for trying them takes the product of their lengths.
fn matches(pattern: &str, id: &str) -> bool {
    if pattern.len() > 32 || id.len() > 64 {
        return false;
    }
    let id: Vec<char> = id.chars().collect();
    let mut row = vec![false; id.len() + 1];
    row[0] = true;
    for wanted in pattern.chars() {
        let mut next = vec![false; id.len() + 1];
        next[0] = wanted == '*' && row[0];
        for (at, letter) in id.iter().enumerate() {
            next[at + 1] =
                if wanted == '*' { row[at + 1] || next[at] } else { row[at] && (wanted == '?' || wanted == *letter) };
        }
        row = next;
    }
    row[id.len()]
}

/// A copy that borrows nothing.
pub(super) fn owned(node: &Node<'_>) -> Node<'static> {
    match node {
        Node::Null => Node::Null,
        Node::Bare(text) => Node::Bare(Cow::Owned(text.clone().into_owned())),
        Node::Quoted(text) => Node::Quoted(Cow::Owned(text.clone().into_owned())),
        Node::List(items) => Node::List(items.iter().map(owned).collect()),
        Node::Map(entries) => {
            Node::Map(entries.iter().map(|(key, value)| (Cow::Owned(key.clone().into_owned()), owned(value))).collect())
        }
    }
}
