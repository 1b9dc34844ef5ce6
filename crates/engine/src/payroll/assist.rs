//! Who assists at a booked service, for what share of its commission.

use adelante_base::AssistantId;
use adelante_base::vocabulary::AppointmentStatus;
use adelante_domain::commission::WHOLE_BP;
use adelante_domain::permission::Permission;
use adelante_store::commission::{self, Assistant};
use adelante_store::{Connection, Door};
use adelante_wire::{AssistantList, AssistantShare, Done, ErrorCode, LineAssistants, ListAssistants, SetAssistants};

use super::accrue;
use crate::appointment::living;
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result};

/// Assistants of one service.
const MOST: usize = 5;

impl Mutation for SetAssistants {
    type Output = Done;
    const KIND: &'static str = "assistants_set";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let (visit, main) = commission::visit_of(door.connection(), self.line_id)?
            .ok_or_else(|| EngineError::not_found("appointment_service"))?;
        let visit = living(door.connection(), visit)?;
        let done = visit.status == AppointmentStatus::Completed;
        if done {
            context.actor.check(Permission::Payroll)?;
        }
        check(self, door.connection(), main)?;
        let present = commission::assistants(door.connection(), visit.id)?;
        let present: Vec<&Assistant> = present.iter().filter(|one| one.line_id == self.line_id).collect();
        for one in &present {
            if !self.assistants.iter().any(|asked| asked.staff_id == one.staff_id) {
                door.retire("assistant", &one.id.to_string())?;
            }
        }
        for asked in &self.assistants {
            if let Some(known) = present.iter().find(|one| one.staff_id == asked.staff_id) {
                commission::update_assistant(door, known.id, asked.share_bp)?;
            } else {
                let id = AssistantId::new(door.ids(), door.at());
                let (staff_id, share_bp) = (asked.staff_id, asked.share_bp);
                commission::insert_assistant(door, &Assistant { id, line_id: self.line_id, staff_id, share_bp })?;
            }
        }
        let answer = Answer::of(Done {});
        if !done {
            return Ok(answer);
        }
        accrue::post(context, door, visit.id)?;
        Ok(answer.undone_by(Undo::Compensate("assistants_set").as_str()))
    }
}

fn check(asked: &SetAssistants, connection: &Connection, main: adelante_base::StaffMemberId) -> Result<()> {
    if asked.assistants.len() > MOST {
        return Err(EngineError::out_of_range("assistants", 0, MOST));
    }
    let mut whole = 0;
    for (index, one) in asked.assistants.iter().enumerate() {
        crate::staff::living(connection, one.staff_id)?;
        let twice = asked.assistants.iter().take(index).any(|other| other.staff_id == one.staff_id);
        if twice || one.staff_id == main {
            return Err(EngineError::new(ErrorCode::BadInput).with("field", "assistants"));
        }
        whole += u32::from(one.share_bp);
        if one.share_bp == 0 || whole > u32::from(WHOLE_BP) {
            return Err(EngineError::out_of_range("share_bp", 1, WHOLE_BP));
        }
    }
    Ok(())
}

impl Query for ListAssistants {
    type Output = AssistantList;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<AssistantList> {
        let visit = living(connection, self.appointment_id)?;
        let mut lines: Vec<LineAssistants> = Vec::new();
        for one in commission::assistants(connection, visit.id)? {
            let share = AssistantShare { staff_id: one.staff_id, share_bp: one.share_bp };
            match lines.iter_mut().find(|line| line.line_id == one.line_id) {
                Some(line) => line.assistants.push(share),
                None => lines.push(LineAssistants { line_id: one.line_id, assistants: vec![share] }),
            }
        }
        Ok(AssistantList { lines })
    }
}
