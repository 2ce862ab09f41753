//! Fetching packs, and starting the app once the core pack is there.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::app::{App, AppProps};
use super::dom;
use super::part::Part;
use super::route::Route;
use crate::Error;
use crate::catalog::{
    ControlTexts, Framework, Library, TEXT_PARTS, Texts, decode_control_texts, decode_library, decode_texts, text_file,
};
use crate::record;
use crate::store::Vault;

/// The catalogs as pages see them: the library at once, texts as they arrive.
#[derive(Clone)]
pub struct Shelf {
    pub library: &'static Library,
    arrived: Rc<Arrived>,
    fetch: Callback<Wanted>,
}

/// Texts to be fetched.
#[derive(Clone, Copy)]
pub(super) enum Wanted {
    Texts(&'static Framework),
    Controls,
}

/// How far something to be fetched has come.
#[derive(Debug)]
pub enum Arrival<T: 'static> {
    Fetching,
    Ready(&'static T),
    Failed(Error),
}

impl<T> Clone for Arrival<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Fetching => Self::Fetching,
            Self::Ready(texts) => Self::Ready(texts),
            Self::Failed(error) => Self::Failed(error.clone()),
        }
    }
}

/// What has arrived or is on its way.
#[derive(Clone, Default)]
pub(super) struct Arrived {
    texts: BTreeMap<&'static str, Arrival<Texts>>,
    controls: Option<Arrival<ControlTexts>>,
}

/// News of something fetched.
pub(super) enum News {
    Texts(&'static str, Arrival<Texts>),
    Controls(Arrival<ControlTexts>),
}

thread_local! {
    /// What was fetched before the app was mounted.
    static AHEAD: RefCell<Arrived> = RefCell::default();
}

/// What has arrived, as a state of the app: the same for as long as nothing comes.
struct Held(Rc<Arrived>);

impl Reducible for Held {
    type Action = News;

    fn reduce(self: Rc<Self>, news: News) -> Rc<Self> {
        let mut arrived = Arrived::clone(&self.0);
        match news {
            News::Texts(id, state) => drop(arrived.texts.insert(id, state)),
            News::Controls(state) => arrived.controls = Some(state),
        }
        Rc::new(Self(Rc::new(arrived)))
    }
}

impl PartialEq for Shelf {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.arrived, &other.arrived)
    }
}

impl Shelf {
    /// A shelf with texts that are there already, for rendering pages to text.
    #[must_use]
    pub fn filled(
        library: &'static Library,
        texts: &[(&'static Framework, &'static Texts)],
        controls: Option<&'static ControlTexts>,
    ) -> Self {
        let texts = texts.iter().map(|(framework, texts)| (framework.id, Arrival::Ready(*texts))).collect();
        let arrived = Arrived { texts, controls: controls.map(Arrival::Ready) };
        Self { library, arrived: Rc::new(arrived), fetch: Callback::noop() }
    }

    fn state(&self, framework: &Framework) -> Arrival<Texts> {
        self.arrived.texts.get(framework.id).cloned().unwrap_or(Arrival::Fetching)
    }
}

/// The shelf of the app, which fetches what pages ask for.
#[hook]
pub(super) fn use_shelf(library: &'static Library) -> Shelf {
    let held = use_reducer(|| Held(Rc::new(AHEAD.take())));
    let dispatcher = held.dispatcher();
    let fetch = use_callback((), move |wanted: Wanted, ()| {
        let dispatcher = dispatcher.clone();
        dispatcher.dispatch(match wanted {
            Wanted::Texts(framework) => News::Texts(framework.id, Arrival::Fetching),
            Wanted::Controls => News::Controls(Arrival::Fetching),
        });
        spawn_local(async move {
            dispatcher.dispatch(match wanted {
                Wanted::Texts(framework) => News::Texts(framework.id, arrival(fetch_texts(framework).await)),
                Wanted::Controls => News::Controls(arrival(fetch_pack(library.control_texts, decode_control_texts).await)),
            });
        });
    });
    Shelf { library, arrived: Rc::clone(&held.0), fetch }
}

fn arrival<T: 'static>(fetched: Result<&'static T, Error>) -> Arrival<T> {
    fetched.map_or_else(Arrival::Failed, Arrival::Ready)
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
            for framework in frameworks.into_iter().filter(|framework| !shelf.arrived.texts.contains_key(framework.id)) {
                shelf.fetch.emit(Wanted::Texts(framework));
            }
        });
    }
    let mut ready = Vec::new();
    for framework in frameworks.iter().copied() {
        match shelf.state(framework) {
            Arrival::Ready(texts) => ready.push(texts),
            Arrival::Fetching => return Err(None),
            Arrival::Failed(error) => {
                let fetch = shelf.fetch.clone();
                return Err(Some((error, Callback::from(move |()| fetch.emit(Wanted::Texts(framework))))));
            }
        }
    }
    Ok(ready)
}

/// The texts of the common controls and the rationales of the crosswalk, fetched when they are not there yet.
#[hook]
pub fn use_control_texts(shelf: &Shelf) -> Option<&'static ControlTexts> {
    {
        let shelf = shelf.clone();
        use_effect_with((), move |()| {
            if shelf.arrived.controls.is_none() {
                shelf.fetch.emit(Wanted::Controls);
            }
        });
    }
    match shelf.arrived.controls {
        Some(Arrival::Ready(texts)) => Some(texts),
        _ => None,
    }
}

/// Fetches the core pack, opens storage and mounts the app. A panic shows a page that says so and gives the data a way out.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| dom::announce_stop(&panic.to_string())));
    spawn_local(async {
        match library().await {
            Ok(library) => {
                fetch_ahead(library).await;
                mount(library).await;
            }
            Err(error) => dom::announce_stop(&format!("{error}. {}", error.hint())),
        }
    });
}

/// Fetches what the page shows as it was rendered, so that the app takes its place without a gap. The page has sent for
/// all of it already; what fails is asked for again, and said, by the app.
async fn fetch_ahead(library: &'static Library) {
    if dom::is_elsewhere() {
        return;
    }
    let route = Route::parse(&dom::fragment());
    let ids: &[String] = match &route {
        Route::Framework { id, .. } => std::slice::from_ref(id),
        Route::Compare { ids, .. } => ids,
        _ => &[],
    };
    let mut arrived = Arrived::default();
    for framework in ids.iter().filter_map(|id| library.framework(id)) {
        if let Ok(texts) = fetch_texts(framework).await {
            arrived.texts.insert(framework.id, Arrival::Ready(texts));
        }
    }
    for part in Part::shown_at(&route) {
        drop(part.fetch().await);
    }
    AHEAD.set(arrived);
}

async fn mount(library: &'static Library) {
    let (vault, opened) = Vault::open(dom::fresh_name(), record::states_of(library), dom::start_over).await;
    let properties = AppProps { library, vault, opened };
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

/// Fetches the texts of a framework, all their packs at once.
async fn fetch_texts(framework: &Framework) -> Result<&'static Texts, Error> {
    let asked = TEXT_PARTS.map(|part| ask(&beside_core(&text_file(framework.texts, part))));
    let mut packs = [&[][..]; 3];
    for (pack, asked) in packs.iter_mut().zip(asked) {
        *pack = receive(asked?).await?;
    }
    Ok(Box::leak(Box::new(decode_texts(packs)?)))
}

/// Fetches a text pack from beside the core pack.
async fn fetch_pack<T: 'static>(file: &str, decode: fn(&'static [u8]) -> Result<T, Error>) -> Result<&'static T, Error> {
    Ok(Box::leak(Box::new(decode(fetch(&beside_core(file)).await?)?)))
}

fn beside_core(file: &str) -> String {
    let core = core_address().unwrap_or_default();
    let folder = core.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{file}")
}

fn core_address() -> Option<String> {
    dom::document()?.get_element_by_id("core-pack")?.get_attribute("href")
}

/// The bytes at an address of this site. They live as long as the page, as catalogs do.
async fn fetch(address: &str) -> Result<&'static [u8], Error> {
    receive(ask(address)?).await
}

/// A request on its way, with its address.
type Asked = (Promise, String);

fn ask(address: &str) -> Result<Asked, Error> {
    let window = dom::window().ok_or_else(|| unfetched(address))?;
    Ok((window.fetch_with_str(address), address.to_owned()))
}

async fn receive((promise, address): Asked) -> Result<&'static [u8], Error> {
    let failed = || unfetched(&address);
    let response = JsFuture::from(promise).await.map_err(|_| failed())?;
    let response: web_sys::Response = response.dyn_into().map_err(|_| failed())?;
    if !response.ok() {
        return Err(failed());
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(|_| failed())?).await.map_err(|_| failed())?;
    Ok(Box::leak(Uint8Array::new(&buffer).to_vec().into_boxed_slice()))
}

fn unfetched(address: &str) -> Error {
    Error::network(format!("cannot fetch {address}"))
}
