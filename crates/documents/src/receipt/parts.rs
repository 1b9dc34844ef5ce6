//! What both forms of a receipt say in the same words.

use adelante_base::Money;
use adelante_base::vocabulary::ReceiptKind;

use crate::amount::format_rate;
use crate::receipt::{ReceiptDocument, ReceiptLine, ReceiptPayment, Stamp};
use crate::{Words, format_money, sanitise};

pub(super) const fn heading(receipt: &ReceiptDocument, words: &Words) -> &'static str {
    match receipt.kind {
        ReceiptKind::Sale => words.receipt,
        ReceiptKind::Void => words.void,
        ReceiptKind::Refund => words.refunded,
    }
}

pub(super) const fn total_label(receipt: &ReceiptDocument, words: &Words) -> &'static str {
    match receipt.kind {
        ReceiptKind::Sale => words.total,
        ReceiptKind::Void | ReceiptKind::Refund => words.refund,
    }
}

pub(super) const fn amount_label(receipt: &ReceiptDocument, words: &Words) -> &'static str {
    match receipt.kind {
        ReceiptKind::Sale => words.paid,
        ReceiptKind::Void | ReceiptKind::Refund => words.returned,
    }
}

pub(super) const fn stamp(stamp: Stamp, words: &Words) -> &'static str {
    match stamp {
        Stamp::Copy => words.copy,
        Stamp::Practice => words.practice,
    }
}

pub(super) fn money(receipt: &ReceiptDocument, sum: Money) -> String {
    format_money(sum, &receipt.currency, receipt.language)
}

/// Name, legal name, tax id, address, phone: those that are known, without the name.
pub(super) fn seller_lines(receipt: &ReceiptDocument, words: &Words) -> Vec<String> {
    let seller = &receipt.seller;
    let labelled = |label: &str, text: &str| if text.is_empty() { String::new() } else { format!("{label} {text}") };
    let legal_name = if seller.legal_name == seller.name { String::new() } else { seller.legal_name.clone() };
    let lines = [
        legal_name,
        labelled(&seller.tax_id_label, &seller.tax_id),
        seller.address.clone(),
        labelled(words.phone, &seller.phone),
    ];
    lines.into_iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// Label and text of who, where and against which receipt; those that are known.
pub(super) fn facts(receipt: &ReceiptDocument, words: &'static Words) -> Vec<(&'static str, String)> {
    let counterpart = match receipt.kind {
        ReceiptKind::Sale => words.voided_by,
        ReceiptKind::Void | ReceiptKind::Refund => words.original,
    };
    let shift = receipt.shift_number.map(|number| number.to_string()).unwrap_or_default();
    let all = [
        (words.register, without_label(&receipt.register, words.register)),
        (words.shift, shift),
        (words.cashier, receipt.cashier.clone()),
        (words.client, receipt.client.clone()),
        (counterpart, receipt.counterpart.clone()),
        (words.reason, receipt.reason.clone()),
    ];
    all.into_iter().filter(|(_, text)| !text.trim().is_empty()).collect()
}

/// A register that the salon named «Касса 1» is not printed as `Касса: Касса 1`.
fn without_label(text: &str, label: &str) -> String {
    match text.strip_prefix(label) {
        Some(rest) if rest.starts_with(' ') && !rest.trim().is_empty() => rest.trim().to_owned(),
        _ => text.to_owned(),
    }
}

/// `оплачено 5 000,00 ₸ из 12 000,00 ₸`, where a receipt pays only a part of a line.
pub(super) fn part_of_line(receipt: &ReceiptDocument, line: &ReceiptLine, words: &Words) -> Option<String> {
    if line.amount.minor().unsigned_abs() == line.price.minor().unsigned_abs() {
        return None;
    }
    let sentence = match receipt.kind {
        ReceiptKind::Sale => words.paid_of,
        ReceiptKind::Void | ReceiptKind::Refund => words.returned_of,
    };
    let amount = if line.amount.is_negative() { line.amount.negated() } else { line.amount };
    Some(sentence.replace("{a}", &money(receipt, amount)).replace("{b}", &money(receipt, line.price)))
}

/// `скидка 1 000,00 ₸`, of a line that was sold for less.
pub(super) fn discount(receipt: &ReceiptDocument, line: &ReceiptLine, words: &Words) -> Option<String> {
    (line.discount.is_positive() && receipt.kind == ReceiptKind::Sale)
        .then(|| words.discount.replace("{a}", &money(receipt, line.discount)))
}

pub(super) fn method<'a>(payment: &'a ReceiptPayment, words: &Words) -> &'a str {
    if payment.name.trim().is_empty() { words.method(payment.kind) } else { &payment.name }
}

/// What the client gave in cash and got back; of a void, nothing: only the sum goes back.
pub(super) fn cash(receipt: &ReceiptDocument, payment: &ReceiptPayment, words: &Words) -> Vec<(&'static str, String)> {
    match payment.tendered {
        Some(tendered) if receipt.kind == ReceiptKind::Sale => {
            vec![(words.tendered, money(receipt, tendered)), (words.change, money(receipt, payment.change))]
        }
        _ => Vec::new(),
    }
}

/// Whom tips are for, with their sums.
pub(super) fn tips(receipt: &ReceiptDocument, words: &Words) -> Vec<(String, String)> {
    receipt.tips.iter().map(|tip| (words.tip.replace("{who}", &tip.staff), money(receipt, tip.amount))).collect()
}

/// Label and sum of the tax, by rate; nothing where there is none.
pub(super) fn vat(receipt: &ReceiptDocument, words: &Words) -> Vec<(String, String)> {
    let line = |vat: &crate::receipt::Vat| {
        let rate = format_rate(vat.rate_bp, receipt.language);
        (words.vat.replace("{rate}", &rate), money(receipt, vat.amount))
    };
    receipt.vat.iter().map(line).collect()
}

/// What a fiscal device answered, a line each.
pub(super) fn fiscal(receipt: &ReceiptDocument, words: &Words) -> Vec<String> {
    let Some(fiscal) = &receipt.fiscal else { return Vec::new() };
    let known = [
        (words.fiscal_number, &fiscal.number),
        (words.fiscal_sign, &fiscal.sign),
        (words.fiscal_storage, &fiscal.storage),
        (words.fiscal_registration, &fiscal.registration),
    ];
    let marks = known.into_iter().filter(|(_, text)| !text.is_empty());
    let marks = marks.map(|(label, text)| sanitise(&format!("{label} {text}")));
    let warning = fiscal.simulated.then(|| words.fiscal_simulated.to_owned());
    warning.into_iter().chain(marks).collect()
}

/// The three figures of the visit, where this receipt is not the whole of it.
pub(super) fn visit(receipt: &ReceiptDocument, words: &Words) -> Vec<(&'static str, String)> {
    let Some(visit) = receipt.visit else { return Vec::new() };
    if receipt.kind == ReceiptKind::Sale && visit.remaining.is_zero() && visit.total == receipt.total {
        return Vec::new();
    }
    vec![
        (words.visit_total, money(receipt, visit.total)),
        (words.visit_paid, money(receipt, visit.paid)),
        (words.remaining, money(receipt, visit.remaining)),
    ]
}

/// The fiscal marks, then the lines of the footer.
pub(super) fn footer(receipt: &ReceiptDocument, words: &Words) -> Vec<String> {
    fiscal(receipt, words).into_iter().chain(text_lines(&receipt.footer)).collect()
}

/// Lines of a text of the salon's, cleaned; its own line breaks hold.
pub(super) fn text_lines(text: &str) -> Vec<String> {
    text.lines().map(sanitise).filter(|line| !line.trim().is_empty()).collect()
}
