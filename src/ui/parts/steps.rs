//! One to four, as filled steps with the word beside them.

use crate::ui::markup::{Tag, tag};
use crate::ui::text::framework;

/// A level from 1 (low) to 4 (very high).
pub fn steps(level: u8) -> Tag {
    let step = |number: u8| {
        let (place, height) = (i64::from(number - 1), i64::from(number) * 3 + 2);
        let class = if number <= level { "filled" } else { "empty" };
        tag("rect").class(class).number("x", place * 8).number("y", 14 - height).number("width", 6).number("height", height)
    };
    let picture =
        tag("svg").attr("viewBox", "0 0 30 14").number("width", 30).number("height", 14).attr("aria-hidden", "true");
    tag("span").class("steps").kid(picture.kids((1..=4).map(step))).text(framework::rung(level))
}
