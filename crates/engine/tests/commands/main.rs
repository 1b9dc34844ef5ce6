//! Every command: its effect, its refusals, and what holds for all of them alike.
#![expect(clippy::unwrap_used, reason = "a test that cannot set up must fail")]

mod bill;
mod calendar;
mod deposit;
mod discounts;
mod drawer;
mod drawer_random;
mod fault;
mod finance;
mod finance_random;
mod finance_sold;
mod fiscal;
mod membership;
mod mirror;
mod money;
mod payroll;
mod payroll_goods;
mod payroll_random;
mod refund;
mod roles;
mod samples;
mod schedule;
mod shift_report;
mod statement;
mod till;
mod undo;
mod visits;
mod waitlist;

mod clients;
