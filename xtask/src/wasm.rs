//! From the app's source to a WebAssembly module and its JavaScript half.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::{command, must, root, say, setup, target};

/// How the app is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Quick to make.
    Development,
    /// Small and fast to load.
    Release,
}

/// The two halves of the app.
pub struct App {
    pub wasm: Vec<u8>,
    pub glue: String,
}

/// What rustc may emit for the target, named one by one: with `--all-features` wasm-opt writes what browsers refuse.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Compiles the app.
pub fn build(mode: Mode) -> Result<App> {
    setup::wasm_target()?;
    matching_versions(&std::fs::read_to_string(root().join("Cargo.lock"))?)?;
    say("compiling the app to WebAssembly");
    let mut cargo = command("cargo", &["build", "--quiet", "--target", setup::WASM_TARGET, "--bin", "plumbline"]);
    let profile = match mode {
        Mode::Development => "debug",
        Mode::Release => {
            cargo.arg("--release");
            "release"
        }
    };
    must(cargo.env("RUSTFLAGS", without_paths()?))?;
    let module = target().join(setup::WASM_TARGET).join(profile).join("plumbline.wasm");
    let folder = target().join("bindgen").join(profile);
    bind(&module, &folder, mode)?;
    let wasm = folder.join("plumbline_bg.wasm");
    if mode == Mode::Release {
        optimise(&wasm)?;
    }
    Ok(App { wasm: std::fs::read(wasm)?, glue: std::fs::read_to_string(folder.join("plumbline.js"))? })
}

/// Where this machine keeps its sources has no place in the module: the same source makes the same bytes everywhere.
fn without_paths() -> Result<String> {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(Path::new(&std::env::var_os("HOME")?).join(".cargo")));
    let mut flags = vec![format!("--remap-path-prefix={}=", root().display())];
    let registry = home.map(|home| home.join("registry/src"));
    for folder in registry.iter().filter_map(|registry| std::fs::read_dir(registry).ok()).flatten() {
        flags.push(format!("--remap-path-prefix={}=", folder?.path().display()));
    }
    Ok(flags.join(" "))
}

fn bind(module: &Path, folder: &PathBuf, mode: Mode) -> Result<()> {
    Bindgen::new()
        .input_path(module)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(mode == Mode::Release)
        .remove_producers_section(true)
        .generate(folder)
        .context("cannot make the JavaScript half of the app")
}

fn optimise(wasm: &Path) -> Result<()> {
    setup::npm_packages()?;
    say("optimising the module");
    let tool = root().join("tests/browser/node_modules/.bin/wasm-opt");
    let wasm = wasm.to_str().context("the path of the checkout is not Unicode")?;
    let mut arguments = vec!["-Oz", "--low-memory-unused", "--zero-filled-memory", "--converge", wasm, "-o", wasm];
    arguments.extend(FEATURES);
    must(&mut command(tool.to_str().context("the path of the checkout is not Unicode")?, &arguments))
}

/// The app and this tool have to speak the same version of wasm-bindgen.
fn matching_versions(lock: &str) -> Result<()> {
    let version = |name: &str| {
        let package = lock.split("[[package]]").find(|package| package.contains(&format!("name = \"{name}\"\n")))?;
        package.lines().find_map(|line| line.strip_prefix("version = ")).map(str::to_owned)
    };
    let (app, tool) = (version("wasm-bindgen"), version("wasm-bindgen-cli-support"));
    if app.is_none() || app != tool {
        bail!(
            "wasm-bindgen is {app:?} for the app and {tool:?} for xtask: set the version in xtask/Cargo.toml to the app's"
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::matching_versions;

    #[test]
    fn a_version_apart_is_refused() {
        let lock = |tool: &str| {
            format!(
                "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.1\"\n\n[[package]]\nname = \"wasm-bindgen-cli-support\"\nversion = \"{tool}\"\n"
            )
        };
        assert!(matching_versions(&lock("0.2.1")).is_ok());
        assert!(matching_versions(&lock("0.2.2")).is_err());
        assert!(matching_versions("").is_err());
    }
}
