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

    /// What becomes of a deposit when its visit does not take place.
    DepositEnd {
        /// It goes back the way it came.
        Return = "return",
        /// The salon keeps all of it.
        Keep = "keep",
        /// The salon keeps the part that its rules name; the rest goes back.
        KeepPart = "keep_part",
        /// It goes to the client's balance.
        Balance = "balance",
    }

    /// Why the rules say what becomes of a deposit.
    DepositWhy {
        /// Called off early enough.
        InTime = "in_time",
        /// Called off too late.
        Late = "late",
        /// The client did not come.
        Missed = "missed",
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
        /// From what the client has with the salon.
        Balance = "balance",
        /// From a gift certificate.
        Certificate = "certificate",
        /// A session of a package.
        Package = "package",
        /// Points that become a part of the price.
        Points = "points",
    }

    /// What an item of a bill is.
    ItemKind {
        /// Goods.
        Product = "product",
        /// A gift certificate: money for later.
        Certificate = "certificate",
        /// A package or membership: sessions for later.
        Package = "package",
        /// Money put on the client's balance.
        TopUp = "top_up",
    }

    /// Whose price was changed.
    PriceChangeKind {
        /// A discount on a line of a bill, given, changed or taken away.
        Discount = "discount",
        /// A booked service of one visit.
        BookedService = "booked_service",
        /// Goods on one bill.
        BillItem = "bill_item",
        /// A service of the price list.
        Service = "service",
        /// A product.
        Product = "product",
        /// A kind of package.
        PackageOffer = "package_offer",
    }

    /// What goods are counted in.
    ProductUnit {
        /// Pieces.
        Piece = "piece",
        /// Millilitres.
        Millilitre = "ml",
        /// Grams.
        Gram = "g",
    }

    /// Why goods came in or went out (G2).
    StockKind {
        /// Bought from a supplier.
        Receipt = "receipt",
        /// Sold.
        Sale = "sale",
        /// Sold and brought back.
        SaleReturn = "sale_return",
        /// Used for a service.
        Use = "use",
        /// Broken, spoilt, lost.
        WriteOff = "write_off",
        /// Counted otherwise than by the books.
        Stocktake = "stocktake",
        /// Nothing moved: what was sold before it had come in is worth what it then cost.
        Revaluation = "revaluation",
    }

    /// Why points came or went.
    PointKind {
        /// For what was paid.
        Earned = "earned",
        /// As a part of a price.
        Spent = "spent",
        /// The payment they were for was taken back.
        TakenBack = "taken_back",
        /// The payment they were spent on was taken back.
        GivenBack = "given_back",
    }

    /// Which way cash goes.
    CashDirection {
        /// Into the drawer.
        In = "in",
        /// Out of the drawer.
        Out = "out",
    }

    /// What stands behind cash that goes in or out: which account of the ledger answers the drawer.
    CashPurpose {
        /// The owner puts money in or takes it.
        Owner = "owner",
        /// Handed in at the bank, or fetched from it.
        Bank = "bank",
        /// Something was bought or paid.
        Expense = "expense",
        /// Other income than from services.
        Income = "income",
        /// A supplier is paid for goods that came in.
        Supplier = "supplier",
    }

    /// What a finance operation is.
    FinanceKind {
        /// Money came in.
        Income = "income",
        /// Money went out.
        Expense = "expense",
        /// Money went from one of the salon's places to another.
        Transfer = "transfer",
    }

    /// Where the salon's money can be. The words are those of the ledger's accounts.
    PlaceKind {
        /// A register's drawer.
        Drawer = "drawer",
        /// An account at a bank.
        BankAccount = "bank_account",
        /// Card and QR sums on their way, by payment method.
        CardClearing = "card_clearing",
        /// Transfers taken for visits and not seen on a bank account yet, by payment method.
        Bank = "bank",
        /// Cash handed in at the bank and not seen on a bank account yet.
        BankCash = "bank_cash",
    }

    /// What the books can begin with.
    OpeningKind {
        /// Cash in a register's drawer.
        Drawer = "drawer",
        /// Money on a bank account.
        BankAccount = "bank_account",
        /// Card and QR sums on their way, by payment method.
        CardClearing = "card_clearing",
        /// What a client owes from before.
        ClientDebt = "client_debt",
        /// What the salon owes a client from before.
        ClientBalance = "client_balance",
    }

    /// Which side of the salon's books an account is on.
    AccountClass {
        /// What the salon has, or is owed.
        Asset = "asset",
        /// What it owes.
        Liability = "liability",
        /// What is the owner's.
        Equity = "equity",
        /// What it earned.
        Income = "income",
        /// What it cost.
        Expense = "expense",
    }

    /// What a register should have done before it is closed.
    CloseMatter {
        /// Visits of the day that are in no final state.
        VisitsOpen = "visits_open",
        /// Visits that are done and not paid in full.
        VisitsUnpaid = "visits_unpaid",
        /// Prints that wait or failed.
        PrintsWaiting = "prints_waiting",
    }

    /// How a device reaches its receipt printer.
    PrinterKind {
        /// A printer that the system knows by name.
        System = "system",
        /// A receipt printer in the network that takes ESC/POS.
        Network = "network",
        /// A receipt printer at a port of this PC that takes ESC/POS.
        Device = "device",
    }

    /// How a receipt printer is handed what it prints.
    PrintMode {
        /// As a picture: looks as the preview and knows every letter.
        Picture = "picture",
        /// As text in the printer's own letters: quick, and only where its code page has them all.
        Text = "text",
    }

    /// Letters of a receipt printer.
    CodePage {
        /// DOS Cyrillic.
        Cp866 = "cp866",
        /// Windows Cyrillic.
        Cp1251 = "cp1251",
    }

    /// The paper that receipts are printed on.
    Paper {
        /// A roll of 80 mm.
        Roll80 = "80mm",
        /// A roll of 58 mm.
        Roll58 = "58mm",
        /// Sheets of 210 × 297 mm.
        A4 = "a4",
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

    /// A stretch of a booked service (E1, B15).
    BlockPart {
        /// All of the client's time, and the clean-up after it.
        Whole = "whole",
        /// Hands on the client, before the waiting.
        Active = "active",
        /// The client waits (a dye works); the staff member can take another client.
        Processing = "processing",
        /// Hands on the client again.
        Finishing = "finishing",
    }

    /// Why somebody does not take visits.
    TimeOffKind {
        /// Holidays.
        Vacation = "vacation",
        /// Ill.
        Sick = "sick",
        /// A day off that was agreed on.
        DayOff = "day_off",
        /// Training.
        Training = "training",
        /// Lunch and other breaks.
        Break = "break",
        /// Blocked for anything else.
        Blocked = "blocked",
    }

    /// Where the hours of a date come from.
    HoursSource {
        /// The weekly hours.
        Weekly = "weekly",
        /// A repeating pattern of shifts.
        Pattern = "pattern",
        /// Set for this date.
        Date = "date",
    }

    /// Where the length or price proposed for a service comes from.
    ValueSource {
        /// The price list.
        Service = "service",
        /// The staff member's own.
        Staff = "staff",
        /// Remembered for the client.
        Client = "client",
    }

    /// What stands in the way of a booking.
    ConflictKind {
        /// The staff member is with somebody else.
        StaffBusy = "staff_busy",
        /// The room or equipment is taken.
        ResourceBusy = "resource_busy",
        /// The client is already elsewhere then.
        ClientBusy = "client_busy",
        /// Outside the staff member's hours, or a day off.
        OutsideHours = "outside_hours",
        /// In a break.
        InBreak = "in_break",
        /// In a time off or a blocked time.
        TimeOff = "time_off",
        /// The staff member does not do the service.
        SkillMissing = "skill_missing",
        /// Only the clean-up after a service would be cut.
        BufferEaten = "buffer_eaten",
        /// Held for somebody of the waitlist.
        Held = "held",
        /// No place is left in the group.
        GroupFull = "group_full",
    }

    /// Why a free time is proposed.
    SlotReason {
        /// The client usually comes at this weekday and time.
        UsualTime = "usual_time",
        /// The client usually comes to this staff member.
        UsualStaff = "usual_staff",
        /// It fills a gap between two visits exactly.
        FillsGap = "fills_gap",
        /// It leaves no hole on one side.
        NoHole = "no_hole",
        /// Nothing is free sooner.
        Soonest = "soonest",
    }

    /// A part of the day, by the start of a visit (B9).
    PartOfDay {
        /// At any time.
        Any = "any",
        /// Before 12:00.
        Morning = "morning",
        /// From 12:00 to before 17:00.
        Afternoon = "afternoon",
        /// From 17:00.
        Evening = "evening",
    }

    /// Where a wish on the waitlist stands.
    WaitlistState {
        /// Nothing offered yet, or the last offer ran out.
        Waiting = "waiting",
        /// A time is held for the client.
        Offered = "offered",
        /// Booked.
        Booked = "booked",
        /// Taken off the list.
        Closed = "closed",
    }

    /// Why somebody of the waitlist fits a free time.
    MatchReason {
        /// A high tier.
        Tier = "tier",
        /// Asked for this staff member.
        AskedStaff = "asked_staff",
        /// Usually comes at this time.
        UsualTime = "usual_time",
        /// Waits longest.
        WaitsLongest = "waits_longest",
    }

    /// Tier of a client by what was spent (H2).
    Tier {
        /// From nothing.
        Bronze = "bronze",
        /// From 10 000.
        Silver = "silver",
        /// From 50 000.
        Gold = "gold",
        /// From 100 000.
        Platinum = "platinum",
    }

    /// What makes a no-show more or less likely (I3).
    RiskFactor {
        /// First visit.
        NewClient = "new_client",
        /// Did not come within the last three months.
        RecentNoShow = "recent_no_show",
        /// Has not confirmed.
        NotConfirmed = "not_confirmed",
        /// Booked more than a week ahead.
        BookedAhead = "booked_ahead",
        /// Bad weather.
        BadWeather = "bad_weather",
        /// Friday from 18:00.
        FridayEvening = "friday_evening",
    }

    /// What a standing order does when the next visit is due (B13).
    StandingMode {
        /// It is proposed.
        Propose = "propose",
        /// It is booked.
        Make = "make",
    }

    /// What a receipt says happened.
    ReceiptKind {
        /// Money taken.
        Sale = "sale",
        /// A receipt answered by its opposite, with a reason.
        Void = "void",
        /// Money of a receipt given back, all of it or a part, with a reason.
        Refund = "refund",
    }

    /// How a rule of commission counts (D3).
    CommissionKind {
        /// A share of the base of each line.
        Percent = "percent",
        /// The same sum for each line.
        Fixed = "fixed",
        /// A share that grows with what the month brought.
        Tiered = "tiered",
    }

    /// What reaching a tier changes.
    TierWay {
        /// The share of the whole month's base.
        FromZero = "from_zero",
        /// Only the share of what lies above the tier.
        Progressive = "progressive",
    }

    /// Which price a commission is counted from.
    CommissionBase {
        /// What the client pays.
        AfterDiscount = "after_discount",
        /// The price without the discount.
        BeforeDiscount = "before_discount",
    }

    /// Why a sum of commission was posted.
    CommissionEntry {
        /// For one's own work.
        Line = "line",
        /// For assisting: a share of the line's commission.
        Share = "share",
        /// What a tier of the month changed.
        Tier = "tier",
        /// Taken back, all of it or a part: a refund, a completion that was a mistake.
        Back = "back",
    }

    /// What time is paid by.
    PayRateKind {
        /// The hour.
        Hourly = "hourly",
        /// The day that is worked.
        Daily = "daily",
        /// The month.
        Monthly = "monthly",
    }

    /// What is paid to a staff member.
    StaffPaymentKind {
        /// What a pay run says.
        Wages = "wages",
        /// Before the next pay run.
        Advance = "advance",
        /// Tips that the salon held.
        Tips = "tips",
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
