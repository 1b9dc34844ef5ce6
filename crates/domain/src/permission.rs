//! Who may do what (J1): the default table of permissions by role.

use adelante_base::vocabulary::Role;

adelante_base::words! {
    /// Something a person must be allowed to do. Each command names one.
    Permission {
        /// See clients and their cards.
        ClientsRead = "clients_read",
        /// Write clients' cards.
        ClientsWrite = "clients_write",
        /// Take the list of clients out of the program.
        ClientsExport = "clients_export",
        /// Bring clients in from a file.
        ClientsImport = "clients_import",
        /// See the calendar.
        CalendarRead = "calendar_read",
        /// Book, move and close visits.
        CalendarWrite = "calendar_write",
        /// Book knowingly over another visit or outside working hours.
        CalendarOverride = "calendar_override",
        /// Change the price of a booked service.
        PricesEdit = "prices_edit",
        /// Take payments and give receipts.
        PaymentsTake = "payments_take",
        /// Void a receipt or remove a payment.
        PaymentsVoid = "payments_void",
        /// Open and close the register, put cash in and take it out.
        Shifts = "shifts",
        /// See what must lie in a drawer before it is counted.
        DrawerSee = "drawer_see",
        /// Write registers, kinds of cash in and out, and the rules of the till.
        TillWrite = "till_write",
        /// See receipts that were given.
        ReceiptsRead = "receipts_read",
        /// Change one's own schedule (a master, where the salon's rules let staff do so).
        ScheduleOwn = "schedule_own",
        /// See what one earned oneself.
        PayOwn = "pay_own",
        /// See what everybody earned, write the rules of it, make pay runs and pay staff.
        Payroll = "payroll",
        /// Write staff members and their hours.
        StaffWrite = "staff_write",
        /// Write the price list.
        ServicesWrite = "services_write",
        /// Write the salon's own details.
        SalonWrite = "salon_write",
        /// See who changed what.
        HistoryRead = "history_read",
        /// Undo what somebody else did.
        UndoOthers = "undo_others",
        /// Make and restore backups.
        Backups = "backups",
        /// Change how the program works here.
        Settings = "settings",
    }
}

/// Whether a role may do something by default. The owner may do everything; so may the
/// manager, who runs the salon (making another owner is refused by the rule on roles, not by
/// a permission); the desk does the daily work without overrides and voids; a master looks,
/// and plans the own days where the salon allows it.
#[must_use]
pub const fn allows(role: Role, permission: Permission) -> bool {
    use Permission as P;
    match role {
        Role::Owner | Role::Manager => true,
        Role::Receptionist => matches!(
            permission,
            P::ClientsRead
                | P::ClientsWrite
                | P::CalendarRead
                | P::CalendarWrite
                | P::PricesEdit
                | P::PaymentsTake
                | P::Shifts
                | P::ReceiptsRead
                | P::HistoryRead
                | P::ScheduleOwn
                | P::PayOwn
        ),
        Role::Master => matches!(permission, P::ClientsRead | P::CalendarRead | P::ScheduleOwn | P::PayOwn),
    }
}

/// Whether a person of role `actor` may make a staff member of role `target`, change that
/// person's card or role, or retire the person. Only an owner touches an owner.
#[must_use]
pub const fn may_write_staff_of_role(actor: Role, target: Role) -> bool {
    allows(actor, Permission::StaffWrite) && (matches!(actor, Role::Owner) || !matches!(target, Role::Owner))
}

/// All that a role may do, in the order of the list.
#[must_use]
pub fn permissions_of(role: Role) -> Vec<Permission> {
    Permission::ALL.iter().copied().filter(|permission| allows(role, *permission)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_owner_may_do_everything() {
        assert_eq!(permissions_of(Role::Owner), Permission::ALL);
    }

    #[test]
    fn the_desk_neither_voids_nor_overrides_nor_exports() {
        for permission in [
            Permission::PaymentsVoid,
            Permission::CalendarOverride,
            Permission::ClientsExport,
            Permission::UndoOthers,
            Permission::Settings,
        ] {
            assert!(!allows(Role::Receptionist, permission), "{permission}");
        }
        assert!(allows(Role::Receptionist, Permission::PaymentsTake));
    }

    #[test]
    fn a_master_sees_clients_and_calendar_and_plans_the_own_days() {
        let expected = [Permission::ClientsRead, Permission::CalendarRead, Permission::ScheduleOwn, Permission::PayOwn];
        assert_eq!(permissions_of(Role::Master), expected);
    }

    #[test]
    fn whoever_ranks_lower_may_do_nothing_that_a_higher_role_may_not() {
        for ranks in
            [[Role::Master, Role::Receptionist], [Role::Receptionist, Role::Manager], [Role::Manager, Role::Owner]]
        {
            for permission in permissions_of(ranks[0]) {
                assert!(allows(ranks[1], permission), "{} {permission}", ranks[1]);
            }
        }
    }

    #[test]
    fn only_an_owner_makes_or_changes_an_owner() {
        assert!(may_write_staff_of_role(Role::Owner, Role::Owner));
        assert!(!may_write_staff_of_role(Role::Manager, Role::Owner));
        assert!(may_write_staff_of_role(Role::Manager, Role::Receptionist));
        assert!(!may_write_staff_of_role(Role::Receptionist, Role::Master));
    }
}
