// Generated from crates/wire by `cargo xtask codegen`. Do not edit.

/**
 * What an absence hits.
 */
export type AbsencePlan = { 
/**
 * Each affected visit, by time.
 */
visits: Array<AffectedVisit>, };

/**
 * Which side of the salon's books an account is on.
 */
export type AccountClass = "asset" | "liability" | "equity" | "income" | "expense";

/**
 * Puts a gift certificate on a bill. It is valid from the moment its bill is completed.
 */
export type AddCertificate = { 
/**
 * On which visit's bill.
 */
appointment_id: AppointmentId, 
/**
 * Worth and price, > 0.
 */
value_minor: Money, 
/**
 * Its code, 4–32 letters and digits; empty: made by the program.
 */
code: string, 
/**
 * Last day; `None`: no end.
 */
valid_until: Day | null, 
/**
 * Who sold it.
 */
seller_id: StaffMemberId | null, };

/**
 * Puts a package on a bill.
 */
export type AddPackage = { 
/**
 * On which visit's bill; it must have a client.
 */
appointment_id: AppointmentId, 
/**
 * Which.
 */
offer_id: PackageOfferId, 
/**
 * Who sold it.
 */
seller_id: StaffMemberId | null, };

/**
 * Puts a product on the bill of a visit that is not over.
 */
export type AddProduct = { 
/**
 * On which visit's bill.
 */
appointment_id: AppointmentId, 
/**
 * Which.
 */
product_id: ProductId, 
/**
 * How much, > 0; pieces are whole.
 */
quantity: Quantity, 
/**
 * Price of the whole line; `None`: by the list.
 */
price_minor: Money | null, 
/**
 * Who sold it.
 */
seller_id: StaffMemberId | null, };

/**
 * Adds a register to this device, with a drawer, shifts and receipt numbers of its own.
 */
export type AddRegister = { 
/**
 * Name, 1–80.
 */
name: string, 
/**
 * What its receipt numbers begin with: 1–4 letters or digits that no register ever had.
 */
prefix: string, };

/**
 * Blocks time or gives time off. Visits that stand there stay; see `plan_absence`.
 */
export type AddTimeOff = { 
/**
 * The time off.
 */
time_off: TimeOffFields, };

/**
 * Puts a client on the waitlist.
 */
export type AddToWaitlist = { 
/**
 * A known client …
 */
client_id: ClientId | null, 
/**
 * … or a new one.
 */
new_client: ClientFields | null, 
/**
 * The wish.
 */
entry: WaitlistFields, };

/**
 * Puts money for the client's balance on a bill.
 */
export type AddTopUp = { 
/**
 * On which visit's bill; it must have a client.
 */
appointment_id: AppointmentId, 
/**
 * How much, > 0.
 */
amount_minor: Money, };

/**
 * A visit that cannot stay where it is.
 */
export type AffectedVisit = { 
/**
 * Which.
 */
appointment_id: AppointmentId, 
/**
 * Client's name.
 */
client: string, 
/**
 * Client's main phone.
 */
phone: string, 
/**
 * Date.
 */
day: Day, 
/**
 * Start.
 */
start_min: number, 
/**
 * Services by name.
 */
services: Array<string>, 
/**
 * Other staff at the same time first, then the same staff later, then others.
 */
alternatives: Array<Slot>, };

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
 * What stands on its bill beside them.
 */
items: Array<BillItem>, 
/**
 * A sale at the desk without a booking.
 */
sale: boolean, 
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
 * What it was booked in spite of.
 */
conflicts: Array<ConflictKind>, 
/**
 * Part of this series.
 */
series_id: SeriesId | null, 
/**
 * How many later visits the series has.
 */
following: number, 
/**
 * In this group appointment.
 */
group_id: GroupEventId | null, 
/**
 * Is to be called about a change.
 */
to_call: boolean, 
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
 * Discount inside the price; zero: none.
 */
discount_minor: Money, 
/**
 * Why it was given, or empty.
 */
discount_reason: string, 
/**
 * Price of this visit.
 */
price_minor: Money, 
/**
 * Paid of it so far.
 */
paid_minor: Money, };

/**
 * Visits of a list.
 */
export type AppointmentList = { 
/**
 * Them.
 */
appointments: Array<AppointmentRow>, 
/**
 * How many there are in all.
 */
total: number, };

/**
 * A visit in a list.
 */
export type AppointmentRow = { 
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
 * Client's main phone.
 */
phone: string, 
/**
 * Date.
 */
day: Day, 
/**
 * Start.
 */
start_min: number, 
/**
 * End of the last service.
 */
end_min: number, 
/**
 * Services by name.
 */
services: Array<string>, 
/**
 * Staff by name, without repeats.
 */
staff: Array<string>, 
/**
 * Where it stands.
 */
status: AppointmentStatus, 
/**
 * Total.
 */
total_minor: Money, 
/**
 * Paid.
 */
paid_minor: Money, 
/**
 * How much is paid.
 */
payment_status: PaymentStatus, 
/**
 * Source.
 */
source: string, 
/**
 * Is to be called about a change.
 */
to_call: boolean, };

/**
 * One booked service of a visit.
 */
export type AppointmentServiceId = string;

/**
 * Where a visit stands.
 */
export type AppointmentStatus = "booked" | "confirmed" | "arrived" | "in_progress" | "completed" | "cancelled" | "no_show";

/**
 * Who assists at the services of a visit.
 */
export type AssistantList = { 
/**
 * Lines that somebody assists at.
 */
lines: Array<LineAssistants>, };

/**
 * Who assists, for what share of the line's commission.
 */
export type AssistantShare = { 
/**
 * Who.
 */
staff_id: StaffMemberId, 
/**
 * Share of the commission of the line, basis points, 1–10 000.
 */
share_bp: number, };

/**
 * Coming visits by risk.
 */
export type AtRiskList = { 
/**
 * Highest risk first.
 */
visits: Array<VisitAtRisk>, };

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
 * An account's balance.
 */
export type BalanceRow = { 
/**
 * Class.
 */
class: AccountClass, 
/**
 * Account.
 */
account: string, 
/**
 * Whose; empty for the salon's, and for visits, certificates and packages all together.
 */
owner: string, 
/**
 * Name; empty where it is the account's own.
 */
name: string, 
/**
 * Of a payment method: its kind.
 */
method_kind: MethodKind | null, 
/**
 * Debit +, credit −.
 */
amount_minor: Money, };

/**
 * Balance of accounts; everything together is zero.
 */
export type BalanceSheet = { 
/**
 * By class, account and name; no zeros.
 */
rows: Array<BalanceRow>, 
/**
 * What the salon has.
 */
assets_minor: Money, 
/**
 * What it owes, ≥ 0 as a rule.
 */
liabilities_minor: Money, 
/**
 * What is the owner's, profit included.
 */
equity_minor: Money, 
/**
 * Earned since the books began.
 */
profit_minor: Money, 
/**
 * Sum of all accounts: zero.
 */
difference_minor: Money, };

/**
 * One of the salon's accounts at a bank.
 */
export type BankAccountId = string;

/**
 * A bank account was saved.
 */
export type BankAccountSaved = { 
/**
 * Which.
 */
bank_account_id: BankAccountId, };

/**
 * A line of a statement.
 */
export type BankLine = { 
/**
 * Row or document number in the file, from 1.
 */
row: number, 
/**
 * Day it was booked.
 */
day: Day, 
/**
 * Onto the account +, from it −.
 */
amount_minor: Money, 
/**
 * The other side's name, ≤ 200.
 */
counterparty: string, 
/**
 * Its tax id, ≤ 40.
 */
tax_id: string, 
/**
 * What it was for, ≤ 500.
 */
purpose: string, 
/**
 * Number of the document, ≤ 60.
 */
document_number: string, 
/**
 * The same for the same line of every file, 1–64: the bank's own, or a digest.
 */
reference: string, };

/**
 * A bank statement that was brought in.
 */
export type BankStatementId = string;

/**
 * Several operations that are one action to the person (an import).
 */
export type BatchId = string;

/**
 * An item of a bill.
 */
export type BillItem = { 
/**
 * Which.
 */
line_id: AppointmentServiceId, 
/**
 * What it is.
 */
kind: ItemKind, 
/**
 * Name: of the product, of the package; empty where the kind says it all.
 */
name: string, 
/**
 * Of goods: which.
 */
product_id: ProductId | null, 
/**
 * Of goods: what they are counted in.
 */
unit: ProductUnit | null, 
/**
 * How much, thousandths.
 */
quantity: Quantity, 
/**
 * Of goods: how much lies on the shelf.
 */
stock: Quantity | null, 
/**
 * Who sold it.
 */
seller_id: StaffMemberId | null, 
/**
 * Name of who sold it, or empty.
 */
seller: string, 
/**
 * Of a certificate: its code.
 */
code: string, 
/**
 * Last day, where it has one.
 */
valid_until: Day | null, 
/**
 * Price by the list.
 */
list_price_minor: Money, 
/**
 * Discount that the price has inside.
 */
discount_minor: Money, 
/**
 * Why it was given.
 */
discount_reason: string, 
/**
 * Price.
 */
price_minor: Money, 
/**
 * Paid of it.
 */
paid_minor: Money, };

/**
 * A stretch of a booked service (E1, B15).
 */
export type BlockPart = "whole" | "active" | "processing" | "finishing";

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
override_conflicts: boolean, 
/**
 * Takes a place in this group appointment: its time and staff member count.
 */
group_id: GroupEventId | null, 
/**
 * Fulfils this wish of the waitlist.
 */
waitlist_entry_id: WaitlistEntryId | null, };

/**
 * Date and start of a visit of a series.
 */
export type BookDate = { 
/**
 * The date.
 */
day: Day, 
/**
 * Start.
 */
start_min: number, };

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
 * Books a series of visits in one action.
 */
export type BookSeries = { 
/**
 * The visit that repeats; its date and start are those of the first.
 */
booking: BookAppointment, 
/**
 * Date and start of each visit, 1–52.
 */
dates: Array<BookDate>, };

/**
 * What stands in the way, and what the visit would be.
 */
export type BookingChecked = { 
/**
 * Conflicts, line by line; empty: it can be booked.
 */
conflicts: Array<Conflict>, 
/**
 * The lines as they would stand.
 */
lines: Array<CheckedLine>, 
/**
 * End of the last service.
 */
end_min: number, 
/**
 * The total.
 */
total_minor: Money, 
/**
 * Whether the person who asks may book in spite of the conflicts.
 */
may_override: boolean, 
/**
 * The nearest free times with the same people.
 */
alternatives: Array<Slot>, };

/**
 * The calendar's rules of this salon.
 */
export type CalendarRules = { 
/**
 * Starts are offered every so many minutes, 5–60.
 */
step_min: number, 
/**
 * Times that would leave a hole shorter than this are not offered, 0–120; 0: off.
 */
gap_min: number, 
/**
 * Staff may change their own schedule.
 */
own_schedule: boolean, 
/**
 * Answers to 'How did you hear about us', in order, 1–30; the first is the default.
 * Empty: the product's own list in the user's language.
 */
sources: Array<string>, };

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
 * Visits of known clients that are done, and after how many of them the client came back.
 */
export type CameBack = { 
/**
 * Visits.
 */
visits: number, 
/**
 * After which the client came back.
 */
came: number, 
/**
 * The same as a share of the visits, basis points; of no visits zero.
 */
share_bp: number, };

/**
 * Cancels a pay run of which nothing was paid.
 */
export type CancelPayRun = { 
/**
 * Which.
 */
pay_run_id: PayRunId, 
/**
 * Why, 1–500.
 */
reason: string, };

/**
 * A kind of cash in or out.
 */
export type CashCategory = { 
/**
 * Which.
 */
category_id: CashCategoryId, 
/**
 * Name.
 */
name: string, 
/**
 * Which way.
 */
direction: CashDirection, 
/**
 * What stands behind it.
 */
purpose: CashPurpose, };

/**
 * A kind of cash that goes into a drawer or out of it.
 */
export type CashCategoryId = string;

/**
 * Kinds of cash in and out.
 */
export type CashCategoryList = { 
/**
 * In the salon's order.
 */
categories: Array<CashCategory>, };

/**
 * A kind was saved.
 */
export type CashCategorySaved = { 
/**
 * Which.
 */
category_id: CashCategoryId, };

/**
 * A drawer as it was counted.
 */
export type CashCount = { 
/**
 * The whole sum, ≥ 0.
 */
counted_minor: Money, 
/**
 * By notes and coins, where they were counted one by one; then they make the sum.
 */
pieces: Array<Pieces>, };

/**
 * Which way cash goes.
 */
export type CashDirection = "in" | "out";

/**
 * Cash flow: where money was, what came and went, and what for.
 */
export type CashFlow = { 
/**
 * By place.
 */
places: Array<FlowPlace>, 
/**
 * Everything together; transfers between places are in neither in nor out.
 */
total: FlowSums, 
/**
 * What for.
 */
rows: Array<FlowRow>, };

/**
 * Cash was moved.
 */
export type CashMoved = { 
/**
 * The movement.
 */
movement_id: CashMovementId, };

/**
 * Cash that went in or out.
 */
export type CashMovement = { 
/**
 * Which.
 */
movement_id: CashMovementId, 
/**
 * When.
 */
at: Timestamp, 
/**
 * Business day.
 */
business_day: Day, 
/**
 * Who did it, by name; empty for the program.
 */
actor: string, 
/**
 * Name of its kind, or empty for a transfer.
 */
category: string, 
/**
 * The other register of a transfer, or empty.
 */
other_register: string, 
/**
 * Name of the staff member who was paid, or empty.
 */
staff: string, 
/**
 * Into the drawer +, out of it −.
 */
amount_minor: Money, 
/**
 * A word about it.
 */
note: string, 
/**
 * It takes another one back.
 */
is_reversal: boolean, 
/**
 * It was taken back.
 */
reversed: boolean, };

/**
 * Cash that went into a drawer or out of it otherwise than by a receipt.
 */
export type CashMovementId = string;

/**
 * What stands behind cash that goes in or out: which account of the ledger answers the drawer.
 */
export type CashPurpose = "owner" | "bank" | "expense" | "income" | "supplier";

/**
 * The drawer over a shift.
 */
export type CashReport = { 
/**
 * In it when the shift was opened.
 */
opening_minor: Money, 
/**
 * Taken in cash, tips included.
 */
taken_minor: Money, 
/**
 * Given back in cash, ≥ 0.
 */
returned_minor: Money, 
/**
 * Put in otherwise, ≥ 0.
 */
in_minor: Money, 
/**
 * Taken out otherwise, ≥ 0.
 */
out_minor: Money, 
/**
 * What must lie in it: now, or at the close.
 */
expected_minor: Money, 
/**
 * What was counted at the close.
 */
counted_minor: Money | null, 
/**
 * Counted less expected.
 */
difference_minor: Money, 
/**
 * Why it is over or short.
 */
reason: string, 
/**
 * By notes and coins, where they were counted.
 */
pieces: Array<Pieces>, 
/**
 * What was put in and taken out, oldest first.
 */
movements: Array<CashMovement>, };

/**
 * A gift certificate.
 */
export type Certificate = { 
/**
 * Which; to name as the source of a payment.
 */
certificate_id: CertificateId, 
/**
 * The way to pay to name with it.
 */
method_id: PaymentMethodId, 
/**
 * Code.
 */
code: string, 
/**
 * Worth when it was sold.
 */
value_minor: Money, 
/**
 * What is left.
 */
left_minor: Money, 
/**
 * What may be paid from it today: less than is left where another till has sold it and this
 * device has not synced today.
 */
payable_minor: Money, 
/**
 * Sold.
 */
sold_on: Day, 
/**
 * Last day.
 */
valid_until: Day | null, 
/**
 * It can be paid from today.
 */
usable: boolean, 
/**
 * Who bought it, or empty.
 */
client: string, };

/**
 * A gift certificate.
 */
export type CertificateId = string;

/**
 * Certificates, latest first.
 */
export type CertificateList = { 
/**
 * Them.
 */
certificates: Array<Certificate>, 
/**
 * How many there are.
 */
total: number, 
/**
 * What is left of all of them: the salon owes it.
 */
outstanding_minor: Money, };

/**
 * Asks what stands in the way of a booking, before it is saved.
 */
export type CheckBooking = { 
/**
 * The visit that is rewritten or moved.
 */
appointment_id: AppointmentId | null, 
/**
 * Client, if known.
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
 * Services.
 */
lines: Array<BookLine>, 
/**
 * Into this group.
 */
group_id: GroupEventId | null, };

/**
 * A line as it would stand.
 */
export type CheckedLine = { 
/**
 * Start.
 */
start_min: number, 
/**
 * Length.
 */
duration_min: number, 
/**
 * Where the length comes from.
 */
duration_from: ValueSource, 
/**
 * Price.
 */
price_minor: Money, 
/**
 * Where the price comes from.
 */
price_from: ValueSource, 
/**
 * List price.
 */
list_price_minor: Money, };

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
 * What remains of the visit and of those paid with it.
 */
remaining_minor: Money, 
/**
 * Handy sums of cash for the remainder, in minor units.
 */
cash_hints: Array<Money>, 
/**
 * What the client can pay from besides money.
 */
credits: Array<Credit>, 
/**
 * The client's other bills that are not paid in full, oldest first.
 */
open_bills: Array<OpenBill>, };

/**
 * Chooses what registers this register's receipts.
 */
export type ChooseFiscalDevice = { 
/**
 * What.
 */
device: FiscalDeviceKind, 
/**
 * Address of its web server, e.g. http://192.168.1.20:16732; ≤ 200; for ATOL.
 */
url: string, 
/**
 * Tax system on receipts.
 */
tax_system: TaxSystem, };

/**
 * Chooses the printer for receipts on this device.
 */
export type ChoosePrinter = { 
/**
 * Name of a printer of the system, empty for none.
 */
printer: string, 
/**
 * Every payment prints its receipt by itself.
 */
print_after_payment: boolean, 
/**
 * How receipts are printed here.
 */
device: PrinterDevice, };

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
 * What a client has with the salon.
 */
export type ClientCredits = { 
/**
 * Money on the balance.
 */
balance_minor: Money, 
/**
 * Unpaid of finished visits.
 */
debt_minor: Money, 
/**
 * Points.
 */
points: number, 
/**
 * Packages, those that end first before.
 */
packages: Array<Package>, 
/**
 * Certificates the client has bought that are not spent, latest first; only for who takes payments.
 */
certificates: Array<Certificate>, };

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
 * What should be done before the shift is closed; nothing of it forbids the close.
 */
export type CloseChecklist = { 
/**
 * Only what there is to do.
 */
items: Array<CloseItem>, };

/**
 * One matter of the checklist.
 */
export type CloseItem = { 
/**
 * What.
 */
matter: CloseMatter, 
/**
 * How many.
 */
count: number, 
/**
 * The sum it is about; zero where there is none.
 */
amount_minor: Money, };

/**
 * What a register should have done before it is closed.
 */
export type CloseMatter = "visits_open" | "visits_unpaid" | "prints_waiting";

/**
 * Closes the shift of this device's register; it stays closed.
 */
export type CloseShift = { 
/**
 * The drawer as it was counted; `None`: nobody counted.
 */
count: CashCount | null, 
/**
 * Why it is over or short, ≤ 500; needed beyond the rule of the till.
 */
reason: string, };

/**
 * Takes a wish off the list.
 */
export type CloseWaitlistEntry = { 
/**
 * Which.
 */
entry_id: WaitlistEntryId, 
/**
 * Why, ≤ 200.
 */
reason: string, };

/**
 * Letters of a receipt printer.
 */
export type CodePage = "cp866" | "cp1251";

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
 * Which price a commission is counted from.
 */
export type CommissionBase = "after_discount" | "before_discount";

/**
 * Why a sum of commission was posted.
 */
export type CommissionEntry = "line" | "share" | "tier" | "back";

/**
 * How a sum of commission came to be: a snapshot of the rule with its figures.
 */
export type CommissionFormula = { 
/**
 * How the rule counts.
 */
kind: CommissionKind, 
/**
 * Price without the discount.
 */
before_minor: Money, 
/**
 * Discount that the base is less by; zero where the rule counts the price before it.
 */
discount_minor: Money, 
/**
 * Materials that the base is less by.
 */
materials_minor: Money, 
/**
 * What the share is taken of.
 */
base_minor: Money, 
/**
 * Share, basis points; of a tiered rule that of the tier reached; of a fixed one zero.
 */
rate_bp: number, 
/**
 * Of a fixed rule: for the service, or for each unit of goods.
 */
fixed_minor: Money, 
/**
 * Of a tiered rule: the month's base with this line.
 */
month_minor: Money, 
/**
 * Of a progressive rule: the parts of the base by tier.
 */
slices: Array<TierSlice>, 
/**
 * Commission of the whole line, before shares.
 */
whole_minor: Money, 
/**
 * This person's share of it, basis points.
 */
share_bp: number, 
/**
 * Price of the line when it was done.
 */
sold_minor: Money, 
/**
 * Price that is left of it: of what was taken back.
 */
left_minor: Money, 
/**
 * Commission before: of what was taken back, and of what a tier changed.
 */
was_minor: Money, 
/**
 * Commission after.
 */
now_minor: Money, 
/**
 * The completion was a mistake: all of it was taken back.
 */
undone: boolean, 
/**
 * Of goods: how much was sold, thousandths of the unit; `None`: a service.
 */
quantity: Quantity | null, 
/**
 * Assistants' shares come on top and are not taken out of it.
 */
on_top: boolean, };

/**
 * A sum of commission that was posted.
 */
export type CommissionId = string;

/**
 * How a rule of commission counts (D3).
 */
export type CommissionKind = "percent" | "fixed" | "tiered";

/**
 * A rule of commission as it stands.
 */
export type CommissionRule = { 
/**
 * Which.
 */
rule_id: CommissionRuleId, 
/**
 * What it says.
 */
rule: CommissionRuleFields, 
/**
 * Name of the person, or empty.
 */
staff: string, 
/**
 * Name of the service or the product, or empty.
 */
service: string, 
/**
 * Name of the category of services or goods, or empty.
 */
category: string, };

/**
 * A rule of commission. Of two that fit the one for a person goes before the one for a role,
 * that before the one for everyone; then the one for a service or product before the one for
 * a category, that before the one for all; then the one that began later.
 */
export type CommissionRuleFields = { 
/**
 * For one person, or `None`.
 */
staff_id: StaffMemberId | null, 
/**
 * For a role, or `None`; with neither: for everyone.
 */
role: Role | null, 
/**
 * For one service, or `None`.
 */
service_id: ServiceId | null, 
/**
 * For a category of services, or `None`; with neither: for all services.
 */
category_id: ServiceCategoryId | null, 
/**
 * About goods, earned by who sold them, and not about services.
 */
goods: boolean, 
/**
 * Of goods: for one product, or `None`.
 */
product_id: ProductId | null, 
/**
 * Of goods: for a category by its name, or empty; with neither: for all goods.
 */
product_category: string, 
/**
 * How it counts.
 */
kind: CommissionKind, 
/**
 * Of a percent rule: share in basis points, ≤ 10 000.
 */
rate_bp: number, 
/**
 * Of a fixed rule: for each service or each unit of goods, ≥ 0.
 */
fixed_minor: Money, 
/**
 * Of a tiered rule, 1–10, each from more than the one before.
 */
tiers: Array<PayTier>, 
/**
 * Of a tiered rule: what reaching a tier changes.
 */
tier_way: TierWay, 
/**
 * Which price it is counted from.
 */
base: CommissionBase, 
/**
 * Less the cost of materials (zero as long as none are written off).
 */
less_materials: boolean, 
/**
 * Of services: assistants are paid on top of the line's commission and not out of it.
 */
assist_on_top: boolean, 
/**
 * From this business day on.
 */
from_day: Day, };

/**
 * A rule of commission.
 */
export type CommissionRuleId = string;

/**
 * A rule was saved.
 */
export type CommissionRuleSaved = { 
/**
 * Which.
 */
rule_id: CommissionRuleId, };

/**
 * Confirms a pay run: posts it and freezes the period for these people.
 */
export type ConfirmPayRun = { 
/**
 * First business day of the period.
 */
from_day: Day, 
/**
 * Last one.
 */
to_day: Day, 
/**
 * Whose, 1–100.
 */
people: Array<PayInput>, 
/**
 * A word about it, ≤ 500.
 */
note: string, };

/**
 * Something in the way of a booking.
 */
export type Conflict = { 
/**
 * What it is.
 */
kind: ConflictKind, 
/**
 * Which line of the booking, from 0.
 */
line: number, 
/**
 * Staff member's name.
 */
staff: string, 
/**
 * Name of the room or equipment, where it is one.
 */
resource: string, 
/**
 * Name of the other client, where it is another visit.
 */
client: string, 
/**
 * From which minute; equal to `to_min` where it has no time (a day off, a skill).
 */
from_min: number, 
/**
 * To which minute.
 */
to_min: number, };

/**
 * What stands in the way of a booking.
 */
export type ConflictKind = "staff_busy" | "resource_busy" | "client_busy" | "outside_hours" | "in_break" | "time_off" | "skill_missing" | "buffer_eaten" | "held" | "group_full";

/**
 * Goods as they were counted.
 */
export type CountedLine = { 
/**
 * Which.
 */
product_id: ProductId, 
/**
 * How much lies there, ≥ 0.
 */
quantity: Quantity, };

/**
 * Somebody the salon pays or is paid by, other than clients and staff.
 */
export type Counterparty = { 
/**
 * Which.
 */
counterparty_id: CounterpartyId, 
/**
 * Name.
 */
name: string, 
/**
 * Tax id, or empty.
 */
tax_id: string, 
/**
 * A word about it.
 */
note: string, 
/**
 * What its last operation was for.
 */
last_category_id: CashCategoryId | null, };

/**
 * Somebody the salon pays or is paid by, other than clients and staff.
 */
export type CounterpartyId = string;

/**
 * Counterparties.
 */
export type CounterpartyList = { 
/**
 * By name.
 */
counterparties: Array<Counterparty>, };

/**
 * A counterparty was saved.
 */
export type CounterpartySaved = { 
/**
 * Which.
 */
counterparty_id: CounterpartyId, };

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
 * Taxes in force today, the base rate first, 'none' last.
 */
taxes: Array<TaxRate>, 
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
 * What a client can pay a bill from besides money.
 */
export type Credit = { 
/**
 * Which kind.
 */
kind: MethodKind, 
/**
 * The way to pay to name.
 */
method_id: PaymentMethodId, 
/**
 * Whose or which: to name with the payment.
 */
source_id: string, 
/**
 * Name of the package, code of the certificate, or empty.
 */
name: string, 
/**
 * How much of this bill it can pay at most; of a package: nothing, it pays lines.
 */
available_minor: Money, 
/**
 * Of a package: sessions left, 0 where there are as many as wanted; of points: how many there are.
 */
units: number, 
/**
 * Of a package: which lines of the bill a session can pay.
 */
line_ids: Array<AppointmentServiceId>, };

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
has_note: boolean, 
/**
 * Part of this series.
 */
series_id: SeriesId | null, 
/**
 * In this group appointment.
 */
group_id: GroupEventId | null, 
/**
 * What it was booked in spite of.
 */
conflicts: Array<ConflictKind>, 
/**
 * Is to be called about a change.
 */
to_call: boolean, };

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
 * A group appointment on a day's column.
 */
export type DayGroup = { 
/**
 * Which.
 */
group_id: GroupEventId, 
/**
 * With whom.
 */
staff_id: StaffMemberId, 
/**
 * Service.
 */
service_id: ServiceId, 
/**
 * Title: its own, else the service's name.
 */
title: string, 
/**
 * Start.
 */
start_min: number, 
/**
 * Length.
 */
duration_min: number, 
/**
 * Places.
 */
places: number, 
/**
 * Taken places.
 */
taken: number, };

/**
 * A time held for somebody of the waitlist.
 */
export type DayHold = { 
/**
 * For which wish.
 */
entry_id: WaitlistEntryId, 
/**
 * With whom.
 */
staff_id: StaffMemberId, 
/**
 * Start.
 */
start_min: number, 
/**
 * End.
 */
end_min: number, 
/**
 * For whom.
 */
client: string, 
/**
 * Until when.
 */
until: Timestamp, };

/**
 * The hours of a worked day.
 */
export type DayHours = { 
/**
 * Start, minutes after midnight.
 */
start_min: number, 
/**
 * End, ≤ 1440. A shift past midnight is entered as two days.
 */
end_min: number, 
/**
 * Breaks, in order, 0–4.
 */
breaks: Array<MinuteSpan>, };

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
 * Colour index of the service, 0–11.
 */
colour: number, 
/**
 * Minutes after midnight.
 */
start_min: number, 
/**
 * Length.
 */
duration_min: number, 
/**
 * Of it the client waits and the staff member is free.
 */
processing_min: number, 
/**
 * Of it hands on again after the waiting.
 */
finishing_min: number, 
/**
 * Clean-up after it.
 */
transition_min: number, 
/**
 * Rooms and equipment it takes.
 */
resource_ids: Array<ResourceId>, };

/**
 * A time off or blocked time on a day's column.
 */
export type DayOff = { 
/**
 * Which.
 */
time_off_id: TimeOffId, 
/**
 * Whose; `None`: the whole salon.
 */
staff_id: StaffMemberId | null, 
/**
 * First minute on this day.
 */
start_min: number, 
/**
 * End on this day.
 */
end_min: number, 
/**
 * Why.
 */
kind: TimeOffKind, 
/**
 * A word about it.
 */
note: string, };

/**
 * The hours of one date.
 */
export type DaySetting = { 
/**
 * Whose.
 */
staff_id: StaffMemberId, 
/**
 * The date.
 */
day: Day, 
/**
 * The hours; `None`: off.
 */
hours: DayHours | null, 
/**
 * Takes the date's own hours away: pattern or weekly hours count again.
 */
usual: boolean, };

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
 * That date's hours, from the first to the last minute worked.
 */
hours: WeekdayHours, 
/**
 * Minutes worked, after breaks, before time off.
 */
work: Array<MinuteSpan>, 
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
counts: DayCounts, 
/**
 * Time off and blocked times.
 */
off: Array<DayOff>, 
/**
 * Times held for the waitlist.
 */
holds: Array<DayHold>, 
/**
 * Group appointments.
 */
groups: Array<DayGroup>, 
/**
 * Rooms and equipment, for the calendar by rooms.
 */
resources: Array<Resource>, };

/**
 * Several days of the calendar.
 */
export type DaysView = { 
/**
 * Each day, as `get_day` gives it.
 */
days: Array<DayView>, };

/**
 * A line with what becomes of it.
 */
export type DecidedLine = { 
/**
 * The line.
 */
line: BankLine, 
/**
 * What.
 */
act: LineAct, 
/**
 * What a posted line is for.
 */
category_id: CashCategoryId | null, 
/**
 * Who; a new counterparty is made of the line's own name where there is none.
 */
counterparty_id: CounterpartyId | null, 
/**
 * The operation that the line is.
 */
operation_id: FinanceOperationId | null, 
/**
 * The other place of a transfer; not a drawer.
 */
place: PlaceRef | null, };

/**
 * The client does not want the offered time: it is free again, the wish goes on waiting.
 */
export type DeclineOffer = { 
/**
 * Which wish.
 */
entry_id: WaitlistEntryId, };

/**
 * Goods of a delivery.
 */
export type DeliveredLine = { 
/**
 * Which.
 */
product_id: ProductId, 
/**
 * How much, > 0.
 */
quantity: Quantity, 
/**
 * What all of it cost, ≥ 0.
 */
cost_minor: Money, };

/**
 * The deposit of a visit: what is held, what the rules say of it, what is due.
 */
export type Deposit = { 
/**
 * Held: paid for the visit, which is neither done nor called off.
 */
held_minor: Money, 
/**
 * Of a visit that did not take place: what the salon keeps.
 */
kept_minor: Money, 
/**
 * What was decided when it did not take place.
 */
ended: DepositEnd | null, 
/**
 * What the rule had said then.
 */
ruled: DepositEnd | null, 
/**
 * What the rules say if it is called off now.
 */
cancelled: DepositProposal, 
/**
 * What the rules say if the client does not come.
 */
no_show: DepositProposal, 
/**
 * What can become of it, each with its sums; empty where nothing is held.
 */
choices: Array<DepositChoice>, 
/**
 * A shift is open here: money can go back, to the client or to the client's balance.
 */
shift_open: boolean, 
/**
 * A deposit to ask for, because the client may well not come; zero where none is due.
 */
due_minor: Money, 
/**
 * The risk that the visit is missed, 0–100; zero for one that has begun.
 */
risk_percent: number, };

/**
 * What can become of a deposit.
 */
export type DepositChoice = { 
/**
 * What.
 */
end: DepositEnd, 
/**
 * Goes back the way it came.
 */
returned_minor: Money, 
/**
 * Stays with the salon.
 */
kept_minor: Money, 
/**
 * Goes to the client's balance.
 */
to_balance_minor: Money, };

/**
 * What becomes of a deposit when its visit does not take place.
 */
export type DepositEnd = "return" | "keep" | "keep_part" | "balance";

/**
 * Deposits that are held: the salon owes them until the visits are done.
 */
export type DepositList = { 
/**
 * By the day of the visit, at most 500.
 */
deposits: Array<HeldDeposit>, 
/**
 * How many there are.
 */
count: number, 
/**
 * The sum of all of them.
 */
total_minor: Money, };

/**
 * What the rules say becomes of a deposit, and why.
 */
export type DepositProposal = { 
/**
 * What.
 */
end: DepositEnd, 
/**
 * Why.
 */
why: DepositWhy, 
/**
 * Whoever calls off at least so many hours before gets it back.
 */
free_hours: number, };

/**
 * Why the rules say what becomes of a deposit.
 */
export type DepositWhy = "in_time" | "late" | "missed";

/**
 * How much a discount is.
 */
export type Discount = "none" | { "percent_bp": number } | { "amount": Money };

/**
 * After how many visits the client came back, with a discount and without. It compares; it does not say that the
 * discount is the cause.
 */
export type DiscountEffect = { 
/**
 * Within so many days.
 */
within_days: number, 
/**
 * The last day of the visits that count: since it, so many days have passed. Before the first day asked for:
 * none counts yet.
 */
counted_until: Day, 
/**
 * Visits with a discount on any line.
 */
reduced: CameBack, 
/**
 * Visits without.
 */
whole: CameBack, };

/**
 * Discounts that were given.
 */
export type DiscountList = { 
/**
 * Latest first, at most 500.
 */
discounts: Array<DiscountRow>, 
/**
 * How many there are.
 */
total: number, 
/**
 * Their sum.
 */
amount_minor: Money, 
/**
 * On average, basis points of the price before.
 */
average_bp: number, 
/**
 * By who gave them.
 */
by_person: Array<DiscountsOf>, };

/**
 * A discount on a line.
 */
export type DiscountRow = { 
/**
 * On which visit.
 */
appointment_id: AppointmentId, 
/**
 * Day of the visit.
 */
day: Day, 
/**
 * Client's name, or empty.
 */
client: string, 
/**
 * Service, product or package.
 */
service: string, 
/**
 * What it is, where it is no service.
 */
item: ItemKind | null, 
/**
 * Price before it.
 */
before_minor: Money, 
/**
 * Discount.
 */
discount_minor: Money, 
/**
 * Why.
 */
reason: string, 
/**
 * Who gave it, by name; empty for the program.
 */
given_by: string, 
/**
 * When.
 */
given_at: Timestamp, };

/**
 * Discounts that one person gave.
 */
export type DiscountsOf = { 
/**
 * Name; empty for the program.
 */
name: string, 
/**
 * How many lines.
 */
count: number, 
/**
 * Sum.
 */
amount_minor: Money, 
/**
 * On average, basis points of the price before.
 */
average_bp: number, };

/**
 * Done; nothing more to tell.
 */
export type Done = Record<symbol, never>;

/**
 * Gives up a sale on whose bill no money is.
 */
export type DropSale = { 
/**
 * Which.
 */
appointment_id: AppointmentId, };

/**
 * A sum of commission.
 */
export type EarningLine = { 
/**
 * Which.
 */
commission_id: CommissionId, 
/**
 * Why it was posted.
 */
entry: CommissionEntry, 
/**
 * Pay period's day it belongs to.
 */
business_day: Day, 
/**
 * When the work was sold; another day where that period was paid already.
 */
origin_day: Day, 
/**
 * Visit, or `None`.
 */
appointment_id: AppointmentId | null, 
/**
 * Client's name, or empty.
 */
client: string, 
/**
 * Service or product, or empty.
 */
service: string, 
/**
 * How it came to be.
 */
formula: CommissionFormula, 
/**
 * The sum.
 */
amount_minor: Money, };

/**
 * What a person earned.
 */
export type Earnings = { 
/**
 * Who.
 */
staff_id: StaffMemberId, 
/**
 * Name.
 */
staff: string, 
/**
 * Each sum with its formula, latest first.
 */
lines: Array<EarningLine>, 
/**
 * Tiers of the months, with what they will change at the pay run.
 */
tiers: Array<TierState>, 
/**
 * All lines and what tiers will change.
 */
total_minor: Money, 
/**
 * Tips that the salon holds for the person now.
 */
tips_minor: Money, 
/**
 * What the salon owes the person now, without tips; below zero where too much was paid.
 */
owed_minor: Money, 
/**
 * Business days up to this one are paid for, or `None`.
 */
paid_until: Day | null, };

/**
 * What everybody earned.
 */
export type EarningsList = { 
/**
 * By person, in the calendar's order.
 */
people: Array<EarningsRow>, 
/**
 * All commissions.
 */
total_minor: Money, 
/**
 * All that is owed, without tips.
 */
owed_minor: Money, 
/**
 * All tips held.
 */
tips_minor: Money, };

/**
 * What one person earned.
 */
export type EarningsRow = { 
/**
 * Who.
 */
staff_id: StaffMemberId, 
/**
 * Name.
 */
staff: string, 
/**
 * Services done and goods sold.
 */
lines_count: number, 
/**
 * Base of the commissions.
 */
base_minor: Money, 
/**
 * Commissions with what tiers will change.
 */
commission_minor: Money, 
/**
 * Tips held now.
 */
tips_minor: Money, 
/**
 * What the salon owes the person now, without tips.
 */
owed_minor: Money, 
/**
 * Business days up to this one are paid for, or `None`.
 */
paid_until: Day | null, };

/**
 * Ends certificates and packages whose last day is over: what was left is the salon's.
 */
export type EndPromises = Record<symbol, never>;

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
 * One entry of a ledger transaction.
 */
export type EntryId = string;

/**
 * The entries behind a figure.
 */
export type EntryList = { 
/**
 * Latest first, the first 500.
 */
entries: Array<EntryRow>, 
/**
 * How many there are.
 */
total: number, 
/**
 * Their sum: debit +, credit −; of sold lines the figure itself.
 */
sum_minor: Money, };

/**
 * An entry, or a sold line.
 */
export type EntryRow = { 
/**
 * Which.
 */
entry_id: EntryId, 
/**
 * Business day.
 */
business_day: Day, 
/**
 * When it was posted.
 */
at: Timestamp, 
/**
 * Kind of event, as in the ledger; `sale` for a sold line.
 */
event: string, 
/**
 * What it is about: service, category, document; may be empty.
 */
what: string, 
/**
 * The client or counterparty, or empty.
 */
party: string, 
/**
 * Who did it, by name, where it is known.
 */
actor: string, 
/**
 * Its receipt.
 */
receipt_id: ReceiptId | null, 
/**
 * The receipt's number, or empty.
 */
receipt_number: string, 
/**
 * Its visit.
 */
appointment_id: AppointmentId | null, 
/**
 * Debit +, credit −.
 */
amount_minor: Money, };

/**
 * One code per different sentence or action in the UI. The UI turns a code and its facts
 * into a sentence in the user's language that says what to do next.
 */
export type ErrorCode = "bad_input" | "required" | "too_long" | "out_of_range" | "bad_phone" | "bad_email" | "not_found" | "not_signed_in" | "not_permitted" | "wrong_pin" | "too_many_tries" | "weak_pin" | "wrong_recovery_code" | "request_id_reused" | "staff_busy" | "outside_hours" | "in_break" | "resource_busy" | "client_busy" | "in_time_off" | "skill_missing" | "buffer_eaten" | "slot_held" | "group_full" | "no_such_time" | "has_visits" | "bad_times" | "bad_status" | "has_money" | "period_paid" | "pay_changed" | "run_paid" | "pay_too_large" | "discount_over_limit" | "no_services" | "over_remaining" | "not_positive" | "tendered_too_little" | "tendered_not_cash" | "no_shift" | "shift_open" | "shift_closed" | "already_voided" | "count_differs" | "drawer_short" | "already_reversed" | "already_refunded" | "refund_too_large" | "bad_operation" | "books_closed" | "file_not_a_statement" | "not_whole" | "no_client" | "credit_too_small" | "credit_not_usable" | "certificate_elsewhere" | "code_taken" | "prefix_taken" | "reason_missing" | "nothing_to_undo" | "cannot_undo" | "changed_since" | "still_used" | "too_many_rows" | "file_empty" | "file_not_a_sheet" | "file_damaged" | "file_protected" | "file_no_rows" | "file_no_columns" | "file_too_large" | "no_printer" | "print_failed" | "printer_unreachable" | "printer_interrupted" | "printer_timeout" | "no_drawer" | "not_a_picture" | "missing_glyph" | "damaged" | "wrong_key" | "already_running" | "unsafe_folder" | "too_new" | "disk_full" | "clock_back" | "not_in_practice" | "internal";

/**
 * Told to every window after a commit: what it shows of these topics is stale.
 */
export type Event = { 
/**
 * `stale`, `import_progress`, `session_ended`, `replaced` (another file was opened).
 */
kind: string, 
/**
 * Topics: `clients`, `staff`, `services`, `salon`, `appointments`, `products`, `money`, `history`.
 * Topics: `clients`, `staff`, `services`, `salon`, `appointments`, `money`, `history`, `printing`.
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
 * Moves the end of a client's package.
 */
export type ExtendPackage = { 
/**
 * Which.
 */
package_id: PackageId, 
/**
 * Last day; `None`: no end.
 */
valid_until: Day | null, 
/**
 * Why, 1–200.
 */
reason: string, };

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
 * What a finance operation is.
 */
export type FinanceKind = "income" | "expense" | "transfer";

/**
 * An operation outside the drawer.
 */
export type FinanceOperation = { 
/**
 * Which.
 */
operation_id: FinanceOperationId, 
/**
 * When it was written.
 */
at: Timestamp, 
/**
 * Business day.
 */
business_day: Day, 
/**
 * Who wrote it, by name; empty for the program.
 */
actor: string, 
/**
 * What it is.
 */
kind: FinanceKind, 
/**
 * Where the money came to or from.
 */
place: NamedPlace, 
/**
 * Of a transfer: where it went.
 */
to_place: NamedPlace | null, 
/**
 * What for, or empty.
 */
category: string, 
/**
 * The client, or empty.
 */
client: string, 
/**
 * Who paid or was paid, or empty.
 */
counterparty: string, 
/**
 * How much, > 0.
 */
amount_minor: Money, 
/**
 * Number of the document, or empty.
 */
document_number: string, 
/**
 * Its date.
 */
document_day: Day | null, 
/**
 * A word about it; of a reversal: why.
 */
note: string, 
/**
 * It takes another one back.
 */
is_reversal: boolean, 
/**
 * It was taken back.
 */
reversed: boolean, 
/**
 * It came from a bank statement.
 */
from_statement: boolean, };

/**
 * Income, expense or transfer outside the drawer.
 */
export type FinanceOperationId = string;

/**
 * Asks for a certificate by its code.
 */
export type FindCertificate = { 
/**
 * The code as typed or scanned; case, spaces and dashes do not matter.
 */
code: string, };

/**
 * Asks for free starts.
 */
export type FindSlots = { 
/**
 * Services in a row: the short form of `lines`.
 */
service_ids: Array<ServiceId>, 
/**
 * With whom, for the short form; `None`: anyone.
 */
staff_id: StaffMemberId | null, 
/**
 * Services, 1–20, each after the one before unless it says otherwise.
 */
lines: Array<SlotLine>, 
/**
 * For this client: own lengths, usual time.
 */
client_id: ClientId | null, 
/**
 * For moving this visit: its own time counts as free.
 */
appointment_id: AppointmentId | null, 
/**
 * From this date …
 */
from_day: Day, 
/**
 * … for so many days, 1–62.
 */
days: number, 
/**
 * How many at most, 1–200.
 */
limit: number, 
/**
 * Not before this minute of the first day.
 */
not_before_min: number, 
/**
 * Best first, with reasons; else soonest first.
 */
ranked: boolean, };

/**
 * What a fiscal device is driven by.
 */
export type FiscalDeviceKind = "none" | "simulator" | "atol";

/**
 * A document for a fiscal device; also the key by which the device is asked for it.
 */
export type FiscalDocumentId = string;

/**
 * Fiscal documents.
 */
export type FiscalDocumentList = { 
/**
 * Latest first.
 */
documents: Array<FiscalDocumentRow>, 
/**
 * How many there are.
 */
total: number, };

/**
 * A fiscal document in a list.
 */
export type FiscalDocumentRow = { 
/**
 * Which; also the key by which the device is asked.
 */
document_id: FiscalDocumentId, 
/**
 * What it is.
 */
kind: FiscalKind, 
/**
 * Of which receipt; none for the close of a shift.
 */
receipt_id: ReceiptId | null, 
/**
 * Number of the receipt, or empty.
 */
receipt: string, 
/**
 * Sum; positive.
 */
total_minor: Money, 
/**
 * How far it is.
 */
state: FiscalState, 
/**
 * Tries so far.
 */
tries: number, 
/**
 * Why the last one failed.
 */
fault: FiscalFault | null, 
/**
 * What the device said, in its own words; or empty.
 */
detail: string, 
/**
 * When it was made.
 */
made_at: Timestamp, 
/**
 * Next try by itself.
 */
next_at: Timestamp | null, 
/**
 * Number of the registered document, or empty.
 */
number: string, };

/**
 * Why a fiscal document is not registered yet.
 */
export type FiscalFault = "unreachable" | "no_answer" | "busy" | "paper_out" | "clock_wrong" | "shift_too_long" | "shift_closed" | "refused" | "not_understood" | "restored";

/**
 * A legal limit with how much of it is used.
 */
export type FiscalGauge = { 
/**
 * Which.
 */
limit: FiscalLimit, 
/**
 * Used: seconds, or numbers.
 */
used: number, 
/**
 * The whole, in the same unit.
 */
whole: number, 
/**
 * How near it is.
 */
level: LimitLevel, };

/**
 * What a fiscal document is.
 */
export type FiscalKind = "sale" | "refund" | "correction" | "close_shift";

/**
 * A legal limit whose use is shown.
 */
export type FiscalLimit = "unsent" | "shift" | "offline_in_a_row" | "offline_in_a_month" | "numbers";

/**
 * What a fiscal device answered when it registered a receipt.
 */
export type FiscalMarks = { 
/**
 * By what: of the simulator's documents none is a real one.
 */
device: FiscalDeviceKind, 
/**
 * Number of the fiscal document.
 */
number: string, 
/**
 * Its sign.
 */
sign: string, 
/**
 * Number of the fiscal storage.
 */
storage: string, 
/**
 * Registration number of the device.
 */
registration: string, 
/**
 * Number of the fiscal shift.
 */
shift_number: number, 
/**
 * When, by the device's clock.
 */
at: Timestamp, 
/**
 * Text of the QR code.
 */
qr: string, 
/**
 * Where a client can check it, or empty.
 */
url: string, };

/**
 * How far a fiscal document is.
 */
export type FiscalState = "queued" | "sent" | "accepted" | "failed" | "unknown";

/**
 * How they stand.
 */
export type FiscalStatus = { 
/**
 * What registers the receipts of this register.
 */
device: FiscalDeviceKind, 
/**
 * Address of its web server, or empty.
 */
url: string, 
/**
 * Tax system on receipts.
 */
tax_system: TaxSystem, 
/**
 * The simulator's fault, where it has one.
 */
fault: SimulatedFault, 
/**
 * Documents that are not registered yet.
 */
waiting: number, 
/**
 * Of those, documents that a person must look at.
 */
failed: number, 
/**
 * When the oldest of them was made.
 */
oldest_at: Timestamp | null, 
/**
 * Why the first one waits.
 */
last_fault: FiscalFault | null, 
/**
 * Next try by itself.
 */
next_at: Timestamp | null, 
/**
 * Legal limits of the salon's country.
 */
limits: Array<FiscalGauge>, 
/**
 * How near the nearest is.
 */
level: LimitLevel, };

/**
 * What it answered.
 */
export type FiscalTested = { 
/**
 * Why it cannot work; none: it can.
 */
fault: FiscalFault | null, 
/**
 * What it said, in its own words; or empty.
 */
detail: string, 
/**
 * Since when its shift is open, where it says so.
 */
shift_opened_at: Timestamp | null, };

/**
 * What money came or went for.
 */
export type FlowKind = "client_payments" | "returned" | "tips" | "wages" | "other_income" | "expenses" | "suppliers" | "owner" | "fees" | "over_short" | "client_debts" | "opening" | "other";

/**
 * A place's flow, transfers included.
 */
export type FlowPlace = { 
/**
 * Which.
 */
place: NamedPlace, 
/**
 * Its sums.
 */
sums: FlowSums, };

/**
 * What money came or went for.
 */
export type FlowRow = { 
/**
 * What.
 */
kind: FlowKind, 
/**
 * Account to open; empty: whatever stands against the money.
 */
account: string, 
/**
 * Whose: category, method; empty for all.
 */
owner: string, 
/**
 * Name, or empty for the kind's own.
 */
name: string, 
/**
 * Kinds of the events that it is made of.
 */
events: Array<string>, 
/**
 * Came in.
 */
in_minor: Money, 
/**
 * Went out, ≥ 0.
 */
out_minor: Money, };

/**
 * Sums of a flow: opening + in − out = closing.
 */
export type FlowSums = { 
/**
 * At the beginning of the first day.
 */
opening_minor: Money, 
/**
 * Came in.
 */
in_minor: Money, 
/**
 * Went out, ≥ 0.
 */
out_minor: Money, 
/**
 * At the end of the last day.
 */
closing_minor: Money, };

/**
 * Freezes a client's package from today on, or lets it go on: the days between are added to its end.
 */
export type FreezePackage = { 
/**
 * Which.
 */
package_id: PackageId, 
/**
 * Frozen or not.
 */
frozen: boolean, };

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
 * Asks for the balance of every account at the end of a day.
 */
export type GetBalance = { 
/**
 * Which day.
 */
day: Day, };

/**
 * Asks for the calendar's rules.
 */
export type GetCalendarRules = Record<symbol, never>;

/**
 * Asks for the cash flow.
 */
export type GetCashFlow = { 
/**
 * From.
 */
from_day: Day, 
/**
 * To, inclusive.
 */
to_day: Day, };

/**
 * Asks for what the checkout shows.
 */
export type GetCheckout = { 
/**
 * Which visit.
 */
appointment_id: AppointmentId, 
/**
 * Other visits that are paid with it.
 */
with: Array<AppointmentId>, };

/**
 * Asks for a client's card.
 */
export type GetClient = { 
/**
 * Which client.
 */
client_id: ClientId, };

/**
 * Asks what a client has with the salon.
 */
export type GetClientCredits = { 
/**
 * Who.
 */
client_id: ClientId, };

/**
 * Asks what should be done before the shift is closed.
 */
export type GetCloseChecklist = Record<symbol, never>;

/**
 * Asks for a day of the calendar.
 */
export type GetDay = { 
/**
 * Which date.
 */
day: Day, };

/**
 * Asks for several days.
 */
export type GetDays = { 
/**
 * From this date …
 */
from_day: Day, 
/**
 * … for so many days, 1–7.
 */
days: number, };

/**
 * Asks for the deposit of a visit.
 */
export type GetDeposit = { 
/**
 * Which visit.
 */
appointment_id: AppointmentId, };

/**
 * Asks whether clients come back after a discount, by the day of the visit.
 */
export type GetDiscountEffect = { 
/**
 * First day.
 */
from_day: Day, 
/**
 * Last day; at most 366 days.
 */
to_day: Day, };

/**
 * Asks what a person earned. Others than one's own need the permission for payroll.
 */
export type GetEarnings = { 
/**
 * Who; `None`: whoever asks.
 */
staff_id: StaffMemberId | null, 
/**
 * First business day.
 */
from_day: Day, 
/**
 * Last one, at most a year later.
 */
to_day: Day, };

/**
 * Asks how this register's fiscal device and its queue stand.
 */
export type GetFiscalStatus = Record<symbol, never>;

/**
 * Asks for a month at a glance.
 */
export type GetMonth = { 
/**
 * From this date …
 */
from_day: Day, 
/**
 * … for so many days, 1–42.
 */
days: number, 
/**
 * Of one staff member only.
 */
staff_id: StaffMemberId | null, };

/**
 * Asks for the rules of commission and the pay rates.
 */
export type GetPayRules = Record<symbol, never>;

/**
 * Asks for a pay run.
 */
export type GetPayRun = { 
/**
 * Which.
 */
pay_run_id: PayRunId, };

/**
 * Asks for profit and loss.
 */
export type GetProfitAndLoss = { 
/**
 * From.
 */
from_day: Day, 
/**
 * To, inclusive; at most ten years.
 */
to_day: Day, 
/**
 * A column for each month, at most 24.
 */
by_month: boolean, };

/**
 * Asks for a receipt.
 */
export type GetReceipt = { 
/**
 * Which.
 */
receipt_id: ReceiptId, };

/**
 * Asks how the salon's receipts look.
 */
export type GetReceiptTemplate = Record<symbol, never>;

/**
 * Asks what of a receipt can still be given back.
 */
export type GetRefundable = { 
/**
 * Which.
 */
receipt_id: ReceiptId, };

/**
 * Asks for the salon with its register and ways to pay.
 */
export type GetSalon = Record<symbol, never>;

/**
 * Asks who works when.
 */
export type GetSchedule = { 
/**
 * From this date …
 */
from_day: Day, 
/**
 * … for so many days, 1–62.
 */
days: number, 
/**
 * Whose; `None`: everybody in the calendar.
 */
staff_id: StaffMemberId | null, };

/**
 * Asks for this device's open shift.
 */
export type GetShift = Record<symbol, never>;

/**
 * Asks what a shift took: X while it is open, Z when it is closed.
 */
export type GetShiftReport = { 
/**
 * Which.
 */
shift_id: ShiftId, };

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
 * Asks for the rules of the till.
 */
export type GetTillRules = Record<symbol, never>;

/**
 * What was posted.
 */
export type GoodsMoved = { 
/**
 * What it is worth: in +, out −.
 */
cost_minor: Money, 
/**
 * How many products moved.
 */
count: number, };

/**
 * A group appointment: one time, several places.
 */
export type GroupEventId = string;

/**
 * The saved group appointment.
 */
export type GroupEventSaved = { 
/**
 * Which.
 */
group_id: GroupEventId, };

/**
 * A deposit that is held.
 */
export type HeldDeposit = { 
/**
 * For which visit.
 */
appointment_id: AppointmentId, 
/**
 * Client's name, or empty.
 */
client: string, 
/**
 * Day of the visit.
 */
day: Day, 
/**
 * Its start, minutes after midnight.
 */
start_min: number, 
/**
 * How much.
 */
held_minor: Money, 
/**
 * What the visit costs.
 */
total_minor: Money, 
/**
 * Business day on which money came first.
 */
since: Day, 
/**
 * Days since then.
 */
age_days: number, };

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
 * Where the hours of a date come from.
 */
export type HoursSource = "weekly" | "pattern" | "date";

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
 * Brings a statement's lines in: as one, and taken back as one.
 */
export type ImportStatement = { 
/**
 * The account it is of.
 */
bank_account_id: BankAccountId, 
/**
 * Name of the file, ≤ 200.
 */
file_name: string, 
/**
 * Lines with what becomes of them, 1–2 000.
 */
lines: Array<DecidedLine>, };

/**
 * An item that came on a bill.
 */
export type ItemAdded = { 
/**
 * Which.
 */
line_id: AppointmentServiceId, 
/**
 * Of a certificate: its code.
 */
code: string, };

/**
 * What an item of a bill is.
 */
export type ItemKind = "product" | "certificate" | "package" | "top_up";

/**
 * Work to do outside the database after the commit (a print, a message).
 */
export type JobId = string;

/**
 * Languages of the product (A4).
 */
export type Language = "ru" | "uk" | "kk" | "en";

/**
 * How near a limit is.
 */
export type LimitLevel = "fine" | "half" | "near" | "reached";

/**
 * What becomes of a line.
 */
export type LineAct = "record" | "transfer" | "match" | "skip";

/**
 * Who assists at a booked service.
 */
export type LineAssistants = { 
/**
 * Which.
 */
line_id: AppointmentServiceId, 
/**
 * Who.
 */
assistants: Array<AssistantShare>, };

/**
 * Why something is suggested for a line.
 */
export type LineReason = "duplicate" | "same_operation" | "settlement" | "counterparty" | "unknown";

/**
 * What could become of a line.
 */
export type LineSuggested = { 
/**
 * What.
 */
act: LineAct, 
/**
 * Why.
 */
reason: LineReason, 
/**
 * The category it would be posted to.
 */
category_id: CashCategoryId | null, 
/**
 * The known counterparty.
 */
counterparty_id: CounterpartyId | null, 
/**
 * The operation that it is.
 */
operation_id: FinanceOperationId | null, 
/**
 * The other place of a transfer.
 */
place: PlaceRef | null, };

/**
 * What to propose for a service.
 */
export type LineSuggestion = { 
/**
 * Length.
 */
duration_min: number, 
/**
 * Where it comes from.
 */
duration_from: ValueSource, 
/**
 * Price.
 */
price_minor: Money, 
/**
 * Where it comes from.
 */
price_from: ValueSource, 
/**
 * Median of the last three actual lengths with this client, where known: worth
 * remembering.
 */
actual_min: number | null, };

/**
 * Asks for visits with filters (B1).
 */
export type ListAppointments = { 
/**
 * From this date …
 */
from_day: Day, 
/**
 * … to this date, inclusive; at most 3 years.
 */
to_day: Day, 
/**
 * With this staff member.
 */
staff_id: StaffMemberId | null, 
/**
 * Of this client.
 */
client_id: ClientId | null, 
/**
 * With this service.
 */
service_id: ServiceId | null, 
/**
 * In one of these statuses; empty: any.
 */
statuses: Array<AppointmentStatus>, 
/**
 * Paid so; empty: any.
 */
payment_statuses: Array<PaymentStatus>, 
/**
 * Only those on the call list.
 */
to_call: boolean, 
/**
 * Latest first.
 */
descending: boolean, 
/**
 * At most so many, 1–500.
 */
limit: number, 
/**
 * After so many.
 */
offset: number, };

/**
 * Asks who assists at the services of a visit.
 */
export type ListAssistants = { 
/**
 * Visit.
 */
appointment_id: AppointmentId, };

/**
 * Asks which coming visits may be lost (B11, I3).
 */
export type ListAtRisk = { 
/**
 * From this date …
 */
from_day: Day, 
/**
 * … for so many days, 1–31.
 */
days: number, };

/**
 * Asks for the kinds of cash in and out.
 */
export type ListCashCategories = Record<symbol, never>;

/**
 * Asks for certificates.
 */
export type ListCertificates = { 
/**
 * Part of a code or of the buyer's name, or empty.
 */
text: string, 
/**
 * How many, 1–500.
 */
limit: number, };

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
 * Asks for the counterparties.
 */
export type ListCounterparties = Record<symbol, never>;

/**
 * Asks for the countries the product knows.
 */
export type ListCountries = Record<symbol, never>;

/**
 * Asks for the deposits that are held.
 */
export type ListDeposits = Record<symbol, never>;

/**
 * Asks for discounts that were given, by the day of the visit.
 */
export type ListDiscounts = { 
/**
 * First day.
 */
from_day: Day, 
/**
 * Last day; at most 366 days.
 */
to_day: Day, };

/**
 * Asks what everybody earned.
 */
export type ListEarnings = { 
/**
 * First business day.
 */
from_day: Day, 
/**
 * Last one, at most a year later.
 */
to_day: Day, };

/**
 * Asks for the entries behind a figure.
 */
export type ListEntries = { 
/**
 * From; `None`: from the beginning.
 */
from_day: Day | null, 
/**
 * To, inclusive.
 */
to_day: Day, 
/**
 * Account; empty: whatever stands against money.
 */
account: string, 
/**
 * Whose; `None`: everybody's.
 */
owner: string | null, 
/**
 * Only entries of transactions that moved money.
 */
money_only: boolean, 
/**
 * Only of these kinds of events; empty: of all.
 */
events: Array<string>, 
/**
 * Instead of entries: sold lines, of the service category `owner` (empty: of none).
 */
sold: SoldFigure | null, };

/**
 * Lists this register's fiscal documents, latest first.
 */
export type ListFiscalDocuments = { 
/**
 * Skip.
 */
offset: number, 
/**
 * How many, 1–200.
 */
limit: number, };

/**
 * Asks for history: of one thing, of all things of a kind, or of the whole salon.
 */
export type ListHistory = { 
/**
 * Table (`client`, `appointment` …), or empty for all.
 */
table: string, 
/**
 * Row id in it, or empty for all of the table.
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
 * Asks for the terms of the payment methods.
 */
export type ListMethodTerms = Record<symbol, never>;

/**
 * Asks where the salon's money is.
 */
export type ListMoneyPlaces = Record<symbol, never>;

/**
 * Asks for the opening balances.
 */
export type ListOpeningBalances = Record<symbol, never>;

/**
 * Asks for operations, latest day first.
 */
export type ListOperations = { 
/**
 * From.
 */
from_day: Day, 
/**
 * To, inclusive.
 */
to_day: Day, 
/**
 * Only of this kind.
 */
kind: FinanceKind | null, 
/**
 * Only of this place.
 */
place: PlaceRef | null, };

/**
 * Asks for the packages on offer.
 */
export type ListPackageOffers = Record<symbol, never>;

/**
 * Asks for pay runs, latest first.
 */
export type ListPayRuns = Record<symbol, never>;

/**
 * Asks who changed prices, by the day on which it was done.
 */
export type ListPriceChanges = { 
/**
 * First day.
 */
from_day: Day, 
/**
 * Last day; at most 366 days.
 */
to_day: Day, 
/**
 * As many as a file takes, not only as many as a screen shows.
 */
all: boolean, };

/**
 * Asks for products.
 */
export type ListProducts = { 
/**
 * Part of a name or category, or a whole barcode; empty: all.
 */
text: string, 
/**
 * How many, 1–500.
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
 * Shift; `None`: all.
 */
shift_id: ShiftId | null, 
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
 * Asks for the salon's registers.
 */
export type ListRegisters = Record<symbol, never>;

/**
 * Asks for rooms and equipment.
 */
export type ListResources = Record<symbol, never>;

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
 * Asks for own prices and lengths.
 */
export type ListStaffOffers = { 
/**
 * Whose; `None`: everybody's.
 */
staff_id: StaffMemberId | null, };

/**
 * Asks for standing orders.
 */
export type ListStandingOrders = { 
/**
 * Of one client only.
 */
client_id: ClientId | null, };

/**
 * Asks for the statements that were brought in.
 */
export type ListStatements = Record<symbol, never>;

/**
 * Asks what came in and went out of a product.
 */
export type ListStockMovements = { 
/**
 * Which.
 */
product_id: ProductId, 
/**
 * How many, 1–500.
 */
limit: number, };

/**
 * Asks for the taxes of the salon's country today.
 */
export type ListTaxes = Record<symbol, never>;

/**
 * Asks for what can be undone and redone.
 */
export type ListUndo = Record<symbol, never>;

/**
 * Asks for the waitlist.
 */
export type ListWaitlist = { 
/**
 * Also booked and closed wishes.
 */
closed: boolean, };

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
 * A logo as it is kept: PNG in shades of grey, at most 400 × 200 dots.
 */
export type Logo = { 
/**
 * Base64.
 */
logo_base64: string, 
/**
 * Dots.
 */
width: number, 
/**
 * Dots.
 */
height: number, };

/**
 * Signs out.
 */
export type Logout = Record<symbol, never>;

/**
 * Makes a backup now.
 */
export type MakeBackup = Record<symbol, never>;

/**
 * Books the due visits of standing orders that are made by themselves and whose usual time
 * is free, up to four weeks ahead.
 */
export type MakeStandingVisits = Record<symbol, never>;

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
 * Why somebody of the waitlist fits a free time.
 */
export type MatchReason = "tier" | "asked_staff" | "usual_time" | "waits_longest";

/**
 * Asks what could become of a statement's lines.
 */
export type MatchStatement = { 
/**
 * The account it is of.
 */
bank_account_id: BankAccountId, 
/**
 * Its lines, ≤ 2 000.
 */
lines: Array<BankLine>, };

/**
 * Asks who of the waitlist fits a free stretch.
 */
export type MatchWaitlist = { 
/**
 * With whom.
 */
staff_id: StaffMemberId, 
/**
 * Date.
 */
day: Day, 
/**
 * First free minute.
 */
start_min: number, 
/**
 * End of the free stretch.
 */
end_min: number, 
/**
 * A visit that stands there still: its time counts as free.
 */
appointment_id: AppointmentId | null, };

/**
 * What kind of money a payment method is.
 */
export type MethodKind = "cash" | "card" | "qr" | "transfer" | "balance" | "certificate" | "package" | "points";

/**
 * Terms of a payment method.
 */
export type MethodTerms = { 
/**
 * Which.
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
 * Basis points.
 */
fee_bp: number, 
/**
 * Where its money arrives.
 */
bank_account_id: BankAccountId | null, };

/**
 * Terms of the payment methods.
 */
export type MethodTermsList = { 
/**
 * All but cash, in the salon's order.
 */
methods: Array<MethodTerms>, };

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
 * Money of a shift by a method.
 */
export type MethodTurnover = { 
/**
 * Kind.
 */
kind: MethodKind, 
/**
 * Name, or empty for the kind's own.
 */
name: string, 
/**
 * Taken, tips included.
 */
taken_minor: Money, 
/**
 * Given back, ≥ 0.
 */
returned_minor: Money, 
/**
 * Number of payments.
 */
count: number, };

/**
 * Minutes of a day, half-open.
 */
export type MinuteSpan = { 
/**
 * First minute after midnight.
 */
start_min: number, 
/**
 * First minute that no longer belongs to it, ≤ 1440.
 */
end_min: number, };

/**
 * An amount in minor units of the salon's one currency, within ±(2^53 − 1) so that it is
 * exact in JSON and in TypeScript too. Arithmetic is checked: an overflow is an error.
 */
export type Money = number;

/**
 * A place of money.
 */
export type MoneyPlace = { 
/**
 * Which.
 */
place: PlaceRef, 
/**
 * Name; empty where it is the kind's own.
 */
name: string, 
/**
 * Number of a bank account, or empty.
 */
number: string, 
/**
 * Of a payment method: its kind.
 */
method_kind: MethodKind | null, 
/**
 * Of a payment method: the account its money arrives at.
 */
arrives_at: BankAccountId | null, 
/**
 * A drawer from which cash can be carried now: this device's, with an open shift.
 */
open_here: boolean, 
/**
 * What is there by the books.
 */
balance_minor: Money, };

/**
 * Where the salon's money is.
 */
export type MoneyPlaceList = { 
/**
 * Drawers, bank accounts, then what is on its way.
 */
places: Array<MoneyPlace>, 
/**
 * Everything together.
 */
total_minor: Money, };

/**
 * A day at a glance.
 */
export type MonthDay = { 
/**
 * The date.
 */
day: Day, 
/**
 * Visits that are not cancelled.
 */
visits: number, 
/**
 * Of them over and not paid.
 */
due: number, 
/**
 * Worked minutes of everybody.
 */
work_min: number, 
/**
 * Booked minutes.
 */
booked_min: number, 
/**
 * People who work.
 */
staff: number, 
/**
 * The first few visits: start, client, service.
 */
first: Array<MonthVisit>, };

/**
 * A month at a glance.
 */
export type MonthView = { 
/**
 * Each day.
 */
days: Array<MonthDay>, };

/**
 * A visit in a month's cell.
 */
export type MonthVisit = { 
/**
 * Which.
 */
appointment_id: AppointmentId, 
/**
 * Start.
 */
start_min: number, 
/**
 * Client's name, or empty.
 */
client: string, 
/**
 * Where it stands.
 */
status: AppointmentStatus, };

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
 * Moves the later visits of the series by the same days and minutes too; a stretched
 * service gets its new length there as well.
 */
following: boolean, 
/**
 * As in booking.
 */
override_conflicts: boolean, };

/**
 * Puts cash into this device's drawer or takes it out, in the open shift.
 */
export type MoveCash = { 
/**
 * What for; it says which way the cash goes.
 */
category_id: CashCategoryId, 
/**
 * How much, > 0. Out: at most what lies in the drawer.
 */
amount_minor: Money, 
/**
 * A word about it, ≤ 500.
 */
note: string, };

/**
 * A place of money with its name.
 */
export type NamedPlace = { 
/**
 * Which.
 */
place: PlaceRef, 
/**
 * Name; empty where it is the kind's own.
 */
name: string, 
/**
 * Of a payment method: its kind.
 */
method_kind: MethodKind | null, };

/**
 * No input.
 */
export type Nothing = Record<symbol, never>;

/**
 * A time held for a client.
 */
export type Offer = { 
/**
 * With whom.
 */
staff_id: StaffMemberId, 
/**
 * Date.
 */
day: Day, 
/**
 * Start.
 */
start_min: number, 
/**
 * End.
 */
end_min: number, 
/**
 * Until when.
 */
until: Timestamp, };

/**
 * Holds a free time for a client of the waitlist for 15 minutes.
 */
export type OfferSlot = { 
/**
 * For which wish.
 */
entry_id: WaitlistEntryId, 
/**
 * With whom.
 */
staff_id: StaffMemberId, 
/**
 * Date.
 */
day: Day, 
/**
 * Start.
 */
start_min: number, };

/**
 * A visit that was not paid in full, to be paid with another.
 */
export type OpenBill = { 
/**
 * Which.
 */
appointment_id: AppointmentId, 
/**
 * Day.
 */
day: Day, 
/**
 * Whose.
 */
client: string, 
/**
 * What was done.
 */
services: string, 
/**
 * What remains.
 */
remaining_minor: Money, };

/**
 * Opens the drawer of this device's register without a sale; recorded.
 */
export type OpenDrawer = Record<symbol, never>;

/**
 * Opens a shift on this device's register.
 */
export type OpenShift = { 
/**
 * The drawer as it was counted; `None`: nobody counted.
 */
count: CashCount | null, };

/**
 * The document that says what there was when the books began.
 */
export type OpeningBalanceId = string;

/**
 * A document that the books begin with.
 */
export type OpeningDocument = { 
/**
 * Which.
 */
opening_id: OpeningBalanceId, 
/**
 * On which day.
 */
business_day: Day, 
/**
 * When it was written.
 */
at: Timestamp, 
/**
 * Who wrote it, by name.
 */
actor: string, 
/**
 * A word about it.
 */
note: string, 
/**
 * Its lines.
 */
lines: Array<OpeningRow>, 
/**
 * What it says the salon was worth.
 */
total_minor: Money, 
/**
 * It was taken back, and why.
 */
reversed_because: string | null, 
/**
 * It can be taken back now.
 */
reversible: boolean, };

/**
 * A line of what the books begin with.
 */
export type OpeningEntry = { 
/**
 * What.
 */
kind: OpeningKind, 
/**
 * Id of the register, bank account, payment method or client.
 */
owner: string, 
/**
 * How much, > 0; a bank account may be overdrawn.
 */
amount_minor: Money, };

/**
 * What the books can begin with.
 */
export type OpeningKind = "drawer" | "bank_account" | "card_clearing" | "client_debt" | "client_balance";

/**
 * Opening balances.
 */
export type OpeningList = { 
/**
 * Latest first.
 */
documents: Array<OpeningDocument>, };

/**
 * Opening balances were posted.
 */
export type OpeningPosted = { 
/**
 * Which.
 */
opening_id: OpeningBalanceId, };

/**
 * A line of it with its name.
 */
export type OpeningRow = { 
/**
 * What.
 */
kind: OpeningKind, 
/**
 * Whose.
 */
owner: string, 
/**
 * Name; empty where it is the kind's own.
 */
name: string, 
/**
 * How much.
 */
amount_minor: Money, };

/**
 * One saved action: the unit of audit, undo and sync.
 */
export type OperationId = string;

/**
 * Operations.
 */
export type OperationList = { 
/**
 * The first 500.
 */
operations: Array<FinanceOperation>, 
/**
 * How many there are.
 */
total: number, };

/**
 * An operation was posted.
 */
export type OperationRecorded = { 
/**
 * Which.
 */
operation_id: FinanceOperationId, };

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
 * A package of a client.
 */
export type Package = { 
/**
 * Which.
 */
package_id: PackageId, 
/**
 * Name.
 */
name: string, 
/**
 * Sessions bought; of a membership: in each month, 0 as many as wanted.
 */
sessions: number, 
/**
 * Sessions left; of a membership: of this month.
 */
left: number, 
/**
 * What the sessions left are worth.
 */
left_minor: Money, 
/**
 * For which services; empty: for all.
 */
service_ids: Array<ServiceId>, 
/**
 * Bought.
 */
sold_on: Day, 
/**
 * Last day.
 */
valid_until: Day | null, 
/**
 * Frozen since.
 */
frozen_from: Day | null, 
/**
 * A session can be taken today.
 */
usable: boolean, 
/**
 * Months of a membership; `None`: a package.
 */
periods: number | null, 
/**
 * Of a membership: the last day of its month that runs today.
 */
month_until: Day | null, };

/**
 * A package that a client has bought.
 */
export type PackageId = string;

/**
 * A package on offer.
 */
export type PackageOffer = { 
/**
 * Which.
 */
offer_id: PackageOfferId, 
/**
 * Name.
 */
name: string, 
/**
 * Price of all.
 */
price_minor: Money, 
/**
 * For which services; empty: for all.
 */
service_ids: Array<ServiceId>, 
/**
 * How many sessions; of a membership: in each month, 0 as many as wanted.
 */
sessions: number, 
/**
 * Days it is valid after it is bought.
 */
valid_days: number | null, 
/**
 * Months of a membership; `None`: a package.
 */
periods: number | null, };

/**
 * A package or membership as it is offered.
 */
export type PackageOfferId = string;

/**
 * Packages on offer, by name.
 */
export type PackageOfferList = { 
/**
 * Them.
 */
offers: Array<PackageOffer>, };

/**
 * The offer is saved.
 */
export type PackageOfferSaved = { 
/**
 * Which.
 */
offer_id: PackageOfferId, };

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
 * The paper that receipts are printed on.
 */
export type Paper = "80mm" | "58mm" | "a4";

/**
 * A certificate on paper: as a picture, a print or a PDF.
 */
export type PaperCertificate = { 
/**
 * Its code.
 */
code: string, 
/**
 * Whom it is for, ≤ 80; empty: nobody is named.
 */
recipient: string, 
/**
 * A wish, ≤ 200; empty: none.
 */
wish: string, };

/**
 * The report of a shift as pictures, on paper or as a PDF: X while it is open, Z afterwards.
 */
export type PaperShiftReport = { 
/**
 * Which shift.
 */
shift_id: ShiftId, 
/**
 * `80mm`, `58mm` or `a4`; empty: the paper of this device's printer.
 */
format: string, };

/**
 * Asks what one line of text would book: 'anna tomorrow 14 manicure maria'.
 */
export type ParseBooking = { 
/**
 * The line, ≤ 200.
 */
text: string, };

/**
 * What a line of text would book; nothing is saved.
 */
export type ParsedBooking = { 
/**
 * The date, if one was named.
 */
day: Day | null, 
/**
 * The start, if one was named.
 */
start_min: number | null, 
/**
 * Services.
 */
service_ids: Array<ServiceId>, 
/**
 * Staff member.
 */
staff_id: StaffMemberId | null, 
/**
 * What was taken for the client's name or phone.
 */
client_text: string, 
/**
 * Clients that fit it, best first.
 */
clients: Array<ClientRow>, 
/**
 * Words that could mean several things.
 */
unsure: Array<string>, 
/**
 * The best free times for it (with the named time first, where it is free).
 */
slots: Array<Slot>, 
/**
 * Whether the named time itself is free.
 */
free: boolean, };

/**
 * A part of the day, by the start of a visit (B9).
 */
export type PartOfDay = "any" | "morning" | "afternoon" | "evening";

/**
 * A bonus or a deduction.
 */
export type PayExtra = { 
/**
 * How much, > 0.
 */
amount_minor: Money, 
/**
 * What for, 1–200.
 */
note: string, };

/**
 * What a person decides about somebody in a pay run.
 */
export type PayInput = { 
/**
 * Whose.
 */
staff_id: StaffMemberId, 
/**
 * Minutes to pay, of somebody paid by the hour; `None`: as the schedule says.
 */
minutes: number | null, 
/**
 * Days to pay, of somebody paid by the day; `None`: as the schedule says.
 */
days: number | null, 
/**
 * Bonuses, ≤ 20.
 */
bonuses: Array<PayExtra>, 
/**
 * Deductions, ≤ 20.
 */
deductions: Array<PayExtra>, 
/**
 * The tips are paid with it.
 */
with_tips: boolean, 
/**
 * What the slip was when it was looked at; the run is refused where it has changed since.
 */
seen_due_minor: Money | null, };

/**
 * What a person's time is paid by.
 */
export type PayRate = { 
/**
 * Whose.
 */
staff_id: StaffMemberId, 
/**
 * Name.
 */
staff: string, 
/**
 * By the hour, the day or the month.
 */
kind: PayRateKind, 
/**
 * How much for one.
 */
amount_minor: Money, 
/**
 * From this business day on.
 */
from_day: Day, };

/**
 * What time is paid by.
 */
export type PayRateKind = "hourly" | "daily" | "monthly";

/**
 * Rules of commission and pay rates.
 */
export type PayRules = { 
/**
 * Rules, the most specific first.
 */
rules: Array<CommissionRule>, 
/**
 * Rates, by person, latest first.
 */
rates: Array<PayRate>, };

/**
 * A pay run.
 */
export type PayRun = { 
/**
 * As in the list.
 */
run: PayRunRow, 
/**
 * A word about it.
 */
note: string, 
/**
 * Why it was cancelled, or empty.
 */
cancel_reason: string, 
/**
 * By person.
 */
slips: Array<PaySlip>, 
/**
 * What was paid of it, latest first.
 */
payments: Array<StaffPayment>, };

/**
 * A pay run was confirmed.
 */
export type PayRunConfirmed = { 
/**
 * Which.
 */
pay_run_id: PayRunId, 
/**
 * All that is due.
 */
due_minor: Money, };

/**
 * A pay run.
 */
export type PayRunId = string;

/**
 * Pay runs.
 */
export type PayRunList = { 
/**
 * Latest first, at most 100.
 */
runs: Array<PayRunRow>, };

/**
 * What a pay run would say.
 */
export type PayRunPreview = { 
/**
 * By person, in the calendar's order.
 */
slips: Array<PaySlip>, 
/**
 * All that would be due.
 */
due_minor: Money, };

/**
 * A pay run in the list.
 */
export type PayRunRow = { 
/**
 * Which.
 */
pay_run_id: PayRunId, 
/**
 * First business day.
 */
from_day: Day, 
/**
 * Last one.
 */
to_day: Day, 
/**
 * When it was confirmed.
 */
at: Timestamp, 
/**
 * By whom, by name; empty for the program.
 */
actor: string, 
/**
 * How many people.
 */
people_count: number, 
/**
 * All that was due.
 */
due_minor: Money, 
/**
 * Paid so far.
 */
paid_minor: Money, 
/**
 * It was cancelled.
 */
cancelled: boolean, };

/**
 * What a pay run says of one person.
 */
export type PaySlip = { 
/**
 * Who.
 */
staff_id: StaffMemberId, 
/**
 * Name.
 */
staff: string, 
/**
 * Every line; together they make `due_minor`.
 */
lines: Array<PaySlipLine>, 
/**
 * Commissions with what tiers change.
 */
commission_minor: Money, 
/**
 * For time.
 */
time_minor: Money, 
/**
 * Bonuses.
 */
bonus_minor: Money, 
/**
 * Deductions, ≥ 0.
 */
deduction_minor: Money, 
/**
 * Tips paid with it.
 */
tips_minor: Money, 
/**
 * Left of earlier runs, less advances.
 */
carried_minor: Money, 
/**
 * What is to be paid; below zero: the person owes it.
 */
due_minor: Money, 
/**
 * Tips held now, whether they are paid with it or not.
 */
tips_held_minor: Money, 
/**
 * By the hour, the day or the month; `None`: only commission.
 */
rate: PayRateKind | null, 
/**
 * Paid of the run so far.
 */
paid_minor: Money, 
/**
 * What can be paid out now.
 */
payable_minor: Money, 
/**
 * Up to here is paid already, inside the asked period: the person is left out of a run.
 */
paid_until: Day | null, };

/**
 * A line of a pay slip. What it says is in its kind: `commission`, `late` (of paid periods),
 * `tier`, `hourly`, `daily`, `monthly`, `bonus`, `deduction`, `tips`, `advance`, `carried`.
 */
export type PaySlipLine = { 
/**
 * Kind.
 */
kind: string, 
/**
 * What it was for, or empty.
 */
note: string, 
/**
 * How many: services, minutes, days; of the month, days that count.
 */
count: number, 
/**
 * Of how many: days of the month.
 */
of_count: number, 
/**
 * For one: an hour, a day, a month.
 */
rate_minor: Money, 
/**
 * Day of a payment, or first day of a month.
 */
day: Day | null, 
/**
 * The sum; below zero where it is taken off.
 */
amount_minor: Money, };

/**
 * Pays staff: wages of a pay run, advances, or tips; in cash out of this device's drawer.
 */
export type PayStaff = { 
/**
 * What is paid.
 */
kind: StaffPaymentKind, 
/**
 * Of wages: the run.
 */
pay_run_id: PayRunId | null, 
/**
 * Cash or a transfer.
 */
method_id: PaymentMethodId, 
/**
 * To whom how much, 1–100.
 */
payments: Array<StaffPay>, 
/**
 * A word about it, ≤ 500.
 */
note: string, };

/**
 * A tier of a month.
 */
export type PayTier = { 
/**
 * From this base of the month on, ≥ 0.
 */
from_minor: Money, 
/**
 * Share of it, basis points, ≤ 10 000.
 */
rate_bp: number, };

/**
 * A sum by a method.
 */
export type PaymentLine = { 
/**
 * By which method.
 */
method_id: PaymentMethodId, 
/**
 * Of a certificate or package: which.
 */
source_id: string | null, 
/**
 * Of a package: the line that a session pays.
 */
line_id: AppointmentServiceId | null, 
/**
 * How much of the visit it pays, > 0.
 */
amount_minor: Money, 
/**
 * Cash only: what the client gave, ≥ the amount and the tip; the rest is change.
 */
tendered_minor: Money | null, 
/**
 * Tips taken with it, over the amount.
 */
tip_minor: Money, };

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
 * Days from – to, both inclusive.
 */
export type Period = { 
/**
 * From.
 */
from_day: Day, 
/**
 * To.
 */
to_day: Day, };

/**
 * Notes and coins of one value.
 */
export type Pieces = { 
/**
 * Value of one, minor units.
 */
value_minor: Money, 
/**
 * How many.
 */
pieces: number, };

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
 * Where the salon's money can be. The words are those of the ledger's accounts.
 */
export type PlaceKind = "drawer" | "bank_account" | "card_clearing" | "bank" | "bank_cash";

/**
 * A place of the salon's money.
 */
export type PlaceRef = { 
/**
 * Kind.
 */
kind: PlaceKind, 
/**
 * Id of the register, bank account or payment method; empty for cash handed in at the bank.
 */
owner: string, };

/**
 * Asks which visits an absence would hit and what could be done with each.
 */
export type PlanAbsence = { 
/**
 * Who is away.
 */
staff_id: StaffMemberId, 
/**
 * From this date …
 */
from_day: Day, 
/**
 * … and minute …
 */
from_min: number, 
/**
 * … to this date …
 */
to_day: Day, 
/**
 * … and minute, ≤ 1440.
 */
to_min: number, };

/**
 * A line of profit and loss.
 */
export type PnlLine = "services" | "discounts" | "points" | "packages" | "vat" | "unexplained" | "products" | "forfeited" | "other_income" | "cost_of_goods" | "stock_losses" | "commissions" | "wages" | "fees" | "expenses" | "over_short" | "other_cost";

/**
 * A line of profit and loss.
 */
export type PnlRow = { 
/**
 * What.
 */
line: PnlLine, 
/**
 * Account of the ledger to open.
 */
account: string, 
/**
 * Whose: category, method, service category; empty for the salon's.
 */
owner: string, 
/**
 * Name; empty where it is the line's own.
 */
name: string, 
/**
 * Of a payment method: its kind.
 */
method_kind: MethodKind | null, 
/**
 * By column, then the whole. Income + makes profit larger, costs + make it smaller.
 */
amounts_minor: Array<Money>, };

/**
 * Says what there was when the books began, as one document.
 */
export type PostOpeningBalances = { 
/**
 * On which business day; not later than today.
 */
business_day: Day, 
/**
 * A word about it, ≤ 500.
 */
note: string, 
/**
 * 1–400 lines, each owner once.
 */
lines: Array<OpeningEntry>, };

/**
 * Asks what a pay run would say.
 */
export type PreviewPayRun = { 
/**
 * First business day of the period.
 */
from_day: Day, 
/**
 * Last one, today at the latest, at most a year later.
 */
to_day: Day, 
/**
 * What was decided so far; whoever is missing is taken as the schedule says.
 */
people: Array<PayInput>, };

/**
 * Renders a receipt to pictures, one per page.
 */
export type PreviewReceipt = { 
/**
 * Which.
 */
receipt_id: ReceiptId, 
/**
 * `80mm`, `58mm` or `a4`; empty: the paper of this device's printer.
 */
format: string, };

/**
 * Asks what a series of visits would look like.
 */
export type PreviewSeries = { 
/**
 * The first visit.
 */
booking: CheckBooking, 
/**
 * How it repeats.
 */
repeat: Repeat, };

/**
 * Shows a sample receipt, with a template that need not be saved yet.
 */
export type PreviewTemplate = { 
/**
 * The template.
 */
template: ReceiptTemplate, 
/**
 * The paper.
 */
paper: Paper, };

/**
 * A price that somebody changed. What is given back of a bill changes no price.
 */
export type PriceChange = { 
/**
 * Of what.
 */
kind: PriceChangeKind, 
/**
 * Service, product or package.
 */
name: string, 
/**
 * Price before.
 */
from_minor: Money, 
/**
 * Price after.
 */
to_minor: Money, 
/**
 * Why, or empty.
 */
reason: string, 
/**
 * On which visit; of price lists none.
 */
appointment_id: AppointmentId | null, 
/**
 * Day of the visit.
 */
day: Day | null, 
/**
 * Client of the visit, or empty.
 */
client: string, 
/**
 * Who, by name; empty for the program.
 */
changed_by: string, 
/**
 * When.
 */
changed_at: Timestamp, };

/**
 * Whose price was changed.
 */
export type PriceChangeKind = "discount" | "booked_service" | "bill_item" | "service" | "product" | "package_offer";

/**
 * Prices that were changed.
 */
export type PriceChangeList = { 
/**
 * Latest first, at most 500; of all that were asked for at most 50 000.
 */
changes: Array<PriceChange>, 
/**
 * How many there are.
 */
total: number, };

/**
 * A print that waits or failed.
 */
export type PrintJob = { 
/**
 * Which.
 */
job_id: JobId, 
/**
 * The receipt.
 */
receipt_id: ReceiptId, 
/**
 * Its number.
 */
number: string, 
/**
 * Wanted at.
 */
at: Timestamp, 
/**
 * How often it was tried.
 */
tries: number, 
/**
 * Given up: waits for a person.
 */
failed: boolean, 
/**
 * Tried again at; none: at once, or never by itself.
 */
next_at: Timestamp | null, 
/**
 * What went wrong at the last try.
 */
error: CommandError | null, };

/**
 * Names a print of the queue.
 */
export type PrintJobRef = { 
/**
 * Which.
 */
job_id: JobId, };

/**
 * How a receipt printer is handed what it prints.
 */
export type PrintMode = "picture" | "text";

/**
 * What this device prints on, and the prints that wait or failed, oldest first.
 */
export type PrintQueue = { 
/**
 * The paper in the chosen printer.
 */
paper: Paper, 
/**
 * A drawer hangs on it.
 */
opens_drawer: boolean, 
/**
 * The prints, at most 50.
 */
jobs: Array<PrintJob>, 
/**
 * How many were given up after several tries.
 */
failed: number, };

/**
 * Prints a receipt on the chosen printer, or a named one of the system. Printed again, it is
 * marked as a copy.
 */
export type PrintReceipt = { 
/**
 * Which.
 */
receipt_id: ReceiptId, 
/**
 * `80mm`, `58mm` or `a4`; empty: the paper of this device's printer.
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
 * What the system calls it; empty where the printer was spoken to directly.
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
 * How a device prints. Every part that is left out is the default.
 */
export type PrinterDevice = { 
/**
 * How the printer is reached.
 */
kind: PrinterKind, 
/**
 * Of a printer in the network: `host` or `host:port` (else 9100), ≤ 120.
 */
address: string, 
/**
 * Of a printer at a port: `/dev/usb/lp0`, `COM3`, `\\PC\printer`, ≤ 200.
 */
path: string, 
/**
 * The paper in it.
 */
paper: Paper, 
/**
 * As a picture or as text; a printer of the system always gets a PDF.
 */
mode: PrintMode, 
/**
 * Letters of the text mode.
 */
code_page: CodePage, 
/**
 * Number by which the printer knows the code page (`ESC t n`): 17 and 46 at most makers.
 */
code_page_number: number, 
/**
 * A cash payment opens the drawer at the printer.
 */
open_drawer: boolean, 
/**
 * The printer cuts the paper.
 */
cut: boolean, 
/**
 * How many of each receipt, 1–5.
 */
copies: number, };

/**
 * How a device reaches its receipt printer.
 */
export type PrinterKind = "system" | "network" | "device";

/**
 * The system's printers and what is chosen on this device.
 */
export type PrinterList = { 
/**
 * Names.
 */
printers: Array<Printer>, 
/**
 * The one of the system that is chosen for receipts, or empty.
 */
receipt_printer: string, 
/**
 * Every payment prints its receipt by itself.
 */
print_after_payment: boolean, 
/**
 * How receipts are printed here.
 */
device: PrinterDevice, };

/**
 * A product with what there is of it.
 */
export type Product = { 
/**
 * Which.
 */
product_id: ProductId, 
/**
 * What it is.
 */
product: ProductFields, 
/**
 * How much there is, thousandths of the unit; negative where more was sold than came in.
 */
stock: Quantity, 
/**
 * It is running out.
 */
running_out: boolean, 
/**
 * What it is worth, by average cost; `None` where the person may not see it.
 */
worth_minor: Money | null, };

/**
 * A product as it is written.
 */
export type ProductFields = { 
/**
 * Name, 1–120.
 */
name: string, 
/**
 * Category, or empty.
 */
category: string, 
/**
 * What it is counted in.
 */
unit: ProductUnit, 
/**
 * Barcode, or empty.
 */
barcode: string, 
/**
 * Price of one unit, ≥ 0.
 */
price_minor: Money, 
/**
 * Below it the product is running out; thousandths of the unit.
 */
min: Quantity, 
/**
 * Who delivers it, or empty.
 */
supplier: string, };

/**
 * Something on the price list of goods.
 */
export type ProductId = string;

/**
 * Products by category and name.
 */
export type ProductList = { 
/**
 * Them.
 */
products: Array<Product>, 
/**
 * How many there are.
 */
total: number, 
/**
 * How many of all products are running out.
 */
running_out: number, 
/**
 * What all goods on the shelf are worth, by average cost; `None` where the person may not see it.
 */
worth_minor: Money | null, };

/**
 * The product is saved.
 */
export type ProductSaved = { 
/**
 * Which.
 */
product_id: ProductId, };

/**
 * What goods are counted in.
 */
export type ProductUnit = "piece" | "ml" | "g";

/**
 * Profit and loss.
 */
export type ProfitAndLoss = { 
/**
 * What each column covers, from and to; one column where not by month.
 */
columns: Array<Period>, 
/**
 * Income, then costs.
 */
rows: Array<PnlRow>, 
/**
 * What was earned, without VAT: by column, then the whole.
 */
income_minor: Array<Money>, 
/**
 * What it cost.
 */
costs_minor: Array<Money>, 
/**
 * What is left.
 */
profit_minor: Array<Money>, };

/**
 * What ended.
 */
export type PromisesEnded = { 
/**
 * How many.
 */
count: number, 
/**
 * What was left of them.
 */
amount_minor: Money, };

/**
 * An amount of goods in thousandths of its unit.
 */
export type Quantity = number;

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
 * Makes a logo for receipts of a picture.
 */
export type ReadLogo = { 
/**
 * PNG or JPEG, base64, ≤ 1 MB before.
 */
content_base64: string, };

/**
 * Reads a bank statement. Nothing is written.
 */
export type ReadStatement = { 
/**
 * Name of the file.
 */
file_name: string, 
/**
 * Its bytes, base64, ≤ 10 MB.
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
 * One move.
 */
export type Rearrange = { 
/**
 * Which visit.
 */
appointment_id: AppointmentId, 
/**
 * New date.
 */
day: Day, 
/**
 * New start.
 */
start_min: number, 
/**
 * Services of this staff member …
 */
from_staff_id: StaffMemberId, 
/**
 * … go to this one.
 */
to_staff_id: StaffMemberId, };

/**
 * Moves many visits, puts others on the call list and records the absence, in one action.
 */
export type RearrangeAppointments = { 
/**
 * Moves, 0–200.
 */
moves: Array<Rearrange>, 
/**
 * Visits to call about, 0–200; they stay where they are.
 */
to_call: Array<AppointmentId>, 
/**
 * The absence.
 */
time_off: TimeOffFields | null, };

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
 * Tips, by staff member.
 */
tips: Array<ReceiptTip>, 
/**
 * VAT inside the sum, and its rate in basis points.
 */
vat_minor: Money, 
/**
 * Rate; where there are several, the highest.
 */
vat_bp: number, 
/**
 * The same by rate, highest first.
 */
vat: Array<ReceiptVat>, 
/**
 * How far the fiscal document is, where this register makes one.
 */
fiscal_state: FiscalState | null, 
/**
 * What the fiscal device answered, once it has registered the receipt.
 */
fiscal: FiscalMarks | null, 
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
counterpart: string, 
/**
 * A text under the salon's name.
 */
header: string, 
/**
 * The client, where the paper says it.
 */
client: string, };

/**
 * A receipt, numbered without gaps on its register.
 */
export type ReceiptId = string;

/**
 * What a receipt says happened.
 */
export type ReceiptKind = "sale" | "void" | "refund";

/**
 * A line of a receipt.
 */
export type ReceiptLine = { 
/**
 * What; of a certificate its code, of money on a balance empty.
 */
name: string, 
/**
 * What it is, where it is no service.
 */
item: ItemKind | null, 
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
amount_minor: Money, 
/**
 * What the price has become smaller by, where the paper says it; ≥ 0.
 */
discount_minor: Money, };

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
 * The money is given back.
 */
export type ReceiptRefunded = { 
/**
 * The refund's own receipt.
 */
receipt_id: ReceiptId, 
/**
 * Its number.
 */
number: string, };

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
 * How the salon's receipts look, beside its name and address.
 */
export type ReceiptTemplate = { 
/**
 * A text under the salon's name, ≤ 300; line breaks are kept.
 */
header: string, 
/**
 * A text at the foot, ≤ 500.
 */
footer: string, 
/**
 * What the QR code says or links to, ≤ 300; empty: the receipt's own facts.
 */
qr: string, 
/**
 * The client's name stands on it.
 */
show_client: boolean, 
/**
 * Who did the service stands on it.
 */
show_staff: boolean, 
/**
 * Discounts stand on it.
 */
show_discount: boolean, 
/**
 * Language of the paper; none: the salon's.
 */
language: Language | null, 
/**
 * The logo as `read_logo` made it: PNG in shades of grey, base64, ≤ 120 000 letters; empty: none.
 */
logo_base64: string, };

/**
 * A tip on a receipt.
 */
export type ReceiptTip = { 
/**
 * For whom.
 */
staff: string, 
/**
 * Sum.
 */
amount_minor: Money, };

/**
 * Tax inside a receipt's sum, by one rate.
 */
export type ReceiptVat = { 
/**
 * Code.
 */
code: TaxCode, 
/**
 * Rate of the day, basis points.
 */
rate_bp: number, 
/**
 * Sum by this rate, tax included.
 */
amount_minor: Money, 
/**
 * The tax inside it.
 */
vat_minor: Money, };

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
 * Goods come in.
 */
export type ReceiveGoods = { 
/**
 * 1–200 lines.
 */
lines: Array<DeliveredLine>, 
/**
 * From whom, number of the paper: ≤ 200.
 */
note: string, };

/**
 * Posts income, an expense or a transfer outside the drawer.
 */
export type RecordOperation = { 
/**
 * What it is.
 */
kind: FinanceKind, 
/**
 * Where the money came to, or came from. Of income and expense: not a drawer.
 */
place: PlaceRef, 
/**
 * Of a transfer: where it went.
 */
to_place: PlaceRef | null, 
/**
 * What for; income and expense need it, or a client.
 */
category_id: CashCategoryId | null, 
/**
 * The client who pays a debt from before the books began, or gets such a balance back.
 */
client_id: ClientId | null, 
/**
 * Who paid or was paid.
 */
counterparty_id: CounterpartyId | null, 
/**
 * How much, > 0.
 */
amount_minor: Money, 
/**
 * The business day; not later than today. With a drawer: today.
 */
business_day: Day, 
/**
 * Number of the document, ≤ 60.
 */
document_number: string, 
/**
 * Its date.
 */
document_day: Day | null, 
/**
 * A word about it, ≤ 500.
 */
note: string, };

/**
 * Does again what was taken back last.
 */
export type Redo = Record<symbol, never>;

/**
 * How much of a line goes back.
 */
export type RefundLine = { 
/**
 * Which.
 */
line_id: AppointmentServiceId, 
/**
 * How much, > 0.
 */
amount_minor: Money, };

/**
 * How much goes back by a method.
 */
export type RefundPayment = { 
/**
 * By which; one the receipt was paid by.
 */
method_id: PaymentMethodId, 
/**
 * How much, > 0.
 */
amount_minor: Money, };

/**
 * Gives money of a receipt back by a receipt of its own. Of a visit that is done, so much is sold less: its price
 * becomes smaller; of one that is not, the prepayment goes back.
 */
export type RefundReceipt = { 
/**
 * Of which receipt.
 */
receipt_id: ReceiptId, 
/**
 * How much of which line, each > 0.
 */
lines: Array<RefundLine>, 
/**
 * How it goes back; together what the lines are.
 */
payments: Array<RefundPayment>, 
/**
 * Why, 1–500.
 */
reason: string, };

/**
 * What of a receipt can still be given back. Tips cannot; a void gives them back.
 */
export type Refundable = { 
/**
 * What it paid for.
 */
lines: Array<RefundableLine>, 
/**
 * How it was paid: money goes back the same way.
 */
methods: Array<RefundableMethod>, 
/**
 * In all.
 */
left_minor: Money, };

/**
 * A line of a receipt, with what can be given back of it.
 */
export type RefundableLine = { 
/**
 * Which.
 */
line_id: AppointmentServiceId, 
/**
 * Service, product or package; of a certificate its code, of money on a balance empty.
 */
name: string, 
/**
 * What it is, where it is no service.
 */
item: ItemKind | null, 
/**
 * Of goods: what they are counted in.
 */
unit: ProductUnit | null, 
/**
 * Of goods that are sold: how much of the line the client still has. Whole units come back, as many as the
 * part of the line's price that goes back pays for; all of them with all of it.
 */
quantity: Quantity | null, 
/**
 * Of goods that are sold: the price of that quantity.
 */
sold_minor: Money, 
/**
 * Who did or sold it.
 */
staff: string, 
/**
 * The receipt paid so much of it.
 */
paid_minor: Money, 
/**
 * Of that not given back yet.
 */
left_minor: Money, };

/**
 * A method of a receipt, with what can go back by it.
 */
export type RefundableMethod = { 
/**
 * Which.
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
 * Of what was paid not given back yet.
 */
left_minor: Money, };

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
 * A register was added.
 */
export type RegisterAdded = { 
/**
 * Which.
 */
register_id: RegisterId, };

/**
 * A cash register.
 */
export type RegisterId = string;

/**
 * The salon's registers.
 */
export type RegisterList = { 
/**
 * By name.
 */
registers: Array<RegisterState>, };

/**
 * A register and whether somebody works at it.
 */
export type RegisterState = { 
/**
 * Which.
 */
register: Register, 
/**
 * This device works with it.
 */
here: boolean, 
/**
 * It belongs to this device, which can work with it.
 */
own: boolean, 
/**
 * Number of its open shift, if one is open.
 */
shift_number: number | null, 
/**
 * Cash in it by the ledger; `None` where the person may not see it before the count.
 */
drawer_minor: Money | null, };

/**
 * Remembers length and price of a service for a client; both `None`: forgets.
 */
export type RememberForClient = { 
/**
 * Client.
 */
client_id: ClientId, 
/**
 * Service.
 */
service_id: ServiceId, 
/**
 * Length, 5–1440.
 */
duration_min: number | null, 
/**
 * Price.
 */
price_minor: Money | null, };

/**
 * Takes an item off a bill that is not over.
 */
export type RemoveBillItem = { 
/**
 * Which.
 */
line_id: AppointmentServiceId, };

/**
 * Which dates a visit repeats on.
 */
export type Repeat = { 
/**
 * Every so many weeks, 1–12 …
 */
every_weeks: number, 
/**
 * … or months, 1–12; exactly one of the two is above 0.
 */
every_months: number, 
/**
 * How many visits in all, 2–52.
 */
count: number, };

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
 * A room or a piece of equipment.
 */
export type Resource = { 
/**
 * Which.
 */
resource_id: ResourceId, 
/**
 * Name, 1–100.
 */
name: string, 
/**
 * How many visits can use it at once (three equal chairs: 3), 1–50.
 */
units: number, };

/**
 * A room or a piece of equipment.
 */
export type ResourceId = string;

/**
 * Rooms and equipment.
 */
export type ResourceList = { 
/**
 * Them, in order.
 */
resources: Array<Resource>, };

/**
 * The saved room or equipment.
 */
export type ResourceSaved = { 
/**
 * Which.
 */
resource_id: ResourceId, };

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
 * Takes a bank account out of the list; its entries stay.
 */
export type RetireBankAccount = { 
/**
 * Which; its balance must be zero.
 */
bank_account_id: BankAccountId, };

/**
 * Takes a kind out of the list; what was moved by it stays.
 */
export type RetireCashCategory = { 
/**
 * Which.
 */
category_id: CashCategoryId, };

/**
 * Takes a client out of the lists (undo brings it back).
 */
export type RetireClient = { 
/**
 * Which client.
 */
client_id: ClientId, };

/**
 * Takes a rule out of use; what was posted by it stays.
 */
export type RetireCommissionRule = { 
/**
 * Which.
 */
rule_id: CommissionRuleId, };

/**
 * Takes a counterparty out of the list; its operations stay.
 */
export type RetireCounterparty = { 
/**
 * Which.
 */
counterparty_id: CounterpartyId, };

/**
 * Takes a group appointment out; refused while visits are in it.
 */
export type RetireGroupEvent = { 
/**
 * Which.
 */
group_id: GroupEventId, };

/**
 * Takes an offer off the list; packages that were bought stay.
 */
export type RetirePackageOffer = { 
/**
 * Which.
 */
offer_id: PackageOfferId, };

/**
 * Takes a product off the list.
 */
export type RetireProduct = { 
/**
 * Which.
 */
product_id: ProductId, };

/**
 * Takes a register out of use: its shift is closed, its drawer empty, and another one is worked with.
 */
export type RetireRegister = { 
/**
 * Which.
 */
register_id: RegisterId, };

/**
 * Takes a room or equipment out.
 */
export type RetireResource = { 
/**
 * Which.
 */
resource_id: ResourceId, };

/**
 * Takes a service off the price list.
 */
export type RetireService = { 
/**
 * Which.
 */
service_id: ServiceId, };

/**
 * Takes a pattern out.
 */
export type RetireShiftPattern = { 
/**
 * Which.
 */
pattern_id: ShiftPatternId, };

/**
 * The staff member leaves; history keeps the name.
 */
export type RetireStaffMember = { 
/**
 * Who.
 */
staff_id: StaffMemberId, };

/**
 * Ends a standing order. Booked visits stay.
 */
export type RetireStandingOrder = { 
/**
 * Which.
 */
order_id: StandingOrderId, };

/**
 * Takes a time off out.
 */
export type RetireTimeOff = { 
/**
 * Which.
 */
time_off_id: TimeOffId, };

/**
 * Tries what waits now, and what failed once more.
 */
export type RetryFiscal = { 
/**
 * Only this document; none: all.
 */
document_id: FiscalDocumentId | null, };

/**
 * Takes a movement back by its opposite, in the open shift it was made in.
 */
export type ReverseCashMovement = { 
/**
 * Which.
 */
movement_id: CashMovementId, 
/**
 * Why, 1–500.
 */
reason: string, };

/**
 * Takes opening balances back as a whole, while no shift was closed since.
 */
export type ReverseOpeningBalances = { 
/**
 * Which.
 */
opening_id: OpeningBalanceId, 
/**
 * Why, 1–500.
 */
reason: string, };

/**
 * Takes an operation back by its opposite, dated today.
 */
export type ReverseOperation = { 
/**
 * Which.
 */
operation_id: FinanceOperationId, 
/**
 * Why, 1–500.
 */
reason: string, };

/**
 * Takes a payment to staff back: cash comes back into this device's drawer.
 */
export type ReverseStaffPayment = { 
/**
 * Which.
 */
payment_id: StaffPaymentId, 
/**
 * Why, 1–500.
 */
reason: string, };

/**
 * Takes a statement back: every operation it posted, by its opposite.
 */
export type ReverseStatement = { 
/**
 * Which.
 */
statement_id: BankStatementId, 
/**
 * Why, 1–500.
 */
reason: string, };

/**
 * What makes a no-show more or less likely (I3).
 */
export type RiskFactor = "new_client" | "recent_no_show" | "not_confirmed" | "booked_ahead" | "bad_weather" | "friday_evening";

/**
 * A factor of the risk.
 */
export type RiskWeight = { 
/**
 * Which.
 */
factor: RiskFactor, 
/**
 * Its weight in percent points.
 */
points: number, };

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
 * The sale: a visit that takes no time. Its bill is paid at the checkout like any other.
 */
export type SaleStarted = { 
/**
 * Which.
 */
appointment_id: AppointmentId, };

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
 * Which tax that is; its rate is the law's of the day. None: what the rate above means today. The
 * rate above is the salon's own only with `custom`.
 */
tax_code: TaxCode | null, 
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
 * Makes an account at a bank known, or changes it.
 */
export type SaveBankAccount = { 
/**
 * Which; `None`: a new one.
 */
bank_account_id: BankAccountId | null, 
/**
 * Name, 1–80.
 */
name: string, 
/**
 * Its number (IBAN, ИИК), ≤ 40.
 */
number: string, };

/**
 * Makes a kind of cash in or out, or changes it.
 */
export type SaveCashCategory = { 
/**
 * Which; `None`: a new one.
 */
category_id: CashCategoryId | null, 
/**
 * Name, 1–80.
 */
name: string, 
/**
 * Which way.
 */
direction: CashDirection, 
/**
 * What stands behind it.
 */
purpose: CashPurpose, };

/**
 * Makes a rule of commission or changes it. What was posted by it stays.
 */
export type SaveCommissionRule = { 
/**
 * Which; `None`: a new one.
 */
rule_id: CommissionRuleId | null, 
/**
 * What it says.
 */
rule: CommissionRuleFields, };

/**
 * Makes a counterparty known, or changes it.
 */
export type SaveCounterparty = { 
/**
 * Which; `None`: a new one.
 */
counterparty_id: CounterpartyId | null, 
/**
 * Name, 1–200.
 */
name: string, 
/**
 * Tax id, ≤ 40.
 */
tax_id: string, 
/**
 * A word about it, ≤ 500.
 */
note: string, };

/**
 * Makes or changes a group appointment: one time, several places.
 */
export type SaveGroupEvent = { 
/**
 * Which; `None`: a new one.
 */
group_id: GroupEventId | null, 
/**
 * Service.
 */
service_id: ServiceId, 
/**
 * With whom.
 */
staff_id: StaffMemberId, 
/**
 * Date.
 */
day: Day, 
/**
 * Start.
 */
start_min: number, 
/**
 * Length; `None`: the service's.
 */
duration_min: number | null, 
/**
 * Places, 1–100.
 */
places: number, 
/**
 * Title, ≤ 100; empty: the service's name.
 */
title: string, 
/**
 * As in booking.
 */
override_conflicts: boolean, };

/**
 * Writes what a package offers.
 */
export type SavePackageOffer = { 
/**
 * Which; `None`: a new one.
 */
offer_id: PackageOfferId | null, 
/**
 * Name, 1–120.
 */
name: string, 
/**
 * Price of all, ≥ 0.
 */
price_minor: Money, 
/**
 * For which services; empty: for all.
 */
service_ids: Array<ServiceId>, 
/**
 * How many sessions, 1–365. Of a membership: in each month, or 0 for as many as wanted.
 */
sessions: number, 
/**
 * Days it is valid after it is bought, 1–3 650; `None`: no end. Of a membership its months say it.
 */
valid_days: number | null, 
/**
 * Months of a membership, 1–60; `None`: a package.
 */
periods: number | null, };

/**
 * Saves the payroll sheet of a run as a file.
 */
export type SavePayrollSheet = { 
/**
 * Which.
 */
pay_run_id: PayRunId, 
/**
 * `pdf` or `xlsx`.
 */
format: string, };

/**
 * Saves the price changes of these days as a table for Excel.
 */
export type SavePriceChanges = { 
/**
 * First day.
 */
from_day: Day, 
/**
 * Last day; at most 366 days.
 */
to_day: Day, };

/**
 * Puts a product on the list or changes it.
 */
export type SaveProduct = { 
/**
 * Which; `None`: a new one.
 */
product_id: ProductId | null, 
/**
 * What it is.
 */
product: ProductFields, };

/**
 * A receipt as a PDF file.
 */
export type SaveReceipt = { 
/**
 * Which.
 */
receipt_id: ReceiptId, 
/**
 * `80mm`, `58mm` or `a4`; empty: the paper of this device's printer.
 */
format: string, };

/**
 * Adds a room or equipment, or changes it.
 */
export type SaveResource = { 
/**
 * Which; `None`: a new one.
 */
resource_id: ResourceId | null, 
/**
 * Name, 1–100.
 */
name: string, 
/**
 * How many visits can use it at once, 1–50.
 */
units: number, };

/**
 * Makes or changes a standing order.
 */
export type SaveStandingOrder = { 
/**
 * Which; `None`: a new one.
 */
order_id: StandingOrderId | null, 
/**
 * The order.
 */
order: StandingOrderFields, };

/**
 * Who works when.
 */
export type Schedule = { 
/**
 * Everybody asked for, in the calendar's order.
 */
staff: Array<StaffSchedule>, 
/**
 * Time off that touches the asked days.
 */
time_off: Array<TimeOff>, };

/**
 * One person's day.
 */
export type ScheduleDay = { 
/**
 * The date.
 */
day: Day, 
/**
 * Minutes worked, after breaks and time off.
 */
work: Array<MinuteSpan>, 
/**
 * The hours before time off; `None`: not a working day.
 */
hours: DayHours | null, 
/**
 * Where they come from.
 */
source: HoursSource, 
/**
 * Booked minutes.
 */
booked_min: number, };

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
 * The booked series.
 */
export type SeriesBooked = { 
/**
 * Which.
 */
series_id: SeriesId, 
/**
 * Its visits, in order.
 */
appointment_ids: Array<AppointmentId>, 
/**
 * Whose.
 */
client_id: ClientId | null, };

/**
 * One date of a series.
 */
export type SeriesDate = { 
/**
 * The date.
 */
day: Day, 
/**
 * Start.
 */
start_min: number, 
/**
 * What stands in the way; empty: free.
 */
conflicts: Array<Conflict>, 
/**
 * The nearest free time instead.
 */
alternative: Slot | null, };

/**
 * Visits that were booked as one recurring series.
 */
export type SeriesId = string;

/**
 * A series of visits, before it is saved.
 */
export type SeriesPreview = { 
/**
 * Each date.
 */
dates: Array<SeriesDate>, };

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
 * The client's whole time, 5–1440 minutes; waiting and finishing are parts of it.
 */
duration_min: number, 
/**
 * Of it the client waits (a dye works) and the staff member can take another, minutes.
 */
processing_min: number, 
/**
 * Of it hands on again after the waiting, minutes.
 */
finishing_min: number, 
/**
 * Clean-up after the client has gone, minutes, 0–240.
 */
transition_min: number, 
/**
 * Rooms and equipment it needs, 0–5.
 */
resources: Array<ServiceResource>, 
/**
 * Price, ≥ 0.
 */
price_minor: Money, 
/**
 * Colour index 0–11.
 */
colour: number, 
/**
 * Its tax; none: the salon's.
 */
tax_code: TaxCode | null, };

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
 * A need of a service for a room or equipment.
 */
export type ServiceResource = { 
/**
 * Which.
 */
resource_id: ResourceId, 
/**
 * During which part.
 */
part: BlockPart, };

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
reason: string, 
/**
 * Cancels the later visits of the series too.
 */
following: boolean, 
/**
 * Of a visit with a deposit that is called off or missed: what becomes of it. Other than by the rule it
 * needs a reason.
 */
deposit: DepositEnd | null, };

/**
 * Says who assists at a booked service. Of one that is done the commission follows at once.
 */
export type SetAssistants = { 
/**
 * The booked service.
 */
line_id: AppointmentServiceId, 
/**
 * All who assist, ≤ 5; together at most the whole; nobody twice.
 */
assistants: Array<AssistantShare>, };

/**
 * Chooses a second folder for backups (a USB stick); empty for none.
 */
export type SetBackupFolder = { 
/**
 * Path.
 */
folder: string, };

/**
 * Changes the calendar's rules.
 */
export type SetCalendarRules = { 
/**
 * The rules as they shall be.
 */
rules: CalendarRules, };

/**
 * Gives a discount on lines of a bill, or takes it away. The price becomes smaller by it; what each line gets
 * of a sum goes by its price, exact to the minor unit. A certificate and money on a balance take none.
 */
export type SetDiscount = { 
/**
 * On which visit.
 */
appointment_id: AppointmentId, 
/**
 * On which lines, services, goods and packages; empty: on all of these.
 */
line_ids: Array<AppointmentServiceId>, 
/**
 * How much.
 */
discount: Discount, 
/**
 * Why, 1–200; of no discount: may be empty.
 */
reason: string, };

/**
 * Says what a payment method costs and where its money arrives.
 */
export type SetMethodTerms = { 
/**
 * Which; not cash.
 */
method_id: PaymentMethodId, 
/**
 * What the provider keeps of each payment, basis points, 0–2 000.
 */
fee_bp: number, 
/**
 * The account its money arrives at.
 */
bank_account_id: BankAccountId | null, };

/**
 * Says what a staff member's time is paid by from a day on.
 */
export type SetPayRate = { 
/**
 * Whose.
 */
staff_id: StaffMemberId, 
/**
 * By the hour, the day or the month.
 */
kind: PayRateKind, 
/**
 * How much for one, ≥ 0; zero: from that day on nothing.
 */
amount_minor: Money, 
/**
 * From this business day on.
 */
from_day: Day, };

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
 * Changes how the salon's receipts look. Receipts that were given stay as they are.
 */
export type SetReceiptTemplate = { 
/**
 * The whole as it shall be.
 */
template: ReceiptTemplate, };

/**
 * Lets a visit at risk be, or looks after it again. All of the salon's PCs see it.
 */
export type SetRiskIgnored = { 
/**
 * Which.
 */
appointment_id: AppointmentId, 
/**
 * Is let be.
 */
ignored: boolean, };

/**
 * Sets the hours of single dates (painting a month, copying a week).
 */
export type SetScheduleDays = { 
/**
 * 1–400 of them.
 */
days: Array<DaySetting>, };

/**
 * Remembers how far the wizard is.
 */
export type SetSetupStep = { 
/**
 * `salon`, `owner`, `hours`, `staff`, `services`, `done`.
 */
step: string, };

/**
 * Sets a repeating pattern of shifts from a date on; it takes the place of the weekly hours.
 */
export type SetShiftPattern = { 
/**
 * Whose.
 */
staff_id: StaffMemberId, 
/**
 * First day: the first of `days` stands on it.
 */
from_day: Day, 
/**
 * Last day; `None`: until another begins.
 */
until_day: Day | null, 
/**
 * 1–28 days that repeat; `None`: off. Two on, two off: four days. Alternating weeks: 14.
 */
days: Array<DayHours | null>, };

/**
 * Gives the simulated device a fault, or takes it away.
 */
export type SetSimulatedFault = { 
/**
 * Which.
 */
fault: SimulatedFault, };

/**
 * Sets the own price and length of a service with a staff member; both `None`: as the list.
 */
export type SetStaffOffer = { 
/**
 * Who.
 */
staff_id: StaffMemberId, 
/**
 * Which service.
 */
service_id: ServiceId, 
/**
 * Own price.
 */
price_minor: Money | null, 
/**
 * Own length, 5–1440.
 */
duration_min: number | null, };

/**
 * Sets the rules of the till.
 */
export type SetTillRules = { 
/**
 * All of them.
 */
rules: TillRules, };

/**
 * Puts a visit on the call list or takes it off.
 */
export type SetToCall = { 
/**
 * Which.
 */
appointment_id: AppointmentId, 
/**
 * Is to be called.
 */
to_call: boolean, };

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
 * Cash in the drawer by the ledger; `None` where the person may not see it before the count.
 */
drawer_minor: Money | null, 
/**
 * Money taken, by method.
 */
by_method: Array<MethodTotal>, 
/**
 * All money taken less what was voided.
 */
total_minor: Money, };

/**
 * A shift was closed: what the count says.
 */
export type ShiftClosed = { 
/**
 * Which.
 */
shift_id: ShiftId, 
/**
 * Cash by the ledger.
 */
expected_minor: Money, 
/**
 * Counted, if it was.
 */
counted_minor: Money | null, 
/**
 * Counted less expected: over +, short −; zero where nobody counted.
 */
difference_minor: Money, };

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
 * A repeating pattern of shifts.
 */
export type ShiftPattern = { 
/**
 * Which.
 */
pattern_id: ShiftPatternId, 
/**
 * First day.
 */
from_day: Day, 
/**
 * Last day; `None`: until another begins.
 */
until_day: Day | null, 
/**
 * The days that repeat, 1–28; `None`: off.
 */
days: Array<DayHours | null>, };

/**
 * A repeating pattern of shifts of a staff member.
 */
export type ShiftPatternId = string;

/**
 * What a shift took.
 */
export type ShiftReport = { 
/**
 * The shift.
 */
shift: Shift, 
/**
 * Receipts of sales, and of what was given back.
 */
sales_count: number, 
/**
 * How many answered another receipt.
 */
voids_count: number, 
/**
 * First and last number of its receipts, or empty.
 */
first_number: string, 
/**
 * Last.
 */
last_number: string, 
/**
 * Money by method: taken and given back.
 */
by_method: Array<MethodTurnover>, 
/**
 * VAT inside what the shift's receipts took, by rate.
 */
vat: Array<VatTotal>, 
/**
 * Discounts on what was paid in the shift: how many lines.
 */
discounts_count: number, 
/**
 * Their sum.
 */
discounts_minor: Money, 
/**
 * Tips by staff member.
 */
tips: Array<StaffSum>, 
/**
 * The drawer; `None` where the person may not see it before the count.
 */
cash: CashReport | null, };

/**
 * A fault of the simulated device, for trying what happens then.
 */
export type SimulatedFault = "none" | "answer_lost" | "busy" | "paper_out" | "clock_wrong" | "shift_too_long" | "unreachable";

/**
 * A free start.
 */
export type Slot = { 
/**
 * With whom (first service).
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
start_min: number, 
/**
 * End of the last service.
 */
end_min: number, 
/**
 * Each service: who, when, how long.
 */
lines: Array<SlotPart>, 
/**
 * Why it is proposed, best reason first.
 */
reasons: Array<SlotReason>, 
/**
 * The free stretch it stands in, from …
 */
gap_from_min: number, 
/**
 * … to.
 */
gap_to_min: number, };

/**
 * A service of a basket.
 */
export type SlotLine = { 
/**
 * Which service.
 */
service_id: ServiceId, 
/**
 * With whom; `None`: anyone who does it.
 */
staff_id: StaffMemberId | null, 
/**
 * Starts together with the line before instead of after it.
 */
with_previous: boolean, };

/**
 * The held time.
 */
export type SlotOffered = { 
/**
 * Until when it is held.
 */
until: Timestamp, };

/**
 * A service within a free start.
 */
export type SlotPart = { 
/**
 * Which service.
 */
service_id: ServiceId, 
/**
 * With whom.
 */
staff_id: StaffMemberId, 
/**
 * Start.
 */
start_min: number, 
/**
 * Length.
 */
duration_min: number, };

/**
 * Why a free time is proposed.
 */
export type SlotReason = "usual_time" | "usual_staff" | "fills_gap" | "no_hole" | "soonest";

/**
 * Free starts.
 */
export type SlotsFound = { 
/**
 * Them.
 */
slots: Array<Slot>, };

/**
 * What of sold lines a figure is.
 */
export type SoldFigure = "list_price" | "discount" | "vat";

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
services: Array<ServiceId>, 
/**
 * The person's own tax id, for fiscal receipts (54-FZ, tag 1203); ≤ 20.
 */
tax_id: string, };

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
 * Own price and length of a service with a staff member.
 */
export type StaffOffer = { 
/**
 * Who.
 */
staff_id: StaffMemberId, 
/**
 * Which service.
 */
service_id: ServiceId, 
/**
 * Own price.
 */
price_minor: Money | null, 
/**
 * Own length.
 */
duration_min: number | null, };

/**
 * Own prices and lengths.
 */
export type StaffOfferList = { 
/**
 * Them.
 */
offers: Array<StaffOffer>, };

/**
 * Staff were paid.
 */
export type StaffPaid = { 
/**
 * The payments.
 */
payment_ids: Array<StaffPaymentId>, };

/**
 * A sum to pay to somebody.
 */
export type StaffPay = { 
/**
 * To whom.
 */
staff_id: StaffMemberId, 
/**
 * How much, > 0.
 */
amount_minor: Money, };

/**
 * Money paid to a staff member.
 */
export type StaffPayment = { 
/**
 * Which.
 */
payment_id: StaffPaymentId, 
/**
 * What was paid.
 */
kind: StaffPaymentKind, 
/**
 * To whom.
 */
staff_id: StaffMemberId, 
/**
 * Name.
 */
staff: string, 
/**
 * Kind of the method.
 */
method: MethodKind, 
/**
 * Its name, or empty.
 */
method_name: string, 
/**
 * Paid +, taken back −.
 */
amount_minor: Money, 
/**
 * Business day.
 */
business_day: Day, 
/**
 * When.
 */
at: Timestamp, 
/**
 * By whom.
 */
actor: string, 
/**
 * A word about it.
 */
note: string, 
/**
 * It takes another one back.
 */
is_reversal: boolean, 
/**
 * It was taken back.
 */
reversed: boolean, };

/**
 * Money paid to a staff member.
 */
export type StaffPaymentId = string;

/**
 * What is paid to a staff member.
 */
export type StaffPaymentKind = "wages" | "advance" | "tips";

/**
 * One person's schedule.
 */
export type StaffSchedule = { 
/**
 * Who.
 */
staff_id: StaffMemberId, 
/**
 * Name.
 */
name: string, 
/**
 * Each asked day, in order.
 */
days: Array<ScheduleDay>, 
/**
 * Patterns that are in force now or later, oldest first.
 */
patterns: Array<ShiftPattern>, 
/**
 * Last day of a pattern after which nothing is planned; warn before it comes.
 */
runs_out: Day | null, 
/**
 * May the person who asks change it.
 */
may_write: boolean, };

/**
 * A sum for a staff member.
 */
export type StaffSum = { 
/**
 * Who.
 */
staff_id: StaffMemberId, 
/**
 * Name.
 */
name: string, 
/**
 * Sum.
 */
amount_minor: Money, };

/**
 * What a standing order does when the next visit is due (B13).
 */
export type StandingMode = "propose" | "make";

/**
 * A standing order with what comes next.
 */
export type StandingOrder = { 
/**
 * Which.
 */
order_id: StandingOrderId, 
/**
 * The order.
 */
order: StandingOrderFields, 
/**
 * Client's name.
 */
client: string, 
/**
 * Client's main phone.
 */
phone: string, 
/**
 * Services by name.
 */
services: Array<string>, 
/**
 * Staff member's name.
 */
staff: string, 
/**
 * The visit that is booked already, if one is coming.
 */
booked: AppointmentId | null, 
/**
 * Date of the next visit: the booked one, else the due one.
 */
next_day: Day, 
/**
 * Whether the usual time of the due date is free.
 */
free: boolean, 
/**
 * The nearest free time where it is not.
 */
alternative: Slot | null, 
/**
 * What to book, in the form of `book_appointment`.
 */
lines: Array<BookLine>, };

/**
 * What can be written of a standing order.
 */
export type StandingOrderFields = { 
/**
 * Whose.
 */
client_id: ClientId, 
/**
 * Services in a row, 1–20.
 */
service_ids: Array<ServiceId>, 
/**
 * Usual staff member.
 */
staff_id: StaffMemberId, 
/**
 * Usual weekday, 0 = Monday.
 */
weekday: number, 
/**
 * Usual start.
 */
start_min: number, 
/**
 * Every so many weeks, 1–26.
 */
every_weeks: number, 
/**
 * Proposed or booked by itself.
 */
mode: StandingMode, };

/**
 * A client's standing order.
 */
export type StandingOrderId = string;

/**
 * Standing orders.
 */
export type StandingOrderList = { 
/**
 * Them, soonest due first.
 */
orders: Array<StandingOrder>, };

/**
 * The saved standing order.
 */
export type StandingOrderSaved = { 
/**
 * Which.
 */
order_id: StandingOrderId, };

/**
 * What was made.
 */
export type StandingVisitsMade = { 
/**
 * The visits.
 */
made: Array<AppointmentBooked>, 
/**
 * Orders whose usual time is not free.
 */
left: Array<StandingOrderId>, };

/**
 * Begins a sale at the desk without a booking.
 */
export type StartSale = { 
/**
 * To whom; `None`: not known.
 */
client_id: ClientId | null, };

/**
 * A starter price list (nothing is saved).
 */
export type StarterServices = { 
/**
 * The services.
 */
services: Array<ServiceFields>, };

/**
 * What kind of file a statement is.
 */
export type StatementFormat = "one_c" | "csv" | "camt" | "mt940";

/**
 * A statement was brought in.
 */
export type StatementImported = { 
/**
 * Which.
 */
statement_id: BankStatementId, 
/**
 * Operations posted.
 */
posted: number, 
/**
 * Lines that are operations from before.
 */
matched: number, 
/**
 * Lines left out, those brought in before among them.
 */
skipped: number, };

/**
 * Statements.
 */
export type StatementList = { 
/**
 * Latest first, ≤ 200.
 */
statements: Array<StatementRow>, };

/**
 * Suggestions, one for each line, in their order.
 */
export type StatementMatched = { 
/**
 * Suggestions.
 */
lines: Array<LineSuggested>, };

/**
 * Something wrong in the file.
 */
export type StatementProblem = { 
/**
 * Row or document number in the file, from 1.
 */
row: number, 
/**
 * What.
 */
kind: StatementProblemKind, 
/**
 * What stood there, shortened.
 */
value: string, };

/**
 * What is wrong with a line of a statement.
 */
export type StatementProblemKind = "bad_date" | "bad_amount" | "bad_direction" | "other_currency" | "cut_off";

/**
 * What stands in a statement.
 */
export type StatementRead = { 
/**
 * Kind of file.
 */
format: StatementFormat, 
/**
 * Number of the account, or empty where the file does not say.
 */
account_number: string, 
/**
 * Lines that were understood, ≤ 2 000.
 */
lines: Array<BankLine>, 
/**
 * The first 200 problems.
 */
problems: Array<StatementProblem>, };

/**
 * A statement that was brought in.
 */
export type StatementRow = { 
/**
 * Which.
 */
statement_id: BankStatementId, 
/**
 * When.
 */
at: Timestamp, 
/**
 * Who, by name.
 */
actor: string, 
/**
 * Name of its account.
 */
account: string, 
/**
 * Name of its file.
 */
file_name: string, 
/**
 * First day.
 */
from_day: Day, 
/**
 * Last day.
 */
to_day: Day, 
/**
 * Operations it posted.
 */
posted: number, 
/**
 * Lines that were operations from before.
 */
matched: number, 
/**
 * Came onto the account.
 */
in_minor: Money, 
/**
 * Went from it, ≥ 0.
 */
out_minor: Money, 
/**
 * It was taken back.
 */
reversed: boolean, };

/**
 * Why goods came in or went out (G2).
 */
export type StockKind = "receipt" | "sale" | "sale_return" | "use" | "write_off" | "stocktake" | "revaluation";

/**
 * Goods that came in (+) or went out (−).
 */
export type StockMovement = { 
/**
 * Which.
 */
movement_id: StockMovementId, 
/**
 * Why.
 */
kind: StockKind, 
/**
 * Business day.
 */
business_day: Day, 
/**
 * When.
 */
at: Timestamp, 
/**
 * By whom; empty for the program.
 */
by: string, 
/**
 * How much.
 */
quantity: Quantity, 
/**
 * What it is worth; `None` where the person may not see it.
 */
cost_minor: Money | null, 
/**
 * A word about it.
 */
note: string, };

/**
 * Goods that came in or went out.
 */
export type StockMovementId = string;

/**
 * Movements, latest first.
 */
export type StockMovementList = { 
/**
 * Them.
 */
movements: Array<StockMovement>, };

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
 * Asks what to propose for a service with a client and a staff member.
 */
export type SuggestLine = { 
/**
 * Client, if known.
 */
client_id: ClientId | null, 
/**
 * Service.
 */
service_id: ServiceId, 
/**
 * Staff member.
 */
staff_id: StaffMemberId, };

/**
 * Takes money for a visit by one or several methods, and makes the receipt.
 */
export type TakePayment = { 
/**
 * For which visit.
 */
appointment_id: AppointmentId, 
/**
 * Other visits that are paid with it, by the same receipt; at most 20.
 */
with: Array<AppointmentId>, 
/**
 * 1–10 payments; together at most what remains of all the visits.
 */
payments: Array<PaymentLine>, 
/**
 * Whom the tips are for; together they make the tips of the payments.
 */
tips: Array<TipLine>, 
/**
 * `complete`: the visit is done too (its sale lines are posted); `keep`: only the money.
 */
after: AfterPayment, };

/**
 * The shelf was counted: the books follow the count.
 */
export type TakeStock = { 
/**
 * 1–200 lines, each product once.
 */
lines: Array<CountedLine>, 
/**
 * A word about it, ≤ 200.
 */
note: string, };

/**
 * Which tax a line bears. The word stays; the rate behind it changes by law on a date
 * (`adelante_domain::tax`).
 */
export type TaxCode = "none" | "base" | "reduced" | "reduced_2" | "reduced_3" | "zero" | "custom";

/**
 * The taxes to choose from.
 */
export type TaxList = { 
/**
 * The base rate first, 'none' last.
 */
taxes: Array<TaxRate>, 
/**
 * The salon's own, which services without one of their own bear.
 */
salon: TaxRate, };

/**
 * A tax with its rate of today.
 */
export type TaxRate = { 
/**
 * Its code, which stays when the rate changes.
 */
code: TaxCode, 
/**
 * Basis points.
 */
rate_bp: number, };

/**
 * The salon's tax system, one per receipt (54-FZ, tag 1055).
 */
export type TaxSystem = "osn" | "usn_income" | "usn_income_outcome" | "esn" | "patent";

/**
 * Opens the drawer to see whether it opens; nothing is recorded.
 */
export type TestDrawer = { 
/**
 * How, before it is saved.
 */
device: PrinterDevice, };

/**
 * Asks the chosen device whether it is there.
 */
export type TestFiscalDevice = Record<symbol, never>;

/**
 * Prints a test page.
 */
export type TestPrint = { 
/**
 * Name of a printer of the system; empty: the chosen one.
 */
printer: string, 
/**
 * How, before it is saved; none: as it is chosen.
 */
device: PrinterDevice | null, };

/**
 * Tier of a client by what was spent (H2).
 */
export type Tier = "bronze" | "silver" | "gold" | "platinum";

/**
 * A part of the month's base with the share of its tier.
 */
export type TierSlice = { 
/**
 * Part of the base.
 */
base_minor: Money, 
/**
 * Its share, basis points.
 */
rate_bp: number, 
/**
 * What that makes.
 */
amount_minor: Money, };

/**
 * Where a month stands on its tiers.
 */
export type TierState = { 
/**
 * First day of the month.
 */
month: Day, 
/**
 * Its base so far.
 */
base_minor: Money, 
/**
 * Share of the tier reached, basis points.
 */
rate_bp: number, 
/**
 * What reaching a tier changes.
 */
tier_way: TierWay, 
/**
 * The next tier, or `None`.
 */
next: PayTier | null, 
/**
 * Posted so far.
 */
accrued_minor: Money, 
/**
 * What the month comes to.
 */
due_minor: Money, 
/**
 * What the pay run will add or take.
 */
change_minor: Money, };

/**
 * What reaching a tier changes.
 */
export type TierWay = "from_zero" | "progressive";

/**
 * Rules of the till.
 */
export type TillRules = { 
/**
 * A receptionist counts the drawer without seeing what must lie in it.
 */
blind_count: boolean, 
/**
 * The highest discount a receptionist may give, basis points of the price (1 000: 10 %).
 */
receptionist_discount_bp: number, 
/**
 * Over or short by more than this needs a reason.
 */
difference_without_reason_minor: Money, 
/**
 * Clients earn points by what they pay and may pay with them.
 */
points: boolean, 
/**
 * A deposit goes back where the visit is called off at least so many hours before, 0–720.
 */
deposit_free_hours: number, 
/**
 * What becomes of a deposit when the visit is called off later.
 */
deposit_late: DepositEnd, 
/**
 * What becomes of a deposit when the client does not come.
 */
deposit_missed: DepositEnd, 
/**
 * The part of a deposit that is kept where only a part is, basis points (5 000: half).
 */
deposit_part_bp: number, 
/**
 * How much is taken a day of a certificate that another till has sold, while this device has
 * not synced that day; `None`: the product's limit for the currency.
 */
certificates_elsewhere_minor: Money | null, };

/**
 * A time off.
 */
export type TimeOff = { 
/**
 * Which.
 */
time_off_id: TimeOffId, 
/**
 * The fields.
 */
time_off: TimeOffFields, };

/**
 * The new time off.
 */
export type TimeOffAdded = { 
/**
 * Which.
 */
time_off_id: TimeOffId, 
/**
 * Visits that stand in it.
 */
affected: number, };

/**
 * What can be written of a time off or a blocked time.
 */
export type TimeOffFields = { 
/**
 * Whose; `None`: the whole salon is closed.
 */
staff_id: StaffMemberId | null, 
/**
 * From this date …
 */
from_day: Day, 
/**
 * … and minute …
 */
from_min: number, 
/**
 * … to this date …
 */
to_day: Day, 
/**
 * … and minute, ≤ 1440.
 */
to_min: number, 
/**
 * Why.
 */
kind: TimeOffKind, 
/**
 * A word about it, ≤ 200.
 */
note: string, };

/**
 * A stretch of time in which a staff member, or the salon, does not take visits.
 */
export type TimeOffId = string;

/**
 * Why somebody does not take visits.
 */
export type TimeOffKind = "vacation" | "sick" | "day_off" | "training" | "break" | "blocked";

/**
 * The changed time off.
 */
export type TimeOffUpdated = { 
/**
 * Visits that stand in it now.
 */
affected: number, };

/**
 * A moment in UTC, in milliseconds since 1970. For what happened.
 */
export type Timestamp = number;

/**
 * A tip for a staff member.
 */
export type TipLine = { 
/**
 * For whom.
 */
staff_id: StaffMemberId, 
/**
 * How much, > 0.
 */
amount_minor: Money, };

/**
 * Carries cash from this device's drawer to another register.
 */
export type TransferCash = { 
/**
 * To which.
 */
to_register_id: RegisterId, 
/**
 * How much, > 0 and at most what lies in the drawer.
 */
amount_minor: Money, 
/**
 * A word about it, ≤ 500.
 */
note: string, };

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
 * Changes the later visits of the series too: what was the same there becomes as here,
 * what differed stays; their dates and starts move as far as this one's.
 */
following: boolean, 
/**
 * As in booking.
 */
override_conflicts: boolean, };

/**
 * Changes an item of a bill that is not over.
 */
export type UpdateBillItem = { 
/**
 * Which.
 */
line_id: AppointmentServiceId, 
/**
 * How much, > 0; one of everything but goods.
 */
quantity: Quantity, 
/**
 * Price of the whole line, without a discount; `None`: as it is, the same a unit where the quantity changes.
 */
price_minor: Money | null, 
/**
 * The list's price again, whatever it has of its own.
 */
by_list: boolean, 
/**
 * Who sold it.
 */
seller_id: StaffMemberId | null, };

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
 * Renames a register.
 */
export type UpdateRegister = { 
/**
 * Which.
 */
register_id: RegisterId, 
/**
 * Name, 1–80.
 */
name: string, };

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
 * Changes a time off: whose, when, why.
 */
export type UpdateTimeOff = { 
/**
 * Which.
 */
time_off_id: TimeOffId, 
/**
 * As it shall be.
 */
time_off: TimeOffFields, };

/**
 * Changes a wish.
 */
export type UpdateWaitlistEntry = { 
/**
 * Which.
 */
entry_id: WaitlistEntryId, 
/**
 * The wish as it shall be.
 */
entry: WaitlistFields, };

/**
 * Chooses which of this device's registers is worked with.
 */
export type UseRegister = { 
/**
 * Which.
 */
register_id: RegisterId, };

/**
 * A client who usually comes then.
 */
export type UsualClient = { 
/**
 * Who.
 */
client_id: ClientId, 
/**
 * Name.
 */
client: string, 
/**
 * Main phone.
 */
phone: string, 
/**
 * How many of the last ten visits were then.
 */
visits: number, };

/**
 * Where the length or price proposed for a service comes from.
 */
export type ValueSource = "service" | "staff" | "client";

/**
 * VAT of a rate.
 */
export type VatTotal = { 
/**
 * Rate in basis points.
 */
vat_bp: number, 
/**
 * What was taken at that rate.
 */
amount_minor: Money, 
/**
 * VAT inside.
 */
vat_minor: Money, };

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
 * A coming visit with its risk.
 */
export type VisitAtRisk = { 
/**
 * Which.
 */
appointment_id: AppointmentId, 
/**
 * Client's name.
 */
client: string, 
/**
 * Client's main phone.
 */
phone: string, 
/**
 * Date.
 */
day: Day, 
/**
 * Start.
 */
start_min: number, 
/**
 * End.
 */
end_min: number, 
/**
 * With whom (first service).
 */
staff_id: StaffMemberId, 
/**
 * Services by name.
 */
services: Array<string>, 
/**
 * Where it stands.
 */
status: AppointmentStatus, 
/**
 * What would be lost: the sum of its services.
 */
total_minor: Money, 
/**
 * The desk has looked at it and lets it be.
 */
ignored: boolean, 
/**
 * Risk, 0–100.
 */
percent: number, 
/**
 * What makes it so, heaviest first.
 */
factors: Array<RiskWeight>, 
/**
 * What is not known.
 */
unknown: Array<RiskFactor>, };

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
 * The waitlist.
 */
export type Waitlist = { 
/**
 * Wishes, oldest first.
 */
entries: Array<WaitlistEntry>, };

/**
 * A wish on the waitlist.
 */
export type WaitlistEntry = { 
/**
 * Which.
 */
entry_id: WaitlistEntryId, 
/**
 * Whose.
 */
client_id: ClientId, 
/**
 * Client's name.
 */
client: string, 
/**
 * Client's main phone.
 */
phone: string, 
/**
 * Client's tier.
 */
tier: Tier, 
/**
 * The wish.
 */
entry: WaitlistFields, 
/**
 * Service's name.
 */
service: string, 
/**
 * Length of the service.
 */
duration_min: number, 
/**
 * Staff member's name, where one was asked for.
 */
staff: string, 
/**
 * Where it stands (an offer that ran out counts as waiting).
 */
state: WaitlistState, 
/**
 * The offered time, while it is held.
 */
offer: Offer | null, 
/**
 * Put on the list at.
 */
created_at: Timestamp, 
/**
 * Last offer made at.
 */
notified_at: Timestamp | null, };

/**
 * The new wish.
 */
export type WaitlistEntryAdded = { 
/**
 * Which.
 */
entry_id: WaitlistEntryId, };

/**
 * A wish on the waitlist.
 */
export type WaitlistEntryId = string;

/**
 * What can be written of a wish.
 */
export type WaitlistFields = { 
/**
 * Service.
 */
service_id: ServiceId, 
/**
 * With whom; `None`: anyone.
 */
staff_id: StaffMemberId | null, 
/**
 * Not before this date; `None`: from today.
 */
from_day: Day | null, 
/**
 * Not after this date; `None`: any.
 */
to_day: Day | null, 
/**
 * Part of the day.
 */
part: PartOfDay, 
/**
 * Note, ≤ 500.
 */
note: string, };

/**
 * A wish that fits.
 */
export type WaitlistMatch = { 
/**
 * The wish.
 */
entry: WaitlistEntry, 
/**
 * Where it would start.
 */
start_min: number, 
/**
 * Why it stands here in the order.
 */
reasons: Array<MatchReason>, };

/**
 * Who fits.
 */
export type WaitlistMatches = { 
/**
 * Wishes, best first.
 */
matches: Array<WaitlistMatch>, 
/**
 * Clients without a wish who usually come at this weekday and time.
 */
usual: Array<UsualClient>, };

/**
 * Where a wish on the waitlist stands.
 */
export type WaitlistState = "waiting" | "offered" | "booked" | "closed";

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

/**
 * What a past period would have cost.
 */
export type WhatIf = { 
/**
 * By person, in the calendar's order.
 */
people: Array<WhatIfRow>, 
/**
 * As it was.
 */
was_minor: Money, 
/**
 * As it would be.
 */
would_minor: Money, 
/**
 * Would be less was.
 */
difference_minor: Money, };

/**
 * Asks what a past period would have cost under other rules. Nothing is stored.
 */
export type WhatIfCommissions = { 
/**
 * First business day.
 */
from_day: Day, 
/**
 * Last one, at most a year later.
 */
to_day: Day, 
/**
 * All rules to count with, ≤ 200; each from the day that it says.
 */
rules: Array<CommissionRuleFields>, };

/**
 * What one person would have earned.
 */
export type WhatIfRow = { 
/**
 * Who.
 */
staff_id: StaffMemberId, 
/**
 * Name.
 */
staff: string, 
/**
 * As it was, with what tiers come to.
 */
was_minor: Money, 
/**
 * As it would be.
 */
would_minor: Money, 
/**
 * Would be less was.
 */
difference_minor: Money, };

/**
 * Writes goods off: broken, spoilt, lost.
 */
export type WriteOffGoods = { 
/**
 * Which.
 */
product_id: ProductId, 
/**
 * How much, > 0.
 */
quantity: Quantity, 
/**
 * Why, 1–200.
 */
reason: string, };

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
  set_staff_offer: { kind: "mutation"; input: SetStaffOffer; output: Done };
  list_staff_offers: { kind: "query"; input: ListStaffOffers; output: StaffOfferList };
  remember_for_client: { kind: "mutation"; input: RememberForClient; output: Done };
  suggest_line: { kind: "query"; input: SuggestLine; output: LineSuggestion };
  set_shift_pattern: { kind: "mutation"; input: SetShiftPattern; output: Done };
  retire_shift_pattern: { kind: "mutation"; input: RetireShiftPattern; output: Done };
  set_schedule_days: { kind: "mutation"; input: SetScheduleDays; output: Done };
  add_time_off: { kind: "mutation"; input: AddTimeOff; output: TimeOffAdded };
  update_time_off: { kind: "mutation"; input: UpdateTimeOff; output: TimeOffUpdated };
  retire_time_off: { kind: "mutation"; input: RetireTimeOff; output: Done };
  get_schedule: { kind: "query"; input: GetSchedule; output: Schedule };
  save_resource: { kind: "mutation"; input: SaveResource; output: ResourceSaved };
  retire_resource: { kind: "mutation"; input: RetireResource; output: Done };
  list_resources: { kind: "query"; input: ListResources; output: ResourceList };
  set_calendar_rules: { kind: "mutation"; input: SetCalendarRules; output: Done };
  get_calendar_rules: { kind: "query"; input: GetCalendarRules; output: CalendarRules };
  create_salon: { kind: "mutation"; input: CreateSalon; output: Done };
  update_salon: { kind: "mutation"; input: UpdateSalon; output: Done };
  get_salon: { kind: "query"; input: GetSalon; output: Salon };
  list_countries: { kind: "query"; input: ListCountries; output: CountryList };
  set_receipt_template: { kind: "mutation"; input: SetReceiptTemplate; output: Done };
  get_receipt_template: { kind: "query"; input: GetReceiptTemplate; output: ReceiptTemplate };
  book_appointment: { kind: "mutation"; input: BookAppointment; output: AppointmentBooked };
  update_appointment: { kind: "mutation"; input: UpdateAppointment; output: Done };
  move_appointment: { kind: "mutation"; input: MoveAppointment; output: Done };
  set_appointment_status: { kind: "mutation"; input: SetAppointmentStatus; output: Done };
  get_appointment: { kind: "query"; input: GetAppointment; output: Appointment };
  get_day: { kind: "query"; input: GetDay; output: DayView };
  find_slots: { kind: "query"; input: FindSlots; output: SlotsFound };
  check_booking: { kind: "query"; input: CheckBooking; output: BookingChecked };
  parse_booking: { kind: "query"; input: ParseBooking; output: ParsedBooking };
  get_days: { kind: "query"; input: GetDays; output: DaysView };
  get_month: { kind: "query"; input: GetMonth; output: MonthView };
  list_appointments: { kind: "query"; input: ListAppointments; output: AppointmentList };
  preview_series: { kind: "query"; input: PreviewSeries; output: SeriesPreview };
  book_series: { kind: "mutation"; input: BookSeries; output: SeriesBooked };
  save_group_event: { kind: "mutation"; input: SaveGroupEvent; output: GroupEventSaved };
  retire_group_event: { kind: "mutation"; input: RetireGroupEvent; output: Done };
  plan_absence: { kind: "query"; input: PlanAbsence; output: AbsencePlan };
  rearrange_appointments: { kind: "mutation"; input: RearrangeAppointments; output: Done };
  set_to_call: { kind: "mutation"; input: SetToCall; output: Done };
  set_risk_ignored: { kind: "mutation"; input: SetRiskIgnored; output: Done };
  list_at_risk: { kind: "query"; input: ListAtRisk; output: AtRiskList };
  add_to_waitlist: { kind: "mutation"; input: AddToWaitlist; output: WaitlistEntryAdded };
  update_waitlist_entry: { kind: "mutation"; input: UpdateWaitlistEntry; output: Done };
  close_waitlist_entry: { kind: "mutation"; input: CloseWaitlistEntry; output: Done };
  offer_slot: { kind: "mutation"; input: OfferSlot; output: SlotOffered };
  decline_offer: { kind: "mutation"; input: DeclineOffer; output: Done };
  list_waitlist: { kind: "query"; input: ListWaitlist; output: Waitlist };
  match_waitlist: { kind: "query"; input: MatchWaitlist; output: WaitlistMatches };
  save_standing_order: { kind: "mutation"; input: SaveStandingOrder; output: StandingOrderSaved };
  retire_standing_order: { kind: "mutation"; input: RetireStandingOrder; output: Done };
  make_standing_visits: { kind: "mutation"; input: MakeStandingVisits; output: StandingVisitsMade };
  list_standing_orders: { kind: "query"; input: ListStandingOrders; output: StandingOrderList };
  save_product: { kind: "mutation"; input: SaveProduct; output: ProductSaved };
  retire_product: { kind: "mutation"; input: RetireProduct; output: Done };
  list_products: { kind: "query"; input: ListProducts; output: ProductList };
  receive_goods: { kind: "mutation"; input: ReceiveGoods; output: GoodsMoved };
  write_off_goods: { kind: "mutation"; input: WriteOffGoods; output: GoodsMoved };
  take_stock: { kind: "mutation"; input: TakeStock; output: GoodsMoved };
  list_stock_movements: { kind: "query"; input: ListStockMovements; output: StockMovementList };
  start_sale: { kind: "mutation"; input: StartSale; output: SaleStarted };
  drop_sale: { kind: "mutation"; input: DropSale; output: Done };
  add_product: { kind: "mutation"; input: AddProduct; output: ItemAdded };
  update_bill_item: { kind: "mutation"; input: UpdateBillItem; output: Done };
  remove_bill_item: { kind: "mutation"; input: RemoveBillItem; output: Done };
  add_certificate: { kind: "mutation"; input: AddCertificate; output: ItemAdded };
  add_top_up: { kind: "mutation"; input: AddTopUp; output: ItemAdded };
  add_package: { kind: "mutation"; input: AddPackage; output: ItemAdded };
  save_package_offer: { kind: "mutation"; input: SavePackageOffer; output: PackageOfferSaved };
  retire_package_offer: { kind: "mutation"; input: RetirePackageOffer; output: Done };
  list_package_offers: { kind: "query"; input: ListPackageOffers; output: PackageOfferList };
  freeze_package: { kind: "mutation"; input: FreezePackage; output: Done };
  extend_package: { kind: "mutation"; input: ExtendPackage; output: Done };
  find_certificate: { kind: "query"; input: FindCertificate; output: Certificate };
  list_certificates: { kind: "query"; input: ListCertificates; output: CertificateList };
  end_promises: { kind: "mutation"; input: EndPromises; output: PromisesEnded };
  get_client_credits: { kind: "query"; input: GetClientCredits; output: ClientCredits };
  open_shift: { kind: "mutation"; input: OpenShift; output: ShiftOpened };
  close_shift: { kind: "mutation"; input: CloseShift; output: ShiftClosed };
  move_cash: { kind: "mutation"; input: MoveCash; output: CashMoved };
  transfer_cash: { kind: "mutation"; input: TransferCash; output: CashMoved };
  reverse_cash_movement: { kind: "mutation"; input: ReverseCashMovement; output: CashMoved };
  open_drawer: { kind: "mutation"; input: OpenDrawer; output: Done };
  save_cash_category: { kind: "mutation"; input: SaveCashCategory; output: CashCategorySaved };
  retire_cash_category: { kind: "mutation"; input: RetireCashCategory; output: Done };
  list_cash_categories: { kind: "query"; input: ListCashCategories; output: CashCategoryList };
  list_registers: { kind: "query"; input: ListRegisters; output: RegisterList };
  update_register: { kind: "mutation"; input: UpdateRegister; output: Done };
  add_register: { kind: "mutation"; input: AddRegister; output: RegisterAdded };
  retire_register: { kind: "mutation"; input: RetireRegister; output: Done };
  set_till_rules: { kind: "mutation"; input: SetTillRules; output: Done };
  get_till_rules: { kind: "query"; input: GetTillRules; output: TillRules };
  get_close_checklist: { kind: "query"; input: GetCloseChecklist; output: CloseChecklist };
  get_shift_report: { kind: "query"; input: GetShiftReport; output: ShiftReport };
  set_discount: { kind: "mutation"; input: SetDiscount; output: Done };
  list_discounts: { kind: "query"; input: ListDiscounts; output: DiscountList };
  list_price_changes: { kind: "query"; input: ListPriceChanges; output: PriceChangeList };
  get_discount_effect: { kind: "query"; input: GetDiscountEffect; output: DiscountEffect };
  take_payment: { kind: "mutation"; input: TakePayment; output: PaymentTaken };
  void_receipt: { kind: "mutation"; input: VoidReceipt; output: ReceiptVoided };
  refund_receipt: { kind: "mutation"; input: RefundReceipt; output: ReceiptRefunded };
  get_refundable: { kind: "query"; input: GetRefundable; output: Refundable };
  get_deposit: { kind: "query"; input: GetDeposit; output: Deposit };
  list_deposits: { kind: "query"; input: ListDeposits; output: DepositList };
  get_checkout: { kind: "query"; input: GetCheckout; output: Checkout };
  get_shift: { kind: "query"; input: GetShift; output: CurrentShift };
  list_shifts: { kind: "query"; input: ListShifts; output: ShiftList };
  get_receipt: { kind: "query"; input: GetReceipt; output: Receipt };
  list_receipts: { kind: "query"; input: ListReceipts; output: ReceiptList };
  save_bank_account: { kind: "mutation"; input: SaveBankAccount; output: BankAccountSaved };
  retire_bank_account: { kind: "mutation"; input: RetireBankAccount; output: Done };
  save_counterparty: { kind: "mutation"; input: SaveCounterparty; output: CounterpartySaved };
  retire_counterparty: { kind: "mutation"; input: RetireCounterparty; output: Done };
  list_counterparties: { kind: "query"; input: ListCounterparties; output: CounterpartyList };
  list_money_places: { kind: "query"; input: ListMoneyPlaces; output: MoneyPlaceList };
  set_method_terms: { kind: "mutation"; input: SetMethodTerms; output: Done };
  list_method_terms: { kind: "query"; input: ListMethodTerms; output: MethodTermsList };
  record_operation: { kind: "mutation"; input: RecordOperation; output: OperationRecorded };
  reverse_operation: { kind: "mutation"; input: ReverseOperation; output: OperationRecorded };
  list_operations: { kind: "query"; input: ListOperations; output: OperationList };
  post_opening_balances: { kind: "mutation"; input: PostOpeningBalances; output: OpeningPosted };
  reverse_opening_balances: { kind: "mutation"; input: ReverseOpeningBalances; output: OpeningPosted };
  list_opening_balances: { kind: "query"; input: ListOpeningBalances; output: OpeningList };
  get_profit_and_loss: { kind: "query"; input: GetProfitAndLoss; output: ProfitAndLoss };
  get_cash_flow: { kind: "query"; input: GetCashFlow; output: CashFlow };
  get_balance: { kind: "query"; input: GetBalance; output: BalanceSheet };
  list_entries: { kind: "query"; input: ListEntries; output: EntryList };
  match_statement: { kind: "query"; input: MatchStatement; output: StatementMatched };
  import_statement: { kind: "mutation"; input: ImportStatement; output: StatementImported };
  reverse_statement: { kind: "mutation"; input: ReverseStatement; output: Done };
  list_statements: { kind: "query"; input: ListStatements; output: StatementList };
  list_taxes: { kind: "query"; input: ListTaxes; output: TaxList };
  get_fiscal_status: { kind: "query"; input: GetFiscalStatus; output: FiscalStatus };
  list_fiscal_documents: { kind: "query"; input: ListFiscalDocuments; output: FiscalDocumentList };
  save_commission_rule: { kind: "mutation"; input: SaveCommissionRule; output: CommissionRuleSaved };
  retire_commission_rule: { kind: "mutation"; input: RetireCommissionRule; output: Done };
  set_pay_rate: { kind: "mutation"; input: SetPayRate; output: Done };
  set_assistants: { kind: "mutation"; input: SetAssistants; output: Done };
  confirm_pay_run: { kind: "mutation"; input: ConfirmPayRun; output: PayRunConfirmed };
  cancel_pay_run: { kind: "mutation"; input: CancelPayRun; output: Done };
  pay_staff: { kind: "mutation"; input: PayStaff; output: StaffPaid };
  reverse_staff_payment: { kind: "mutation"; input: ReverseStaffPayment; output: StaffPaid };
  get_pay_rules: { kind: "query"; input: GetPayRules; output: PayRules };
  get_earnings: { kind: "query"; input: GetEarnings; output: Earnings };
  list_earnings: { kind: "query"; input: ListEarnings; output: EarningsList };
  list_assistants: { kind: "query"; input: ListAssistants; output: AssistantList };
  preview_pay_run: { kind: "query"; input: PreviewPayRun; output: PayRunPreview };
  list_pay_runs: { kind: "query"; input: ListPayRuns; output: PayRunList };
  get_pay_run: { kind: "query"; input: GetPayRun; output: PayRun };
  what_if_commissions: { kind: "query"; input: WhatIfCommissions; output: WhatIf };
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
  use_register: { kind: "local"; input: UseRegister; output: Done };
  read_import: { kind: "host"; input: ReadImport; output: ImportPreview };
  map_import: { kind: "host"; input: MapImport; output: ImportPreview };
  run_import: { kind: "host"; input: RunImport; output: ImportReport };
  get_import_progress: { kind: "host"; input: ImportProgress; output: ImportState };
  save_import_rejects: { kind: "host"; input: ImportProgress; output: FileOut };
  export_clients: { kind: "host"; input: ExportClients; output: FileOut };
  read_statement: { kind: "host"; input: ReadStatement; output: StatementRead };
  preview_receipt: { kind: "host"; input: PreviewReceipt; output: Pages };
  print_receipt: { kind: "host"; input: PrintReceipt; output: Printed };
  save_receipt: { kind: "host"; input: SaveReceipt; output: FileOut };
  save_price_changes: { kind: "host"; input: SavePriceChanges; output: FileOut };
  preview_certificate: { kind: "host"; input: PaperCertificate; output: Pages };
  print_certificate: { kind: "host"; input: PaperCertificate; output: Printed };
  save_certificate: { kind: "host"; input: PaperCertificate; output: FileOut };
  save_payroll_sheet: { kind: "host"; input: SavePayrollSheet; output: FileOut };
  list_printers: { kind: "host"; input: Nothing; output: PrinterList };
  choose_printer: { kind: "host"; input: ChoosePrinter; output: Done };
  test_print: { kind: "host"; input: TestPrint; output: Printed };
  choose_fiscal_device: { kind: "host"; input: ChooseFiscalDevice; output: Done };
  test_fiscal_device: { kind: "host"; input: TestFiscalDevice; output: FiscalTested };
  retry_fiscal: { kind: "host"; input: RetryFiscal; output: Done };
  set_simulated_fault: { kind: "host"; input: SetSimulatedFault; output: Done };
  test_drawer: { kind: "host"; input: TestDrawer; output: Done };
  list_print_jobs: { kind: "host"; input: Nothing; output: PrintQueue };
  retry_print_job: { kind: "host"; input: PrintJobRef; output: Done };
  discard_print_job: { kind: "host"; input: PrintJobRef; output: Done };
  preview_shift_report: { kind: "host"; input: PaperShiftReport; output: Pages };
  print_shift_report: { kind: "host"; input: PaperShiftReport; output: Printed };
  save_shift_report: { kind: "host"; input: PaperShiftReport; output: FileOut };
  preview_receipt_template: { kind: "host"; input: PreviewTemplate; output: Pages };
  read_logo: { kind: "host"; input: ReadLogo; output: Logo };
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
  set_staff_offer: "mutation",
  list_staff_offers: "query",
  remember_for_client: "mutation",
  suggest_line: "query",
  set_shift_pattern: "mutation",
  retire_shift_pattern: "mutation",
  set_schedule_days: "mutation",
  add_time_off: "mutation",
  update_time_off: "mutation",
  retire_time_off: "mutation",
  get_schedule: "query",
  save_resource: "mutation",
  retire_resource: "mutation",
  list_resources: "query",
  set_calendar_rules: "mutation",
  get_calendar_rules: "query",
  create_salon: "mutation",
  update_salon: "mutation",
  get_salon: "query",
  list_countries: "query",
  set_receipt_template: "mutation",
  get_receipt_template: "query",
  book_appointment: "mutation",
  update_appointment: "mutation",
  move_appointment: "mutation",
  set_appointment_status: "mutation",
  get_appointment: "query",
  get_day: "query",
  find_slots: "query",
  check_booking: "query",
  parse_booking: "query",
  get_days: "query",
  get_month: "query",
  list_appointments: "query",
  preview_series: "query",
  book_series: "mutation",
  save_group_event: "mutation",
  retire_group_event: "mutation",
  plan_absence: "query",
  rearrange_appointments: "mutation",
  set_to_call: "mutation",
  set_risk_ignored: "mutation",
  list_at_risk: "query",
  add_to_waitlist: "mutation",
  update_waitlist_entry: "mutation",
  close_waitlist_entry: "mutation",
  offer_slot: "mutation",
  decline_offer: "mutation",
  list_waitlist: "query",
  match_waitlist: "query",
  save_standing_order: "mutation",
  retire_standing_order: "mutation",
  make_standing_visits: "mutation",
  list_standing_orders: "query",
  save_product: "mutation",
  retire_product: "mutation",
  list_products: "query",
  receive_goods: "mutation",
  write_off_goods: "mutation",
  take_stock: "mutation",
  list_stock_movements: "query",
  start_sale: "mutation",
  drop_sale: "mutation",
  add_product: "mutation",
  update_bill_item: "mutation",
  remove_bill_item: "mutation",
  add_certificate: "mutation",
  add_top_up: "mutation",
  add_package: "mutation",
  save_package_offer: "mutation",
  retire_package_offer: "mutation",
  list_package_offers: "query",
  freeze_package: "mutation",
  extend_package: "mutation",
  find_certificate: "query",
  list_certificates: "query",
  end_promises: "mutation",
  get_client_credits: "query",
  open_shift: "mutation",
  close_shift: "mutation",
  move_cash: "mutation",
  transfer_cash: "mutation",
  reverse_cash_movement: "mutation",
  open_drawer: "mutation",
  save_cash_category: "mutation",
  retire_cash_category: "mutation",
  list_cash_categories: "query",
  list_registers: "query",
  update_register: "mutation",
  add_register: "mutation",
  retire_register: "mutation",
  set_till_rules: "mutation",
  get_till_rules: "query",
  get_close_checklist: "query",
  get_shift_report: "query",
  set_discount: "mutation",
  list_discounts: "query",
  list_price_changes: "query",
  get_discount_effect: "query",
  take_payment: "mutation",
  void_receipt: "mutation",
  refund_receipt: "mutation",
  get_refundable: "query",
  get_deposit: "query",
  list_deposits: "query",
  get_checkout: "query",
  get_shift: "query",
  list_shifts: "query",
  get_receipt: "query",
  list_receipts: "query",
  save_bank_account: "mutation",
  retire_bank_account: "mutation",
  save_counterparty: "mutation",
  retire_counterparty: "mutation",
  list_counterparties: "query",
  list_money_places: "query",
  set_method_terms: "mutation",
  list_method_terms: "query",
  record_operation: "mutation",
  reverse_operation: "mutation",
  list_operations: "query",
  post_opening_balances: "mutation",
  reverse_opening_balances: "mutation",
  list_opening_balances: "query",
  get_profit_and_loss: "query",
  get_cash_flow: "query",
  get_balance: "query",
  list_entries: "query",
  match_statement: "query",
  import_statement: "mutation",
  reverse_statement: "mutation",
  list_statements: "query",
  list_taxes: "query",
  get_fiscal_status: "query",
  list_fiscal_documents: "query",
  save_commission_rule: "mutation",
  retire_commission_rule: "mutation",
  set_pay_rate: "mutation",
  set_assistants: "mutation",
  confirm_pay_run: "mutation",
  cancel_pay_run: "mutation",
  pay_staff: "mutation",
  reverse_staff_payment: "mutation",
  get_pay_rules: "query",
  get_earnings: "query",
  list_earnings: "query",
  list_assistants: "query",
  preview_pay_run: "query",
  list_pay_runs: "query",
  get_pay_run: "query",
  what_if_commissions: "query",
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
  use_register: "local",
  read_import: "host",
  map_import: "host",
  run_import: "host",
  get_import_progress: "host",
  save_import_rejects: "host",
  export_clients: "host",
  read_statement: "host",
  preview_receipt: "host",
  print_receipt: "host",
  save_receipt: "host",
  save_price_changes: "host",
  preview_certificate: "host",
  print_certificate: "host",
  save_certificate: "host",
  save_payroll_sheet: "host",
  list_printers: "host",
  choose_printer: "host",
  test_print: "host",
  choose_fiscal_device: "host",
  test_fiscal_device: "host",
  retry_fiscal: "host",
  set_simulated_fault: "host",
  test_drawer: "host",
  list_print_jobs: "host",
  retry_print_job: "host",
  discard_print_job: "host",
  preview_shift_report: "host",
  print_shift_report: "host",
  save_shift_report: "host",
  preview_receipt_template: "host",
  read_logo: "host",
  list_backups: "host",
  make_backup: "host",
  set_backup_folder: "host",
  restore_backup: "host",
  enter_database_key: "host",
  start_practice: "host",
  stop_practice: "host",
  verify: "host",
} as const;
