//! What the provider keeps of card and QR payments: posted with each payment, given back with it.

use adelante_base::{Money, PaymentMethodId, ReceiptId};
use adelante_domain::finance::{acquiring_fee, acquiring_fee_returned, fee, fee_back};
use adelante_domain::ledger::Account;
use adelante_store::finance::{self, fees};
use adelante_store::ledger::Place;
use adelante_store::receipt::Payment;
use adelante_store::{Door, ledger as entries};

use crate::error::Result;

/// Posts the fees of a visit's payments that were taken, each of its own; tips are part of what the
/// provider sees.
pub(crate) fn post(door: &Door<'_>, place: &Place, payments: &[Payment]) -> Result<()> {
    let Some((register, _)) = place.register else { return Ok(()) };
    let terms = finance::terms(door.connection())?;
    let mut sums: Vec<(PaymentMethodId, Account, Money)> = Vec::new();
    for payment in payments {
        let Some(known) = terms.iter().find(|one| one.method_id == payment.method_id && one.fee_bp > 0) else {
            continue;
        };
        let Some(account) = Account::of_method(payment.kind, payment.method_id, register) else { continue };
        sums.push((payment.method_id, account, fee(payment.moved()?, known.fee_bp)?));
    }
    Ok(entries::post(door, &acquiring_fee(&sums)?, place)?)
}

/// Gives fees of a receipt back, as far as its payments were: to be called for each visit when its
/// payments that answer the receipt's are written. What was given back of other visits is counted.
pub(crate) fn give_back(door: &Door<'_>, place: &Place, sold: ReceiptId, back: &[Payment]) -> Result<()> {
    let Some((register, _)) = place.register else { return Ok(()) };
    let mut sums = Vec::new();
    for kept in fees::of_receipt(door.connection(), sold)? {
        let Some(payment) = back.iter().find(|payment| payment.method_id == kept.method_id) else { continue };
        let Some(account) = Account::of_method(payment.kind, payment.method_id, register) else { continue };
        sums.push((kept.method_id, account, fee_back(kept.taken, kept.paid, kept.returned, kept.kept)?));
    }
    Ok(entries::post(door, &acquiring_fee_returned(&sums)?, place)?)
}
