//! A JSON object as the list of its entries, sorted by name when it is written.
//!
//! Records are written from sorted maps and read into them, so they need no map of their own; and a list is a tenth of the
//! code of a map, of which there would be one for every kind of entry.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

pub(super) struct Listed<T>(pub Vec<(String, T)>);

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Listed<T> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The entry of a name, a new one in its place by name if there was none.
    pub fn entry(&mut self, name: &str) -> &mut T
    where
        T: Default,
    {
        let place = self.0.partition_point(|(known, _)| known.as_str() < name);
        if self.0.get(place).is_none_or(|(known, _)| known != name) {
            self.0.insert(place, (name.to_owned(), T::default()));
        }
        &mut self.0[place].1
    }
}

impl<T: Serialize> Serialize for Listed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Listed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

struct Entries<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
    type Value = Listed<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Listed(entries))
    }
}
