//! Every error code of the contract has its sentence in every language.

use super::messages::{self, LANGUAGES};
use super::tree::Tree;

const CODES: &str = "crates/wire/src/error.rs";

/// Finds codes without a message `error_<code>`.
pub fn check(tree: &Tree) -> Vec<String> {
    let Some(file) = tree.file(CODES) else { return vec![format!("{CODES} is gone")] };
    let codes = codes(&file.text);
    if codes.is_empty() {
        return vec![format!("{CODES} lists no codes that this check can read")];
    }
    let mut found = Vec::new();
    for language in LANGUAGES {
        // Files that cannot be read are the other check's complaint.
        let known = messages::read(tree, language).unwrap_or_default();
        let without = codes.iter().filter(|code| !known.contains_key(&format!("error_{code}")));
        found.extend(without.map(|code| format!("error_{code} is missing in {language}")));
    }
    found
}

/// The words of `ErrorCode { Variant = "word", ... }`.
fn codes(text: &str) -> Vec<&str> {
    let list = text.split_once("ErrorCode {").map_or("", |(_, rest)| rest);
    let list = list.split_once("\n    }").map_or(list, |(list, _)| list);
    let lines = list.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.filter_map(|line| line.split_once(" = \"")?.1.split_once('"')).map(|(word, _)| word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_without_a_sentence_is_found() {
        let code = (CODES, "words! {\n    ErrorCode {\n        /// Doc.\n        BadInput = \"bad_input\",\n    }\n}");
        let full = r#"{"error_bad_input":"x"}"#;
        let said: Vec<(String, &str)> =
            LANGUAGES.iter().map(|language| (format!("ui/messages/{language}.json"), full)).collect();
        let mut files = vec![code];
        files.extend(said.iter().map(|(path, text)| (path.as_str(), *text)));
        assert_eq!(check(&Tree::of(&files)), [""; 0]);
        files.pop();
        assert_eq!(check(&Tree::of(&files)), ["error_bad_input is missing in en"]);
        assert_eq!(check(&Tree::of(&[])).len(), 1);
    }
}
