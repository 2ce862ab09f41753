//! Fields to write in, each with its label.

use yew::Callback;

use crate::ui::markup::{Tag, tag};

/// A field of several lines, with a hint where there is one.
pub fn text_field(id: &str, label: &'static str, hint: &'static str, value: &str, on_write: Callback<String>) -> Tag {
    let hint_id = (!hint.is_empty()).then(|| format!("{id}-hint"));
    let mut area =
        tag("textarea").id(id.to_owned()).attr("rows", "2").value(value).on_input(move |text| on_write.emit(text));
    if let Some(hint_id) = &hint_id {
        area = area.attr("aria-describedby", hint_id.clone());
    }
    tag("div")
        .class("field")
        .kid(tag("label").attr("for", id.to_owned()).text(label))
        .maybe(hint_id.map(|hint_id| tag("span").class("hint").id(hint_id).text(hint)))
        .kid(area)
}

/// A field of one line; `kind` is the type of the input.
pub fn line_field(id: &str, label: &'static str, kind: &'static str, value: &str, on_write: Callback<String>) -> Tag {
    let input = tag("input").id(id.to_owned()).attr("type", kind).attr("autocomplete", "off").value(value);
    tag("p")
        .class("field")
        .kid(tag("label").attr("for", id.to_owned()).text(label))
        .kid(input.on_input(move |text| on_write.emit(text)))
}
