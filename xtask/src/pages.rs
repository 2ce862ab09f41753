//! The pages that can be read before the app has arrived, or without it: rendered here by the app's own components.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use plumbline::catalog::{Framework, Library, TEXT_PARTS, Texts, decode_library, decode_texts, text_file};
use plumbline::compare::verdict;
use plumbline::ui::route::Route;
use plumbline::ui::{self, Settings, Shelf, State, World, text};
use serde_json::{Value, json};
use yew::prelude::*;

use crate::catalogs::Packs;

/// A page as the app would first show it.
pub struct Page {
    /// The address in the app.
    pub route: Route,
    pub title: String,
    /// What it is about, for whoever lists it.
    pub description: String,
    /// The elements inside the app's root, with addresses inside the app.
    pub body: String,
    /// The same content as data for search engines.
    pub data: Value,
    /// The frameworks whose texts it shows.
    pub frameworks: Vec<&'static Framework>,
}

/// The catalogs as the app reads them from its packs.
#[derive(Clone)]
pub struct Shelves {
    pub library: &'static Library,
    texts: BTreeMap<&'static str, &'static Texts>,
}

impl Shelves {
    /// Reads the packs; they stay for as long as this program runs.
    pub fn open(packs: &Packs) -> Result<Self> {
        let pack = |name: &str| -> Result<&'static [u8]> {
            let found = packs.texts.iter().find(|(known, _)| known == name);
            Ok(found.with_context(|| format!("there is no pack {name}"))?.1.clone().leak())
        };
        let texts_of = |stem: &str| -> Result<Texts> {
            let [article, statements, questions] = TEXT_PARTS.map(|part| pack(&text_file(stem, part)));
            Ok(decode_texts([article?, statements?, questions?])?)
        };
        let library: &'static Library = Box::leak(Box::new(decode_library(packs.core.clone().leak())?));
        let mut texts = BTreeMap::new();
        for framework in &library.frameworks {
            let decoded: &'static Texts = Box::leak(Box::new(texts_of(framework.texts)?));
            texts.insert(framework.id, decoded);
        }
        Ok(Self { library, texts })
    }

    /// Without the texts of the controls, which the app too fetches only when it runs: they stand in closed details.
    fn shelf(&self) -> Shelf {
        let frameworks = self.library.frameworks.iter();
        let texts: Vec<_> = frameworks.map(|framework| (framework, self.texts[framework.id])).collect();
        Shelf::filled(self.library, &texts, None)
    }

    /// The first page.
    pub fn home(&self) -> Result<Page> {
        let data = json!({
            "@type": "WebApplication",
            "name": text::NAME,
            "description": text::home::LEAD,
            "applicationCategory": "BusinessApplication",
            "operatingSystem": "Any",
            "isAccessibleForFree": true,
        });
        self.page(Route::Home, text::home::LEAD.to_owned(), data, &[])
    }

    /// Every page: the first, the method, every framework, and every pair in the order of the library.
    pub fn every_page(&self) -> Result<Vec<Page>> {
        let mut pages = vec![self.home()?, self.method()?];
        let frameworks = &self.library.frameworks;
        for (index, framework) in frameworks.iter().enumerate() {
            pages.push(self.framework(framework)?);
            for other in &frameworks[index + 1..] {
                pages.push(self.pair(framework, other)?);
            }
        }
        Ok(pages)
    }

    fn method(&self) -> Result<Page> {
        let data = json!({ "@type": "TechArticle", "headline": text::method::TITLE, "inLanguage": "en" });
        self.page(Route::Method { at: String::new() }, text::method::LEAD.to_owned(), data, &[])
    }

    fn framework(&self, framework: &'static Framework) -> Result<Page> {
        let profile = &framework.profile;
        let description = format!("{}: {}", profile.name, profile.tagline);
        self.page(Route::framework(framework.id), description, Value::Null, &[framework])
    }

    fn pair(&self, first: &'static Framework, second: &'static Framework) -> Result<Page> {
        let sides = [first, second];
        let description = verdict(&sides).into_iter().next().unwrap_or_default();
        self.page(Route::compare(&[first.id, second.id]), description, Value::Null, &sides)
    }

    /// Renders a page. Where no data is given, it is an article about the frameworks, with their questions.
    fn page(&self, route: Route, description: String, data: Value, sides: &[&'static Framework]) -> Result<Page> {
        let title = ui::title(&route, self.library);
        let data = if data.is_null() { self.article(&title, &description, sides) } else { data };
        let properties = FrameProps { route: route.clone(), shelves: self.clone() };
        let runtime = tokio::runtime::Builder::new_current_thread().build()?;
        let renderer = yew::LocalServerRenderer::<Frame>::with_props(properties).hydratable(false);
        let body = runtime.block_on(renderer.render());
        Ok(Page { route, title, description, body, data, frameworks: sides.to_vec() })
    }

    fn article(&self, title: &str, description: &str, sides: &[&'static Framework]) -> Value {
        let about = sides.iter().map(|side| {
            let profile = &side.profile;
            json!({ "@type": "CreativeWork", "name": profile.name, "alternateName": profile.short, "version": profile.version })
        });
        let faqs = sides.iter().flat_map(|side| &self.texts[side.id].article.faqs);
        let question = |question: &str, answer: &str| json!({ "@type": "Question", "name": question, "acceptedAnswer": { "@type": "Answer", "text": answer } });
        let reviewed = sides.iter().map(|side| side.profile.reviewed).max().unwrap_or_default();
        json!({
            "@graph": [
                {
                    "@type": "TechArticle",
                    "headline": title,
                    "description": description,
                    "inLanguage": "en",
                    "dateModified": reviewed,
                    "about": about.collect::<Vec<_>>(),
                },
                {
                    "@type": "FAQPage",
                    "mainEntity": faqs.map(|faq| question(faq.question, faq.answer)).collect::<Vec<_>>(),
                },
            ]
        })
    }
}

#[derive(Clone, Properties)]
struct FrameProps {
    route: Route,
    shelves: Shelves,
}

impl PartialEq for FrameProps {
    fn eq(&self, other: &Self) -> bool {
        self.route == other.route
    }
}

/// The frame in a browser that keeps nothing yet.
#[component]
fn Frame(props: &FrameProps) -> Html {
    let state = use_reducer(|| State::new(String::new(), String::new(), Settings::default()));
    ui::frame(&props.route, &World { state, shelf: props.shelves.shelf() })
}
