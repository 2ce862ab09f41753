//! The requirement tree of an assessment, on its plumb line.

use crate::assessment::Standing;
use crate::ui::markup::{Tag, tag};
use crate::ui::route::Route;
use crate::ui::text::assess;
use crate::view::{Entry, Mark};

const DEPTHS: [&str; 5] = ["depth-0", "depth-1", "depth-2", "depth-3", "depth-4"];
const DOTS: [&str; 6] = ["dot level-0", "dot level-1", "dot level-2", "dot level-3", "dot level-4", "dot level-5"];

/// Groups are always shown; requirements only in the group that is open.
pub fn tree(entries: &[Entry], assessment: &str, framework: &str) -> Tag {
    let open = open_group(entries);
    let here = entries.iter().position(|entry| entry.current);
    let branch = |(index, entry): (usize, &Entry)| {
        let href = Route::assess(assessment, framework, entry.leads_to).href();
        let link = tag("a")
            .attr("href", href)
            .current("step", entry.current)
            .kid(tag("span").class("id").text(entry.id))
            .kid(tag("span").class("branch-title").text(entry.title))
            .kid(mark(entry.mark));
        tag("li").key(entry.id).kid(link).classes(&[
            ("branch", true),
            (depth(entry.depth), true),
            ("leaf", matches!(entry.mark, Mark::Leaf(_))),
            ("on-path", entry.on_path),
            ("current", entry.current),
            ("above", here.is_some_and(|here| index <= here)),
        ])
    };
    let shown =
        entries.iter().enumerate().filter(|(index, entry)| matches!(entry.mark, Mark::Group { .. }) || open.contains(index));
    tag("ol").class("tree").kids(shown.map(branch))
}

/// The class that indents an entry of a tree.
pub fn depth(depth: u8) -> &'static str {
    DEPTHS[usize::from(depth.min(4))]
}

/// The run of entries below the deepest group on the path.
fn open_group(entries: &[Entry]) -> std::ops::Range<usize> {
    let Some(group) = entries.iter().rposition(|entry| entry.on_path && matches!(entry.mark, Mark::Group { .. })) else {
        return 0..entries.len();
    };
    let depth = entries[group].depth;
    let end =
        entries[group + 1..].iter().position(|entry| entry.depth <= depth).map_or(entries.len(), |run| group + 1 + run);
    group..end
}

fn mark(mark: Mark) -> Tag {
    let hidden = |words: String| tag("span").class("visually-hidden").text(words);
    match mark {
        Mark::Group { answered, applicable } => tag("span")
            .classes(&[("count", true), ("full", answered == applicable)])
            .kid(tag("span").attr("aria-hidden", "true").text(format!("{answered}/{applicable}")))
            .kid(hidden(assess::answered(answered, applicable))),
        Mark::Leaf(Standing::Level(level)) => tag("span").class(DOTS[usize::from(level.min(5))]).text(level.to_string()),
        Mark::Leaf(Standing::NotApplicable) => {
            let dash = tag("span").attr("aria-hidden", "true").text("–");
            tag("span").class("dot waived").kid(dash).kid(hidden(assess::NOT_APPLICABLE.to_owned()))
        }
        Mark::Leaf(Standing::Unanswered) => tag("span").class("dot open").kid(hidden(assess::UNANSWERED.to_owned())),
    }
}
