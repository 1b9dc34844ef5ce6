//! Phones: what people type, what spreadsheets keep, and the one form that is stored.
//!
//! Numbering plans come from Google's libphonenumber data (crate `phonenumber`); what is ours
//! is the reading of real-life cells: trunk prefixes, numbers without their plus, several
//! numbers in one cell, remarks beside a number.

use std::fmt;

use phonenumber::metadata::{DATABASE, Metadata};
use phonenumber::{Mode, PhoneNumber};

/// A phone number in E.164: a plus and 7 to 15 digits, e.g. +77011234567.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

/// The text is not a phone number that could be called. It carries no text: a number is
/// personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a phone number")]
pub struct BadPhone;

impl Phone {
    /// A number that is already in E.164, as the store keeps it. Checks the form only.
    ///
    /// # Errors
    /// [`BadPhone`] where it is not a plus and 7 to 15 digits.
    pub fn from_e164(text: &str) -> Result<Self, BadPhone> {
        let digits = text.strip_prefix('+').ok_or(BadPhone)?;
        let well_formed = (7..=15).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && !digits.starts_with('0');
        if well_formed { Ok(Self(text.to_owned())) } else { Err(BadPhone) }
    }

    /// The number in E.164.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number in E.164, without its plus.
    #[must_use]
    pub fn digits(&self) -> &str {
        self.0.trim_start_matches('+')
    }
}

impl fmt::Debug for Phone {
    /// Names the kind only: a phone is personal data and never enters a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(…)")
    }
}

/// Reads one phone number as people of `region` (an ISO 3166 code) write it.
///
/// Understands brackets, dashes and remarks, `00`, the trunk prefix (8 in Kazakhstan and
/// Russia, 0 in Ukraine), a national number, and an international number that lost its plus.
/// A number without plus must belong to a known range of its country; with a plus its length
/// and shape are enough, because new ranges are given out all the time.
///
/// # Errors
/// [`BadPhone`] where it cannot be called: too short, garbage, or digits lost to a spreadsheet
/// (`7,90328E+10`).
pub fn normalise(text: &str, region: &str) -> Result<Phone, BadPhone> {
    let written = Written::read(text).ok_or(BadPhone)?;
    if written.international {
        return known(&written.digits)
            .or_else(|| well_shaped(&written.digits))
            .or_else(|| plus_before_trunk(&written.digits))
            .ok_or(BadPhone);
    }
    let id = region.to_ascii_uppercase();
    let home = DATABASE.by_id(&id).and_then(|plan| national(&written.digits, plan));
    // Shorter numbers without a plus would turn a stranger's local number into one of New
    // Zealand: only a full country code and number is taken as international.
    home.or_else(|| if written.digits.len() >= 11 { known(&written.digits) } else { None }).ok_or(BadPhone)
}

/// Splits a cell that may hold several numbers: by comma, semicolon, slash, line break, 'or'.
/// Pieces without a digit (`WhatsApp`) are dropped, and so is an extension (`доб. 12`).
#[must_use]
pub fn split_phones(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for piece in words_to_commas(text).split([',', ';', '/', '|', '\\', '\n', '\r']) {
        let piece = piece.replace(DECIMAL_COMMA, ",");
        let piece = without_extension(piece.trim());
        if !piece.chars().any(|c| c.is_ascii_digit()) {
            continue;
        }
        pieces.extend(side_by_side(piece));
    }
    pieces
}

/// The number as people of `region` read it: +7 701 123-45-67, +380 50 123 45 67,
/// (646) 204-6642 at home in the United States; others in their international form.
#[must_use]
pub fn display(phone: &Phone, region: &str) -> String {
    let digits = phone.digits();
    let groups: Option<(&str, &[usize], &[&str])> = if digits.len() == 11 && digits.starts_with('7') {
        Some(("+7", &[3, 3, 2, 2], &[" ", " ", "-", "-"]))
    } else if digits.len() == 12 && digits.starts_with("380") {
        Some(("+380", &[2, 3, 2, 2], &[" ", " ", " ", " "]))
    } else if digits.len() == 11 && digits.starts_with('1') && region.eq_ignore_ascii_case("US") {
        Some(("", &[3, 3, 4], &["(", ") ", "-"]))
    } else {
        None
    };
    let Some((start, lengths, separators)) = groups else {
        return parsed(digits)
            .map_or_else(|| phone.as_str().to_owned(), |number| number.format().mode(Mode::International).to_string());
    };
    let mut rest = &digits[digits.len() - lengths.iter().sum::<usize>()..];
    let mut shown = start.to_owned();
    for (length, separator) in lengths.iter().zip(separators) {
        let (group, tail) = rest.split_at(*length);
        shown.push_str(separator);
        shown.push_str(group);
        rest = tail;
    }
    shown
}

/// Stands for a comma that is a decimal sign and not a separator.
const DECIMAL_COMMA: char = '\u{1}';

/// Digits of a number and whether it was written as an international one.
struct Written {
    digits: String,
    international: bool,
}

impl Written {
    fn read(text: &str) -> Option<Self> {
        let text = without_extension(text.trim().trim_start_matches('\'').trim());
        if text.contains('@') {
            return None;
        }
        if let Some(digits) = spreadsheet_number(text) {
            return Some(Self { digits: digits?, international: false });
        }
        if letters_between_digits(text) {
            return None;
        }
        let mut digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let mut international = text.find('+').is_some_and(|plus| !text[..plus].contains(|c: char| c.is_ascii_digit()));
        if !international && digits.len() > 10 && digits.starts_with("00") {
            digits.drain(..2);
            international = true;
        }
        (7..=17).contains(&digits.len()).then_some(Self { digits, international })
    }
}

/// A number as a spreadsheet prints it: `79218938248.0`, `7.7011234567E10`, `7,90328E+10`.
/// `None`: not of that form; `Some(None)`: of that form, but digits are lost.
fn spreadsheet_number(text: &str) -> Option<Option<String>> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.trim_start_matches('+').parse::<usize>().ok()?),
        None => return text.strip_suffix(".0").filter(|whole| all_digits(whole)).map(|whole| Some(whole.to_owned())),
    };
    let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    if !all_digits(whole) || !(fraction.is_empty() || all_digits(fraction)) {
        return None;
    }
    // Fewer digits than the exponent asks for: the rest was rounded away, unless the number
    // really ends in one zero, which the writer does not print.
    let complete = fraction.len() <= exponent && fraction.len() + 1 >= exponent;
    Some(complete.then(|| format!("{whole}{fraction}{}", "0".repeat(exponent - fraction.len()))))
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `A4F4A9` and the like: an identifier, not a phone with a remark.
fn letters_between_digits(text: &str) -> bool {
    let mut last: Option<char> = None;
    let mut letter_after_digit = false;
    for c in text.chars() {
        if c.is_alphabetic() {
            letter_after_digit |= last.is_some_and(|last| last.is_ascii_digit());
        } else if c.is_ascii_digit() {
            if letter_after_digit && last.is_some_and(char::is_alphabetic) {
                return true;
            }
            letter_after_digit = false;
        } else {
            letter_after_digit = false;
        }
        last = Some(c);
    }
    false
}

/// A number of the salon's own country, with or without trunk prefix and country code.
fn national(digits: &str, plan: &Metadata) -> Option<Phone> {
    let code = plan.country_code().to_string();
    let trunk = plan.national_prefix().filter(|prefix| !prefix.is_empty());
    let without_trunk = trunk.and_then(|prefix| digits.strip_prefix(prefix));
    [without_trunk, Some(digits)]
        .into_iter()
        .flatten()
        .find_map(|rest| known(&format!("{code}{rest}")))
        .or_else(|| digits.strip_prefix(code.as_str()).and_then(|_| known(digits)))
        .or_else(|| {
            // Trunk prefixes that the plan knows only by its parsing rules (8 in Lithuania,
            // Belarus and Uzbekistan).
            let stripped = digits.strip_prefix("80").or_else(|| digits.strip_prefix('8'))?;
            known(&format!("{code}{stripped}"))
        })
}

/// The number if its country has given out its range.
fn known(digits: &str) -> Option<Phone> {
    let number = parsed(digits)?;
    let exact = number.code().value().to_string().len() + number.national().to_string().len() == digits.len();
    (exact && number.is_valid()).then(|| Phone(format!("+{digits}")))
}

/// The number if its country could give it out.
fn well_shaped(digits: &str) -> Option<Phone> {
    let number = parsed(digits)?;
    let national = number.national().to_string();
    let exact = number.code().value().to_string().len() + national.len() == digits.len();
    let shaped = DATABASE
        .by_code(&number.code().value())?
        .into_iter()
        .any(|plan| plan.descriptors().general().is_match(&national));
    (exact && shaped).then(|| Phone(format!("+{digits}")))
}

/// `+8 701 …`: the trunk prefix of Russia and Kazakhstan, written with a plus.
fn plus_before_trunk(digits: &str) -> Option<Phone> {
    let rest = digits.strip_prefix('8').filter(|rest| rest.len() == 10)?;
    known(&format!("7{rest}"))
}

fn parsed(digits: &str) -> Option<PhoneNumber> {
    if !(7..=15).contains(&digits.len()) {
        return None;
    }
    phonenumber::parse(None, format!("+{digits}")).ok()
}

/// Two numbers beside each other with nothing but a space between them.
fn side_by_side(piece: &str) -> Vec<String> {
    let count = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    if count(piece) > 15 {
        let parts: Vec<&str> = piece.split_whitespace().collect();
        if parts.len() > 1 && parts.iter().all(|part| count(part) >= 9) {
            return parts.into_iter().map(str::to_owned).collect();
        }
    }
    vec![piece.to_owned()]
}

/// Replaces the words that separate numbers by commas, and shields decimal commas.
fn words_to_commas(text: &str) -> String {
    let lower = text.replace('\u{a0}', " ");
    let mut joined = String::with_capacity(lower.len());
    for word in lower.split_inclusive([' ', '\t', '\n', '\r']) {
        let bare = word.trim();
        if ["или", "або", "немесе", "or", "и", "та", "және", "and"].contains(&bare.to_lowercase().as_str())
        {
            joined.push(',');
        } else if spreadsheet_number(bare.trim_end_matches([',', ';'])).is_some() || exponent_inside(bare) {
            joined.push_str(&shield(word));
        } else {
            joined.push_str(word);
        }
    }
    joined
}

fn exponent_inside(word: &str) -> bool {
    word.to_ascii_uppercase().contains("E+")
}

/// Keeps the comma of `7,90328E+10` from being read as a separator.
fn shield(word: &str) -> String {
    let chars: Vec<char> = word.chars().collect();
    let mut shielded = String::with_capacity(word.len());
    for (index, c) in chars.iter().enumerate() {
        let fraction = chars[index + 1..].iter().take_while(|c| c.is_ascii_digit()).count();
        let exponent_follows = matches!(chars.get(index + 1 + fraction), Some('e' | 'E'));
        shielded.push(if *c == ',' && fraction > 0 && exponent_follows { DECIMAL_COMMA } else { *c });
    }
    shielded
}

/// Cuts off `доб. 123`, `ext. 5`, `вн. 7`, `дод. 2`.
fn without_extension(text: &str) -> &str {
    let starts = ["доб", "ext", "вн.", "внутр", "дод.", "ішкі", "x."];
    let lower = text.to_lowercase();
    let Some(at) = starts.iter().filter_map(|start| lower.find(start)).min() else { return text };
    // Lower case may differ in length from the text in rare scripts: then leave it alone.
    let digits_before = lower[..at].bytes().filter(u8::is_ascii_digit).count();
    if lower.len() == text.len() && digits_before >= 7 { text[..at].trim_end() } else { text }
}

#[cfg(test)]
mod tests;
