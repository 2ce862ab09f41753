//! Puts the site together: the app, its packs and its styles as files that any static host can serve.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use plumbline::catalog::{TEXT_PARTS, text_file};
use plumbline::ui::Part;

use crate::catalogs::Packs;
use crate::hosting::{self, POLICY};
use crate::html::{self, Place, fill_blanks};
use crate::icons::{self, Icons};
use crate::pages::{Page, Shelves};
use crate::single::{self, Shared};
use crate::wasm::{self, App, GLUE, LINK, Mode};
use crate::{address, catalogs, compress, root, say, worker};

/// Files of the site by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Writes `dist/`. Where the site will stand, as `https://example.org/`, is only needed for what names its own address.
pub fn build(base: Option<&str>) -> Result<()> {
    let files = assemble(Mode::Release, base)?;
    let dist = root().join("dist");
    if dist.exists() {
        std::fs::remove_dir_all(&dist).context("cannot clear dist/")?;
    }
    say(format!("writing {} files to dist/", files.len()));
    let entries: Vec<_> = files.iter().collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let write_every = |first: usize| {
            entries.iter().skip(first).step_by(threads).try_for_each(|(path, bytes)| write(&dist, path, bytes))
        };
        let workers: Vec<_> = (0..threads).map(|first| scope.spawn(move || write_every(first))).collect();
        workers.into_iter().try_for_each(|worker| worker.join().expect("no writer panics"))
    })
}

/// Writes a file, with compressed copies where a host would send them.
fn write(dist: &Path, path: &str, bytes: &[u8]) -> Result<()> {
    let write = |path: String, bytes: &[u8]| {
        let path = dist.join(path);
        std::fs::create_dir_all(path.parent().context("a file has a folder")?)?;
        std::fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
    };
    write(path.to_owned(), bytes)?;
    if path != "_headers" && !path.starts_with("hosting/") && !path.ends_with(".png") {
        write(format!("{path}.br"), &compress::brotli(bytes)?)?;
        write(format!("{path}.gz"), &compress::gzip(bytes)?)?;
    }
    Ok(())
}

/// Every file of the site, uncompressed. For development: without the pages that only stand in for the app.
pub fn assemble(mode: Mode, base: Option<&str>) -> Result<Files> {
    let packs = catalogs::packs()?;
    let shelves = Shelves::open(&packs)?;
    let app = wasm::build(mode)?;
    let mut files = Files::new();
    let assets = Assets::add(&mut files, &app, &packs)?;
    say("rendering the pages");
    let pages = if mode == Mode::Release { shelves.every_page()? } else { vec![shelves.home()?] };
    let mut folders = Vec::new();
    for page in &pages {
        let folder = address::folder(&page.route, shelves.library).context("only pages with an address are rendered")?;
        let html = assets.page(page, &folder, &shelves, base)?;
        files.insert(format!("{folder}index.html"), html.into_bytes());
        folders.push(folder);
    }
    files.insert("rescue.html".to_owned(), assets.rescue_page()?.into_bytes());
    let file = single::make(&pages[0], &app, &packs, name(&assets.core), &assets.shared())?;
    files.insert(single::NAME.to_owned(), file.into_bytes());
    worker::add(&mut files)?;
    hosting::add(&mut files);
    add_maps(&mut files, &folders, base);
    Ok(files)
}

/// What the pages refer to, as paths from the root of the site, and the sources that the single file takes in.
struct Assets {
    core: String,
    module: String,
    glue: String,
    /// The files of each part.
    parts: Vec<(Part, Vec<String>)>,
    style: String,
    early: String,
    boot: String,
    rescue: String,
    icons: Icons,
    sources: Sources,
}

struct Sources {
    style: String,
    early: String,
    takeover: String,
    rescue: String,
}

impl Assets {
    fn add(files: &mut Files, app: &App, packs: &Packs) -> Result<Self> {
        let read = |path: &str| std::fs::read_to_string(root().join(path)).with_context(|| format!("cannot read {path}"));
        let sources = Sources {
            style: styles()?,
            early: format!("{}{}", read("src/store/theme.js")?, read("src/ui/early.js")?),
            takeover: read("src/ui/takeover.js")?,
            rescue: read("src/store/rescue.js")?,
        };
        for (name, bytes) in &packs.texts {
            files.insert(format!("assets/{name}"), bytes.clone());
        }
        let core = add(files, "core", "bin", packs.core.clone());
        let module = add(files, "plumbline", "wasm", app.wasm.clone());
        let (glue, paths) = add_scripts(files, app);
        let path = |file: &&str| paths.get(app.parts.iter().position(|(name, _)| name == file)?).cloned();
        let parts =
            [Part::Read, Part::Atlas].map(|part| (part, app.files_of(part.name()).iter().filter_map(path).collect())).into();
        let style = add(files, "plumbline", "css", sources.style.clone().into_bytes());
        let early = add(files, "early", "js", sources.early.clone().into_bytes());
        let offline = add(files, "offline", "js", read("src/static/offline.js")?.into_bytes());
        let boot = format!("{}{}", read("src/ui/boot.js")?, sources.takeover)
            .replace("./plumbline.js", &beside(&glue))
            .replace("./plumbline.wasm", &beside(&module))
            .replace("./offline.js", &beside(&offline));
        let boot = add(files, "boot", "js", boot.into_bytes());
        let rescue = add(files, "rescue", "js", sources.rescue.clone().into_bytes());
        let icons = icons::add_all(files)?;
        Ok(Self { core, module, glue, parts, style, early, boot, rescue, icons, sources })
    }

    fn shared(&self) -> Shared<'_> {
        let Sources { style, early, takeover, rescue } = &self.sources;
        Shared { style, early, takeover, rescue }
    }

    /// A page of the site in its folder.
    fn page(&self, page: &Page, folder: &str, shelves: &Shelves, base: Option<&str>) -> Result<String> {
        let up = address::way_up(folder);
        let (address, picture) =
            (base.map(|base| format!("{base}{folder}")), base.map(|base| format!("{base}{}", self.icons.large)));
        let about = html::about(page, address.as_deref(), picture.as_deref());
        let body = address::with_real_links(&page.body, folder, shelves.library);
        let rescue = format!("<a href=\"{up}rescue.html\">Save your answers without the program</a>");
        let place =
            Place { policy: POLICY, head: format!("{}\n    {about}", self.head(page, &up)), rescue: &rescue, end: UPDATE };
        html::fill(page, &body, &place)
    }

    /// Styles first, then what the app needs: a reader does not wait for the app.
    fn head(&self, page: &Page, up: &str) -> String {
        let Self { core, module, glue, style, early, boot, icons, .. } = self;
        let preload = |path: &str, more: &str| {
            format!("<link rel=\"preload\" href=\"{up}{path}\" as=\"fetch\" crossorigin fetchpriority=\"low\"{more}>")
        };
        let mut lines = vec![
            format!("<link rel=\"stylesheet\" href=\"{up}{style}\">"),
            format!("<script src=\"{up}{early}\"></script>"),
            format!("<link rel=\"icon\" href=\"{up}{}\" type=\"image/svg+xml\">", icons.drawing),
            format!("<link rel=\"manifest\" href=\"{up}manifest.webmanifest\">"),
            preload(core, " id=\"core-pack\""),
            preload(module, ""),
        ];
        for framework in &page.frameworks {
            let file = |part: &&str| preload(&format!("assets/{}", text_file(framework.texts, part)), "");
            lines.extend(TEXT_PARTS.iter().map(file));
        }
        let mut parts: Vec<&str> = Vec::new();
        for part in Part::shown_at(&page.route) {
            let files = self.parts.iter().filter(|(known, _)| known == part).flat_map(|(_, files)| files);
            for file in files.map(String::as_str) {
                if !parts.contains(&file) {
                    parts.push(file);
                }
            }
        }
        lines.extend(parts.into_iter().map(|path| preload(path, "")));
        lines.push(format!("<link rel=\"modulepreload\" href=\"{up}{glue}\" fetchpriority=\"low\">"));
        lines.push(format!("<script type=\"module\" src=\"{up}{boot}\"></script>"));
        lines.join("\n    ")
    }

    fn rescue_page(&self) -> Result<String> {
        let template = std::fs::read_to_string(root().join("src/static/rescue.html"))?;
        let values =
            [("policy", POLICY), ("icon", &*self.icons.drawing), ("style", &*self.style), ("script", &*self.rescue)];
        fill_blanks(&template, &values)
    }
}

/// Where a newer version is offered.
const UPDATE: &str = "<section id=\"update\" class=\"update\" role=\"status\" hidden>
      <p>A newer version of Plumbline is ready. It is used once every tab with this one is closed, or now.</p>
      <p><button type=\"button\" id=\"update-now\">Use it now</button> <button type=\"button\" class=\"quiet-button\" id=\"update-later\">Later</button></p>
    </section>";

/// What crawlers ask for. A map of the site has to name whole addresses.
fn add_maps(files: &mut Files, folders: &[String], base: Option<&str>) {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(base) = base {
        let places: String = folders
            .iter()
            .map(|folder| format!("<url><loc>{}</loc></url>\n", html::escaped(&format!("{base}{folder}"))))
            .collect();
        let map = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{places}</urlset>\n"
        );
        files.insert("sitemap.xml".to_owned(), map.into_bytes());
        robots.push_str(&format!("Sitemap: {base}sitemap.xml\n"));
    }
    files.insert("robots.txt".to_owned(), robots.into_bytes());
}

/// Adds a file under a name that changes with its content; gives its path.
pub fn add(files: &mut Files, stem: &str, extension: &str, bytes: Vec<u8>) -> String {
    let path = format!("assets/{}", hashed(stem, extension, &bytes));
    files.insert(path.clone(), bytes);
    path
}

/// Adds the parts of the app with the scripts that run and fetch them; gives the paths of the glue and of the parts.
///
/// The two scripts name each other, so both carry the hash of both.
fn add_scripts(files: &mut Files, app: &App) -> (String, Vec<String>) {
    let mut link = app.link.clone();
    let mut parts = Vec::new();
    for (name, bytes) in &app.parts {
        let path = add(files, name.trim_end_matches(".wasm"), "wasm", bytes.clone());
        link = link.replace(&format!("\"./{name}\""), &format!("\"{}\"", beside(&path)));
        parts.push(path);
    }
    let both = format!("{}{link}", app.glue);
    let [glue_name, link_name] = ["plumbline", "parts"].map(|stem| hashed(stem, "js", both.as_bytes()));
    // The module knows the link script by its first name; only where the glue fetches it from changes.
    let glue = app.glue.replace(&format!("from \"{LINK}\""), &format!("from \"./{link_name}\""));
    let link = link.replace(GLUE, &format!("./{glue_name}"));
    files.insert(format!("assets/{link_name}"), link.into_bytes());
    let path = format!("assets/{glue_name}");
    files.insert(path.clone(), glue.into_bytes());
    (path, parts)
}

/// A file in `assets/` as another one there names it.
fn beside(path: &str) -> String {
    path.replace("assets/", "./")
}

/// The name of a file in `assets/`.
fn name(path: &str) -> &str {
    path.trim_start_matches("assets/")
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
