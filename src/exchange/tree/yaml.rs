//! YAML from the parser's events: scalars stay text, aliases are followed and paid for like everything else.
//!
//! `serde-saphyr`, which stands on the same parser, would decide what is a number before a reader could object.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use granit_parser::{Event, Parser, ScalarStyle};

use super::{Node, without_duplicates};
use crate::exchange::Error;
use crate::exchange::limits::Purse;
use crate::exchange::log::Log;

/// Reads every document of a YAML stream; most files hold one.
pub(crate) fn parse<'a>(text: &'a str, purse: &mut Purse, log: &mut Log) -> Result<Vec<Node<'a>>, Error> {
    let mut builder = Builder { open: Vec::new(), documents: Vec::new(), anchors: BTreeMap::new(), purse, log };
    for event in Parser::new_from_str(text) {
        let (event, _) = event.map_err(|error| {
            Error::import(
                format!("the YAML is broken: {error}"),
                "Export the file again, or open it in an editor and mend that line.",
            )
        })?;
        builder.take(event)?;
    }
    Ok(builder.documents)
}

struct Builder<'a, 'b> {
    open: Vec<Open<'a>>,
    documents: Vec<Node<'a>>,
    /// By the parser's anchor number.
    anchors: BTreeMap<usize, Node<'a>>,
    purse: &'b mut Purse,
    log: &'b mut Log,
}

/// A list or a map whose end has not come.
struct Open<'a> {
    anchor: usize,
    is_map: bool,
    /// Of a map: keys and values in turn.
    items: Vec<Node<'a>>,
}

impl<'a> Builder<'a, '_> {
    fn take(&mut self, event: Event<'a>) -> Result<(), Error> {
        match event {
            Event::Scalar(text, style, anchor, _) => {
                self.purse.pay(text.len())?;
                let node = match style {
                    ScalarStyle::Plain if ["", "~", "null", "Null", "NULL"].contains(&text.as_ref()) => Node::Null,
                    ScalarStyle::Plain => Node::Bare(text),
                    _ => Node::Quoted(text),
                };
                self.close(node, anchor)
            }
            Event::SequenceStart(_, anchor, _) => self.begin(anchor, false),
            Event::MappingStart(_, anchor, _) => self.begin(anchor, true),
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(open) = self.open.pop() else { return Ok(()) };
                let node = if open.is_map { self.map(open.items) } else { Node::List(open.items) };
                self.close(node, open.anchor)
            }
            Event::Alias(anchor) => {
                let Some(node) = self.anchors.get(&anchor) else {
                    return Err(Error::import("an alias of the YAML points into itself", "Write the value out instead."));
                };
                charge(node, self.purse)?;
                self.purse.descend(self.open.len() + height(node))?;
                let node = node.clone();
                self.close(node, 0)
            }
            Event::DocumentStart(..) => {
                self.anchors.clear();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn begin(&mut self, anchor: usize, is_map: bool) -> Result<(), Error> {
        self.purse.pay(0)?;
        self.purse.descend(self.open.len() + 1)?;
        self.open.push(Open { anchor, is_map, items: Vec::new() });
        Ok(())
    }

    /// A finished value goes to whatever is open.
    fn close(&mut self, node: Node<'a>, anchor: usize) -> Result<(), Error> {
        if anchor > 0 {
            charge(&node, self.purse)?;
            self.anchors.insert(anchor, node.clone());
        }
        match self.open.last_mut() {
            Some(open) => open.items.push(node),
            None => self.documents.push(node),
        }
        Ok(())
    }

    /// Pairs keys with values, and spreads `<<` below what the map itself says.
    fn map(&mut self, items: Vec<Node<'a>>) -> Node<'a> {
        let mut entries: Vec<(Cow<'a, str>, Node<'a>)> = Vec::new();
        let mut merged = Vec::new();
        let mut items = items.into_iter();
        while let (Some(key), Some(value)) = (items.next(), items.next()) {
            match key {
                Node::Bare(key) if key == "<<" => match value {
                    Node::Map(inner) => merged.extend(inner),
                    Node::List(list) => merged.extend(list.into_iter().rev().flat_map(|node| match node {
                        Node::Map(inner) => inner,
                        _ => Vec::new(),
                    })),
                    _ => self.log.skip("the key `<<`", "there is no map to merge"),
                },
                Node::Bare(key) | Node::Quoted(key) => entries.push((key, value)),
                Node::Null => entries.push((Cow::Borrowed("null"), value)),
                Node::List(_) | Node::Map(_) => self.log.skip("a key that is a list or a map", "only texts are keys here"),
            }
        }
        let mut entries = without_duplicates(entries, self.log);
        let mut names: BTreeSet<_> = entries.iter().map(|(name, _)| name.clone()).collect();
        for (key, value) in merged {
            if names.insert(key.clone()) {
                entries.push((key, value));
            }
        }
        Node::Map(entries)
    }
}

/// Pays for a copy of a whole value.
fn charge(node: &Node<'_>, purse: &mut Purse) -> Result<(), Error> {
    match node {
        Node::Null => purse.pay(0),
        Node::Bare(text) | Node::Quoted(text) => purse.pay(text.len()),
        Node::List(items) => {
            purse.pay(0)?;
            items.iter().try_for_each(|item| charge(item, purse))
        }
        Node::Map(entries) => {
            purse.pay(0)?;
            entries.iter().try_for_each(|(key, value)| {
                purse.pay_key(key.len())?;
                charge(value, purse)
            })
        }
    }
}

/// How many lists and maps lie inside one another in a value. The depth limit bounds the recursion.
fn height(node: &Node<'_>) -> usize {
    match node {
        Node::List(items) => 1 + items.iter().map(height).max().unwrap_or(0),
        Node::Map(entries) => 1 + entries.iter().map(|(_, value)| height(value)).max().unwrap_or(0),
        _ => 0,
    }
}
