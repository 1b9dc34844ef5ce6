//! Where the salon's money is.

use adelante_base::Money;
use adelante_base::vocabulary::{MethodKind, PlaceKind};
use adelante_domain::finance::place;
use adelante_domain::permission::Permission;
use adelante_store::finance;
use adelante_store::{Connection, ledger, salon, shift};
use adelante_wire::{ListMoneyPlaces, MoneyPlace, MoneyPlaceList};

use super::shown_place;
use crate::command::{Context, Query};
use crate::error::{EngineError, Result};
use crate::money::register;

impl Query for ListMoneyPlaces {
    type Output = MoneyPlaceList;
    const PERMISSION: Permission = Permission::FinanceRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<MoneyPlaceList> {
        let here = register(connection)?;
        let mut places = Vec::new();
        for one in salon::registers(connection)? {
            let name = if one.name.is_empty() { one.prefix } else { one.name };
            let open_here = one.id == here.id && shift::current(connection, one.id)?.is_some();
            places.push(MoneyPlace { name, open_here, ..at(connection, PlaceKind::Drawer, &one.id.to_string())? });
        }
        for one in finance::accounts(connection)? {
            let there = at(connection, PlaceKind::BankAccount, &one.id.to_string())?;
            places.push(MoneyPlace { name: one.name, number: one.number, ..there });
        }
        for one in finance::terms(connection)? {
            let kind = if one.kind == MethodKind::Transfer { PlaceKind::Bank } else { PlaceKind::CardClearing };
            places.push(MoneyPlace {
                name: one.name,
                method_kind: Some(one.kind),
                arrives_at: one.bank_account_id,
                ..at(connection, kind, &one.method_id.to_string())?
            });
        }
        places.push(at(connection, PlaceKind::BankCash, "")?);
        let total_minor = Money::sum(places.iter().map(|one| one.balance_minor))?;
        Ok(MoneyPlaceList { places, total_minor })
    }
}

/// A place with its balance.
fn at(connection: &Connection, kind: PlaceKind, owner: &str) -> Result<MoneyPlace> {
    let account = place(kind, owner).ok_or_else(|| EngineError::not_found("money_place"))?;
    Ok(MoneyPlace {
        place: shown_place(kind, owner),
        name: String::new(),
        number: String::new(),
        method_kind: None,
        arrives_at: None,
        open_here: false,
        balance_minor: ledger::balance(connection, account)?,
    })
}
