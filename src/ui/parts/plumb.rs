//! The drawing on the home page: a plumb line beside a scale of six levels.

use crate::ui::markup::{Tag, tag};
use crate::ui::text::home;

/// The drawing, with its words for those who do not see it.
pub fn plumb_drawing() -> Tag {
    let path = |class: &'static str, d: &'static str| tag("path").class(class).attr("d", d);
    tag("svg")
        .class("drawing")
        .attr("viewBox", "0 0 260 360")
        .attr("role", "img")
        .attr("aria-label", home::PLUMB)
        .kid(path("drawing-rule", "M56 24V316"))
        .kids((0..6).map(tick))
        .kid(path("drawing-true", "M160 0V348"))
        .kid(path("drawing-lean", "M160 0L196 348"))
        .kid(path("drawing-arc", "M160 326A326 326 0 0 0 193.7 324.3"))
        .kid(path("drawing-reach", "M80 196H152"))
        .kid(path("drawing-notch", "M92 138l10 6-10 6z"))
        .kid(path("drawing-line", "M160 0V118"))
        .kid(path(
            "drawing-bob",
            "M154 118h12v9h-12zM149 127h22v9c0 5 7 8 7 15 0 13-13 20-18 45-5-25-18-32-18-45 0-7 7-10 7-15z",
        ))
}

fn tick(level: i64) -> Tag {
    let y = 300 - level * 52;
    let length = if level % 5 == 0 { 92 } else { 80 };
    let number = tag("text").class("drawing-number").number("x", 44).number("y", y + 5).attr("text-anchor", "end");
    tag("g")
        .kid(tag("path").class("drawing-tick").attr("d", format!("M56 {y}H{length}")))
        .kid(number.text(level.to_string()))
}
