//! From the app's source to a WebAssembly module and its JavaScript half.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
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

/// The app: its first module with the JavaScript that runs it, and the parts that are fetched later.
pub struct App {
    pub wasm: Vec<u8>,
    pub glue: String,
    /// The script that fetches the parts; it names them, and the glue names it.
    pub link: String,
    /// The parts by file name.
    pub parts: Vec<(String, Vec<u8>)>,
}

impl App {
    /// The files a part is made of, by name: its own, and those it shares with others.
    pub fn files_of(&self, part: &str) -> Vec<&str> {
        files_of(&self.link, part)
    }
}

/// The script says it: `export const __wasm_split_load_<part> = … "./<file>" … [<shared>, …]`, and the same for each shared.
fn files_of<'a>(link: &'a str, part: &str) -> Vec<&'a str> {
    let stretch = |name: &str| Some(link.split_once(&format!("const {name} = "))?.1.split_once("])")?.0);
    let mut found = Vec::new();
    let mut wanted = vec![format!("__wasm_split_load_{part}")];
    while let Some(text) = wanted.pop().and_then(|name| stretch(&name)) {
        let file = text.split_once("\"./").and_then(|(_, after)| after.split('"').next());
        found.extend(file);
        let shared = text.rsplit_once('[').map_or("", |(_, names)| names);
        wanted.extend(shared.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned));
    }
    found
}

/// The name by which the first module imports the script that fetches the parts.
pub const LINK: &str = "./parts.js";
/// The name by which that script imports the glue.
pub const GLUE: &str = "./plumbline.js";

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
    must(cargo.env("RUSTFLAGS", flags()?))?;
    let module = target().join(setup::WASM_TARGET).join(profile).join("plumbline.wasm");
    let folder = target().join("bindgen").join(profile);
    let parts = split(&module, &folder)?;
    bind(&folder.join(MAIN), &folder, mode)?;
    let wasm = folder.join("plumbline_bg.wasm");
    if mode == Mode::Release {
        for module in parts.iter().chain([&wasm]) {
            optimise(module)?;
        }
    }
    let part =
        |path: &PathBuf| Ok((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), std::fs::read(path)?));
    Ok(App {
        wasm: std::fs::read(wasm)?,
        glue: std::fs::read_to_string(folder.join(GLUE))?,
        link: std::fs::read_to_string(folder.join(LINK))?,
        parts: parts.iter().map(part).collect::<Result<_>>()?,
    })
}

/// The first module, as split off and before it is bound to JavaScript.
const MAIN: &str = "plumbline.wasm";

/// Splits the module at the functions the app marks; gives the paths of the parts.
fn split(module: &Path, folder: &Path) -> Result<Vec<PathBuf>> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).context("cannot clear the folder of the last build")?;
    }
    std::fs::create_dir_all(folder)?;
    let input = std::fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    let main = folder.join(MAIN);
    let mut options = wasm_split_cli_support::Options::new(&input);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = LINK;
    options.main_module = GLUE;
    let split = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("cannot split the module: {error:#}"))?;
    let mut parts = split.split_modules;
    parts.sort();
    Ok(parts)
}

/// How the module is linked. Where this machine keeps its sources has no place in it: the same source makes the same bytes
/// everywhere.
fn flags() -> Result<String> {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(Path::new(&std::env::var_os("HOME")?).join(".cargo")));
    // The relocations tell the splitter what reaches what.
    let mut flags = vec!["-Clink-args=--emit-relocs".to_owned(), format!("--remap-path-prefix={}=", root().display())];
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
        // The parts share the table of functions.
        .keep_lld_exports(true)
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
    use super::{files_of, matching_versions};

    #[test]
    fn a_part_is_its_own_file_and_those_it_shares() {
        let link = "const __chunk_4 = makeLoad(() => {\n    const src = fetch(new URL(\"./chunk_4.wasm\", here));\n}\n, []);\n\
            export const __wasm_split_load_read = wrapAsyncCb(makeLoad(() => {\n    fetch(new URL(\"./split_read.wasm\", here));\n}\n, [__chunk_4]));";
        assert_eq!(files_of(link, "read"), ["split_read.wasm", "chunk_4.wasm"]);
        assert!(files_of(link, "none").is_empty());
    }

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
