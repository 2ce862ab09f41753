//! The Statement of Applicability, as an auditor asks for it.

use yew::Callback;

use super::{heading, id_and_title};
use crate::assessment::{Action, Document, Field};
use crate::catalog::Framework;
use crate::ui::markup::{Tag, link, para, tag};
use crate::ui::parts::{Glyph, icon};
use crate::ui::route::Route;
use crate::ui::text::{results, statement as words};
use crate::ui::{Deed, World, dom};
use crate::view::{self, StatementRow};

/// The statement of a framework that has an annex of controls; none for others.
pub fn statement_page(world: &World, document: &Document, framework: &'static Framework) -> Option<Tag> {
    let view = view::statement(framework, document)?;
    let on_act = {
        let (state, assessment) = (world.state.clone(), document.id.clone());
        Callback::from(move |action: Action| state.dispatch(Deed::Act { assessment: assessment.clone(), action }))
    };
    let print = tag("button").attr("type", "button").kid(icon(Glyph::Print)).text(results::PRINT).on_click(dom::print);
    let back = link(Route::results(&document.id, framework.id).href(), words::BACK).class("button");
    let head = |words: &'static str| tag("th").attr("scope", "col").text(words);
    let heads = [words::CONTROL, words::APPLICABLE, words::JUSTIFICATION, words::IMPLEMENTED, words::EVIDENCE].map(head);
    let missing = (view.unjustified > 0).then(|| para(words::unjustified(view.unjustified)).class("reading"));
    let table = tag("table")
        .class("statement")
        .kid(tag("caption").class("visually-hidden").text(view.annex))
        .kid(tag("thead").kid(tag("tr").kids(heads)))
        .kid(tag("tbody").kids(view.rows.iter().map(|row| self::row(framework, row, &on_act))));
    Some(
        tag("div")
            .class("results statement-page")
            .kid(
                tag("header")
                    .class("results-head")
                    .kid(para(document.name().to_owned()).class("kicker"))
                    .kid(heading(words::title(framework.profile.short)))
                    .kid(para(words::LEAD).class("lead"))
                    .kid(tag("p").class("actions").kid(back).kid(print)),
            )
            .maybe(missing)
            .kid(table),
    )
}

fn row(framework: &'static Framework, row: &StatementRow, on_act: &Callback<Action>) -> Tag {
    let cell = |label: &'static str, said: String| tag("td").attr("data-label", label).text(said);
    tag("tr")
        .key(row.id)
        .kid(id_and_title(tag("th").attr("scope", "row"), row.id, row.title))
        .kid(cell(words::APPLICABLE, if row.applicable { words::YES } else { words::NO }.to_owned()))
        .kid(justification(framework, row, on_act))
        .kid(cell(words::IMPLEMENTED, words::implemented(row.implemented).to_owned()))
        .kid(cell(words::EVIDENCE, row.evidence.clone()))
}

/// Why a control is applied, to be written here; why it is left out is written beside the answer.
fn justification(framework: &'static Framework, row: &StatementRow, on_act: &Callback<Action>) -> Tag {
    let cell = tag("td").attr("data-label", words::JUSTIFICATION);
    if !row.applicable {
        return cell.text(row.justification.clone());
    }
    let (on_act, id) = (on_act.clone(), row.id);
    let write = move |text: String| {
        let (framework, requirement) = (framework.id.to_owned(), id.to_owned());
        on_act.emit(Action::Remark { framework, requirement, field: Field::Justification, text });
    };
    let field = tag("textarea").class("justification").attr("rows", "1").attr("aria-label", words::why(row.id));
    cell.kid(field.value(&row.justification).on_input(write))
}
