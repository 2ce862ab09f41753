//! A question before something cannot be undone.

use yew::prelude::*;

use crate::ui::markup::{para, tag};

#[derive(PartialEq, Properties)]
pub struct ConfirmProps {
    pub title: AttrValue,
    pub text: AttrValue,
    pub yes: AttrValue,
    pub no: AttrValue,
    pub on_yes: Callback<()>,
    pub on_no: Callback<()>,
}

/// A modal dialog, shown for as long as it stands on the page. Escape says no.
#[component]
pub fn Confirm(props: &ConfirmProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast::<web_sys::HtmlDialogElement>() {
                // It is on the page and not open yet, so it can be opened.
                let _ = dialog.show_modal();
            }
        });
    }
    let (yes, no, cancel) = (props.on_yes.clone(), props.on_no.clone(), props.on_no.clone());
    let button =
        |class: &'static str, words: &AttrValue| tag("button").attr("type", "button").class(class).text(words.clone());
    tag("dialog")
        .node_ref(&dialog)
        .class("confirm")
        .attr("aria-labelledby", "confirm-title")
        .instead(yew::virtual_dom::ListenerKind::oncancel, move || cancel.emit(()))
        .kid(tag("h2").id("confirm-title").text(props.title.clone()))
        .kid(para(props.text.clone()))
        .kid(
            tag("p")
                .class("actions")
                .kid(button("primary", &props.no).on_click(move || no.emit(())))
                .kid(button("danger", &props.yes).on_click(move || yes.emit(()))),
        )
        .into()
}
