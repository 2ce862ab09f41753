//! The few things the app asks of the document directly.

use std::cell::Cell;

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Document, Element, HtmlElement, Window};

use super::Theme;
use super::route::Route;

/// The window, where there is one: not while pages are rendered to text.
pub fn window() -> Option<Window> {
    // Outside WebAssembly even asking for it panics.
    if cfg!(target_family = "wasm") { web_sys::window() } else { None }
}

pub fn document() -> Option<Document> {
    window()?.document()
}

/// The place in the app that the address names, as a fragment; empty where there is no window.
///
/// An address without a place of its own is the place that was rendered there, and another fragment is a section of it.
pub fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    if hash.starts_with("#/") {
        return hash;
    }
    let meta = document().and_then(|document| document.query_selector("meta[name=plumbline-route]").ok().flatten());
    let place = meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default();
    Route::parse(&place).at(hash.trim_start_matches('#')).href()
}

/// Whether another place is asked for than was rendered at this address.
pub fn is_elsewhere() -> bool {
    let root = document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.has_attribute("data-elsewhere"))
}

/// Goes to a fragment, as a link to it would.
pub fn go(fragment: &str) {
    if let Some(window) = window() {
        // Setting a fragment of this very page cannot be refused.
        let _ = window.location().set_hash(fragment);
    }
}

pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Whether there is room for one column only.
pub fn is_narrow() -> bool {
    const ONE_COLUMN: f64 = 960.0;
    let width = window().and_then(|window| window.inner_width().ok()).and_then(|width| width.as_f64());
    width.is_some_and(|width| width <= ONE_COLUMN)
}

/// Brings an element into view and focuses it.
pub fn show(id: &str) {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    element.scroll_into_view();
    focus(&element);
}

/// Focuses the first element that matches; says whether there was one.
pub fn focus_first(selector: &str) -> bool {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    found.inspect(focus).is_some()
}

thread_local! {
    static HEADING_AWAITED: Cell<bool> = const { Cell::new(false) };
}

/// Focuses the heading of a page just moved to; where it is still being fetched, [`page_is_here`] does.
pub fn enter_page() {
    HEADING_AWAITED.set(!focus_first("h1"));
}

/// A page that was being fetched is here.
pub fn page_is_here() {
    if HEADING_AWAITED.get() {
        enter_page();
    }
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // An element that cannot take focus leaves it where it is.
        let _ = element.focus();
    }
}

pub fn set_theme(theme: Theme) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = match theme {
            Theme::System => root.remove_attribute("data-theme"),
            Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.name()),
        };
    }
}

/// Hands a text over as a file to keep.
///
/// # Errors
/// When the browser does not let the page make files.
pub fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("application/json");
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link = document().ok_or(JsValue::NULL)?.create_element("a")?.dyn_into::<web_sys::HtmlAnchorElement>()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&address)
}

/// The text of a file somebody chose.
///
/// # Errors
/// When the browser cannot read it any more.
pub async fn file_text(file: &web_sys::File) -> Result<String, JsValue> {
    let text = wasm_bindgen_futures::JsFuture::from(file.text()).await?;
    text.as_string().ok_or(JsValue::NULL)
}

/// Asks the browser not to clear this site's storage by itself; says what it answered.
pub async fn persist() -> Option<bool> {
    let storage = window()?.navigator().storage();
    wasm_bindgen_futures::JsFuture::from(storage.persist().ok()?).await.ok()?.as_bool()
}

/// Loads the page anew, at its first page.
pub fn start_over() {
    if let Some(window) = window() {
        go("#/");
        // A page that cannot be loaded again stays as it is.
        let _ = window.location().reload();
    }
}

pub fn print() {
    if let Some(window) = window() {
        // A browser without printing leaves the page as it is.
        let _ = window.print();
    }
}

/// Whether somebody is typing, so that a letter is a letter.
pub fn is_typing(target: Option<web_sys::EventTarget>) -> bool {
    let Some(element) = target.and_then(|target| target.dyn_into::<Element>().ok()) else { return false };
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !matches!(element.get_attribute("type").as_deref(), Some("radio" | "checkbox")),
        _ => false,
    }
}

/// Today in the browser's time zone, as `YYYY-MM-DD`.
pub fn today() -> String {
    let date = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

/// A name nobody else has: twelve letters and digits.
pub fn fresh_name() -> String {
    const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let letter = |_| char::from(LETTERS[(js_sys::Math::random() * 32.0) as usize % 32]);
    (0..12).map(letter).collect()
}

/// Tells the page that the program has stopped.
pub fn announce_stop(reason: &str) {
    let Some(window) = window() else { return };
    let options = web_sys::CustomEventInit::new();
    options.set_detail(&JsValue::from_str(reason));
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("plumbline-stopped", &options) {
        let _ = window.dispatch_event(&event);
    }
}
