// Generated from crates/wire by `cargo xtask codegen`. Do not edit.

/**
 * What becomes of the visit with the payment.
 */
export type AfterPayment = "complete" | "keep";

/**
 * Where the program stands; what the first screen is decided by. Needs no session.
 */
export type AppState = { 
/**
 * `setup` (no salon yet or the wizard is not finished), `login`, `ready` (a session is
 * there), `damaged` (the file cannot be opened).
 */
stage: string, 
/**
 * Facts of the damage where the stage is `damaged`: code and facts.
 */
damage: CommandError | null, 
/**
 * Salon's name.
 */
salon_name: string, 
/**
 * Salon's language, else what the system speaks.
 */
language: Language, 
/**
 * Who is signed in.
 */
session: Session | null, 
/**
 * Who can sign in on this device.
 */
users: Array<LoginUser>, 
/**
 * The wizard's next step: `salon`, `owner`, `hours`, `staff`, `services`, `done`.
 */
setup_step: string, 
/**
 * Working on a practice copy.
 */
practice: boolean, 
/**
 * What the owner should know: `low_disk`, `key_file`, `backup_old`, `clock`.
 */
warnings: Array<AppWarning>, 
/**
 * Version of the program.
 */
version: string, 
/**
 * The engine's present moment.
 */
now: Timestamp, 
/**
 * The salon's date and minute of the day now.
 */
today: Day, 
/**
 * Minutes after midnight on the salon's wall clock.
 */
minute: number, };

/**
 * Something the owner should know before it hurts.
 */
export type AppWarning = { 
/**
 * `low_disk`, `key_file`, `backup_old`, `clock`.
 */
kind: string, 
/**
 * A figure or path for the sentence.
 */
detail: string, };

/**
 * A visit.
 */
export type Appointment = { 
/**
 * Which.
 */
appointment_id: AppointmentId, 
/**
 * Whose.
 */
client_id: ClientId | null, 
/**
 * Client's name, or empty.
 */
client: string, 
/**
 * Client's main phone as shown.
 */
phone: string, 
/**
 * Client's allergies.
 */
allergy: string, 
/**
 * Date.
 */
day: Day, 
/**
 * Start of the first service.
 */
start_min: number, 
/**
 * End of the last service.
 */
end_min: number, 
/**
 * Where it stands.
 */
status: AppointmentStatus, 
/**
 * Why it was cancelled.
 */
status_reason: string, 
/**
 * Note.
 */
note: string, 
/**
 * Source.
 */
source: string, 
/**
 * Lines.
 */
lines: Array<AppointmentLine>, 
/**
 * Total.
 */
total_minor: Money, 
/**
 * Paid.
 */
paid_minor: Money, 
/**
 * Remaining.
 */
remaining_minor: Money, 
/**
 * How much is paid.
 */
payment_status: PaymentStatus, 
/**
 * Made at.
 */
created_at: Timestamp, 
/**
 * Booked in spite of a conflict.
 */
overridden: boolean, 
/**
 * Its register, for the checkout.
 */
register: Register, };

/**
 * The booked visit.
 */
export type AppointmentBooked = { 
/**
 * Which.
 */
appointment_id: AppointmentId, 
/**
 * Whose.
 */
client_id: ClientId | null, };

/**
 * A visit in the calendar.
 */
export type AppointmentId = string;

/**
 * A booked service.
 */
export type AppointmentLine = { 
/**
 * Which.
 */
line_id: AppointmentServiceId, 
/**
 * Service.
 */
service_id: ServiceId, 
/**
 * Its name.
 */
service: string, 
/**
 * Who does it.
 */
staff_id: StaffMemberId, 
/**
 * Their name.
 */
staff: string, 
/**
 * Start.
 */
start_min: number, 
/**
 * Length.
 */
duration_min: number, 
/**
 * List price when it was booked: the hint.
 */
list_price_minor: Money, 
/**
 * Price of this visit.
 */
price_minor: Money, 
/**
 * Paid of it so far.
 */
paid_minor: Money, };

/**
 * One booked service of a visit.
 */
export type AppointmentServiceId = string;

/**
 * Where a visit stands.
 */
export type AppointmentStatus = "booked" | "confirmed" | "arrived" | "in_progress" | "completed" | "cancelled" | "no_show";

/**
 * A backup file.
 */
export type Backup = { 
/**
 * File name.
 */
file_name: string, 
/**
 * Made at.
 */
at: Timestamp, 
/**
 * Bytes.
 */
size: number, 
/**
 * Why: `daily`, `shift`, `migration`, `import`, `manual`, `before_restore`.
 */
why: string, 
/**
 * It was opened and checked after it was made.
 */
verified: boolean, };

/**
 * The backups.
 */
export type BackupList = { 
/**
 * Latest first.
 */
backups: Array<Backup>, 
/**
 * Folder they lie in.
 */
folder: string, 
/**
 * A second folder (a USB stick), or empty.
 */
second_folder: string, };

/**
 * Several operations that are one action to the person (an import).
 */
export type BatchId = string;

/**
 * Books a visit.
 */
export type BookAppointment = { 
/**
 * A known client …
 */
client_id: ClientId | null, 
/**
 * … or a new one, made in the same action (both empty: a walk-in).
 */
new_client: ClientFields | null, 
/**
 * Date.
 */
day: Day, 
/**
 * Start of the first service, minutes after midnight.
 */
start_min: number, 
/**
 * Services in order, 1–20.
 */
lines: Array<BookLine>, 
/**
 * Note, ≤ 2000.
 */
note: string, 
/**
 * How did you hear about us (B8), ≤ 100; empty: repeat visit.
 */
source: string, 
/**
 * Books in spite of hours, breaks and clashes; needs the permission, is recorded.
 */
override_conflicts: boolean, };

/**
 * A service to book.
 */
export type BookLine = { 
/**
 * Which service.
 */
service_id: ServiceId, 
/**
 * By whom.
 */
staff_id: StaffMemberId, 
/**
 * Start, minutes after midnight; `None`: right after the line before.
 */
start_min: number | null, 
/**
 * Length; `None`: the service's.
 */
duration_min: number | null, 
/**
 * Price; `None`: the list price.
 */
price_minor: Money | null, 
/**
 * Keeps an existing line when a visit is rewritten.
 */
line_id: AppointmentServiceId | null, };

/**
 * One call, as it travels: over the desktop's one entry, over HTTP, from the command line.
 */
export type Call = { 
/**
 * Name of the command.
 */
command: string, 
/**
 * Its input.
 */
input: unknown, 
/**
 * For mutations: chosen by the caller before it asks; ask again with the same one.
 */
request_id: RequestId | null, 
/**
 * Who asks.
 */
session_id: SessionId | null, };

/**
 * The checkout of a visit.
 */
export type Checkout = { 
/**
 * The visit with its lines and three figures.
 */
appointment: Appointment, 
/**
 * Ways to pay, in order.
 */
methods: Array<PaymentMethod>, 
/**
 * The open shift's number, if one is open.
 */
shift_number: number | null, 
/**
 * Receipts of the visit, latest first.
 */
receipts: Array<ReceiptRow>, 
/**
 * Handy sums of cash for the remainder, in minor units.
 */
cash_hints: Array<Money>, };

/**
 * Chooses the printer for receipts on this device.
 */
export type ChoosePrinter = { 
/**
 * Name, empty for none.
 */
printer: string, 
/**
 * Every payment prints its receipt by itself.
 */
print_after_payment: boolean, };

/**
 * A client's card with what the salon knows beside it.
 */
export type ClientCard = { 
/**
 * The client.
 */
client_id: ClientId, 
/**
 * The card.
 */
client: ClientFields, 
/**
 * Full name as shown.
 */
name: string, 
/**
 * Phones.
 */
phones: Array<ClientPhone>, 
/**
 * When the card was made.
 */
created_at: Timestamp, 
/**
 * When the client was retired, if so.
 */
retired_at: Timestamp | null, 
/**
 * Figures.
 */
stats: ClientStats, 
/**
 * Latest visits first, ≤ 100.
 */
visits: Array<ClientVisit>, };

/**
 * The new client.
 */
export type ClientCreated = { 
/**
 * Its id.
 */
client_id: ClientId, };

/**
 * What can be written on a client's card. Empty texts mean 'not known'.
 */
export type ClientFields = { 
/**
 * First name, ≤ 100 letters. At least one of the names or a phone must be given.
 */
first_name: string, 
/**
 * Last name, ≤ 100.
 */
last_name: string, 
/**
 * Patronymic or middle name, ≤ 100.
 */
middle_name: string, 
/**
 * Phones as typed, first is the main one, ≤ 5; stored in E.164.
 */
phones: Array<string>, 
/**
 * E-mail, ≤ 200.
 */
email: string, 
/**
 * Birthday; the year may be 1904 where unknown is written so by the source.
 */
birthday: Day | null, 
/**
 * `female`, `male` or empty.
 */
gender: string, 
/**
 * Allergies and warnings, shown loudly, ≤ 500.
 */
allergy: string, 
/**
 * Note, ≤ 4000.
 */
note: string, 
/**
 * How the client heard of the salon, ≤ 100.
 */
source: string, 
/**
 * Labels, each ≤ 40, ≤ 20 of them.
 */
tags: Array<string>, 
/**
 * Personal discount in basis points (10 % = 1000), 0–10000.
 */
discount_bp: number, 
/**
 * Number of the client's plastic card or of the old program, ≤ 60.
 */
card_number: string, 
/**
 * Agreed that the salon keeps personal data.
 */
data_consent: boolean, 
/**
 * Agreed to messages with offers.
 */
marketing_consent: boolean, };

/**
 * A client of the salon.
 */
export type ClientId = string;

/**
 * A page of clients.
 */
export type ClientPage = { 
/**
 * The rows.
 */
clients: Array<ClientRow>, 
/**
 * How many there are in all.
 */
total: number, };

/**
 * One phone of a client.
 */
export type ClientPhone = { 
/**
 * Its id.
 */
id: ClientPhoneId, 
/**
 * E.164, e.g. +77011234567.
 */
e164: string, 
/**
 * As people of the salon's country read it.
 */
display: string, };

/**
 * One phone number of a client.
 */
export type ClientPhoneId = string;

/**
 * A client in a list.
 */
export type ClientRow = { 
/**
 * The client.
 */
client_id: ClientId, 
/**
 * Full name as shown.
 */
name: string, 
/**
 * Main phone as shown, or empty.
 */
phone: string, 
/**
 * Allergies and warnings.
 */
allergy: string, 
/**
 * Labels.
 */
tags: Array<string>, 
/**
 * Completed visits.
 */
visits: number, 
/**
 * Last completed visit.
 */
last_visit: Day | null, 
/**
 * Debt for visits that are over.
 */
debt_minor: Money, 
/**
 * Retired.
 */
retired: boolean, };

/**
 * A client's figures (C3), computed from facts.
 */
export type ClientStats = { 
/**
 * Completed visits.
 */
visits: number, 
/**
 * Money spent on completed visits.
 */
spent_minor: Money, 
/**
 * Average bill of the completed visits.
 */
average_minor: Money, 
/**
 * Visits the client did not come to.
 */
no_shows: number, 
/**
 * Cancelled visits.
 */
cancelled: number, 
/**
 * Last completed visit.
 */
last_visit: Day | null, 
/**
 * Next booked visit.
 */
next_visit: Day | null, 
/**
 * Median days between completed visits; `None` below three visits.
 */
usual_interval_days: number | null, 
/**
 * What the client still owes for visits that are over.
 */
debt_minor: Money, };

/**
 * A line of the client's history of visits.
 */
export type ClientVisit = { 
/**
 * The visit.
 */
appointment_id: AppointmentId, 
/**
 * Its date.
 */
day: Day, 
/**
 * Minutes after midnight.
 */
start_min: number, 
/**
 * Names of the services.
 */
services: Array<string>, 
/**
 * Names of the staff.
 */
staff: Array<string>, 
/**
 * Total of the visit.
 */
total_minor: Money, 
/**
 * Paid so far.
 */
paid_minor: Money, 
/**
 * Where it stands.
 */
status: AppointmentStatus, 
/**
 * How much is paid.
 */
payment_status: PaymentStatus, };

/**
 * Clients found, best first.
 */
export type ClientsFound = { 
/**
 * The clients.
 */
clients: Array<ClientRow>, 
/**
 * True where nothing matched exactly and these are within one typo.
 */
forgiven: boolean, };

/**
 * Closes the shift of this device's register; it stays closed.
 */
export type CloseShift = Record<symbol, never>;

/**
 * A refusal, with what the UI needs to say it well.
 */
export type CommandError = { 
/**
 * Which sentence.
 */
code: ErrorCode, 
/**
 * What to put into the sentence.
 */
facts: { [key in string]: string }, };

/**
 * Defaults of a country.
 */
export type Country = { 
/**
 * ISO 3166 code.
 */
country: string, 
/**
 * ISO 4217 code.
 */
currency: string, 
/**
 * IANA zone.
 */
zone: string, 
/**
 * Calling code, e.g. 7.
 */
calling_code: number, 
/**
 * VAT rates in force today, basis points, base rate first.
 */
vat_rates_bp: Array<number>, 
/**
 * What the tax id is called there, e.g. БИН/ИИН.
 */
tax_id_name: string, };

/**
 * The countries the product knows, in the order to offer them.
 */
export type CountryList = { 
/**
 * Them.
 */
countries: Array<Country>, };

/**
 * Writes a new client's card.
 */
export type CreateClient = { 
/**
 * The card.
 */
client: ClientFields, };

/**
 * Makes the owner with a PIN: the wizard's second step. Only while there is no owner.
 */
export type CreateOwner = { 
/**
 * Name.
 */
name: string, 
/**
 * PIN, 4–8 digits.
 */
pin: string, };

/**
 * Makes the salon: the wizard's first saved step. Register and payment methods come with it.
 */
export type CreateSalon = { 
/**
 * The salon.
 */
salon: SalonFields, };

/**
 * Adds services to the price list.
 */
export type CreateServices = { 
/**
 * 1–200 of them.
 */
services: Array<ServiceFields>, };

/**
 * Adds a staff member, with the salon's hours.
 */
export type CreateStaffMember = { 
/**
 * The card.
 */
staff: StaffFields, };

/**
 * This device's shift, if one is open.
 */
export type CurrentShift = { 
/**
 * The open shift.
 */
shift: Shift | null, };

/**
 * A date on the wall calendar. As a *business day* it is stored with money facts and never
 * recomputed.
 */
export type Day = string;

/**
 * A visit on the day's grid.
 */
export type DayAppointment = { 
/**
 * Which.
 */
appointment_id: AppointmentId, 
/**
 * Whose; `None` for a walk-in without a card.
 */
client_id: ClientId | null, 
/**
 * Client's name, or empty.
 */
client: string, 
/**
 * Client's allergies and warnings.
 */
allergy: string, 
/**
 * Where it stands.
 */
status: AppointmentStatus, 
/**
 * How much is paid.
 */
payment_status: PaymentStatus, 
/**
 * Over and not paid in full: to be shown in red.
 */
due: boolean, 
/**
 * Total.
 */
total_minor: Money, 
/**
 * Paid.
 */
paid_minor: Money, 
/**
 * Booked services; each is a card in its staff member's column.
 */
lines: Array<DayLine>, 
/**
 * Has a note.
 */
has_note: boolean, };

/**
 * Payment figures of the day.
 */
export type DayCounts = { 
/**
 * Paid visits.
 */
paid: number, 
/**
 * Partly paid.
 */
partial: number, 
/**
 * Over and not paid.
 */
due: number, 
/**
 * All visits that are not cancelled.
 */
total: number, };

/**
 * A booked service on the day's grid.
 */
export type DayLine = { 
/**
 * Which.
 */
line_id: AppointmentServiceId, 
/**
 * Who does it.
 */
staff_id: StaffMemberId, 
/**
 * Service's name.
 */
service: string, 
/**
 * Minutes after midnight.
 */
start_min: number, 
/**
 * Length.
 */
duration_min: number, };

/**
 * A column of the day.
 */
export type DayStaff = { 
/**
 * Who.
 */
staff_id: StaffMemberId, 
/**
 * Name.
 */
name: string, 
/**
 * Position.
 */
position: string, 
/**
 * Two letters.
 */
initials: string, 
/**
 * Colour index.
 */
colour: number, 
/**
 * That weekday's hours.
 */
hours: WeekdayHours, 
/**
 * Booked share of the working time, percent 0–100.
 */
load_percent: number, };

/**
 * A day of the calendar.
 */
export type DayView = { 
/**
 * The date.
 */
day: Day, 
/**
 * Columns, in the calendar's order: everyone who works that day or has a visit.
 */
staff: Array<DayStaff>, 
/**
 * Visits, by start.
 */
appointments: Array<DayAppointment>, 
/**
 * First minute to show.
 */
opens_min: number, 
/**
 * Last minute to show.
 */
closes_min: number, 
/**
 * How many visits are paid, partly paid, and not paid though over.
 */
counts: DayCounts, };

/**
 * Done; nothing more to tell.
 */
export type Done = Record<symbol, never>;

/**
 * Opens the salon's file with the printed key, where this PC has lost it (stage `damaged`,
 * code `wrong_key`).
 */
export type EnterDatabaseKey = { 
/**
 * As printed by the wizard.
 */
database_key: string, };

/**
 * One code per different sentence or action in the UI. The UI turns a code and its facts
 * into a sentence in the user's language that says what to do next.
 */
export type ErrorCode = "bad_input" | "required" | "too_long" | "out_of_range" | "bad_phone" | "bad_email" | "not_found" | "not_signed_in" | "not_permitted" | "wrong_pin" | "too_many_tries" | "weak_pin" | "wrong_recovery_code" | "request_id_reused" | "staff_busy" | "outside_hours" | "in_break" | "bad_times" | "bad_status" | "has_money" | "no_services" | "over_remaining" | "not_positive" | "tendered_too_little" | "tendered_not_cash" | "no_shift" | "shift_open" | "shift_closed" | "already_voided" | "reason_missing" | "nothing_to_undo" | "cannot_undo" | "changed_since" | "still_used" | "too_many_rows" | "file_empty" | "file_not_a_sheet" | "file_damaged" | "file_protected" | "file_no_rows" | "file_no_columns" | "file_too_large" | "no_printer" | "print_failed" | "missing_glyph" | "damaged" | "wrong_key" | "already_running" | "unsafe_folder" | "too_new" | "disk_full" | "clock_back" | "not_in_practice" | "internal";

/**
 * Told to every window after a commit: what it shows of these topics is stale.
 */
export type Event = { 
/**
 * `stale`, `import_progress`, `session_ended`, `replaced` (another file was opened).
 */
kind: string, 
/**
 * Topics: `clients`, `staff`, `services`, `salon`, `appointments`, `money`, `history`.
 */
topics: Array<string>, 
/**
 * Figures for progress: done.
 */
done: number, 
/**
 * Total.
 */
total: number, };

/**
 * Exports clients to Excel.
 */
export type ExportClients = { 
/**
 * Filter as in the list.
 */
text: string, };

/**
 * A file for the person to save.
 */
export type FileOut = { 
/**
 * Proposed name.
 */
file_name: string, 
/**
 * Media type.
 */
media_type: string, 
/**
 * Its bytes, base64.
 */
content_base64: string, };

/**
 * Asks for free starts.
 */
export type FindSlots = { 
/**
 * Services in a row; their lengths add up.
 */
service_ids: Array<ServiceId>, 
/**
 * With whom; `None`: anyone who does the first service.
 */
staff_id: StaffMemberId | null, 
/**
 * From this date …
 */
from_day: Day, 
/**
 * … for so many days, 1–31.
 */
days: number, 
/**
 * How many at most, 1–200.
 */
limit: number, 
/**
 * Not before this minute of the first day.
 */
not_before_min: number, };

/**
 * Asks where the program stands.
 */
export type GetAppState = Record<symbol, never>;

/**
 * Asks for a visit.
 */
export type GetAppointment = { 
/**
 * Which.
 */
appointment_id: AppointmentId, };

/**
 * Asks for what the checkout shows.
 */
export type GetCheckout = { 
/**
 * Which visit.
 */
appointment_id: AppointmentId, };

/**
 * Asks for a client's card.
 */
export type GetClient = { 
/**
 * Which client.
 */
client_id: ClientId, };

/**
 * Asks for a day of the calendar.
 */
export type GetDay = { 
/**
 * Which date.
 */
day: Day, };

/**
 * Asks for a receipt.
 */
export type GetReceipt = { 
/**
 * Which.
 */
receipt_id: ReceiptId, };

/**
 * Asks for the salon with its register and ways to pay.
 */
export type GetSalon = Record<symbol, never>;

/**
 * Asks for this device's open shift.
 */
export type GetShift = Record<symbol, never>;

/**
 * Asks for a starter price list.
 */
export type GetStarterServices = { 
/**
 * In which language.
 */
language: Language, 
/**
 * ISO 3166 code of the country, for the prices.
 */
country: string, };

/**
 * History, latest first.
 */
export type History = { 
/**
 * Entries.
 */
entries: Array<HistoryEntry>, };

/**
 * A changed column.
 */
export type HistoryChange = { 
/**
 * Table.
 */
table: string, 
/**
 * Row id.
 */
row: string, 
/**
 * Column.
 */
column: string, 
/**
 * Before, as text; `None` where there was nothing.
 */
before: string | null, 
/**
 * After.
 */
after: string | null, };

/**
 * An action that was saved.
 */
export type HistoryEntry = { 
/**
 * Which.
 */
operation_id: OperationId, 
/**
 * Kind, past tense.
 */
kind: string, 
/**
 * When.
 */
at: Timestamp, 
/**
 * Who, or empty for the program itself.
 */
who: string, 
/**
 * Whom or what it was about: a client's, a service's, a person's name; may be empty.
 */
subject: string, 
/**
 * `inverse`, `compensate`, `mixed` or `never`.
 */
undo: string, 
/**
 * It has been taken back.
 */
undone: boolean, 
/**
 * Why, where a reason was given.
 */
reason: string, 
/**
 * How many operations stand behind it (an import is one entry).
 */
operations: number, 
/**
 * What changed, ≤ 50 (of one thing: its columns).
 */
changes: Array<HistoryChange>, };

/**
 * Rows that were understood and are ready to be written: the engine's part of an import.
 */
export type ImportClients = { 
/**
 * The rows, ≤ 200 000.
 */
rows: Array<ReadyClient>, };

/**
 * A column of the file.
 */
export type ImportColumn = { 
/**
 * Letter as a spreadsheet shows it (A, B … AA).
 */
letter: string, 
/**
 * Its header.
 */
header: string, 
/**
 * What it is taken for.
 */
field: ImportField, 
/**
 * Up to three values from it.
 */
samples: Array<string>, };

/**
 * How many rows do what.
 */
export type ImportCounts = { 
/**
 * Rows with anything in them.
 */
read: number, 
/**
 * New clients.
 */
created: number, 
/**
 * Known clients whose empty fields are filled.
 */
updated: number, 
/**
 * Nothing new in the row, or the same as an earlier row.
 */
skipped: number, 
/**
 * Cannot be imported.
 */
rejected: number, };

/**
 * What a column of the file is taken for.
 */
export type ImportField = "skip" | "full_name" | "first_name" | "last_name" | "middle_name" | "phone" | "email" | "birthday" | "gender" | "allergy" | "note" | "source" | "tags" | "discount" | "card_number";

/**
 * A file that is being imported.
 */
export type ImportId = string;

/**
 * What the import would do.
 */
export type ImportPreview = { 
/**
 * Names this file in the next calls.
 */
import_id: ImportId, 
/**
 * Name of the file.
 */
file_name: string, 
/**
 * Name of the sheet, if it has one.
 */
sheet: string, 
/**
 * Rows in the file (1-based number of the row with the headers; 0 where there is none).
 */
header_row: number, 
/**
 * The columns.
 */
columns: Array<ImportColumn>, 
/**
 * What would happen.
 */
counts: ImportCounts, 
/**
 * The first 200 rows as they would be imported.
 */
rows: Array<ImportRow>, 
/**
 * The first 1000 problems.
 */
problems: Array<ImportProblem>, 
/**
 * How many problems there are in all.
 */
problem_count: number, };

/**
 * Something wrong or worth a look in the file.
 */
export type ImportProblem = { 
/**
 * Row number in the file, from 1.
 */
row: number, 
/**
 * Column letter; empty where it is about the whole row.
 */
column: string, 
/**
 * What it is.
 */
kind: ImportProblemKind, 
/**
 * What stood there, shortened.
 */
value: string, };

/**
 * What is wrong with a cell or a row, or worth a look.
 */
export type ImportProblemKind = "bad_phone" | "bad_email" | "bad_date" | "bad_discount" | "no_name_no_phone" | "duplicate_in_file" | "duplicate_in_salon" | "ambiguous" | "too_long" | "allergy_in_note";

/**
 * Asks how far a running import is.
 */
export type ImportProgress = { 
/**
 * The file.
 */
import_id: ImportId, };

/**
 * What the import did. One undo takes all of it back.
 */
export type ImportReport = { 
/**
 * The batch to undo.
 */
batch_id: BatchId | null, 
/**
 * Counts.
 */
counts: ImportCounts, 
/**
 * Rejected rows with reasons, ≤ 1000.
 */
rejected: Array<ImportProblem>, };

/**
 * A row as it would be imported.
 */
export type ImportRow = { 
/**
 * Row number in the file, from 1.
 */
row: number, 
/**
 * The card.
 */
client: ClientFields, 
/**
 * `created`, `updated`, `skipped` or `rejected`.
 */
outcome: string, };

/**
 * How far it is.
 */
export type ImportState = { 
/**
 * Rows done.
 */
done: number, 
/**
 * Rows in all.
 */
total: number, 
/**
 * `read`, `running`, `done` or `gone`.
 */
stage: string, };

/**
 * Languages of the product (A4).
 */
export type Language = "ru" | "uk" | "kk" | "en";

/**
 * Lists clients page by page.
 */
export type ListClients = { 
/**
 * Filter as in search; empty for all.
 */
text: string, 
/**
 * `name` or `newest`.
 */
sort: string, 
/**
 * Show the retired ones instead.
 */
retired: boolean, 
/**
 * How many rows to skip.
 */
offset: number, 
/**
 * How many rows, 1–500.
 */
limit: number, };

/**
 * Asks for the countries the product knows.
 */
export type ListCountries = Record<symbol, never>;

/**
 * Asks for history: of one thing, or of the whole salon.
 */
export type ListHistory = { 
/**
 * Table (`client`, `appointment` …), or empty for all.
 */
table: string, 
/**
 * Row id in it, or empty for all.
 */
row: string, 
/**
 * Skip.
 */
offset: number, 
/**
 * How many, 1–200.
 */
limit: number, };

/**
 * Lists receipts.
 */
export type ListReceipts = { 
/**
 * Business day; `None`: all.
 */
business_day: Day | null, 
/**
 * Number or client's name contains, or empty.
 */
text: string, 
/**
 * Skip.
 */
offset: number, 
/**
 * How many, 1–200.
 */
limit: number, };

/**
 * Asks for the price list.
 */
export type ListServices = { 
/**
 * Include those no longer offered.
 */
retired: boolean, };

/**
 * Lists shifts, latest first.
 */
export type ListShifts = { 
/**
 * How many, 1–100.
 */
limit: number, };

/**
 * Asks for the staff.
 */
export type ListStaff = { 
/**
 * Include those who left.
 */
retired: boolean, };

/**
 * Asks for what can be undone and redone.
 */
export type ListUndo = Record<symbol, never>;

/**
 * Signs in.
 */
export type Login = { 
/**
 * Who.
 */
staff_id: StaffMemberId, 
/**
 * The PIN.
 */
pin: string, };

/**
 * Somebody who can sign in.
 */
export type LoginUser = { 
/**
 * Who.
 */
staff_id: StaffMemberId, 
/**
 * Name.
 */
name: string, 
/**
 * Two letters.
 */
initials: string, 
/**
 * Colour index.
 */
colour: number, 
/**
 * Role.
 */
role: Role, 
/**
 * A PIN is set on this device.
 */
has_pin: boolean, };

/**
 * Signs out.
 */
export type Logout = Record<symbol, never>;

/**
 * Makes a backup now.
 */
export type MakeBackup = Record<symbol, never>;

/**
 * Changes what the columns are taken for, and shows again.
 */
export type MapImport = { 
/**
 * The file that was read.
 */
import_id: ImportId, 
/**
 * One entry per column.
 */
fields: Array<ImportField>, };

/**
 * What kind of money a payment method is.
 */
export type MethodKind = "cash" | "card" | "qr" | "transfer";

/**
 * Money by method.
 */
export type MethodTotal = { 
/**
 * Method.
 */
method_id: PaymentMethodId, 
/**
 * Kind.
 */
kind: MethodKind, 
/**
 * Name, or empty for the kind's own.
 */
name: string, 
/**
 * Sum less what was voided.
 */
total_minor: Money, 
/**
 * Number of payments.
 */
count: number, };

/**
 * An amount in minor units of the salon's one currency, within ±(2^53 − 1) so that it is
 * exact in JSON and in TypeScript too. Arithmetic is checked: an overflow is an error.
 */
export type Money = number;

/**
 * Moves a visit, or one service of it to another staff member.
 */
export type MoveAppointment = { 
/**
 * Which.
 */
appointment_id: AppointmentId, 
/**
 * New date.
 */
day: Day, 
/**
 * New start of the visit's first service.
 */
start_min: number, 
/**
 * Services of this staff member …
 */
from_staff_id: StaffMemberId | null, 
/**
 * … go to this one.
 */
to_staff_id: StaffMemberId | null, 
/**
 * New length of this line, where one was stretched.
 */
stretch: StretchLine | null, 
/**
 * As in booking.
 */
override_conflicts: boolean, };

/**
 * No input.
 */
export type Nothing = Record<symbol, never>;

/**
 * Opens a shift on this device's register.
 */
export type OpenShift = Record<symbol, never>;

/**
 * One saved action: the unit of audit, undo and sync.
 */
export type OperationId = string;

/**
 * The owner is made and signed in. The codes are shown once, to be printed.
 */
export type OwnerCreated = { 
/**
 * Signed in.
 */
session: Session, 
/**
 * Code that sets a new PIN when it is lost, with no network.
 */
recovery_code: string, 
/**
 * The database's key in letters: opens the file or a backup on another PC.
 */
database_key: string, };

/**
 * Pages as PNG.
 */
export type Pages = { 
/**
 * Each base64.
 */
pages_base64: Array<string>, 
/**
 * Width of a page in pixels.
 */
width: number, 
/**
 * Height of the first page in pixels.
 */
height: number, };

/**
 * A sum by a method.
 */
export type PaymentLine = { 
/**
 * By which method.
 */
method_id: PaymentMethodId, 
/**
 * How much of the visit it pays, > 0.
 */
amount_minor: Money, 
/**
 * Cash only: what the client gave, ≥ the amount; the rest is change.
 */
tendered_minor: Money | null, };

/**
 * A way to pay.
 */
export type PaymentMethod = { 
/**
 * Its id.
 */
method_id: PaymentMethodId, 
/**
 * Kind of money.
 */
kind: MethodKind, 
/**
 * Name as the desk says it, e.g. 'Kaspi QR'. Empty: the kind's name in the user's language.
 */
name: string, };

/**
 * A way to pay: cash, card, QR …
 */
export type PaymentMethodId = string;

/**
 * How much of a visit is paid (F3); derived, never stored as a fact.
 */
export type PaymentStatus = "unpaid" | "partial" | "paid";

/**
 * The money is taken.
 */
export type PaymentTaken = { 
/**
 * The receipt.
 */
receipt_id: ReceiptId, 
/**
 * Its number, e.g. K1-000123.
 */
number: string, 
/**
 * Change to give back in cash.
 */
change_minor: Money, 
/**
 * How much of the visit is paid now.
 */
payment_status: PaymentStatus, 
/**
 * What remains.
 */
remaining_minor: Money, };

/**
 * A new recovery code after the old one was used.
 */
export type PinReset = { 
/**
 * Signed in.
 */
session: Session, 
/**
 * The next code, to be printed.
 */
recovery_code: string, };

/**
 * Renders a receipt to pictures, one per page.
 */
export type PreviewReceipt = { 
/**
 * Which.
 */
receipt_id: ReceiptId, 
/**
 * `80mm` or `a4`.
 */
format: string, };

/**
 * Prints a receipt on the chosen printer, or a named one.
 */
export type PrintReceipt = { 
/**
 * Which.
 */
receipt_id: ReceiptId, 
/**
 * `80mm` or `a4`.
 */
format: string, 
/**
 * Printer; empty: the chosen one.
 */
printer: string, };

/**
 * A job that was handed to the printer.
 */
export type Printed = { 
/**
 * What the system calls it.
 */
job: string, };

/**
 * A printer of the system.
 */
export type Printer = { 
/**
 * Name.
 */
name: string, 
/**
 * The system's default.
 */
default: boolean, 
/**
 * `idle`, `printing`, `stopped` or `unknown`.
 */
state: string, };

/**
 * The system's printers.
 */
export type PrinterList = { 
/**
 * Names.
 */
printers: Array<Printer>, 
/**
 * The one chosen for receipts, or empty.
 */
receipt_printer: string, 
/**
 * Every payment prints its receipt by itself.
 */
print_after_payment: boolean, };

/**
 * Reads a file and shows what an import would do. Nothing is written.
 */
export type ReadImport = { 
/**
 * Name of the file, for its ending.
 */
file_name: string, 
/**
 * Its bytes, base64.
 */
content_base64: string, };

/**
 * A row that was understood.
 */
export type ReadyClient = { 
/**
 * Row number in the file, from 1.
 */
row: number, 
/**
 * The card.
 */
client: ClientFields, };

/**
 * A receipt, complete: what is printed. Never changes once made.
 */
export type Receipt = { 
/**
 * The row.
 */
row: ReceiptRow, 
/**
 * Register.
 */
register: Register, 
/**
 * Number of the shift.
 */
shift_number: number, 
/**
 * Cashier's name.
 */
cashier: string, 
/**
 * Salon's name at that time.
 */
salon_name: string, 
/**
 * Legal name.
 */
legal_name: string, 
/**
 * Tax id.
 */
tax_id: string, 
/**
 * Address.
 */
address: string, 
/**
 * Phone.
 */
phone: string, 
/**
 * Currency code.
 */
currency: string, 
/**
 * IANA zone for the printed time.
 */
zone: string, 
/**
 * Language of the print.
 */
language: Language, 
/**
 * Lines.
 */
lines: Array<ReceiptLine>, 
/**
 * Payments.
 */
payments: Array<ReceiptPayment>, 
/**
 * VAT inside the sum, and its rate in basis points.
 */
vat_minor: Money, 
/**
 * Rate.
 */
vat_bp: number, 
/**
 * Total of the visit and what remains after this receipt.
 */
visit_total_minor: Money, 
/**
 * Remaining of the visit after this receipt.
 */
remaining_minor: Money, 
/**
 * Foot text.
 */
footer: string, 
/**
 * Content of the QR code.
 */
qr: string, 
/**
 * Number of the receipt that this one voids, or of the one that voided it.
 */
counterpart: string, };

/**
 * A receipt, numbered without gaps on its register.
 */
export type ReceiptId = string;

/**
 * What a receipt says happened.
 */
export type ReceiptKind = "sale" | "void";

/**
 * A line of a receipt.
 */
export type ReceiptLine = { 
/**
 * What.
 */
name: string, 
/**
 * Who did it.
 */
staff: string, 
/**
 * Price of the line.
 */
price_minor: Money, 
/**
 * What this receipt pays of it.
 */
amount_minor: Money, };

/**
 * Receipts, latest first.
 */
export type ReceiptList = { 
/**
 * Them.
 */
receipts: Array<ReceiptRow>, 
/**
 * How many there are.
 */
total: number, };

/**
 * A payment of a receipt.
 */
export type ReceiptPayment = { 
/**
 * Kind.
 */
kind: MethodKind, 
/**
 * Name, or empty for the kind's own.
 */
name: string, 
/**
 * Sum.
 */
amount_minor: Money, 
/**
 * Cash given.
 */
tendered_minor: Money | null, 
/**
 * Change.
 */
change_minor: Money, };

/**
 * A receipt in a list.
 */
export type ReceiptRow = { 
/**
 * Which.
 */
receipt_id: ReceiptId, 
/**
 * Number, e.g. K1-000123.
 */
number: string, 
/**
 * Kind.
 */
kind: ReceiptKind, 
/**
 * When.
 */
at: Timestamp, 
/**
 * Business day.
 */
business_day: Day, 
/**
 * For which visit.
 */
appointment_id: AppointmentId, 
/**
 * Client's name, or empty.
 */
client: string, 
/**
 * Sum (negative for a void).
 */
total_minor: Money, 
/**
 * Kinds of money in it.
 */
kinds: Array<MethodKind>, 
/**
 * It was voided.
 */
voided: boolean, 
/**
 * Reason where it is a void.
 */
reason: string, };

/**
 * The answering receipt.
 */
export type ReceiptVoided = { 
/**
 * The void's own receipt.
 */
receipt_id: ReceiptId, 
/**
 * Its number.
 */
number: string, };

/**
 * Does again what was taken back last.
 */
export type Redo = Record<symbol, never>;

/**
 * A cash register.
 */
export type Register = { 
/**
 * Its id.
 */
register_id: RegisterId, 
/**
 * Name, e.g. 'Desk'.
 */
name: string, 
/**
 * Prefix of its receipt numbers, e.g. K1.
 */
prefix: string, };

/**
 * A cash register.
 */
export type RegisterId = string;

/**
 * Chosen by the caller before it asks; asking again with it never does the thing twice.
 */
export type RequestId = string;

/**
 * Sets a new PIN for the owner with the recovery code.
 */
export type ResetPin = { 
/**
 * Whose.
 */
staff_id: StaffMemberId, 
/**
 * The printed code.
 */
recovery_code: string, 
/**
 * New PIN.
 */
new_pin: string, };

/**
 * Puts a backup in the place of the salon's file. The present file is kept beside it.
 */
export type RestoreBackup = { 
/**
 * File name from the list, or a full path.
 */
file_name: string, 
/**
 * The printed key of a backup from another PC; empty: this PC's key.
 */
database_key: string, };

/**
 * Brings a retired client back.
 */
export type RestoreClient = { 
/**
 * Which client.
 */
client_id: ClientId, };

/**
 * Takes a client out of the lists (undo brings it back).
 */
export type RetireClient = { 
/**
 * Which client.
 */
client_id: ClientId, };

/**
 * Takes a service off the price list.
 */
export type RetireService = { 
/**
 * Which.
 */
service_id: ServiceId, };

/**
 * The staff member leaves; history keeps the name.
 */
export type RetireStaffMember = { 
/**
 * Who.
 */
staff_id: StaffMemberId, };

/**
 * What a staff member may do (J1).
 */
export type Role = "owner" | "manager" | "receptionist" | "master";

/**
 * Imports the file that was read, all or nothing.
 */
export type RunImport = { 
/**
 * The file that was read.
 */
import_id: ImportId, };

/**
 * The salon.
 */
export type Salon = { 
/**
 * Its id.
 */
salon_id: SalonId, 
/**
 * The fields.
 */
salon: SalonFields, 
/**
 * This device's register.
 */
register: Register, 
/**
 * Ways to pay, in order.
 */
methods: Array<PaymentMethod>, 
/**
 * Digits after the decimal sign of the currency.
 */
currency_digits: number, 
/**
 * Whether prices are shown without the fraction where it is zero.
 */
currency_symbol: string, 
/**
 * Coins and notes, largest first, in minor units.
 */
denominations: Array<number>, };

/**
 * What can be written of the salon.
 */
export type SalonFields = { 
/**
 * Name on the sign, 1–200.
 */
name: string, 
/**
 * Legal name on receipts, ≤ 200.
 */
legal_name: string, 
/**
 * Tax id (БИН/ИИН, ИНН, ЄДРПОУ …), ≤ 40.
 */
tax_id: string, 
/**
 * Address, ≤ 300.
 */
address: string, 
/**
 * Phone, ≤ 40.
 */
phone: string, 
/**
 * ISO 3166 code of the country.
 */
country: string, 
/**
 * ISO 4217 code; cannot change once money was posted.
 */
currency: string, 
/**
 * IANA zone, e.g. Asia/Almaty.
 */
zone: string, 
/**
 * The salon's language: receipts, new windows.
 */
language: Language, 
/**
 * VAT rate inside prices, basis points (16 % = 1600); 0: no VAT.
 */
vat_bp: number, 
/**
 * Minutes after midnight until which a sale belongs to the day before, 0–720.
 */
closing_min: number, 
/**
 * Opening, minutes after midnight.
 */
opens_min: number, 
/**
 * Closing, minutes after midnight, ≤ 1440.
 */
closes_min: number, 
/**
 * A text at the foot of receipts, ≤ 500.
 */
receipt_footer: string, 
/**
 * What the QR code on receipts says or links to, ≤ 300; empty: the receipt's own facts.
 */
receipt_qr: string, };

/**
 * The salon itself (a tenant in the cloud).
 */
export type SalonId = string;

/**
 * A receipt as a PDF file.
 */
export type SaveReceipt = { 
/**
 * Which.
 */
receipt_id: ReceiptId, 
/**
 * `80mm` or `a4`.
 */
format: string, };

/**
 * Finds clients while typing: any part of a name from its beginning, digits of a phone
 * or card; forgives keyboard layout, transliteration, ё/е, і/и and one typo.
 */
export type SearchClients = { 
/**
 * What was typed.
 */
text: string, 
/**
 * How many at most, 1–50.
 */
limit: number, };

/**
 * A service.
 */
export type Service = { 
/**
 * Which.
 */
service_id: ServiceId, 
/**
 * Its category.
 */
category_id: ServiceCategoryId, 
/**
 * The fields.
 */
service: ServiceFields, 
/**
 * No longer offered.
 */
retired: boolean, };

/**
 * A group of services on the price list.
 */
export type ServiceCategoryId = string;

/**
 * What can be written of a service.
 */
export type ServiceFields = { 
/**
 * Category by name; made where there is none of that name. ≤ 100.
 */
category: string, 
/**
 * Name, 1–200.
 */
name: string, 
/**
 * How long, 5–1440 minutes.
 */
duration_min: number, 
/**
 * Price, ≥ 0.
 */
price_minor: Money, 
/**
 * Colour index 0–11.
 */
colour: number, };

/**
 * A service on the price list.
 */
export type ServiceId = string;

/**
 * The price list, by category and name.
 */
export type ServiceList = { 
/**
 * The services.
 */
services: Array<Service>, };

/**
 * The new services, in the order given.
 */
export type ServicesCreated = { 
/**
 * Their ids.
 */
service_ids: Array<ServiceId>, };

/**
 * A signed-in person.
 */
export type Session = { 
/**
 * To be handed in with every call.
 */
session_id: SessionId, 
/**
 * Who.
 */
staff_id: StaffMemberId, 
/**
 * Name.
 */
name: string, 
/**
 * Role.
 */
role: Role, 
/**
 * What the role may do.
 */
permissions: Array<string>, };

/**
 * A signed-in person at one window.
 */
export type SessionId = string;

/**
 * Changes where a visit stands. Completing posts its sale lines.
 */
export type SetAppointmentStatus = { 
/**
 * Which.
 */
appointment_id: AppointmentId, 
/**
 * Where it stands now.
 */
status: AppointmentStatus, 
/**
 * Why, for cancelled and no-show; ≤ 500.
 */
reason: string, };

/**
 * Chooses a second folder for backups (a USB stick); empty for none.
 */
export type SetBackupFolder = { 
/**
 * Path.
 */
folder: string, };

/**
 * Sets somebody's PIN on this device.
 */
export type SetPin = { 
/**
 * Whose.
 */
staff_id: StaffMemberId, 
/**
 * PIN, 4–8 digits.
 */
pin: string, };

/**
 * Remembers how far the wizard is.
 */
export type SetSetupStep = { 
/**
 * `salon`, `owner`, `hours`, `staff`, `services`, `done`.
 */
step: string, };

/**
 * Sets the weekly hours.
 */
export type SetWorkHours = { 
/**
 * Whose.
 */
staff_id: StaffMemberId, 
/**
 * Seven entries, Monday first.
 */
week: Array<WeekdayHours>, };

/**
 * A shift as it stands (X) or ended.
 */
export type Shift = { 
/**
 * Which.
 */
shift_id: ShiftId, 
/**
 * Number on the register.
 */
number: number, 
/**
 * Register.
 */
register: Register, 
/**
 * Business day.
 */
business_day: Day, 
/**
 * Opened.
 */
opened_at: Timestamp, 
/**
 * By whom.
 */
opened_by: string, 
/**
 * Closed.
 */
closed_at: Timestamp | null, 
/**
 * Receipts in it.
 */
receipts: number, 
/**
 * Cash in the drawer by the ledger.
 */
drawer_minor: Money, 
/**
 * Money taken, by method.
 */
by_method: Array<MethodTotal>, 
/**
 * All money taken less what was voided.
 */
total_minor: Money, };

/**
 * The time between opening and closing a register.
 */
export type ShiftId = string;

/**
 * Shifts.
 */
export type ShiftList = { 
/**
 * Latest first.
 */
shifts: Array<Shift>, };

/**
 * The open shift.
 */
export type ShiftOpened = { 
/**
 * Which.
 */
shift_id: ShiftId, 
/**
 * Its number on the register.
 */
number: number, };

/**
 * A free start.
 */
export type Slot = { 
/**
 * With whom.
 */
staff_id: StaffMemberId, 
/**
 * Their name.
 */
staff: string, 
/**
 * Date.
 */
day: Day, 
/**
 * Start.
 */
start_min: number, };

/**
 * Free starts, soonest first.
 */
export type SlotsFound = { 
/**
 * Them.
 */
slots: Array<Slot>, };

/**
 * What can be written of a staff member.
 */
export type StaffFields = { 
/**
 * Name as shown in the calendar, 1–100 letters.
 */
name: string, 
/**
 * Position, e.g. 'Colourist', ≤ 100.
 */
position: string, 
/**
 * What the person may do.
 */
role: Role, 
/**
 * Has a column in the calendar.
 */
in_calendar: boolean, 
/**
 * Colour of the avatar: index 0–11 of the palette.
 */
colour: number, 
/**
 * Phone, ≤ 40.
 */
phone: string, 
/**
 * Services the person does; empty: all.
 */
services: Array<ServiceId>, };

/**
 * The staff, in the calendar's order.
 */
export type StaffList = { 
/**
 * The people.
 */
staff: Array<StaffMember>, };

/**
 * A staff member.
 */
export type StaffMember = { 
/**
 * Who.
 */
staff_id: StaffMemberId, 
/**
 * The card.
 */
staff: StaffFields, 
/**
 * Two letters for the avatar.
 */
initials: string, 
/**
 * Weekly hours, Monday first, 7 entries.
 */
week: Array<WeekdayHours>, 
/**
 * Has a PIN on this device.
 */
has_pin: boolean, 
/**
 * No longer works here.
 */
retired: boolean, };

/**
 * The new staff member.
 */
export type StaffMemberCreated = { 
/**
 * Who.
 */
staff_id: StaffMemberId, };

/**
 * A person who works in the salon.
 */
export type StaffMemberId = string;

/**
 * A starter price list (nothing is saved).
 */
export type StarterServices = { 
/**
 * The services.
 */
services: Array<ServiceFields>, };

/**
 * A line with a new length.
 */
export type StretchLine = { 
/**
 * Which line.
 */
line_id: AppointmentServiceId, 
/**
 * New length, 5–1440.
 */
duration_min: number, };

/**
 * Takes money for a visit by one or several methods, and makes the receipt.
 */
export type TakePayment = { 
/**
 * For which visit.
 */
appointment_id: AppointmentId, 
/**
 * 1–10 payments; together at most what remains.
 */
payments: Array<PaymentLine>, 
/**
 * `complete`: the visit is done too (its sale lines are posted); `keep`: only the money.
 */
after: AfterPayment, };

/**
 * Prints a test page.
 */
export type TestPrint = { 
/**
 * Name.
 */
printer: string, };

/**
 * A moment in UTC, in milliseconds since 1970. For what happened.
 */
export type Timestamp = number;

/**
 * Takes back the last thing this person did on this device, or a named operation.
 */
export type Undo = { 
/**
 * `None`: the last one.
 */
operation_id: OperationId | null, };

/**
 * The undo list.
 */
export type UndoList = { 
/**
 * Latest first, ≤ 50.
 */
undo: Array<HistoryEntry>, 
/**
 * Next redo first, ≤ 50.
 */
redo: Array<HistoryEntry>, };

/**
 * What was undone or redone.
 */
export type Undone = { 
/**
 * Kind of the operation, past tense (`appointment_moved`).
 */
kind: string, 
/**
 * Which.
 */
operation_id: OperationId, };

/**
 * Rewrites a visit: client, services, note. Its start stays where not given.
 */
export type UpdateAppointment = { 
/**
 * Which.
 */
appointment_id: AppointmentId, 
/**
 * Client, or none.
 */
client_id: ClientId | null, 
/**
 * Date.
 */
day: Day, 
/**
 * Start.
 */
start_min: number, 
/**
 * Services as they shall be; lines without `line_id` are new, missing ones are taken off.
 */
lines: Array<BookLine>, 
/**
 * Note.
 */
note: string, 
/**
 * How did you hear about us.
 */
source: string, 
/**
 * As in booking.
 */
override_conflicts: boolean, };

/**
 * Rewrites a client's card; only columns that differ are changed.
 */
export type UpdateClient = { 
/**
 * Whose card.
 */
client_id: ClientId, 
/**
 * The whole card as it shall be.
 */
client: ClientFields, };

/**
 * Changes the salon's settings.
 */
export type UpdateSalon = { 
/**
 * The whole as it shall be.
 */
salon: SalonFields, };

/**
 * Changes a service. Booked visits keep their prices.
 */
export type UpdateService = { 
/**
 * Which.
 */
service_id: ServiceId, 
/**
 * The whole service as it shall be.
 */
service: ServiceFields, };

/**
 * Changes a staff member's card.
 */
export type UpdateStaffMember = { 
/**
 * Who.
 */
staff_id: StaffMemberId, 
/**
 * The whole card as it shall be.
 */
staff: StaffFields, };

/**
 * What the check of the file found.
 */
export type Verified = { 
/**
 * All lines are in order.
 */
ok: boolean, 
/**
 * One line per check.
 */
lines: Array<VerifyLine>, };

/**
 * One check.
 */
export type VerifyLine = { 
/**
 * `integrity`, `foreign_keys`, `ledger`, `caches`, `chain`, `receipts`, `triggers`.
 */
check: string, 
/**
 * In order.
 */
ok: boolean, 
/**
 * How many things were looked at.
 */
count: number, 
/**
 * What is wrong, or empty.
 */
detail: string, };

/**
 * Voids a receipt: its money goes back the way it came, with a reason.
 */
export type VoidReceipt = { 
/**
 * Which.
 */
receipt_id: ReceiptId, 
/**
 * Why, 1–500.
 */
reason: string, };

/**
 * One weekday of a weekly schedule.
 */
export type WeekdayHours = { 
/**
 * 0 = Monday … 6 = Sunday.
 */
weekday: number, 
/**
 * Works that day.
 */
working: boolean, 
/**
 * Start, minutes after midnight.
 */
start_min: number, 
/**
 * End, minutes after midnight, ≤ 1440.
 */
end_min: number, 
/**
 * Break, minutes after midnight; equal where there is none.
 */
break_start_min: number, 
/**
 * End of the break.
 */
break_end_min: number, };

/** Every command: its kind, what goes in, what comes out. */
export type Commands = {
  create_client: { kind: "mutation"; input: CreateClient; output: ClientCreated };
  update_client: { kind: "mutation"; input: UpdateClient; output: Done };
  retire_client: { kind: "mutation"; input: RetireClient; output: Done };
  restore_client: { kind: "mutation"; input: RestoreClient; output: Done };
  import_clients: { kind: "mutation"; input: ImportClients; output: ImportReport };
  get_client: { kind: "query"; input: GetClient; output: ClientCard };
  search_clients: { kind: "query"; input: SearchClients; output: ClientsFound };
  list_clients: { kind: "query"; input: ListClients; output: ClientPage };
  create_staff_member: { kind: "mutation"; input: CreateStaffMember; output: StaffMemberCreated };
  update_staff_member: { kind: "mutation"; input: UpdateStaffMember; output: Done };
  retire_staff_member: { kind: "mutation"; input: RetireStaffMember; output: Done };
  set_work_hours: { kind: "mutation"; input: SetWorkHours; output: Done };
  list_staff: { kind: "query"; input: ListStaff; output: StaffList };
  create_services: { kind: "mutation"; input: CreateServices; output: ServicesCreated };
  update_service: { kind: "mutation"; input: UpdateService; output: Done };
  retire_service: { kind: "mutation"; input: RetireService; output: Done };
  list_services: { kind: "query"; input: ListServices; output: ServiceList };
  get_starter_services: { kind: "query"; input: GetStarterServices; output: StarterServices };
  create_salon: { kind: "mutation"; input: CreateSalon; output: Done };
  update_salon: { kind: "mutation"; input: UpdateSalon; output: Done };
  get_salon: { kind: "query"; input: GetSalon; output: Salon };
  list_countries: { kind: "query"; input: ListCountries; output: CountryList };
  book_appointment: { kind: "mutation"; input: BookAppointment; output: AppointmentBooked };
  update_appointment: { kind: "mutation"; input: UpdateAppointment; output: Done };
  move_appointment: { kind: "mutation"; input: MoveAppointment; output: Done };
  set_appointment_status: { kind: "mutation"; input: SetAppointmentStatus; output: Done };
  get_appointment: { kind: "query"; input: GetAppointment; output: Appointment };
  get_day: { kind: "query"; input: GetDay; output: DayView };
  find_slots: { kind: "query"; input: FindSlots; output: SlotsFound };
  open_shift: { kind: "mutation"; input: OpenShift; output: ShiftOpened };
  close_shift: { kind: "mutation"; input: CloseShift; output: Done };
  take_payment: { kind: "mutation"; input: TakePayment; output: PaymentTaken };
  void_receipt: { kind: "mutation"; input: VoidReceipt; output: ReceiptVoided };
  get_checkout: { kind: "query"; input: GetCheckout; output: Checkout };
  get_shift: { kind: "query"; input: GetShift; output: CurrentShift };
  list_shifts: { kind: "query"; input: ListShifts; output: ShiftList };
  get_receipt: { kind: "query"; input: GetReceipt; output: Receipt };
  list_receipts: { kind: "query"; input: ListReceipts; output: ReceiptList };
  undo: { kind: "mutation"; input: Undo; output: Undone };
  redo: { kind: "mutation"; input: Redo; output: Undone };
  list_undo: { kind: "query"; input: ListUndo; output: UndoList };
  list_history: { kind: "query"; input: ListHistory; output: History };
  get_app_state: { kind: "local"; input: GetAppState; output: AppState };
  login: { kind: "local"; input: Login; output: Session };
  logout: { kind: "local"; input: Logout; output: Done };
  create_owner: { kind: "local"; input: CreateOwner; output: OwnerCreated };
  set_pin: { kind: "local"; input: SetPin; output: Done };
  reset_pin: { kind: "local"; input: ResetPin; output: PinReset };
  set_setup_step: { kind: "local"; input: SetSetupStep; output: Done };
  read_import: { kind: "host"; input: ReadImport; output: ImportPreview };
  map_import: { kind: "host"; input: MapImport; output: ImportPreview };
  run_import: { kind: "host"; input: RunImport; output: ImportReport };
  get_import_progress: { kind: "host"; input: ImportProgress; output: ImportState };
  save_import_rejects: { kind: "host"; input: ImportProgress; output: FileOut };
  export_clients: { kind: "host"; input: ExportClients; output: FileOut };
  preview_receipt: { kind: "host"; input: PreviewReceipt; output: Pages };
  print_receipt: { kind: "host"; input: PrintReceipt; output: Printed };
  save_receipt: { kind: "host"; input: SaveReceipt; output: FileOut };
  list_printers: { kind: "host"; input: Nothing; output: PrinterList };
  choose_printer: { kind: "host"; input: ChoosePrinter; output: Done };
  test_print: { kind: "host"; input: TestPrint; output: Printed };
  list_backups: { kind: "host"; input: Nothing; output: BackupList };
  make_backup: { kind: "host"; input: MakeBackup; output: Backup };
  set_backup_folder: { kind: "host"; input: SetBackupFolder; output: Done };
  restore_backup: { kind: "host"; input: RestoreBackup; output: Done };
  enter_database_key: { kind: "host"; input: EnterDatabaseKey; output: Done };
  start_practice: { kind: "host"; input: Nothing; output: Done };
  stop_practice: { kind: "host"; input: Nothing; output: Done };
  verify: { kind: "host"; input: Nothing; output: Verified };
};

/** Which part answers a command. */
export const commandKinds = {
  create_client: "mutation",
  update_client: "mutation",
  retire_client: "mutation",
  restore_client: "mutation",
  import_clients: "mutation",
  get_client: "query",
  search_clients: "query",
  list_clients: "query",
  create_staff_member: "mutation",
  update_staff_member: "mutation",
  retire_staff_member: "mutation",
  set_work_hours: "mutation",
  list_staff: "query",
  create_services: "mutation",
  update_service: "mutation",
  retire_service: "mutation",
  list_services: "query",
  get_starter_services: "query",
  create_salon: "mutation",
  update_salon: "mutation",
  get_salon: "query",
  list_countries: "query",
  book_appointment: "mutation",
  update_appointment: "mutation",
  move_appointment: "mutation",
  set_appointment_status: "mutation",
  get_appointment: "query",
  get_day: "query",
  find_slots: "query",
  open_shift: "mutation",
  close_shift: "mutation",
  take_payment: "mutation",
  void_receipt: "mutation",
  get_checkout: "query",
  get_shift: "query",
  list_shifts: "query",
  get_receipt: "query",
  list_receipts: "query",
  undo: "mutation",
  redo: "mutation",
  list_undo: "query",
  list_history: "query",
  get_app_state: "local",
  login: "local",
  logout: "local",
  create_owner: "local",
  set_pin: "local",
  reset_pin: "local",
  set_setup_step: "local",
  read_import: "host",
  map_import: "host",
  run_import: "host",
  get_import_progress: "host",
  save_import_rejects: "host",
  export_clients: "host",
  preview_receipt: "host",
  print_receipt: "host",
  save_receipt: "host",
  list_printers: "host",
  choose_printer: "host",
  test_print: "host",
  list_backups: "host",
  make_backup: "host",
  set_backup_folder: "host",
  restore_backup: "host",
  enter_database_key: "host",
  start_practice: "host",
  stop_practice: "host",
  verify: "host",
} as const;
