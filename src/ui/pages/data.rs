//! What is kept in this browser: a backup of it, bringing one back, and erasing everything.

use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;
use yew::virtual_dom::ListenerKind;

use super::heading;
use crate::assessment::Document;
use crate::record::{self, Backup, Sealed};
use crate::store::{lock, unlock};
use crate::ui::markup::{Tag, para, tag};
use crate::ui::parts::Confirm;
use crate::ui::state::SAMPLE;
use crate::ui::text::data as words;
use crate::ui::{Deed, World, dom};
use crate::{Error, view};

#[derive(PartialEq, Properties)]
pub struct DataPageProps {
    pub world: World,
}

/// A backup somebody has opened and not yet brought back.
#[derive(Clone, Debug, Default, PartialEq)]
enum Incoming {
    #[default]
    None,
    /// Encrypted: it needs its passphrase.
    Sealed(String),
    Open(Backup),
    Failed(Error),
    Done(usize),
}

#[component]
pub fn DataPage(props: &DataPageProps) -> Html {
    let world = &props.world;
    let said = use_state(String::new);
    let passphrase = use_state(String::new);
    let incoming = use_state(Incoming::default);
    let opening = use_state(String::new);
    let asking = use_state(|| false);
    let erase = {
        let asking = asking.clone();
        tag("button").attr("type", "button").class("danger").text(words::ERASE).on_click(move || asking.set(true))
    };
    tag("div")
        .class("column prose data")
        .kid(heading(words::TITLE))
        .kid(para(words::LEAD).class("lead"))
        .kid(backup(world, &passphrase, &said))
        .kid(restore(world, &incoming, &opening))
        .kid(section(words::KEEP, words::KEEP_TEXT).kid(keep(&said)))
        .kid(section(words::ERASING, words::ERASING_TEXT).kid(tag("p").kid(erase)))
        .maybe(asking.then(|| confirm(world, &asking)))
        .into()
}

fn section(title: &'static str, text: &'static str) -> Tag {
    tag("section").kid(tag("h2").text(title)).kid(para(text))
}

/// Somebody's own documents, snapshots among them; never the sample.
fn own(world: &World) -> Vec<Document> {
    let documents = world.state.documents.values().filter(|document| document.id != SAMPLE);
    documents.map(|document| Document::clone(document)).collect()
}

fn backup(world: &World, passphrase: &UseStateHandle<String>, said: &UseStateHandle<String>) -> Tag {
    let documents = own(world);
    let make = {
        let (world, passphrase, said) = (world.clone(), passphrase.clone(), said.setter());
        move || {
            let (documents, today, said) = (own(&world), world.state.today.clone(), said.clone());
            // What a later version wrote is carried along as it is.
            let verbatim: Vec<String> =
                world.state.aside.iter().filter(|aside| aside.reason.is_newer()).map(|aside| aside.raw.clone()).collect();
            let states = record::states_of(world.shelf.library);
            let phrase = (*passphrase).clone();
            spawn_local(async move {
                let made = match record::backup(&documents, &verbatim, &states) {
                    Ok(text) if phrase.is_empty() => Ok(text),
                    Ok(text) => lock(&text, &phrase).await,
                    Err(error) => Err(error),
                };
                said.set(match made {
                    Ok(text) => match dom::download(&format!("plumbline-{today}.json"), &text) {
                        Ok(()) => words::made(documents.len()),
                        Err(_) => words::NOT_HANDED.to_owned(),
                    },
                    Err(error) => format!("{error}. {}", error.hint()),
                });
            });
        }
    };
    let set = passphrase.setter();
    let input =
        tag("input").id("passphrase").attr("type", "password").attr("autocomplete", "new-password").value(passphrase);
    let field = tag("p")
        .class("field")
        .kid(tag("label").attr("for", "passphrase").text(words::PASSPHRASE))
        .kid(input.attr("aria-describedby", "passphrase-hint").on_input(move |text| set.set(text)))
        .kid(tag("span").class("hint").id("passphrase-hint").text(words::PASSPHRASE_HINT));
    let button =
        tag("button").attr("type", "submit").class("primary").flag("disabled", documents.is_empty()).text(words::BACKUP);
    let form = tag("form").instead(ListenerKind::onsubmit, make).kid(field).kid(tag("p").kid(button));
    section(words::BACKING_UP, words::BACKING_UP_TEXT)
        .kid(para(words::holds(documents.len())))
        .kid(form)
        .kid(tag("p").attr("role", "status").text((**said).clone()))
}

fn restore(world: &World, incoming: &UseStateHandle<Incoming>, opening: &UseStateHandle<String>) -> Tag {
    let set = incoming.setter();
    let read = move |file: File| {
        let set = set.clone();
        spawn_local(async move {
            let text = match file.size() {
                size if size > LARGEST => Err(Error::full(words::TOO_LARGE)),
                _ => dom::file_text(&file).await.map_err(|_| Error::damaged(words::UNREADABLE)),
            };
            set.set(match text {
                Ok(text) if Sealed::claims(&text) => Incoming::Sealed(text),
                Ok(text) => record::restore(&text).map_or_else(Incoming::Failed, Incoming::Open),
                Err(error) => Incoming::Failed(error),
            });
        });
    };
    let input = tag("input").id("restore").attr("type", "file").attr("accept", ".json,application/json").on_file(read);
    let field = tag("p").class("field").kid(tag("label").attr("for", "restore").text(words::CHOOSE)).kid(input);
    let news = match &**incoming {
        Incoming::None => None,
        Incoming::Sealed(text) => Some(unlocking(text, incoming, opening)),
        Incoming::Open(backup) => Some(preview(world, backup, incoming)),
        Incoming::Failed(error) => {
            let said = format!("{}. {}", crate::compare::capital(&error.to_string()), error.hint());
            Some(tag("p").class("notice").attr("role", "alert").text(said))
        }
        Incoming::Done(count) => Some(tag("p").attr("role", "status").text(words::restored(*count))),
    };
    section(words::RESTORING, words::RESTORING_TEXT).kid(field).maybe(news)
}

/// The largest backup that is read, in bytes.
const LARGEST: f64 = 64_000_000.0;

fn unlocking(text: &str, incoming: &UseStateHandle<Incoming>, opening: &UseStateHandle<String>) -> Tag {
    let (set_phrase, set, phrase, text) = (opening.setter(), incoming.setter(), opening.clone(), text.to_owned());
    let open = move || {
        let (set, phrase, text) = (set.clone(), (*phrase).clone(), text.clone());
        spawn_local(async move {
            let opened = unlock(&text, &phrase).await.and_then(|text| record::restore(&text));
            set.set(opened.map_or_else(Incoming::Failed, Incoming::Open));
        });
    };
    let input = tag("input").id("unlock").attr("type", "password").attr("autocomplete", "off").value(opening);
    tag("form")
        .instead(ListenerKind::onsubmit, open)
        .kid(
            tag("p")
                .class("field")
                .kid(tag("label").attr("for", "unlock").text(words::UNLOCK))
                .kid(input.on_input(move |text| set_phrase.set(text))),
        )
        .kid(tag("p").kid(tag("button").attr("type", "submit").class("primary").text(words::OPEN)))
}

/// What would come back, before anything does.
fn preview(world: &World, backup: &Backup, incoming: &UseStateHandle<Incoming>) -> Tag {
    let library = world.shelf.library;
    let entry = |document: &Document| {
        let progress = view::progress(library, document);
        let answered: u32 = progress.parts.iter().map(|(_, meter)| meter.answered).sum();
        let known = world.state.documents.contains_key(&document.id);
        tag("li").key(&document.id).text(words::entry(document.name(), &progress.changed, answered, known))
    };
    let bring = {
        let (state, set, documents) = (world.state.clone(), incoming.setter(), backup.documents.clone());
        move || {
            let documents: Vec<_> = documents.iter().map(|document| (document.clone(), dom::fresh_name())).collect();
            set.set(Incoming::Done(documents.len()));
            state.dispatch(Deed::Restore(documents));
        }
    };
    let set = incoming.setter();
    let actions = tag("p")
        .class("actions")
        .kid(tag("button").attr("type", "button").class("primary").text(words::BRING).on_click(bring))
        .kid(tag("button").attr("type", "button").text(words::LEAVE).on_click(move || set.set(Incoming::None)));
    let aside = (!backup.aside.is_empty()).then(|| para(words::left_out(backup.aside.len())));
    tag("div")
        .class("notice")
        .attr("role", "status")
        .kid(para(words::PREVIEW))
        .kid(tag("ul").kids(backup.documents.iter().map(entry)))
        .maybe(aside)
        .kid(actions)
}

fn keep(said: &UseStateHandle<String>) -> Tag {
    let said = said.setter();
    let ask = move || {
        let said = said.clone();
        spawn_local(async move {
            let answer = dom::persist().await;
            said.set(
                match answer {
                    Some(true) => words::KEPT,
                    Some(false) => words::NOT_KEPT,
                    None => words::CANNOT_KEEP,
                }
                .to_owned(),
            );
        });
    };
    tag("p").kid(tag("button").attr("type", "button").text(words::ASK).on_click(ask))
}

fn confirm(world: &World, asking: &UseStateHandle<bool>) -> Html {
    let (no, state) = (asking.setter(), world.state.clone());
    let on_no = Callback::from(move |()| no.set(false));
    let on_yes = Callback::from(move |()| state.dispatch(Deed::Erase));
    html! {
        <Confirm title={words::ERASE_TITLE} text={words::ERASE_WARNING} yes={words::ERASE} no={words::DO_NOT} {on_yes} {on_no} />
    }
}
