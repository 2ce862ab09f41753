//! Where the pages stand in the site, and how they lead to each other.

use plumbline::catalog::Library;
use plumbline::ui::route::Route;

/// The folder of a page, below the root and with a slash at the end: `compare/gdpr-vs-nis2/`. Nothing for what only the
/// app can show.
pub fn folder(route: &Route, library: &Library) -> Option<String> {
    match route {
        Route::Home => Some(String::new()),
        Route::Method { .. } => Some("method/".to_owned()),
        Route::Framework { id, .. } => library.framework(id).map(|framework| format!("framework/{}/", framework.id)),
        Route::Compare { ids, .. } => {
            let [first, second] = ids.as_slice() else { return None };
            let (first, second) = (library.position(first)?, library.position(second)?);
            let id = |position: usize| library.frameworks[position].id;
            (first != second).then(|| format!("compare/{}-vs-{}/", id(first.min(second)), id(first.max(second))))
        }
        _ => None,
    }
}

/// The way from a folder of the site to its root: `../../`, or nothing from the root.
pub fn way_up(folder: &str) -> String {
    "../".repeat(folder.matches('/').count())
}

/// A rendered page with real addresses in place of the app's, so that its links lead somewhere without the app.
pub fn with_real_links(body: &str, here: &str, library: &Library) -> String {
    const LINK: &str = " href=\"#/";
    let mut parts = body.split(LINK);
    let mut page = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (fragment, rest) = part.split_once('"').unwrap_or((part, ""));
        page.push_str(&format!(" href=\"{}\"{rest}", real(&format!("#/{fragment}"), here, library)));
    }
    page
}

/// The address of a place in the app, as seen from a folder of the site.
fn real(fragment: &str, here: &str, library: &Library) -> String {
    let route = Route::parse(fragment);
    let root = way_up(here);
    let Some(there) = folder(&route, library) else {
        let root = if root.is_empty() { "./" } else { &root };
        return format!("{root}{fragment}");
    };
    let section = match route.anchor() {
        "" => String::new(),
        section => format!("#{section}"),
    };
    match format!("{root}{there}") {
        _ if there == here && !section.is_empty() => section,
        path if path.is_empty() => format!("./{section}"),
        path => format!("{path}{section}"),
    }
}

#[cfg(test)]
mod tests {
    use plumbline::catalog::Library;

    use super::{folder, way_up, with_real_links};
    use crate::catalogs;
    use plumbline::ui::route::Route;

    fn library() -> Library {
        catalogs::check().expect("the catalogs pass their check").library()
    }

    #[test]
    fn a_pair_has_one_page_whichever_comes_first() {
        let library = library();
        let there = folder(&Route::compare(&["soc-2-2017", "gdpr"]), &library);
        assert_eq!(there, folder(&Route::compare(&["gdpr", "soc-2-2017"]), &library));
        assert_eq!(there.as_deref(), Some("compare/gdpr-vs-soc-2-2017/"));
    }

    #[test]
    fn what_only_the_app_can_show_has_no_page() {
        let library = library();
        for fragment in ["#/start/gdpr", "#/matrix", "#/compare/gdpr", "#/compare/gdpr+gdpr", "#/framework/none"] {
            assert_eq!(folder(&Route::parse(fragment), &library), None, "{fragment}");
        }
    }

    #[test]
    fn links_lead_from_page_to_page() {
        let cases = [
            ("", "#/", "./"),
            ("", "#/framework/gdpr", "framework/gdpr/"),
            ("", "#/start/gdpr", "./#/start/gdpr"),
            ("framework/gdpr/", "#/", "../../"),
            ("framework/gdpr/", "#/framework/gdpr/what", "#what"),
            ("framework/gdpr/", "#/compare/soc-2-2017+gdpr", "../../compare/gdpr-vs-soc-2-2017/"),
            ("framework/gdpr/", "#/controls/GOV-01", "../../#/controls/GOV-01"),
            ("method/", "#/framework/gdpr/sources", "../framework/gdpr/#sources"),
        ];
        for (here, fragment, real) in cases {
            let page = with_real_links(&format!("<a class=\"x\" href=\"{fragment}\">y</a>"), here, &library());
            assert_eq!(page, format!("<a class=\"x\" href=\"{real}\">y</a>"));
        }
        assert_eq!(way_up("compare/a-vs-b/"), "../../");
    }
}
