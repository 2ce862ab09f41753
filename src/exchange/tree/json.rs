//! A JSON reader that keeps numbers as they are written, tells of duplicate keys and pays for every value.
//!
//! `serde_json` gives none of the three for text of an unknown shape: `1.10` would become 1.1.

use std::borrow::Cow;

use super::{Node, without_duplicates};
use crate::exchange::Error;
use crate::exchange::limits::Purse;
use crate::exchange::log::Log;

/// Reads one JSON value (RFC 8259) with nothing but space after it.
pub(crate) fn parse<'a>(text: &'a str, purse: &mut Purse, log: &mut Log) -> Result<Node<'a>, Error> {
    let mut reader = Reader { text, at: 0, purse, log };
    let node = reader.value(0)?;
    reader.space();
    if reader.at < text.len() {
        return Err(reader.wrong("text after the end of the value"));
    }
    Ok(node)
}

struct Reader<'a, 'b> {
    text: &'a str,
    at: usize,
    purse: &'b mut Purse,
    log: &'b mut Log,
}

impl<'a> Reader<'a, '_> {
    fn value(&mut self, depth: usize) -> Result<Node<'a>, Error> {
        self.purse.descend(depth)?;
        self.space();
        match self.peek() {
            Some(b'{') => self.map(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => {
                let text = self.string()?;
                self.purse.pay(text.len())?;
                Ok(Node::Quoted(text))
            }
            Some(b'-' | b'0'..=b'9' | b'a'..=b'z') => self.bare(),
            Some(_) => Err(self.wrong("no JSON value begins like this")),
            None => Err(self.wrong("the file ends where a value is due")),
        }
    }

    fn map(&mut self, depth: usize) -> Result<Node<'a>, Error> {
        self.at += 1;
        self.purse.pay(0)?;
        let mut entries = Vec::new();
        loop {
            self.space();
            match self.peek() {
                Some(b'}') => break,
                Some(b'"') => {}
                _ => return Err(self.wrong("a key in quotes, or `}`, is due")),
            }
            let key = self.string()?;
            self.purse.pay_key(key.len())?;
            self.space();
            if !self.eat(b':') {
                return Err(self.wrong("a `:` is due"));
            }
            entries.push((key, self.value(depth + 1)?));
            self.space();
            if !self.eat(b',') && self.peek() != Some(b'}') {
                return Err(self.wrong("a `,` or `}` is due"));
            }
        }
        self.at += 1;
        Ok(Node::Map(without_duplicates(entries, self.log)))
    }

    fn list(&mut self, depth: usize) -> Result<Node<'a>, Error> {
        self.at += 1;
        self.purse.pay(0)?;
        let mut items = Vec::new();
        loop {
            self.space();
            if self.eat(b']') {
                return Ok(Node::List(items));
            }
            items.push(self.value(depth + 1)?);
            self.space();
            if !self.eat(b',') && self.peek() != Some(b']') {
                return Err(self.wrong("a `,` or `]` is due"));
            }
        }
    }

    /// A number, true, false or null.
    fn bare(&mut self) -> Result<Node<'a>, Error> {
        let rest = &self.text[self.at..];
        let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && !"+-.".contains(letter)).unwrap_or(rest.len());
        let word = &rest[..end];
        let is_number =
            word.starts_with(|letter: char| letter == '-' || letter.is_ascii_digit()) && word.parse::<f64>().is_ok();
        if !is_number && !["true", "false", "null"].contains(&word) {
            return Err(self.wrong("a word that is no number, true, false or null"));
        }
        self.at += end;
        self.purse.pay(end)?;
        Ok(if word == "null" { Node::Null } else { Node::Bare(Cow::Borrowed(word)) })
    }

    fn string(&mut self) -> Result<Cow<'a, str>, Error> {
        self.at += 1;
        let start = self.at;
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at) {
            match byte {
                b'"' => {
                    self.at += 1;
                    return Ok(Cow::Borrowed(&self.text[start..self.at - 1]));
                }
                b'\\' => return self.escaped(start),
                _ => self.at += 1,
            }
        }
        Err(self.wrong("the file ends inside a text"))
    }

    /// The rest of a string from its first backslash on.
    fn escaped(&mut self, start: usize) -> Result<Cow<'a, str>, Error> {
        let mut text = String::from(&self.text[start..self.at]);
        loop {
            let rest = &self.text[self.at..];
            let Some(end) = rest.find(['"', '\\']) else { return Err(self.wrong("the file ends inside a text")) };
            text.push_str(&rest[..end]);
            self.at += end + 1;
            if rest.as_bytes()[end] == b'"' {
                return Ok(Cow::Owned(text));
            }
            let letter = self.peek().ok_or_else(|| self.wrong("the file ends inside a text"))?;
            self.at += 1;
            text.push(match letter {
                b'"' | b'\\' | b'/' => char::from(letter),
                b'b' => '\u{8}',
                b'f' => '\u{C}',
                b'n' => '\n',
                b'r' => '\r',
                b't' => '\t',
                b'u' => self.unicode()?,
                _ => {
                    self.at -= 1;
                    return Err(self.wrong("JSON has no such escape"));
                }
            });
        }
    }

    /// The letter of a `\u` escape, or of two that make a pair; half a pair becomes U+FFFD.
    fn unicode(&mut self) -> Result<char, Error> {
        let first = self.hexadecimal()?;
        let mut units = vec![first];
        if (0xD800..0xDC00).contains(&first) && self.text[self.at..].starts_with("\\u") {
            let before = self.at;
            self.at += 2;
            let second = self.hexadecimal()?;
            if (0xDC00..0xE000).contains(&second) { units.push(second) } else { self.at = before }
        }
        Ok(char::decode_utf16(units).next().and_then(Result::ok).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn hexadecimal(&mut self) -> Result<u16, Error> {
        let digits =
            self.text.get(self.at..self.at + 4).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let unit = digits.and_then(|digits| u16::from_str_radix(digits, 16).ok());
        let unit = unit.ok_or_else(|| self.wrong("four hexadecimal digits are due"))?;
        self.at += 4;
        Ok(unit)
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn wrong(&self, what: &str) -> Error {
        let before = self.text.get(..self.at).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|letter| *letter != '\n').count() + 1;
        Error::import(
            format!("the JSON is broken at line {line}, column {column}: {what}"),
            "Export the file again, or open it in an editor and mend that line.",
        )
    }
}
