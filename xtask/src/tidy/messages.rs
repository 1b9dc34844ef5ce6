//! Every message exists in every language and takes the same parameters there.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::tree::Tree;

const FOLDER: &str = "ui/messages/";
/// The languages of the product; the first is the one the others are compared with.
pub const LANGUAGES: &[&str] = &["ru", "uk", "kk", "en"];

/// Key to the names of its parameters.
pub type Messages = BTreeMap<String, BTreeSet<String>>;

/// Finds keys and parameters that differ between languages.
pub fn check(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    let mut all = Vec::new();
    for language in LANGUAGES {
        match read(tree, language) {
            Ok(messages) => all.push((*language, messages)),
            Err(complaint) => found.push(complaint),
        }
    }
    let Some(((base, wanted), others)) = all.split_first() else { return found };
    for (language, messages) in others {
        for (key, parameters) in wanted {
            match messages.get(key) {
                None => found.push(format!("{key} is in {base} and not in {language}")),
                Some(given) if given != parameters => {
                    found.push(format!("{key} takes {parameters:?} in {base} and {given:?} in {language}"));
                }
                Some(_) => {}
            }
        }
        let extra = messages.keys().filter(|key| !wanted.contains_key(*key));
        found.extend(extra.map(|key| format!("{key} is in {language} and not in {base}")));
    }
    found
}

/// All messages of a language, from `messages/ru.json` or the files in `messages/ru/`.
pub fn read(tree: &Tree, language: &str) -> Result<Messages, String> {
    let (single, folder) = (format!("{FOLDER}{language}.json"), format!("{FOLDER}{language}/"));
    let mut messages = Messages::new();
    for file in tree.below(FOLDER, &["json"]) {
        if file.path != single && !file.path.starts_with(&folder) {
            continue;
        }
        let json: Value = serde_json::from_str(&file.text).map_err(|error| format!("{}: {error}", file.path))?;
        for (key, value) in json.as_object().into_iter().flatten() {
            if key == "$schema" {
                continue;
            }
            if messages.insert(key.clone(), parameters(value)).is_some() {
                return Err(format!("{}: {key} is there twice", file.path));
            }
        }
    }
    Ok(messages)
}

/// Parameters of a message: `{name}` in its texts, without what it computes itself.
fn parameters(message: &Value) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut computed = BTreeSet::new();
    collect(message, &mut names, &mut computed);
    &names - &computed
}

fn collect(value: &Value, names: &mut BTreeSet<String>, computed: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => names.extend(placeholders(text)),
        Value::Array(variants) => variants.iter().for_each(|variant| collect(variant, names, computed)),
        Value::Object(parts) => {
            for (part, inner) in parts {
                match part.as_str() {
                    "declarations" => declarations(inner, names, computed),
                    "selectors" => {}
                    _ => collect(inner, names, computed),
                }
            }
        }
        _ => {}
    }
}

/// `input count` names a parameter; `local form = count: plural` computes one.
fn declarations(value: &Value, names: &mut BTreeSet<String>, computed: &mut BTreeSet<String>) {
    for text in value.as_array().into_iter().flatten().filter_map(Value::as_str) {
        let mut words = text.split_whitespace();
        match (words.next(), words.next()) {
            (Some("input"), Some(name)) => drop(names.insert(name.to_owned())),
            (Some("local"), Some(name)) => drop(computed.insert(name.to_owned())),
            _ => {}
        }
    }
}

fn placeholders(text: &str) -> Vec<String> {
    let parts = text.split('{').skip(1);
    parts.filter_map(|part| part.split_once('}')).map(|(name, _)| name.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(ru: &str, en: &str) -> Vec<String> {
        let ru = ("ui/messages/ru/a.json", ru);
        let same = |language: &'static str| (language, ru.1);
        check(&Tree::of(&[ru, same("ui/messages/uk.json"), same("ui/messages/kk/a.json"), ("ui/messages/en.json", en)]))
    }

    #[test]
    fn a_missing_key_an_extra_key_and_other_parameters_are_found() {
        assert_eq!(complaints(r#"{"a":"{n} шт."}"#, r#"{"a":"{n} pcs"}"#), [""; 0]);
        assert_eq!(complaints(r#"{"a":"x"}"#, "{}").len(), 1);
        assert_eq!(complaints("{}", r#"{"a":"x"}"#).len(), 1);
        assert_eq!(complaints(r#"{"a":"{n}"}"#, r#"{"a":"{m}"}"#).len(), 1);
        assert_eq!(complaints("{", "{}").len(), 3);
    }

    #[test]
    fn plural_forms_may_differ_but_not_what_goes_in() {
        let plural = |forms: &str| {
            format!(
                r#"{{"a":[{{"declarations":["input count","local form = count: plural"],"selectors":["form"],"match":{{{forms}}}}}]}}"#
            )
        };
        let ru = plural(r#""form=one":"{count} визит","form=many":"{count} визитов""#);
        assert_eq!(complaints(&ru, &plural(r#""form=other":"{count} visits""#)), [""; 0]);
        assert_eq!(complaints(&ru, r#"{"a":"visits"}"#).len(), 1);
    }

    #[test]
    fn the_same_key_in_two_files_is_found() {
        let tree = Tree::of(&[("ui/messages/ru/a.json", r#"{"k":"x"}"#), ("ui/messages/ru/b.json", r#"{"k":"y"}"#)]);
        assert!(read(&tree, "ru").is_err());
    }
}
