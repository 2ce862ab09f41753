//! Frameworks and answers for the tests of the score, written as short text.

use plumbline::assessment::{Action, Answers, Document, Field, Standing, apply};
use plumbline::catalog::{
    Badge, Dimension, Family, Framework, Method, Profile, Requirement, Rollup, Scale, ScopeOption, Select, Status, Step,
    keep,
};

/// A node of a tree: its depth, id, weight, designation and scope option.
#[derive(Clone, Debug)]
pub struct Node {
    pub depth: u8,
    pub id: String,
    pub weight: u8,
    pub designation: String,
    pub scope: Option<String>,
}

/// Reads a tree: a line is an id and its attributes (`weight=2 grade=ML1 scope=privacy`), two spaces deeper than its parent.
pub fn tree(text: &str) -> Vec<Node> {
    let node = |line: &str| {
        let mut words = line.split_whitespace();
        let depth = (line.len() - line.trim_start().len()) / 2;
        let mut node = Node {
            depth: u8::try_from(depth).expect("a tree is not that deep"),
            id: words.next().expect("a line has an id").to_owned(),
            weight: 1,
            designation: String::new(),
            scope: None,
        };
        for word in words {
            match word.split_once('=').expect("an attribute is name=value") {
                ("weight", value) => node.weight = value.parse().expect("a weight is a number"),
                ("grade", value) => value.clone_into(&mut node.designation),
                ("scope", value) => node.scope = Some(value.to_owned()),
                (name, _) => panic!("a node has no attribute {name:?}"),
            }
        }
        node
    };
    text.lines().filter(|line| !line.trim().is_empty()).map(node).collect()
}

/// Builds a framework whose leaves take answers on a scale of `steps` steps.
pub fn framework(nodes: &[Node], steps: usize, rollup: Rollup, method: Option<Method>) -> Framework {
    let mut options: Vec<ScopeOption> = Vec::new();
    for scope in nodes.iter().filter_map(|node| node.scope.as_deref()) {
        if options.iter().all(|option| option.id != scope) {
            let bit = 1 << options.len();
            options.push(ScopeOption { id: keep(scope), title: "", note: "", always: false, default: false, bit });
        }
    }
    let mut requirements: Vec<Requirement> = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        let end = (index + 1..nodes.len()).find(|next| nodes[*next].depth <= node.depth).unwrap_or(nodes.len());
        let parent = (0..index).rev().find(|above| nodes[*above].depth < node.depth);
        let own = options.iter().find(|option| Some(option.id) == node.scope.as_deref()).map(|option| option.bit);
        requirements.push(Requirement {
            id: keep(&node.id),
            title: "",
            parent: parent.map(narrow),
            end: narrow(end),
            depth: node.depth,
            assessable: end == index + 1,
            weight: node.weight,
            scopes: own.unwrap_or_else(|| parent.map_or(0, |parent| requirements[parent].scopes)),
            designation: keep(&node.designation),
            references: Vec::new(),
            withdrawn: None,
        });
    }
    let scale = match steps {
        6 => Scale::maturity(),
        _ => Scale { name: "Own", steps: vec![Step { name: "", meaning: "" }; steps] },
    };
    let dimension = Dimension { id: "part", title: "", question: "", select: Select::Any, options };
    Framework { id: "case", profile: profile(), dimensions: vec![dimension], scale, rollup, method, requirements, texts: "" }
}

/// Answers as text, one line each: `CC1.1 3`, `CC1.2 n/a`, `CC1.3 ?`, with a target after it where there is one: `CC1.1 3 of 4`.
/// The line `* 3` answers everything that has no line of its own. Any other word is an assessor's, and is left to the caller.
pub fn answers(framework: &Framework, text: &str, scope: &[String]) -> (Answers, Vec<(String, String)>) {
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
    let lines: Vec<Vec<&str>> = lines.into_iter().filter(|words: &Vec<&str>| !words.is_empty()).collect();
    for id in lines.iter().map(|words| words[0]).filter(|id| *id != "*") {
        assert!(framework.position(id).is_some(), "there is no requirement {id}");
    }
    let mut document = Document::new("case");
    let mut words_left = Vec::new();
    if !scope.is_empty() {
        apply(&mut document, &Action::Scope { framework: "case".into(), options: scope.to_vec() }, "test");
    }
    for requirement in framework.requirements.iter().filter(|requirement| requirement.assessable) {
        let line =
            lines.iter().find(|words| words[0] == requirement.id).or_else(|| lines.iter().find(|words| words[0] == "*"));
        let Some(words) = line else { continue };
        let (own, id) = (|| "case".to_owned(), || requirement.id.to_owned());
        let standing = match words[1] {
            "?" => Standing::Unanswered,
            "n/a" | "n/a-without-a-reason" => Standing::NotApplicable,
            word => match word.parse() {
                Ok(level) => Standing::Level(level),
                Err(_) => {
                    words_left.push((id(), word.to_owned()));
                    Standing::Unanswered
                }
            },
        };
        apply(&mut document, &Action::Answer { framework: own(), requirement: id(), standing }, "test");
        if words[1] == "n/a" {
            let text = "It is not done here.".to_owned();
            apply(
                &mut document,
                &Action::Remark { framework: own(), requirement: id(), field: Field::Reason, text },
                "test",
            );
        }
        if let Some(target) = words.get(3) {
            let level = Some(target.parse().expect("a target is a number"));
            apply(&mut document, &Action::Target { framework: own(), requirement: id(), level }, "test");
        }
    }
    (Answers::read(framework, &document), words_left)
}

fn narrow(index: usize) -> u16 {
    u16::try_from(index).expect("a case is small")
}

fn profile() -> Profile {
    Profile {
        short: "Case",
        running: "the case",
        name: "Case",
        issuer: "",
        version: "",
        year: 2026,
        badge: Badge::Voluntary,
        family: Family::Assurance,
        regions: Vec::new(),
        industries: Vec::new(),
        status: Status::Current,
        one: "requirement",
        many: "requirements",
        tagline: "",
        provides: "",
        when: "",
        cost: 1,
        complexity: 1,
        months: (1, 1),
        reviewed: "",
    }
}
