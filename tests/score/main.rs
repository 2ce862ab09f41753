//! The score and the official methods: case by case, and as properties that hold of any answers.

mod cases;
mod method_properties;
mod properties;
mod render;
mod support;
mod trees;
