//! The one page that every page of the site and the single file are made of: `index.html` with its blanks filled.

use anyhow::{Result, bail};
use plumbline::ui::text;
use serde_json::Value;

use crate::pages::Page;
use crate::root;

/// What a page takes from the place it stands in.
pub struct Place<'a> {
    pub policy: &'a str,
    /// Elements of the head: icon, styles, scripts.
    pub head: String,
    /// The way to somebody's data without the program.
    pub rescue: &'a str,
    /// What stands at the end of the body.
    pub end: &'a str,
}

/// Fills the blanks of `index.html`.
pub fn fill(page: &Page, body: &str, place: &Place<'_>) -> Result<String> {
    let template = std::fs::read_to_string(root().join("index.html"))?;
    fill_blanks(
        &template,
        &[
            ("policy", place.policy),
            ("title", &escaped(&page.title)),
            ("description", &escaped(&page.description)),
            ("route", &escaped(&page.route.href())),
            ("head", &place.head),
            ("body", body),
            ("rescue", place.rescue),
            ("end", place.end),
        ],
    )
}

/// Replaces each `{{name}}` of a template, once through, so that what is put in is never read as a blank.
pub fn fill_blanks(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut parts = template.split("{{");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once("}}").unwrap_or((part, ""));
        let Some((_, value)) = values.iter().find(|(known, _)| *known == name) else {
            bail!("there is nothing to put into {{{{{name}}}}}");
        };
        filled.push_str(value);
        filled.push_str(rest);
    }
    Ok(filled)
}

/// What others show of a page, and what they read in it. `address` is the page's own, where the site's is known.
pub fn about(page: &Page, address: Option<&str>, picture: Option<&str>) -> String {
    let mut lines = Vec::new();
    let mut say = |key: &str, name: &str, value: &str| {
        lines.push(format!("<meta {key}=\"{name}\" content=\"{}\">", escaped(value)));
    };
    say("property", "og:type", if page.frameworks.is_empty() { "website" } else { "article" });
    say("property", "og:site_name", text::NAME);
    say("property", "og:title", &page.title);
    say("property", "og:description", &page.description);
    say("name", "twitter:card", "summary");
    if let (Some(address), Some(picture)) = (address, picture) {
        say("property", "og:url", address);
        say("property", "og:image", picture);
        lines.push(format!("<link rel=\"canonical\" href=\"{}\">", escaped(address)));
    }
    let mut data = page.data.clone();
    if let Value::Object(fields) = &mut data {
        fields.insert("@context".to_owned(), "https://schema.org".into());
        fields.extend(address.map(|address| ("url".to_owned(), address.into())));
    }
    // A block of data, which no browser runs; `<` could end it.
    lines.push(format!("<script type=\"application/ld+json\">{}</script>", data.to_string().replace('<', "\\u003c")));
    lines.join("\n    ")
}

/// A text inside an attribute or an element.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{escaped, fill_blanks};

    #[test]
    fn a_blank_without_a_value_is_refused() {
        assert!(fill_blanks("<p>{{missing}}</p>", &[("known", "")]).is_err());
    }

    #[test]
    fn what_is_put_in_is_not_read_as_a_blank() {
        let filled = fill_blanks("{{a}} {{b}}", &[("a", "{{b}}"), ("b", "c")]).expect("both have values");
        assert_eq!(filled, "{{b}} c");
    }

    #[test]
    fn markup_in_a_text_is_text() {
        assert_eq!(escaped("a < \"b\" & c"), "a &lt; &quot;b&quot; &amp; c");
    }
}
