//! A static server for development and for the browser tests.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};
use std::time::{Duration, SystemTime};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Response, Server};

use crate::site::{self, Files};
use crate::wasm::Mode;
use crate::{hosting, root, say};

/// Builds the app, serves it, and builds it again whenever a source changes.
pub fn run(port: u16) -> Result<()> {
    let mut seen = sources();
    let files = Arc::new(RwLock::new(site::assemble(Mode::Development, None)?));
    let address = start(Arc::clone(&files), port)?;
    say(format!("serving on http://{address}/ (stop with Ctrl-C)"));
    loop {
        std::thread::sleep(Duration::from_millis(400));
        let now = sources();
        if now == seen {
            continue;
        }
        seen = now;
        match site::assemble(Mode::Development, None) {
            Ok(built) => {
                *files.write().expect("no thread panics while it holds the files") = built;
                say("built again: reload the page");
            }
            Err(error) => say(format!("not built: {error:#}")),
        }
    }
}

/// Serves files on 127.0.0.1 in a thread of its own; port 0 takes a free one.
///
/// The same site also answers below `/below/a/path/`, so that tests can see it work there.
pub fn start(files: Arc<RwLock<Files>>, port: u16) -> Result<SocketAddr> {
    let server = Server::http(("127.0.0.1", port)).map_err(|error| anyhow!("cannot listen on port {port}: {error}"))?;
    let address = server.server_addr().to_ip().ok_or_else(|| anyhow!("the server has no address"))?;
    std::thread::spawn(move || {
        for request in server.incoming_requests() {
            let path = request.url().split(['?', '#']).next().unwrap_or_default().trim_start_matches('/').to_owned();
            let path = path.strip_prefix("below/a/path/").unwrap_or(&path);
            let name = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
            let found = files.read().ok().and_then(|files| files.get(&name).cloned());
            let answer = match found {
                Some(bytes) => respond(200, &name, bytes),
                None => respond(404, "missing.txt", b"There is nothing here.\n".to_vec()),
            };
            // A browser that has gone away is no reason to stop serving the others.
            let _ = request.respond(answer);
        }
    });
    Ok(address)
}

fn respond(status: u16, name: &str, bytes: Vec<u8>) -> Response<std::io::Cursor<Vec<u8>>> {
    let kind = match Path::new(name).extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
    let mut response = Response::from_data(bytes).with_status_code(status);
    let fixed = [("Content-Type", kind.to_owned()), ("Cache-Control", "no-store".to_owned())];
    for (name, value) in fixed.into_iter().chain(hosting::headers()) {
        response.add_header(Header::from_bytes(name, value).expect("the headers are plain text"));
    }
    response
}

/// When each source was last changed.
fn sources() -> BTreeMap<PathBuf, SystemTime> {
    let mut found = BTreeMap::new();
    let mut open: Vec<PathBuf> = ["src", "styles", "catalogs", "index.html"].map(|name| root().join(name)).into();
    while let Some(path) = open.pop() {
        if let Ok(entries) = std::fs::read_dir(&path) {
            open.extend(entries.flatten().map(|entry| entry.path()));
        } else if let Ok(changed) = std::fs::metadata(&path).and_then(|data| data.modified()) {
            found.insert(path, changed);
        }
    }
    found
}
