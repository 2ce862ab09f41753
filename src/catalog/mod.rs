//! Frameworks as data: what a catalog file may say, how it is checked, packed and read.
//!
//! Architecture invariant: catalogs live as long as the page. Packs are decoded once from bytes that are never freed, so
//! every text is a `&'static str` that screens show without copying. Held by `packs_round_trip` in `tests/catalogs.rs`.

mod article;
mod control;
mod edge;
mod framework;
mod hub;
mod library;
mod method;
mod overlay;
mod pack;
mod scale;
mod source;

pub mod check;

pub use article::{Article, Aspect, Aspects, Faq, Point, RequirementText, Source, Texts};
pub use control::{Control, ControlText, ControlTexts, Domain, Effort};
pub use edge::{Direct, DirectPair, DirectRelation, Edge, Edges, Relation};
pub use framework::{Badge, Dimension, Family, Framework, Profile, Requirement, Rollup, ScopeOption, Select, Status};
pub use hub::{ControlSource, CrosswalkSource, DirectSource, DomainSource, EdgeSource, HubSource, PairSource, RowSource};
pub use library::Library;
pub use method::Method;
pub use overlay::{Overlay, OverlayAction, OverlayRow, OverlayRowSource, OverlaySource};
pub use pack::{
    TEXT_PARTS, decode_control_texts, decode_library, decode_texts, encode_control_texts, encode_library, encode_texts,
    text_file,
};
pub use scale::{Scale, Step};
pub use source::FrameworkSource;

/// Gives a text the life of the page. Catalogs are few and stay open, so nothing is lost by never freeing them.
#[must_use]
pub fn keep(text: &str) -> &'static str {
    if text.is_empty() { "" } else { Box::leak(text.to_owned().into_boxed_str()) }
}
