//! What hosts have to be told, in the forms they read.

use crate::site::Files;
use crate::{single, worker};

/// What a page of the site may do. `frame-ancestors` is only valid as a header.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types plumbline-worker";

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

/// The single file is for saving: under the site's own policy its inline script may not run.
pub fn disposition() -> String {
    format!("attachment; filename=\"{}\"", single::NAME)
}

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "no-cache";

/// Adds `_headers`, which Netlify and Cloudflare Pages read, and snippets for nginx and Caddy below `hosting/`.
pub fn add(files: &mut Files) {
    files.insert("_headers".to_owned(), headers_file().into_bytes());
    files.insert("hosting/nginx.conf".to_owned(), nginx().into_bytes());
    files.insert("hosting/Caddyfile".to_owned(), caddy().into_bytes());
}

fn headers_file() -> String {
    let lines: String = headers().iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    format!(
        "/*\n{lines}\n/assets/*\n  Cache-Control: {FOR_EVER}\n\n/{}\n  Cache-Control: {ASK_AGAIN}\n\n/{}\n  Content-Disposition: {}\n",
        worker::NAME,
        single::NAME,
        disposition()
    )
}

/// A location that adds a header of its own loses those of the server, so each repeats them.
fn nginx() -> String {
    let common = |indent: &str| -> String {
        headers().iter().map(|(name, value)| format!("{indent}add_header {name} \"{value}\" always;\n")).collect()
    };
    let own = |place: &str, name: &str, value: &str| {
        format!("    location {place} {{\n{}        add_header {name} '{value}' always;\n    }}\n", common("        "))
    };
    format!(
        "# Plumbline below nginx. Set server_name, the certificates and root to your own.\nserver {{\n    listen 443 ssl;\n    \
         server_name example.org;\n    root /var/www/plumbline;\n    index index.html;\n    gzip_static on;\n    \
         # With the brotli module as well: brotli_static on;\n    types {{\n        text/html html;\n        text/css css;\n        \
         text/javascript js;\n        text/plain txt;\n        application/wasm wasm;\n        application/xml xml;\n        \
         application/manifest+json webmanifest;\n        image/svg+xml svg;\n        image/png png;\n        \
         application/octet-stream bin;\n    }}\n    charset utf-8;\n    charset_types text/html text/css text/javascript text/plain;\n\
         {}{}{}{}}}\n",
        common("    "),
        own("/assets/", "Cache-Control", FOR_EVER),
        own(&format!("= /{}", worker::NAME), "Cache-Control", ASK_AGAIN),
        own(&format!("= /{}", single::NAME), "Content-Disposition", &disposition()),
    )
}

fn caddy() -> String {
    let lines: String = headers().iter().map(|(name, value)| format!("\t\t{name} \"{value}\"\n")).collect();
    format!(
        "# Plumbline below Caddy. Set the name of the site and root to your own.\nexample.org {{\n\troot * /var/www/plumbline\n\theader {{\n{lines}\t}}\n\t\
         header /assets/* Cache-Control \"{FOR_EVER}\"\n\theader /{} Cache-Control \"{ASK_AGAIN}\"\n\theader /{} Content-Disposition `{}`\n\t\
         file_server {{\n\t\tprecompressed br gzip\n\t}}\n}}\n",
        worker::NAME,
        single::NAME,
        disposition()
    )
}
