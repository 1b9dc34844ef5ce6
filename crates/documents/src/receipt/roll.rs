//! The roll: black only (a thermal head has no grey), as long as what it says.

use adelante_base::vocabulary::ReceiptKind;

use crate::Words;
use crate::page::blocks::{Block, Size};
use crate::receipt::{ReceiptDocument, parts};

/// What stands on it.
pub(super) fn blocks(receipt: &ReceiptDocument, words: &'static Words) -> Vec<Block> {
    let mut blocks: Vec<Block> =
        receipt.stamps.iter().map(|stamp| Block::Frame(parts::stamp(*stamp, words).to_owned())).collect();
    head(&mut blocks, receipt, words);
    lines(&mut blocks, receipt, words);
    sums(&mut blocks, receipt, words);
    foot(&mut blocks, receipt, words);
    blocks
}

fn head(blocks: &mut Vec<Block>, receipt: &ReceiptDocument, words: &'static Words) {
    blocks.extend([Block::Logo, Block::Centre(receipt.seller.name.clone(), Size::Name), Block::Space(1.5)]);
    for line in parts::text_lines(&receipt.header) {
        blocks.push(Block::Centre(line, Size::Body));
    }
    for line in parts::seller_lines(receipt, words) {
        blocks.push(Block::Centre(line, Size::Small));
    }
    blocks.push(Block::Divide);
    let heading = parts::heading(receipt, words);
    let number = if receipt.kind == ReceiptKind::Sale {
        format!("{heading} {}", receipt.number)
    } else {
        blocks.push(Block::Banner(heading.to_owned()));
        receipt.number.clone()
    };
    blocks.push(Block::Pair((number, Size::Strong), (receipt.at_text.clone(), Size::Body)));
    for (label, text) in parts::facts(receipt, words) {
        blocks.push(Block::pair(label, text, Size::Small));
    }
}

fn lines(blocks: &mut Vec<Block>, receipt: &ReceiptDocument, words: &Words) {
    blocks.push(Block::Divide);
    for (index, line) in receipt.lines.iter().enumerate() {
        if index > 0 {
            blocks.push(Block::Space(3.0));
        }
        blocks.push(Block::pair(&line.name, parts::money(receipt, line.amount), Size::Body));
        let staff = (!line.staff.trim().is_empty()).then(|| line.staff.clone());
        let said = [staff, parts::part_of_line(receipt, line, words), parts::discount(receipt, line, words)];
        blocks.extend(said.into_iter().flatten().map(|text| Block::Left(text, Size::Small)));
    }
}

fn sums(blocks: &mut Vec<Block>, receipt: &ReceiptDocument, words: &Words) {
    blocks.push(Block::Heavy);
    let total = parts::money(receipt, receipt.total);
    blocks.push(Block::pair(parts::total_label(receipt, words), total, Size::Total));
    for (label, sum) in parts::vat(receipt, words) {
        blocks.push(Block::pair(label, sum, Size::Small));
    }
    for (label, sum) in parts::tips(receipt, words) {
        blocks.push(Block::pair(label, sum, Size::Small));
    }
    blocks.push(Block::Divide);
    for payment in &receipt.payments {
        let sum = parts::money(receipt, payment.amount);
        blocks.push(Block::pair(parts::method(payment, words), sum, Size::Body));
        for (label, sum) in parts::cash(receipt, payment, words) {
            blocks.push(Block::pair(label, sum, Size::Small));
        }
    }
    let visit = parts::visit(receipt, words);
    if let Some(((label, sum), figures)) = visit.split_last() {
        blocks.push(Block::Divide);
        for (label, sum) in figures {
            blocks.push(Block::pair(*label, sum, Size::Small));
        }
        blocks.push(Block::Space(1.0));
        blocks.push(Block::pair(*label, sum, Size::Strong));
    }
}

fn foot(blocks: &mut Vec<Block>, receipt: &ReceiptDocument, words: &Words) {
    if !receipt.qr.is_empty() {
        blocks.push(Block::Qr(receipt.qr.clone()));
    }
    let footer = parts::footer(receipt, words);
    if !footer.is_empty() && receipt.qr.is_empty() {
        blocks.push(Block::Divide);
    }
    blocks.extend(footer.into_iter().map(|line| Block::Centre(line, Size::Body)));
}
