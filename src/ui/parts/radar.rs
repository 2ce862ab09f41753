//! A radar of five to twelve sections. The table beside it says the same.

use crate::ui::markup::{Tag, tag};
use crate::ui::text;
use crate::view::SectionRow;

/// How many sections a radar can tell apart.
pub const FITS: std::ops::RangeInclusive<usize> = 5..=12;

/// The length of a spoke, in the units of the picture.
const RADIUS: i64 = 120;

/// The sections as spokes with the target as a dashed outline; nothing when there are too few or too many.
pub fn radar(sections: &[SectionRow], max: u8) -> Option<Tag> {
    let count = sections.len();
    if !FITS.contains(&count) {
        return None;
    }
    let point = |index: usize, thousandths: u64| spoke_point(index, count, thousandths);
    let outline = |class: &'static str, reach: &dyn Fn(&SectionRow) -> u64| {
        let corner = |(index, section): (usize, &SectionRow)| {
            let (x, y) = point(index, reach(section));
            format!("{x},{y}")
        };
        let corners = sections.iter().enumerate().map(corner).collect::<Vec<_>>().join(" ");
        tag("polygon").class(class).attr("points", corners)
    };
    let ring = |level: u8| outline("ring", &|_| u64::from(level) * 1000 / u64::from(max.max(1)));
    let label = |(index, section): (usize, &SectionRow)| {
        let (x, y) = point(index, 1110);
        let anchor = match x {
            -8..=8 => "middle",
            9.. => "start",
            _ => "end",
        };
        tag("text").class("spoke-name").number("x", x).number("y", y + 4).attr("text-anchor", anchor).text(section.id)
    };
    let mark = |(index, section): (usize, &SectionRow)| {
        let (x, y) = point(index, section.meter.mark.unwrap_or(0));
        let unknown = section.meter.mark.is_none();
        let mark = tag("circle").classes(&[("mark", true), ("unknown", unknown)]);
        mark.number("cx", x).number("cy", y).attr("r", "3.5")
    };
    let spoke = |index: usize| {
        let (x, y) = point(index, 1000);
        tag("path").class("spoke").attr("d", format!("M0 0L{x} {y}"))
    };
    let picture = tag("svg")
        .class("radar")
        .attr("viewBox", "-190 -150 380 300")
        .attr("role", "img")
        .attr("aria-label", text::results::SECTIONS)
        .kids((1..=max).map(ring))
        .kids((0..count).map(spoke))
        .kid(outline("target", &|section| section.target))
        .kid(outline("value", &|section| section.meter.mark.unwrap_or(0)))
        .kids(sections.iter().enumerate().map(mark))
        .kids(sections.iter().enumerate().map(label));
    Some(picture)
}

/// A point on a spoke, the first spoke pointing up and the others following clockwise.
///
/// Whole numbers are fine enough for the screen, and keep the mathematics library out of the module: the sine comes from
/// Bhaskara's approximation, which is off by less than 0.2 % of the radius.
fn spoke_point(index: usize, count: usize, thousandths: u64) -> (i64, i64) {
    let degrees = i64::try_from(360 * index / count).unwrap_or(0);
    let reach = RADIUS * i64::try_from(thousandths).unwrap_or(0);
    let along = |per_million: i64| reach * per_million / 1_000_000_000;
    (along(sine(degrees)), -along(sine(degrees + 90)))
}

/// The sine of an angle in degrees, in millionths.
fn sine(degrees: i64) -> i64 {
    let turned = degrees.rem_euclid(360);
    let (half, sign) = if turned < 180 { (turned, 1) } else { (turned - 180, -1) };
    let arch = half * (180 - half);
    sign * 4_000_000 * arch / (40_500 - arch)
}

#[cfg(test)]
mod tests {
    use super::sine;

    #[test]
    fn the_sine_is_close_enough_to_draw() {
        for degrees in -360..720 {
            let exact = (f64::from(degrees)).to_radians().sin();
            let ours = sine(i64::from(degrees)) as f64 / 1_000_000.0;
            assert!((exact - ours).abs() < 0.002, "{degrees}: {exact} {ours}");
        }
    }
}
