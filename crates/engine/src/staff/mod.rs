//! Staff members and their weekly hours.

pub mod offer;

use adelante_base::vocabulary::{AppointmentStatus, Role};
use adelante_base::{StaffMemberId, WorkHoursId};
use adelante_domain::appointment::is_open;
use adelante_domain::permission::{Permission, may_write_staff_of_role};
use adelante_domain::schedule;
use adelante_store::appointment::list::{self, Filter};
use adelante_store::service::Service;
use adelante_store::staff::{self, Hours, Staff, StoredStaff};
use adelante_store::{Connection, Door};
use adelante_wire::{
    CreateStaffMember, Done, ErrorCode, ListStaff, RetireStaffMember, SetWorkHours, StaffFields, StaffList,
    StaffMember, StaffMemberCreated, UpdateStaffMember, WeekdayHours,
};

use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, at_most, filled};

/// How far ahead visits are looked for.
const DAYS_AHEAD: i64 = 1_096;

impl Mutation for CreateStaffMember {
    type Output = StaffMemberCreated;
    const KIND: &'static str = "staff_member_created";
    const PERMISSION: Permission = Permission::StaffWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<StaffMemberCreated>> {
        may_write(context, self.staff.role)?;
        let staff_id = create(context, door, &checked(&self.staff)?)?;
        Ok(Answer::of(StaffMemberCreated { staff_id }))
    }
}

impl Mutation for UpdateStaffMember {
    type Output = Done;
    const KIND: &'static str = "staff_member_updated";
    const PERMISSION: Permission = Permission::StaffWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let present = living(door.connection(), self.staff_id)?;
        may_write(context, present.staff.role)?;
        may_write(context, self.staff.role)?;
        if present.staff.role == Role::Owner && self.staff.role != Role::Owner {
            keeps_an_owner(door.connection(), self.staff_id)?;
        }
        staff::update(door, self.staff_id, &checked(&self.staff)?)?;
        Ok(Answer::of(Done {}))
    }
}

impl Mutation for RetireStaffMember {
    type Output = Done;
    const KIND: &'static str = "staff_member_retired";
    const PERMISSION: Permission = Permission::StaffWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let present = living(door.connection(), self.staff_id)?;
        may_write(context, present.staff.role)?;
        if present.staff.role == Role::Owner {
            keeps_an_owner(door.connection(), self.staff_id)?;
        }
        has_no_visits_ahead(context, door.connection(), self.staff_id)?;
        door.retire("staff_member", &self.staff_id.to_string())?;
        Ok(Answer::of(Done {}))
    }
}

impl Mutation for SetWorkHours {
    type Output = Done;
    const KIND: &'static str = "work_hours_set";
    const PERMISSION: Permission = Permission::StaffWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        living(door.connection(), self.staff_id)?;
        let week: Vec<schedule::WeekdayHours> = self.week.iter().map(rule).collect();
        schedule::validate_week(&week).map_err(|bad| {
            EngineError::new(ErrorCode::BadTimes).with("field", "week").with("detail", format!("{bad:?}"))
        })?;
        set_week(door, self.staff_id, &week)?;
        Ok(Answer::of(Done {}))
    }
}

impl Query for ListStaff {
    type Output = StaffList;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<StaffList> {
        let hours = staff::hours(connection)?;
        let people = staff::list(connection)?.into_iter().filter(|member| self.retired || !member.retired);
        Ok(StaffList { staff: people.map(|member| shown(context, member, &hours)).collect() })
    }
}

/// Adds a staff member with the salon's hours: also used for the owner.
pub(crate) fn create(context: &Context<'_>, door: &Door<'_>, fields: &Staff) -> Result<StaffMemberId> {
    let id = StaffMemberId::new(door.ids(), door.at());
    staff::insert(door, id, fields)?;
    let (opens, closes) =
        context.salon_if_made().map_or((9 * 60, 20 * 60), |salon| (salon.opens_min, salon.closes_min));
    set_week(door, id, &schedule::week_of_salon_hours(opens, closes))?;
    Ok(id)
}

/// Somebody who works here.
pub(crate) fn living(connection: &Connection, id: StaffMemberId) -> Result<StoredStaff> {
    staff::get(connection, id)?.filter(|member| !member.retired).ok_or_else(|| EngineError::not_found("staff_member"))
}

/// Refuses somebody who left or does not do a service.
pub(crate) fn does(connection: &Connection, id: StaffMemberId, service: &Service) -> Result<()> {
    let member = living(connection, id)?;
    if crate::appointment::slots::does(&member, service.id) {
        return Ok(());
    }
    Err(EngineError::new(ErrorCode::SkillMissing).with("staff", member.staff.name).with("service", &service.name))
}

/// One weekday of somebody's hours as the rules have it; where none is stored, a day off.
pub(crate) fn weekday_hours(hours: &[Hours], staff: StaffMemberId, weekday: u8) -> schedule::WeekdayHours {
    let stored = hours.iter().find(|row| row.staff_id == staff && row.weekday == weekday);
    stored.map_or(schedule::WeekdayHours { working: false, ..schedule::WeekdayHours::open(weekday, 0, 0) }, |row| {
        schedule::WeekdayHours {
            weekday,
            working: row.working,
            start_min: row.start_min,
            end_min: row.end_min,
            break_start_min: row.break_start_min,
            break_end_min: row.break_end_min,
        }
    })
}

pub(crate) fn wire_hours(hours: &schedule::WeekdayHours) -> WeekdayHours {
    WeekdayHours {
        weekday: hours.weekday,
        working: hours.working,
        start_min: hours.start_min,
        end_min: hours.end_min,
        break_start_min: hours.break_start_min,
        break_end_min: hours.break_end_min,
    }
}

fn rule(hours: &WeekdayHours) -> schedule::WeekdayHours {
    schedule::WeekdayHours {
        weekday: hours.weekday,
        working: hours.working,
        start_min: hours.start_min,
        end_min: hours.end_min,
        break_start_min: hours.break_start_min,
        break_end_min: hours.break_end_min,
    }
}

fn set_week(door: &Door<'_>, staff_id: StaffMemberId, week: &[schedule::WeekdayHours]) -> Result<()> {
    let present = staff::hours(door.connection())?;
    for day in week {
        let row = Hours {
            id: WorkHoursId::new(door.ids(), door.at()),
            staff_id,
            weekday: day.weekday,
            working: day.working,
            start_min: day.start_min,
            end_min: day.end_min,
            break_start_min: day.break_start_min,
            break_end_min: day.break_end_min,
        };
        staff::set_hours(door, &present, &row)?;
    }
    Ok(())
}

fn may_write(context: &Context<'_>, role: Role) -> Result<()> {
    if may_write_staff_of_role(context.actor.role, role) {
        return Ok(());
    }
    Err(EngineError::new(ErrorCode::NotPermitted)
        .with("permission", Permission::StaffWrite)
        .with("role", context.actor.role))
}

/// Who leaves has no visits ahead: they are moved or cancelled first.
fn has_no_visits_ahead(context: &Context<'_>, connection: &Connection, leaving: StaffMemberId) -> Result<()> {
    let today = context.today().0;
    let open = AppointmentStatus::ALL.iter().copied().filter(|status| is_open(*status));
    let ahead = Filter {
        from: today,
        to: today.plus_days(DAYS_AHEAD),
        staff: Some(leaving),
        client: None,
        service: None,
        statuses: open.collect(),
        payments: Vec::new(),
        to_call: false,
        descending: false,
        limit: 1,
        offset: 0,
    };
    let Some(first) = list::page(connection, &ahead)?.into_iter().next() else { return Ok(()) };
    let count = list::count(connection, &ahead)?;
    Err(EngineError::new(ErrorCode::HasVisits).with("count", count).with("first_day", first.day))
}

fn keeps_an_owner(connection: &Connection, leaving: StaffMemberId) -> Result<()> {
    let others = staff::list(connection)?;
    let another =
        others.iter().any(|member| !member.retired && member.id != leaving && member.staff.role == Role::Owner);
    if another { Ok(()) } else { Err(EngineError::new(ErrorCode::StillUsed).with("what", "owner")) }
}

fn checked(fields: &StaffFields) -> Result<Staff> {
    filled("name", &fields.name, 100)?;
    at_most("position", &fields.position, 100)?;
    at_most("phone", &fields.phone, 40)?;
    at_most("tax_id", &fields.tax_id, 20)?;
    if fields.colour > 11 {
        return Err(EngineError::out_of_range("colour", 0, 11));
    }
    Ok(Staff {
        name: fields.name.trim().to_owned(),
        position: fields.position.trim().to_owned(),
        role: fields.role,
        in_calendar: fields.in_calendar,
        colour: fields.colour,
        phone: fields.phone.trim().to_owned(),
        services: fields.services.clone(),
        tax_id: fields.tax_id.trim().to_owned(),
    })
}

fn shown(_: &Context<'_>, member: StoredStaff, hours: &[Hours]) -> StaffMember {
    StaffMember {
        staff_id: member.id,
        initials: adelante_domain::client::initials(&member.staff.name),
        week: (0..7).map(|weekday| wire_hours(&weekday_hours(hours, member.id, weekday))).collect(),
        has_pin: member.has_pin,
        retired: member.retired,
        staff: StaffFields {
            name: member.staff.name,
            position: member.staff.position,
            role: member.staff.role,
            in_calendar: member.staff.in_calendar,
            colour: member.staff.colour,
            phone: member.staff.phone,
            services: member.staff.services,
            tax_id: member.staff.tax_id,
        },
    }
}
