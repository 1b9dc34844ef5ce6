//! What a column is taken for, and what can be wrong with a cell. The same words as in the
//! contract.

adelante_base::words! {
    /// What a column of the file is taken for.
    ImportField {
        /// Not imported.
        Skip = "skip",
        /// Family, first and middle name in one cell.
        FullName = "full_name",
        /// First name.
        FirstName = "first_name",
        /// Last name.
        LastName = "last_name",
        /// Patronymic.
        MiddleName = "middle_name",
        /// One or several phones.
        Phone = "phone",
        /// E-mail.
        Email = "email",
        /// Birthday.
        Birthday = "birthday",
        /// Gender.
        Gender = "gender",
        /// Allergies.
        Allergy = "allergy",
        /// Note.
        Note = "note",
        /// Source.
        Source = "source",
        /// Labels, separated by comma or semicolon.
        Tags = "tags",
        /// Discount in percent.
        Discount = "discount",
        /// Card number or the old program's id.
        CardNumber = "card_number",
    }

    /// What is wrong with a cell or a row, or worth a look.
    ImportProblemKind {
        /// The phone cannot be understood: kept in the note.
        BadPhone = "bad_phone",
        /// The e-mail cannot be understood: kept in the note.
        BadEmail = "bad_email",
        /// The date cannot be understood: kept in the note.
        BadDate = "bad_date",
        /// The discount cannot be understood: left out.
        BadDiscount = "bad_discount",
        /// Neither name nor phone: the row is rejected.
        NoNameNoPhone = "no_name_no_phone",
        /// The same phone in an earlier row.
        DuplicateInFile = "duplicate_in_file",
        /// A client with this phone exists: its empty fields are filled.
        DuplicateInSalon = "duplicate_in_salon",
        /// Several clients of the salon share this phone.
        Ambiguous = "ambiguous",
        /// A text was longer than allowed.
        TooLong = "too_long",
        /// The note speaks of an allergy: proposed as a warning.
        AllergyInNote = "allergy_in_note",
    }
}

impl ImportField {
    /// Whether several columns may be taken for this field: two phone columns are two phones,
    /// two notes are one longer note.
    #[must_use]
    pub const fn may_repeat(self) -> bool {
        matches!(self, Self::Skip | Self::Phone | Self::Note | Self::Tags | Self::Allergy)
    }
}
