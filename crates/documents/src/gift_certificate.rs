//! The gift certificate: half a sheet across (A5) to be given as a present, or a strip of a roll where
//! that is all the desk can print.

use adelante_base::vocabulary::Language;
use adelante_base::{Money, Timestamp};

use crate::page::blocks::{self, Block, Size};
use crate::page::canvas::{Align, Canvas, DOT, MM, Mark, Style};
use crate::page::font::Face;
use crate::page::pdf::{About, Sheet, assemble};
use crate::page::qr::qr;
use crate::page::text::wrap;
use crate::{Currency, DocumentError, Format, Logo, format_money, sanitise};

/// What a gift certificate says.
#[derive(Clone, PartialEq, Eq)]
pub struct GiftCertificate {
    /// Language of the words.
    pub language: Language,
    /// Currency of the value.
    pub currency: Currency,
    /// The salon's name.
    pub salon: String,
    /// Address and phone, or empty.
    pub contact: String,
    /// The salon's logo.
    pub logo: Option<Logo>,
    /// What it is worth.
    pub value: Money,
    /// Whom it is for, or empty.
    pub recipient: String,
    /// A wish, or empty.
    pub wish: String,
    /// Its code: capital letters and digits. The QR code says the same.
    pub code: String,
    /// Last day as printed, or empty: no end.
    pub until: String,
    /// Made in practice mode: it is worth nothing, and says so.
    pub practice: bool,
    /// When it was sold: the PDF's date.
    pub made_at: Timestamp,
}

/// Heading, for whom, code, last day, no last day, conditions, the mark of practice: in Russian, Ukrainian,
/// Kazakh, English.
const WORDS: [[&str; 7]; 4] = [
    [
        "Подарочный сертификат",
        "Для кого: {who}",
        "Код сертификата",
        "Действует до {day} включительно",
        "Действует без срока",
        "Им можно платить за услуги и товары салона, сразу или частями. Назовите код или покажите QR при оплате. \
         Берегите код: платит тот, кто его назовёт.",
        "ТРЕНИРОВКА",
    ],
    [
        "Подарунковий сертифікат",
        "Для кого: {who}",
        "Код сертифіката",
        "Діє до {day} включно",
        "Діє без строку",
        "Ним можна платити за послуги й товари салону, одразу або частинами. Назвіть код або покажіть QR під час \
         оплати. Бережіть код: платить той, хто його назве.",
        "ТРЕНУВАННЯ",
    ],
    [
        "Сыйлық сертификаты",
        "Кімге: {who}",
        "Сертификат коды",
        "{day} күнін қоса алғанда жарамды",
        "Мерзімсіз жарамды",
        "Онымен салонның қызметтері мен тауарларына бірден немесе бөліп төлеуге болады. Төлегенде кодты айтыңыз \
         немесе QR көрсетіңіз. Кодты сақтаңыз: оны кім айтса, сол төлейді.",
        "ЖАТТЫҒУ",
    ],
    [
        "Gift certificate",
        "For {who}",
        "Certificate code",
        "Valid until and including {day}",
        "Valid without end",
        "Pays for the salon's services and goods, at once or in parts. Say the code or show the QR code when you \
         pay. Keep the code safe: whoever says it can pay with it.",
        "PRACTICE",
    ],
];

const WIDTH: f32 = 210.0 * MM;
const HEIGHT: f32 = 148.0 * MM;
const FRAME: f32 = 7.0 * MM;
/// Its line.
const LINE: f32 = 0.8;
/// The wrapped present at the left, its ribbons, and where the text begins.
const PANEL: f32 = 34.0 * MM;
const RIBBON: f32 = 8.0 * MM;
const LEFT: f32 = FRAME + PANEL + 9.0 * MM;
const MARGIN: f32 = 13.0 * MM;
/// The head with logo and name ends here, the present above the code there.
const HEAD_END: f32 = MARGIN + 25.0 * MM;
const FOOT_TOP: f32 = 100.0 * MM;
const QR_MM: f32 = 30.0;
/// Beyond this side the code would run into the frame.
const QR_MOST: f32 = 36.0 * MM;
/// Width kept for the QR code with its quiet zone.
const QR_ROOM: f32 = 44.0 * MM;

fn words(language: Language) -> &'static [&'static str; 7] {
    let place = Language::ALL.iter().position(|known| *known == language).unwrap_or(0);
    WORDS.get(place).unwrap_or(&WORDS[0])
}

/// The certificate as PDF: A5 across, or a strip of a roll.
///
/// # Errors
/// [`DocumentError::MissingGlyph`] for a name in letters that the fonts lack,
/// [`DocumentError::QrTooLong`] for a code that fits on no strip.
pub fn gift_certificate(certificate: &GiftCertificate, format: Format) -> Result<Vec<u8>, DocumentError> {
    let certificate = cleaned(certificate);
    let said = words(certificate.language);
    let sheet = match format {
        Format::A4 => Sheet { canvas: present(&certificate, said)?, height: HEIGHT },
        Format::Roll80 | Format::Roll58 => blocks::roll(&strip(&certificate, said), format, certificate.logo.as_ref())?,
    };
    let about = About { title: said[0], author: &certificate.salon, made_at: certificate.made_at };
    assemble(&about, &[sheet])
}

fn cleaned(certificate: &GiftCertificate) -> GiftCertificate {
    let mut clean = certificate.clone();
    for text in [
        &mut clean.salon,
        &mut clean.contact,
        &mut clean.recipient,
        &mut clean.wish,
        &mut clean.code,
        &mut clean.until,
        &mut clean.currency.symbol,
        &mut clean.currency.code,
    ] {
        *text = sanitise(text).trim().to_owned();
    }
    clean
}

/// Four letters, a space, four letters: what a person can read out.
fn grouped(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("\u{a0}")
}

fn until(certificate: &GiftCertificate, said: &[&str; 7]) -> String {
    if certificate.until.is_empty() { said[4].to_owned() } else { said[3].replace("{day}", &certificate.until) }
}

/// Half a sheet across: a present with its ribbon, beside it the salon, what is given, below it the code.
fn present(certificate: &GiftCertificate, said: &[&str; 7]) -> Result<Canvas, DocumentError> {
    let mut canvas = Canvas::new(WIDTH);
    frame(&mut canvas);
    let right = WIDTH - MARGIN;
    let mut left = LEFT;
    if let Some(logo) = &certificate.logo {
        let (width, height) = (logo.width(), logo.height());
        canvas.marks.push(Mark::Picture { x: LEFT, top: MARGIN, width, height, shades: logo.shades() });
        left += width as f32 * DOT + 5.0 * MM;
    }
    let mut y = MARGIN;
    put(&mut canvas, &mut y, (left, right), Text { size: 18.0, ..Text::bold(&certificate.salon, 2) })?;
    put(&mut canvas, &mut y, (left, right), Text::small(&certificate.contact, 2))?;
    y = HEAD_END + 3.0 * MM;
    put(&mut canvas, &mut y, (LEFT, right), Text { size: 24.0, ..Text::bold(said[0], 1) })?;
    let value = format_money(certificate.value, &certificate.currency, certificate.language);
    put(&mut canvas, &mut y, (LEFT, right), Text { size: 36.0, ..Text::bold(&value, 1) })?;
    y += 1.5 * MM;
    if !certificate.recipient.is_empty() {
        let who = said[1].replace("{who}", &certificate.recipient);
        put(&mut canvas, &mut y, (LEFT, right), Text { size: 13.0, ..Text::bold(&who, 2) })?;
    }
    put(&mut canvas, &mut y, (LEFT, right), Text { size: 11.0, ..Text::small(&certificate.wish, 3) })?;
    foot(&mut canvas, certificate, said)?;
    Ok(canvas)
}

/// The code in large letters and as QR, its last day and the conditions.
fn foot(canvas: &mut Canvas, certificate: &GiftCertificate, said: &[&str; 7]) -> Result<(), DocumentError> {
    let right = WIDTH - MARGIN;
    canvas.fill(LEFT, FOOT_TOP, right - LEFT, 0.6, 0.6);
    let cells = qr(&certificate.code, QR_MM)?;
    if cells.side > QR_MOST {
        return Err(DocumentError::QrTooLong(certificate.code.len()));
    }
    canvas.qr(right - cells.side - 3.0 * MM, FOOT_TOP + 3.0 * MM, cells);
    let column = (LEFT, right - QR_ROOM);
    let mut y = FOOT_TOP + 2.5 * MM;
    put(canvas, &mut y, column, Text::small(said[2], 1))?;
    put(canvas, &mut y, column, Text { size: 22.0, ..Text::bold(&grouped(&certificate.code), 1) })?;
    put(canvas, &mut y, column, Text { size: 10.5, ..Text::bold(&until(certificate, said), 1) })?;
    y += 1.0;
    put(canvas, &mut y, column, Text { size: 8.0, ..Text::small(said[5], 3) })?;
    if certificate.practice {
        canvas.text(right, FRAME + 5.0, Align::Right, Style::bold(9.0).grey(0.4), said[6])?;
    }
    Ok(())
}

/// A line around, and at the left the wrapped present: paper, the two ribbons, their knot.
fn frame(canvas: &mut Canvas) {
    let (width, height) = (WIDTH - 2.0 * FRAME, HEIGHT - 2.0 * FRAME);
    for (x, y, w, h) in [
        (FRAME, FRAME, width, LINE),
        (FRAME, FRAME + height - LINE, width, LINE),
        (FRAME, FRAME, LINE, height),
        (FRAME + width - LINE, FRAME, LINE, height),
    ] {
        canvas.fill(x, y, w, h, 0.35);
    }
    canvas.fill(FRAME, FRAME, PANEL, height, 0.14);
    let (down, across) = (FRAME + (PANEL - RIBBON) / 2.0, FRAME + (height - RIBBON) * 0.38);
    for (inset, shade) in [(0.0, 0.86), (1.0 * MM, 0.62), (1.3 * MM, 0.86)] {
        canvas.fill(down + inset, FRAME, RIBBON - 2.0 * inset, height, shade);
    }
    for (inset, shade) in [(0.0, 0.86), (1.0 * MM, 0.62), (1.3 * MM, 0.86)] {
        canvas.fill(FRAME, across + inset, PANEL, RIBBON - 2.0 * inset, shade);
    }
    for (edge, shade) in [(1.8 * MM, 0.14), (1.4 * MM, 0.95), (-1.6 * MM, 0.62), (-2.0 * MM, 0.95)] {
        let side = RIBBON + 2.0 * edge;
        canvas.fill(down - edge, across - edge, side, side, shade);
    }
}

/// A text that must keep its place: as large as wished, or smaller.
#[derive(Clone, Copy)]
struct Text<'a> {
    text: &'a str,
    face: Face,
    size: f32,
    grey: f32,
    lines: usize,
}

impl<'a> Text<'a> {
    const fn bold(text: &'a str, lines: usize) -> Self {
        Self { text, face: Face::Bold, size: 12.0, grey: 0.0, lines }
    }

    const fn small(text: &'a str, lines: usize) -> Self {
        Self { text, face: Face::Regular, size: 8.5, grey: 0.3, lines }
    }
}

/// Letters are made smaller down to this part of their size; what does not fit then is cut.
const SMALLEST: f32 = 0.45;

/// Puts a text between two edges, on no more lines than it may have, in letters as much smaller as
/// that needs. What is too long even so ends in dots.
fn put(canvas: &mut Canvas, y: &mut f32, (left, right): (f32, f32), text: Text<'_>) -> Result<(), DocumentError> {
    let mut style = Style { face: text.face, size: text.size, grey: text.grey };
    let mut lines = wrap(text.text, style.face, style.size, right - left)?;
    while lines.len() > text.lines && style.size > text.size * SMALLEST {
        style.size *= 0.94;
        lines = wrap(text.text, style.face, style.size, right - left)?;
    }
    let cut = lines.len() > text.lines;
    lines.truncate(text.lines);
    if let Some(last) = lines.last_mut().filter(|_| cut) {
        while style.width(&format!("{last}…"))? > right - left && last.pop().is_some() {}
        last.push('…');
    }
    for line in &lines {
        canvas.text(left, *y, Align::Left, style, line)?;
        *y += style.leading();
    }
    Ok(())
}

/// The same for a roll.
fn strip(certificate: &GiftCertificate, said: &[&str; 7]) -> Vec<Block> {
    let centre = |text: &str, size| Block::Centre(text.to_owned(), size);
    let mut blocks = Vec::new();
    if certificate.practice {
        blocks.push(Block::Frame(said[6].to_owned()));
    }
    blocks.extend([Block::Logo, centre(&certificate.salon, Size::Name), Block::Divide]);
    blocks.push(centre(said[0], Size::Strong));
    blocks.push(Block::Space(3.0));
    blocks.push(centre(&format_money(certificate.value, &certificate.currency, certificate.language), Size::Total));
    if !certificate.recipient.is_empty() {
        blocks.push(Block::Space(3.0));
        blocks.push(centre(&said[1].replace("{who}", &certificate.recipient), Size::Body));
    }
    if !certificate.wish.is_empty() {
        blocks.push(Block::Space(3.0));
        blocks.push(centre(&certificate.wish, Size::Body));
    }
    blocks.push(Block::Divide);
    blocks.push(centre(said[2], Size::Small));
    blocks.push(centre(&grouped(&certificate.code), Size::Total));
    blocks.push(Block::Qr(certificate.code.clone()));
    blocks.push(centre(&until(certificate, said), Size::Strong));
    blocks.push(centre(said[5], Size::Small));
    if !certificate.contact.is_empty() {
        blocks.push(Block::Space(3.0));
        blocks.push(centre(&certificate.contact, Size::Small));
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn certificate(language: Language) -> GiftCertificate {
        GiftCertificate {
            language,
            currency: Currency { code: "KZT".to_owned(), digits: 2, symbol: "₸".to_owned() },
            salon: "Студия красоты «Әсем»".to_owned(),
            contact: "г. Алматы, ул. Қабанбай батыра, 42 · +7 701 123-45-67".to_owned(),
            logo: None,
            value: Money::from_minor(2_500_000).unwrap(),
            recipient: "Айгүл".to_owned(),
            wish: "С днём рождения! 💐".to_owned(),
            code: "ABCDEF2345".to_owned(),
            until: "21.11.2027".to_owned(),
            practice: false,
            made_at: Timestamp::from_millis(1_796_000_000_000),
        }
    }

    fn longest(language: Language) -> GiftCertificate {
        GiftCertificate {
            salon: "Щедрая студия широких причёсок и маникюра «Шёлковый путь» ".repeat(2),
            contact: "город Усть-Каменогорск, проспект Нурсултана Назарбаева, дом 145, этаж 3 ".repeat(3),
            value: Money::MAX,
            recipient: "Щ".repeat(80),
            wish: "Желаем широкой души и счастливых щедрых дней. ".repeat(5),
            code: "W".repeat(32),
            practice: true,
            ..certificate(language)
        }
    }

    /// The lowest point of what is written above and below the line, and that nothing leaves the frame.
    fn lowest(canvas: &Canvas, below: bool) -> f32 {
        let mut lowest = 0.0_f32;
        for mark in &canvas.marks {
            let Mark::Text { x, baseline, style, text } = mark else { continue };
            let end = x + style.width(text).unwrap();
            assert!(*x >= FRAME && end <= WIDTH - FRAME, "{text}: {x}..{end}");
            if (*baseline > FOOT_TOP) == below {
                lowest = lowest.max(baseline + style.size * 0.3);
            }
        }
        lowest
    }

    #[test]
    fn long_names_and_wishes_keep_their_place_in_every_language() {
        for language in Language::ALL {
            assert!(words(*language).iter().all(|word| !word.is_empty()), "{language}");
            for one in [certificate(*language), longest(*language)] {
                let canvas = present(&cleaned(&one), words(*language)).unwrap();
                assert!(lowest(&canvas, false) <= FOOT_TOP, "{language}: the present runs into the code");
                assert!(lowest(&canvas, true) <= HEIGHT - FRAME, "{language}: the conditions leave the sheet");
            }
        }
    }

    #[test]
    fn it_is_one_sheet_and_the_same_bytes_twice_on_every_paper() {
        for format in [Format::A4, Format::Roll80, Format::Roll58] {
            for one in [certificate(Language::Ru), longest(Language::Kk)] {
                let pdf = gift_certificate(&one, format).unwrap();
                assert_eq!(pdf, gift_certificate(&one, format).unwrap());
                let pages = crate::pages::page_images(&pdf, 1.0).unwrap();
                assert_eq!(pages.len(), 1);
                if format == Format::A4 {
                    assert!((594..=597).contains(&pages[0].width) && (418..=421).contains(&pages[0].height));
                }
            }
        }
    }
}
