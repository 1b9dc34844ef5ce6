/** The payments of one visit while they are being put together. */
import type { MethodKind, PaymentMethod, TakePayment } from '../../api';
import { splitEvenly } from '../../core/money';
import {
  askedOf,
  changeOf,
  type DraftPayment,
  leftOf,
  problemsOf,
  restFor,
  sumTyped,
  tipIndex,
} from '../../core/payments';
import { type LineProblem, readPayLine } from './payline';

export interface Row extends Omit<DraftPayment, 'tip'> {
  kind: MethodKind;
  name: string;
}

export interface Tip {
  staffId: string;
  amount: number;
}

export class Till {
  /** Digits of the currency. */
  readonly #digits: number;
  rows = $state<Row[]>([]);
  /** The row that keys and hints act on. */
  focused = $state(0);
  /** Somebody typed a sum: from now on another method is added, not taken instead. */
  split = $state(false);
  remaining = $state(0);
  methods = $state.raw<readonly PaymentMethod[]>([]);
  tips = $state<Tip[]>([]);
  /** The method that the tips were wished to go with. */
  tipMethod = $state<string | null>(null);
  /** The payment written in one line, while it stands for the rows. */
  line = $state('');
  /** Why the line cannot be followed; then the rows stay as they were. */
  unread = $state.raw<LineProblem | null>(null);

  readonly tipTotal = $derived(sumTyped(this.tips.map((tip) => tip.amount)));
  readonly tipRow = $derived(tipIndex(this.rows, this.tipMethod));
  readonly drafts = $derived(
    this.rows.map((row, index) => ({ ...row, tip: index === this.tipRow ? this.tipTotal : 0 })),
  );
  readonly left = $derived(leftOf(this.drafts, this.remaining));
  readonly asked = $derived(askedOf(this.drafts));
  readonly change = $derived(changeOf(this.drafts));
  readonly problems = $derived(problemsOf(this.drafts, this.remaining));

  constructor(digits: number) {
    this.#digits = digits;
  }

  /** The engine's figures; a draft that nobody touched follows them, one in a line is read anew. */
  follow(methods: readonly PaymentMethod[], remaining: number): void {
    this.methods = methods;
    this.remaining = remaining;
    const first = methods[0];
    if (remaining <= 0 || !first) return;
    if (this.line !== '') this.write(this.line);
    else if (!this.split) this.#begin(first);
  }

  /** All on one method: the one in use, or the first. */
  #begin(first: PaymentMethod): void {
    const { methods, remaining } = this;
    const now = methods.find((one) => one.method_id === this.rows[0]?.methodId) ?? first;
    this.rows = [rowOf(now, remaining)];
    this.focused = 0;
  }

  /** A method's key: its row, the only row's other method, or a row of its own with the rest. */
  choose(method: PaymentMethod): void {
    this.#leaveLine();
    const own = this.rows.findIndex((row) => row.methodId === method.method_id);
    if (own >= 0) this.focused = own;
    else if (!this.split && this.rows.length <= 1) {
      this.rows = [rowOf(method, this.remaining)];
      this.focused = 0;
    } else {
      this.rows.push(rowOf(method, restFor(this.drafts, this.rows.length, this.remaining)));
      this.focused = this.rows.length - 1;
    }
  }

  remove(index: number): void {
    this.#leaveLine();
    this.rows = this.rows.filter((_, other) => other !== index);
    this.focused = Math.max(Math.min(this.focused, this.rows.length - 1), 0);
    if (this.rows.length <= 1) this.split = this.rows.some((row) => row.amount !== this.remaining);
  }

  /** The rest on the method in focus. */
  fillRest(): void {
    const row = this.rows[this.focused];
    if (!row) return;
    this.#leaveLine();
    row.amount = restFor(this.drafts, this.focused, this.remaining);
    row.tendered = null;
  }

  typed(index: number, amount: number | null): void {
    const row = this.rows[index];
    if (!row) return;
    this.#leaveLine();
    row.amount = amount;
    this.split = true;
  }

  hand(index: number, tendered: number | null): void {
    const row = this.rows[index];
    if (row) row.tendered = tendered;
  }

  /** The payment in one line: what can be read of it stands in the rows at once. */
  write(text: string): void {
    this.line = text;
    const [first] = this.methods;
    const { parts, problem } = readPayLine(text, this.methods, this.remaining, this.#digits);
    this.unread = problem;
    if (parts && parts.length > 0) this.#arrange(parts);
    else if (!problem && first) {
      this.split = false;
      this.#begin(first);
    }
  }

  #arrange(parts: readonly { methodId: string; amount: number }[]): void {
    this.split = true;
    this.rows = parts.flatMap((part) => {
      const method = this.methods.find((one) => one.method_id === part.methodId);
      return method ? [rowOf(method, part.amount)] : [];
    });
    this.focused = Math.max(Math.min(this.focused, this.rows.length - 1), 0);
  }

  /** The rows are changed by hand: the line no longer says what they do. */
  #leaveLine(): void {
    this.line = '';
    this.unread = null;
  }

  /** Tips for one person, in place of what the person had; nobody else's change. */
  tip(staffId: string, amount: number): void {
    const others = this.tips.filter((tip) => tip.staffId !== staffId);
    this.tips = amount > 0 ? [...others, { staffId, amount }] : others;
  }

  /** Tips for all of them, in equal parts. */
  tipEvenly(staffIds: readonly string[], amount: number): void {
    const shares = splitEvenly(amount, staffIds.length);
    this.tips = staffIds
      .map((staffId, index) => ({ staffId, amount: shares[index] ?? 0 }))
      .filter((tip) => tip.amount > 0);
  }

  /** The money is taken: what comes next begins anew. */
  settle(): void {
    this.#leaveLine();
    this.split = false;
    this.tips = [];
    this.tipMethod = null;
  }

  /** What was sent and not answered, to be seen again. */
  restore(sent: TakePayment): void {
    this.split = true;
    this.rows = sent.payments.flatMap((payment) => {
      const method = this.methods.find((one) => one.method_id === payment.method_id);
      return method ? [{ ...rowOf(method, payment.amount_minor), tendered: payment.tendered_minor }] : [];
    });
    this.tips = sent.tips.map((tip) => ({ staffId: tip.staff_id, amount: tip.amount_minor }));
    this.tipMethod = sent.payments.find((payment) => payment.tip_minor > 0)?.method_id ?? null;
  }

  input(visitId: string, complete: boolean): TakePayment {
    return {
      appointment_id: visitId,
      payments: this.drafts.map((row) => ({
        method_id: row.methodId,
        amount_minor: row.amount ?? 0,
        tendered_minor: row.cash ? row.tendered : null,
        tip_minor: row.tip,
      })),
      tips: this.tips.map((tip) => ({ staff_id: tip.staffId, amount_minor: tip.amount })),
      after: complete ? 'complete' : 'keep',
    };
  }
}

function rowOf(method: PaymentMethod, amount: number): Row {
  return {
    methodId: method.method_id,
    kind: method.kind,
    name: method.name,
    cash: method.kind === 'cash',
    amount,
    tendered: null,
  };
}
