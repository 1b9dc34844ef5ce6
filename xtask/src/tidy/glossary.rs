//! Every kind of thing that has an id has a line in the glossary.

use super::tree::Tree;

const IDS: &str = "crates/base/src/id.rs";
const GLOSSARY: &str = "docs/glossary.md";

/// Finds ids whose noun the glossary does not explain.
pub fn check(tree: &Tree) -> Vec<String> {
    let (Some(ids), Some(glossary)) = (tree.file(IDS), tree.file(GLOSSARY)) else {
        return vec![format!("{IDS} or {GLOSSARY} is gone")];
    };
    let rows = glossary.text.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" |"));
    let known: Vec<&str> = rows.map(|(names, _)| names).collect();
    let nouns = ids.text.lines().filter_map(|line| line.trim().strip_suffix("Id;"));
    let nouns = nouns.filter(|name| name.chars().all(char::is_alphanumeric)).map(spoken);
    let missing = nouns.filter(|noun| !known.iter().any(|names| names.contains(noun.as_str())));
    missing.map(|noun| format!("{GLOSSARY} has no line for '{noun}'")).collect()
}

/// `StaffMember` is `staff member`.
fn spoken(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_without_a_line_in_the_glossary_is_found() {
        let ids = (IDS, "ids! {\n    /// A person.\n    StaffMemberId;\n    GiftCardId;\n}");
        let glossary = (GLOSSARY, "| name | says |\n|---|---|\n| staff member | x |\n");
        assert_eq!(check(&Tree::of(&[ids, glossary])), ["docs/glossary.md has no line for 'gift card'"]);
        assert_eq!(check(&Tree::of(&[])).len(), 1);
    }
}
