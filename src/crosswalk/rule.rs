//! When a shared control makes a pair. Every threshold of the crosswalk stands here.
//!
//! In one paragraph, for people: *Two requirements are shown as a pair when a practitioner would cite one as the
//! counterpart of the other. A control that both contain, or that lies between them, is enough. A control that both merely
//! touch is enough only where the two relations are strong and few other requirements of either framework stand as close
//! to it; a broad control that half a framework maps to says little about any two of its requirements. Where one such
//! control is too little, two that are both close enough will do.*
//!
//! In figures: each relation of a requirement to a control is worth [`points`]: its strength, more where the relation says
//! more, less the more requirements of the same framework stand at least as near. A pair needs [`PAIR_POINTS`] from both
//! its relations to one control together, or two controls to which all four relations have [`FIRM_POINTS`] each.
//!
//! An enhancement adds to a control of its framework, as AC-2(1) adds to AC-2, and a practitioner cites the control. So an
//! enhancement counts only through what is [its own](is_own).

use crate::catalog::Relation;

/// What the two relations to a shared control must be worth together when containment does not settle it.
pub const PAIR_POINTS: u8 = 15;

/// What each of the four relations to two shared controls must be worth, when neither control is enough alone.
pub const FIRM_POINTS: u8 = 5;

/// How strong the relation of an enhancement to a control must be to count.
pub const ENHANCEMENT_STRENGTH: u8 = 8;

/// How much nearer than what it enhances an enhancement must stand to a control that both map to.
pub const ENHANCEMENT_LEAD: u8 = 3;

/// The most points a relation can be worth.
pub const MOST_POINTS: u8 = 15;

/// How near a requirement stands to a control: strength, and what the relation adds to it.
#[must_use]
pub fn nearness(relation: Relation, strength: u8) -> u8 {
    strength
        + match relation {
            Relation::Equal => 4,
            Relation::Superset => 2,
            Relation::Subset => 1,
            Relation::Intersects => 0,
        }
}

/// What a relation is worth. `rank` counts the requirements of the framework that stand at least as near to the control,
/// this one included: alone costs nothing, and each doubling costs a point.
#[must_use]
pub fn points(relation: Relation, strength: u8, rank: usize) -> u8 {
    let crowd = rank.max(1).next_power_of_two().ilog2();
    nearness(relation, strength).saturating_sub(u8::try_from(crowd).unwrap_or(u8::MAX)).min(MOST_POINTS)
}

/// Whether an enhancement's relation to a control says something of its own, rather than repeating what it enhances.
/// `base` is the relation of the enhanced requirement to the same control, absent when it has none.
#[must_use]
pub fn is_own(relation: Relation, strength: u8, base: Option<(Relation, u8)>) -> bool {
    let lead = |(base, base_strength)| nearness(relation, strength) >= nearness(base, base_strength) + ENHANCEMENT_LEAD;
    strength >= ENHANCEMENT_STRENGTH && base.is_none_or(lead)
}

/// Whether a control is more than touched: one lies within the other, or the control is declared a part of what makes up
/// the requirement (`complete = true`).
#[must_use]
pub fn is_anchored(relation: Relation, is_complete: bool) -> bool {
    relation != Relation::Intersects || is_complete
}
