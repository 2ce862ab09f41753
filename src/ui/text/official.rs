//! What the issuer's own method makes of the answers, in words.

use crate::score::methods::Bracket;
use crate::score::methods::conformity::{Conformity, Outlook};
use crate::score::methods::criteria::{self, Criteria, Opinion};
use crate::score::methods::csf::{self, Csf, Tier};

pub const TITLE: &str = "By the issuer's method";
pub const CONFORMITY_NOTE: &str = "How an auditor would class the requirements if the levels were the evidence (ISO/IEC 17021-1, our \
     reading): level 0 a major, level 1 a minor nonconformity, level 2 an opportunity. Only an audit finds nonconformities.";
pub const CRITERIA_NOTE: &str = "Criteria concluded from the levels. The opinion is a CPA firm's to give; this is what the answers \
     point to.";
pub const CSF_NOTE: &str = "Tiers 1 to 4 of CSF 2.0, read from the levels; a tier is the lowest of its outcomes.";
pub const WHAT: &str = "What";
pub const RESULT: &str = "Result";

/// A sentence, and what stands in the table below it.
pub type Said = (String, Vec<(String, String)>);

pub fn conformity(result: &Conformity) -> Said {
    let findings = &result.findings;
    let count = |name: &str, ids: &[&str]| (name.to_owned(), counted(ids));
    let rows = vec![
        count("Major nonconformities", &findings.major),
        count("Minor nonconformities", &findings.minor),
        count("Opportunities for improvement", &findings.opportunity),
        ("Conforming".to_owned(), findings.conform.len().to_string()),
        ("Not assessed yet".to_owned(), findings.not_assessed.len().to_string()),
        count("Declared not applicable", &findings.excluded),
    ];
    (format!("Certification outlook: {}.", between(result.outlook, outlook)), rows)
}

fn outlook(outlook: Outlook) -> &'static str {
    match outlook {
        Outlook::NotYet => "not yet, major nonconformities first",
        Outlook::WithActionPlan => "recommended once a corrective action plan is accepted",
        Outlook::Recommended => "recommended",
    }
}

pub fn criteria(result: &Criteria) -> Said {
    let row = |category: &criteria::Category| {
        let figures = [
            (usize::from(category.met), "met"),
            (category.exceptions.len(), "with exceptions"),
            (category.not_met.len(), "not met"),
            (usize::from(category.not_assessed), "not assessed yet"),
        ];
        let figures = figures.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {name}"));
        (category.id.to_owned(), figures.collect::<Vec<_>>().join(", "))
    };
    let rows = result.categories.iter().filter(|category| category.examined).map(row).collect();
    let said = result.opinion.map_or_else(
        || "No criterion is examined.".to_owned(),
        |opinion| format!("Opinion the answers point to: {}.", between(opinion, self::opinion)),
    );
    (said, rows)
}

fn opinion(opinion: Opinion) -> &'static str {
    match opinion {
        Opinion::Adverse => "adverse",
        Opinion::Qualified => "qualified",
        Opinion::Unqualified => "unqualified",
    }
}

pub fn csf(result: &Csf) -> Said {
    let row = |category: &csf::Category| {
        let known = category.at_target + category.below_target;
        let profile = format!(
            "{} now, {} wanted; {} of {known} known outcomes at target",
            between(category.current, tier),
            tier(category.target),
            category.at_target
        );
        (category.id.to_owned(), profile)
    };
    let part = |name: &str, tier: Option<Bracket<Tier>>| tier.map(|tier| format!("{name} {}", between(tier, self::tier)));
    let parts = [part("Risk governance:", result.governance), part("Risk management:", result.management)];
    (format!("{}.", parts.into_iter().flatten().collect::<Vec<_>>().join(". ")), result.categories.iter().map(row).collect())
}

fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Partial => "tier 1, partial",
        Tier::RiskInformed => "tier 2, risk informed",
        Tier::Repeatable => "tier 3, repeatable",
        Tier::Adaptive => "tier 4, adaptive",
    }
}

/// A result, or the two it lies between while something is unknown.
fn between<T: Copy + PartialEq>(bracket: Bracket<T>, word: fn(T) -> &'static str) -> String {
    match bracket.settled() {
        Some(settled) => word(settled).to_owned(),
        None => format!("between “{}” and “{}”, as long as answers are missing", word(bracket.low), word(bracket.high)),
    }
}

/// How many, and the first few by their ids.
fn counted(ids: &[&str]) -> String {
    const SHOWN: usize = 12;
    if ids.is_empty() {
        return "0".to_owned();
    }
    let more = if ids.len() > SHOWN { ", …" } else { "" };
    format!("{}: {}{more}", ids.len(), ids.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", "))
}
