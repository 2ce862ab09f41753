//! A value as it is saved: a whole number, a text, or null for something cleared.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

#[derive(Default)]
pub(super) enum Worth {
    #[default]
    Gone,
    Number(u64),
    Text(String),
    /// Something no version of Plumbline writes.
    Wrong,
}

impl Serialize for Worth {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Gone | Self::Wrong => serializer.serialize_unit(),
            Self::Number(number) => serializer.serialize_u64(*number),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for Worth {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Worth;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number, a text or null")
    }

    fn visit_unit<E>(self) -> Result<Worth, E> {
        Ok(Worth::Gone)
    }

    fn visit_u64<E>(self, number: u64) -> Result<Worth, E> {
        Ok(Worth::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Worth, E> {
        Ok(Worth::Text(text.to_owned()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Worth, E> {
        Ok(Worth::Wrong)
    }

    /// A negative number.
    fn visit_i64<E>(self, _: i64) -> Result<Worth, E> {
        Ok(Worth::Wrong)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Worth, E> {
        Ok(Worth::Wrong)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Worth, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Worth::Wrong)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Worth, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Worth::Wrong)
    }
}
