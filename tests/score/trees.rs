//! The trees of two real frameworks, for methods that know requirements by their ids.

use crate::support::{Node, tree};

/// How many requirements each family of NIST SP 800-171 revision 2 has, 3.1 to 3.14.
const FAMILIES: [u8; 14] = [22, 3, 9, 9, 11, 3, 6, 9, 2, 6, 3, 4, 16, 7];

/// What CMMC calls these families.
const DOMAINS: [&str; 14] = ["AC", "AT", "AU", "CM", "IA", "IR", "MA", "MP", "PS", "PE", "RA", "CA", "SC", "SI"];

/// A tree by the name of its framework, or as written.
pub fn named(text: &str) -> Vec<Node> {
    match text.trim() {
        "nist-800-171-r2" => {
            tree(&families(|family| format!("3.{family}"), |family, number| format!("3.{family}.{number}")))
        }
        "cmmc-2.0" => tree(&cmmc()),
        _ => tree(text),
    }
}

fn families(section: impl Fn(usize) -> String, leaf: impl Fn(usize, u8) -> String) -> String {
    let mut text = String::new();
    for (family, count) in FAMILIES.iter().enumerate() {
        text.push_str(&format!("{}\n", section(family + 1)));
        for number in 1..=*count {
            text.push_str(&format!("  {}\n", leaf(family + 1, number)));
        }
    }
    text
}

fn cmmc() -> String {
    let leaves = |ids: &[&str]| ids.iter().map(|id| format!("  {id}\n")).collect::<String>();
    let two = families(
        |family| format!("L2-{}", DOMAINS[family - 1]),
        |family, number| format!("{}.L2-3.{family}.{number}", DOMAINS[family - 1]),
    );
    format!("L1\n{}{two}L3\n{}", leaves(&LEVEL_ONE), leaves(&LEVEL_THREE))
}

/// CMMC Level 1: 48 CFR 52.204-21(b)(1).
const LEVEL_ONE: [&str; 15] = [
    "AC.L1-b.1.i",
    "AC.L1-b.1.ii",
    "AC.L1-b.1.iii",
    "AC.L1-b.1.iv",
    "IA.L1-b.1.v",
    "IA.L1-b.1.vi",
    "MP.L1-b.1.vii",
    "PE.L1-b.1.viii",
    "PE.L1-b.1.ix",
    "SC.L1-b.1.x",
    "SC.L1-b.1.xi",
    "SI.L1-b.1.xii",
    "SI.L1-b.1.xiii",
    "SI.L1-b.1.xiv",
    "SI.L1-b.1.xv",
];

/// CMMC Level 3: 32 CFR 170.14(c)(4).
const LEVEL_THREE: [&str; 24] = [
    "AC.L3-3.1.2e",
    "AC.L3-3.1.3e",
    "AT.L3-3.2.1e",
    "AT.L3-3.2.2e",
    "CM.L3-3.4.1e",
    "CM.L3-3.4.2e",
    "CM.L3-3.4.3e",
    "IA.L3-3.5.1e",
    "IA.L3-3.5.3e",
    "IR.L3-3.6.1e",
    "IR.L3-3.6.2e",
    "PS.L3-3.9.2e",
    "RA.L3-3.11.1e",
    "RA.L3-3.11.2e",
    "RA.L3-3.11.3e",
    "RA.L3-3.11.4e",
    "RA.L3-3.11.5e",
    "RA.L3-3.11.6e",
    "RA.L3-3.11.7e",
    "CA.L3-3.12.1e",
    "SC.L3-3.13.4e",
    "SI.L3-3.14.1e",
    "SI.L3-3.14.3e",
    "SI.L3-3.14.6e",
];
