//! Names: how they are shown, and a full name taken apart.

use adelante_base::vocabulary::Language;

/// Full name as shown: first, last in Russian, Kazakh, Ukrainian and English alike ('Гульнара
/// Омарова'); the patronymic is for documents and shown only where there is no last name.
#[must_use]
pub fn full_name(last: &str, first: &str, middle: &str, language: Language) -> String {
    let order = match language {
        Language::Ru | Language::Uk | Language::Kk | Language::En => {
            [first, if last.trim().is_empty() { middle } else { "" }, last]
        }
    };
    order.map(str::trim).into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// One or two capital letters for the avatar: of the first two words that begin with a letter.
#[must_use]
pub fn initials(name: &str) -> String {
    name.split([' ', '\t', '\u{a0}'])
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()).filter(|c| c.is_alphabetic()))
        .take(2)
        .flat_map(char::to_uppercase)
        .collect()
}

/// A full name taken apart.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct NameParts {
    /// Last name.
    pub last: String,
    /// First name.
    pub first: String,
    /// Patronymic or middle name.
    pub middle: String,
}

impl std::fmt::Debug for NameParts {
    /// Names the kind only: names never enter a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NameParts(…)")
    }
}

/// Takes a full name apart. A patronymic shows where the first name is (before it); else the
/// word that looks like a last name is one; else a comma ('García-López, Chloé'); else two
/// Cyrillic words are taken as last and first (old programs' ФИО), two Latin ones as first
/// and last.
#[must_use]
pub fn split_full_name(text: &str) -> NameParts {
    if let Some((last, rest)) = text.split_once(',') {
        let rest: Vec<&str> = rest.split_whitespace().collect();
        if !last.trim().is_empty() && !rest.is_empty() {
            return parts(&collapse(last), rest[0], &rest[1..].join(" "));
        }
    }
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        [] => NameParts::default(),
        [only] if looks_like_last_name(only) && !is_common_first_name(only) => parts(only, "", ""),
        [only] => parts("", only, ""),
        [first, middle] if is_patronymic(middle) => parts("", first, middle),
        [a, b] => two_words(a, b),
        [first, middle, last] if is_patronymic(middle) => parts(last, first, middle),
        // Сейтқали Айгүл Серік қызы: the patronymic is two words.
        [rest @ .., stem, ending] if is_kazakh_ending(ending) => {
            let mut name = split_full_name(&rest.join(" "));
            name.middle = format!("{stem} {ending}");
            name
        }
        [last @ .., first, middle] if is_patronymic(middle) => parts(&last.join(" "), first, middle),
        [a, rest @ ..] if is_cyrillic(a) => {
            if is_common_first_name(a)
                || (!looks_like_last_name(a) && rest.last().is_some_and(|word| looks_like_last_name(word)))
            {
                let (last, middle) = rest.split_last().map_or(("", &[][..]), |(last, middle)| (*last, middle));
                parts(last, a, &middle.join(" "))
            } else {
                parts(a, rest.first().copied().unwrap_or(""), &rest.get(1..).unwrap_or_default().join(" "))
            }
        }
        [first, middle @ .., last] => parts(last, first, &middle.join(" ")),
    }
}

fn parts(last: &str, first: &str, middle: &str) -> NameParts {
    NameParts { last: last.to_owned(), first: first.to_owned(), middle: middle.to_owned() }
}

fn two_words(a: &str, b: &str) -> NameParts {
    let a_is_first = is_common_first_name(a) && !is_common_first_name(b);
    let b_is_first = is_common_first_name(b) && !is_common_first_name(a);
    let (a_is_last, b_is_last) = (looks_like_last_name(a), looks_like_last_name(b));
    let first_comes_first = if a_is_first || b_is_first {
        a_is_first
    } else if a_is_last != b_is_last {
        b_is_last
    } else {
        !is_cyrillic(a)
    };
    if first_comes_first { parts(b, a, "") } else { parts(a, b, "") }
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_cyrillic(word: &str) -> bool {
    word.chars().any(|c| ('\u{400}'..='\u{52f}').contains(&c))
}

fn is_kazakh_ending(word: &str) -> bool {
    ["қызы", "кызы", "ұлы", "улы", "оглы", "огли", "кизи", "qyzy", "uly"].contains(&word.to_lowercase().as_str())
}

fn is_patronymic(word: &str) -> bool {
    let word = word.to_lowercase();
    const ENDINGS: &[&str] = &[
        "овна",
        "евна",
        "ёвна",
        "ична",
        "инична",
        "ович",
        "евич",
        "ёвич",
        "ьич",
        "їч",
        "ївна",
        "івна",
        "йович",
        "қызы",
        "кызы",
        "ұлы",
        "улы",
        "ovna",
        "evna",
        "ovich",
        "evich",
        "qyzy",
        "kyzy",
        "uly",
    ];
    word.chars().count() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

fn looks_like_last_name(word: &str) -> bool {
    let word = word.to_lowercase();
    const ENDINGS: &[&str] = &[
        "ова",
        "ева",
        "ёва",
        "ов",
        "ев",
        "ёв",
        "ина",
        "ына",
        "ин",
        "ын",
        "ская",
        "цкая",
        "ский",
        "цкий",
        "ська",
        "цька",
        "ський",
        "цький",
        "енко",
        "єнко",
        "чук",
        "щук",
        "юк",
        "як",
        "ко",
        "ян",
        "дзе",
        "швили",
        "швілі",
        "ых",
        "их",
        "ova",
        "eva",
        "enko",
        "skaya",
        "sky",
        "skiy",
        "chuk",
        "yan",
        "dze",
        "shvili",
    ];
    word.chars().count() > 3 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// First names that end like last names, and the commonest of the four languages: enough to
/// tell 'Марина Ким' from 'Ким Марина'.
fn is_common_first_name(word: &str) -> bool {
    static NAMES: &str = include_str!("../first_names.txt");
    let folded = crate::search_text::fold(word);
    static FOLDED: std::sync::OnceLock<std::collections::BTreeSet<String>> = std::sync::OnceLock::new();
    FOLDED.get_or_init(|| NAMES.split_whitespace().map(crate::search_text::fold).collect()).contains(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_shown_first_name_first() {
        for language in Language::ALL {
            assert_eq!(full_name("Омарова", "Гульнара", "Сериковна", *language), "Гульнара Омарова");
            assert_eq!(full_name("", " Елена", "Петровна", *language), "Елена Петровна");
            assert_eq!(full_name("Омарова", "", "", *language), "Омарова");
        }
    }

    #[test]
    fn initials_are_two_capital_letters() {
        assert_eq!(initials("Гульнара Омарова"), "ГО");
        assert_eq!(initials("әсел"), "Ә");
        assert_eq!(initials("«Зоя» 2 o'brien"), "ЗO");
        assert_eq!(initials(""), "");
    }

    #[test]
    fn full_names_come_apart_in_every_order_people_use() {
        for (text, last, first, middle) in [
            ("Васильева Елена Петровна", "Васильева", "Елена", "Петровна"),
            ("Елена Петровна Васильева", "Васильева", "Елена", "Петровна"),
            ("Елена Петровна", "", "Елена", "Петровна"),
            ("Кузнецова Ольга", "Кузнецова", "Ольга", ""),
            ("Ольга Кузнецова", "Кузнецова", "Ольга", ""),
            ("Марина Ким", "Ким", "Марина", ""),
            ("Ким Марина", "Ким", "Марина", ""),
            ("Бондаренко Дарина", "Бондаренко", "Дарина", ""),
            ("Оспанова Құралай Серікқызы", "Оспанова", "Құралай", "Серікқызы"),
            ("Сейтқали Айгүл Серік қызы", "Сейтқали", "Айгүл", "Серік қызы"),
            ("Ткачук Мар'яна Іванівна", "Ткачук", "Мар'яна", "Іванівна"),
            ("Johnson Amelia Петровна", "Johnson", "Amelia", "Петровна"),
            ("Emma Smith", "Smith", "Emma", ""),
            ("Johnson, Sophia Marie", "Johnson", "Sophia", "Marie"),
            ("Анна", "", "Анна", ""),
            ("Марина", "", "Марина", ""),
            ("Сидорова", "Сидорова", "", ""),
            ("  ", "", "", ""),
        ] {
            let name = split_full_name(text);
            assert_eq!(
                (name.last.as_str(), name.first.as_str(), name.middle.as_str()),
                (last, first, middle),
                "{text}"
            );
        }
    }
}
