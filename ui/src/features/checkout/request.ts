/**
 * A payment on its way. Its request id is made once and kept with the visit until the engine has
 * answered, also over a reload of the window: asked again, the same money is not taken twice.
 */
import { newRequestId, type TakePayment } from '../../api';

export interface PaymentRequest {
  id: string;
  /** What was sent without an answer; `null` while nothing was sent. */
  sent: TakePayment | null;
}

const key = (visitId: string) => `adelante.payment.${visitId}`;

export function openRequest(visitId: string): PaymentRequest {
  const kept = readKept(sessionStorage.getItem(key(visitId)));
  return kept ?? keep(visitId, { id: newRequestId(), sent: null });
}

/** A payment of this visit was sent and not answered: nobody knows yet whether it was taken. */
export function unanswered(visitId: string): boolean {
  return (readKept(sessionStorage.getItem(key(visitId)))?.sent ?? null) !== null;
}

/** Other visits that a payment without an answer was for. */
export function sentWith(visitId: string): readonly string[] {
  return readKept(sessionStorage.getItem(key(visitId)))?.sent?.with ?? [];
}

/** Remembers what is being sent, before it is sent. */
export function sending(visitId: string, request: PaymentRequest, sent: TakePayment): PaymentRequest {
  return keep(visitId, { id: request.id, sent });
}

/** The engine answered: the next payment is another one. */
export function answered(visitId: string): PaymentRequest {
  return keep(visitId, { id: newRequestId(), sent: null });
}

/** The checkout is left with nothing under way. */
export function forget(visitId: string, request: PaymentRequest): void {
  if (request.sent === null) sessionStorage.removeItem(key(visitId));
}

function keep(visitId: string, request: PaymentRequest): PaymentRequest {
  sessionStorage.setItem(key(visitId), JSON.stringify(request));
  return request;
}

export function readKept(text: string | null): PaymentRequest | null {
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as Partial<PaymentRequest> | null;
    if (typeof kept?.id !== 'string') return null;
    return { id: kept.id, sent: kept.sent ?? null };
  } catch {
    return null;
  }
}
