//! `plumbline.html`: everything in one file, for a disk and no network.

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::catalogs::Packs;
use crate::html::{self, Place};
use crate::pages::Page;
use crate::wasm::{App, GLUE, LINK};
use crate::{compress, root};

/// The file's name in the site.
pub const NAME: &str = "plumbline.html";

/// The scripts and styles that the file shares with the site.
pub struct Shared<'a> {
    pub style: &'a str,
    pub early: &'a str,
    pub takeover: &'a str,
    pub rescue: &'a str,
}

/// Makes the file. `core` is the name the core pack has in it.
pub fn make(page: &Page, app: &App, packs: &Packs, core: &str, shared: &Shared<'_>) -> Result<String> {
    let start = std::fs::read_to_string(root().join("src/ui/single.js"))?;
    let program = format!("{}\n{}\n{}\n{start}", shared.takeover, shared.rescue, joined(&app.glue, &app.link)?);
    for script in [shared.early, &program] {
        if script.contains("</script") || script.contains("<!--") {
            bail!("a script of the single file would end before its end");
        }
    }
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        hash(shared.early),
        hash(&program),
        hash(shared.style)
    );
    let head = format!("<style>{}</style>\n    <script>{}</script>", shared.style, shared.early);
    let mut end = String::new();
    let parts = app.parts.iter().map(|(name, bytes)| (name.as_str(), bytes));
    let texts = packs.texts.iter().map(|(name, bytes)| (name.as_str(), bytes));
    for (name, bytes) in [(core, &packs.core), ("plumbline.wasm", &app.wasm)].into_iter().chain(parts).chain(texts) {
        let packed = STANDARD.encode(compress::gzip(bytes)?);
        end.push_str(&format!("<script type=\"application/octet-stream;base64\" id=\"{name}\">{packed}</script>\n    "));
    }
    // The app looks here for the name of its catalog.
    end.push_str(&format!("<a id=\"core-pack\" href=\"{core}\" hidden>Catalog</a>\n    "));
    end.push_str(&format!("<script type=\"module\">{program}</script>"));
    let place = Place { policy: &policy, head, rescue: "<span id=\"rescue\"></span>", end: &end };
    html::fill(page, &page.body, &place)
}

/// The glue and the link script, which name each other, as one.
fn joined(glue: &str, link: &str) -> Result<String> {
    const EXPORTS: &str = "export { initSync, __wbg_init as default };";
    // The glue imports the link script once for each part, under a name of its own.
    let from = format!(" from \"{LINK}\"");
    let imports = |line: &&str| line.starts_with("import ") && line.trim_end_matches(';').ends_with(&from);
    let imported = glue.lines().filter(imports).filter_map(|line| line.split(' ').nth(3));
    let aliases: String = imported.map(|name| format!("const {name} = parts;\n")).collect();
    let glue: String =
        glue.lines().filter(|line| !imports(line) && *line != EXPORTS).map(|line| format!("{line}\n")).collect();
    let start = format!("import {{ initSync }} from \"{GLUE}\";");
    let link = link.trim_start().strip_prefix(&start).context("the script that fetches the parts has changed its import")?;
    let names: Vec<&str> = link.split("export const ").skip(1).filter_map(|after| after.split([' ', '=']).next()).collect();
    let link = link.replace("export const ", "const ");
    let is_left = |text: &str| text.lines().any(|line| line.starts_with("import ") || line.starts_with("export "));
    if aliases.is_empty() || names.is_empty() || is_left(&glue) || is_left(&link) {
        bail!("the JavaScript half of the app has changed its imports or exports");
    }
    // A scope of its own: the names of the two are not made to stand together.
    Ok(format!("const parts = (() => {{{link}\nreturn {{ {} }};\n}})();\n{aliases}{glue}", names.join(", ")))
}

/// How a policy names an inline script or style.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::{hash, joined};

    #[test]
    fn two_scripts_become_one_without_imports() {
        let glue = "import * as import1 from \"./parts.js\"\nimport * as import2 from \"./parts.js\"\nlet wasm;\nfunction initSync() {}\nexport { initSync, __wbg_init as default };";
        let link = "import { initSync } from \"./plumbline.js\";\nlet wasm;\nexport const __load_a = 1;\nexport const __load_b = 2;";
        let both = joined(glue, link).expect("they are what is expected");
        assert!(!both.contains("import ") && !both.contains("export "));
        assert!(both.contains("return { __load_a, __load_b };"));
        assert!(both.contains("const import1 = parts;\nconst import2 = parts;"));
        assert!(joined("let wasm;", link).is_err());
    }

    #[test]
    fn a_hash_is_the_one_browsers_compute() {
        assert_eq!(hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
