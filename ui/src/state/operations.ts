/** Operations by their human name: the undo list and the history say what was done. */
import * as m from '../paraglide/messages.js';

const names: Record<string, () => string> = {
  client_created: m.operation_client_created,
  client_updated: m.operation_client_updated,
  client_retired: m.operation_client_retired,
  client_restored: m.operation_client_restored,
  clients_imported: m.operation_clients_imported,
  staff_member_created: m.operation_staff_member_created,
  staff_member_updated: m.operation_staff_member_updated,
  staff_member_retired: m.operation_staff_member_retired,
  work_hours_set: m.operation_work_hours_set,
  services_created: m.operation_services_created,
  service_updated: m.operation_service_updated,
  service_retired: m.operation_service_retired,
  salon_created: m.operation_salon_created,
  salon_updated: m.operation_salon_updated,
  appointment_booked: m.operation_appointment_booked,
  appointment_updated: m.operation_appointment_updated,
  appointment_moved: m.operation_appointment_moved,
  appointment_status_set: m.operation_appointment_status_set,
  shift_opened: m.operation_shift_opened,
  shift_closed: m.operation_shift_closed,
  payment_taken: m.operation_payment_taken,
  receipt_voided: m.operation_receipt_voided,
  operation_undone: m.operation_operation_undone,
  operation_redone: m.operation_operation_redone,
};

/** `appointment_moved` → 'Visit moved'. An unknown kind gets the fallback. */
export function operationName(kind: string, fallback: string = m.operation_other()): string {
  return names[kind]?.() ?? fallback;
}
