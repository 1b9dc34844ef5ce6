/** A certificate by its code, as a way to pay. */
import { type Appointment, call, type Certificate } from '../../api';
import { certificateChoice, type CreditChoice } from './credits';

/** Codes of the certificates on a bill, once it is completed: before that they are none. */
export function soldCodes({ status, items }: Pick<Appointment, 'status' | 'items'>): string[] {
  if (status !== 'completed') return [];
  return items.filter(({ kind }) => kind === 'certificate').map(({ code }) => code);
}

/** The certificate as a choice; `null` where it has ended. Throws what the engine refuses. */
export async function byCode(code: string, method: string): Promise<CreditChoice | null> {
  const found: Certificate & { method_id?: string } = await call('find_certificate', { code });
  if (!found.usable) return null;
  return certificateChoice(found, method || found.method_id || '');
}
