//! Sections with their scores: the table behind every picture of them.

use yew::prelude::*;

use super::{Size, range_bar};
use crate::ui::text::{self, assess, results};
use crate::view::SectionRow;

/// A row for each section; `nested` indents them by their depth in the tree.
pub fn section_table(sections: &[SectionRow], caption: &'static str, nested: bool) -> Html {
    let row = |section: &SectionRow| {
        let meter = section.meter;
        let depth = if nested { format!("depth-{}", section.depth.min(4)) } else { String::new() };
        html! {
            <tr key={section.id} class={depth}>
                <th scope="row"><span class="id">{ section.id }</span>{ " " }{ section.title }</th>
                <td class="bar">{ range_bar(&meter, Some(section.target), Size::Small) }</td>
                <td class="number">{ meter.tenths.map_or_else(|| "–".to_owned(), text::tenths) }</td>
                <td class="number quiet">{ format!("{}/{}", meter.answered, meter.applicable) }</td>
            </tr>
        }
    };
    html! {
        <table class="sections">
            <caption class="visually-hidden">{ caption }</caption>
            <thead>
                <tr>
                    <th scope="col">{ results::SECTION }</th>
                    <th scope="col" class="bar">{ results::RANGE }</th>
                    <th scope="col" class="number">{ results::MATURITY }</th>
                    <th scope="col" class="number"><abbr title={assess::ANSWERED}>{ results::COVERAGE }</abbr></th>
                </tr>
            </thead>
            <tbody>{ for sections.iter().map(row) }</tbody>
        </table>
    }
}
