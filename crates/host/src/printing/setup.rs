//! The printer of this desk: what there is, what is chosen, whether it works.

use adelante_base::vocabulary::{Paper, PrinterKind};
use adelante_devices::{Printer as _, SystemPrinters};
use adelante_documents::TestPage;
use adelante_domain::permission::Permission;
use adelante_engine::Caller;
use adelante_engine::money::print::{DRAWER_ON_CASH, PRINT_AFTER_PAYMENT};
use adelante_store::local;
use adelante_wire::table::Call;
use adelante_wire::{
    ChoosePrinter, CommandError, Done, ErrorCode, Nothing, Printed, Printer, PrinterDevice, PrinterList, Salon,
    TestDrawer, TestPrint,
};

use super::format_of;
use super::output::Target;
use super::paper::Document;
use super::receipt::wall_time;
use crate::Desk;
use crate::desk::{State, ask, input};
use crate::errors::store_error;

/// More of one receipt is a slip of the finger.
const COPIES_MAX: u8 = 5;

impl Desk {
    pub(crate) fn list_printers(&self, call: &Call, caller: &Caller) -> Result<PrinterList, CommandError> {
        let Nothing {} = input(call)?;
        self.permit(call, caller, Permission::ReceiptsRead)?;
        // A PC without printing, or whose print server is off, has no printers; that is no error:
        // a receipt printer that is spoken to directly needs neither.
        let preferences = self.preferences();
        let printers = SystemPrinters::new().list().unwrap_or_default();
        let printer = |entry: adelante_devices::PrinterEntry| Printer {
            name: entry.name,
            default: entry.default,
            state: entry.state.as_str().to_owned(),
        };
        Ok(PrinterList {
            printers: printers.into_iter().map(printer).collect(),
            receipt_printer: preferences.receipt_printer,
            print_after_payment: self.prints_after_payment()?,
            device: preferences.device,
        })
    }

    pub(crate) fn choose_printer(&self, call: &Call, caller: &Caller) -> Result<Done, CommandError> {
        let ChoosePrinter { printer, print_after_payment, device } = input(call)?;
        self.permit(call, caller, Permission::Settings)?;
        let target = Target { device: checked(device)?, name: printer };
        let yes = |wanted| if wanted { "yes" } else { "no" };
        let by_itself = yes(print_after_payment && target.is_chosen());
        let drawer = yes(target.device.open_drawer && target.opens_drawer());
        self.prefer(|preferences| {
            preferences.receipt_printer = target.name;
            preferences.device = target.device;
        })?;
        let state = self.read();
        let store = state.engine()?.store();
        let kept = store.write_local(|connection| {
            local::set_preference(connection, PRINT_AFTER_PAYMENT, by_itself)?;
            local::set_preference(connection, DRAWER_ON_CASH, drawer)
        });
        kept.map_err(|error| store_error(&error, store.path()))?;
        Ok(Done {})
    }

    fn prints_after_payment(&self) -> Result<bool, CommandError> {
        let state = self.read();
        let store = state.engine()?.store();
        let chosen = store.read().and_then(|connection| local::preference(&connection, PRINT_AFTER_PAYMENT));
        Ok(chosen.map_err(|error| store_error(&error, store.path()))?.as_deref() == Some("yes"))
    }

    pub(crate) fn test_print(&self, call: &Call, caller: &Caller) -> Result<Printed, CommandError> {
        let wanted: TestPrint = input(call)?;
        self.permit(call, caller, Permission::Settings)?;
        let target = match wanted.device {
            Some(device) => Target { device: checked(device)?, name: wanted.printer },
            None => self.target(&wanted.printer)?,
        };
        if !target.is_chosen() {
            return Err(CommandError::new(ErrorCode::NoPrinter));
        }
        let page = {
            let state = self.read();
            let salon: Salon = ask(state.engine()?, call, caller, "get_salon", &Nothing {})?;
            let now = self.options.clock.now();
            TestPage {
                salon: salon.salon.name,
                printer: target.place(),
                at_text: wall_time(now, &salon.salon.zone),
                made_at: now,
                language: salon.salon.language,
            }
        };
        let _one_at_a_time = self.at_the_printer();
        let format = format_of(target.device.paper);
        target.print(&Document::Test(page), format, 1).map_err(|failed| failed.error)
    }

    pub(crate) fn test_drawer(&self, call: &Call, caller: &Caller) -> Result<Done, CommandError> {
        let TestDrawer { device } = input(call)?;
        self.permit(call, caller, Permission::Settings)?;
        let target = Target { device: checked(device)?, name: String::new() };
        let _one_at_a_time = self.at_the_printer();
        target.kick()?;
        Ok(Done {})
    }

    /// Whether a drawer hangs on this desk's printer, before its opening is recorded.
    pub(crate) fn drawer_is_there(&self) -> Result<(), CommandError> {
        let there = self.target("").is_ok_and(|target| target.opens_drawer());
        if there { Ok(()) } else { Err(CommandError::new(ErrorCode::NoDrawer)) }
    }

    /// Opens the drawer; practice leaves it shut.
    pub(crate) fn open_this_drawer(&self) -> Result<(), CommandError> {
        if matches!(&*self.read(), State::Practice { .. }) {
            return Ok(());
        }
        let target = self.target("")?;
        let _one_at_a_time = self.at_the_printer();
        target.kick()
    }
}

/// What can be kept: limits, and paper that the printer has.
fn checked(device: PrinterDevice) -> Result<PrinterDevice, CommandError> {
    let wrong = |field: &str| CommandError::new(ErrorCode::BadInput).with("field", field);
    if device.address.chars().count() > 120 || device.address.trim().contains(char::is_whitespace) {
        return Err(wrong("address"));
    }
    if device.path.chars().count() > 200 || device.path.contains(char::is_control) {
        return Err(wrong("path"));
    }
    if !(1..=COPIES_MAX).contains(&device.copies) {
        let range = CommandError::new(ErrorCode::OutOfRange).with("field", "copies");
        return Err(range.with("min", 1).with("max", COPIES_MAX));
    }
    if device.kind != PrinterKind::System && device.paper == Paper::A4 {
        return Err(wrong("paper"));
    }
    Ok(PrinterDevice { address: device.address.trim().to_owned(), path: device.path.trim().to_owned(), ..device })
}
