//! Words of taxes and fiscal documents, shared by rules, store, devices and contract.

crate::words! {
    /// Which tax a line bears. The word stays; the rate behind it changes by law on a date
    /// (`adelante_domain::tax`).
    TaxCode {
        /// Not a payer of the tax: nothing is shown.
        None = "none",
        /// The country's base rate.
        Base = "base",
        /// Its first reduced rate.
        Reduced = "reduced",
        /// Its second reduced rate.
        Reduced2 = "reduced_2",
        /// Its third reduced rate.
        Reduced3 = "reduced_3",
        /// A rate of zero, which a payer of the tax shows.
        Zero = "zero",
        /// The salon's own figure, where the table does not know its country's rate.
        Custom = "custom",
    }

    /// What a line of a fiscal receipt is (54-FZ, tag 1212).
    PaymentSubject {
        /// Work done for the client.
        Service = "service",
        /// A product.
        Goods = "goods",
        /// Money for later: nothing is done or handed over yet.
        Payment = "payment",
    }

    /// How a line is paid (54-FZ, tag 1214): follows from when the money is taken.
    PaymentMode {
        /// All of it, before it is done.
        FullPrepayment = "full_prepayment",
        /// A part, before it is done.
        Prepayment = "prepayment",
        /// Money for what is not known yet (a gift certificate).
        Advance = "advance",
        /// All of it is paid when it is done, with what was paid before.
        FullPayment = "full_payment",
        /// A part is paid when it is done; the rest is owed.
        PartialPayment = "partial_payment",
        /// Done, nothing is paid: all of it is owed.
        Credit = "credit",
        /// What was owed is paid.
        CreditPayment = "credit_payment",
    }

    /// How money of a fiscal receipt came.
    FiscalMoney {
        /// Notes and coins.
        Cash = "cash",
        /// Card, QR, transfer.
        Electronic = "electronic",
        /// Paid before, by receipts of their own.
        Prepaid = "prepaid",
        /// Still owed.
        Credit = "credit",
    }

    /// What a fiscal document is.
    FiscalKind {
        /// A sale.
        Sale = "sale",
        /// Money goes back: a refund or a void.
        Refund = "refund",
        /// A correction of what was not registered in time.
        Correction = "correction",
        /// The close of the fiscal shift (Z).
        CloseShift = "close_shift",
    }

    /// How far a fiscal document is.
    FiscalState {
        /// Waits to be sent.
        Queued = "queued",
        /// The device has it and has not answered yet.
        Sent = "sent",
        /// Registered.
        Accepted = "accepted",
        /// Refused for what it says: a person must look.
        Failed = "failed",
        /// Sent, and the answer was lost: the device is asked before anything else.
        Unknown = "unknown",
    }

    /// What a fiscal device is driven by.
    FiscalDeviceKind {
        /// None: this register gives no fiscal documents.
        None = "none",
        /// The product's own simulator, for trying and training.
        Simulator = "simulator",
        /// ATOL's web server.
        Atol = "atol",
    }

    /// The salon's tax system, one per receipt (54-FZ, tag 1055).
    TaxSystem {
        /// General.
        Osn = "osn",
        /// Simplified, income.
        UsnIncome = "usn_income",
        /// Simplified, income less expenses.
        UsnIncomeOutcome = "usn_income_outcome",
        /// Agricultural.
        Esn = "esn",
        /// Patent.
        Patent = "patent",
    }

    /// Why a fiscal document is not registered yet.
    FiscalFault {
        /// The device cannot be reached; nothing was sent.
        Unreachable = "unreachable",
        /// The device was asked and did not answer.
        NoAnswer = "no_answer",
        /// It works on something else.
        Busy = "busy",
        /// It has no paper.
        PaperOut = "paper_out",
        /// Its clock is wrong.
        ClockWrong = "clock_wrong",
        /// Its shift is open for more than 24 hours.
        ShiftTooLong = "shift_too_long",
        /// Its shift is closed.
        ShiftClosed = "shift_closed",
        /// It does not take the document.
        Refused = "refused",
        /// It says something that the driver does not understand.
        NotUnderstood = "not_understood",
        /// The salon's file came from a backup: a person says whether to send.
        Restored = "restored",
    }

    /// A legal limit whose use is shown.
    FiscalLimit {
        /// Longest time that a document may stay unsent.
        Unsent = "unsent",
        /// Longest fiscal shift.
        Shift = "shift",
        /// Longest time offline in a row.
        OfflineInARow = "offline_in_a_row",
        /// Longest time offline within a month.
        OfflineInAMonth = "offline_in_a_month",
        /// Fiscal numbers reserved for work offline.
        Numbers = "numbers",
    }

    /// How near a limit is.
    LimitLevel {
        /// Less than half of it is used.
        Fine = "fine",
        /// Half of it or more.
        Half = "half",
        /// Nine tenths or more.
        Near = "near",
        /// All of it: the law is broken, or work must stop.
        Reached = "reached",
    }

    /// A fault of the simulated device, for trying what happens then.
    SimulatedFault {
        /// It works.
        None = "none",
        /// The next document is registered and the answer is lost.
        AnswerLost = "answer_lost",
        /// It is busy until told otherwise.
        Busy = "busy",
        /// It has no paper until told otherwise.
        PaperOut = "paper_out",
        /// Its clock is wrong until told otherwise.
        ClockWrong = "clock_wrong",
        /// Its shift has been open for more than 24 hours.
        ShiftTooLong = "shift_too_long",
        /// It cannot be reached until told otherwise.
        Unreachable = "unreachable",
    }
}
