//! Group appointments: one time and staff member, several places. Each client in it has a
//! visit, a price and a receipt of their own.

use adelante_base::GroupEventId;
use adelante_domain::appointment::DURATION_MIN;
use adelante_domain::permission::Permission;
use adelante_store::appointment::group::{self, GroupEvent};
use adelante_store::appointment::{self, Line};
use adelante_store::{Connection, Door};
use adelante_wire::{
    BookAppointment, BookLine, ConflictKind, Done, ErrorCode, GroupEventSaved, RetireGroupEvent, SaveGroupEvent,
};

use super::{book, change, conflict};
use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result, at_most};

impl Mutation for SaveGroupEvent {
    type Output = GroupEventSaved;
    const KIND: &'static str = "group_event_saved";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<GroupEventSaved>> {
        at_most("title", &self.title, 100)?;
        book::check_start(self.start_min)?;
        if !(1..=100).contains(&self.places) {
            return Err(EngineError::out_of_range("places", 1, 100));
        }
        let group = planned(self, door)?;
        match self.group_id {
            Some(id) => move_members(context, door, id, &group, self.override_conflicts)?,
            None => {
                check(context, door, &group, None, self.override_conflicts)?;
                group::insert(door, &group)?;
            }
        }
        Ok(Answer::of(GroupEventSaved { group_id: group.id }))
    }
}

fn planned(asked: &SaveGroupEvent, door: &Door<'_>) -> Result<GroupEvent> {
    let service = crate::service::living(door.connection(), asked.service_id)?;
    crate::staff::living(door.connection(), asked.staff_id)?;
    let duration_min = asked.duration_min.unwrap_or(service.duration_min);
    if !DURATION_MIN.contains(&duration_min) {
        return Err(EngineError::out_of_range("duration_min", DURATION_MIN.start(), DURATION_MIN.end()));
    }
    Ok(GroupEvent {
        id: asked.group_id.unwrap_or_else(|| GroupEventId::new(door.ids(), door.at())),
        service_id: asked.service_id,
        staff_id: asked.staff_id,
        day: asked.day,
        start_min: asked.start_min,
        duration_min,
        places: asked.places,
        title: asked.title.trim().to_owned(),
        taken: 0,
    })
}

/// The group's own time must be free, as for a visit without a client; where the person insists
/// and may, says what it stands in spite of.
fn check(
    context: &Context<'_>,
    door: &Door<'_>,
    group: &GroupEvent,
    moving: Option<GroupEventId>,
    insists: bool,
) -> Result<Vec<ConflictKind>> {
    let line = line_of(group);
    let planned = book::planned(door, (group.day, group.start_min), &[line], &[], None)?;
    let lines: Vec<Line> = planned.into_iter().map(|planned| planned.line).collect();
    let asked = conflict::Asked { lines: &lines, client: None, visit: None, group: None, wish: None, moving };
    conflict::decide(context, door.connection(), &asked, insists)
}

/// The group and every visit in it move together.
fn move_members(
    context: &Context<'_>,
    door: &Door<'_>,
    id: GroupEventId,
    to: &GroupEvent,
    insists: bool,
) -> Result<()> {
    let present = group::get(door.connection(), id)?.ok_or_else(|| EngineError::not_found("group_event"))?;
    if present.service_id != to.service_id {
        return Err(EngineError::new(ErrorCode::StillUsed).with("what", "service"));
    }
    if present.taken > to.places {
        return Err(EngineError::new(ErrorCode::GroupFull).with("places", to.places));
    }
    let place = |group: &GroupEvent| (group.staff_id, group.day, group.start_min, group.duration_min);
    if place(&present) == place(to) {
        return Ok(group::update(door, to)?);
    }
    let members = group::members(door.connection(), id)?;
    let conflicts = check(context, door, to, Some(id), insists)?;
    group::update(door, to)?;
    for member in members {
        let visit = change::open_visit(door, member)?;
        let moved: Vec<Line> = appointment::lines(door.connection(), member)?
            .into_iter()
            .map(|line| Line {
                staff_id: to.staff_id,
                day: to.day,
                start_min: to.start_min,
                duration_min: to.duration_min,
                ..line
            })
            .collect();
        change::write_schedule(door, &visit, (to.day, to.start_min), conflicts.clone(), &moved)?;
    }
    Ok(())
}

fn line_of(group: &GroupEvent) -> BookLine {
    BookLine {
        service_id: group.service_id,
        staff_id: group.staff_id,
        start_min: Some(group.start_min),
        duration_min: Some(group.duration_min),
        price_minor: None,
        line_id: None,
    }
}

/// A booking into a group stands where the group stands.
pub(super) fn place_in(connection: &Connection, id: GroupEventId, asked: &BookAppointment) -> Result<BookAppointment> {
    let group = group::get(connection, id)?.ok_or_else(|| EngineError::not_found("group_event"))?;
    let price_minor = asked.lines.first().and_then(|line| line.price_minor);
    let line = BookLine { price_minor, ..line_of(&group) };
    Ok(BookAppointment { day: group.day, start_min: group.start_min, lines: vec![line], ..asked.clone() })
}

impl Mutation for RetireGroupEvent {
    type Output = Done;
    const KIND: &'static str = "group_event_retired";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let group =
            group::get(door.connection(), self.group_id)?.ok_or_else(|| EngineError::not_found("group_event"))?;
        if group.taken > 0 {
            let error = EngineError::new(ErrorCode::HasVisits).with("count", group.taken);
            return Err(error.with("first_day", group.day));
        }
        door.retire("group_event", &self.group_id.to_string())?;
        Ok(Answer::of(Done {}))
    }
}
