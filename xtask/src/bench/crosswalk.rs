//! The crosswalk: one pair of real frameworks, and every pair of many made-up ones.

use std::collections::BTreeSet;
use std::time::Duration;

use anyhow::{Context as _, Result};
use plumbline::catalog::{Edge, Edges, FrameworkSource, Library, Relation, Requirement, keep};
use plumbline::crosswalk::{Counts, Crosswalk, Side};

use super::{Beside, Figure, best};
use crate::catalogs::{self, Catalogs};

const REQUIREMENTS: usize = 100;
const SIZES: [usize; 5] = [10, 30, 100, 300, 1_000];

/// The size that the budget speaks of, at which the peers run too.
const USUAL: usize = 100;

pub fn figures() -> Result<Vec<Figure>> {
    let catalogs = catalogs::check()?;
    let mut figures = real(&catalogs)?;
    let mut smaller: Option<(usize, Duration)> = None;
    for size in SIZES {
        let library = grown(&catalogs, size)?;
        let crosswalk = Crosswalk::new(&library);
        let sides: Vec<Side> = (0..size).map(Side::whole).collect();
        let time = best(if size > USUAL { 5 } else { 50 }, || crosswalk.matrix(&sides));
        let what = format!("all pairs of {size} frameworks");
        if size == USUAL {
            let each = best(3, || every_overlap(&crosswalk, &sides));
            let naive = best(3, || by_sets(&library));
            let figure = |beside| Figure { what: what.clone(), time, beside };
            figures.push(figure(Beside::Budget(Duration::from_millis(1))));
            figures.push(figure(Beside::Peer("intersecting sets", naive)));
            figures.push(figure(Beside::Peer("listing every pair", each)));
            let ready = best(20, || Crosswalk::new(&library));
            figures.push(Figure {
                what: format!("making {size} frameworks ready"),
                time: ready,
                beside: Beside::Peer("all pairs", time),
            });
        }
        if let Some((least, before)) = smaller.replace((size, time)) {
            let factor = f64::from(u32::try_from(size)?) / f64::from(u32::try_from(least)?);
            figures.push(Figure { what, time, beside: Beside::Smaller(before, factor) });
        }
    }
    Ok(figures)
}

fn real(catalogs: &Catalogs) -> Result<Vec<Figure>> {
    let library = catalogs.library();
    let place = |id: &str| library.position(id).with_context(|| format!("there is no framework {id}"));
    let (from, to) = (Side::whole(place("iso-27001-2022")?), Side::whole(place("nist-800-53-r5")?));
    let crosswalk = Crosswalk::new(&library);
    let time = best(50, || crosswalk.overlap(from, to));
    let ready = best(50, || Crosswalk::new(&library));
    Ok(vec![Figure {
        what: "every pair of ISO/IEC 27001 and NIST SP 800-53".to_owned(),
        time,
        beside: Beside::Peer("making the crosswalk ready", ready),
    }])
}

/// The counts by listing every pair.
fn every_overlap(crosswalk: &Crosswalk, sides: &[Side]) -> usize {
    let pairs = sides.iter().flat_map(|from| sides.iter().map(move |to| (*from, *to))).filter(|(from, to)| from != to);
    pairs.map(|(from, to)| crosswalk.overlap(from, to).pairs.len()).sum()
}

/// The counts as they are usually made: two sets of controls for each framework, and no rule about what makes a pair.
fn by_sets(library: &Library) -> Vec<Counts> {
    let set = |edges: &Edges, wanted: fn(&Edge) -> bool| -> BTreeSet<u16> {
        edges.all().iter().filter(|edge| wanted(edge)).map(|edge| edge.control).collect()
    };
    let contained: Vec<BTreeSet<u16>> =
        library.edges.iter().map(|edges| set(edges, |edge| edge.relation.contains())).collect();
    let touched: Vec<BTreeSet<u16>> = library.edges.iter().map(|edges| set(edges, |_| true)).collect();
    let mut counts = Vec::new();
    for from in 0..library.edges.len() {
        for edges in &library.edges {
            let mut count = Counts::default();
            for requirement in 0..edges.rows() {
                let row = edges.of(requirement);
                let is_full = row.iter().any(|edge| edge.relation.is_within() && contained[from].contains(&edge.control));
                let is_touched = row.iter().any(|edge| touched[from].contains(&edge.control));
                count.full += u32::from(is_full);
                count.partial += u32::from(is_touched && !is_full);
                count.total += 1;
            }
            counts.push(count);
        }
    }
    counts
}

/// A library of made-up frameworks that map to the real controls about as the real ones do.
fn grown(catalogs: &Catalogs, size: usize) -> Result<Library> {
    let source: &FrameworkSource = catalogs.frameworks.first().context("there are no frameworks")?;
    let mut library = Library { frameworks: Vec::new(), edges: Vec::new(), ..catalogs.library() };
    let mut dice = Dice(1);
    for _ in 0..size {
        let mut framework = source.build("");
        framework.dimensions.clear();
        framework.requirements = (0..REQUIREMENTS).map(requirement).collect::<Result<_>>()?;
        library.frameworks.push(framework);
        library.edges.push(edges(&mut dice, library.controls.len())?);
    }
    Ok(library)
}

fn requirement(index: usize) -> Result<Requirement> {
    Ok(Requirement {
        id: keep(&index.to_string()),
        title: "",
        parent: None,
        end: u16::try_from(index + 1)?,
        depth: 0,
        assessable: true,
        weight: 1,
        scopes: 0,
        designation: "",
        references: Vec::new(),
        withdrawn: None,
    })
}

fn edges(dice: &mut Dice, controls: usize) -> Result<Edges> {
    use Relation::{Equal, Intersects, Subset, Superset};
    let mut edges = Edges::default();
    for _ in 0..REQUIREMENTS {
        let mut row: Vec<Edge> = Vec::new();
        for _ in 0..[1, 1, 2, 2, 3, 4][dice.below(6)] {
            let relation = [Equal, Subset, Superset, Intersects, Intersects, Intersects][dice.below(6)];
            let (control, strength) = (u16::try_from(dice.below(controls))?, u8::try_from(5 + dice.below(5))?);
            if row.iter().all(|edge| edge.control != control) {
                row.push(Edge { control, relation, strength });
            }
        }
        let is_complete = row.len() > 2 && dice.below(4) == 0;
        edges.push(&row, is_complete);
    }
    Ok(edges)
}

/// Numbers that are scattered and always the same (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((bits ^ (bits >> 31)) % limit as u64).unwrap_or(0)
    }
}
