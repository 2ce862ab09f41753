//! Sections with their scores: the table behind every picture of them.

use super::{Size, range_bar};
use crate::ui::markup::{Tag, tag};
use crate::ui::text::{self, results};
use crate::view::SectionRow;

/// A row for each section; `nested` indents them by their depth in the tree.
pub fn section_table(sections: &[SectionRow], caption: &'static str, nested: bool) -> Tag {
    let head = |class: &'static str, words: &'static str| tag("th").attr("scope", "col").class(class).text(words);
    let heads = tag("tr")
        .kid(head("", results::SECTION))
        .kid(head("bar", results::RANGE))
        .kid(head("number", results::MATURITY))
        .kid(head("number", results::COVERAGE));
    tag("table")
        .class("sections")
        .kid(tag("caption").class("visually-hidden").text(caption))
        .kid(tag("thead").kid(heads))
        .kid(tag("tbody").kids(sections.iter().map(|section| row(section, nested))))
}

fn row(section: &SectionRow, nested: bool) -> Tag {
    let meter = &section.meter;
    let depth = if nested { format!("depth-{}", section.depth.min(4)) } else { String::new() };
    let title =
        tag("th").attr("scope", "row").kid(tag("span").class("id").text(section.id)).text(format!(" {}", section.title));
    let value = meter.tenths.map_or_else(|| "–".to_owned(), text::tenths);
    tag("tr")
        .key(section.id)
        .attr("class", depth)
        .kid(title)
        .kid(tag("td").class("bar").kid(range_bar(meter, Some(section.target), Size::Small)))
        .kid(tag("td").class("number").text(value))
        .kid(tag("td").class("number quiet").text(format!("{}/{}", meter.answered, meter.applicable)))
}
