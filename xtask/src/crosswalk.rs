//! The crosswalk on the command line: its pairs as CSV, and what in it wants a second look.

mod quality;

use anyhow::{Context as _, Result};
use plumbline::catalog::{DirectRelation, Library, Relation};
use plumbline::crosswalk::{Band, Crosswalk, Pair, Path, Side, Via};

use crate::catalogs;

pub use quality::quality;

/// Prints every related pair of two frameworks, the strongest first.
pub fn csv(from: &str, to: &str) -> Result<()> {
    let library = catalogs::check()?.library();
    let place = |id: &str| library.position(id).with_context(|| format!("there is no framework {id}"));
    let (from, to) = (place(from)?, place(to)?);
    let overlap = Crosswalk::new(&library).overlap(Side::whole(from), Side::whole(to));
    println!("source_id,target_id,band,strength,via");
    for pair in overlap.strongest() {
        println!("{}", line(&library, from, to, &pair));
    }
    Ok(())
}

fn line(library: &Library, from: usize, to: usize, pair: &Pair) -> String {
    let id = |framework: usize, requirement: usize| library.frameworks[framework].requirements[requirement].id;
    let via: Vec<String> = pair.paths.iter().map(|path| via(library, path)).collect();
    [id(from, pair.from), id(to, pair.to), band(pair.band), &pair.strength.to_string(), &via.join("; ")]
        .map(quoted)
        .join(",")
}

fn band(band: Band) -> &'static str {
    match band {
        Band::None => "none",
        Band::Partial => "partial",
        Band::Full => "full",
    }
}

/// "superset IAM-05 equal": from the source to the control, and from the target to it.
fn via(library: &Library, path: &Path) -> String {
    match path.via {
        Via::Control { control, from, to } => {
            format!("{} {} {}", relation(from), library.controls[control].id, relation(to))
        }
        Via::Direct(declared) => format!("direct {}", direct(declared)),
    }
}

fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Equal => "equal",
        Relation::Subset => "subset",
        Relation::Superset => "superset",
        Relation::Intersects => "intersects",
    }
}

fn direct(relation: DirectRelation) -> &'static str {
    match relation {
        DirectRelation::Equal => "equal",
        DirectRelation::Subset => "subset",
        DirectRelation::Superset => "superset",
        DirectRelation::Intersects => "intersects",
        DirectRelation::None => "none",
    }
}

/// A field of RFC 4180: in quotes when it holds a comma, a quote or a line break, with quotes doubled.
fn quoted(field: &str) -> String {
    if field.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field.to_owned() }
}
