//! What a file is, by its content.

use std::io::{Cursor, Read};

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use zip::ZipArchive;

use crate::sheet::{Found, Limit, MAX_UNPACKED, SheetError};

/// A file that can be read.
pub(super) enum Kind {
    Xlsx,
    Xlsb,
    Ods,
    Xls,
    /// Decoded.
    Text(String),
}

/// How other files begin.
const FOREIGN: [(&[u8], Found); 9] = [
    (b"%PDF", Found::Pdf),
    (b"{\\rtf", Found::TextDocument),
    (b"\x89PNG", Found::Picture),
    (b"\xFF\xD8\xFF", Found::Picture),
    (b"GIF8", Found::Picture),
    (b"Rar!", Found::Archive),
    (b"7z\xBC\xAF", Found::Archive),
    (b"\x1F\x8B", Found::Archive),
    (b"SQLite format 3\0", Found::Unknown),
];

/// What `bytes` are.
///
/// # Errors
/// Everything of [`SheetError`] but `NoRows`.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, SheetError> {
    if bytes.is_empty() {
        return Err(SheetError::Empty);
    }
    if let Some((_, found)) = FOREIGN.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(SheetError::NotASheet(*found));
    }
    if bytes.starts_with(b"PK") {
        return packed(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return compound(bytes);
    }
    let text = decode(bytes)?;
    let start = text.trim_start().chars().take(64).collect::<String>().to_lowercase();
    let found = match start.as_str() {
        "" => return Err(SheetError::Empty),
        page if ["<html", "<!doctype html", "<table", "<head", "<body", "<meta"]
            .iter()
            .any(|tag| page.starts_with(tag)) =>
        {
            Found::WebPage
        }
        card if card.starts_with("begin:vcard") => Found::AddressBook,
        other if other.starts_with("<?xml") || other.starts_with("{\"") || other.starts_with("[{") => Found::Structured,
        _ => return Ok(Kind::Text(text)),
    };
    Err(SheetError::NotASheet(found))
}

/// A zip: Excel's, LibreOffice's or another. Every part is unpacked once to be counted: what
/// the directory says of sizes may be a lie, and a part that is cut off shows here.
fn packed(bytes: &[u8]) -> Result<Kind, SheetError> {
    let damaged = |error: zip::result::ZipError| SheetError::Damaged(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let names: Vec<String> =
        archive.file_names().flatten().map(|name| name.replace('\\', "/").to_lowercase()).collect();
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    let kind = if has("xl/workbook.xml") {
        Kind::Xlsx
    } else if has("xl/workbook.bin") {
        Kind::Xlsb
    } else if has("content.xml") && has("mimetype") {
        Kind::Ods
    } else if has("word/document.xml") {
        return Err(SheetError::NotASheet(Found::TextDocument));
    } else {
        return Err(SheetError::NotASheet(Found::Archive));
    };
    let mut left = MAX_UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => {
                SheetError::Protected
            }
            other => damaged(other),
        })?;
        let unpacked = std::io::copy(&mut part.take(left + 1), &mut std::io::sink())
            .map_err(|error| SheetError::Damaged(error.to_string()))?;
        left = left.checked_sub(unpacked).ok_or(SheetError::TooLarge(Limit::Unpacked))?;
    }
    Ok(kind)
}

/// Microsoft's compound file: an old workbook, or the wrapping of one with a password. The
/// names in its directory are UTF-16.
fn compound(bytes: &[u8]) -> Result<Kind, SheetError> {
    let has = |name: &str| {
        let wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wanted.len()).step_by(2).any(|window| window == wanted)
    };
    if has("EncryptedPackage") {
        Err(SheetError::Protected)
    } else if has("Workbook") || has("Book") {
        Ok(Kind::Xls)
    } else if has("WordDocument") {
        Err(SheetError::NotASheet(Found::TextDocument))
    } else {
        Err(SheetError::NotASheet(Found::Unknown))
    }
}

/// The text of a text file: by its byte order mark, as UTF-16, as UTF-8, or as the old
/// encoding that fits its letters best.
fn decode(bytes: &[u8]) -> Result<String, SheetError> {
    let encoding = encoding(bytes);
    let (text, _, _) = encoding.decode(bytes);
    let head = || text.chars().take(4_096);
    let odd = head()
        .filter(|letter| letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{1a}' | '\u{85}'))
        .count();
    let lost = head().filter(|letter| *letter == '\u{fffd}').count();
    // A text has no control codes; a few bytes of rubbish do not make it none.
    if (odd + lost) * 50 > head().count() {
        return Err(SheetError::NotASheet(Found::Unknown));
    }
    Ok(text.replace('\0', "").trim_end_matches('\u{1a}').to_owned())
}

fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let head = &bytes[..bytes.len().min(4_096)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if even + odd > head.len() / 16 {
        if odd > even * 8 {
            return UTF_16LE;
        }
        if even > odd * 8 {
            return UTF_16BE;
        }
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => UTF_8,
        // Cut off inside its last letter.
        Err(error) if error.error_len().is_none() => UTF_8,
        Err(_) => {
            let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
            detector.feed(bytes, true);
            detector.guess(None, chardetng::Utf8Detection::Deny)
        }
    }
}
