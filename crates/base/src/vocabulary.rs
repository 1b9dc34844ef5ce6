//! Small closed lists of words that rules, store and contract share. Each has one spelling,
//! the same in the database, in JSON and in TypeScript.

/// Declares a closed list of words with its spelling, `as_str`, `ALL` and `FromStr`.
#[macro_export]
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant,)* }

        impl $name {
            /// Every word of the list, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word's one spelling.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::vocabulary::UnknownWord;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|word| word.as_str() == text)
                    .ok_or_else(|| $crate::vocabulary::UnknownWord(text.to_owned()))
            }
        }
    )*};
}

/// A word that is not on its list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown word: {0}")]
pub struct UnknownWord(pub String);

words! {
    /// Where a visit stands.
    AppointmentStatus {
        /// In the calendar, the client has not confirmed.
        Booked = "booked",
        /// The client said yes.
        Confirmed = "confirmed",
        /// The client is in the salon and waits.
        Arrived = "arrived",
        /// Being served.
        InProgress = "in_progress",
        /// Done; its sale lines are posted.
        Completed = "completed",
        /// Called off.
        Cancelled = "cancelled",
        /// The client did not come.
        NoShow = "no_show",
    }

    /// How much of a visit is paid (F3); derived, never stored as a fact.
    PaymentStatus {
        /// Nothing paid and something to pay.
        Unpaid = "unpaid",
        /// Less than the total.
        Partial = "partial",
        /// All of it, or nothing to pay.
        Paid = "paid",
    }

    /// What kind of money a payment method is.
    MethodKind {
        /// Notes and coins: goes to the drawer, gives change.
        Cash = "cash",
        /// Bank card through a terminal.
        Card = "card",
        /// A QR code of a bank or wallet.
        Qr = "qr",
        /// Transfer to the salon's account.
        Transfer = "transfer",
    }

    /// What a staff member may do (J1).
    Role {
        /// Everything.
        Owner = "owner",
        /// Runs the salon, but not its ownership.
        Manager = "manager",
        /// The front desk.
        Receptionist = "receptionist",
        /// Serves clients; sees own work.
        Master = "master",
    }

    /// Languages of the product (A4).
    Language {
        /// Русский.
        Ru = "ru",
        /// Українська.
        Uk = "uk",
        /// Қазақша.
        Kk = "kk",
        /// English.
        En = "en",
    }

    /// What a receipt says happened.
    ReceiptKind {
        /// Money taken.
        Sale = "sale",
        /// A receipt answered by its opposite, with a reason.
        Void = "void",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_one_spelling_everywhere() {
        for status in AppointmentStatus::ALL {
            assert_eq!(status.as_str().parse(), Ok(*status));
            assert_eq!(serde_json::to_string(status).unwrap(), format!("\"{status}\""));
        }
        assert!("BOOKED".parse::<AppointmentStatus>().is_err());
    }
}
