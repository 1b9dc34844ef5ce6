//! Names and phrases of the demo salon, by language.

use adelante_base::vocabulary::Language;

use super::dice::Dice;

/// The lists of a language.
pub(super) struct Words {
    text: &'static str,
}

/// A person's name.
pub(super) struct Name {
    pub(super) first: String,
    pub(super) last: String,
    pub(super) male: bool,
}

impl Words {
    pub(super) const fn of(language: Language) -> Self {
        let text = match language {
            Language::Ru => include_str!("data/ru.txt"),
            Language::Uk => include_str!("data/uk.txt"),
            Language::Kk => include_str!("data/kk.txt"),
            Language::En => include_str!("data/en.txt"),
        };
        Self { text }
    }

    /// The entries of a list.
    pub(super) fn list(&self, name: &str) -> Vec<&'static str> {
        self.text
            .lines()
            .filter_map(|line| line.split_once(": "))
            .find(|(word, _)| *word == name)
            .map(|(_, entries)| entries.split(", ").collect())
            .unwrap_or_default()
    }

    /// A whole line: a sentence or an address, commas included.
    pub(super) fn line(&self, name: &str) -> String {
        self.list(name).join(", ")
    }

    /// One entry of a list.
    pub(super) fn pick(&self, name: &str, dice: &Dice) -> String {
        dice.pick(&self.list(name)).map_or_else(String::new, |entry| (*entry).to_owned())
    }

    /// A woman's name in most cases, as in most salons.
    pub(super) fn person(&self, dice: &Dice) -> Name {
        let male = dice.percent(12);
        let first = self.pick(if male { "male" } else { "female" }, dice);
        let last = self.pick("last", dice);
        Name { first, last: if male { last } else { feminine(&last) }, male }
    }
}

/// Russian and Kazakh family names of the Russian form have a form for women.
fn feminine(last: &str) -> String {
    if ["ов", "ев", "ёв", "ин", "ын"].iter().any(|ending| last.ends_with(ending)) {
        format!("{last}а")
    } else {
        last.to_owned()
    }
}

/// Whose names a salon's clients have: in Kazakhstan a Russian-speaking salon has both.
pub(super) fn languages(language: Language, country: &str) -> Vec<Words> {
    match (language, country) {
        (Language::Ru | Language::Kk, "KZ") => vec![Words::of(Language::Kk), Words::of(Language::Ru)],
        (language, _) => vec![Words::of(language)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_list() {
        let lists = [
            "female",
            "male",
            "last",
            "positions",
            "owner",
            "desk",
            "salon",
            "address",
            "footer",
            "notes",
            "allergies",
            "sources",
            "tags",
            "visit_notes",
            "reasons_cancelled",
            "reasons_void",
            "rooms",
            "class",
            "wish",
        ];
        for language in Language::ALL {
            for list in lists {
                let entries = Words::of(*language).list(list);
                assert!(!entries.is_empty(), "{language} {list}");
                assert!(entries.iter().all(|entry| !entry.trim().is_empty()), "{language} {list}");
            }
        }
    }

    #[test]
    fn women_have_womens_names() {
        assert_eq!(feminine("Иванов"), "Иванова");
        assert_eq!(feminine("Никитин"), "Никитина");
        assert_eq!(feminine("Шевченко"), "Шевченко");
        assert_eq!(feminine("Smith"), "Smith");
    }
}
