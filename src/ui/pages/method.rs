//! How scores are made and what happens to data: the page to show to whoever asks.

use yew::prelude::*;

use super::heading;
use crate::catalog::Scale;
use crate::ui::text::{method as words, shell};

/// The page, from its texts and the common scale.
pub fn method_page() -> Html {
    let scale = Scale::maturity();
    html! {
        <div class="column prose">
            { heading(words::TITLE) }
            <p class="lead">{ words::LEAD }</p>
            <section>
                <h2 id="score" tabindex="-1">{ words::SCORE }</h2>
                { for words::SCORE_TEXT.iter().map(|text| html! { <p>{ *text }</p> }) }
                <dl class="points">{ for words::FIGURES.iter().map(|(name, text)| html! { <div><dt>{ *name }</dt><dd>{ *text }</dd></div> }) }</dl>
            </section>
            <section>
                <h2 id="levels" tabindex="-1">{ words::LEVELS }</h2>
                <p>{ words::LEVELS_TEXT }</p>
                <dl class="points">
                    { for scale.steps.iter().enumerate().map(|(level, step)| html! {
                        <div><dt>{ format!("{level} {}", step.name) }</dt><dd>{ step.meaning }</dd></div>
                    }) }
                </dl>
            </section>
            <section>
                <h2 id="data" tabindex="-1">{ words::DATA }</h2>
                { for words::DATA_TEXT.iter().map(|text| html! { <p>{ *text }</p> }) }
            </section>
            <section>
                <h2 id="catalogs" tabindex="-1">{ words::CATALOGS }</h2>
                { for words::CATALOGS_TEXT.iter().map(|text| html! { <p>{ *text }</p> }) }
                <p>{ shell::CARE }</p>
            </section>
        </div>
    }
}
