/** The importer's closed lists in the user's language. */
import type { ImportField, ImportProblemKind } from '../../api';
import * as m from '../../paraglide/messages.js';
import type { Outcome } from './report';

const fieldNames: Record<ImportField, () => string> = {
  skip: m.import_field_skip,
  full_name: m.import_field_full_name,
  first_name: m.import_field_first_name,
  last_name: m.import_field_last_name,
  middle_name: m.import_field_middle_name,
  phone: m.import_field_phone,
  email: m.import_field_email,
  birthday: m.import_field_birthday,
  gender: m.import_field_gender,
  allergy: m.import_field_allergy,
  note: m.import_field_note,
  source: m.import_field_source,
  tags: m.import_field_tags,
  discount: m.import_field_discount,
  card_number: m.import_field_card_number,
};
const problemNames: Record<ImportProblemKind, () => string> = {
  bad_phone: m.import_problem_bad_phone,
  bad_email: m.import_problem_bad_email,
  bad_date: m.import_problem_bad_date,
  bad_discount: m.import_problem_bad_discount,
  no_name_no_phone: m.import_problem_no_name_no_phone,
  duplicate_in_file: m.import_problem_duplicate_in_file,
  duplicate_in_salon: m.import_problem_duplicate_in_salon,
  ambiguous: m.import_problem_ambiguous,
  too_long: m.import_problem_too_long,
  allergy_in_note: m.import_problem_allergy_in_note,
};
const outcomeNames: Record<Outcome, () => string> = {
  created: m.import_outcome_created,
  updated: m.import_outcome_updated,
  skipped: m.import_outcome_skipped,
  rejected: m.import_outcome_rejected,
};

const doneNames: Record<Outcome, () => string> = {
  created: m.import_was_created,
  updated: m.import_was_updated,
  skipped: m.import_was_skipped,
  rejected: m.import_was_rejected,
};

export const doneName = (outcome: Outcome): string => doneNames[outcome]();
export const fieldName = (field: ImportField): string => fieldNames[field]();
export const problemName = (kind: ImportProblemKind): string => problemNames[kind]();
export const outcomeName = (outcome: string): string => outcomeNames[outcome as Outcome]?.() ?? outcome;
