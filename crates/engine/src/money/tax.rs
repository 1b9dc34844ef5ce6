//! Which tax a line bears on a day: its service's, else the salon's.

use adelante_base::fiscal::TaxCode;
use adelante_base::{Day, ServiceId};
use adelante_domain::permission::Permission;
use adelante_domain::tax::{self, Tax};
use adelante_store::salon::Salon;
use adelante_store::{Connection, service};
use adelante_wire::{ListTaxes, TaxList, TaxRate};

use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

impl Query for ListTaxes {
    type Output = TaxList;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, _: &Connection) -> Result<TaxList> {
        let (salon, today) = (context.salon()?, context.business_day()?);
        let taxes = tax::codes_on(&salon.country, today).into_iter().map(shown).collect();
        Ok(TaxList { taxes, salon: shown(of_salon(salon, today)) })
    }
}

/// The salon's tax on a day. A salon that kept a bare number since before codes has what that
/// number meant.
pub(crate) fn of_salon(salon: &Salon, day: Day) -> Tax {
    let code = salon.tax_code.unwrap_or_else(|| tax::code_of_old_rate(&salon.country, salon.vat_bp));
    Tax { code, rate_bp: tax::rate_on(&salon.country, code, day).unwrap_or(salon.vat_bp) }
}

/// The tax of a service on a day.
pub(crate) fn of_service(connection: &Connection, salon: &Salon, id: ServiceId, day: Day) -> Result<Tax> {
    let own = service::get(connection, id)?.and_then(|service| service.tax_code);
    Ok(tax::of_line(&salon.country, of_salon(salon, day), own, day))
}

/// Refuses a code that the country does not have on a day.
pub(crate) fn check(country: &str, code: TaxCode, day: Day) -> Result<()> {
    if code == TaxCode::Custom || tax::rate_on(country, code, day).is_some() {
        return Ok(());
    }
    Err(EngineError::new(adelante_wire::ErrorCode::BadInput).with("field", "tax_code"))
}

pub(crate) const fn shown(tax: Tax) -> TaxRate {
    TaxRate { code: tax.code, rate_bp: tax.rate_bp }
}
