//! The command table: every command once, with what goes in and what comes out.
//!
//! `mutation`: changes the salon; goes through the write door and needs a request id.
//! `query`: reads. `local`: engine state of this device (sessions, PINs, wizard), not synced.
//! `host`: done by the program around the engine (files, printers, backups).

/// Hands the whole table to a macro. Add a command here first; then the compiler and the
/// generic tests say what is missing (see docs/howto/add-a-command.md).
#[macro_export]
macro_rules! with_commands {
    ($callback:ident) => {
        $callback! {
            // Clients
            mutation create_client(CreateClient) -> ClientCreated;
            mutation update_client(UpdateClient) -> Done;
            mutation retire_client(RetireClient) -> Done;
            mutation restore_client(RestoreClient) -> Done;
            mutation import_clients(ImportClients) -> ImportReport;
            query get_client(GetClient) -> ClientCard;
            query search_clients(SearchClients) -> ClientsFound;
            query list_clients(ListClients) -> ClientPage;

            // Staff and services
            mutation create_staff_member(CreateStaffMember) -> StaffMemberCreated;
            mutation update_staff_member(UpdateStaffMember) -> Done;
            mutation retire_staff_member(RetireStaffMember) -> Done;
            mutation set_work_hours(SetWorkHours) -> Done;
            query list_staff(ListStaff) -> StaffList;
            mutation create_services(CreateServices) -> ServicesCreated;
            mutation update_service(UpdateService) -> Done;
            mutation retire_service(RetireService) -> Done;
            query list_services(ListServices) -> ServiceList;
            query get_starter_services(GetStarterServices) -> StarterServices;

            mutation set_staff_offer(SetStaffOffer) -> Done;
            query list_staff_offers(ListStaffOffers) -> StaffOfferList;
            mutation remember_for_client(RememberForClient) -> Done;
            query suggest_line(SuggestLine) -> LineSuggestion;

            // Schedules, rooms and equipment
            mutation set_shift_pattern(SetShiftPattern) -> Done;
            mutation retire_shift_pattern(RetireShiftPattern) -> Done;
            mutation set_schedule_days(SetScheduleDays) -> Done;
            mutation add_time_off(AddTimeOff) -> TimeOffAdded;
            mutation update_time_off(UpdateTimeOff) -> TimeOffUpdated;
            mutation retire_time_off(RetireTimeOff) -> Done;
            query get_schedule(GetSchedule) -> Schedule;
            mutation save_resource(SaveResource) -> ResourceSaved;
            mutation retire_resource(RetireResource) -> Done;
            query list_resources(ListResources) -> ResourceList;
            mutation set_calendar_rules(SetCalendarRules) -> Done;
            query get_calendar_rules(GetCalendarRules) -> CalendarRules;

            // Salon
            mutation create_salon(CreateSalon) -> Done;
            mutation update_salon(UpdateSalon) -> Done;
            query get_salon(GetSalon) -> Salon;
            query list_countries(ListCountries) -> CountryList;
            mutation set_receipt_template(SetReceiptTemplate) -> Done;
            query get_receipt_template(GetReceiptTemplate) -> ReceiptTemplate;

            // Calendar
            mutation book_appointment(BookAppointment) -> AppointmentBooked;
            mutation update_appointment(UpdateAppointment) -> Done;
            mutation move_appointment(MoveAppointment) -> Done;
            mutation set_appointment_status(SetAppointmentStatus) -> Done;
            query get_appointment(GetAppointment) -> Appointment;
            query get_day(GetDay) -> DayView;
            query find_slots(FindSlots) -> SlotsFound;
            query check_booking(CheckBooking) -> BookingChecked;
            query parse_booking(ParseBooking) -> ParsedBooking;
            query get_days(GetDays) -> DaysView;
            query get_month(GetMonth) -> MonthView;
            query list_appointments(ListAppointments) -> AppointmentList;
            query preview_series(PreviewSeries) -> SeriesPreview;
            mutation book_series(BookSeries) -> SeriesBooked;
            mutation save_group_event(SaveGroupEvent) -> GroupEventSaved;
            mutation retire_group_event(RetireGroupEvent) -> Done;
            query plan_absence(PlanAbsence) -> AbsencePlan;
            mutation rearrange_appointments(RearrangeAppointments) -> Done;
            mutation set_to_call(SetToCall) -> Done;
            mutation set_risk_ignored(SetRiskIgnored) -> Done;
            query list_at_risk(ListAtRisk) -> AtRiskList;

            // Waitlist and standing orders
            mutation add_to_waitlist(AddToWaitlist) -> WaitlistEntryAdded;
            mutation update_waitlist_entry(UpdateWaitlistEntry) -> Done;
            mutation close_waitlist_entry(CloseWaitlistEntry) -> Done;
            mutation offer_slot(OfferSlot) -> SlotOffered;
            mutation decline_offer(DeclineOffer) -> Done;
            query list_waitlist(ListWaitlist) -> Waitlist;
            query match_waitlist(MatchWaitlist) -> WaitlistMatches;
            mutation save_standing_order(SaveStandingOrder) -> StandingOrderSaved;
            mutation retire_standing_order(RetireStandingOrder) -> Done;
            mutation make_standing_visits(MakeStandingVisits) -> StandingVisitsMade;
            query list_standing_orders(ListStandingOrders) -> StandingOrderList;

            // Goods and bills
            mutation save_product(SaveProduct) -> ProductSaved;
            mutation retire_product(RetireProduct) -> Done;
            query list_products(ListProducts) -> ProductList;
            mutation receive_goods(ReceiveGoods) -> GoodsMoved;
            mutation write_off_goods(WriteOffGoods) -> GoodsMoved;
            mutation take_stock(TakeStock) -> GoodsMoved;
            query list_stock_movements(ListStockMovements) -> StockMovementList;
            mutation start_sale(StartSale) -> SaleStarted;
            mutation drop_sale(DropSale) -> Done;
            mutation add_product(AddProduct) -> ItemAdded;
            mutation update_bill_item(UpdateBillItem) -> Done;
            mutation remove_bill_item(RemoveBillItem) -> Done;
            mutation add_certificate(AddCertificate) -> ItemAdded;
            mutation add_top_up(AddTopUp) -> ItemAdded;
            mutation add_package(AddPackage) -> ItemAdded;
            mutation save_package_offer(SavePackageOffer) -> PackageOfferSaved;
            mutation retire_package_offer(RetirePackageOffer) -> Done;
            query list_package_offers(ListPackageOffers) -> PackageOfferList;
            mutation freeze_package(FreezePackage) -> Done;
            mutation extend_package(ExtendPackage) -> Done;
            query find_certificate(FindCertificate) -> Certificate;
            query list_certificates(ListCertificates) -> CertificateList;
            mutation end_promises(EndPromises) -> PromisesEnded;
            query get_client_credits(GetClientCredits) -> ClientCredits;

            // Money
            mutation open_shift(OpenShift) -> ShiftOpened;
            mutation close_shift(CloseShift) -> ShiftClosed;
            mutation move_cash(MoveCash) -> CashMoved;
            mutation transfer_cash(TransferCash) -> CashMoved;
            mutation reverse_cash_movement(ReverseCashMovement) -> CashMoved;
            mutation open_drawer(OpenDrawer) -> Done;
            mutation save_cash_category(SaveCashCategory) -> CashCategorySaved;
            mutation retire_cash_category(RetireCashCategory) -> Done;
            query list_cash_categories(ListCashCategories) -> CashCategoryList;
            query list_registers(ListRegisters) -> RegisterList;
            mutation update_register(UpdateRegister) -> Done;
            mutation add_register(AddRegister) -> RegisterAdded;
            mutation retire_register(RetireRegister) -> Done;
            mutation set_till_rules(SetTillRules) -> Done;
            query get_till_rules(GetTillRules) -> TillRules;
            query get_close_checklist(GetCloseChecklist) -> CloseChecklist;
            query get_shift_report(GetShiftReport) -> ShiftReport;
            mutation set_discount(SetDiscount) -> Done;
            query list_discounts(ListDiscounts) -> DiscountList;
            query list_price_changes(ListPriceChanges) -> PriceChangeList;
            query get_discount_effect(GetDiscountEffect) -> DiscountEffect;
            mutation take_payment(TakePayment) -> PaymentTaken;
            mutation void_receipt(VoidReceipt) -> ReceiptVoided;
            mutation refund_receipt(RefundReceipt) -> ReceiptRefunded;
            query get_refundable(GetRefundable) -> Refundable;
            query get_deposit(GetDeposit) -> Deposit;
            query list_deposits(ListDeposits) -> DepositList;
            query get_checkout(GetCheckout) -> Checkout;
            query get_shift(GetShift) -> CurrentShift;
            query list_shifts(ListShifts) -> ShiftList;
            query get_receipt(GetReceipt) -> Receipt;
            query list_receipts(ListReceipts) -> ReceiptList;

            // Finance
            mutation save_bank_account(SaveBankAccount) -> BankAccountSaved;
            mutation retire_bank_account(RetireBankAccount) -> Done;
            mutation save_counterparty(SaveCounterparty) -> CounterpartySaved;
            mutation retire_counterparty(RetireCounterparty) -> Done;
            query list_counterparties(ListCounterparties) -> CounterpartyList;
            query list_money_places(ListMoneyPlaces) -> MoneyPlaceList;
            mutation set_method_terms(SetMethodTerms) -> Done;
            query list_method_terms(ListMethodTerms) -> MethodTermsList;
            mutation record_operation(RecordOperation) -> OperationRecorded;
            mutation reverse_operation(ReverseOperation) -> OperationRecorded;
            query list_operations(ListOperations) -> OperationList;
            mutation post_opening_balances(PostOpeningBalances) -> OpeningPosted;
            mutation reverse_opening_balances(ReverseOpeningBalances) -> OpeningPosted;
            query list_opening_balances(ListOpeningBalances) -> OpeningList;
            query get_profit_and_loss(GetProfitAndLoss) -> ProfitAndLoss;
            query get_cash_flow(GetCashFlow) -> CashFlow;
            query get_balance(GetBalance) -> BalanceSheet;
            query list_entries(ListEntries) -> EntryList;
            query match_statement(MatchStatement) -> StatementMatched;
            mutation import_statement(ImportStatement) -> StatementImported;
            mutation reverse_statement(ReverseStatement) -> Done;
            query list_statements(ListStatements) -> StatementList;
            // Taxes and fiscal documents
            query list_taxes(ListTaxes) -> TaxList;
            query get_fiscal_status(GetFiscalStatus) -> FiscalStatus;
            query list_fiscal_documents(ListFiscalDocuments) -> FiscalDocumentList;
            // Commissions and payroll
            mutation save_commission_rule(SaveCommissionRule) -> CommissionRuleSaved;
            mutation retire_commission_rule(RetireCommissionRule) -> Done;
            mutation set_pay_rate(SetPayRate) -> Done;
            mutation set_assistants(SetAssistants) -> Done;
            mutation confirm_pay_run(ConfirmPayRun) -> PayRunConfirmed;
            mutation cancel_pay_run(CancelPayRun) -> Done;
            mutation pay_staff(PayStaff) -> StaffPaid;
            mutation reverse_staff_payment(ReverseStaffPayment) -> StaffPaid;
            query get_pay_rules(GetPayRules) -> PayRules;
            query get_earnings(GetEarnings) -> Earnings;
            query list_earnings(ListEarnings) -> EarningsList;
            query list_assistants(ListAssistants) -> AssistantList;
            query preview_pay_run(PreviewPayRun) -> PayRunPreview;
            query list_pay_runs(ListPayRuns) -> PayRunList;
            query get_pay_run(GetPayRun) -> PayRun;
            query what_if_commissions(WhatIfCommissions) -> WhatIf;

            // History
            mutation undo(Undo) -> Undone;
            mutation redo(Redo) -> Undone;
            query list_undo(ListUndo) -> UndoList;
            query list_history(ListHistory) -> History;

            // People at the desk
            local get_app_state(GetAppState) -> AppState;
            local login(Login) -> Session;
            local logout(Logout) -> Done;
            local create_owner(CreateOwner) -> OwnerCreated;
            local set_pin(SetPin) -> Done;
            local reset_pin(ResetPin) -> PinReset;
            local set_setup_step(SetSetupStep) -> Done;
            local use_register(UseRegister) -> Done;

            // The program around the engine
            host read_import(ReadImport) -> ImportPreview;
            host map_import(MapImport) -> ImportPreview;
            host run_import(RunImport) -> ImportReport;
            host get_import_progress(ImportProgress) -> ImportState;
            host save_import_rejects(ImportProgress) -> FileOut;
            host export_clients(ExportClients) -> FileOut;
            host read_statement(ReadStatement) -> StatementRead;
            host preview_receipt(PreviewReceipt) -> Pages;
            host print_receipt(PrintReceipt) -> Printed;
            host save_receipt(SaveReceipt) -> FileOut;
            host save_price_changes(SavePriceChanges) -> FileOut;
            host preview_certificate(PaperCertificate) -> Pages;
            host print_certificate(PaperCertificate) -> Printed;
            host save_certificate(PaperCertificate) -> FileOut;
            host save_payroll_sheet(SavePayrollSheet) -> FileOut;
            host list_printers(Nothing) -> PrinterList;
            host choose_printer(ChoosePrinter) -> Done;
            host test_print(TestPrint) -> Printed;
            host choose_fiscal_device(ChooseFiscalDevice) -> Done;
            host test_fiscal_device(TestFiscalDevice) -> FiscalTested;
            host retry_fiscal(RetryFiscal) -> Done;
            host set_simulated_fault(SetSimulatedFault) -> Done;
            host test_drawer(TestDrawer) -> Done;
            host list_print_jobs(Nothing) -> PrintQueue;
            host retry_print_job(PrintJobRef) -> Done;
            host discard_print_job(PrintJobRef) -> Done;
            host preview_shift_report(PaperShiftReport) -> Pages;
            host print_shift_report(PaperShiftReport) -> Printed;
            host save_shift_report(PaperShiftReport) -> FileOut;
            host preview_receipt_template(PreviewTemplate) -> Pages;
            host read_logo(ReadLogo) -> Logo;
            host list_backups(Nothing) -> BackupList;
            host make_backup(MakeBackup) -> Backup;
            host set_backup_folder(SetBackupFolder) -> Done;
            host restore_backup(RestoreBackup) -> Done;
            host enter_database_key(EnterDatabaseKey) -> Done;
            host start_practice(Nothing) -> Done;
            host stop_practice(Nothing) -> Done;
            host verify(Nothing) -> Verified;
        }
    };
}

adelante_base::words! {
    /// Which part answers a command.
    CommandKind {
        /// Changes the salon through the write door.
        Mutation = "mutation",
        /// Reads.
        Query = "query",
        /// State of this device.
        Local = "local",
        /// The program around the engine.
        Host = "host",
    }
}

/// A command of the table.
#[derive(Debug, Clone, Copy)]
pub struct CommandInfo {
    /// Its name.
    pub name: &'static str,
    /// Which part answers it.
    pub kind: CommandKind,
    /// Name of the input type.
    pub input: &'static str,
    /// Name of the output type.
    pub output: &'static str,
}

macro_rules! command_infos {
    ($($kind:ident $name:ident($input:ident) -> $output:ident;)*) => {
        /// Every command, in the table's order.
        pub const COMMANDS: &[CommandInfo] = &[$(CommandInfo {
            name: stringify!($name),
            kind: command_infos!(@kind $kind),
            input: stringify!($input),
            output: stringify!($output),
        },)*];
    };
    (@kind mutation) => { CommandKind::Mutation };
    (@kind query) => { CommandKind::Query };
    (@kind local) => { CommandKind::Local };
    (@kind host) => { CommandKind::Host };
}
with_commands!(command_infos);

crate::dto! {
    /// One call, as it travels: over the desktop's one entry, over HTTP, from the command line.
    pub struct Call {
        /// Name of the command.
        pub command: String,
        /// Its input.
        #[serde(default)]
        #[ts(type = "unknown")]
        pub input: serde_json::Value,
        /// For mutations: chosen by the caller before it asks; ask again with the same one.
        #[serde(default)]
        pub request_id: Option<adelante_base::RequestId>,
        /// Who asks.
        #[serde(default)]
        pub session_id: Option<adelante_base::SessionId>,
    }

    /// Told to every window after a commit: what it shows of these topics is stale.
    pub struct Event {
        /// `stale`, `import_progress`, `session_ended`, `replaced` (another file was opened).
        pub kind: String,
        /// Topics: `clients`, `staff`, `services`, `salon`, `appointments`, `products`, `money`, `history`.
        /// Topics: `clients`, `staff`, `services`, `salon`, `appointments`, `money`, `history`, `printing`.
        pub topics: Vec<String>,
        /// Figures for progress: done.
        #[serde(default)]
        pub done: u32,
        /// Total.
        #[serde(default)]
        pub total: u32,
    }
}
