//! What two frameworks have in common, as the comparison shows it.

use crate::catalog::{ControlTexts, Framework, Library, Relation};
use crate::crosswalk::{Band, Crosswalk, Overlap, Pair, Path, Side, Via};

/// How many requirements are covered in full, in part and not at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bands {
    pub full: usize,
    pub partial: usize,
    pub none: usize,
}

/// One direction: what having `from` means for `to`.
#[derive(Clone, Debug, PartialEq)]
pub struct Direction {
    pub from: &'static Framework,
    pub to: &'static Framework,
    pub whole: Bands,
    /// The sections of `to`, in document order.
    pub sections: Vec<SectionBands>,
    overlap: Overlap,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SectionBands {
    /// The section's place in its framework.
    pub index: usize,
    pub id: &'static str,
    pub title: &'static str,
    pub bands: Bands,
}

/// How many pairs join a section of the first framework to one of the second.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowRow {
    pub from: usize,
    pub to: usize,
    pub full: usize,
    pub partial: usize,
}

/// A requirement of `to` with what covers it.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverRow {
    pub id: &'static str,
    pub title: &'static str,
    pub band: Band,
    pub together: bool,
    pub pairs: Vec<PairRow>,
}

/// A counterpart and every way that leads to it.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    pub id: &'static str,
    pub title: &'static str,
    pub band: Band,
    pub strength: u8,
    pub ways: Vec<Way>,
}

/// One way from a requirement to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    pub strength: u8,
    /// The control between them, with the relation of each requirement to it; absent for a declared relation.
    pub control: Option<(&'static str, &'static str, Relation, Relation)>,
    /// Why, where it is not obvious and the texts have come.
    pub why: [&'static str; 2],
}

impl Bands {
    #[must_use]
    pub fn total(self) -> usize {
        self.full + self.partial + self.none
    }

    fn add(&mut self, band: Band) {
        match band {
            Band::Full => self.full += 1,
            Band::Partial => self.partial += 1,
            Band::None => self.none += 1,
        }
    }
}

/// What having `from` means for `to`; nothing when either is not in the library.
#[must_use]
pub fn direction(library: &'static Library, from: &'static Framework, to: &'static Framework) -> Option<Direction> {
    let (from_place, to_place) = (library.position(from.id)?, library.position(to.id)?);
    let overlap = Crosswalk::new(library).overlap(Side::whole(from_place), Side::whole(to_place));
    let mut whole = Bands::default();
    overlap.covers.iter().for_each(|cover| whole.add(cover.band));
    let section = |index: usize| {
        let mut bands = Bands::default();
        let below = overlap.covers.iter().filter(|cover| to.subtree(index).contains(&cover.to));
        below.for_each(|cover| bands.add(cover.band));
        let requirement = &to.requirements[index];
        SectionBands { index, id: requirement.id, title: requirement.title, bands }
    };
    let sections = to.sections().into_iter().map(section).filter(|section| section.bands.total() > 0).collect();
    Some(Direction { from, to, whole, sections, overlap })
}

impl Direction {
    /// The sections joined by pairs, in document order.
    #[must_use]
    pub fn flows(&self) -> Vec<FlowRow> {
        let flows = self.overlap.flows(self.from, self.to);
        flows.iter().map(|flow| FlowRow { from: flow.from, to: flow.to, full: flow.full, partial: flow.partial }).collect()
    }

    /// The requirements of a section, or of all, in a band, or in any.
    #[must_use]
    pub fn covers(
        &self,
        library: &'static Library,
        texts: Option<&'static ControlTexts>,
        section: Option<usize>,
        band: Option<Band>,
    ) -> Vec<CoverRow> {
        let within = |to: usize| section.is_none_or(|section| self.to.subtree(section).contains(&to));
        let wanted =
            self.overlap.covers.iter().filter(|cover| within(cover.to) && band.is_none_or(|band| cover.band == band));
        wanted
            .map(|cover| CoverRow {
                id: self.to.requirements[cover.to].id,
                title: self.to.requirements[cover.to].title,
                band: cover.band,
                together: cover.together,
                pairs: self.overlap.pairs_of(cover).iter().map(|pair| self.pair_row(library, texts, pair)).collect(),
            })
            .collect()
    }

    fn pair_row(&self, library: &'static Library, texts: Option<&'static ControlTexts>, pair: &Pair) -> PairRow {
        let requirement = &self.from.requirements[pair.from];
        PairRow {
            id: requirement.id,
            title: requirement.title,
            band: pair.band,
            strength: pair.strength,
            ways: pair.paths.iter().map(|path| self.way(library, texts, pair, path)).collect(),
        }
    }

    fn way(&self, library: &'static Library, texts: Option<&'static ControlTexts>, pair: &Pair, path: &Path) -> Way {
        let Via::Control { control, from, to } = path.via else {
            return Way { strength: path.strength, control: None, why: [declared_why(library, texts, self, pair), ""] };
        };
        let known = &library.controls[control];
        let why = |framework: &Framework, requirement: usize| edge_why(library, texts, framework, requirement, control);
        Way {
            strength: path.strength,
            control: Some((known.id, known.name, from, to)),
            why: [why(self.from, pair.from), why(self.to, pair.to)],
        }
    }
}

/// The rationale of a requirement's relation to a control; empty where there is none or the texts have not come.
#[must_use]
pub fn edge_why(
    library: &'static Library,
    texts: Option<&'static ControlTexts>,
    framework: &Framework,
    requirement: usize,
    control: usize,
) -> &'static str {
    let Some(place) = library.position(framework.id) else { return "" };
    let edges = &library.edges[place];
    let found = edges.places(requirement).find(|edge| usize::from(edges.all()[*edge].control) == control);
    let why = found.and_then(|edge| texts?.edges.get(place)?.get(edge));
    why.copied().unwrap_or_default()
}

fn declared_why(
    library: &Library,
    texts: Option<&'static ControlTexts>,
    direction: &Direction,
    pair: &Pair,
) -> &'static str {
    let places = [library.position(direction.from.id), library.position(direction.to.id)];
    let why = library.direct.iter().enumerate().find_map(|(table, direct)| {
        let ends = [Some(usize::from(direct.from)), Some(usize::from(direct.to))];
        let turned = ends == [places[1], places[0]];
        if ends != places && !turned {
            return None;
        }
        let row = direct.pairs.iter().position(|row| {
            let ends = (usize::from(row.from), usize::from(row.to));
            ends == if turned { (pair.to, pair.from) } else { (pair.from, pair.to) }
        })?;
        texts?.direct.get(table)?.get(row).copied()
    });
    why.unwrap_or_default()
}
