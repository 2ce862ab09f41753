//! Installs what a fresh machine lacks, and says so.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::{command, must, root, say};

pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The standard library for WebAssembly.
pub fn wasm_target() -> Result<()> {
    let mut query = command("rustc", &["--print", "target-libdir", "--target", WASM_TARGET]);
    let output = query.output().context("cannot start rustc")?;
    let folder = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    if folder.is_dir() {
        return Ok(());
    }
    say(format!("adding the Rust target {WASM_TARGET}"));
    must(&mut command("rustup", &["target", "add", WASM_TARGET]))
}

/// rustfmt and clippy.
pub fn components() -> Result<()> {
    for (probe, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if !succeeds(&mut command("cargo", &[probe, "--version"])) {
            say(format!("adding the Rust component {component}"));
            must(&mut command("rustup", &["component", "add", component]))?;
        }
    }
    Ok(())
}

/// The npm packages of `tests/browser`: wasm-opt, Playwright and axe.
pub fn npm_packages() -> Result<()> {
    let folder = root().join("tests/browser");
    let lock = std::fs::read(folder.join("package-lock.json")).context("cannot read tests/browser/package-lock.json")?;
    let stamp = folder.join("node_modules/.installed");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let version = command("node", &["--version"]).output().ok().map(|output| output.stdout).unwrap_or_default();
    let major = String::from_utf8_lossy(&version)
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < 20) {
        bail!("Node.js 20 or later is needed: install it from nodejs.org or with your package manager, then run this again");
    }
    say("installing npm packages for the tests");
    must(
        command("npm", &["ci", "--no-audit", "--no-fund"]).current_dir(&folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
    )?;
    std::fs::write(stamp, lock).context("cannot mark the npm packages as installed")
}

/// The path of a Chromium.
pub fn chromium() -> Result<PathBuf> {
    if let Some(path) = std::env::var_os("PLUMBLINE_CHROMIUM") {
        return Ok(path.into());
    }
    if let Some(found) = find_chromium() {
        return Ok(found);
    }
    let root_user = command("id", &["-u"]).output().is_ok_and(|output| output.stdout.trim_ascii() == b"0");
    if !root_user || !succeeds(&mut command("apt-get", &["--version"])) {
        bail!(
            "Chromium is needed for the browser tests: install it (on Debian: sudo apt-get install chromium), or set PLUMBLINE_CHROMIUM to its path"
        );
    }
    say("installing Chromium");
    must(&mut command("apt-get", &["update", "-qq"]))?;
    must(
        command("apt-get", &["install", "-y", "-qq", "--no-install-recommends", "chromium"])
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null()),
    )?;
    find_chromium().context("Chromium was installed and is not on the path")
}

fn find_chromium() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    std::env::split_paths(&path).flat_map(|folder| names.map(|name| folder.join(name))).find(|file| file.is_file())
}

fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}
