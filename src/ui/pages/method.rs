//! How scores are made and what happens to data: the page to show to whoever asks.

use yew::prelude::*;

use super::{heading, section_heading, term, use_anchor};
use crate::catalog::Scale;
use crate::ui::markup::{Tag, para, tag};
use crate::ui::text::{method as words, shell};

#[derive(PartialEq, Properties)]
pub struct MethodPageProps {
    /// The section to bring into view.
    pub at: String,
}

#[component]
pub fn MethodPage(props: &MethodPageProps) -> Html {
    use_anchor(&props.at, true);
    let paragraphs = |section: Tag, texts: &[&'static str]| section.kids(texts.iter().map(|text| para(*text)));
    let section = |id: &'static str, title: &'static str| tag("section").kid(section_heading(id, title));
    let scale = Scale::maturity();
    let levels = scale.steps.iter().enumerate().map(|(level, step)| term(format!("{level} {}", step.name), step.meaning));
    let figures = words::FIGURES.iter().map(|(name, text)| term(*name, *text));
    tag("div")
        .class("column prose")
        .kid(heading(words::TITLE))
        .kid(para(words::LEAD).class("lead"))
        .kid(paragraphs(section("score", words::SCORE), &words::SCORE_TEXT).kid(tag("dl").class("points").kids(figures)))
        .kid(paragraphs(section("levels", words::LEVELS), &[words::LEVELS_TEXT]).kid(tag("dl").class("points").kids(levels)))
        .kid(paragraphs(section("data", words::DATA), &words::DATA_TEXT))
        .kid(paragraphs(section("catalogs", words::CATALOGS), &words::CATALOGS_TEXT).kid(para(shell::CARE)))
        .into()
}
