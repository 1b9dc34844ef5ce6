//! The payroll sheet of a pay run, as PDF and for Excel.

use adelante_base::Money;
use adelante_documents::excel::{ColumnKind, Value, write_table};
use adelante_documents::{Currency, PayrollRow, PayrollSheet, payroll_columns, payroll_sheet, payroll_title};
use adelante_engine::Caller;
use adelante_wire::table::Call;
use adelante_wire::{CommandError, ErrorCode, FileOut, GetPayRun, Nothing, PayRun, PaySlip, Salon, SavePayrollSheet};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::Desk;
use crate::desk::{ask, input, internal};
use crate::export::XLSX;
use crate::printing::document_error;
use crate::printing::receipt::wall_time;

impl Desk {
    pub(crate) fn save_payroll_sheet(&self, call: &Call, caller: &Caller) -> Result<FileOut, CommandError> {
        let SavePayrollSheet { pay_run_id, format } = input(call)?;
        let state = self.read();
        let engine = state.engine()?;
        // The engine checks who may see it.
        let run: PayRun = ask(engine, call, caller, "get_pay_run", &GetPayRun { pay_run_id })?;
        let salon: Salon = ask(engine, call, caller, "get_salon", &Nothing {})?;
        drop(state);
        let period =
            format!("{} – {}", run.run.from_day.date().format("%d.%m.%Y"), run.run.to_day.date().format("%d.%m.%Y"));
        let name = format!("{} {}", payroll_title(salon.salon.language), period);
        let (bytes, media_type, ending) = match format.as_str() {
            "pdf" => (pdf(&run, &salon, &period)?, "application/pdf", "pdf"),
            "xlsx" => (xlsx(&run, &salon)?, XLSX, "xlsx"),
            _ => return Err(CommandError::new(ErrorCode::BadInput).with("detail", "the format must be pdf or xlsx")),
        };
        Ok(FileOut {
            file_name: format!("{name}.{ending}"),
            media_type: media_type.to_owned(),
            content_base64: BASE64.encode(bytes),
        })
    }
}

fn pdf(run: &PayRun, salon: &Salon, period: &str) -> Result<Vec<u8>, CommandError> {
    let legal = &salon.salon.legal_name;
    let rows = run.slips.iter().map(|slip| PayrollRow { staff: slip.staff.clone(), sums: sums(slip) });
    let sheet = PayrollSheet {
        salon: if legal.is_empty() { salon.salon.name.clone() } else { legal.clone() },
        period_text: period.to_owned(),
        at_text: wall_time(run.run.at, &salon.salon.zone),
        made_at: run.run.at,
        currency: Currency {
            code: salon.salon.currency.clone(),
            digits: salon.currency_digits,
            symbol: salon.currency_symbol.clone(),
        },
        language: salon.salon.language,
        cancelled: run.run.cancelled,
        rows: rows.collect(),
        due: run.run.due_minor,
    };
    payroll_sheet(&sheet).map_err(|error| document_error(&error))
}

fn xlsx(run: &PayRun, salon: &Salon) -> Result<Vec<u8>, CommandError> {
    let headers = payroll_columns(salon.salon.language).map(str::to_owned);
    let money = ColumnKind::Money { digits: salon.currency_digits };
    let kinds = [ColumnKind::Text, money, money, money, money, money, money, money];
    let rows = run.slips.iter().map(|slip| {
        let mut cells = vec![Value::Text(slip.staff.clone())];
        cells.extend(sums(slip).map(Value::Money));
        cells
    });
    write_table(payroll_title(salon.salon.language), &headers, &kinds, rows)
        .map_err(|error| internal(&error.to_string()))
}

/// The sums of a slip in the order of the sheet's columns; deductions are taken off.
fn sums(slip: &PaySlip) -> [Money; 7] {
    [
        slip.commission_minor,
        slip.time_minor,
        slip.bonus_minor,
        slip.deduction_minor.negated(),
        slip.tips_minor,
        slip.carried_minor,
        slip.due_minor,
    ]
}
