//! A printer simulator in the network and at a port: takes, is slow, refuses, dies midway. What
//! it took is decoded back to text and to a picture by a reader of its own.
#![expect(clippy::unwrap_used, reason = "a test that meets the unexpected must fail")]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use adelante_devices::{Letters, Piece, Port, PrintError, Ticket, drawer_kick};
use encoding_rs::IBM866;

const PATIENCE: Duration = Duration::from_secs(5);

/// What a printer does with the bytes.
#[derive(Debug, Default, PartialEq, Eq)]
struct Paper {
    lines: Vec<String>,
    fat: Vec<String>,
    codes: Vec<String>,
    /// Rows of dots.
    picture: Vec<Vec<bool>>,
    cuts: usize,
    kicks: usize,
    code_pages: Vec<u8>,
}

/// Reads ESC/POS as Epson's guide describes it, independently of the encoder; anything else is
/// a fault.
fn printed(bytes: &[u8]) -> Paper {
    let mut paper = Paper::default();
    let (mut at, mut line, mut bold, mut code) = (0, Vec::new(), false, Vec::new());
    let word = |at: usize| usize::from(bytes[at]) | usize::from(bytes[at + 1]) << 8;
    while at < bytes.len() {
        match bytes[at..] {
            [0x1B, b'@', ..] => (bold, at) = (false, at + 2),
            [0x1B, b't', page, ..] => {
                paper.code_pages.push(page);
                at += 3;
            }
            [0x1B, b'a', 0..=2, ..] | [0x1B, b'd', _, ..] | [0x1D, b'!', _, ..] => at += 3,
            [0x1B, b'E', on, ..] => (bold, at) = (on & 1 == 1, at + 3),
            [0x1B, b'p', 0, ..] => (paper.kicks, at) = (paper.kicks + 1, at + 5),
            [0x1D, b'V', 66, _, ..] => (paper.cuts, at) = (paper.cuts + 1, at + 4),
            [0x1D, b'v', b'0', 0, ..] => {
                let (wide, high) = (word(at + 4), word(at + 6));
                at += 8;
                for row in bytes[at..at + wide * high].chunks(wide) {
                    let dots = row.iter().flat_map(|byte| (0..8).map(move |bit| byte >> (7 - bit) & 1 == 1));
                    paper.picture.push(dots.collect());
                }
                at += wide * high;
            }
            [0x1D, b'(', b'k', ..] => {
                let length = word(at + 3);
                let body = &bytes[at + 5..at + 5 + length];
                match body {
                    [49, 80, 48, content @ ..] => code = content.to_vec(),
                    [49, 81, 48] => paper.codes.push(String::from_utf8(code.clone()).unwrap()),
                    _ => {}
                }
                at += 5 + length;
            }
            [b'\n', ..] => {
                let text = IBM866.decode_without_bom_handling(&line).0.into_owned();
                if bold {
                    paper.fat.push(text.clone());
                }
                paper.lines.push(text);
                line.clear();
                at += 1;
            }
            [letter, ..] if letter >= 0x20 => {
                line.push(letter);
                at += 1;
            }
            ref odd => panic!("no command at {at}: {:?}", &odd[..odd.len().min(8)]),
        }
    }
    paper
}

fn line(text: &str, bold: bool) -> Piece {
    Piece::Line { text: text.to_owned(), bold, tall: false, centre: false }
}

fn ticket(pieces: Vec<Piece>) -> Ticket {
    Ticket { pieces, letters: (Letters::Cp866, 17), cut: true, copies: 1 }
}

/// A picture of a slant, 576 dots wide and 300 high: three bands.
fn slant() -> Vec<u8> {
    let mut rows = vec![0; 72 * 300];
    for y in 0..300 {
        rows[y * 72 + y / 8] |= 0x80 >> (y % 8);
    }
    rows
}

/// A printer at a port of its own, doing one thing with whoever comes.
fn printer(does: impl FnOnce(TcpStream) -> Vec<u8> + Send + 'static) -> (Port, mpsc::Receiver<Vec<u8>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let (send, receive) = mpsc::channel();
    thread::spawn(move || send.send(does(listener.accept().unwrap().0)));
    (Port::Network(address), receive)
}

fn takes_all(mut from: TcpStream) -> Vec<u8> {
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes).unwrap();
    bytes
}

#[test]
fn text_and_code_come_out_as_they_were_written() {
    let text =
        ticket(vec![line("Стрижка «Ёж» — 12\u{a0}000,00", false), line("ИТОГО", true), Piece::Qr("n=K1-1".into())]);
    let (port, paper) = printer(takes_all);
    port.send(&Ticket { copies: 2, ..text.clone() }.bytes().unwrap(), PATIENCE).unwrap();
    let paper = printed(&paper.recv_timeout(PATIENCE).unwrap());
    assert_eq!(paper.lines[..2], ["Стрижка \"Ёж\" - 12 000,00", "ИТОГО"]);
    assert_eq!((paper.lines.len(), paper.fat.len(), paper.cuts), (4, 2, 2), "two of each");
    assert_eq!((paper.codes, paper.code_pages), (vec!["n=K1-1".to_owned(); 2], vec![17, 17]));
    assert_eq!(ticket(vec![line("Әсем", false)]).bytes(), Err('Ә'), "no hole in a name");
}

#[test]
fn a_picture_comes_out_dot_by_dot_over_its_bands() {
    let rows = slant();
    let (port, paper) = printer(takes_all);
    port.send(&ticket(vec![Piece::Picture { width: 576, rows }]).bytes().unwrap(), PATIENCE).unwrap();
    let paper = printed(&paper.recv_timeout(PATIENCE).unwrap());
    assert_eq!(paper.picture.len(), 300);
    for (y, row) in paper.picture.iter().enumerate() {
        assert_eq!(row.len(), 576);
        assert!(row.iter().enumerate().all(|(x, dot)| *dot == (x == y)), "row {y}");
    }
    assert!(paper.code_pages.is_empty(), "a picture needs no letters");
    let whole = ticket(vec![Piece::Picture { width: 8, rows: vec![0xFF; 9] }]).bytes().unwrap();
    assert_eq!(printed(&whole).picture.len(), 9);
}

#[test]
fn the_drawer_is_kicked_and_nothing_is_printed() {
    let (port, paper) = printer(takes_all);
    port.send(&drawer_kick(), PATIENCE).unwrap();
    let paper = printed(&paper.recv_timeout(PATIENCE).unwrap());
    assert_eq!(paper, Paper { kicks: 1, ..Paper::default() });
}

#[test]
fn a_slow_printer_gets_everything() {
    let (port, paper) = printer(|mut from| {
        let (mut bytes, mut some) = (Vec::new(), [0; 65_536]);
        loop {
            thread::sleep(Duration::from_millis(30));
            match from.read(&mut some).unwrap() {
                0 => return bytes,
                read => bytes.extend_from_slice(&some[..read]),
            }
        }
    });
    let long = Ticket { copies: 20, ..ticket(vec![Piece::Picture { width: 576, rows: slant() }]) };
    port.send(&long.bytes().unwrap(), PATIENCE).unwrap();
    assert_eq!(printed(&paper.recv_timeout(PATIENCE).unwrap()).picture.len(), 6_000);
}

#[test]
fn a_printer_that_is_off_a_busy_one_and_one_that_dies_are_told_apart() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let off = Port::Network(free).send(b"x", PATIENCE).unwrap_err();
    assert!(matches!(off, PrintError::Unreachable(_)) && !off.may_have_printed(), "{off:?}");
    let nowhere = Port::Network("no-such-printer.invalid".to_owned()).send(b"x", PATIENCE).unwrap_err();
    assert!(matches!(nowhere, PrintError::Unreachable(_)), "{nowhere:?}");

    // It listens and takes nothing: what the network holds for it is soon full.
    let (hold, held) = mpsc::channel::<()>();
    let (busy, _paper) = printer(move |from| {
        let _ = held.recv_timeout(Duration::from_secs(20));
        drop(from);
        Vec::new()
    });
    let start = Instant::now();
    let error = busy.send(&vec![0x20; 32 << 20], Duration::from_millis(300)).unwrap_err();
    assert_eq!((error.clone(), error.may_have_printed()), (PrintError::Timeout, true));
    assert!(start.elapsed() < Duration::from_secs(10));
    drop(hold);

    for taken in [100, 100_000] {
        let (dying, _paper) = printer(move |mut from| {
            let mut some = vec![0; taken];
            from.read_exact(&mut some).unwrap();
            some
        });
        let error = dying.send(&vec![0x20; 200_000], PATIENCE).unwrap_err();
        assert!(matches!(error, PrintError::Interrupted(_)), "after {taken}: {error:?}");
    }
}

#[test]
fn a_printer_that_answers_its_state_is_no_fault() {
    let (port, _paper) = printer(|mut from| {
        from.write_all(&[0x12]).unwrap();
        takes_all(from)
    });
    port.send(&drawer_kick(), PATIENCE).unwrap();
}

#[test]
fn a_port_is_written_to_and_one_that_is_not_there_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lp0");
    let port = Port::Device(path.clone());
    assert_eq!(port.send(b"x", PATIENCE), Err(PrintError::NoSuchPrinter));
    assert!(!path.exists());
    std::fs::write(&path, b"").unwrap();
    port.send(&drawer_kick(), PATIENCE).unwrap();
    assert_eq!(printed(&std::fs::read(&path).unwrap()).kicks, 1);
    let error = Port::Device(folder.path().to_owned()).send(b"x", PATIENCE).unwrap_err();
    assert!(matches!(error, PrintError::Refused(_)), "{error:?}");
}

/// A pipe that nobody reads is a printer without paper: it takes a little and then nothing.
#[cfg(unix)]
#[test]
fn a_port_that_takes_nothing_is_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lp0");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
    let error = Port::Device(path.clone()).send(&[0x20; 1 << 20], Duration::from_millis(300)).unwrap_err();
    assert_eq!(error, PrintError::Timeout);
    // Somebody reads it now: the thread that waited goes on and ends.
    let mut reader = std::fs::File::open(&path).unwrap();
    let mut some = [0; 16];
    reader.read_exact(&mut some).unwrap();
    assert_eq!(some, [0x20; 16]);
}
