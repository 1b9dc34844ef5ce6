//! JSON schemas of every command, for scripts and for `adelante commands`.

use schemars::schema_for;
use serde_json::{Value, json};

use crate::*;

macro_rules! command_schemas {
    ($($kind:ident $name:ident($input:ident) -> $output:ident;)*) => {
        /// The commands with their schemas, in the table's order.
        #[must_use]
        pub fn commands() -> Vec<Value> {
            vec![$(json!({
                "name": stringify!($name),
                "kind": stringify!($kind),
                "input": schema_for!($input),
                "output": schema_for!($output),
            }),)*]
        }
    };
}
with_commands!(command_schemas);
