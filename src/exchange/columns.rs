//! What the columns of a table mean, told by their heads.

mod field;
mod preview;

pub use self::field::Field;
pub use self::preview::{ColumnChoice, Preview, preview};

use super::sheet::{Row, Table};

/// The header row of a table.
#[derive(Clone, Debug)]
pub(crate) struct Heads {
    /// Its place among the table's rows.
    pub row: usize,
    shown: Vec<String>,
    names: Vec<String>,
}

impl Heads {
    fn new(row: usize, cells: &Row) -> Self {
        let shown = (0..cells.cells.len()).map(|column| cells.cell(column).to_owned()).collect();
        Self { row, shown, names: cells.cells.iter().map(|cell| plain(cell)).collect() }
    }

    /// The heads in small letters with one space between words.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// The first column whose head is one of `names`, in the order of `names`.
    pub(crate) fn find(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.names.iter().position(|head| head == name))
    }

    /// The first column whose head begins with one of `names`.
    pub(crate) fn find_start(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.names.iter().position(|head| head.starts_with(name)))
    }

    /// The first column whose head satisfies `is`.
    pub(crate) fn find_by(&self, is: impl Fn(&str) -> bool) -> Option<usize> {
        self.names.iter().position(|head| is(head))
    }

    /// The column of a field. A column that is the id serves no other field.
    pub(crate) fn field(&self, field: Field) -> Option<usize> {
        let mut taken = Vec::new();
        for (candidate, names) in Field::HEADS {
            let free =
                |name: &&str| self.names.iter().enumerate().position(|(at, head)| head == name && !taken.contains(&at));
            let column = names.iter().find_map(free);
            if candidate == field {
                return column;
            }
            taken.extend(column);
        }
        None
    }

    /// The columns without a field, by the head shown.
    pub(crate) fn unused(&self, used: &[usize]) -> Vec<&str> {
        let heads = self.shown.iter().enumerate().filter(|(column, head)| !head.is_empty() && !used.contains(column));
        heads.map(|(_, head)| head.as_str()).collect()
    }
}

/// The header of a table: the row, of its first 30, with most heads that some format knows. At least two.
pub(crate) fn heads(table: &Table) -> Option<Heads> {
    let mut best: Option<(usize, Heads)> = None;
    for (at, row) in table.rows.iter().take(30).enumerate() {
        let heads = Heads::new(at, row);
        let known = heads.names().filter(|name| is_known(name)).count();
        if known >= 2 && best.as_ref().is_none_or(|(most, _)| known > *most) {
            best = Some((known, heads));
        }
    }
    best.map(|(_, heads)| heads)
}

fn is_known(name: &str) -> bool {
    const STARTS: [&str; 12] = [
        "focal document",
        "reference document",
        "csf outcome",
        "included in profile",
        "current ",
        "target ",
        "strm ",
        "fde",
        "strength of relationship",
        "compliance result",
        "requirement progress",
        "relationship",
    ];
    !name.is_empty()
        && name.len() < 80
        && (Field::HEADS.iter().any(|(_, heads)| heads.contains(&name))
            || STARTS.iter().any(|start| name.starts_with(start))
            || ["urn", "rationale", "source", "source id"].contains(&name)
            || name.ends_with('#')
            || quarter(name).is_some())
}

/// Small letters and figures, with one space between words; `#` stays, for it means a number.
pub(crate) fn plain(text: &str) -> String {
    let mut result = String::new();
    for letter in text.chars() {
        if letter.is_alphanumeric() || letter == '#' {
            result.extend(letter.to_lowercase());
        } else if !result.is_empty() && !result.ends_with(' ') && letter != '?' && letter != '\'' {
            result.push(' ');
        }
    }
    result.truncate(result.trim_end().len());
    result
}

/// The quarter and what it counts, of a head like `q1 actual score`.
pub(crate) fn quarter(name: &str) -> Option<(&str, &str)> {
    let (quarter, rest) = name.split_once(' ')?;
    let is_quarter = ["q1", "q2", "q3", "q4"].contains(&quarter);
    (is_quarter && ["actual score", "target score"].contains(&rest)).then_some((quarter, rest))
}

/// The columns of a relationship mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MappingColumns {
    pub source: usize,
    pub target: usize,
    pub relation: Option<usize>,
    pub strength: Option<usize>,
    pub rationale: Option<usize>,
    pub notes: Option<usize>,
}

/// Recognises a relationship mapping by the meaning of its heads: two ids, and a relation or a strength between them.
pub(crate) fn mapping(heads: &Heads) -> Option<MappingColumns> {
    let source = heads.find(&["fde #", "fde#", "fde id", "fde", "focal document element", "focal document element fde #"]);
    let source = source
        .or_else(|| heads.find_by(|head| (head.starts_with("fde") || head.starts_with("focal")) && is_id(head)))
        .or_else(|| heads.find_by(|head| head.starts_with("focal document element") && !head.contains("description")))
        .or_else(|| heads.find(&["source id", "source", "source requirement", "source control", "from", "source ref id"]))?;
    let target =
        heads.find(&["target id #", "target id", "target", "target requirement", "target control", "to", "target ref id"]);
    let target = target
        .or_else(|| {
            heads.find(&["reference document element", "rde #", "rde#", "rde id", "rde", "scf #", "scf#", "control #"])
        })
        .or_else(|| heads.find_by(|head| head.starts_with("reference document element") && !head.contains("description")))
        .or_else(|| heads.find_by(|head| is_id(head) && !head.starts_with("fde") && !head.starts_with("focal")))?;
    let relation = heads
        .find(&["strm relationship", "relationship", "relation", "relationship type", "set theory relationship", "band"])
        .or_else(|| heads.find_by(|head| head.contains("relationship") && !head.contains("strength")));
    let strength = heads.find_by(|head| head.starts_with("strength"));
    if source == target || (relation.is_none() && strength.is_none()) {
        return None;
    }
    Some(MappingColumns {
        source,
        target,
        relation,
        strength,
        rationale: heads.find_by(|head| head.contains("rationale")),
        notes: heads.find_start(&["notes", "note", "comments", "comment"]),
    })
}

fn is_id(head: &str) -> bool {
    head.ends_with('#') || head.ends_with(" id") || head.ends_with(" number") || head == "id"
}
