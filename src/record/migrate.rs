//! From older schemas to the present one, a step at a time.
//!
//! A step is a pure function from the content of one schema to that of the next, and is never changed once released. To
//! bring in a schema: raise `SCHEMA`, add a step at the end, and freeze a file of the schema before in
//! `tests/fixtures/schemas`.

use serde_json::Value;

use super::SCHEMA;
use crate::Error;

type Step = fn(Value) -> Result<Value, Error>;

/// The step from schema 1 stands first.
const STEPS: [Step; SCHEMA as usize - 1] = [];

pub(super) fn is_current(schema: u32) -> bool {
    schema == SCHEMA
}

/// Brings the content of an older schema up to the present one.
pub(super) fn to_current(schema: u32, content: Value) -> Result<Value, Error> {
    climb(&STEPS, schema, content)
}

fn climb(steps: &[Step], schema: u32, content: Value) -> Result<Value, Error> {
    let done = usize::try_from(schema).unwrap_or(usize::MAX).saturating_sub(1);
    steps.iter().skip(done).try_fold(content, |content, step| step(content))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Error, Step, Value, climb};

    fn grow(content: Value, by: &str) -> Result<Value, Error> {
        let text = content.as_str().ok_or_else(|| Error::damaged("no text"))?;
        Ok(json!(format!("{text}{by}")))
    }

    #[test]
    fn every_step_from_its_schema_on_is_taken_in_order() {
        let steps: [Step; 3] = [|content| grow(content, "2"), |content| grow(content, "3"), |content| grow(content, "4")];
        for (schema, expected) in [(1, "1234"), (2, "134"), (3, "14"), (4, "1"), (u32::MAX, "1")] {
            assert_eq!(climb(&steps, schema, json!("1")).unwrap(), json!(expected));
        }
        assert!(climb(&steps, 2, json!(null)).unwrap_err().is_damaged());
    }
}
