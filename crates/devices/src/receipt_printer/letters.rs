//! Letters of a receipt printer.

use encoding_rs::{Encoding, IBM866, WINDOWS_1251};

/// A code page for Cyrillic letters. None has Kazakh ones or the signs ₸ ₽ ₴.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// DOS.
    Cp866,
    /// Windows.
    Cp1251,
}

impl Letters {
    const fn encoding(self) -> &'static Encoding {
        match self {
            Self::Cp866 => IBM866,
            Self::Cp1251 => WINDOWS_1251,
        }
    }

    /// The bytes of a text, or the first letter that the code page lacks. Spaces, dashes and
    /// quotes that it lacks become plain ones.
    ///
    /// # Errors
    /// The letter.
    pub fn encode(self, text: &str) -> Result<Vec<u8>, char> {
        let mut bytes = Vec::with_capacity(text.len());
        for letter in text.chars() {
            let plain = plain(letter);
            let mut buffer = [0; 4];
            let (encoded, _, lacking) = self.encoding().encode(plain.encode_utf8(&mut buffer));
            if lacking || plain.is_control() {
                return Err(letter);
            }
            bytes.extend_from_slice(&encoded);
        }
        Ok(bytes)
    }

    /// Whether the code page has the whole text.
    #[must_use]
    pub fn has(self, text: &str) -> bool {
        self.encode(text).is_ok()
    }
}

const fn plain(letter: char) -> char {
    match letter {
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        '\u{2212}' | '–' | '—' | '‑' => '-',
        '«' | '»' | '“' | '”' | '„' => '"',
        '’' | '‘' => '\'',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn russian_fits_both_pages_ukrainian_one_and_kazakh_none() {
        for letters in [Letters::Cp866, Letters::Cp1251] {
            assert!(letters.has("Стрижка «Ёж» № 5 — 12\u{a0}000,00"), "{letters:?}");
            assert_eq!(letters.encode("Әсем"), Err('Ә'));
            assert_eq!(letters.encode("12 ₸"), Err('₸'));
            assert_eq!(letters.encode("a\nb"), Err('\n'));
        }
        assert!(Letters::Cp1251.has("Їжачок, Ґалаґан І."));
        assert_eq!(Letters::Cp866.encode("Ґ"), Err('Ґ'));
        assert_eq!(Letters::Cp866.encode("Аб"), Ok(vec![0x80, 0xA1]));
    }
}
