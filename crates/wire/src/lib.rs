//! The contract between the engine and everything that calls it, written once.
//!
//! Begin with [`table`]: every command by name, with what goes in and what comes out. From it
//! come the engine's router (a missing handler does not compile), the TypeScript that the UI
//! uses ([`typescript`]) and the JSON schemas that `adelante commands` prints ([`schemas`]).
//!
//! This crate must not know: rules, SQL, HTTP, Tauri. Only types and their spelling.

pub mod absence;
pub mod appointment;
pub mod bill;
pub mod calendar;
pub mod cash;
pub mod checkout;
pub mod client;
pub mod client_import;
pub mod commission;
pub mod credit;
pub mod deposit;
pub mod error;
pub mod finance;
pub mod finance_report;
pub mod fiscal;
pub mod history;
pub mod host;
pub mod payroll;
pub mod price;
pub mod printing;
pub mod product;
pub mod salon;
pub mod schedule;
pub mod schemas;
pub mod series;
pub mod service;
pub mod session;
pub mod staff;
pub mod statement;
pub mod table;
pub mod typescript;
pub mod waitlist;

pub use absence::*;
pub use adelante_base::fiscal::*;
pub use adelante_base::vocabulary::*;
pub use appointment::*;
pub use bill::*;
pub use calendar::*;
pub use cash::*;
pub use checkout::*;
pub use client::*;
pub use client_import::*;
pub use commission::*;
pub use credit::*;
pub use deposit::*;
pub use error::*;
pub use finance::*;
pub use finance_report::*;
pub use fiscal::*;
pub use history::*;
pub use host::*;
pub use payroll::*;
pub use price::*;
pub use printing::*;
pub use product::*;
pub use salon::*;
pub use schedule::*;
pub use series::*;
pub use service::*;
pub use session::*;
pub use staff::*;
pub use statement::*;
pub use waitlist::*;

/// Declares contract types: every one is JSON in camel-free snake case, TypeScript and schema.
#[macro_export]
macro_rules! dto {
    ($($(#[$meta:meta])* $vis:vis $kind:ident $name:ident $body:tt)*) => {$(
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema)]
        $(#[$meta])*
        #[serde(deny_unknown_fields)]
        $vis $kind $name $body
    )*};
}

dto! {
    /// No input.
    pub struct Nothing {}

    /// Done; nothing more to tell.
    pub struct Done {}
}
