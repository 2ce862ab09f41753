//! The ladder: six rungs, the level you are on filled, the target notched.

use yew::Callback;

use crate::assessment::Standing;
use crate::catalog::Step;
use crate::ui::markup::{Tag, tag};
use crate::ui::text::assess;

/// An answer control: what it is called, where it stands, and what an answer does.
pub struct Ladder<'a> {
    /// The name of the radio group.
    pub name: String,
    pub legend: String,
    pub steps: &'a [Step],
    pub standing: Standing,
    /// Marked "not applicable", with or without a reason.
    pub waived: bool,
    pub target: u8,
    pub on_answer: Callback<Standing>,
    /// Numbers alone, in one line.
    pub compact: bool,
}

/// The answer control. The highest level stands on top, as on a ladder.
pub fn ladder(ladder: &Ladder<'_>) -> Tag {
    let levels = (0..ladder.steps.len()).rev();
    tag("fieldset")
        .classes(&[("ladder", true), ("compact", ladder.compact)])
        .kid(tag("legend").text(ladder.legend.clone()))
        .kid(tag("div").class("rungs").kids(levels.map(|level| ladder.rung(level))))
        .kid(ladder.waiver())
}

impl Ladder<'_> {
    fn rung(&self, level: usize) -> Tag {
        let step = self.steps[level];
        let number = u8::try_from(level).unwrap_or(u8::MAX);
        let stands_at = match self.standing {
            Standing::Level(level) if !self.waived => Some(level),
            _ => None,
        };
        let is_target = self.target == number;
        let words = tag("span")
            .class("rung-words")
            .kid(tag("span").class("rung-name").text(step.name))
            .maybe((!self.compact).then(|| tag("span").class("rung-meaning").text(step.meaning)))
            .maybe(is_target.then(|| tag("span").class("rung-target").text(assess::TARGET_HERE)));
        self.choice(number.to_string(), stands_at == Some(number), Standing::Level(number), words).classes(&[
            ("rung", true),
            ("here", stands_at == Some(number)),
            ("below", stands_at.is_some_and(|level| number < level)),
            ("target", is_target),
        ])
    }

    fn waiver(&self) -> Tag {
        let name = if self.compact { assess::NOT_APPLICABLE_SHORT } else { assess::NOT_APPLICABLE };
        let words = tag("span")
            .class("rung-words")
            .kid(tag("span").class("rung-name").text(name))
            .maybe((!self.compact).then(|| tag("span").class("rung-meaning").text(assess::NOT_APPLICABLE_MEANING)));
        let choice = self.choice("–".to_owned(), self.waived, Standing::NotApplicable, words);
        choice.classes(&[("rung", true), ("waive", true), ("here", self.waived)])
    }

    /// A radio button with its number and words.
    fn choice(&self, number: String, checked: bool, standing: Standing, words: Tag) -> Tag {
        let id = format!("{}-{number}", self.name);
        let on_answer = self.on_answer.clone();
        let input = tag("input").id(id.clone()).attr("type", "radio").attr("name", self.name.clone());
        tag("label")
            .attr("for", id)
            .kid(input.checked(checked).on_change(move || on_answer.emit(standing)))
            .kid(tag("span").class("rung-number").text(number))
            .kid(words)
    }
}

/// The ladder as a small picture: rungs filled up to the level, a notch at the target. The numbers stand beside it.
pub fn rungs(max: u8, level: u8, target: u8) -> Tag {
    let rung = |number: u8| {
        let x = i64::from(number) * 11;
        let class = if number <= level { "filled" } else { "empty" };
        let rung = tag("rect").class(class).number("x", x + 1).number("y", 4).number("width", 9).number("height", 10);
        let notch = || tag("path").class("notch").attr("d", format!("M{} 0h7l-3.5 4z", x + 2));
        tag("g").kid(rung).maybe((number == target).then(notch))
    };
    let width = (i64::from(max) + 1) * 11;
    let picture = tag("svg").class("rungs-picture").attr("viewBox", format!("0 0 {width} 15")).attr("aria-hidden", "true");
    picture.number("width", width).number("height", 15).kids((0..=max).map(rung))
}
