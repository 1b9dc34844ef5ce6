//! Texts that fit: what the fonts cannot show is replaced or refused, what is too wide is
//! broken.

use unicode_normalization::UnicodeNormalization;

use crate::DocumentError;
use crate::page::font::Face;

/// Makes a text of a person printable: composed letters, one line, and `?` for emoji and
/// other signs that the fonts do not have. A letter or digit is never replaced: one that the
/// fonts lack stays and is refused when it is drawn.
#[must_use]
pub fn sanitise(text: &str) -> String {
    text.nfc()
        .filter(|letter| !is_invisible(*letter))
        .map(|letter| {
            if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') {
                ' '
            } else if Face::ALL.iter().all(|face| face.has(letter)) || is_letter(letter) {
                letter
            } else if letter.is_whitespace() {
                ' '
            } else {
                '?'
            }
        })
        .collect()
}

/// Joiners, variation selectors and skin tones: parts of an emoji that are not one.
fn is_invisible(letter: char) -> bool {
    matches!(u32::from(letter),
        0xAD | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x2069 | 0xFE00..=0xFE0F | 0xFEFF | 0x1F3FB..=0x1F3FF | 0xE0000..=0xE007F)
}

/// A letter or digit of a script; letter-like pictures (🅰, ℹ, Ⓜ) are not.
fn is_letter(letter: char) -> bool {
    let picture =
        matches!(u32::from(letter), 0x2100..=0x2BFF | 0x1F000..=0x1FAFF | 0xE000..=0xF8FF | 0xF0000..=0x10_FFFF);
    letter.is_alphanumeric() && !picture
}

/// Breaks `text` into lines no wider than `width` points: between words, and inside a word
/// only where it is wider than a line. No-break spaces hold. Nothing is lost but the spaces
/// at which lines break.
///
/// # Errors
/// [`DocumentError::MissingGlyph`].
pub(crate) fn wrap(text: &str, face: Face, size: f32, width: f32) -> Result<Vec<String>, DocumentError> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split([' ', '\n', '\t', '\r']).filter(|word| !word.is_empty()) {
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if face.width(&joined, size)? <= width {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line = break_word(word, face, size, width, &mut lines)?;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    Ok(lines)
}

/// Pushes full lines of a word that is wider than a line; gives back its last piece.
fn break_word(word: &str, face: Face, size: f32, width: f32, lines: &mut Vec<String>) -> Result<String, DocumentError> {
    let mut piece = String::new();
    for letter in word.chars() {
        piece.push(letter);
        if face.width(&piece, size)? > width && piece.chars().count() > 1 {
            piece.pop();
            lines.push(std::mem::replace(&mut piece, letter.to_string()));
        }
    }
    Ok(piece)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_emoji_becomes_a_question_mark_and_a_letter_never_does() {
        assert_eq!(sanitise("Маникюр 💅🏽 + дизайн"), "Маникюр ? + дизайн");
        assert_eq!(sanitise("Семья 👩‍👧"), "Семья ??");
        assert_eq!(sanitise("🅰\u{fe0f} тариф"), "? тариф");
        assert_eq!(sanitise("и\u{306}од Қызыл"), "йод Қызыл");
        assert_eq!(sanitise("龍 и ქართული"), "龍 и ქართული");
        assert_eq!(sanitise("две\nстроки"), "две строки");
        assert!(Face::Regular.width(&sanitise("龍"), 8.0).is_err());
    }

    #[test]
    fn a_sum_with_no_break_spaces_stays_on_one_line() {
        let lines = wrap("Итого 12\u{a0}000,00\u{a0}₸", Face::Bold, 10.0, 65.0).unwrap();
        assert_eq!(lines, ["Итого", "12\u{a0}000,00\u{a0}₸"]);
    }

    proptest! {
        #[test]
        fn wrapping_loses_nothing_and_no_line_is_wider_than_the_paper(
            text in "[ а-яА-ЯіїєґәғқңөұүһA-Za-z0-9.,«»—\u{a0}₸-]{0,120}", size in 6.0f32..20.0, width in 24.0f32..230.0,
        ) {
            let lines = wrap(&text, Face::Regular, size, width).unwrap();
            for line in &lines {
                prop_assert!(!line.is_empty());
                prop_assert!(Face::Regular.width(line, size).unwrap() <= width, "{line}");
            }
            let bare = |text: &str| text.replace(' ', "");
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
            let words: Vec<_> = text.split(' ').filter(|word| !word.is_empty()).collect();
            if words.iter().all(|word| Face::Regular.width(word, size).unwrap() <= width) {
                prop_assert_eq!(lines.join(" "), words.join(" "));
            }
        }

        #[test]
        fn whatever_a_person_typed_a_cleaned_text_draws_or_names_a_letter(text in "\\PC{0,40}") {
            let clean = sanitise(&text);
            if let Err(error) = Face::Bold.width(&clean, 8.0) {
                let letter = match error { DocumentError::MissingGlyph(letter) => letter, other => panic!("{other}") };
                prop_assert!(is_letter(letter), "{:?}", letter);
            }
        }
    }
}
