//! What people see of fiscal documents: how the queue stands, the limits of the law, the list.

use adelante_base::Timestamp;
use adelante_base::fiscal::SimulatedFault;
use adelante_domain::fiscal::limits::{self, Facts, Outage, gauges, worst};
use adelante_domain::permission::Permission;
use adelante_store::fiscal::{self, Queued, outage};
use adelante_store::{Connection, local, receipt};
use adelante_wire::{
    FiscalDocumentList, FiscalDocumentRow, FiscalGauge, FiscalLimit, FiscalStatus, GetFiscalStatus, ListFiscalDocuments,
};

use super::work::{SIMULATED_FAULT, ShiftOpen, shift_open};
use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

/// No outage of before this counts for any limit: longer than the longest month.
const OUTAGES_SECONDS: i64 = 32 * 86_400;

impl Query for GetFiscalStatus {
    type Output = FiscalStatus;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<FiscalStatus> {
        let choice = super::choice(connection)?;
        let standing = fiscal::standing(connection)?;
        let first = fiscal::first_open(connection)?;
        let limits = all_limits(context, connection, standing.oldest_at)?;
        let fault = local::preference(connection, SIMULATED_FAULT)?.and_then(|word| word.parse().ok());
        Ok(FiscalStatus {
            device: choice.device,
            url: choice.url,
            tax_system: choice.tax_system,
            fault: fault.unwrap_or(SimulatedFault::None),
            waiting: standing.waiting,
            failed: standing.failed,
            oldest_at: standing.oldest_at,
            last_fault: first.as_ref().and_then(|document| document.fault),
            next_at: first.and_then(|document| document.next_at),
            level: worst(&limits),
            limits: limits.iter().map(shown_gauge).collect(),
        })
    }
}

impl Query for ListFiscalDocuments {
    type Output = FiscalDocumentList;
    const PERMISSION: Permission = Permission::ReceiptsRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<FiscalDocumentList> {
        if !(1..=200).contains(&self.limit) {
            return Err(EngineError::out_of_range("limit", 1, 200));
        }
        let (documents, total) = fiscal::page(connection, self.offset, self.limit)?;
        Ok(FiscalDocumentList { documents: documents.into_iter().map(row).collect(), total })
    }
}

fn all_limits(
    context: &Context<'_>,
    connection: &Connection,
    oldest_unsent: Option<Timestamp>,
) -> Result<Vec<limits::Gauge>> {
    let Some(salon) = context.salon_if_made() else { return Ok(Vec::new()) };
    let outages = outage::since(connection, context.at.plus_seconds(-OUTAGES_SECONDS))?;
    let outages: Vec<Outage> =
        outages.into_iter().map(|outage| Outage { from: outage.began_at, until: outage.ended_at }).collect();
    let ShiftOpen { opened_at, numbers } = shift_open(connection)?;
    Ok(gauges(&Facts {
        country: &salon.country,
        now: context.at,
        month_began: context.today().0.month_began().at(0, salon.zone),
        oldest_unsent,
        shift_opened: opened_at,
        outages: &outages,
        numbers,
    }))
}

/// Seconds are what a person can read; limits are compared in milliseconds.
fn shown_gauge(gauge: &limits::Gauge) -> FiscalGauge {
    let unit = if gauge.limit == FiscalLimit::Numbers { 1 } else { 1_000 };
    FiscalGauge { limit: gauge.limit, used: gauge.used / unit, whole: gauge.whole / unit, level: gauge.level }
}

fn row(document: Queued) -> FiscalDocumentRow {
    let number = |(prefix, series, number): (String, u32, u32)| receipt::number_text(&prefix, series, number);
    FiscalDocumentRow {
        document_id: document.id,
        kind: document.kind,
        receipt_id: document.receipt_id,
        receipt: document.receipt.map(number).unwrap_or_default(),
        total_minor: document.total,
        state: document.state,
        tries: document.tries,
        fault: document.fault,
        detail: document.detail,
        made_at: document.made_at,
        next_at: document.next_at,
        number: document.number,
    }
}
