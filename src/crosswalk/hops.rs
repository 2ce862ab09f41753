//! The crosswalk turned round for reading: from each control back to the requirements that map to it.

use std::collections::BTreeMap;

use super::{Side, rule};
use crate::catalog::{DirectRelation, Edge, Framework, Library, Relation};

/// The crosswalk of a library, ready to be asked. Making one takes one pass over all edges.
#[derive(Debug)]
pub struct Crosswalk<'a> {
    pub(super) library: &'a Library,
    /// For each framework its hops in the order of its edges; those of requirements that take no answer are never read.
    pub(super) rows: Vec<Vec<Hop>>,
    /// For each framework, where the rows of the requirements that take an answer stand.
    pub(super) spans: Vec<Vec<Span>>,
    /// For each control its hops, by framework and then requirement.
    pub(super) hops: Vec<Vec<Hop>>,
    /// Direct relations by the two frameworks, each table in both directions, by the second requirement.
    direct: BTreeMap<(usize, usize), Vec<DirectHop>>,
    pub(super) twos: Twos,
}

/// One edge with what the derivation has to know of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hop {
    pub framework: u16,
    pub requirement: u16,
    pub control: u16,
    pub relation: Relation,
    pub strength: u8,
    /// See [`rule::points`].
    pub points: u8,
    /// See [`rule::is_anchored`].
    pub is_anchored: bool,
    /// An enhancement's relation that makes no pair, since it is not [its own](rule::is_own).
    pub is_echo: bool,
}

/// A direct relation, read from `from`.
#[derive(Clone, Copy, Debug)]
pub(super) struct DirectHop {
    pub to: usize,
    pub from: usize,
    pub relation: DirectRelation,
    pub strength: u8,
}

/// Where the row of a requirement starts and ends, among the hops and among the [`Twos`] of its framework.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub requirement: u32,
    pub hops: (u32, u32),
    pub twos: (u32, u32),
    pub is_complete: bool,
}

/// The two-control combinations that requirements of several frameworks are close to.
#[derive(Debug, Default)]
pub(super) struct Twos {
    /// How many combinations there are; each has a number below this.
    pub count: usize,
    /// For each framework, the numbers of the combinations its requirements are close to, in order.
    pub numbers: Vec<Vec<u32>>,
    /// For each framework, where the numbers of each requirement end.
    ends: Vec<Vec<u32>>,
}

impl<'a> Crosswalk<'a> {
    #[must_use]
    pub fn new(library: &'a Library) -> Self {
        let rows: Vec<Vec<Hop>> = (0..library.frameworks.len()).map(|framework| weighed(library, framework)).collect();
        let mut hops: Vec<Vec<Hop>> = vec![Vec::new(); library.controls.len()];
        for (hop, framework) in
            rows.iter().zip(&library.frameworks).flat_map(|(row, framework)| row.iter().map(move |hop| (hop, framework)))
        {
            if framework.requirements[usize::from(hop.requirement)].assessable && !hop.is_echo {
                hops[usize::from(hop.control)].push(*hop);
            }
        }
        let twos = Twos::new(&rows, library);
        let spans = (0..rows.len()).map(|framework| spans(library, &twos, framework)).collect();
        Self { library, rows, spans, hops, direct: both_ways(library), twos }
    }

    /// The framework in a place of the library.
    #[must_use]
    pub fn framework(&self, place: usize) -> &'a Framework {
        &self.library.frameworks[place]
    }

    /// The hops of one framework to a control.
    pub(super) fn hops_of(&self, control: u16, framework: usize) -> &[Hop] {
        let hops = &self.hops[usize::from(control)];
        let start = hops.partition_point(|hop| usize::from(hop.framework) < framework);
        let count = hops[start..].iter().take_while(|hop| usize::from(hop.framework) == framework).count();
        &hops[start..start + count]
    }

    /// The hops of one requirement; none when it takes no answer.
    pub(super) fn row(&self, framework: usize, requirement: usize) -> &[Hop] {
        let is_assessable = self.framework(framework).requirements[requirement].assessable;
        let places = if is_assessable { self.library.edges[framework].places(requirement) } else { 0..0 };
        &self.rows[framework][places]
    }

    /// The direct relations from one framework to a requirement of another.
    pub(super) fn direct_to(&self, from: usize, to: usize, requirement: usize) -> &[DirectHop] {
        let hops = self.direct.get(&(from, to)).map_or(&[][..], Vec::as_slice);
        let start = hops.partition_point(|hop| hop.to < requirement);
        let count = hops[start..].iter().take_while(|hop| hop.to == requirement).count();
        &hops[start..start + count]
    }

    /// The requirements of a framework that direct relations reach, each with the framework they come from.
    pub(super) fn direct_into(&self, to: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
        let tables = self.direct.iter().filter(move |((_, into), _)| *into == to);
        tables.flat_map(|((from, _), hops)| hops.iter().map(|hop| (hop.to, *from)))
    }

    /// Whether a requirement takes an answer and lies within a side.
    pub(super) fn counts(&self, side: Side, requirement: usize) -> bool {
        let framework = self.framework(side.framework);
        framework.requirements[requirement].assessable
            && side.scope.is_none_or(|scope| framework.applies(requirement, scope))
    }
}

/// The hops of a framework in the order of its edges, with their points.
fn weighed(library: &Library, framework: usize) -> Vec<Hop> {
    let (edges, requirements) = (&library.edges[framework], &library.frameworks[framework]);
    let mut hops = Vec::with_capacity(edges.all().len());
    // For each control, how many requirements stand how near.
    let mut nearness = vec![[0_u16; rule::MOST_POINTS as usize + 1]; library.controls.len()];
    for requirement in 0..edges.rows() {
        let base = requirements.enhanced(requirement).map(|base| edges.of(base));
        for edge in edges.of(requirement) {
            let is_echo = base.is_some_and(|base| is_echo(edge, base));
            nearness[usize::from(edge.control)][near(edge.relation, edge.strength)] += u16::from(!is_echo);
            hops.push(Hop {
                framework: u16::try_from(framework).expect("a library has far fewer than 65,536 frameworks"),
                requirement: u16::try_from(requirement).expect("the check holds that requirements are fewer than 65,536"),
                control: edge.control,
                relation: edge.relation,
                strength: edge.strength,
                points: 0,
                is_anchored: rule::is_anchored(edge.relation, edges.is_complete(requirement)),
                is_echo,
            });
        }
    }
    for hop in &mut hops {
        let as_near = &nearness[usize::from(hop.control)][near(hop.relation, hop.strength)..];
        let rank = as_near.iter().copied().map(usize::from).sum();
        hop.points = if hop.is_echo { 0 } else { rule::points(hop.relation, hop.strength, rank) };
    }
    hops
}

/// Whether an edge of an enhancement repeats what the enhanced requirement, with the edges of `base`, says already.
fn is_echo(edge: &Edge, base: &[Edge]) -> bool {
    let same = base.iter().find(|base| base.control == edge.control);
    !rule::is_own(edge.relation, edge.strength, same.map(|base| (base.relation, base.strength)))
}

fn spans(library: &Library, twos: &Twos, framework: usize) -> Vec<Span> {
    let (edges, ends) = (&library.edges[framework], &twos.ends[framework]);
    let narrow = |place: usize| u32::try_from(place).expect("a framework has far fewer than 2³² edges");
    let span = |requirement: usize| {
        let hops = edges.places(requirement);
        Span {
            requirement: narrow(requirement),
            hops: (narrow(hops.start), narrow(hops.end)),
            twos: (requirement.checked_sub(1).map_or(0, |before| ends[before]), ends[requirement]),
            is_complete: edges.is_complete(requirement),
        }
    };
    let requirements = library.frameworks[framework].requirements.iter().enumerate();
    requirements.filter(|(_, requirement)| requirement.assessable).map(|(index, _)| span(index)).collect()
}

fn near(relation: Relation, strength: u8) -> usize {
    rule::nearness(relation, strength).min(rule::MOST_POINTS).into()
}

fn both_ways(library: &Library) -> BTreeMap<(usize, usize), Vec<DirectHop>> {
    let mut tables: BTreeMap<(usize, usize), Vec<DirectHop>> = BTreeMap::new();
    for table in &library.direct {
        let (one, other) = (usize::from(table.from), usize::from(table.to));
        for pair in &table.pairs {
            let (from, to, relation, strength) =
                (usize::from(pair.from), usize::from(pair.to), pair.relation, pair.strength);
            tables.entry((one, other)).or_default().push(DirectHop { to, from, relation, strength });
            tables.entry((other, one)).or_default().push(DirectHop {
                to: from,
                from: to,
                relation: relation.turned(),
                strength,
            });
        }
    }
    for hops in tables.values_mut() {
        hops.sort_by_key(|hop| (hop.to, hop.from));
    }
    tables
}

impl Twos {
    fn new(rows: &[Vec<Hop>], library: &Library) -> Self {
        let mut found: Vec<((u16, u16), u16, u16)> = Vec::new();
        for row in rows.iter().flat_map(|hops| hops.chunk_by(|a, b| a.requirement == b.requirement)) {
            let firm: Vec<&Hop> = row.iter().filter(|hop| hop.is_firm()).collect();
            for (place, one) in firm.iter().enumerate() {
                for other in &firm[place + 1..] {
                    let two = (one.control.min(other.control), one.control.max(other.control));
                    found.push((two, one.framework, one.requirement));
                }
            }
        }
        found.sort_unstable();
        let mut numbered: Vec<Vec<(u16, u32)>> = vec![Vec::new(); rows.len()];
        let mut count = 0;
        for same in found.chunk_by(|a, b| a.0 == b.0).filter(|same| same[0].1 != same[same.len() - 1].1) {
            for (_, framework, requirement) in same {
                numbered[usize::from(*framework)].push((*requirement, count));
            }
            count += 1;
        }
        let mut twos = Self { count: count as usize, ..Self::default() };
        for (mut numbered, framework) in numbered.into_iter().zip(&library.frameworks) {
            numbered.sort_unstable();
            let mut ends = vec![0; framework.requirements.len()];
            numbered.iter().for_each(|(requirement, _)| ends[usize::from(*requirement)] += 1);
            let mut sum = 0;
            for end in &mut ends {
                sum += *end;
                *end = sum;
            }
            twos.numbers.push(numbered.into_iter().map(|(_, number)| number).collect());
            twos.ends.push(ends);
        }
        twos
    }
}
