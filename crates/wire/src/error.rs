//! What can go wrong, as far as the UI does something different for it.

use std::collections::BTreeMap;

adelante_base::words! {
    /// One code per different sentence or action in the UI. The UI turns a code and its facts
    /// into a sentence in the user's language that says what to do next.
    ErrorCode {
        /// The input is not of the command's form. Facts: `detail`.
        BadInput = "bad_input",
        /// A field must be filled. Facts: `field`.
        Required = "required",
        /// A text is longer than allowed. Facts: `field`, `max`.
        TooLong = "too_long",
        /// A number or date is outside what makes sense. Facts: `field`, `min`, `max`.
        OutOfRange = "out_of_range",
        /// Not a phone number of the salon's region or with + and country. Facts: `value`.
        BadPhone = "bad_phone",
        /// Not an e-mail address. Facts: `value`.
        BadEmail = "bad_email",
        /// The thing was not found or was retired. Facts: `what`.
        NotFound = "not_found",
        /// Nobody is signed in, or the session ended.
        NotSignedIn = "not_signed_in",
        /// The role may not do this. Facts: `permission`, `role`.
        NotPermitted = "not_permitted",
        /// Wrong PIN. Facts: `left` (tries).
        WrongPin = "wrong_pin",
        /// Too many wrong PINs. Facts: `until` (timestamp), `seconds`.
        TooManyTries = "too_many_tries",
        /// A PIN must have 4 to 8 digits and not be trivially guessable.
        WeakPin = "weak_pin",
        /// The recovery code is wrong.
        WrongRecoveryCode = "wrong_recovery_code",
        /// The request id was used for another command or by another person.
        RequestIdReused = "request_id_reused",
        /// The staff member is busy then. Facts: `staff`, `from`, `to`, `client`.
        StaffBusy = "staff_busy",
        /// Outside the staff member's hours. Facts: `staff`, `from`, `to` (empty: a day off).
        OutsideHours = "outside_hours",
        /// In the staff member's break. Facts: `staff`, `from`, `to`.
        InBreak = "in_break",
        /// The room or equipment is taken then. Facts: `resource`, `from`, `to`, `client`.
        ResourceBusy = "resource_busy",
        /// The client is elsewhere in the salon then. Facts: `client`, `staff`, `from`, `to`.
        ClientBusy = "client_busy",
        /// In a time off or a blocked time. Facts: `staff`, `from`, `to`.
        InTimeOff = "in_time_off",
        /// The staff member does not do the service. Facts: `staff`, `service`.
        SkillMissing = "skill_missing",
        /// The clean-up after a service would be cut. Facts: `staff`, `from`, `to`.
        BufferEaten = "buffer_eaten",
        /// Held for a client of the waitlist. Facts: `staff`, `from`, `to`, `client`.
        SlotHeld = "slot_held",
        /// No place is left in the group. Facts: `places`.
        GroupFull = "group_full",
        /// That time does not exist: the clock jumps over it that night. Facts: `day`, `time`.
        NoSuchTime = "no_such_time",
        /// Visits are still booked with it. Facts: `count`, `first_day`.
        HasVisits = "has_visits",
        /// The visit would end before it starts or cross a day's end. Facts: `field`.
        BadTimes = "bad_times",
        /// This status cannot follow that one. Facts: `from`, `to`.
        BadStatus = "bad_status",
        /// The visit has money on it: void its receipts first.
        HasMoney = "has_money",
        /// The days are paid for already, or a later run stands. Facts: `staff`, `until`.
        PeriodPaid = "period_paid",
        /// Something changed since the slip was looked at. Facts: `staff`.
        PayChanged = "pay_changed",
        /// Money of the pay run was paid out already.
        RunPaid = "run_paid",
        /// More than is owed to the person. Facts: `staff`, `left_minor`.
        PayTooLarge = "pay_too_large",
        /// A discount is larger than the role may give (fact `limit_bp`).
        DiscountOverLimit = "discount_over_limit",
        /// The visit needs at least one service.
        NoServices = "no_services",
        /// More than what remains. Facts: `asked_minor`, `remaining_minor`.
        OverRemaining = "over_remaining",
        /// A sum must be more than zero. Facts: `field`.
        NotPositive = "not_positive",
        /// Cash given is less than the sum to pay in cash. Facts: `tendered_minor`, `amount_minor`.
        TenderedTooLittle = "tendered_too_little",
        /// Only cash gives change.
        TenderedNotCash = "tendered_not_cash",
        /// No shift is open on this register: open one.
        NoShift = "no_shift",
        /// A shift is open already. Facts: `number`.
        ShiftOpen = "shift_open",
        /// The shift is closed: what was posted in it stays. Facts: `number`.
        ShiftClosed = "shift_closed",
        /// The receipt was voided already. Facts: `number`.
        AlreadyVoided = "already_voided",
        /// The counted drawer differs from the books by more than the rule of the till: count again, or
        /// say why. Facts: `difference_minor` (over +, short −), where the person may see it.
        CountDiffers = "count_differs",
        /// Less lies in the drawer than is to be taken out. Facts: `asked_minor`, and `drawer_minor`
        /// where the person may see it.
        DrawerShort = "drawer_short",
        /// The movement of cash was taken back already.
        AlreadyReversed = "already_reversed",
        /// Money of the receipt was given back already: what is left can be given back, not voided.
        AlreadyRefunded = "already_refunded",
        /// More is to be given back than is left of it. Facts: `left_minor`.
        RefundTooLarge = "refund_too_large",
        /// The operation's parts do not fit together. Facts: `why` (`category`, `nothing_for`, `place`,
        /// `drawer`, `day`, `twice`).
        BadOperation = "bad_operation",
        /// Shifts were closed since: the books stand on it.
        BooksClosed = "books_closed",
        /// The file is no bank statement that can be read.
        FileNotAStatement = "file_not_a_statement",
        /// Pieces are counted whole.
        NotWhole = "not_whole",
        /// The visit has no client: name one first.
        NoClient = "no_client",
        /// Less is left than is asked for. Facts: `kind`, `left_minor`.
        CreditTooSmall = "credit_too_small",
        /// It cannot be paid from any more or not yet: ended, frozen, for other services. Facts: `kind`.
        CreditNotUsable = "credit_not_usable",
        /// A certificate that another till has sold, while this device has not synced today: no more than
        /// the limit. Facts: `left_minor` (what may still be taken today), `limit_minor`.
        CertificateElsewhere = "certificate_elsewhere",
        /// A certificate with this code exists. Facts: `code`.
        CodeTaken = "code_taken",
        /// A register has this prefix, or had it. Facts: `prefix`.
        PrefixTaken = "prefix_taken",
        /// A reason must be given.
        ReasonMissing = "reason_missing",
        /// Nothing to undo (or to redo).
        NothingToUndo = "nothing_to_undo",
        /// It cannot be undone. Facts: `why`.
        CannotUndo = "cannot_undo",
        /// Somebody changed the same thing since. Facts: `who`, `at`, `kind`.
        ChangedSince = "changed_since",
        /// Others still use it. Facts: `what`.
        StillUsed = "still_used",
        /// The import is too large. Facts: `max`.
        TooManyRows = "too_many_rows",
        /// The file is empty.
        FileEmpty = "file_empty",
        /// The file is not a spreadsheet that can be read. Facts: `detail`.
        FileNotASheet = "file_not_a_sheet",
        /// The file is damaged or was cut off. Facts: `detail`.
        FileDamaged = "file_damaged",
        /// The file is protected by a password.
        FileProtected = "file_protected",
        /// The file has no rows below its headers.
        FileNoRows = "file_no_rows",
        /// No column looks like a name or a phone.
        FileNoColumns = "file_no_columns",
        /// The file is larger than allowed. Facts: `max_mb`.
        FileTooLarge = "file_too_large",
        /// No printer is chosen or found.
        NoPrinter = "no_printer",
        /// The printer did not take the document. Facts: `detail`.
        PrintFailed = "print_failed",
        /// The receipt printer cannot be reached. Facts: `where`, `detail`.
        PrinterUnreachable = "printer_unreachable",
        /// The receipt printer took only a part and went silent or away. Facts: `where`, `detail`.
        PrinterInterrupted = "printer_interrupted",
        /// The receipt printer does not take anything in time. Facts: `where`.
        PrinterTimeout = "printer_timeout",
        /// The chosen printer cannot open a drawer.
        NoDrawer = "no_drawer",
        /// A picture that cannot be read as PNG or JPEG.
        NotAPicture = "not_a_picture",
        /// A letter that the receipt's font does not have. Facts: `letter`.
        MissingGlyph = "missing_glyph",
        /// The database file is damaged. Facts: `file`, `detail`.
        Damaged = "damaged",
        /// The key does not open the database. Facts: `file`.
        WrongKey = "wrong_key",
        /// Another window of the program has this salon open. Facts: `file`.
        AlreadyRunning = "already_running",
        /// The database lies on a network or synced folder. Facts: `file`, `kind`.
        UnsafeFolder = "unsafe_folder",
        /// The database was made by a newer version of the program. Facts: `version`.
        TooNew = "too_new",
        /// The disk is full.
        DiskFull = "disk_full",
        /// The PC's clock stands before the last saved action. Facts: `last`, `now`.
        ClockBack = "clock_back",
        /// Not while practising on a copy.
        NotInPractice = "not_in_practice",
        /// Anything else: a fault of the program. Facts: `detail` (no personal data).
        Internal = "internal",
    }
}

crate::dto! {
    /// A refusal, with what the UI needs to say it well.
    pub struct CommandError {
        /// Which sentence.
        pub code: ErrorCode,
        /// What to put into the sentence.
        pub facts: BTreeMap<String, String>,
    }
}

impl CommandError {
    /// A refusal without facts.
    #[must_use]
    pub const fn new(code: ErrorCode) -> Self {
        Self { code, facts: BTreeMap::new() }
    }

    /// Adds a fact.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.facts.insert(name.to_owned(), value.to_string());
        self
    }
}

impl std::fmt::Display for CommandError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code.as_str())?;
        for (index, (name, value)) in self.facts.iter().enumerate() {
            write!(f, "{}{name}={value}", if index == 0 { ": " } else { ", " })?;
        }
        Ok(())
    }
}

impl std::error::Error for CommandError {}
