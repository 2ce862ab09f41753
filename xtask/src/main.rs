//! Builds, serves and tests Plumbline. `cargo xtask` lists the commands.

mod address;
mod bench;
mod catalogs;
mod compress;
mod crosswalk;
mod hosting;
mod html;
mod icons;
mod pages;
mod serve;
mod setup;
mod single;
mod site;
mod test;
mod wasm;
mod worker;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context as _, Result, bail};

const USAGE: &str = "\
cargo xtask serve [--port N]        build the app and serve it on 127.0.0.1:8080, rebuilding on change
cargo xtask test [STEP …]           everything that must pass; steps: format lint ring catalogs build sizes native browser
cargo xtask build                   write dist/, ready for any static host
cargo xtask build --base ADDRESS    the same with canonical links and a sitemap, for a site at ADDRESS
cargo xtask catalogs [--dump DIR]   check the catalogs; write each framework as JSON to DIR
cargo xtask catalogs --sizes        print what each pack weighs on the wire
cargo xtask crosswalk A B --csv     print every related pair of two frameworks, the strongest first
cargo xtask crosswalk --quality     list what in the crosswalk wants a second look
cargo xtask bench [NAME …]          print what the core takes, beside a peer measured in the same run";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve"] => serve::run(8080),
        ["serve", "--port", port] => serve::run(port.parse().context("the port is a number from 1 to 65535")?),
        ["test", steps @ ..] => test::run(steps),
        ["build"] => site::build(None),
        ["build", "--base", address] => site::build(Some(&base(address)?)),
        ["catalogs"] => catalogs::check().map(|_| ()),
        ["catalogs", "--dump", folder] => catalogs::dump(Path::new(folder)),
        ["crosswalk", from, to, "--csv"] => crosswalk::csv(from, to),
        ["catalogs", "--sizes"] => catalogs::sizes(),
        ["crosswalk", "--quality"] => crosswalk::quality(),
        ["bench", names @ ..] => bench::run(names),
        [] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("there is no such command; these are:\n{USAGE}"),
    }
}

/// The address a site will have, with a slash at its end.
fn base(address: &str) -> Result<String> {
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    if host.is_none_or(|host| host.is_empty() || host.contains(['?', '#', ' ', '"', '<', '>'])) {
        bail!("the base is the whole address of the site, such as https://example.org/plumbline/");
    }
    Ok(format!("{}/", address.trim_end_matches('/')))
}

/// The folder of the checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask stands inside the checkout").to_owned()
}

/// Where builds go.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// Says what is going on, on standard error.
pub fn say(what: impl std::fmt::Display) {
    eprintln!("==> {what}");
}

/// A command in the checkout.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

/// Runs a command to its end; fails with its name when it fails.
pub fn must(command: &mut Command) -> Result<()> {
    let name = format!("{command:?}").replace('"', "");
    let status = command.status().with_context(|| format!("cannot start {name}"))?;
    if !status.success() {
        bail!("{name} failed");
    }
    Ok(())
}
