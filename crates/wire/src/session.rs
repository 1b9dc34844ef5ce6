//! Who sits at the desk: PIN, session, first run.

use adelante_base::{SessionId, StaffMemberId, Timestamp};

use crate::{Language, Role};

crate::dto! {
    /// Where the program stands; what the first screen is decided by. Needs no session.
    pub struct AppState {
        /// `setup` (no salon yet or the wizard is not finished), `login`, `ready` (a session is
        /// there), `damaged` (the file cannot be opened).
        pub stage: String,
        /// Facts of the damage where the stage is `damaged`: code and facts.
        pub damage: Option<crate::CommandError>,
        /// Salon's name.
        pub salon_name: String,
        /// Salon's language, else what the system speaks.
        pub language: Language,
        /// Who is signed in.
        pub session: Option<Session>,
        /// Who can sign in on this device.
        pub users: Vec<LoginUser>,
        /// The wizard's next step: `salon`, `owner`, `hours`, `staff`, `services`, `done`.
        pub setup_step: String,
        /// Working on a practice copy.
        pub practice: bool,
        /// What the owner should know: `low_disk`, `key_file`, `backup_old`, `clock`.
        pub warnings: Vec<AppWarning>,
        /// Version of the program.
        pub version: String,
        /// The engine's present moment.
        pub now: Timestamp,
        /// The salon's date and minute of the day now.
        pub today: adelante_base::Day,
        /// Minutes after midnight on the salon's wall clock.
        pub minute: u16,
    }

    /// Something the owner should know before it hurts.
    pub struct AppWarning {
        /// `low_disk`, `key_file`, `backup_old`, `clock`.
        pub kind: String,
        /// A figure or path for the sentence.
        pub detail: String,
    }

    /// Somebody who can sign in.
    pub struct LoginUser {
        /// Who.
        pub staff_id: StaffMemberId,
        /// Name.
        pub name: String,
        /// Two letters.
        pub initials: String,
        /// Colour index.
        pub colour: u8,
        /// Role.
        pub role: Role,
        /// A PIN is set on this device.
        pub has_pin: bool,
    }

    /// Asks where the program stands.
    pub struct GetAppState {}

    /// Signs out.
    pub struct Logout {}

    /// Signs in.
    pub struct Login {
        /// Who.
        pub staff_id: StaffMemberId,
        /// The PIN.
        pub pin: String,
    }

    /// A signed-in person.
    pub struct Session {
        /// To be handed in with every call.
        pub session_id: SessionId,
        /// Who.
        pub staff_id: StaffMemberId,
        /// Name.
        pub name: String,
        /// Role.
        pub role: Role,
        /// What the role may do.
        pub permissions: Vec<String>,
    }

    /// Makes the owner with a PIN: the wizard's second step. Only while there is no owner.
    pub struct CreateOwner {
        /// Name.
        pub name: String,
        /// PIN, 4–8 digits.
        pub pin: String,
    }

    /// The owner is made and signed in. The codes are shown once, to be printed.
    pub struct OwnerCreated {
        /// Signed in.
        pub session: Session,
        /// Code that sets a new PIN when it is lost, with no network.
        pub recovery_code: String,
        /// The database's key in letters: opens the file or a backup on another PC.
        pub database_key: String,
    }

    /// Sets somebody's PIN on this device.
    pub struct SetPin {
        /// Whose.
        pub staff_id: StaffMemberId,
        /// PIN, 4–8 digits.
        pub pin: String,
    }

    /// Sets a new PIN for the owner with the recovery code.
    pub struct ResetPin {
        /// Whose.
        pub staff_id: StaffMemberId,
        /// The printed code.
        pub recovery_code: String,
        /// New PIN.
        pub new_pin: String,
    }

    /// A new recovery code after the old one was used.
    pub struct PinReset {
        /// Signed in.
        pub session: Session,
        /// The next code, to be printed.
        pub recovery_code: String,
    }

    /// Remembers how far the wizard is.
    pub struct SetSetupStep {
        /// `salon`, `owner`, `hours`, `staff`, `services`, `done`.
        pub step: String,
    }
}
