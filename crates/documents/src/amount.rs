//! Sums as they are printed.

use adelante_base::Money;
use adelante_base::vocabulary::Language;

/// The salon's currency, as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Currency {
    /// ISO 4217: KZT.
    pub code: String,
    /// Digits after the decimal sign, 0–4.
    pub digits: u8,
    /// ₸; empty: the code is printed instead.
    pub symbol: String,
}

/// A sum for a person: `−12 000,00 ₸`, in English `−₸12,000.00`. Groups and symbol are held
/// together by no-break spaces, so that a sum never breaks over lines; minus is U+2212.
#[must_use]
pub fn format_money(amount: Money, currency: &Currency, language: Language) -> String {
    let english = matches!(language, Language::En);
    let number = bare_number(amount, currency, language);
    let minus = if amount.is_negative() { "\u{2212}" } else { "" };
    match (currency.symbol.as_str(), english) {
        ("", _) => format!("{minus}{number}\u{a0}{}", currency.code),
        (symbol, true) => format!("{minus}{symbol}{number}"),
        (symbol, false) => format!("{minus}{number}\u{a0}{symbol}"),
    }
}

/// The same without the currency: for columns whose heading says it.
pub(crate) fn format_number(amount: Money, currency: &Currency, language: Language) -> String {
    let minus = if amount.is_negative() { "\u{2212}" } else { "" };
    format!("{minus}{}", bare_number(amount, currency, language))
}

fn bare_number(amount: Money, currency: &Currency, language: Language) -> String {
    let english = matches!(language, Language::En);
    let (group, decimal) = if english { (',', '.') } else { ('\u{a0}', ',') };
    let digits = usize::from(currency.digits.min(4));
    let all = format!("{:0>width$}", amount.minor().unsigned_abs(), width = digits + 1);
    let (whole, part) = all.split_at(all.len() - digits);
    let mut number = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            number.push(group);
        }
        number.push(digit);
    }
    if digits > 0 {
        number.push(decimal);
        number.push_str(part);
    }
    number
}

/// A rate in basis points: 1200 → `12 %`, 1650 → `16,5 %`.
pub(crate) fn format_rate(basis_points: u16, language: Language) -> String {
    let decimal = if matches!(language, Language::En) { '.' } else { ',' };
    let (whole, part) = (basis_points / 100, basis_points % 100);
    let number = match part {
        0 => whole.to_string(),
        part if part % 10 == 0 => format!("{whole}{decimal}{}", part / 10),
        part => format!("{whole}{decimal}{part:02}"),
    };
    if matches!(language, Language::En) { format!("{number}%") } else { format!("{number}\u{a0}%") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tenge(digits: u8) -> Currency {
        Currency { code: "KZT".into(), digits, symbol: "₸".into() }
    }

    #[test]
    fn sums_read_as_people_of_each_language_write_them() {
        let sum = |minor, digits, language| format_money(Money::from_minor(minor).unwrap(), &tenge(digits), language);
        assert_eq!(sum(1_200_000, 2, Language::Ru), "12\u{a0}000,00\u{a0}₸");
        assert_eq!(sum(-100_000_005, 2, Language::Kk), "\u{2212}1\u{a0}000\u{a0}000,05\u{a0}₸");
        assert_eq!(sum(5, 2, Language::Uk), "0,05\u{a0}₸");
        assert_eq!(sum(-123_456, 2, Language::En), "\u{2212}₸1,234.56");
        assert_eq!(sum(1_234, 0, Language::Ru), "1\u{a0}234\u{a0}₸");
        let bare = Currency { symbol: String::new(), ..tenge(3) };
        assert_eq!(format_money(Money::from_minor(1_500).unwrap(), &bare, Language::Ru), "1,500\u{a0}KZT");
    }

    #[test]
    fn rates_drop_what_is_nought() {
        assert_eq!(format_rate(1_200, Language::Ru), "12\u{a0}%");
        assert_eq!(format_rate(1_650, Language::Uk), "16,5\u{a0}%");
        assert_eq!(format_rate(725, Language::En), "7.25%");
        assert_eq!(format_rate(705, Language::En), "7.05%");
    }

    proptest! {
        #[test]
        fn the_digits_of_a_printed_sum_are_the_sum(minor in -(1i64 << 53) + 1..(1i64 << 53), digits in 0u8..=4) {
            let text = format_money(Money::from_minor(minor).unwrap(), &tenge(digits), Language::Ru);
            let number: String = text.chars().filter(char::is_ascii_digit).collect();
            prop_assert_eq!(number.parse::<u64>().unwrap(), minor.unsigned_abs());
            prop_assert_eq!(text.starts_with('\u{2212}'), minor < 0);
        }
    }
}
