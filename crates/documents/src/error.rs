//! What can go wrong while a document is made.

use adelante_base::MoneyError;

/// Why a document could not be made. Never holds a text of the document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// A letter that the built-in fonts do not have. It is refused before anything is drawn:
    /// a receipt with holes in a name is worse than none.
    #[error("the font of documents has no letter {0:?}")]
    MissingGlyph(char),
    /// The QR code cannot hold the text.
    #[error("the QR code cannot hold {0} bytes")]
    QrTooLong(usize),
    /// A picture that is neither PNG nor JPEG, or is broken, or has too many dots.
    #[error("the picture cannot be read")]
    NotAPicture,
    /// Sums that do not fit.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// The document is longer than a printer or a viewer can take.
    #[error("the document has too many lines")]
    TooLong,
    /// The built-in font, the file format or the picture failed; says where.
    #[error("the document could not be made: {0}")]
    Broken(String),
}
