//! The service worker: what it keeps, under a version that changes with any of it.

use anyhow::Result;
use xxhash_rust::xxh3::Xxh3;

use crate::html::fill_blanks;
use crate::root;
use crate::site::Files;

/// The file's name in the site. It stands at the root, which is as far as it may reach.
pub const NAME: &str = "sw.js";

/// Adds the worker. It keeps everything that the app fetches, the first page and the page of last resort; the pages of
/// single frameworks and pairs say nothing that the app cannot show.
pub fn add(files: &mut Files) -> Result<()> {
    let kept =
        |path: &str| path.starts_with("assets/") || ["index.html", "manifest.webmanifest", "rescue.html"].contains(&path);
    let mut hash = Xxh3::new();
    let mut names = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| kept(path)) {
        hash.update(path.as_bytes());
        hash.update(bytes);
        // The first page by the address people come to.
        names.push(if path == "index.html" { "" } else { path });
    }
    let worker = fill_blanks(
        &std::fs::read_to_string(root().join("src/static/sw.js"))?,
        &[("version", &format!("{:016x}", hash.digest())), ("files", &serde_json::to_string(&names)?)],
    )?;
    files.insert(NAME.to_owned(), worker.into_bytes());
    Ok(())
}
