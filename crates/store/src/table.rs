//! What a synced table is, and how two devices' writes to it come together.

/// How two devices' writes to one table come together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// Facts: rows are inserted once and never changed.
    AppendOnly,
    /// Columns by last writer; columns that make sense only together are one group.
    ColumnLww(&'static [Group]),
}

/// Columns that are written together and merge together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// Name of the group, as in `row_clock`.
    pub name: &'static str,
    /// Its columns.
    pub columns: &'static [&'static str],
}

/// A synced table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Its name, which is the noun's name.
    pub name: &'static str,
    /// How it merges.
    pub policy: Policy,
    /// Columns that are written with the row and never changed after.
    pub fixed: &'static [&'static str],
    /// What a window that shows it must read again when it changes.
    pub topic: &'static str,
}

impl Table {
    /// The table of that name, where it is synced.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        crate::tables::TABLES.iter().find(|table| table.name == name)
    }

    /// Its merge groups; none for facts.
    #[must_use]
    pub const fn groups(&self) -> &'static [Group] {
        match self.policy {
            Policy::AppendOnly => &[],
            Policy::ColumnLww(groups) => groups,
        }
    }

    /// Every column but the id: the fixed ones, then the groups'.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> {
        self.fixed.iter().chain(self.groups().iter().flat_map(|group| group.columns)).copied()
    }

    /// Whether rows are facts.
    #[must_use]
    pub const fn is_append_only(&self) -> bool {
        matches!(self.policy, Policy::AppendOnly)
    }
}
