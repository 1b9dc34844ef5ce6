//! Clients: card, list, search.

use adelante_base::{AppointmentId, ClientId, ClientPhoneId, Day, Money, Timestamp};

use crate::{AppointmentStatus, PaymentStatus};

crate::dto! {
    /// What can be written on a client's card. Empty texts mean 'not known'.
    #[derive(Default)]
    pub struct ClientFields {
        /// First name, ≤ 100 letters. At least one of the names or a phone must be given.
        #[serde(default)]
        pub first_name: String,
        /// Last name, ≤ 100.
        #[serde(default)]
        pub last_name: String,
        /// Patronymic or middle name, ≤ 100.
        #[serde(default)]
        pub middle_name: String,
        /// Phones as typed, first is the main one, ≤ 5; stored in E.164.
        #[serde(default)]
        pub phones: Vec<String>,
        /// E-mail, ≤ 200.
        #[serde(default)]
        pub email: String,
        /// Birthday; the year may be 1904 where unknown is written so by the source.
        #[serde(default)]
        pub birthday: Option<Day>,
        /// `female`, `male` or empty.
        #[serde(default)]
        pub gender: String,
        /// Allergies and warnings, shown loudly, ≤ 500.
        #[serde(default)]
        pub allergy: String,
        /// Note, ≤ 4000.
        #[serde(default)]
        pub note: String,
        /// How the client heard of the salon, ≤ 100.
        #[serde(default)]
        pub source: String,
        /// Labels, each ≤ 40, ≤ 20 of them.
        #[serde(default)]
        pub tags: Vec<String>,
        /// Personal discount in basis points (10 % = 1000), 0–10000.
        #[serde(default)]
        pub discount_bp: u16,
        /// Number of the client's plastic card or of the old program, ≤ 60.
        #[serde(default)]
        pub card_number: String,
        /// Agreed that the salon keeps personal data.
        #[serde(default)]
        pub data_consent: bool,
        /// Agreed to messages with offers.
        #[serde(default)]
        pub marketing_consent: bool,
    }

    /// Writes a new client's card.
    pub struct CreateClient {
        /// The card.
        pub client: ClientFields,
    }

    /// The new client.
    pub struct ClientCreated {
        /// Its id.
        pub client_id: ClientId,
    }

    /// Rewrites a client's card; only columns that differ are changed.
    pub struct UpdateClient {
        /// Whose card.
        pub client_id: ClientId,
        /// The whole card as it shall be.
        pub client: ClientFields,
    }

    /// Takes a client out of the lists (undo brings it back).
    pub struct RetireClient {
        /// Which client.
        pub client_id: ClientId,
    }

    /// Brings a retired client back.
    pub struct RestoreClient {
        /// Which client.
        pub client_id: ClientId,
    }

    /// Asks for a client's card.
    pub struct GetClient {
        /// Which client.
        pub client_id: ClientId,
    }

    /// One phone of a client.
    pub struct ClientPhone {
        /// Its id.
        pub id: ClientPhoneId,
        /// E.164, e.g. +77011234567.
        pub e164: String,
        /// As people of the salon's country read it.
        pub display: String,
    }

    /// A client's card with what the salon knows beside it.
    pub struct ClientCard {
        /// The client.
        pub client_id: ClientId,
        /// The card.
        pub client: ClientFields,
        /// Full name as shown.
        pub name: String,
        /// Phones.
        pub phones: Vec<ClientPhone>,
        /// When the card was made.
        pub created_at: Timestamp,
        /// When the client was retired, if so.
        pub retired_at: Option<Timestamp>,
        /// Figures.
        pub stats: ClientStats,
        /// Latest visits first, ≤ 100.
        pub visits: Vec<ClientVisit>,
    }

    /// A client's figures (C3), computed from facts.
    pub struct ClientStats {
        /// Completed visits.
        pub visits: u32,
        /// Money spent on completed visits.
        pub spent_minor: Money,
        /// Average bill of the completed visits.
        pub average_minor: Money,
        /// Visits the client did not come to.
        pub no_shows: u32,
        /// Cancelled visits.
        pub cancelled: u32,
        /// Last completed visit.
        pub last_visit: Option<Day>,
        /// Next booked visit.
        pub next_visit: Option<Day>,
        /// Median days between completed visits; `None` below three visits.
        pub usual_interval_days: Option<u32>,
        /// What the client still owes for visits that are over.
        pub debt_minor: Money,
    }

    /// A line of the client's history of visits.
    pub struct ClientVisit {
        /// The visit.
        pub appointment_id: AppointmentId,
        /// Its date.
        pub day: Day,
        /// Minutes after midnight.
        pub start_min: u16,
        /// Names of the services.
        pub services: Vec<String>,
        /// Names of the staff.
        pub staff: Vec<String>,
        /// Total of the visit.
        pub total_minor: Money,
        /// Paid so far.
        pub paid_minor: Money,
        /// Where it stands.
        pub status: AppointmentStatus,
        /// How much is paid.
        pub payment_status: PaymentStatus,
    }

    /// Finds clients while typing: any part of a name from its beginning, digits of a phone
    /// or card; forgives keyboard layout, transliteration, ё/е, і/и and one typo.
    pub struct SearchClients {
        /// What was typed.
        pub text: String,
        /// How many at most, 1–50.
        pub limit: u16,
    }

    /// Clients found, best first.
    pub struct ClientsFound {
        /// The clients.
        pub clients: Vec<ClientRow>,
        /// True where nothing matched exactly and these are within one typo.
        pub forgiven: bool,
    }

    /// A client in a list.
    pub struct ClientRow {
        /// The client.
        pub client_id: ClientId,
        /// Full name as shown.
        pub name: String,
        /// Main phone as shown, or empty.
        pub phone: String,
        /// Allergies and warnings.
        pub allergy: String,
        /// Labels.
        pub tags: Vec<String>,
        /// Completed visits.
        pub visits: u32,
        /// Last completed visit.
        pub last_visit: Option<Day>,
        /// Debt for visits that are over.
        pub debt_minor: Money,
        /// Retired.
        pub retired: bool,
    }

    /// Lists clients page by page.
    pub struct ListClients {
        /// Filter as in search; empty for all.
        #[serde(default)]
        pub text: String,
        /// `name` or `newest`.
        #[serde(default)]
        pub sort: String,
        /// Show the retired ones instead.
        #[serde(default)]
        pub retired: bool,
        /// How many rows to skip.
        #[serde(default)]
        pub offset: u32,
        /// How many rows, 1–500.
        pub limit: u16,
    }

    /// A page of clients.
    pub struct ClientPage {
        /// The rows.
        pub clients: Vec<ClientRow>,
        /// How many there are in all.
        pub total: u32,
    }
}
