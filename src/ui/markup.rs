//! Elements, written as calls.
//!
//! Yew's `html!` unrolls every element where it stands, some 300 bytes of code each; a chain of calls takes about 50. The
//! whole interface is written this way and keeps to its size budget for it; `html!` only mounts components.
//!
//! ```text
//! tag("p").class("lead").text(home::LEAD)
//! tag("ul").kids(gaps.iter().map(|gap| tag("li").key(gap.id).text(gap.title)))
//! ```
//!
//! Children keep their places: [`Tag::maybe`] holds the place of what is not there, and [`Tag::kids`] puts a list into one
//! place, so that nothing beside it is taken for something else when it grows.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Event, File, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::virtual_dom::{Key, Listener, ListenerKind, VList, VNode, VTag, VText};
use yew::{AttrValue, Html, NodeRef};

/// An element being written.
pub struct Tag(Rc<VTag>);

/// Begins an element.
#[inline(never)]
pub fn tag(name: &'static str) -> Tag {
    Tag(Rc::new(VTag::new(name)))
}

/// A link to a place in the app or outside it.
#[inline(never)]
pub fn link(href: String, text: &str) -> Tag {
    tag("a").attr("href", href).text(text.to_owned())
}

/// A paragraph.
#[inline(never)]
pub fn para(text: impl Into<AttrValue>) -> Tag {
    tag("p").text(text)
}

/// Nothing, in its place.
#[inline(never)]
pub fn nothing() -> Html {
    VNode::VList(Rc::new(VList::new()))
}

/// Several nodes in one place.
pub fn list<N: Into<Html>>(nodes: impl IntoIterator<Item = N>) -> Html {
    let mut list = VList::new();
    nodes.into_iter().for_each(|node| list.add_child(node.into()));
    VNode::VList(Rc::new(list))
}

impl Tag {
    /// No class at all when empty.
    #[inline(never)]
    pub fn class(self, class: &'static str) -> Self {
        if class.is_empty() { self } else { self.set("class", class.into()) }
    }

    /// The classes whose condition holds.
    #[inline(never)]
    pub fn classes(self, classes: &[(&'static str, bool)]) -> Self {
        let holding = classes.iter().filter(|(class, holds)| *holds && !class.is_empty());
        let joined = holding.map(|(class, _)| *class).collect::<Vec<_>>().join(" ");
        self.set("class", joined.into())
    }

    pub fn id(self, id: impl Into<AttrValue>) -> Self {
        self.set("id", id.into())
    }

    pub fn attr(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.set(name, value.into())
    }

    /// A number as an attribute, as SVG has many.
    #[inline(never)]
    pub fn number(self, name: &'static str, value: i64) -> Self {
        self.set(name, value.to_string().into())
    }

    /// An attribute that is there or not.
    #[inline(never)]
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        if on { self.set(name, AttrValue::Static("")) } else { self }
    }

    /// Marks the current one of several links.
    #[inline(never)]
    pub fn current(self, kind: &'static str, on: bool) -> Self {
        if on { self.set("aria-current", kind.into()) } else { self }
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: AttrValue) -> Self {
        self.open().add_attribute(name, value);
        self
    }

    /// Tells the entries of a list apart; every entry has one or none has.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.open().key = Some(Key::from(key.to_owned()));
        self
    }

    #[inline(never)]
    pub fn node_ref(mut self, node: &NodeRef) -> Self {
        self.open().node_ref = node.clone();
        self
    }

    /// What stands in an input or a text area.
    #[inline(never)]
    pub fn value(mut self, value: &str) -> Self {
        self.open().set_value(Some(AttrValue::from(value.to_owned())));
        self
    }

    /// Whether a radio button or checkbox is chosen.
    #[inline(never)]
    pub fn checked(mut self, on: bool) -> Self {
        self.open().set_checked(on);
        self
    }

    pub fn text(self, text: impl Into<AttrValue>) -> Self {
        self.put(VNode::VText(VText::new(text.into())))
    }

    pub fn kid(self, kid: impl Into<Html>) -> Self {
        self.put(kid.into())
    }

    /// A list, in one place.
    pub fn kids<N: Into<Html>>(self, kids: impl IntoIterator<Item = N>) -> Self {
        self.put(list(kids))
    }

    /// Something that may not be there, in its place.
    pub fn maybe<N: Into<Html>>(self, kid: Option<N>) -> Self {
        self.put(kid.map_or_else(nothing, Into::into))
    }

    #[inline(never)]
    fn put(mut self, kid: VNode) -> Self {
        self.open().add_child(kid);
        self
    }

    pub fn on_click(self, handle: impl Fn() + 'static) -> Self {
        self.on(ListenerKind::onclick, Rc::new(move |_| handle()))
    }

    /// A radio button, checkbox or list has been changed.
    pub fn on_change(self, handle: impl Fn() + 'static) -> Self {
        self.on(ListenerKind::onchange, Rc::new(move |_| handle()))
    }

    /// An entry of a list has been chosen; it gets the value.
    pub fn on_choose(self, handle: impl Fn(String) + 'static) -> Self {
        self.on(ListenerKind::onchange, Rc::new(move |event| handle(value_of(&event))))
    }

    /// A file has been chosen.
    pub fn on_file(self, handle: impl Fn(File) + 'static) -> Self {
        self.on(
            ListenerKind::onchange,
            Rc::new(move |event| {
                let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
                if let Some(file) = input.and_then(|input| input.files()?.get(0)) {
                    handle(file);
                }
            }),
        )
    }

    /// Somebody types into a field; it gets the whole text.
    pub fn on_input(self, handle: impl Fn(String) + 'static) -> Self {
        self.on(ListenerKind::oninput, Rc::new(move |event| handle(value_of(&event))))
    }

    /// An event that does nothing else: a form is not sent, a link is not followed.
    pub fn instead(self, kind: ListenerKind, handle: impl Fn() + 'static) -> Self {
        self.on(
            kind,
            Rc::new(move |event| {
                event.prevent_default();
                handle();
            }),
        )
    }

    #[inline(never)]
    fn on(mut self, kind: ListenerKind, handle: Rc<dyn Fn(Event)>) -> Self {
        self.open().add_listener(Rc::new(On { kind, handle }));
        self
    }

    fn open(&mut self) -> &mut VTag {
        Rc::make_mut(&mut self.0)
    }
}

impl From<Tag> for Html {
    fn from(tag: Tag) -> Self {
        VNode::VTag(tag.0)
    }
}

struct On {
    kind: ListenerKind,
    handle: Rc<dyn Fn(Event)>,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: Event) {
        (self.handle)(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

/// What stands in the field an event comes from.
fn value_of(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        return area.value();
    }
    if let Some(list) = target.dyn_ref::<HtmlSelectElement>() {
        return list.value();
    }
    target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default()
}
