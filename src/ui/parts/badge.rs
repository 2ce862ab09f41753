//! Whether a framework is law or choice.

use crate::catalog::Badge;
use crate::ui::markup::{Tag, tag};
use crate::ui::text;

/// The mark of a law, or of a choice.
pub fn badge_mark(badge: Badge) -> Tag {
    let class = match badge {
        Badge::Voluntary => "badge voluntary",
        Badge::Mandatory => "badge mandatory",
    };
    tag("span").class(class).text(text::badge(badge))
}
