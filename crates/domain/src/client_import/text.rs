//! Cleaning of texts that come from somebody else's file. Nothing is interpreted: formulas
//! and HTML stay the letters they are.

/// Without invisible and control characters; line breaks become `\n`.
pub(super) fn clean(text: &str) -> String {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'], "\n")
        .replace(['\t', '\u{a0}'], " ");
    let cleaned: String = text.chars().filter(|c| *c == '\n' || !is_invisible(*c)).collect();
    without_guard(cleaned.trim()).to_owned()
}

/// The text on one line, words separated by one space.
pub(super) fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first `letters_max` letters.
pub(super) fn shorten(text: &str, letters_max: usize) -> String {
    text.chars().take(letters_max).collect::<String>().trim_end().to_owned()
}

/// Adds a line to a note unless it already says so.
pub(super) fn add_line(note: &mut String, line: &str) {
    if line.is_empty() || note.lines().any(|known| known == line) || (line.contains('\n') && note.contains(line)) {
        return;
    }
    if !note.is_empty() {
        note.push('\n');
    }
    note.push_str(line);
}

fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Exporting programs put an apostrophe before what a spreadsheet would compute (`'=1+1`).
fn without_guard(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) || rest.starts_with(|c: char| c.is_ascii_digit()) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cleaned_and_never_interpreted() {
        assert_eq!(clean("'=1+1"), "=1+1");
        assert_eq!(clean("<b>VIP</b> 😀"), "<b>VIP</b> 😀");
        assert_eq!(clean("a\u{0}b\u{202e}c\r\nd\te"), "abc\nd e");
        assert_eq!(clean("'Олена' каже"), "'Олена' каже");
        assert_eq!(one_line("  Анна \n Мария\u{a0}"), "Анна Мария");
    }

    #[test]
    fn emoji_made_of_several_characters_stay_whole() {
        assert_eq!(clean("👩\u{200d}🦰"), "👩\u{200d}🦰");
    }

    #[test]
    fn a_note_says_a_thing_once() {
        let mut note = "раз".to_owned();
        add_line(&mut note, "два");
        add_line(&mut note, "раз");
        assert_eq!(note, "раз\nдва");
    }
}
