//! Everything that must pass: first what fails soon, last what counts its tests, so that a run ends with the counts.

use std::sync::{Arc, RwLock};
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use crate::site::Files;
use crate::{catalogs, command, compress, must, root, say, serve, setup, single, site};

/// The scripts and the module that every visit fetches.
const FIRST: [&str; 4] = ["plumbline", "parts", "boot", "early"];

type Step = (&'static str, fn() -> Result<()>);

const STEPS: [Step; 8] = [
    ("format", format),
    ("lint", lint),
    ("ring", ring),
    ("catalogs", || catalogs::check().map(|_| ())),
    ("build", || site::build(None)),
    ("sizes", sizes),
    ("native", native),
    ("browser", browser),
];

/// Runs the steps named, or all.
pub fn run(names: &[&str]) -> Result<()> {
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|(known, _)| known != *name)) {
        bail!("there is no step {unknown}; these are: {}", STEPS.map(|(name, _)| name).join(" "));
    }
    let began = Instant::now();
    for (name, step) in STEPS {
        if names.is_empty() || names.contains(&name) {
            let started = Instant::now();
            say(name);
            step()?;
            say(format!("{name}: passed in {:.0} s", started.elapsed().as_secs_f32()));
        }
    }
    say(format!("all passed in {:.0} s", began.elapsed().as_secs_f32()));
    Ok(())
}

fn format() -> Result<()> {
    setup::components()?;
    must(&mut command("cargo", &["fmt", "--all", "--check"]))
}

fn lint() -> Result<()> {
    setup::components()?;
    setup::wasm_target()?;
    let deny = ["--", "--deny", "warnings"];
    must(command("cargo", &["clippy", "--quiet", "--workspace", "--all-targets"]).args(deny))?;
    must(command("cargo", &["clippy", "--quiet", "--target", setup::WASM_TARGET, "--bin", "plumbline"]).args(deny))
}

/// The core compiles without anything of the browser.
fn ring() -> Result<()> {
    must(&mut command("cargo", &["clippy", "--quiet", "--lib", "--no-default-features", "--", "--deny", "warnings"]))
}

fn native() -> Result<()> {
    must(command("cargo", &["test", "--quiet", "--workspace"]).env("INSTA_UPDATE", "no"))?;
    let exchange = ["exchange", "exchange_export", "exchange_hostile", "exchange_write"];
    let mut formats = command("cargo", &["test", "--quiet", "--no-default-features", "--features", "io", "--lib"]);
    must(formats.args(exchange.iter().flat_map(|name| ["--test", name])))
}

/// The most the app may weigh when it is first loaded. The goal is 130,000 bytes; until it is reached this holds what has
/// been, so that it only shrinks.
const FIRST_LOAD: usize = 187_000;

/// The size budgets, in bytes after brotli. Bytes are the same on every machine, so they are held exactly.
fn sizes() -> Result<()> {
    let files = built()?;
    let mut over = 0;
    let mut gate = |what: &str, paths: &dyn Fn(&str) -> bool, budget: usize| -> Result<()> {
        let mut size = 0;
        for (_, bytes) in files.iter().filter(|(path, _)| paths(path)) {
            size += compress::brotli(bytes)?.len();
        }
        say(format!("{what}: {size} of {budget} bytes"));
        over += usize::from(size == 0 || size > budget);
        Ok(())
    };
    let ends = |path: &str, ending: &str| path.ends_with(ending);
    gate(
        "app as first loaded, wasm and JS",
        &|path| FIRST.iter().any(|stem| path.starts_with(&format!("assets/{stem}."))) && !ends(path, ".css"),
        FIRST_LOAD,
    )?;
    for (part, budget) in [("read", 40_000), ("work", 75_000), ("atlas", 60_000)] {
        gate(&format!("part {part}"), &|path| path.starts_with(&format!("assets/split_{part}.")), budget)?;
    }
    gate("service worker and its script", &|path| path == "sw.js" || path.starts_with("assets/offline."), 2_500)?;
    gate("core pack", &|path| path.starts_with("assets/core."), 150_000)?;
    gate("first HTML and its CSS", &|path| path == "index.html" || ends(path, ".css"), 14_000)?;
    for (path, assessable) in catalogs::text_packs()? {
        let budget = assessable.max(100) * 100;
        gate(&path, &|name| name == format!("assets/{path}"), budget)?;
    }
    let rescue =
        files.iter().filter(|(path, _)| path.starts_with("assets/rescue.")).map(|(_, bytes)| bytes.len()).sum::<usize>();
    say(format!("script of rescue.html, as it stands: {rescue} of 4096 bytes"));
    over += usize::from(rescue == 0 || rescue > 4_096);
    report(&files)?;
    if over > 0 {
        bail!("{over} of the size budgets are not kept");
    }
    Ok(())
}

/// What has no budget and is good to know: it is fetched by those alone who ask for it.
fn report(files: &Files) -> Result<()> {
    let single = &files.get(single::NAME).context("there is no single file")?;
    say(format!("{}: {} bytes, {} after gzip", single::NAME, single.len(), compress::gzip(single)?.len()));
    for kind in ["framework/", "compare/"] {
        let pages = files.iter().filter(|(path, _)| path.starts_with(kind));
        let sizes: Vec<usize> =
            pages.map(|(_, bytes)| compress::gzip(bytes).map(|packed| packed.len())).collect::<Result<_>>()?;
        let (count, total, most) =
            (sizes.len(), sizes.iter().sum::<usize>(), sizes.iter().max().copied().unwrap_or_default());
        say(format!("{count} pages in {kind}: {total} bytes after gzip, at most {most}"));
    }
    Ok(())
}

fn browser() -> Result<()> {
    setup::npm_packages()?;
    let chromium = setup::chromium()?;
    let address = serve::start(Arc::new(RwLock::new(built()?)), 0)?;
    must(
        command("npx", &["playwright", "test"])
            .current_dir(root().join("tests/browser"))
            .env("PLUMBLINE_ADDRESS", format!("http://{address}"))
            .env("PLUMBLINE_CHROMIUM", chromium),
    )
}

/// What `cargo xtask build` wrote, without the compressed copies.
fn built() -> Result<Files> {
    let dist = root().join("dist");
    let mut files = Files::new();
    let mut open = vec![dist.clone()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).context("there is no dist/: run cargo xtask build first")? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_none_or(|extension| extension != "br" && extension != "gz") {
                let name = path.strip_prefix(&dist)?.to_string_lossy().replace('\\', "/");
                files.insert(name, std::fs::read(&path)?);
            }
        }
    }
    Ok(files)
}
