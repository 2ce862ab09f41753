//! Fetching packs, and starting the app once the core pack is there.

use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::app::{App, AppProps};
use super::dom;
use crate::Error;
use crate::catalog::{Framework, Library, Texts, decode_library, decode_texts};
use crate::store::{Browser, Memory, Storage, Store};

/// The catalogs as pages see them: the library at once, texts as they arrive.
#[derive(Clone)]
pub struct Shelf {
    pub library: &'static Library,
    texts: Rc<BTreeMap<&'static str, TextState>>,
    fetch: Callback<&'static Framework>,
}

/// How far the texts of a framework have come.
#[derive(Clone, Debug)]
pub enum TextState {
    Fetching,
    Ready(&'static Texts),
    Failed(Error),
}

impl PartialEq for Shelf {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.texts, &other.texts)
    }
}

impl Shelf {
    /// A shelf with texts that are there already, for rendering pages to text.
    #[must_use]
    pub fn filled(library: &'static Library, texts: &[(&'static Framework, &'static Texts)]) -> Self {
        let texts = texts.iter().map(|(framework, texts)| (framework.id, TextState::Ready(texts))).collect();
        Self { library, texts: Rc::new(texts), fetch: Callback::noop() }
    }

    pub(super) fn new(
        library: &'static Library,
        texts: Rc<BTreeMap<&'static str, TextState>>,
        fetch: Callback<&'static Framework>,
    ) -> Self {
        Self { library, texts, fetch }
    }

    fn state(&self, framework: &Framework) -> TextState {
        self.texts.get(framework.id).cloned().unwrap_or(TextState::Fetching)
    }
}

/// The texts of frameworks, fetched when they are not there yet: ready when all are.
#[hook]
pub fn use_texts(
    shelf: &Shelf,
    frameworks: &[&'static Framework],
) -> Result<Vec<&'static Texts>, Option<(Error, Callback<()>)>> {
    let wanted: Vec<&'static str> = frameworks.iter().map(|framework| framework.id).collect();
    {
        let (shelf, frameworks) = (shelf.clone(), frameworks.to_vec());
        use_effect_with(wanted, move |_| {
            for framework in frameworks.into_iter().filter(|framework| !shelf.texts.contains_key(framework.id)) {
                shelf.fetch.emit(framework);
            }
        });
    }
    let mut ready = Vec::new();
    for framework in frameworks.iter().copied() {
        match shelf.state(framework) {
            TextState::Ready(texts) => ready.push(texts),
            TextState::Fetching => return Err(None),
            TextState::Failed(error) => {
                let fetch = shelf.fetch.clone();
                return Err(Some((error, Callback::from(move |()| fetch.emit(framework)))));
            }
        }
    }
    Ok(ready)
}

/// Fetches the core pack and mounts the app. A panic shows a page that says so and gives the data a way out.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| dom::announce_stop(&panic.to_string())));
    spawn_local(async {
        match library().await {
            Ok(library) => mount(library),
            Err(error) => dom::announce_stop(&format!("{error}. {}", error.hint())),
        }
    });
}

fn mount(library: &'static Library) {
    let (storage, denied): (Box<dyn Storage>, Option<Error>) = match Browser::probe() {
        Ok(browser) => (Box::new(browser), None),
        Err(error) => (Box::new(Memory::default()), Some(error)),
    };
    let store = Store::new(storage, dom::fresh_name());
    let properties = AppProps { library, store: store.into(), denied };
    if let Some(root) = dom::document().and_then(|document| document.get_element_by_id("app")) {
        // Not through innerHTML, which the page refuses to everyone.
        root.set_text_content(None);
        yew::Renderer::<App>::with_root_and_props(root, properties).render();
    }
}

async fn library() -> Result<&'static Library, Error> {
    let address = core_address().ok_or_else(|| Error::catalog("the page does not say where its catalog is"))?;
    Ok(Box::leak(Box::new(decode_library(fetch(&address).await?)?)))
}

/// Fetches the texts of a framework from beside the core pack.
pub(super) async fn texts(framework: &'static Framework) -> Result<&'static Texts, Error> {
    let core = core_address().unwrap_or_default();
    let folder = core.rsplit_once('/').map_or("", |(folder, _)| folder);
    Ok(Box::leak(Box::new(decode_texts(fetch(&format!("{folder}/{}", framework.texts)).await?)?)))
}

fn core_address() -> Option<String> {
    dom::document()?.get_element_by_id("core-pack")?.get_attribute("href")
}

/// The bytes at an address of this site. They live as long as the page, as catalogs do.
async fn fetch(address: &str) -> Result<&'static [u8], Error> {
    let failed = || Error::network(format!("cannot fetch {address}"));
    let window = dom::window().ok_or_else(failed)?;
    let response = JsFuture::from(window.fetch_with_str(address)).await.map_err(|_| failed())?;
    let response: web_sys::Response = response.dyn_into().map_err(|_| failed())?;
    if !response.ok() {
        return Err(failed());
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(|_| failed())?).await.map_err(|_| failed())?;
    Ok(Box::leak(Uint8Array::new(&buffer).to_vec().into_boxed_slice()))
}
