//! Distribution of payments over a visit's services (F5): by largest remainder over what
//! *remains* of each line, one method after the other. Repeated distribution by price would
//! overpay lines; by what remains it never can.

use adelante_base::money::allocate;
use adelante_base::{AppointmentServiceId, Money, MoneyError};

/// A line of the visit as the money sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PayableLine {
    /// Which line.
    pub line: AppointmentServiceId,
    /// Its price.
    pub price: Money,
    /// Paid of it so far, 0 ≤ paid ≤ price.
    pub paid: Money,
}

/// What one payment pays of each line. Lines that get nothing are left out.
pub type Shares = Vec<(AppointmentServiceId, Money)>;

/// Distributes payments, in their order, over the lines.
///
/// After every payment 0 ≤ paid ≤ price on each line, and each payment's shares make the
/// payment. The sum of payments must not exceed what remains.
///
/// # Errors
/// [`MoneyError::NoWeights`] where more is paid than remains.
pub fn distribute(lines: &[PayableLine], payments: &[Money]) -> Result<Vec<Shares>, MoneyError> {
    let mut remaining = lines.iter().map(|line| line.price.minus(line.paid)).collect::<Result<Vec<_>, _>>()?;
    let mut all = Vec::with_capacity(payments.len());
    for payment in payments {
        if *payment > Money::sum(remaining.iter().copied())? {
            return Err(MoneyError::NoWeights);
        }
        let parts = allocate(*payment, &remaining)?;
        let mut shares = Shares::new();
        for (index, part) in parts.into_iter().enumerate() {
            remaining[index] = remaining[index].minus(part)?;
            if !part.is_zero() {
                shares.push((lines[index].line, part));
            }
        }
        all.push(shares);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use adelante_base::{SeededIds, Timestamp};
    use proptest::prelude::*;

    fn lines(prices: &[i64]) -> Vec<PayableLine> {
        let ids = SeededIds::new(1);
        let line = |price: &i64| PayableLine {
            line: AppointmentServiceId::new(&ids, Timestamp::from_millis(1)),
            price: Money::from_minor(*price).unwrap(),
            paid: Money::ZERO,
        };
        prices.iter().map(line).collect()
    }

    fn pay(lines: &mut [PayableLine], minor: i64) {
        let payment = Money::from_minor(minor).unwrap();
        for (id, part) in &distribute(lines, &[payment]).unwrap()[0] {
            let line = lines.iter_mut().find(|line| line.line == *id).unwrap();
            line.paid = line.paid.plus(*part).unwrap();
        }
    }

    #[test]
    fn a_hundred_and_one_then_a_hundred_and_ninety_nine_end_as_each_line_whole() {
        let mut lines = lines(&[101, 100, 100]);
        pay(&mut lines, 101);
        pay(&mut lines, 199);
        let paid: Vec<i64> = lines.iter().map(|line| line.paid.minor()).collect();
        assert_eq!(paid.iter().sum::<i64>(), 300);
        pay(&mut lines, 1);
        assert!(lines.iter().all(|line| line.paid == line.price));
    }

    #[test]
    fn more_than_remains_is_refused() {
        assert!(distribute(&lines(&[100]), &[Money::from_minor(101).unwrap()]).is_err());
    }

    proptest! {
        #[test]
        fn through_any_sequence_of_payments_no_line_is_overpaid_and_nothing_is_lost(
            prices in prop::collection::vec(0i64..500_000, 1..8),
            cuts in prop::collection::vec(1i64..200_000, 0..10),
        ) {
            let mut lines = lines(&prices);
            let mut left: i64 = prices.iter().sum();
            for cut in cuts {
                let payment = cut.min(left);
                if payment == 0 { break; }
                pay(&mut lines, payment);
                left -= payment;
                for line in &lines {
                    prop_assert!(!line.paid.is_negative() && line.paid <= line.price);
                }
                let paid: i64 = lines.iter().map(|line| line.paid.minor()).sum();
                prop_assert_eq!(paid + left, prices.iter().sum::<i64>());
            }
            if left > 0 { pay(&mut lines, left); }
            prop_assert!(lines.iter().all(|line| line.paid == line.price));
        }
    }
}
