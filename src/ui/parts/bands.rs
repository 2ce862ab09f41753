//! Overlap in three bands: full is solid, partial is hatched, none is empty. In grey as in colour.

use crate::crosswalk::Band;
use crate::ui::markup::{Tag, tag};
use crate::ui::text::atlas as words;
use crate::view::{Bands, Direction, FlowRow};

/// The pattern that the pictures of a page are hatched with; once on every page that has one.
pub fn hatching() -> Tag {
    let line = tag("path").class("hatch-line").attr("d", "M-1 1l2-2M0 6l6-6M5 7l2-2");
    let pattern =
        tag("pattern").id("hatch").number("width", 6).number("height", 6).attr("patternUnits", "userSpaceOnUse").kid(line);
    tag("svg")
        .class("hatching")
        .attr("aria-hidden", "true")
        .number("width", 0)
        .number("height", 0)
        .kid(tag("defs").kid(pattern))
}

/// The three bands in one bar; `words` say what it shows.
pub fn band_bar(bands: Bands, words: String) -> Tag {
    let total = bands.total().max(1);
    let width = |count: usize| format!("{}.{}%", count * 1000 / total / 10, count * 1000 / total % 10);
    let part = |class: &'static str, from: usize, count: usize| {
        tag("rect").class(class).attr("x", width(from)).attr("width", width(count)).attr("height", "100%")
    };
    tag("svg")
        .class("band-bar")
        .attr("role", "img")
        .attr("aria-label", words)
        .kid(tag("rect").class("band-none").attr("width", "100%").attr("height", "100%"))
        .kid(part("band-full", 0, bands.full))
        .kid(part("band-partial", bands.full, bands.partial))
}

/// The band of one requirement, as a mark with its word for those who do not see it.
pub fn band_mark(band: Band) -> Tag {
    let (class, word) = match band {
        Band::Full => ("band-mark band-full", words::FULL),
        Band::Partial => ("band-mark band-partial", words::PARTIAL),
        Band::None => ("band-mark band-none", words::NEW),
    };
    let square = tag("rect").attr("x", "1").attr("y", "1").attr("width", "12").attr("height", "12");
    let picture = tag("svg").class(class).attr("viewBox", "0 0 14 14").attr("aria-hidden", "true").kid(square);
    tag("span").class("band-word").kid(picture).kid(tag("span").class("visually-hidden").text(format!("{word}: ")))
}

/// A strength from 1 to 10 as a short bar with its number.
pub fn strength_mark(strength: u8) -> Tag {
    let number = i64::from(strength);
    let bar = tag("rect").class("band-full").number("width", number * 4).number("height", 6);
    let rest = tag("rect").class("band-none").number("width", 40).number("height", 6);
    let picture = tag("svg").class("strength").attr("viewBox", "0 0 40 6").attr("aria-hidden", "true").kid(rest).kid(bar);
    tag("span").class("strength-mark").kid(picture).text(words::strength(strength))
}

/// The height of the flow picture, in its units; its width is 1000.
const HEIGHT: usize = 420;
/// Between two sections.
const SPACE: usize = 4;

/// Sections on the left flow into sections on the right, as broad as the pairs between them are many.
pub fn flow_picture(direction: &Direction, flows: &[FlowRow]) -> Tag {
    let weight = |flow: &FlowRow| flow.full * 2 + flow.partial;
    let total: usize = flows.iter().map(weight).sum::<usize>().max(1);
    let ends = |side: fn(&FlowRow) -> usize| {
        let mut ends: Vec<(usize, usize)> = Vec::new();
        for flow in flows {
            match ends.binary_search_by_key(&side(flow), |(index, _)| *index) {
                Ok(place) => ends[place].1 += weight(flow),
                Err(place) => ends.insert(place, (side(flow), weight(flow))),
            }
        }
        ends
    };
    let (left, right) = (ends(|flow| flow.from), ends(|flow| flow.to));
    let room = |count: usize| HEIGHT.saturating_sub(SPACE * count.saturating_sub(1)).max(1);
    let scale = room(left.len()).min(room(right.len()));
    let mut tops = [stack(&left, scale, total), stack(&right, scale, total)];
    let blocks = |ends: &[(usize, usize)], tops: &[(usize, usize)], x: i64, class: &'static str| {
        let block = |(end, top): (&(usize, usize), &(usize, usize))| {
            tag("rect")
                .class(class)
                .number("x", x)
                .number("y", whole(top.1))
                .number("width", 10)
                .number("height", whole((end.1 * scale / total).max(1)))
        };
        ends.iter().zip(tops).map(block).collect::<Vec<_>>()
    };
    let label =
        |top: &(usize, usize), end: &(usize, usize), framework: &crate::catalog::Framework, x: i64, anchor: &'static str| {
            let middle = top.1 + end.1 * scale / total / 2;
            let text =
                tag("text").class("flow-name").number("x", x).number("y", whole(middle) + 4).attr("text-anchor", anchor);
            text.text(framework.requirements[end.0].id)
        };
    let left_blocks = blocks(&left, &tops[0], 120, "flow-a");
    let right_blocks = blocks(&right, &tops[1], 870, "flow-b");
    let names: Vec<Tag> = tops[0]
        .iter()
        .zip(&left)
        .map(|(top, end)| label(top, end, direction.from, 112, "end"))
        .chain(tops[1].iter().zip(&right).map(|(top, end)| label(top, end, direction.to, 888, "start")))
        .collect();
    let ribbon = |flow: &FlowRow| {
        let height = weight(flow) * scale / total;
        let [from, to] = &mut tops;
        let (left, right) = (take(from, flow.from, height), take(to, flow.to, height));
        let (left_end, right_end) = (left + height.max(1), right + height.max(1));
        let path = format!(
            "M130 {left}C500 {left} 500 {right} 870 {right}V{right_end}C500 {right_end} 500 {left_end} 130 {left_end}z"
        );
        let class = if flow.full * 2 >= flow.partial { "ribbon mostly-full" } else { "ribbon" };
        tag("path").class(class).attr("d", path)
    };
    let ribbons: Vec<Tag> = flows.iter().map(ribbon).collect();
    tag("svg")
        .class("flow-picture")
        .attr("viewBox", format!("0 -4 1000 {}", HEIGHT + 8))
        .attr("role", "img")
        .attr("aria-label", words::flow_reading(direction, flows))
        .kids(ribbons)
        .kids(left_blocks)
        .kids(right_blocks)
        .kids(names)
}

/// Where each block begins.
fn stack(ends: &[(usize, usize)], scale: usize, total: usize) -> Vec<(usize, usize)> {
    let mut top = 0;
    let place = |(index, weight): &(usize, usize)| {
        let here = (*index, top);
        top += weight * scale / total + SPACE;
        here
    };
    ends.iter().map(place).collect()
}

/// Takes the next stretch of a block.
fn take(tops: &mut [(usize, usize)], index: usize, height: usize) -> usize {
    let Ok(place) = tops.binary_search_by_key(&index, |(known, _)| *known) else { return 0 };
    let top = tops[place].1;
    tops[place].1 += height;
    top
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
