//! Blocks as lines of a printer with letters of its own, all of one width.

use crate::DocumentError;
use crate::page::blocks::{Block, Size};

/// A line for such a printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlainLine {
    /// Text, no longer than the paper is wide.
    Text {
        /// The letters.
        text: String,
        /// Fat.
        bold: bool,
        /// Twice as high.
        tall: bool,
        /// In the middle.
        centre: bool,
    },
    /// A QR code with this content.
    Qr(String),
}

/// The most lines of a paper.
const MOST: usize = 2_000;

/// The blocks as lines of `columns` letters. A logo is left out: it is no text.
///
/// # Errors
/// [`DocumentError::TooLong`].
pub(crate) fn lines(blocks: &[Block], columns: usize) -> Result<Vec<PlainLine>, DocumentError> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Logo | Block::Space(_) => {}
            Block::Centre(text, size) => put(&mut lines, text, columns, *size, true),
            Block::Left(text, size) => put(&mut lines, text, columns, *size, false),
            Block::Pair((label, _), (text, size)) => pair(&mut lines, label, text, columns, *size),
            Block::Divide => put(&mut lines, &"-".repeat(columns), columns, Size::Body, false),
            Block::Heavy => put(&mut lines, &"=".repeat(columns), columns, Size::Body, false),
            Block::Banner(text) | Block::Frame(text) => put(&mut lines, text, columns, Size::Strong, true),
            Block::Qr(content) => lines.push(PlainLine::Qr(content.clone())),
        }
    }
    if lines.len() > MOST { Err(DocumentError::TooLong) } else { Ok(lines) }
}

fn line(text: String, size: Size, centre: bool) -> PlainLine {
    let (bold, tall) =
        (matches!(size, Size::Name | Size::Strong | Size::Total), matches!(size, Size::Name | Size::Total));
    PlainLine::Text { text, bold, tall, centre }
}

fn put(lines: &mut Vec<PlainLine>, text: &str, columns: usize, size: Size, centre: bool) {
    lines.extend(wrapped(text, columns).into_iter().map(|text| line(text, size, centre)));
}

/// Label and text on one line, or the label above and the text at the right under it.
fn pair(lines: &mut Vec<PlainLine>, label: &str, text: &str, columns: usize, size: Size) {
    let width = text.chars().count();
    let mut labels = wrapped(label, columns);
    let last = labels.pop().unwrap_or_default();
    lines.extend(labels.into_iter().map(|text| line(text, size, false)));
    let taken = last.chars().count();
    if taken + 1 + width <= columns {
        let gap = " ".repeat(columns - taken - width);
        lines.push(line(format!("{last}{gap}{text}"), size, false));
        return;
    }
    lines.push(line(last, size, false));
    for part in wrapped(text, columns) {
        let gap = " ".repeat(columns.saturating_sub(part.chars().count()));
        lines.push(line(format!("{gap}{part}"), size, false));
    }
}

/// Between words, inside a word only where it is longer than a line. No-break spaces hold.
fn wrapped(text: &str, columns: usize) -> Vec<String> {
    let (mut lines, mut line, mut taken) = (Vec::new(), String::new(), 0);
    for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        let letters: Vec<char> = word.chars().collect();
        for (index, piece) in letters.chunks(columns.max(1)).enumerate() {
            let room = if taken == 0 { 0 } else { taken + 1 };
            if taken > 0 && (index > 0 || room + piece.len() > columns) {
                lines.push(std::mem::take(&mut line));
                taken = 0;
            }
            if taken > 0 {
                line.push(' ');
                taken += 1;
            }
            line.extend(piece);
            taken += piece.len();
        }
    }
    if taken > 0 {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(blocks: &[Block], columns: usize) -> Vec<String> {
        let text = |line| match line {
            PlainLine::Text { text, .. } => text,
            PlainLine::Qr(content) => content,
        };
        lines(blocks, columns).unwrap().into_iter().map(text).collect()
    }

    #[test]
    fn a_label_and_its_sum_stand_at_both_edges_or_under_each_other() {
        let pair = |label: &str| texts(&[Block::pair(label, "12\u{a0}000,00", Size::Body)], 20);
        assert_eq!(pair("Стрижка"), ["Стрижка    12\u{a0}000,00"]);
        assert_eq!(pair("Окрашивание длинных волос"), ["Окрашивание длинных", "волос      12\u{a0}000,00"]);
        assert_eq!(pair("Окрашивание"), ["Окрашивание", "           12\u{a0}000,00"]);
    }

    proptest! {
        #[test]
        fn no_line_is_longer_than_the_paper_and_no_letter_is_lost(
            label in "[а-я ]{0,90}", text in "[0-9 ]{0,60}", columns in 16usize..50,
        ) {
            let lines = texts(&[Block::pair(label.as_str(), text.as_str(), Size::Body)], columns);
            prop_assert!(lines.iter().all(|line| line.chars().count() <= columns), "{lines:?}");
            let bare = |text: &str| text.replace(' ', "");
            prop_assert_eq!(bare(&lines.concat()), bare(&label) + &bare(&text));
        }
    }
}
