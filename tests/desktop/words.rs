//! The texts of the user interface, as the person reads them.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

/// A text without parameters.
pub fn word(key: &str) -> String {
    let folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("../ui/messages/ru");
    for entry in fs::read_dir(folder).unwrap() {
        let book: Value = serde_json::from_slice(&fs::read(entry.unwrap().path()).unwrap()).unwrap();
        if let Value::String(text) = &book[key] {
            return text.clone();
        }
    }
    panic!("no message {key}")
}
