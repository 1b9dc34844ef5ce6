//! Looking certificates up, and what a client has with the salon.

use adelante_base::Day;
use adelante_base::vocabulary::MethodKind;
use adelante_domain::permission::{Permission, allows};
use adelante_domain::search_text::fold;
use adelante_store::credit::package;
use adelante_store::credit::{self, Held, points};
use adelante_store::{Connection, client};
use adelante_wire::{
    Certificate, CertificateList, ClientCredits, FindCertificate, GetClientCredits, ListCertificates, Package,
};

use super::plain_code;
use crate::command::{Context, Query};
use crate::error::{EngineError, Result};
use crate::money::account::known_credit_method;
use crate::money::credit::balance_of;
use crate::money::elsewhere;
use crate::money::session::{is_usable, left_on, month_on};

impl Query for FindCertificate {
    type Output = Certificate;
    const PERMISSION: Permission = Permission::PaymentsTake;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<Certificate> {
        let found = credit::by_code(connection, &plain_code(&self.code))?;
        shown(context, connection, found.ok_or_else(|| EngineError::not_found("certificate"))?)
    }
}

impl Query for ListCertificates {
    type Output = CertificateList;
    const PERMISSION: Permission = Permission::PaymentsTake;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<CertificateList> {
        if !(1..=500).contains(&self.limit) {
            return Err(EngineError::out_of_range("limit", 1, 500));
        }
        let (total, outstanding_minor) = credit::outstanding(connection)?;
        let found = credit::list(connection, &plain_code(&self.text), &fold(&self.text), self.limit)?;
        let certificates = found.into_iter().map(|held| shown(context, connection, held)).collect::<Result<_>>()?;
        Ok(CertificateList { certificates, total, outstanding_minor })
    }
}

fn shown(context: &Context<'_>, connection: &Connection, held: Held) -> Result<Certificate> {
    let today = context.business_day()?;
    let certificate = held.certificate;
    let method = known_credit_method(connection, MethodKind::Certificate)?;
    let method = method.ok_or_else(|| EngineError::not_found("payment_method"))?;
    let limit = elsewhere::may_be_taken(context, connection, &certificate)?;
    Ok(Certificate {
        certificate_id: certificate.id,
        method_id: method.id,
        code: certificate.code,
        value_minor: certificate.value,
        left_minor: held.left,
        payable_minor: limit.map_or(held.left, |limit| held.left.min(limit)),
        sold_on: certificate.business_day,
        valid_until: certificate.valid_until,
        usable: held.left.is_positive() && certificate.valid_until.is_none_or(|last| today <= last),
        client: held.client,
    })
}

impl Query for GetClientCredits {
    type Output = ClientCredits;
    const PERMISSION: Permission = Permission::ClientsRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<ClientCredits> {
        let today = context.business_day()?;
        let packages = package::of_client(connection, self.client_id)?.into_iter().map(|held| package_of(held, today));
        // Who has a certificate's code can pay with it: only the desk sees codes.
        let shows = allows(context.actor.role, Permission::PaymentsTake)
            && known_credit_method(connection, MethodKind::Certificate)?.is_some();
        let certificates = if shows { credit::bought_by(connection, self.client_id)? } else { Vec::new() };
        let certificates = certificates.into_iter().map(|held| shown(context, connection, held));
        Ok(ClientCredits {
            balance_minor: balance_of(connection, self.client_id)?,
            debt_minor: client::debt(connection, self.client_id)?,
            points: points::balance(connection, self.client_id)?,
            packages: packages.collect(),
            certificates: certificates.collect::<Result<_>>()?,
        })
    }
}

fn package_of(held: package::Held, today: Day) -> Package {
    let month = month_on(&held, today);
    Package {
        package_id: held.package.id,
        usable: is_usable(&held, today),
        left: u16::try_from(left_on(&held, today).max(0)).unwrap_or(u16::MAX),
        left_minor: held.worth,
        name: held.package.name,
        sessions: held.package.sessions,
        service_ids: held.package.services,
        sold_on: held.package.business_day,
        valid_until: held.valid_until,
        frozen_from: held.frozen_from,
        periods: held.package.periods,
        month_until: month.map(|(_, last)| last),
    }
}
