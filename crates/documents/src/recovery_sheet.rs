//! The sheet that the wizard prints once: the way back into the salon's data.

use std::fmt;

use adelante_base::Timestamp;
use adelante_base::vocabulary::Language;

use crate::page::canvas::{Align, MM, Style};
use crate::page::flow::Flow;
use crate::page::pdf::{About, Sheet, assemble};
use crate::{DocumentError, Words, sanitise};

/// What the recovery sheet says.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoverySheet {
    /// The salon's name.
    pub salon: String,
    /// The owner's name.
    pub owner: String,
    /// The code for a forgotten PIN, as it is typed.
    pub recovery_code: String,
    /// The database's key, 64 hexadecimal digits; printed in groups of four.
    pub database_key: String,
    /// Date, as printed.
    pub at_text: String,
    /// When it was made: the PDF's date.
    pub made_at: Timestamp,
    /// Language of the words.
    pub language: Language,
}

impl fmt::Debug for RecoverySheet {
    /// Nothing of it: code and key never enter a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecoverySheet").finish_non_exhaustive()
    }
}

const BODY: Style = Style::regular(11.0);
const NOTE: Style = Style::regular(10.0).grey(0.3);
const SECRET: Style = Style::bold(15.0);

/// One page of A4.
///
/// # Errors
/// [`DocumentError::MissingGlyph`] for a name in letters that the fonts lack.
pub fn recovery_sheet(sheet: &RecoverySheet) -> Result<Vec<u8>, DocumentError> {
    let words = Words::of(sheet.language);
    let (salon, owner) = (sanitise(&sheet.salon), sanitise(&sheet.owner));
    let mut flow = Flow::new(210.0 * MM, 25.0 * MM, 28.0 * MM);
    flow.paragraph(words.recovery_title, Style::bold(24.0), Align::Left)?;
    flow.space(6.0);
    flow.rule(1.5, 0.0);
    flow.space(14.0);
    flow.paragraph(words.recovery_intro, BODY, Align::Left)?;
    flow.space(14.0);
    flow.paragraph(&format!("{}: {salon}", words.recovery_salon), BODY, Align::Left)?;
    flow.paragraph(&format!("{}: {owner}", words.recovery_owner), BODY, Align::Left)?;
    flow.paragraph(&sanitise(&sheet.at_text), NOTE, Align::Left)?;
    flow.space(20.0);
    secret(&mut flow, (words.recovery_code, &sheet.recovery_code), words.recovery_code_use)?;
    secret(&mut flow, (words.recovery_key, &grouped(&sheet.database_key)), words.recovery_key_use)?;
    flow.paragraph(words.recovery_warning, Style::bold(11.0), Align::Left)?;
    let about = About { title: words.recovery_title, author: &salon, made_at: sheet.made_at };
    assemble(&about, &[Sheet { canvas: flow.canvas, height: 297.0 * MM }])
}

/// Four digits, a space, four digits, in lines of eight groups: what a person can copy
/// without losing the place.
fn grouped(key: &str) -> String {
    let letters: Vec<char> = key.chars().filter(|letter| !letter.is_whitespace()).collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.chunks(8).map(|line| line.join("\u{a0}")).collect::<Vec<_>>().join(" ")
}

/// A heading, the secret in a frame, and what it is for.
fn secret(flow: &mut Flow, (label, value): (&str, &str), purpose: &str) -> Result<(), DocumentError> {
    flow.paragraph(label, Style::bold(12.0), Align::Left)?;
    flow.space(6.0);
    let top = flow.y;
    flow.space(10.0);
    (flow.left, flow.right) = (flow.left + 12.0, flow.right - 12.0);
    flow.paragraph(&sanitise(value), SECRET, Align::Left)?;
    (flow.left, flow.right) = (flow.left - 12.0, flow.right + 12.0);
    flow.space(9.0);
    let (width, height) = (flow.width(), flow.y - top);
    for (x, y, w, h) in [
        (flow.left, top, width, 1.0),
        (flow.left, top + height - 1.0, width, 1.0),
        (flow.left, top, 1.0, height),
        (flow.right - 1.0, top, 1.0, height),
    ] {
        flow.canvas.fill(x, y, w, h, 0.0);
    }
    flow.space(6.0);
    flow.paragraph(purpose, NOTE, Align::Left)?;
    flow.space(22.0);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_printed_in_groups_of_four() {
        assert_eq!(grouped("0123abcd 4567"), "0123\u{a0}abcd\u{a0}4567");
        assert_eq!(grouped(&"0".repeat(64)).split(' ').count(), 2);
    }
}
