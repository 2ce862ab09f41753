//! Frameworks side by side. The article is made from the catalogs; nothing of it is written for a particular pair.

use yew::prelude::*;

use super::{heading, options, use_anchor};
use crate::catalog::{Framework, Library, Point, Texts};
use crate::compare::{differences, months, verdict};
use crate::ui::load::use_texts;
use crate::ui::parts::{Size, badge_mark, range_bar, rungs, steps, waiting};
use crate::ui::route::Route;
use crate::ui::state::SAMPLE;
use crate::ui::text::{self, compare as words, framework as parts};
use crate::ui::{Shared, Shelf, World, dom};
use crate::view;

/// The marks that tell the sides apart, beside their colours.
const LETTERS: [&str; 4] = ["A", "B", "C", "D"];
/// The framework the list of pairs begins with.
const FIRST: &str = "soc-2-2017";
const SIDES: [&str; 4] = ["side-a", "side-b", "side-c", "side-d"];

/// The frameworks an address names, each once, at most four.
pub fn sides(library: &'static Library, ids: &[String]) -> Vec<&'static Framework> {
    let mut sides: Vec<&'static Framework> = Vec::new();
    for framework in ids.iter().filter_map(|id| library.framework(id)) {
        if !sides.contains(&framework) && sides.len() < LETTERS.len() {
            sides.push(framework);
        }
    }
    sides
}

/// Every pair with one framework; choosing another goes to its address.
pub fn compare_chooser(shelf: &Shelf, first: Option<&'static Framework>) -> Html {
    let frameworks = &shelf.library.frameworks;
    let Some(first) = first.or_else(|| shelf.library.framework(FIRST)).or_else(|| frameworks.first()) else { return html! {} };
    let choose = Callback::from(|event: Event| dom::go(&Route::compare(&[&dom::chosen(&event)]).href()));
    html! {
        <div class="column">
            { heading(words::CHOOSE_TITLE) }
            <p class="lead">{ words::CHOOSE_LEAD }</p>
            <p class="field">
                <label for="choose-first">{ text::home::COMPARE_FIRST }</label>
                <select id="choose-first" onchange={choose}>{ options(frameworks.iter(), first.id) }</select>
            </p>
            <ul class="pairs">
                { for frameworks.iter().filter(|other| *other != first).map(|other| html! {
                    <li key={other.id}>
                        <a href={Route::compare(&[first.id, other.id]).href()}>{ words::title(&[first.profile.short, other.profile.short]) }</a>
                        <span class="quiet">{ other.profile.tagline }</span>
                    </li>
                }) }
            </ul>
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub struct ComparePageProps {
    pub world: World,
    pub sides: Vec<&'static Framework>,
    /// The section to bring into view.
    pub at: String,
}

#[component]
pub fn ComparePage(props: &ComparePageProps) -> Html {
    let ComparePageProps { world, sides, at } = props;
    let shorts: Vec<&str> = sides.iter().map(|side| side.profile.short).collect();
    let texts = use_texts(&world.shelf, sides);
    use_anchor(at, texts.is_ok());
    html! {
        <article class={classes!("comparison", format!("of-{}", sides.len()))}>
            <header class="comparison-head">
                { heading(words::title(&shorts)) }
                <div class="sides intro">
                    { for each(sides, |framework| {
                        let profile = &framework.profile;
                        html! {
                            <>
                                <p class="kicker">{ badge_mark(profile.badge) }<span>{ text::year(profile) }</span></p>
                                <p class="full-name">{ profile.name }</p>
                                <p>{ profile.tagline }</p>
                            </>
                        }
                    }) }
                </div>
            </header>
            <div class="compare-bar" aria-hidden="true">
                <div class="sides">
                    { for sides.iter().enumerate().map(|(index, side)| html! {
                        <div class={SIDES[index]}><span class="letter">{ LETTERS[index] }</span>{ side.profile.short }</div>
                    }) }
                </div>
            </div>
            <section>
                <h2 id="verdict" tabindex="-1">{ words::VERDICT }</h2>
                <div class="verdict">{ for verdict(sides).into_iter().map(|sentence| html! { <p>{ sentence }</p> }) }</div>
            </section>
            {
                match texts {
                    Ok(texts) => article(sides, &texts),
                    Err(failed) => waiting(&failed),
                }
            }
            { for_you(&world.state, sides) }
            { others(&world.shelf, sides) }
        </article>
    }
}

/// A cell for each side, each under its own mark.
fn each(sides: &[&'static Framework], cell: impl Fn(&'static Framework) -> Html) -> Vec<Html> {
    let side = |(index, framework): (usize, &&'static Framework)| {
        html! {
            <div class={SIDES[index]}>
                <p class="side-name"><span class="letter" aria-hidden="true">{ LETTERS[index] }</span>{ framework.profile.short }</p>
                { cell(framework) }
            </div>
        }
    };
    sides.iter().enumerate().map(side).collect()
}

fn article(sides: &[&'static Framework], texts: &[&'static Texts]) -> Html {
    let text_of = |framework: &'static Framework| {
        let index = sides.iter().position(|side| *side == framework).unwrap_or_default();
        &texts[index].article
    };
    let points = |points: &'static [Point]| super::points(points);
    let part = |title: &'static str, body: &dyn Fn(&'static Framework) -> Html| {
        html! { <section class="part"><h3>{ title }</h3><div class="sides">{ for each(sides, body) }</div></section> }
    };
    html! {
        <>
            <section>
                <h2 id="features" tabindex="-1">{ words::FEATURES }</h2>
                <div class="sides">
                    { for each(sides, |framework| html! {
                        <ol class="features">
                            { for text_of(framework).features.iter().map(|feature| html! {
                                <li><strong>{ feature.title }</strong><span>{ feature.text }</span></li>
                            }) }
                        </ol>
                    }) }
                </div>
            </section>
            <section>
                <h2 id="effort" tabindex="-1">{ words::EFFORT }</h2>
                { effort(sides) }
            </section>
            <section>
                <h2 id="differences" tabindex="-1">{ words::DIFFERENCES }</h2>
                { difference_table(sides, texts) }
            </section>
            <section>
                <h2 id="analysis" tabindex="-1">{ words::ANALYSIS }</h2>
                { part(parts::WHAT, &|framework| html! { <>{ for text_of(framework).what.iter().map(|text| html! { <p>{ *text }</p> }) }</> }) }
                { part(parts::COMPONENTS, &|framework| points(&text_of(framework).components)) }
                { part(parts::WHY, &|framework| points(&text_of(framework).why)) }
                { part(parts::IMPLEMENTATION, &|framework| html! {
                    <ol class="implementation">
                        { for text_of(framework).steps.iter().map(|step| html! { <li><strong>{ step.title }</strong>{ " " }{ step.text }</li> }) }
                    </ol>
                }) }
            </section>
            <section>
                <h2 id="explained" tabindex="-1">{ words::EXPLAINED }</h2>
                { for differences(texts).into_iter().map(|difference| html! {
                    <section class="part" key={difference.name}>
                        <h3>{ difference.name }</h3>
                        <div class="sides">
                            { for sides.iter().zip(&difference.cells).enumerate().map(|(index, (side, aspect))| html! {
                                <div class={SIDES[index]}>
                                    <p class="side-name"><span class="letter" aria-hidden="true">{ LETTERS[index] }</span>{ side.profile.short }</p>
                                    <p>{ aspect.text }</p>
                                </div>
                            }) }
                        </div>
                    </section>
                }) }
            </section>
            <section>
                <h2 id="questions" tabindex="-1">{ words::QUESTIONS }</h2>
                <div class="sides">
                    { for each(sides, |framework| html! {
                        <>{ for text_of(framework).faqs.iter().map(|faq| html! {
                            <details class="faq"><summary>{ faq.question }</summary><p>{ faq.answer }</p></details>
                        }) }</>
                    }) }
                </div>
            </section>
        </>
    }
}

fn effort(sides: &[&'static Framework]) -> Html {
    let row = |name: &'static str, cell: &dyn Fn(&'static Framework) -> Html| {
        html! { <tr><th scope="row">{ name }</th>{ for sides.iter().map(|side| html! { <td data-side={side.profile.short}>{ cell(side) }</td> }) }</tr> }
    };
    html! {
        <>
            <table class="differences">
                { table_head(sides) }
                <tbody>
                    { row(parts::COST, &|side| steps(side.profile.cost)) }
                    { row(parts::COMPLEXITY, &|side| steps(side.profile.complexity)) }
                    { row(parts::TIME, &|side| html! { months(&side.profile) }) }
                    { row(text::home::COLUMN_ASKS, &|side| html! { format!("{} {}", side.assessable(), side.profile.many) }) }
                </tbody>
            </table>
            <p class="quiet">{ words::scale_note("Cost and complexity") }</p>
        </>
    }
}

fn difference_table(sides: &[&'static Framework], texts: &[&'static Texts]) -> Html {
    html! {
        <table class="differences">
            { table_head(sides) }
            <tbody>
                { for differences(texts).into_iter().map(|difference| html! {
                    <tr key={difference.name}>
                        <th scope="row">{ difference.name }</th>
                        { for sides.iter().zip(&difference.cells).map(|(side, aspect)| html! { <td data-side={side.profile.short}>{ aspect.short }</td> }) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

fn table_head(sides: &[&'static Framework]) -> Html {
    html! {
        <thead>
            <tr>
                <th scope="col">{ words::ASPECT }</th>
                { for sides.iter().enumerate().map(|(index, side)| html! {
                    <th scope="col" class={SIDES[index]}><span class="letter" aria-hidden="true">{ LETTERS[index] }</span>{ side.profile.short }</th>
                }) }
            </tr>
        </thead>
    }
}

/// What no article has: the reader's own answers.
fn for_you(state: &Shared, sides: &[&'static Framework]) -> Html {
    let documents: Vec<_> = state.own().into_iter().chain(state.documents.get(SAMPLE)).collect();
    let standing = |framework: &'static Framework| view::for_you(framework, documents.iter().map(|document| &***document));
    let any = sides.iter().any(|framework| standing(framework).is_some());
    html! {
        <section class="for-you">
            <h2 id="for-you" tabindex="-1">{ words::FOR_YOU }</h2>
            if !any {
                <p>{ words::FOR_YOU_EMPTY }</p>
            }
            <div class="sides">{ for each(sides, |framework| match standing(framework) {
                Some(standing) => own_standing(framework, &standing),
                None => html! { <p><a class="button" href={Route::start(&[framework.id]).href()}>{ words::assess(framework.profile.short) }</a></p> },
            }) }</div>
        </section>
    }
}

fn own_standing(framework: &'static Framework, standing: &view::ForYou) -> Html {
    let source = if standing.assessment == SAMPLE { words::SAMPLE_ANSWERS.to_owned() } else { words::from(&standing.name) };
    html! {
        <>
            { range_bar(&standing.meter, None, Size::Full) }
            <p>{ crate::compare::capital(&text::meter(&standing.meter)) }{ ". " }<span class="quiet">{ source }</span></p>
            <p class="label">{ words::LARGEST_GAPS }</p>
            if standing.gaps.is_empty() {
                <p>{ words::NO_GAPS }</p>
            }
            <ul class="gap-list">
                { for standing.gaps.iter().map(|gap| html! {
                    <li key={gap.id}>
                        <a href={Route::assess(&standing.assessment, framework.id, gap.id).href()}><span class="id">{ gap.id }</span>{ " " }{ gap.title }</a>
                        { rungs(framework.scale.max(), gap.level, gap.target) }
                    </li>
                }) }
            </ul>
            <p><a href={Route::results(&standing.assessment, framework.id).href()}>{ text::assess::SEE_RESULTS }</a></p>
        </>
    }
}

fn others(shelf: &Shelf, sides: &[&'static Framework]) -> Html {
    let others = || shelf.library.frameworks.iter().filter(|other| !sides.contains(other));
    if others().next().is_none() {
        return html! {};
    }
    html! {
        <section>
            <h2 id="others" tabindex="-1">{ words::OTHERS }</h2>
            <div class="sides">
                { for each(sides, |framework| html! {
                    <ul class="pairs">
                        { for others().map(|other| html! {
                            <li key={other.id}><a href={Route::compare(&[framework.id, other.id]).href()}>{ words::title(&[framework.profile.short, other.profile.short]) }</a></li>
                        }) }
                    </ul>
                }) }
            </div>
        </section>
    }
}
