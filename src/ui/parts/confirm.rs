//! A question before something cannot be undone.

use yew::prelude::*;

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
    let yes = props.on_yes.reform(|_: MouseEvent| ());
    let no = props.on_no.reform(|_: MouseEvent| ());
    let cancel = props.on_no.reform(|_: Event| ());
    html! {
        <dialog ref={dialog} class="confirm" aria-labelledby="confirm-title" oncancel={cancel}>
            <h2 id="confirm-title">{ &props.title }</h2>
            <p>{ &props.text }</p>
            <p class="actions">
                <button type="button" class="primary" onclick={no}>{ &props.no }</button>
                <button type="button" class="danger" onclick={yes}>{ &props.yes }</button>
            </p>
        </dialog>
    }
}
