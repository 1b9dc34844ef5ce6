//! What a cell's words mean: a gender, a discount, an allergy, whose phone it is.

use rust_decimal::Decimal;

use super::super::text::one_line;

/// Words beside a phone that say more than 'this is a phone' (мама, whose number it is).
pub(super) fn has_remark(text: &str) -> bool {
    const USUAL: &[&str] = &[
        "whatsapp",
        "wa",
        "viber",
        "telegram",
        "tg",
        "тел",
        "телефон",
        "моб",
        "мобильный",
        "дом",
        "раб",
        "сот",
        "tel",
        "phone",
        "mob",
        "mobile",
        "или",
        "або",
        "немесе",
        "or",
        "и",
        "e",
        "доб",
        "ватсап",
        "вотсап",
        "вайбер",
        "телеграм",
        "нет",
        "немає",
        "жоқ",
        "no",
        "none",
    ];
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).any(|word| !USUAL.contains(&word))
        && lower.chars().any(|c| c.is_ascii_digit())
}

/// `female`, `male` or empty, from a word of one of the four languages.
pub(super) fn gender(text: &str) -> &'static str {
    let word = one_line(text).to_lowercase();
    let word = word.trim_end_matches('.');
    const FEMALE: &[&str] = &[
        "ж",
        "жен",
        "женский",
        "женщина",
        "жінка",
        "жін",
        "жіноча",
        "жіночий",
        "ә",
        "әйел",
        "қыз",
        "f",
        "female",
        "w",
        "woman",
        "fem",
    ];
    const MALE: &[&str] = &[
        "м",
        "муж",
        "мужской",
        "мужчина",
        "ч",
        "чол",
        "чоловік",
        "чоловіча",
        "чоловічий",
        "ер",
        "еркек",
        "ұл",
        "m",
        "male",
        "man",
    ];
    if FEMALE.contains(&word) {
        "female"
    } else if MALE.contains(&word) {
        "male"
    } else {
        ""
    }
}

/// A discount in basis points: `10%`, `10`, `5,5 %`, and `0,1` as a spreadsheet keeps 10 %.
pub(super) fn discount_bp(text: &str) -> Option<u16> {
    let percent_sign = text.contains('%');
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '%').collect();
    let number: Decimal = plain.trim_start_matches('-').replace(',', ".").parse().ok()?;
    let is_share = !percent_sign && number < Decimal::ONE;
    let bp = (number * Decimal::from(if is_share { 10_000 } else { 100 })).round();
    u16::try_from(bp).ok().filter(|bp| *bp <= crate::client::DISCOUNT_BP_MAX)
}

/// The sentence of a note that speaks of an allergy, unless it says there is none.
pub(super) fn allergy_in(note: &str) -> Option<&str> {
    const STEMS: &[&str] = &["аллерг", "алерг", "allerg"];
    const NONE: &[&str] = &[
        "нет аллерг",
        "аллергии нет",
        "аллергий нет",
        "аллергия нет",
        "немає алерг",
        "алергії немає",
        "алергій немає",
        "no allerg",
        "no known allerg",
        "аллергия жоқ",
        "без аллерг",
        "без алерг",
        "not allergic",
    ];
    note.split(['\n', ';', '!', '?'])
        .flat_map(|part| part.split(". "))
        .map(|sentence| sentence.trim().trim_end_matches('.'))
        .find(|sentence| {
            let lower = sentence.to_lowercase();
            STEMS.iter().any(|stem| lower.contains(stem)) && !NONE.iter().any(|none| lower.contains(none))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn discounts_are_percent_or_share() {
        for (text, bp) in [
            ("10%", Some(1000)),
            ("10", Some(1000)),
            ("0,1", Some(1000)),
            ("5,5 %", Some(550)),
            ("0,5%", Some(50)),
            ("1", Some(100)),
            ("0", Some(0)),
            ("100", Some(10_000)),
            ("101", None),
            ("да", None),
        ] {
            assert_eq!(discount_bp(text), bp, "{text}");
        }
    }

    #[test]
    fn gender_is_known_in_four_languages() {
        for word in ["Ж", "жен", "Женский", "Жіноча", "Әйел", "Female", "F"] {
            assert_eq!(gender(word), "female", "{word}");
        }
        for word in ["М", "муж.", "Мужской", "Чоловік", "Ер", "Male"] {
            assert_eq!(gender(word), "male", "{word}");
        }
        assert_eq!(gender("не указан"), "");
    }
}
