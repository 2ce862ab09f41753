//! Answers as assessment results, as a component definition, and gaps as a plan of action and milestones.

use serde_json::{Value, json};

use super::{NAMESPACE, VERSION, is_date, metadata, moment, or, props, put, put_text, token, uuid};
use crate::exchange::State;
use crate::exchange::write::{PlanRow, Report, ReportAnswer, ReportFramework, ReportStanding};

/// A result for each framework, a finding for each requirement that is answered or does not apply.
pub(crate) fn results(report: &Report) -> Value {
    let name = format!("assessment-results/{}/{}", report.assessment, report.date);
    let plan = uuid(&format!("{name}/plan"));
    let mut results = json!({
        "uuid": uuid(&name),
        "metadata": metadata(&report.assessment, &report.date, VERSION),
        "import-ap": { "href": format!("#{plan}") },
        "back-matter": { "resources": [{ "uuid": plan, "title": "Self-assessment without an assessment plan" }] },
    });
    put(&mut results, "results", report.frameworks.iter().map(|framework| result(framework, report, &name)).collect());
    json!({ "assessment-results": results })
}

fn result(framework: &ReportFramework, report: &Report, name: &str) -> Value {
    let name = format!("{name}/{}", framework.id);
    let ids: Vec<Value> =
        framework.answers.iter().map(|answer| json!({ "control-id": token(&answer.requirement) })).collect();
    let mut selection = json!({ "description": "Every requirement in scope." });
    put(&mut selection, "include-controls", ids);
    let mut result = json!({
        "uuid": uuid(&name),
        "title": or(&framework.title, &framework.id),
        "description": format!("Self-assessment of {}", or(&report.organisation, "the organisation")),
        "start": moment(&report.date),
        "reviewed-controls": { "control-selections": [selection] },
        "props": props(&[
            ("framework", framework.id.clone()),
            ("scale", format!("0-{}", framework.levels.len().saturating_sub(1))),
        ]),
    });
    let (mut observations, mut findings) = (Vec::new(), Vec::new());
    for answer in framework.answers.iter().filter(|answer| answer.standing != ReportStanding::Unanswered) {
        let name = format!("{name}/{}", answer.requirement);
        let mut finding = finding(answer, &name);
        if !answer.evidence.trim().is_empty() {
            let id = uuid(&format!("{name}/observation"));
            observations.push(json!({
                "uuid": id,
                "description": answer.evidence,
                "methods": ["EXAMINE"],
                "collected": moment(&report.date),
            }));
            finding["related-observations"] = json!([{ "observation-uuid": id }]);
        }
        findings.push(finding);
    }
    put(&mut result, "observations", observations);
    put(&mut result, "findings", findings);
    result
}

fn finding(answer: &ReportAnswer, name: &str) -> Value {
    let state = answer.state();
    let satisfied = matches!(state, State::Met | State::NotApplicable);
    let mut finding = json!({
        "uuid": uuid(name),
        "title": or(&answer.title, &answer.requirement),
        "description": format!("{}: {}", answer.requirement, state_name(state)),
        "props": properties(answer),
        "target": {
            "type": "objective-id",
            "target-id": token(&answer.requirement),
            "status": { "state": if satisfied { "satisfied" } else { "not-satisfied" } },
        },
    });
    put_text(&mut finding, "remarks", &answer.note);
    finding
}

/// What OSCAL has no field for, as properties of our own.
fn properties(answer: &ReportAnswer) -> Vec<Value> {
    let number = |number: Option<u8>| number.map_or(String::new(), |number| number.to_string());
    props(&[
        ("requirement-id", answer.requirement.clone()),
        ("state", state_name(answer.state()).to_owned()),
        ("level", number(answer.level)),
        ("target", number(answer.target)),
        ("owner", answer.owner.clone()),
        ("due", answer.due.clone()),
    ])
}

fn state_name(state: State) -> &'static str {
    match state {
        State::Met => "met",
        State::Partial => "partial",
        State::NotMet => "not-met",
        State::NotApplicable => "not-applicable",
        State::NotAssessed => "not-assessed",
    }
}

/// An item and a risk for each row of the plan.
pub(crate) fn poam(report: &Report) -> Value {
    let name = format!("poam/{}/{}", report.assessment, report.date);
    let (mut items, mut risks) = (Vec::new(), Vec::new());
    for (at, row) in report.plan.iter().enumerate() {
        let (item, risk) = item(row, &format!("{name}/{at}"));
        items.push(item);
        risks.push(risk);
    }
    let mut plan = json!({
        "uuid": uuid(&name),
        "metadata": metadata(&report.assessment, &report.date, VERSION),
        "system-id": { "identifier-type": "http://ietf.org/rfc/rfc4122", "id": uuid(&report.organisation) },
    });
    put(&mut plan, "risks", risks);
    put(&mut plan, "poam-items", items);
    json!({ "plan-of-action-and-milestones": plan })
}

fn item(row: &PlanRow, name: &str) -> (Value, Value) {
    let risk_id = uuid(&format!("{name}/risk"));
    let title = or(&row.title, or(&row.requirement, "Gap"));
    let closed = ["done", "closed", "completed", "met"].contains(&row.status.to_lowercase().as_str());
    let mut risk = json!({
        "uuid": risk_id,
        "title": title,
        "description": or(&row.weakness, title),
        "statement": or(&row.risk, "The requirement stands below its target."),
        "status": if closed { "closed" } else { "open" },
    });
    if is_date(&row.due) {
        risk["deadline"] = json!(moment(&row.due));
    }
    let mut item = json!({
        "uuid": uuid(name),
        "title": title,
        "description": or(&row.action, or(&row.weakness, title)),
        "props": [{ "name": "control-id", "ns": NAMESPACE, "value": or(&row.requirement, "none") }],
        "related-risks": [{ "risk-uuid": risk_id }],
    });
    let more = props(&[
        ("framework", row.framework.clone()),
        ("owner", row.owner.clone()),
        ("due", row.due.clone()),
        ("status", row.status.clone()),
        ("resources", row.resources.clone()),
    ]);
    if let Some(list) = item["props"].as_array_mut() {
        list.extend(more);
    }
    put_text(&mut item, "remarks", &row.milestones);
    (item, risk)
}

/// The organisation as one component that implements what applies.
pub(crate) fn components(report: &Report) -> Value {
    let name = format!("components/{}/{}", report.assessment, report.date);
    let mut resources = Vec::new();
    let implementations = report.frameworks.iter().map(|framework| {
        let source = uuid(&format!("resource/{}", framework.id));
        resources.push(json!({ "uuid": source, "title": or(&framework.title, &framework.id) }));
        let answered = framework.answers.iter().filter(|answer| answer.standing != ReportStanding::Unanswered);
        let requirements =
            answered.map(|answer| requirement(answer, &format!("{name}/{}/{}", framework.id, answer.requirement)));
        let mut implementation = json!({
            "uuid": uuid(&format!("{name}/{}", framework.id)),
            "source": format!("#{source}"),
            "description": format!("How {} stands.", or(&framework.title, &framework.id)),
        });
        put(&mut implementation, "implemented-requirements", requirements.collect());
        implementation
    });
    let implementations: Vec<Value> =
        implementations.filter(|implementation| implementation.get("implemented-requirements").is_some()).collect();
    let mut component = json!({
        "uuid": uuid(&format!("{name}/component")),
        "type": "service",
        "title": or(&report.organisation, "Organisation"),
        "description": or(&report.assessment, "Assessment"),
    });
    put(&mut component, "control-implementations", implementations);
    let mut definition = json!({
        "uuid": uuid(&name),
        "metadata": metadata(&report.assessment, &report.date, VERSION),
        "components": [component],
    });
    if !resources.is_empty() {
        definition["back-matter"] = json!({ "resources": resources });
    }
    json!({ "component-definition": definition })
}

fn requirement(answer: &ReportAnswer, name: &str) -> Value {
    let mut properties = properties(answer);
    let status = match answer.state() {
        State::Met => "implemented",
        State::Partial => "partial",
        State::NotApplicable => "not-applicable",
        State::NotMet | State::NotAssessed => "planned",
    };
    properties.push(json!({ "name": "implementation-status", "value": status }));
    let mut requirement = json!({
        "uuid": uuid(name),
        "control-id": token(&answer.requirement),
        "description": or(&answer.evidence, "No evidence is recorded."),
        "props": properties,
    });
    put_text(&mut requirement, "remarks", &answer.note);
    requirement
}
