//! The results of one framework of an assessment, on the screen and on paper.

use yew::prelude::*;

use super::assess::{framework_tabs, sample_banner};
use super::heading;
use crate::assessment::Document;
use crate::catalog::Framework;
use crate::ui::parts::{Glyph, Size, icon, radar, range_bar, rungs, section_table};
use crate::ui::route::Route;
use crate::ui::state::SAMPLE;
use crate::ui::text::{self, results as words};
use crate::ui::{World, dom};
use crate::view::{self, ResultsView};

/// The page of one framework of an assessment.
pub fn results_page(world: &World, document: &Document, framework: &'static Framework) -> Html {
    let view = view::results(framework, document);
    html! {
        <div class="results">
            if document.id == SAMPLE {
                { sample_banner(&world.state) }
            }
            { head(world, document, &view) }
            { body(document, &view) }
        </div>
    }
}

fn head(world: &World, document: &Document, view: &ResultsView) -> Html {
    let print = Callback::from(|_: MouseEvent| dom::print());
    html! {
        <header class="results-head">
            <p class="kicker">{ words::made(&view.name, &view.changed) }</p>
            { heading(words::title(view.framework.profile.short)) }
            { framework_tabs(&world.shelf, document, view.framework, Route::results) }
            <p class="actions">
                <a class="button" href={Route::assess(&document.id, view.framework.id, "").href()}>{ words::BACK }</a>
                <button type="button" onclick={print}>{ icon(Glyph::Print) }{ words::PRINT }</button>
            </p>
        </header>
    }
}

fn body(document: &Document, view: &ResultsView) -> Html {
    let whole = &view.whole;
    let target = view.sections.iter().map(|section| section.target).max();
    if whole.answered == 0 {
        return html! {
            <section class="figures">
                { range_bar(whole, target, Size::Full) }
                <p class="lead">{ words::NOTHING_YET }</p>
                { excluded(view) }
            </section>
        };
    }
    html! {
        <>
            { figures(view) }
            <section class="by-section">
                <h2>{ words::SECTIONS }</h2>
                if let Some((strongest, weakest)) = view.extremes {
                    <p class="reading">{ words::reading(strongest, weakest) }</p>
                }
                <div class="pictures">
                    { radar(&view.sections, whole.max) }
                    { section_table(&view.sections, words::SECTIONS, false) }
                </div>
                <details class="all-sections">
                    <summary>{ words::SHOW_ALL }</summary>
                    { section_table(&view.groups, words::SHOW_ALL, true) }
                </details>
            </section>
            { gaps(document, view) }
            { excluded(view) }
        </>
    }
}

fn figures(view: &ResultsView) -> Html {
    let whole = &view.whole;
    let (low, high) = whole.range_tenths.map_or_else(Default::default, |(low, high)| (text::tenths(low), text::tenths(high)));
    let target = u64::from(view.target) * 1000 / u64::from(whole.max.max(1));
    let percent = |value: Option<u64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value} %"));
    let headline = match whole.tenths {
        Some(_) if whole.is_guarded() => html! { <span class="figure">{ format!("{low}–{high}") }</span> },
        Some(value) => html! { <span class="figure">{ text::tenths(value) }</span> },
        None => html! { <span class="figure words">{ words::NOT_YET }</span> },
    };
    html! {
        <section class="figures">
            <div class="headline">
                <h2>{ words::MATURITY }</h2>
                <p class="headline-figure">{ headline }<span class="of">{ format!("/ {}", whole.max) }</span></p>
                { range_bar(whole, Some(target), Size::Full) }
                <p>
                    { if whole.is_guarded() { words::guarded(&low, &high) } else { words::range(&low, &high) } }
                    { " " }
                    <a href={Route::Method { at: "score".to_owned() }.href()}>{ words::METHOD }</a>
                </p>
            </div>
            <dl class="beside-figures">
                <div>
                    <dt>{ words::COVERAGE }</dt>
                    <dd class="figure">{ percent(whole.coverage) }</dd>
                    <dd>{ words::coverage(whole.answered, whole.applicable) }{ words::excluded(whole.excluded) }</dd>
                </div>
                <div>
                    <dt>{ words::READINESS }</dt>
                    <dd class="figure">{ percent(whole.readiness) }</dd>
                    <dd>{ words::readiness(whole.at_target, whole.applicable) }</dd>
                </div>
                if !view.scope.is_empty() {
                    <div>
                        <dt>{ words::SCOPE }</dt>
                        <dd>{ view.scope.join(", ") }</dd>
                    </div>
                }
            </dl>
        </section>
    }
}

fn gaps(document: &Document, view: &ResultsView) -> Html {
    let row = |gap: &view::GapRow| {
        html! {
            <tr key={gap.id}>
                <th scope="row">
                    <a href={Route::assess(&document.id, view.framework.id, gap.id).href()}><span class="id">{ gap.id }</span>{ " " }{ gap.title }</a>
                    <span class="row-tagline">{ gap.section }</span>
                    if !gap.note.is_empty() {
                        <span class="row-note">{ &gap.note }</span>
                    }
                </th>
                <td class="rungs-cell">{ rungs(view.whole.max, gap.level, gap.target) }</td>
                <td class="number" data-label={words::LEVEL}>{ gap.level }</td>
                <td class="number" data-label={words::TARGET}>{ gap.target }</td>
                <td data-label={words::OWNER}>{ &gap.owner }</td>
                <td class="number" data-label={words::DUE}>{ &gap.due }</td>
            </tr>
        }
    };
    html! {
        <section class="gaps">
            <h2>{ words::GAPS }</h2>
            if view.gaps.is_empty() {
                <p>{ words::NO_GAPS }</p>
            } else {
                <table class="gap-table">
                    <thead>
                        <tr>
                            <th scope="col">{ words::REQUIREMENT }</th>
                            <td></td>
                            <th scope="col" class="number">{ words::LEVEL }</th>
                            <th scope="col" class="number">{ words::TARGET }</th>
                            <th scope="col">{ words::OWNER }</th>
                            <th scope="col" class="number">{ words::DUE }</th>
                        </tr>
                    </thead>
                    <tbody>{ for view.gaps.iter().map(row) }</tbody>
                </table>
            }
        </section>
    }
}

fn excluded(view: &ResultsView) -> Html {
    if view.excluded.is_empty() {
        return html! {};
    }
    html! {
        <section class="excluded">
            <h2>{ words::EXCLUDED }</h2>
            <table class="excluded-table">
                <thead><tr><th scope="col">{ words::REQUIREMENT }</th><th scope="col">{ words::REASON }</th></tr></thead>
                <tbody>
                    { for view.excluded.iter().map(|(id, title, reason)| html! {
                        <tr key={*id}><th scope="row"><span class="id">{ *id }</span>{ " " }{ *title }</th><td>{ reason }</td></tr>
                    }) }
                </tbody>
            </table>
        </section>
    }
}
