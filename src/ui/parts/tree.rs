//! The requirement tree of an assessment, on its plumb line.

use yew::prelude::*;

use crate::assessment::Standing;
use crate::ui::route::Route;
use crate::ui::text::assess;
use crate::view::{Entry, Mark};

/// Groups are always shown; requirements only in the group that is open.
pub fn tree(entries: &[Entry], assessment: &str, framework: &str) -> Html {
    let open = open_group(entries);
    let here = entries.iter().position(|entry| entry.current);
    let line = |(index, entry): (usize, &Entry)| {
        let class = classes!(
            "branch",
            format!("depth-{}", entry.depth.min(4)),
            matches!(entry.mark, Mark::Leaf(_)).then_some("leaf"),
            entry.on_path.then_some("on-path"),
            entry.current.then_some("current"),
            here.is_some_and(|here| index <= here).then_some("above")
        );
        let href = Route::assess(assessment, framework, entry.leads_to).href();
        html! {
            <li class={class} key={entry.id}>
                <a href={href} aria-current={entry.current.then_some("step")}>
                    <span class="id">{ entry.id }</span>
                    <span class="branch-title">{ entry.title }</span>
                    { mark(entry.mark) }
                </a>
            </li>
        }
    };
    html! {
        <ol class="tree">
            { for entries.iter().enumerate().filter(|(index, entry)| shown(*index, entry, &open)).map(line) }
        </ol>
    }
}

/// The run of entries below the deepest group on the path.
fn open_group(entries: &[Entry]) -> std::ops::Range<usize> {
    let Some(group) = entries.iter().rposition(|entry| entry.on_path && matches!(entry.mark, Mark::Group { .. })) else {
        return 0..entries.len();
    };
    let depth = entries[group].depth;
    let end = entries[group + 1..].iter().position(|entry| entry.depth <= depth).map_or(entries.len(), |run| group + 1 + run);
    group..end
}

fn shown(index: usize, entry: &Entry, open: &std::ops::Range<usize>) -> bool {
    matches!(entry.mark, Mark::Group { .. }) || open.contains(&index)
}

fn mark(mark: Mark) -> Html {
    match mark {
        Mark::Group { answered, applicable } => {
            let class = if answered == applicable { "count full" } else { "count" };
            html! {
                <span class={class}>
                    <span aria-hidden="true">{ format!("{answered}/{applicable}") }</span>
                    <span class="visually-hidden">{ assess::answered(answered, applicable) }</span>
                </span>
            }
        }
        Mark::Leaf(Standing::Level(level)) => html! { <span class={format!("dot level-{level}")}>{ level }</span> },
        Mark::Leaf(Standing::NotApplicable) => html! {
            <span class="dot waived"><abbr title={assess::NOT_APPLICABLE}>{ "–" }</abbr></span>
        },
        Mark::Leaf(Standing::Unanswered) => html! {
            <span class="dot open"><span class="visually-hidden">{ assess::UNANSWERED }</span></span>
        },
    }
}
