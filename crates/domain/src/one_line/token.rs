//! The words of a sentence, and the phone number among them.

use crate::search_text;

/// What a word was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing yet.
    Free,
    /// A little word that belongs to another and says nothing itself.
    Glue,
    /// Part of a phone number.
    Phone,
    /// Part of a day.
    Day,
    /// Part of a time.
    Time,
    /// Part of a service's name.
    Service,
    /// Part of a staff member's name, or a word that announces one.
    Staff,
}

/// One word.
#[derive(Clone)]
pub(super) struct Token {
    /// As typed, without signs around it.
    pub raw: String,
    /// Lower case, ё as е, without apostrophes.
    pub lower: String,
    /// As the search sees it: a word with a hyphen is several.
    pub folded: Vec<String>,
    /// What it was taken for.
    pub role: Role,
}

impl Token {
    pub(super) fn new(word: String) -> Self {
        let raw = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '+').to_owned();
        let lower = raw.to_lowercase().replace('ё', "е").replace(['\'', '’', 'ʼ', '`'], "");
        let folded = search_text::words(&raw);
        Self { raw, lower, folded, role: Role::Free }
    }

    pub(super) fn is_free(&self) -> bool {
        self.role == Role::Free
    }

    /// Whether it says nothing at all (a dash between words).
    fn is_empty(&self) -> bool {
        self.lower.is_empty() || self.folded.is_empty()
    }

    /// The digits of a word that may be part of a phone number.
    fn dialled(&self) -> Option<String> {
        let fits = self.is_free() && self.raw.chars().all(|c| c.is_ascii_digit() || "+-()".contains(c));
        let digits = search_text::digits(&self.raw);
        (fits && !digits.is_empty()).then_some(digits)
    }
}

/// Cuts a sentence into at most so many words. A comma, a dot or a slash between digits belongs
/// to the number; a plus before a digit begins a phone number.
pub(super) fn split(text: &str, most: usize) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    let mut words = Vec::new();
    let mut word = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let (after, before) = (is_digit(Some(at + 1)), is_digit(at.checked_sub(1)));
        let cuts = match letter {
            ',' | '/' => !(before && after),
            '+' => !after || !word.is_empty(),
            ';' | '&' | '!' | '?' | '=' => true,
            other => other.is_whitespace(),
        };
        if cuts {
            words.push(std::mem::take(&mut word));
        }
        if !cuts || (*letter == '+' && after) {
            word.push(*letter);
        }
    }
    words.push(word);
    words.retain(|word| !Token::new(word.clone()).is_empty());
    words.truncate(most);
    words
}

/// Takes the first phone number out of the sentence, as typed but for brackets.
pub(super) fn take_phone(tokens: &mut [Token]) -> Option<String> {
    let (from, to) = (0..tokens.len()).find_map(|from| phone_end(tokens, from).map(|to| (from, to)))?;
    let number = tokens.get_mut(from..to)?;
    number.iter_mut().for_each(|token| token.role = Role::Phone);
    Some(number.iter().map(|token| token.raw.as_str()).collect::<Vec<_>>().join(" "))
}

/// Where a phone number that begins with this word ends, if one does.
fn phone_end(tokens: &[Token], from: usize) -> Option<usize> {
    let first = tokens.get(from)?;
    let is_international = first.raw.starts_with('+');
    let first_digits = first.raw.chars().take_while(char::is_ascii_digit).count();
    let mut digits = String::new();
    let mut end = None;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        let Some(more) = token.dialled().filter(|_| at == from || !token.raw.starts_with('+')) else { break };
        digits.push_str(&more);
        if is_whole(&digits, is_international, first_digits) {
            end = Some(at + 1);
        }
    }
    end
}

/// Whether so many digits are a whole number: eleven behind +7 and +1, twelve behind +380, nine
/// to fifteen behind another plus; without one twelve behind 380, eleven behind 8, 7 and 1, or
/// ten, where what stands before the first sign is no hour but a prefix or an area code.
fn is_whole(digits: &str, is_international: bool, first_group: usize) -> bool {
    let length = digits.len();
    if digits.starts_with("380") {
        return length == 12;
    }
    if is_international {
        return if digits.starts_with(['7', '1']) { length == 11 } else { (9..=15).contains(&length) };
    }
    let has_prefix = digits.starts_with(['8', '7', '1']) && matches!(first_group, 1 | 4 | 11);
    (length == 11 && has_prefix) || (length == 10 && matches!(first_group, 3 | 10))
}
