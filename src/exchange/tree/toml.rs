//! TOML, with integers and floats as they are written.

use std::borrow::Cow;

use toml::de::{DeTable, DeValue};

use super::Node;
use crate::exchange::Error;
use crate::exchange::limits::Purse;

const LONGEST: usize = 2 << 20;

/// Reads a TOML document; its keys come in the order of their letters.
pub(crate) fn parse<'a>(text: &'a str, purse: &mut Purse) -> Result<Node<'a>, Error> {
    // The parser builds its table before anything can be paid for, so what it is given must be small.
    if text.len() > LONGEST {
        return Err(Error::limit(format!("the TOML has more than {} MB", LONGEST >> 20)));
    }
    let table = DeTable::parse(text).map_err(|error| {
        Error::import(
            format!("the TOML is broken: {}", error.message()),
            "Open the file in an editor and mend it, or export it again.",
        )
    })?;
    map(table.into_inner(), purse, 0)
}

fn map<'a>(table: DeTable<'a>, purse: &mut Purse, depth: usize) -> Result<Node<'a>, Error> {
    purse.pay(0)?;
    purse.descend(depth)?;
    let entry = |(key, value): (toml::Spanned<Cow<'a, str>>, toml::Spanned<DeValue<'a>>)| {
        let key = key.into_inner();
        purse.pay_key(key.len())?;
        Ok((key, node(value.into_inner(), purse, depth + 1)?))
    };
    table.into_iter().map(entry).collect::<Result<_, _>>().map(Node::Map)
}

fn node<'a>(value: DeValue<'a>, purse: &mut Purse, depth: usize) -> Result<Node<'a>, Error> {
    let node = match value {
        DeValue::String(text) => Node::Quoted(text),
        DeValue::Integer(number) => Node::Bare(Cow::Owned(number.as_str().to_owned())),
        DeValue::Float(number) => Node::Bare(Cow::Owned(number.as_str().to_owned())),
        DeValue::Boolean(value) => Node::Bare(Cow::Borrowed(if value { "true" } else { "false" })),
        DeValue::Datetime(date) => Node::Bare(Cow::Owned(date.to_string())),
        DeValue::Table(table) => return map(table, purse, depth),
        DeValue::Array(items) => {
            purse.pay(0)?;
            purse.descend(depth)?;
            let items = items.into_iter().map(|item| node(item.into_inner(), purse, depth + 1));
            return items.collect::<Result<_, _>>().map(Node::List);
        }
    };
    purse.pay(node.text().map_or(0, str::len))?;
    Ok(node)
}
