//! PINs of the lock screen, and codes on paper (recovery code, the database's key).

/// Fewest digits of a PIN.
pub const PIN_DIGITS_MIN: usize = 4;
/// Most digits of a PIN.
pub const PIN_DIGITS_MAX: usize = 8;

/// Why a PIN is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadPin {
    /// Not 4 to 8 digits.
    #[error("a PIN is 4 to 8 digits")]
    NotDigits,
    /// One digit over and over (0000).
    #[error("all digits are the same")]
    AllTheSame,
    /// A straight run (1234, 9876, 7890).
    #[error("the digits run up or down")]
    StraightRun,
}

/// Checks a PIN that somebody chooses. It carries no digits into its error.
///
/// # Errors
/// [`BadPin`].
pub fn validate_pin(pin: &str) -> Result<(), BadPin> {
    let digits: Vec<u8> = pin.bytes().collect();
    if !(PIN_DIGITS_MIN..=PIN_DIGITS_MAX).contains(&digits.len()) || !digits.iter().all(u8::is_ascii_digit) {
        return Err(BadPin::NotDigits);
    }
    let every_step = |step: u8| digits.windows(2).all(|pair| (pair[0] - b'0' + step) % 10 == pair[1] - b'0');
    if every_step(0) {
        return Err(BadPin::AllTheSame);
    }
    if every_step(1) || every_step(9) {
        return Err(BadPin::StraightRun);
    }
    Ok(())
}

/// Crockford's base 32: no I, L, O or U, so that a code survives handwriting.
/// Source: Douglas Crockford, "Base 32", 2002.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The five further letters that only the check character may be.
const CHECK_LETTERS: &[u8; 37] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";

/// The text is not a code: a letter is wrong, missing or swapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a valid code: check it letter by letter")]
pub struct BadCode;

/// The bytes as a code to print: groups of four letters, the last letter checks the others.
#[must_use]
pub fn format_code(bytes: &[u8]) -> String {
    let mut code = String::new();
    let (mut bits, mut count) = (0u32, 0u32);
    for byte in bytes {
        bits = (bits << 8) | u32::from(*byte);
        count += 8;
        while count >= 5 {
            count -= 5;
            code.push(letter(bits >> count));
            bits &= (1 << count) - 1;
        }
    }
    if count > 0 {
        code.push(letter(bits << (5 - count)));
    }
    code.push(char::from(CHECK_LETTERS[usize::from(check(bytes))]));
    let letters: Vec<char> = code.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// Reads a code back: small or capital letters, any spaces and dashes, O for 0, I and L for 1.
///
/// # Errors
/// [`BadCode`] where a letter is wrong, missing or swapped.
pub fn parse_code(text: &str) -> Result<Vec<u8>, BadCode> {
    let mut letters: Vec<u8> = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '‐' | '‑' | '–' | '—' | '_' | '.'))
        .map(|c| match c.to_ascii_uppercase() {
            'O' | 'О' | 'о' => Ok(b'0'),
            'I' | 'L' => Ok(b'1'),
            other => u8::try_from(other).map_err(|_| BadCode),
        })
        .collect::<Result<_, _>>()?;
    let checked = letters.pop().ok_or(BadCode)?;
    let (mut bits, mut count) = (0u32, 0u32);
    let mut bytes = Vec::with_capacity(letters.len() * 5 / 8);
    for letter in letters {
        let value =
            LETTERS.iter().position(|known| *known == letter).and_then(|at| u32::try_from(at).ok()).ok_or(BadCode)?;
        bits = (bits << 5) | value;
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count).map_err(|_| BadCode)?);
            bits &= (1 << count) - 1;
        }
    }
    let whole = count < 5 && bits == 0 && !bytes.is_empty();
    let check_fits = CHECK_LETTERS[usize::from(check(&bytes))] == checked;
    if whole && check_fits { Ok(bytes) } else { Err(BadCode) }
}

fn letter(value: u32) -> char {
    usize::try_from(value & 31).map_or('0', |at| char::from(LETTERS[at]))
}

/// The number the bytes make, modulo 37: Crockford's check, finds every wrong letter and
/// every swap of neighbours.
fn check(bytes: &[u8]) -> u8 {
    let rest = bytes.iter().fold(0u16, |rest, byte| (rest * 256 + u16::from(*byte)) % 37);
    u8::try_from(rest).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn guessable_pins_are_refused() {
        for (pin, why) in [
            ("0000", BadPin::AllTheSame),
            ("77777777", BadPin::AllTheSame),
            ("1234", BadPin::StraightRun),
            ("4321", BadPin::StraightRun),
            ("7890", BadPin::StraightRun),
            ("2109", BadPin::StraightRun),
            ("123", BadPin::NotDigits),
            ("123456789", BadPin::NotDigits),
            ("12a4", BadPin::NotDigits),
            ("", BadPin::NotDigits),
            ("１３５７", BadPin::NotDigits),
        ] {
            assert_eq!(validate_pin(pin), Err(why), "{pin}");
        }
        for pin in ["1357", "2468", "1212", "19840512"] {
            assert_eq!(validate_pin(pin), Ok(()), "{pin}");
        }
    }

    #[test]
    fn a_code_is_groups_of_four_letters() {
        let code = format_code(&[0xff; 10]);
        assert_eq!(code, "ZZZZ-ZZZZ-ZZZZ-ZZZZ-~");
        assert_eq!(parse_code(&code), Ok(vec![0xff; 10]));
        assert_eq!(format_code(&[0; 32]).len(), 53 + 13);
    }

    #[test]
    fn a_code_forgives_how_it_was_written_down() {
        let bytes = [0x00, 0x42, 0x10, 0x84, 0x21, 0x08, 0x42, 0x10, 0x84, 0x21];
        let code = format_code(&bytes);
        let sloppy = code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(parse_code(&sloppy), Ok(bytes.to_vec()), "{sloppy}");
        assert_eq!(parse_code(&code.replace('1', "I").replace('0', "О")), Ok(bytes.to_vec()));
    }

    #[test]
    fn nothing_is_not_a_code() {
        for text in ["", "-", "0", "U", "!!!!", "ключ"] {
            assert_eq!(parse_code(text), Err(BadCode), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_code_reads_back(bytes in prop::collection::vec(any::<u8>(), 1..40)) {
            prop_assert_eq!(parse_code(&format_code(&bytes)), Ok(bytes));
        }

        #[test]
        fn one_wrong_letter_is_noticed(bytes in prop::array::uniform10(any::<u8>()), at in 0usize..17, with in 0usize..32) {
            let mut letters: Vec<u8> = format_code(&bytes).into_bytes().into_iter().filter(|c| *c != b'-').collect();
            prop_assume!(letters[at] != LETTERS[with]);
            letters[at] = LETTERS[with];
            prop_assert_eq!(parse_code(&String::from_utf8(letters).unwrap()), Err(BadCode));
        }

        #[test]
        fn two_swapped_letters_are_noticed(bytes in prop::array::uniform10(any::<u8>()), at in 0usize..15) {
            let mut letters: Vec<u8> = format_code(&bytes).into_bytes().into_iter().filter(|c| *c != b'-').collect();
            prop_assume!(letters[at] != letters[at + 1]);
            letters.swap(at, at + 1);
            prop_assert_eq!(parse_code(&String::from_utf8(letters).unwrap()), Err(BadCode));
        }
    }
}
