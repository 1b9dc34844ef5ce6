//! Lives the demo salon's life: every action at its moment, through the engine's commands.

use std::collections::HashSet;

use adelante_base::vocabulary::{AppointmentStatus, MethodKind};
use adelante_base::{AppointmentId, ClientId, Day, IdSource, Money, RequestId, Timestamp};
use adelante_engine::{Caller, Engine};
use adelante_wire::table::Call;
use adelante_wire::{
    AfterPayment, AppointmentBooked, BookAppointment, BookLine, ClientCreated, ClientFields, CloseShift, CommandError,
    CreateClient, Done, OpenShift, PaymentLine, PaymentMethod, PaymentTaken, ReceiptVoided, SetAppointmentStatus,
    ShiftClosed, ShiftOpened, TakePayment, VoidReceipt,
};
use chrono_tz::Tz;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::calendar;
use super::dice::Dice;
use super::plan::{self, Fate, PlannedVisit};
use super::setup::{self, Salon};
use super::words::Words;
use super::{DemoOptions, Made, PIN, SetClock, people};
use crate::desk::internal;

/// The engine, the clock and the ids of a demo salon.
pub(super) struct Stage<'e> {
    pub(super) engine: &'e Engine,
    pub(super) clock: &'e SetClock,
    pub(super) ids: &'e dyn IdSource,
    pub(super) zone: Tz,
}

impl Stage<'_> {
    /// Runs a command in somebody's name.
    pub(super) fn run<T: DeserializeOwned>(
        &self,
        caller: &Caller,
        command: &str,
        input: &impl Serialize,
    ) -> Result<T, CommandError> {
        let input = serde_json::to_value(input).map_err(|_| internal("an input that is not JSON"))?;
        let at = Timestamp::from_millis(self.clock.0.load(std::sync::atomic::Ordering::Relaxed));
        let request_id = Some(RequestId::new(self.ids, at));
        let call = Call { command: command.to_owned(), input, request_id, session_id: None };
        let answer = self.engine.call(&call, *caller)?;
        serde_json::from_value(answer).map_err(|_| internal("an answer that is not of its form"))
    }

    /// Sets the clock to a minute of a day on the salon's wall clock.
    fn at(&self, day: Day, minute: u16) {
        self.clock.set(day.at(minute, self.zone));
    }
}

/// Something that happens at a moment.
enum Action {
    NewClient(usize),
    OpenShift,
    Book(usize),
    Confirm(usize),
    Prepay(usize),
    Settle(usize),
    CloseShift,
}

/// Fills an empty salon.
pub(super) fn fill(
    engine: &Engine,
    clock: &SetClock,
    ids: &dyn IdSource,
    demo: &DemoOptions,
    zone: Tz,
) -> Result<Made, CommandError> {
    let stage = Stage { engine, clock, ids, zone };
    let dice = Dice::new(demo.seed.wrapping_mul(2).wrapping_add(1));
    let salon = setup::set_up(&stage, demo, &dice)?;
    let clients = people::clients(demo, &dice);
    let visits = plan::visits(demo, &salon.plan, &dice);
    let timeline = timeline(demo, &salon, clients.len(), &visits, &dice);
    let mut life = Life {
        stage,
        salon: &salon,
        words: Words::of(demo.language),
        dice,
        cards: clients,
        visits: &visits,
        clients: Vec::new(),
        booked: visits.iter().map(|_| None).collect(),
        busy: HashSet::new(),
        receipts: 0,
    };
    for (day, minute, action) in timeline {
        life.stage.at(day, minute);
        life.act(&action)?;
    }
    calendar::ahead(&life.stage, &salon, &life.words, demo, &life.clients, &life.dice)?;
    Ok(Made {
        staff: salon.staff_count,
        services: u32::try_from(salon.services.len()).unwrap_or(u32::MAX),
        clients: u32::try_from(life.clients.len()).unwrap_or(u32::MAX),
        visits: u32::try_from(visits.len()).unwrap_or(u32::MAX),
        receipts: life.receipts,
        owner: salon.owner_name.clone(),
        pin: PIN.to_owned(),
    })
}

/// Everything that happens, in the order of time; what is said first comes first of two at
/// one minute.
fn timeline(
    demo: &DemoOptions,
    salon: &Salon,
    clients: usize,
    visits: &[PlannedVisit],
    dice: &Dice,
) -> Vec<(Day, u16, Action)> {
    let first = plan::first_day(demo).plus_days(1);
    let days = u32::try_from(demo.today.days_since(first)).unwrap_or(0);
    let mut timeline = Vec::new();
    let in_hours = |dice: &Dice| salon.opens_min + u16::try_from(dice.below(600)).unwrap_or(0);
    for index in 0..clients {
        // Two fifths were clients before the program came.
        let earlier = index * 5 < clients * 2 || days == 0;
        let day = if earlier {
            plan::first_day(demo)
        } else {
            let share = (index * 5 - clients * 2) as u64 * u64::from(days) / (clients as u64 * 3).max(1);
            first.plus_days(i64::try_from(share).unwrap_or(0))
        };
        timeline.push((day, if earlier { 9 * 60 } else { salon.opens_min - 20 }, Action::NewClient(index)));
    }
    if demo.months > 0 {
        for day in (0..days).map(|offset| first.plus_days(i64::from(offset))) {
            timeline.push((day, salon.opens_min - 10, Action::OpenShift));
            timeline.push((day, salon.closes_min + 50, Action::CloseShift));
        }
    }
    for (index, visit) in visits.iter().enumerate() {
        // On the day itself it is booked in the morning, before the first visit begins.
        let booked_at = if visit.booked_on == visit.day { salon.opens_min - 5 } else { in_hours(dice) };
        timeline.push((visit.booked_on, booked_at, Action::Book(index)));
        let before = visit.day.plus_days(-1);
        if before > visit.booked_on && before < demo.today && dice.percent(60) {
            timeline.push((before, salon.closes_min - 5, Action::Confirm(index)));
        }
        if visit.fate == Fate::Prepaid {
            timeline.push((visit.day, visit.start_min, Action::Prepay(index)));
        }
        if visit.fate != Fate::Ahead {
            timeline.push((visit.day, visit.end_min, Action::Settle(index)));
        }
    }
    // Stable: of two actions at one minute the one planned first happens first.
    timeline.sort_by_key(|(day, minute, _)| (*day, *minute));
    timeline
}

/// The salon while it lives.
struct Life<'e> {
    stage: Stage<'e>,
    salon: &'e Salon,
    words: Words,
    dice: Dice,
    cards: Vec<ClientFields>,
    visits: &'e [PlannedVisit],
    clients: Vec<ClientId>,
    /// The visit and its total, once it is booked.
    booked: Vec<Option<(AppointmentId, Money)>>,
    /// Who is booked on which day already: nobody is in two chairs at once.
    busy: HashSet<(Day, ClientId)>,
    receipts: u32,
}

impl Life<'_> {
    fn act(&mut self, action: &Action) -> Result<(), CommandError> {
        let desk = self.salon.desk;
        match *action {
            Action::NewClient(index) => {
                let client = std::mem::take(&mut self.cards[index]);
                let made: ClientCreated = self.stage.run(&desk, "create_client", &CreateClient { client })?;
                self.clients.push(made.client_id);
                Ok(())
            }
            Action::OpenShift => {
                self.stage.run(&desk, "open_shift", &OpenShift { count: None }).map(|ShiftOpened { .. }| ())
            }
            Action::CloseShift => {
                let close = CloseShift { count: None, reason: String::new() };
                self.stage.run(&desk, "close_shift", &close).map(|ShiftClosed { .. }| ())
            }
            Action::Book(index) => self.book(index),
            Action::Confirm(index) => self.set_status(index, AppointmentStatus::Confirmed, ""),
            Action::Prepay(index) => self.pay(index, 30, AfterPayment::Keep).map(|_| ()),
            Action::Settle(index) => self.settle(index),
        }
    }

    fn book(&mut self, index: usize) -> Result<(), CommandError> {
        let visit = &self.visits[index];
        let mut total = Money::ZERO;
        let mut lines = Vec::new();
        for service in &visit.services {
            let service = &self.salon.services[*service];
            let price = self.price(service.price)?;
            total = total.plus(price).map_err(|error| internal(&error.to_string()))?;
            lines.push(BookLine {
                service_id: service.id,
                staff_id: self.salon.masters[visit.master],
                start_min: None,
                duration_min: None,
                price_minor: Some(price),
                line_id: None,
            });
        }
        let client_id = self.choose_client(visit.day);
        let note = if self.dice.percent(10) { self.words.pick("visit_notes", &self.dice) } else { String::new() };
        let booking = BookAppointment {
            client_id,
            new_client: None,
            day: visit.day,
            start_min: visit.start_min,
            lines,
            note,
            source: String::new(),
            override_conflicts: false,
            group_id: None,
            waitlist_entry_id: None,
        };
        let made: AppointmentBooked = self.stage.run(&self.salon.desk, "book_appointment", &booking)?;
        self.booked[index] = Some((made.appointment_id, total));
        Ok(())
    }

    /// The list price, now and then a tenth less.
    fn price(&self, list: Money) -> Result<Money, CommandError> {
        if !self.dice.percent(6) {
            return Ok(list);
        }
        Money::from_minor(list.minor() / 1000 * 900).map_err(|error| internal(&error.to_string()))
    }

    /// Somebody who is not in the salon that day yet; the first clients come most often.
    fn choose_client(&mut self, day: Day) -> Option<ClientId> {
        if self.dice.percent(2) {
            return None;
        }
        let count = u32::try_from(self.clients.len()).unwrap_or(u32::MAX);
        (0..20).find_map(|_| {
            let client = *self.clients.get(self.dice.low(count) as usize)?;
            self.busy.insert((day, client)).then_some(client)
        })
    }

    fn settle(&mut self, index: usize) -> Result<(), CommandError> {
        match self.visits[index].fate {
            Fate::Paid | Fate::Prepaid => self.pay(index, 100, AfterPayment::Complete).map(|_| ()),
            Fate::PartPaid => self.pay(index, 50, AfterPayment::Complete).map(|_| ()),
            Fate::Owed => self.set_status(index, AppointmentStatus::Completed, ""),
            Fate::Voided => {
                let before = self.booked[index];
                if let Some(taken) = self.pay(index, 100, AfterPayment::Complete)? {
                    self.void(&taken)?;
                    self.booked[index] = before;
                    self.pay(index, 100, AfterPayment::Keep)?;
                }
                Ok(())
            }
            Fate::Cancelled => {
                let reason = self.words.pick("reasons_cancelled", &self.dice);
                self.set_status(index, AppointmentStatus::Cancelled, &reason)
            }
            Fate::NoShow => self.set_status(index, AppointmentStatus::NoShow, ""),
            Fate::Ahead => Ok(()),
        }
    }

    fn set_status(&self, index: usize, status: AppointmentStatus, reason: &str) -> Result<(), CommandError> {
        let Some((appointment_id, _)) = self.booked[index] else { return Ok(()) };
        let input =
            SetAppointmentStatus { appointment_id, status, reason: reason.to_owned(), following: false, deposit: None };
        self.stage.run(&self.salon.desk, "set_appointment_status", &input).map(|Done {}| ())
    }

    /// Takes so many percent of what remains; everything for 100.
    fn pay(&mut self, index: usize, percent: i64, after: AfterPayment) -> Result<Option<PaymentTaken>, CommandError> {
        let Some((appointment_id, remaining)) = self.booked[index] else { return Ok(None) };
        let told = |error: adelante_base::MoneyError| internal(&error.to_string());
        // Whole units of the currency: nobody pays a third of a tenge.
        let part = if percent == 100 { remaining.minor() } else { remaining.minor() * percent / 100 / 100 * 100 };
        let part = Money::from_minor(part).map_err(told)?;
        if !part.is_positive() {
            return Ok(None);
        }
        let payments = self.split(part)?;
        let input = TakePayment { appointment_id, with: Vec::new(), payments, tips: Vec::new(), after };
        let taken: PaymentTaken = self.stage.run(&self.salon.desk, "take_payment", &input)?;
        self.receipts += 1;
        self.booked[index] = Some((appointment_id, remaining.minus(part).map_err(told)?));
        Ok(Some(taken))
    }

    /// One method mostly, two now and then; cash is given in round notes.
    fn split(&self, sum: Money) -> Result<Vec<PaymentLine>, CommandError> {
        let told = |error: adelante_base::MoneyError| internal(&error.to_string());
        let first = self.method();
        let half = Money::from_minor(sum.minor() / 2 / 100 * 100).map_err(told)?;
        let second = self.method();
        if self.dice.percent(9) && half.is_positive() && first.method_id != second.method_id {
            let rest = sum.minus(half).map_err(told)?;
            return Ok(vec![self.line(first, half)?, self.line(second, rest)?]);
        }
        Ok(vec![self.line(first, sum)?])
    }

    fn line(&self, method: &PaymentMethod, amount: Money) -> Result<PaymentLine, CommandError> {
        let note = self.salon.note.minor();
        let round = (amount.minor() + note - 1) / note * note;
        let round = Money::from_minor(round).map_err(|error| internal(&error.to_string()))?;
        let tendered = (method.kind == MethodKind::Cash && self.dice.percent(70)).then_some(round);
        Ok(PaymentLine {
            source_id: None,
            line_id: None,
            method_id: method.method_id,
            amount_minor: amount,
            tendered_minor: tendered,
            tip_minor: Money::ZERO,
        })
    }

    /// Card and QR most often.
    fn method(&self) -> &PaymentMethod {
        let kind = match self.dice.below(100) {
            0..30 => MethodKind::Cash,
            30..68 => MethodKind::Card,
            68..94 => MethodKind::Qr,
            _ => MethodKind::Transfer,
        };
        let methods = &self.salon.methods;
        methods.iter().find(|method| method.kind == kind).unwrap_or(&methods[0])
    }

    /// The owner takes a receipt back.
    fn void(&mut self, taken: &PaymentTaken) -> Result<(), CommandError> {
        let reason = self.words.pick("reasons_void", &self.dice);
        let input = VoidReceipt { receipt_id: taken.receipt_id, reason };
        let ReceiptVoided { .. } = self.stage.run(&self.salon.owner, "void_receipt", &input)?;
        self.receipts += 1;
        Ok(())
    }
}
