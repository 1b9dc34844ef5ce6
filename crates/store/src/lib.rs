//! SQLite: two doors, one change log.
