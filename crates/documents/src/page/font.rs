//! The two built-in faces: a subset of Noto Sans, see `fonts/subset.sh`.

use std::sync::LazyLock;

use printpdf::ParsedFont;

use crate::DocumentError;

static REGULAR: LazyLock<Option<ParsedFont>> =
    LazyLock::new(|| ParsedFont::from_bytes(include_bytes!("../../fonts/NotoSans-Regular.ttf"), 0, &mut Vec::new()));
static BOLD: LazyLock<Option<ParsedFont>> =
    LazyLock::new(|| ParsedFont::from_bytes(include_bytes!("../../fonts/NotoSans-Bold.ttf"), 0, &mut Vec::new()));

/// Weight of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    Regular,
    Bold,
}

impl Face {
    pub(crate) const ALL: [Self; 2] = [Self::Regular, Self::Bold];

    /// The name under which pages refer to it.
    pub(crate) const fn resource(self) -> &'static str {
        match self {
            Self::Regular => "NotoSans",
            Self::Bold => "NotoSansBold",
        }
    }

    pub(crate) fn parsed(self) -> Result<&'static ParsedFont, DocumentError> {
        let font = match self {
            Self::Regular => &*REGULAR,
            Self::Bold => &*BOLD,
        };
        font.as_ref().ok_or_else(|| DocumentError::Broken("built-in font".into()))
    }

    /// Whether the face has a shape for `letter`.
    pub(crate) fn has(self, letter: char) -> bool {
        self.parsed().is_ok_and(|font| font.lookup_glyph_index(u32::from(letter)).is_some_and(|glyph| glyph != 0))
    }

    /// Width of one line of `text` in points at `size` points.
    ///
    /// # Errors
    /// [`DocumentError::MissingGlyph`] for a letter that the face does not have.
    pub(crate) fn width(self, text: &str, size: f32) -> Result<f32, DocumentError> {
        let font = self.parsed()?;
        let mut units = 0.0;
        for letter in text.chars() {
            let advance = font
                .lookup_glyph_index(u32::from(letter))
                .filter(|glyph| *glyph != 0)
                .and_then(|glyph| font.get_glyph_width(glyph))
                .ok_or(DocumentError::MissingGlyph(letter))?;
            units += f32::from(advance);
        }
        Ok(units * size / f32::from(font.units_per_em))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_faces_have_every_letter_our_countries_need() {
        let needed = "АБВГҐДЕЁЄЖЗИІЇЙКЛМНОПРСТУЎФХЦЧШЩЪЫЬЭЮЯабвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя\
            ӘҒҚҢӨҰҮҺІәғқңөұүһі ABCXYZabcxyzÄÖÜäöüßÉéÈèÑñŁłŞşĞğİıŽžČčŠš 0123456789 \
            .,:;!?'\"()[]{}<>/\\|@#%&*+-=_~^`§°№«»“”„‘’‚–—−…•·×\u{a0}\u{202f} ₸₽₴€$£₺₾¥™";
        for face in Face::ALL {
            for letter in needed.chars() {
                assert!(face.has(letter), "{face:?} has no {letter:?}");
            }
        }
    }

    #[test]
    fn a_letter_without_a_shape_is_an_error_and_not_a_hole() {
        assert_eq!(Face::Bold.width("Анна 龍", 9.0), Err(DocumentError::MissingGlyph('龍')));
        assert_eq!(Face::Regular.width("a\u{1F600}", 9.0), Err(DocumentError::MissingGlyph('\u{1F600}')));
    }
}
