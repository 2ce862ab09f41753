//! A framework: its article and everything it asks.

use yew::prelude::*;

use super::{heading, options, points, use_anchor};
use crate::catalog::{Framework, Requirement, Texts};
use crate::compare::months;
use crate::ui::load::use_texts;
use crate::ui::parts::{badge_mark, steps, waiting};
use crate::ui::route::Route;
use crate::ui::text::{self, framework as words};
use crate::ui::{Shelf, World, dom};

#[derive(PartialEq, Properties)]
pub struct FrameworkPageProps {
    pub world: World,
    pub framework: &'static Framework,
    /// The section to bring into view.
    pub at: String,
}

#[component]
pub fn FrameworkPage(props: &FrameworkPageProps) -> Html {
    let (framework, shelf) = (props.framework, &props.world.shelf);
    let profile = &framework.profile;
    let texts = use_texts(shelf, &[framework]);
    use_anchor(&props.at, texts.is_ok());
    let sought = use_state(String::new);
    let first_other = || others(shelf, framework).next().map_or("", |other| other.id).to_owned();
    let other = use_state(first_other);
    html! {
        <div class="article">
            <header class="article-head">
                <p class="kicker">{ badge_mark(profile.badge) }<span>{ text::family(profile.family) }</span><span>{ text::year(profile) }</span></p>
                { heading(profile.short) }
                <p class="full-name">{ profile.name }</p>
                <p class="lead">{ profile.tagline }</p>
                { acts(shelf, framework, &other) }
                { facts(framework) }
            </header>
            {
                match texts {
                    Ok(texts) => body(framework, texts[0], &sought),
                    Err(failed) => waiting(&failed),
                }
            }
        </div>
    }
}

fn others(shelf: &Shelf, framework: &'static Framework) -> impl Iterator<Item = &'static Framework> {
    shelf.library.frameworks.iter().filter(move |other| *other != framework)
}

fn acts(shelf: &Shelf, framework: &'static Framework, other: &UseStateHandle<String>) -> Html {
    let choose = {
        let other = other.clone();
        Callback::from(move |event: Event| other.set(dom::chosen(&event)))
    };
    html! {
        <div class="acts">
            <a class="button primary" href={Route::start(&[framework.id]).href()}>{ words::ASSESS }</a>
            <span class="compare-with">
                <label for="compare-with">{ words::COMPARE_WITH }</label>
                <select id="compare-with" onchange={choose}>{ options(others(shelf, framework), other) }</select>
                <a class="button" href={Route::compare(&[framework.id, other]).href()}>{ text::shell::COMPARE }</a>
            </span>
        </div>
    }
}

fn facts(framework: &Framework) -> Html {
    let profile = &framework.profile;
    html! {
        <dl class="facts">
            <div><dt>{ crate::compare::capital(profile.many) }</dt><dd class="figure">{ framework.assessable() }</dd></div>
            <div><dt>{ words::TIME }</dt><dd>{ months(profile) }</dd></div>
            <div><dt>{ words::COST }</dt><dd>{ steps(profile.cost) }</dd></div>
            <div><dt>{ words::COMPLEXITY }</dt><dd>{ steps(profile.complexity) }</dd></div>
            <div><dt>{ words::ISSUER }</dt><dd>{ profile.issuer }</dd></div>
            <div><dt>{ words::VERSION }</dt><dd>{ profile.version }</dd></div>
        </dl>
    }
}

fn body(framework: &'static Framework, texts: &'static Texts, sought: &UseStateHandle<String>) -> Html {
    let article = &texts.article;
    let everything = words::everything(framework.profile.many);
    let here = Route::framework(framework.id);
    let sections: [(&str, &str); 8] = [
        ("what", words::WHAT),
        ("features", words::FEATURES),
        ("components", words::COMPONENTS),
        ("why", words::WHY),
        ("implementation", words::IMPLEMENTATION),
        ("glance", words::ASPECTS),
        ("questions", words::QUESTIONS),
        ("requirements", &everything),
    ];
    let title = |id: &'static str| {
        let title = sections.iter().find(|(known, _)| *known == id).map_or("", |(_, title)| title).to_owned();
        html! { <h2 {id} tabindex="-1">{ title }</h2> }
    };
    html! {
        <div class="article-body">
            <nav class="contents" aria-label={words::CONTENTS}>
                <ol>{ for sections.iter().map(|(id, title)| html! { <li><a href={here.at(id).href()}>{ (*title).to_owned() }</a></li> }) }</ol>
            </nav>
            <div class="article-text">
                <section>{ title("what") }{ for article.what.iter().map(|text| html! { <p>{ *text }</p> }) }</section>
                <section>{ title("features") }{ points(&article.features) }</section>
                <section>{ title("components") }{ points(&article.components) }</section>
                <section>{ title("why") }{ points(&article.why) }</section>
                <section>
                    { title("implementation") }
                    <ol class="implementation">
                        { for article.steps.iter().map(|step| html! { <li><strong>{ step.title }</strong>{ " " }{ step.text }</li> }) }
                    </ol>
                </section>
                <section>
                    { title("glance") }
                    <dl class="points">
                        { for article.aspects.named().into_iter().map(|(name, aspect)| html! {
                            <div><dt>{ name }</dt><dd><p class="short">{ aspect.short }</p><p>{ aspect.text }</p></dd></div>
                        }) }
                    </dl>
                </section>
                <section>
                    { title("questions") }
                    { for article.faqs.iter().map(|faq| html! { <details class="faq"><summary>{ faq.question }</summary><p>{ faq.answer }</p></details> }) }
                </section>
                <section>{ title("requirements") }{ requirements(framework, texts, sought) }</section>
                <section>
                    <h2>{ words::SOURCES }</h2>
                    <ul class="sources">
                        { for article.sources.iter().map(|source| html! { <li><a href={source.url} rel="noreferrer">{ source.title }</a></li> }) }
                    </ul>
                    <p class="quiet">{ article.rights }{ " " }{ words::reviewed(framework.profile.reviewed) }</p>
                </section>
            </div>
        </div>
    }
}

/// The whole tree, narrowed by what somebody looks for.
fn requirements(framework: &'static Framework, texts: &'static Texts, sought: &UseStateHandle<String>) -> Html {
    let seek = {
        let sought = sought.clone();
        Callback::from(move |event: InputEvent| sought.set(dom::typed(&event)))
    };
    let found = crate::view::find(framework, texts, sought);
    let matches = found.iter().filter(|found| found.matched).count();
    let line = |found: &crate::view::Found| {
        let requirement = &framework.requirements[found.index];
        let text = &texts.requirements[found.index];
        let class = classes!("requirement", format!("depth-{}", requirement.depth.min(4)), (!requirement.assessable).then_some("group"));
        let head = html! { <><span class="id">{ requirement.id }</span>{ " " }<span class="requirement-title">{ requirement.title }</span></> };
        html! {
            <li {class} key={requirement.id}>
                if requirement.assessable {
                    <details>
                        <summary>{ head }</summary>
                        <p>{ text.statement }</p>
                        <p class="question">{ text.question }</p>
                        if !text.evidence.is_empty() {
                            <p class="label">{ words::EVIDENCE }</p>
                            <ul>{ for text.evidence.iter().map(|evidence| html! { <li>{ *evidence }</li> }) }</ul>
                        }
                        if !requirement.references.is_empty() || !requirement.designation.is_empty() {
                            <p class="quiet">{ references(requirement) }</p>
                        }
                    </details>
                } else {
                    <p class="group-head">{ head }</p>
                    if !text.statement.is_empty() {
                        <p class="group-text">{ text.statement }</p>
                    }
                    if let Some(into) = &requirement.withdrawn {
                        <p class="quiet">{ words::withdrawn(into) }</p>
                    }
                }
            </li>
        }
    };
    html! {
        <>
            <p class="field search">
                <label for="find">{ words::SEARCH }</label>
                <input id="find" type="search" value={(**sought).clone()} oninput={seek} autocomplete="off" />
                <span class="quiet" role="status">{ if sought.trim().is_empty() { String::new() } else { words::found(matches) } }</span>
            </p>
            if matches == 0 {
                <p>{ words::NOTHING_FOUND }</p>
            }
            <ul class="requirements">{ for found.iter().map(line) }</ul>
        </>
    }
}

fn references(requirement: &Requirement) -> String {
    let designation = std::iter::once(requirement.designation).filter(|designation| !designation.is_empty());
    let words: Vec<&str> = designation.chain(requirement.references.iter().copied()).collect();
    crate::compare::capital(&words.join(" · "))
}
