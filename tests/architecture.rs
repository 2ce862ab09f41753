//! What the source promises about itself: which module may use which, and what stands in one place only.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A module and what it may use directly; what those may use, it may use too.
const ARROWS: [(&str, &[&str]); 16] = [
    ("main", &["ui", "embed"]),
    ("embed", &["ui"]),
    ("ui", &["view", "store"]),
    ("api", &["record", "view", "exchange"]),
    ("store", &["record"]),
    ("exchange", &["record", "crosswalk", "score"]),
    ("record", &["assessment"]),
    ("view", &["plan", "compare"]),
    ("plan", &["score", "crosswalk"]),
    ("compare", &["score", "crosswalk"]),
    ("score", &["assessment"]),
    ("crosswalk", &["assessment"]),
    ("assessment", &["catalog"]),
    ("catalog", &["error"]),
    ("error", &[]),
    // Only says which modules there are.
    ("lib", &["main", "api"]),
];

/// Longer than 350 lines, and why.
const LONG_FILES: [(&str, &str); 0] = [];

/// Files that name a colour and cannot read the tokens.
const COLOURED_FILES: [(&str, &str); 2] =
    [("styles/tokens.css", "where colours stand"), ("styles/icon.svg", "an image of its own, which no style sheet reaches")];

#[test]
fn modules_use_only_what_stands_below_them() {
    let mut wrong = Vec::new();
    for (path, text) in sources("src", &["rs"]) {
        let module = module_of(&path);
        let Some(allowed) = reach(&module) else {
            wrong.push(format!("{path}: the arrows do not say what `{module}` may use"));
            continue;
        };
        let used = used_modules(&code(&text));
        wrong.extend(used.difference(&allowed).map(|other| format!("{path}: `{module}` may not use `{other}`")));
    }
    assert_none(&wrong);
}

#[test]
fn the_arrows_have_no_way_back() {
    let back: Vec<String> = ARROWS
        .iter()
        .flat_map(|(_, uses)| uses.iter().map(move |used| (*used, uses)))
        .filter(|(used, _)| reach(used).is_none())
        .map(|(used, _)| format!("`{used}` is used and has no arrows of its own"))
        .collect();
    assert_none(&back);
    for (module, uses) in ARROWS {
        for used in uses {
            let below = reach(used).expect("checked above");
            assert!(!below.contains(module), "`{module}` and `{used}` use each other");
        }
    }
}

#[test]
fn used_modules_are_seen_however_they_are_written() {
    let text = "use crate::{Error, record::{self, SCHEMA}, store};\nlet a = crate::score::score(x); plumbline::ui::start();";
    let expected = ["record", "score", "store", "ui"].map(str::to_owned);
    assert_eq!(used_modules(text), BTreeSet::from(expected));
}

#[test]
fn the_core_knows_nothing_of_the_browser() {
    let edges = ["main", "embed", "ui", "store", "api"];
    let names = ["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo_events", "gloo_storage"];
    let mut wrong = Vec::new();
    for (path, text) in sources("src", &["rs"]) {
        if !edges.contains(&module_of(&path).as_str()) {
            let code = code(&text);
            wrong.extend(names.iter().filter(|name| has_word(&code, name)).map(|name| format!("{path} names {name}")));
        }
    }
    assert_none(&wrong);
}

#[test]
fn only_the_store_names_browser_storage() {
    let names =
        ["localStorage", "sessionStorage", "local_storage", "gloo_storage", "LocalStorage", "indexedDB", "IndexedDb"];
    let mut wrong = Vec::new();
    for (path, text) in sources("src", &["rs", "js"]).into_iter().filter(|(path, _)| !path.starts_with("src/store/")) {
        let code = code(&text);
        wrong.extend(names.iter().filter(|name| code.contains(*name)).map(|name| format!("{path} names {name}")));
    }
    assert_none(&wrong);
}

#[test]
fn colours_stand_in_the_tokens_alone() {
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color(", "light-dark("];
    let names = ["black", "white", "gray", "grey", "silver", "red", "green", "blue", "orange", "yellow", "purple", "teal"];
    let mut wrong = Vec::new();
    for (path, text) in sources("styles", &["css", "svg"]) {
        if COLOURED_FILES.iter().any(|(file, _)| *file == path) {
            continue;
        }
        let text = without_css_comments(&text);
        // The value of a declaration; a selector before a brace has no colour to give.
        for value in text.split([';', '{', '}']).filter_map(|part| part.split_once(':')).map(|(_, value)| value) {
            let literal = functions.iter().any(|name| has_function(value, name))
                || names.iter().any(|name| has_word(value, name))
                || has_hex_colour(value);
            if literal {
                wrong.push(format!("{path}: {}", value.trim()));
            }
        }
    }
    for (path, text) in sources("src/ui", &["rs"]) {
        let code = code(&text);
        let paints = ["\"fill\"", "\"stroke\"", "\"stop-color\""];
        wrong.extend(paints.iter().filter(|name| code.contains(*name)).map(|name| format!("{path} sets {name}")));
    }
    assert_none(&wrong);
}

#[test]
fn nothing_in_the_page_is_inline() {
    let mut wrong = Vec::new();
    for (path, text) in sources("src", &["rs", "js"]) {
        let code = code(&text);
        let banned =
            ["from_html_unchecked", "style=", "\"style\"", "set_inner_html", "innerHTML", "insertAdjacentHTML", "eval("];
        wrong.extend(banned.iter().filter(|name| code.contains(*name)).map(|name| format!("{path} has {name}")));
    }
    let page = read("index.html");
    for tag in page.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let script = tag.starts_with("script") && !tag.contains("src=");
        if script || tag.starts_with("style") || tag.contains(" style=") || tag.contains(" on") {
            wrong.push(format!("index.html has <{tag}>"));
        }
    }
    assert_none(&wrong);
}

/// A sentence is a literal with words and a space in it that ends in a full stop, a question mark or an exclamation mark.
#[test]
fn sentences_of_the_interface_stand_in_its_text() {
    let mut wrong = Vec::new();
    for (path, text) in sources("src/ui", &["rs"]) {
        if path.starts_with("src/ui/text") {
            continue;
        }
        let code = code(&text);
        let literals = code.split('"').skip(1).step_by(2);
        let sentence = |literal: &&str| {
            let words = literal.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after));
            let has_word =
                words.flat_map(str::split_whitespace).any(|word| word.chars().filter(|l| l.is_alphabetic()).count() > 1);
            has_word && literal.trim().contains(' ') && literal.trim().ends_with(['.', '?', '!'])
        };
        wrong.extend(literals.filter(sentence).map(|literal| format!("{path}: {literal}")));
    }
    assert_none(&wrong);
}

#[test]
fn files_stay_short_enough_to_read() {
    const MOST: usize = 350;
    let mut wrong = Vec::new();
    for (path, text) in sources("src", &["rs", "js"]).into_iter().chain(sources("xtask", &["rs"])) {
        let lines = text.lines().count();
        if lines > MOST && !LONG_FILES.iter().any(|(file, _)| *file == path) {
            wrong.push(format!("{path} has {lines} lines"));
        }
    }
    for (path, _) in LONG_FILES {
        if read(path).lines().count() <= MOST {
            wrong.push(format!("{path} is no longer long: take it off the list"));
        }
    }
    assert_none(&wrong);
}

/// The map names a test for each invariant, and the test is there.
#[test]
fn every_invariant_of_the_map_has_its_test() {
    let map = read("src/README.md");
    let table = map.split("## Invariants").nth(1).expect("the map has its invariants");
    let rows: Vec<&str> = table.lines().filter(|line| line.starts_with("| ")).skip(1).collect();
    assert!(rows.len() >= 6, "six invariants, each with its test");
    let tests: String = ["src", "tests"].iter().flat_map(|folder| sources(folder, &["rs"])).map(|(_, text)| text).collect();
    let is_test = |name: &&str| name.contains('_') && !name.contains(['/', '.', ' ', ':']);
    let mut wrong = Vec::new();
    for row in rows {
        let names: Vec<&str> = row.split('`').skip(1).step_by(2).filter(is_test).collect();
        if names.is_empty() {
            wrong.push(format!("no test is named: {row}"));
        }
        wrong.extend(
            names.iter().filter(|name| !tests.contains(&format!("fn {name}("))).map(|name| format!("no test {name}")),
        );
    }
    assert_none(&wrong);
}

/// Fails with every problem at once.
fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// `src/score/ratio.rs` is part of `score`, `src/plan.rs` is `plan`.
fn module_of(path: &str) -> String {
    let below = path.trim_start_matches("src/");
    below.split('/').next().unwrap_or(below).trim_end_matches(".rs").trim_end_matches(".js").to_owned()
}

/// Everything a module may use, itself and `error` included.
fn reach(module: &str) -> Option<BTreeSet<String>> {
    let arrows = BTreeMap::from(ARROWS);
    arrows.get(module)?;
    let mut reached = BTreeSet::from(["error".to_owned()]);
    let mut open = vec![module];
    while let Some(next) = open.pop() {
        if reached.insert(next.to_owned()) {
            open.extend(arrows.get(next).into_iter().flat_map(|uses| uses.iter()));
        }
    }
    Some(reached)
}

/// The modules of the crate that a text names: `crate::score::…`, `use crate::{score::…, plan}`, `plumbline::ui::…`.
fn used_modules(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for after in code.split("crate::").skip(1).chain(code.split("plumbline::").skip(1)) {
        let mut depth = 0;
        let mut names = String::new();
        for letter in after.chars() {
            match letter {
                '{' => depth += 1,
                '}' if depth > 0 => depth -= 1,
                _ if depth == 0 && !(letter.is_alphanumeric() || letter == '_') => break,
                // Only what stands directly in the braces names a module of the crate.
                _ if depth <= 1 => names.push(letter),
                _ => {}
            }
            if depth == 0 && letter == '}' {
                break;
            }
        }
        let first = |name: &str| name.trim().split("::").next().unwrap_or_default().trim().to_owned();
        used.extend(names.split(',').map(first).filter(|name| BTreeMap::from(ARROWS).contains_key(name.as_str())));
    }
    used
}

/// A source without its comments.
fn code(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

fn without_css_comments(text: &str) -> String {
    let mut parts = text.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once("*/").map_or("", |(_, after)| after))
}

fn has_word(text: &str, word: &str) -> bool {
    let part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-';
    text.split(|letter| !part(letter)).any(|found| found == word)
}

/// A function by its name with the bracket, not as the end of a longer name.
fn has_function(value: &str, name: &str) -> bool {
    let boundary =
        |at: usize| value[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric() && before != '-');
    value.match_indices(name).any(|(at, _)| boundary(at))
}

/// `#` with three, four, six or eight hexadecimal digits.
fn has_hex_colour(value: &str) -> bool {
    value.split('#').skip(1).any(|after| {
        let digits = after.chars().take_while(char::is_ascii_hexdigit).count();
        matches!(digits, 3 | 4 | 6 | 8)
    })
}

/// The files below a folder with one of the extensions, by path from the checkout, in order.
fn sources(folder: &str, extensions: &[&str]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut open = vec![root.join(folder)];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).expect("a folder of the checkout can be read");
            open.extend(entries.map(|entry| entry.expect("an entry of the checkout can be read").path()));
        } else if path.extension().is_some_and(|extension| extensions.iter().any(|wanted| extension == *wanted)) {
            let name = path.strip_prefix(root).expect("it stands below the checkout").to_string_lossy().replace('\\', "/");
            found.push((name.clone(), read(&name)));
        }
    }
    assert!(!found.is_empty(), "nothing to look at in {folder}");
    found.sort();
    found
}

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file of the checkout can be read")
}
