/** What makes an answer stale. The topics are those of the engine's `stale` events. */
import type { QueryName } from './client';

export type Topic =
  | 'clients'
  | 'staff'
  | 'services'
  | 'salon'
  | 'appointments'
  | 'money'
  | 'history'
  /** This device: stage, who can sign in, practice. */
  | 'app'
  /** Backups, printers: asked anew by whoever changed them. */
  | 'host';

export const topicsOf: Partial<Record<QueryName, readonly Topic[]>> = {
  get_client: ['clients', 'appointments', 'money'],
  search_clients: ['clients', 'appointments', 'money'],
  list_clients: ['clients', 'appointments', 'money'],
  list_staff: ['staff'],
  list_services: ['services'],
  get_starter_services: [],
  get_salon: ['salon'],
  list_countries: [],
  get_appointment: ['appointments', 'money', 'clients', 'staff', 'services'],
  get_day: ['appointments', 'money', 'clients', 'staff', 'services', 'salon'],
  find_slots: ['appointments', 'staff', 'services', 'salon'],
  get_checkout: ['appointments', 'money', 'clients'],
  get_shift: ['money'],
  list_shifts: ['money'],
  get_receipt: ['money'],
  list_receipts: ['money'],
  list_undo: ['history'],
  list_history: ['history'],
  get_app_state: ['app', 'salon', 'staff'],
  list_printers: ['host'],
  list_backups: ['host'],
  preview_receipt: ['money'],
  get_import_progress: ['host'],
};
