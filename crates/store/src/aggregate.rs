//! Aggregates: rows of several synced tables that mean something only together, and are merged so
//! (docs/adr/0004). The tables themselves are in [`crate::tables`].

/// Rows of several tables whose groups are written as one (docs/adr/0004).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aggregate {
    /// The group's name in each of the tables.
    pub group: &'static str,
    /// The table whose id names the aggregate.
    pub parent: &'static str,
    /// The table of its lines.
    pub child: &'static str,
    /// The column of a line that names its parent.
    pub key: &'static str,
}

/// Groups that are written whole over an aggregate: where one row's group is written, the
/// operation carries that group of every row of the aggregate.
pub const AGGREGATES: &[Aggregate] =
    &[Aggregate { group: "schedule", parent: "appointment", child: "appointment_service", key: "appointment_id" }];
