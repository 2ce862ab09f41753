//! Target profiles: sets of wanted levels that are kept under a name.

use super::{Action, Document, Field};

const MARK: &str = "targets:";
const HEAD: &str = "plumbline-targets/1";

/// Wanted levels. In text: a first line `plumbline-targets/1`, then a line for each, `framework`, `requirement` and `level`
/// with tabs between them, in order; the requirement is empty for a whole framework.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TargetLevels(Vec<TargetLevel>);

/// The level wanted of a framework, a section or a requirement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TargetLevel {
    pub framework: String,
    /// Empty for the whole framework.
    pub requirement: String,
    pub level: u8,
}

/// A set of levels under its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetProfile {
    pub id: String,
    pub name: String,
    pub levels: TargetLevels,
}

impl TargetLevels {
    /// The targets set in a document.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let levels = document.frameworks.iter().filter(|(framework, _)| !framework.is_empty());
        let levels = levels.flat_map(|(framework, requirements)| requirements.keys().map(move |id| (framework, id)));
        let level = |(framework, requirement): (&String, &String)| {
            let level = u8::try_from(document.number(framework, requirement, Field::Target)?).ok()?;
            Some(TargetLevel { framework: framework.clone(), requirement: requirement.clone(), level })
        };
        levels.filter_map(level).collect()
    }

    /// Reads the text form. The lines that say nothing known come back with their numbers, from 1; everything when the first
    /// line is another.
    #[must_use]
    pub fn read(text: &str) -> (Self, Vec<usize>) {
        let has_head = text.lines().next().is_some_and(|line| line.trim_end() == HEAD);
        let (mut levels, mut unread) = (Vec::new(), Vec::new());
        for (place, line) in text.lines().enumerate().skip(usize::from(has_head)) {
            let mut parts = line.trim_end_matches('\r').split('\t');
            let parsed = (|| {
                let (framework, requirement) = (parts.next()?.to_owned(), parts.next()?.to_owned());
                let level = parts.next()?.parse().ok()?;
                let whole = has_head && !framework.is_empty() && parts.next().is_none();
                whole.then_some(TargetLevel { framework, requirement, level })
            })();
            match parsed {
                Some(level) => levels.push(level),
                None if line.trim().is_empty() => {}
                None => unread.push(place + 1),
            }
        }
        (levels.into_iter().collect(), unread)
    }

    #[must_use]
    pub fn to_text(&self) -> String {
        let line = |level: &TargetLevel| format!("\n{}\t{}\t{}", level.framework, level.requirement, level.level);
        self.0.iter().fold(HEAD.to_owned(), |text, level| text + &line(level))
    }

    #[must_use]
    pub fn all(&self) -> &[TargetLevel] {
        &self.0
    }

    /// The deed that makes these the targets of every framework they speak of; other frameworks keep theirs.
    #[must_use]
    pub fn action(&self, document: &Document) -> Action {
        let target = |level: &TargetLevel, wanted: Option<u8>| Action::Target {
            framework: level.framework.clone(),
            requirement: level.requirement.clone(),
            level: wanted,
        };
        let speaks_of = |framework: &str| self.0.iter().any(|level| level.framework == framework);
        let has = |other: &TargetLevel| self.0.iter().any(|level| same_place(level, other));
        let present = Self::of(document);
        let gone = present.0.iter().filter(|level| speaks_of(&level.framework) && !has(level));
        Action::Several(
            gone.map(|level| target(level, None))
                .chain(self.0.iter().map(|level| target(level, Some(level.level))))
                .collect(),
        )
    }
}

impl FromIterator<TargetLevel> for TargetLevels {
    /// In order; where two speak of the same place the higher level stays.
    fn from_iter<T: IntoIterator<Item = TargetLevel>>(levels: T) -> Self {
        let mut levels: Vec<TargetLevel> = levels.into_iter().collect();
        levels.sort_by(|one, other| {
            let key = |level: &TargetLevel| (level.framework.clone(), level.requirement.clone(), u8::MAX - level.level);
            key(one).cmp(&key(other))
        });
        levels.dedup_by(|later, earlier| same_place(later, earlier));
        Self(levels)
    }
}

fn same_place(one: &TargetLevel, other: &TargetLevel) -> bool {
    one.framework == other.framework && one.requirement == other.requirement
}

pub(super) fn targets_id(id: &str) -> String {
    format!("{MARK}{id}")
}

/// The profiles kept in a document, by name and then id.
#[must_use]
pub fn target_profiles(document: &Document) -> Vec<TargetProfile> {
    let Some(entries) = document.frameworks.get("") else { return Vec::new() };
    let profile = |key: &String| {
        let name = document.text("", key, Field::Title).to_owned();
        let (levels, _) = TargetLevels::read(document.text("", key, Field::Levels));
        let id = key.strip_prefix(MARK)?.to_owned();
        (!name.is_empty()).then_some(TargetProfile { id, name, levels })
    };
    let mut profiles: Vec<TargetProfile> = entries.keys().filter_map(profile).collect();
    profiles.sort_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));
    profiles
}
