//! Bank accounts, counterparties, and what payment methods cost.

use adelante_base::{BankAccountId, CounterpartyId};
use adelante_domain::finance::FEE_BP_MAX;
use adelante_domain::ledger::Account;
use adelante_domain::permission::Permission;
use adelante_store::finance::{self, BankAccount, Counterparty};
use adelante_store::{Connection, Door, ledger};
use adelante_wire::{
    self as wire, BankAccountSaved, CounterpartyList, CounterpartySaved, Done, ErrorCode, ListCounterparties,
    ListMethodTerms, MethodTerms, MethodTermsList, RetireBankAccount, RetireCounterparty, SaveBankAccount,
    SaveCounterparty, SetMethodTerms,
};

use super::counterparty;
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, at_most, filled};

impl Mutation for SaveBankAccount {
    type Output = BankAccountSaved;
    const KIND: &'static str = "bank_account_saved";
    const PERMISSION: Permission = Permission::FinanceWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<BankAccountSaved>> {
        filled("name", &self.name, 80)?;
        at_most("number", &self.number, 40)?;
        let saved = |id| BankAccount { id, name: self.name.trim().to_owned(), number: self.number.trim().to_owned() };
        let bank_account_id = if let Some(id) = self.bank_account_id {
            living(door.connection(), id)?;
            finance::update_account(door, &saved(id))?;
            id
        } else {
            let id = BankAccountId::new(door.ids(), door.at());
            finance::insert_account(door, &saved(id))?;
            id
        };
        Ok(Answer::of(BankAccountSaved { bank_account_id }))
    }
}

impl Mutation for RetireBankAccount {
    type Output = Done;
    const KIND: &'static str = "bank_account_retired";
    const PERMISSION: Permission = Permission::FinanceWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let account = living(door.connection(), self.bank_account_id)?;
        let named = finance::terms(door.connection())?.iter().any(|one| one.bank_account_id == Some(account.id));
        if named || !ledger::balance(door.connection(), Account::BankAccount(account.id))?.is_zero() {
            return Err(EngineError::new(ErrorCode::StillUsed).with("what", "bank_account"));
        }
        door.retire("bank_account", &account.id.to_string())?;
        Ok(Answer::of(Done {}))
    }
}

impl Mutation for SaveCounterparty {
    type Output = CounterpartySaved;
    const KIND: &'static str = "counterparty_saved";
    const PERMISSION: Permission = Permission::FinanceWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<CounterpartySaved>> {
        filled("name", &self.name, 200)?;
        at_most("tax_id", &self.tax_id, 40)?;
        at_most("note", &self.note, 500)?;
        let saved = |id| Counterparty {
            id,
            name: self.name.trim().to_owned(),
            tax_id: self.tax_id.trim().to_owned(),
            note: self.note.trim().to_owned(),
            last_category: None,
        };
        let counterparty_id = if let Some(id) = self.counterparty_id {
            counterparty(door.connection(), id)?;
            finance::update_counterparty(door, &saved(id))?;
            id
        } else {
            let id = CounterpartyId::new(door.ids(), door.at());
            finance::insert_counterparty(door, &saved(id))?;
            id
        };
        Ok(Answer::of(CounterpartySaved { counterparty_id }))
    }
}

impl Mutation for RetireCounterparty {
    type Output = Done;
    const KIND: &'static str = "counterparty_retired";
    const PERMISSION: Permission = Permission::FinanceWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        counterparty(door.connection(), self.counterparty_id)?;
        door.retire("counterparty", &self.counterparty_id.to_string())?;
        Ok(Answer::of(Done {}))
    }
}

impl Query for ListCounterparties {
    type Output = CounterpartyList;
    const PERMISSION: Permission = Permission::FinanceRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<CounterpartyList> {
        let shown = |one: Counterparty| wire::Counterparty {
            counterparty_id: one.id,
            name: one.name,
            tax_id: one.tax_id,
            note: one.note,
            last_category_id: one.last_category,
        };
        Ok(CounterpartyList { counterparties: finance::counterparties(connection)?.into_iter().map(shown).collect() })
    }
}

impl Mutation for SetMethodTerms {
    type Output = Done;
    const KIND: &'static str = "method_terms_set";
    const PERMISSION: Permission = Permission::FinanceWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        if self.fee_bp > FEE_BP_MAX {
            return Err(EngineError::out_of_range("fee_bp", 0, FEE_BP_MAX / 100));
        }
        if let Some(account) = self.bank_account_id {
            living(door.connection(), account)?;
        }
        let known = finance::terms(door.connection())?.iter().any(|one| one.method_id == self.method_id);
        if !known {
            return Err(EngineError::not_found("payment_method"));
        }
        finance::update_terms(door, self.method_id, self.fee_bp, self.bank_account_id)?;
        Ok(Answer::of(Done {}))
    }
}

impl Query for ListMethodTerms {
    type Output = MethodTermsList;
    const PERMISSION: Permission = Permission::FinanceRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<MethodTermsList> {
        let shown = |one: finance::Terms| MethodTerms {
            method_id: one.method_id,
            kind: one.kind,
            name: one.name,
            fee_bp: one.fee_bp,
            bank_account_id: one.bank_account_id,
        };
        Ok(MethodTermsList { methods: finance::terms(connection)?.into_iter().map(shown).collect() })
    }
}

/// A bank account that the salon still has.
pub(crate) fn living(connection: &Connection, id: BankAccountId) -> Result<BankAccount> {
    let found = finance::accounts(connection)?.into_iter().find(|account| account.id == id);
    found.ok_or_else(|| EngineError::not_found("bank_account"))
}
