//! Commands and queries.
