//! What the core takes, beside a peer measured in the same run.
//!
//! A time alone says more about the machine than about the code, so every figure stands beside its budget, beside another
//! way of doing the same work, or beside the same work at another size. To add one: write a function that returns
//! figures and name it in [`BENCHES`].

mod crosswalk;

use std::fmt;
use std::hint::black_box;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::{command, must};

type Bench = (&'static str, fn() -> Result<Vec<Figure>>);

const BENCHES: [Bench; 1] = [("crosswalk", crosswalk::figures)];

/// One line of the table.
pub struct Figure {
    pub what: String,
    pub time: Duration,
    pub beside: Beside,
}

/// What a time is read against.
pub enum Beside {
    /// The most it should take.
    Budget(Duration),
    /// Another way to the same result.
    Peer(&'static str, Duration),
    /// The same work at a smaller size, with the factor between the sizes.
    Smaller(Duration, f64),
}

/// Prints the figures of the benches named, or all. Measures the optimised build, whichever build is asked.
pub fn run(names: &[&str]) -> Result<()> {
    if let Some(unknown) = names.iter().find(|name| BENCHES.iter().all(|(known, _)| known != *name)) {
        bail!("there is no bench {unknown}; these are: {}", BENCHES.map(|(name, _)| name).join(" "));
    }
    if cfg!(debug_assertions) {
        return must(command("cargo", &["run", "--quiet", "--release", "--package", "xtask", "--", "bench"]).args(names));
    }
    for (name, figures) in BENCHES.iter().filter(|(name, _)| names.is_empty() || names.contains(name)) {
        println!("{name}");
        figures()?.iter().for_each(|figure| println!("  {figure}"));
    }
    Ok(())
}

/// The shortest of several runs: what the work takes when nothing gets in its way.
pub fn best<T>(runs: usize, mut work: impl FnMut() -> T) -> Duration {
    let timed = |_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    };
    (0..runs).map(timed).min().unwrap_or_default()
}

impl fmt::Display for Figure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
        let ratio = |one: Duration, other: Duration| one.as_secs_f64() / other.as_secs_f64().max(f64::MIN_POSITIVE);
        write!(formatter, "{:<58} {:>10.3} ms  ", self.what, milliseconds(self.time))?;
        match self.beside {
            Beside::Budget(budget) => write!(formatter, "{:.2} of its budget", ratio(self.time, budget)),
            Beside::Peer(name, peer) => write!(formatter, "{name} takes {:.1} times as long", ratio(peer, self.time)),
            Beside::Smaller(smaller, factor) => {
                let growth = ratio(self.time, smaller);
                write!(formatter, "{growth:.1} times as long for {factor:.1} times as many: n^{:.2}", growth.log(factor))
            }
        }
    }
}
