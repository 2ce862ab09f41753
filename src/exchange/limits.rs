//! How much an import may ask for, and the purse it pays from.

use super::Error;

/// The most that one import may take.
///
/// The defaults hold the largest published catalogs several times over (NIST SP 800-53 with its baselines is 10 MB of
/// JSON with some 200,000 nodes) and keep a hostile file under 256 MiB of memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file itself.
    pub bytes: usize,
    /// Objects and lists inside one another.
    pub depth: usize,
    /// Values of a tree after aliases are followed, or cells of a workbook. This is the limit on time: every step that a
    /// reader takes is paid with a node.
    pub nodes: usize,
    /// Bytes of text after aliases and shared strings are followed.
    pub text: usize,
    /// Bytes that a compressed file may expand to.
    pub expanded: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 48 << 20, depth: 64, nodes: 1 << 20, text: 64 << 20, expanded: 64 << 20 }
    }
}

/// What is left of the limits while one file is read.
#[derive(Clone, Debug)]
pub(crate) struct Purse {
    nodes: usize,
    text: usize,
    depth: usize,
}

impl Purse {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self { nodes: limits.nodes, text: limits.text, depth: limits.depth }
    }

    /// Pays for one value with `bytes` of text.
    pub(crate) fn pay(&mut self, bytes: usize) -> Result<(), Error> {
        let (Some(nodes), Some(text)) = (self.nodes.checked_sub(1), self.text.checked_sub(bytes)) else {
            return Err(Error::limit("the file holds more than one import may: too many values or too much text"));
        };
        (self.nodes, self.text) = (nodes, text);
        Ok(())
    }

    /// Pays for a key, which comes with a value that pays for itself.
    pub(crate) fn pay_key(&mut self, bytes: usize) -> Result<(), Error> {
        self.nodes += 1;
        self.pay(bytes)
    }

    /// Refuses a value inside `depth` others.
    pub(crate) fn descend(&self, depth: usize) -> Result<(), Error> {
        if depth > self.depth {
            return Err(Error::limit(format!("the file nests values more than {} deep", self.depth)));
        }
        Ok(())
    }
}
