//! Puts the site together: the app, its packs and its styles as files that any static host can serve.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::wasm::{self, GLUE, LINK, Mode};
use crate::{catalogs, compress, root, say};

/// What a page of the site may do. `frame-ancestors` is only valid as a header.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// The headers every response carries, for hosts that can send headers.
pub fn headers() -> Vec<(&'static str, String)> {
    let permissions = ["camera", "geolocation", "microphone", "payment", "usb"].map(|name| format!("{name}=()")).join(", ");
    vec![
        ("Content-Security-Policy", format!("{POLICY}; frame-ancestors 'none'")),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Permissions-Policy", permissions),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
    ]
}

/// Files of the site by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Writes `dist/`.
pub fn build() -> Result<()> {
    let files = assemble(Mode::Release)?;
    let dist = root().join("dist");
    if dist.exists() {
        std::fs::remove_dir_all(&dist).context("cannot clear dist/")?;
    }
    say("writing dist/");
    for (path, bytes) in &files {
        write(&dist.join(path), bytes)?;
        if path != "_headers" {
            write(&dist.join(format!("{path}.br")), &compress::brotli(bytes)?)?;
            write(&dist.join(format!("{path}.gz")), &compress::gzip(bytes)?)?;
        }
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::create_dir_all(path.parent().context("a file has a folder")?)?;
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

/// Every file of the site, uncompressed.
pub fn assemble(mode: Mode) -> Result<Files> {
    let packs = catalogs::packs()?;
    let app = wasm::build(mode)?;
    let mut files = Files::new();
    for (name, bytes) in packs.texts {
        files.insert(format!("assets/{name}"), bytes);
    }
    let core = add(&mut files, "core", "bin", packs.core);
    let module = add(&mut files, "plumbline", "wasm", app.wasm);
    let glue = add_scripts(&mut files, app.glue, app.link, app.parts);
    let style = add(&mut files, "plumbline", "css", styles()?.into_bytes());
    let icon = add(&mut files, "icon", "svg", std::fs::read(root().join("styles/icon.svg"))?);
    let boot = std::fs::read_to_string(root().join("src/ui/boot.js"))?
        .replace("./plumbline.js", &beside(&glue))
        .replace("./plumbline.wasm", &beside(&module));
    let boot = add(&mut files, "boot", "js", boot.into_bytes());
    let mut page = std::fs::read_to_string(root().join("index.html"))?;
    for (name, value) in [
        ("policy", POLICY),
        ("core", &core),
        ("module", &module),
        ("glue", &glue),
        ("style", &style),
        ("icon", &icon),
        ("boot", &boot),
    ] {
        page = page.replace(&format!("{{{{{name}}}}}"), value);
    }
    files.insert("index.html".to_owned(), page.into_bytes());
    files.insert("_headers".to_owned(), headers_file().into_bytes());
    Ok(files)
}

/// Adds a file under a name that changes with its content; gives its path.
fn add(files: &mut Files, stem: &str, extension: &str, bytes: Vec<u8>) -> String {
    let path = format!("assets/{}", hashed(stem, extension, &bytes));
    files.insert(path.clone(), bytes);
    path
}

/// Adds the parts of the app with the scripts that run and fetch them; gives the path of the glue.
///
/// The two scripts name each other, so both carry the hash of both.
fn add_scripts(files: &mut Files, glue: String, mut link: String, parts: Vec<(String, Vec<u8>)>) -> String {
    for (name, bytes) in parts {
        let path = add(files, name.trim_end_matches(".wasm"), "wasm", bytes);
        link = link.replace(&format!("\"./{name}\""), &format!("\"{}\"", beside(&path)));
    }
    let both = format!("{glue}{link}");
    let [glue_name, link_name] = ["plumbline", "parts"].map(|stem| hashed(stem, "js", both.as_bytes()));
    // The module knows the link script by its first name; only where the glue fetches it from changes.
    let glue = glue.replace(&format!("from \"{LINK}\""), &format!("from \"./{link_name}\""));
    let link = link.replace(GLUE, &format!("./{glue_name}"));
    files.insert(format!("assets/{link_name}"), link.into_bytes());
    let path = format!("assets/{glue_name}");
    files.insert(path.clone(), glue.into_bytes());
    path
}

/// A file in `assets/` as another one there names it.
fn beside(path: &str) -> String {
    path.replace("assets/", "./")
}

/// A file name that changes with the content, so that it can be cached for ever.
pub fn hashed(stem: &str, extension: &str, bytes: &[u8]) -> String {
    let hash = xxhash_rust::xxh3::xxh3_64(bytes);
    format!("{stem}.{hash:016x}.{extension}")
}

/// One style sheet: tokens, base, app, then the parts by name.
fn styles() -> Result<String> {
    let folder = root().join("styles");
    let mut parts: Vec<_> =
        std::fs::read_dir(folder.join("parts"))?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    parts.sort();
    let first = ["tokens.css", "base.css", "app.css"].map(|name| folder.join(name));
    first.into_iter().chain(parts).map(|path| Ok(std::fs::read_to_string(&path)?)).collect()
}

/// The headers in the form that Netlify, Cloudflare Pages and others read.
fn headers_file() -> String {
    let lines: String = headers().iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    format!("/*\n{lines}\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n")
}
