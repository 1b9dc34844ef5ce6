/**
 * The payments that are being typed at the checkout, before the engine sees them: whole minor
 * units, no fractions. This counts only the draft; totals, change and receipts are the engine's.
 */

export interface DraftPayment {
  methodId: string;
  /** Only cash gives change. */
  cash: boolean;
  /** How much of the visit it pays; `null`: nothing, or nothing readable, is typed. */
  amount: number | null;
  /** What the client hands over; `null`: exactly the amount. */
  tendered: number | null;
  /** Tips that are taken with it, over the amount. */
  tip: number;
  /** From what the client has with the salon: at most so much, and never tips. */
  most?: number;
}

export type DraftProblem =
  | { index: number; kind: 'empty' }
  | { index: number; kind: 'over'; most: number }
  | { index: number; kind: 'tendered'; least: number }
  | { index: number; kind: 'tips' };

/** Sum of what is typed. */
export function sumTyped(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 0);
}

export function allocated(payments: readonly DraftPayment[]): number {
  return sumTyped(payments.map((payment) => Math.max(payment.amount ?? 0, 0)));
}

/** What no payment covers yet; below zero where too much is typed. */
export function leftOf(payments: readonly DraftPayment[], remaining: number): number {
  return remaining - allocated(payments);
}

/** The most that this payment can take beside the others. */
export function restFor(payments: readonly DraftPayment[], index: number, remaining: number): number {
  return Math.max(remaining - allocated(payments.filter((_, other) => other !== index)), 0);
}

/** What is asked of the client by this payment: its part of the visit, and the tips. */
export function askedBy(payment: DraftPayment): number {
  return Math.max(payment.amount ?? 0, 0) + payment.tip;
}

/** All that is asked of the client. */
export function askedOf(payments: readonly DraftPayment[]): number {
  return sumTyped(payments.map(askedBy));
}

/** Change that the draft would give back. */
export function changeOf(payments: readonly DraftPayment[]): number {
  const over = payments
    .filter((payment) => payment.cash && payment.tendered !== null)
    .map((payment) => Math.max((payment.tendered ?? 0) - askedBy(payment), 0));
  return sumTyped(over);
}

/** The payment that the tips go with: the wished one, else the first that takes any money. */
export function tipIndex(payments: readonly Omit<DraftPayment, 'tip'>[], wished: string | null): number {
  const takes = (payment: Omit<DraftPayment, 'tip'>) =>
    (payment.amount ?? 0) > 0 && payment.most === undefined;
  const own = payments.findIndex((payment) => payment.methodId === wished && takes(payment));
  return own >= 0 ? own : payments.findIndex(takes);
}

/** What a line cost before its discount. */
export function priceBefore(line: { price_minor: number; discount_minor: number }): number {
  return sumTyped([line.price_minor, line.discount_minor]);
}

/** What has to be put right before the money is taken, first the first. */
export function problemsOf(payments: readonly DraftPayment[], remaining: number): DraftProblem[] {
  const problems: DraftProblem[] = [];
  payments.forEach((payment, index) => {
    const { amount, tendered, cash } = payment;
    const asked = askedBy(payment);
    const most = Math.min(restFor(payments, index, remaining), payment.most ?? remaining);
    if (amount === null || amount <= 0) problems.push({ index, kind: 'empty' });
    else if (amount > most) problems.push({ index, kind: 'over', most });
    else if (cash && tendered !== null && tendered < asked)
      problems.push({ index, kind: 'tendered', least: asked });
  });
  return problems;
}
