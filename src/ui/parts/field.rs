//! Fields to write in, each with its label.

use yew::prelude::*;

use crate::ui::dom;

/// A field of several lines, with a hint where there is one.
pub fn text_field(id: &str, label: &'static str, hint: &'static str, value: &str, on_write: Callback<String>) -> Html {
    let write = on_write.reform(|event: InputEvent| dom::typed(&event));
    let hint_id = (!hint.is_empty()).then(|| format!("{id}-hint"));
    html! {
        <div class="field">
            <label for={id.to_owned()}>{ label }</label>
            if let Some(hint_id) = hint_id.clone() {
                <span class="hint" id={hint_id}>{ hint }</span>
            }
            <textarea id={id.to_owned()} rows="2" value={value.to_owned()} oninput={write} aria-describedby={hint_id} />
        </div>
    }
}

/// A field of one line; `kind` is the type of the input.
pub fn line_field(id: &str, label: &'static str, kind: &'static str, value: &str, on_write: Callback<String>) -> Html {
    let write = on_write.reform(|event: InputEvent| dom::typed(&event));
    html! {
        <p class="field">
            <label for={id.to_owned()}>{ label }</label>
            <input id={id.to_owned()} type={kind} value={value.to_owned()} oninput={write} autocomplete="off" />
        </p>
    }
}
