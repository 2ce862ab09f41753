//! The range bar: the score as a mark, its range as a line, the levels as ticks.

use crate::ui::markup::{Tag, tag};
use crate::ui::text;
use crate::view::Meter;

/// How large the bar is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// With the numbers of the levels.
    Full,
    /// In a line of text or a table.
    Small,
}

const BOB: &str = "M-5 9h10v5c0 2 2 3 2 5 0 4-4 7-7 13-3-6-7-9-7-13 0-2 2-3 2-5z";

/// A picture of a score, with the target in thousandths of the scale where there is one.
///
/// Its words are its label, so nothing depends on seeing it.
pub fn range_bar(meter: &Meter, target: Option<u64>, size: Size) -> Tag {
    let small = size == Size::Small;
    let (top, height) = if small { (8, 16) } else { (16, 50) };
    let line = |class: &'static str, from: u64, to: u64| {
        let line = tag("line").class(class).attr("x1", percent(from)).attr("x2", percent(to));
        line.number("y1", top).number("y2", top)
    };
    let at = |thousandths: u64, mark: Tag| tag("svg").attr("x", percent(thousandths)).attr("overflow", "visible").kid(mark);
    let ticks = (0..=meter.max).map(|level| tick(level, meter.max, top, small));
    let range = meter.range.filter(|(low, high)| high > low).map(|(low, high)| line("range", low, high));
    let notch = || tag("path").class("notch").attr("d", format!("M-5 {}h10l-5 7z", top - 12));
    let mark = || match size {
        Size::Small => tag("circle").class("mark").number("cx", 0).number("cy", top).attr("r", "4.5"),
        Size::Full => tag("path").class("mark").attr("d", BOB),
    };
    tag("svg")
        .classes(&[("range-bar", true), ("small", small)])
        .attr("width", "100%")
        .number("height", height)
        .attr("role", "img")
        .attr("aria-label", text::meter(meter))
        .kid(line("scale", 0, 1000))
        .kids(ticks)
        .maybe(range)
        .maybe(target.map(|target| at(target, notch())))
        .maybe(meter.mark.map(|place| at(place, mark())))
}

/// A tick of the scale, with its number where there is room.
fn tick(level: u8, max: u8, top: i64, small: bool) -> Tag {
    let place = percent(u64::from(level) * 1000 / u64::from(max.max(1)));
    let line = tag("line").class("tick").attr("x1", place.clone()).attr("x2", place.clone());
    let number = || {
        let end = [("tick-number", true), ("first", level == 0), ("last", level == max)];
        tag("text").classes(&end).attr("x", place).number("y", 46).text(level.to_string())
    };
    tag("g").kid(line.number("y1", top - 4).number("y2", top + 4)).maybe((!small).then(number))
}

fn percent(thousandths: u64) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}
