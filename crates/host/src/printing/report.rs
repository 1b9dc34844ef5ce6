//! The report of a shift as a document, from the engine's answers.

use adelante_base::{ShiftId, Timestamp};
use adelante_documents::{Currency, DrawerReport, Moved, ShiftPaper, Turnover, Vat};
use adelante_engine::Caller;
use adelante_wire::table::Call;
use adelante_wire::{
    CashReport, CommandError, CountryList, GetShiftReport, MethodTurnover, Nothing, Salon, ShiftReport,
};

use super::receipt::wall_time;
use crate::Desk;
use crate::desk::{State, ask};

impl Desk {
    /// The engine checks who may see it, and the drawer in it.
    pub(super) fn shift_paper(&self, call: &Call, caller: &Caller, shift: ShiftId) -> Result<ShiftPaper, CommandError> {
        let state = self.read();
        let engine = state.engine()?;
        let report: ShiftReport = ask(engine, call, caller, "get_shift_report", &GetShiftReport { shift_id: shift })?;
        let salon: Salon = ask(engine, call, caller, "get_salon", &Nothing {})?;
        let countries: CountryList = ask(engine, call, caller, "list_countries", &Nothing {})?;
        let country = countries.countries.into_iter().find(|country| country.country == salon.salon.country);
        let practice = matches!(&*state, State::Practice { .. });
        let now = self.options.clock.now();
        let tax_id = match (salon.salon.tax_id.as_str(), country) {
            ("", _) => String::new(),
            (id, Some(country)) => format!("{} {id}", country.tax_id_name),
            (id, None) => id.to_owned(),
        };
        let fields = salon.salon;
        let legal = [fields.legal_name, tax_id, fields.address].into_iter().filter(|line| !line.is_empty()).collect();
        let shift = report.shift;
        let wall = |at| wall_time(at, &fields.zone);
        let by = if shift.opened_by.is_empty() { String::new() } else { format!(", {}", shift.opened_by) };
        let numbered = !report.first_number.is_empty();
        Ok(ShiftPaper {
            language: fields.language,
            currency: Currency { code: fields.currency, digits: salon.currency_digits, symbol: salon.currency_symbol },
            salon: fields.name,
            legal,
            register: if shift.register.name.is_empty() { shift.register.prefix } else { shift.register.name },
            number: shift.number,
            opened: format!("{}{by}", wall(shift.opened_at)),
            closed: shift.closed_at.map(wall),
            printed: wall(now),
            made_at: now,
            practice,
            sales: report.sales_count,
            voids: report.voids_count,
            numbers: numbered.then_some((report.first_number, report.last_number)),
            total: shift.total_minor,
            turnovers: report.by_method.into_iter().map(turnover).collect(),
            vat: report
                .vat
                .into_iter()
                .filter(|total| total.vat_bp > 0)
                .map(|total| (Vat { rate_bp: total.vat_bp, amount: total.vat_minor }, total.amount_minor))
                .collect(),
            discounts: (report.discounts_count, report.discounts_minor),
            tips: report.tips.into_iter().map(|tip| (tip.name, tip.amount_minor)).collect(),
            drawer: report.cash.map(|cash| drawer(cash, &fields.zone)),
        })
    }
}

fn turnover(method: MethodTurnover) -> Turnover {
    Turnover {
        kind: method.kind,
        name: method.name,
        taken: method.taken_minor,
        returned: method.returned_minor,
        count: method.count,
    }
}

fn drawer(cash: CashReport, zone: &str) -> DrawerReport {
    let moved = |movement: adelante_wire::CashMovement| Moved {
        at: time_of_day(movement.at, zone),
        what: if movement.category.is_empty() { movement.other_register } else { movement.category },
        note: movement.note,
        amount: movement.amount_minor,
    };
    DrawerReport {
        opening: cash.opening_minor,
        taken: cash.taken_minor,
        returned: cash.returned_minor,
        put_in: cash.in_minor,
        taken_out: cash.out_minor,
        expected: cash.expected_minor,
        counted: cash.counted_minor,
        difference: cash.difference_minor,
        reason: cash.reason,
        moves: cash.movements.into_iter().map(moved).collect(),
    }
}

fn time_of_day(at: Timestamp, zone: &str) -> String {
    let wall = wall_time(at, zone);
    wall.split_once(' ').map_or_else(String::new, |(_, time)| time.to_owned())
}
