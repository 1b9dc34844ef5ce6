/** The payments of one visit while they are being put together. */
import type { MethodKind, PaymentMethod, TakePayment } from '../../api';
import { changeOf, type DraftPayment, leftOf, problemsOf, restFor } from '../../core/payments';

export interface Row extends DraftPayment {
  kind: MethodKind;
  name: string;
}

export class Till {
  rows = $state<Row[]>([]);
  /** The row that keys and hints act on. */
  focused = $state(0);
  /** Somebody typed a sum: from now on another method is added, not taken instead. */
  split = $state(false);
  remaining = $state(0);
  methods = $state.raw<readonly PaymentMethod[]>([]);

  readonly left = $derived(leftOf(this.rows, this.remaining));
  readonly change = $derived(changeOf(this.rows));
  readonly problems = $derived(problemsOf(this.rows, this.remaining));

  /** The engine's figures; a draft that nobody touched follows them. */
  follow(methods: readonly PaymentMethod[], remaining: number): void {
    this.methods = methods;
    this.remaining = remaining;
    const first = methods[0];
    if (this.split || remaining <= 0 || !first) return;
    const now = methods.find((one) => one.method_id === this.rows[0]?.methodId) ?? first;
    this.rows = [rowOf(now, remaining)];
    this.focused = 0;
  }

  /** A method's key: its row, the only row's other method, or a row of its own with the rest. */
  choose(method: PaymentMethod): void {
    const own = this.rows.findIndex((row) => row.methodId === method.method_id);
    if (own >= 0) this.focused = own;
    else if (!this.split && this.rows.length <= 1) {
      this.rows = [rowOf(method, this.remaining)];
      this.focused = 0;
    } else {
      this.rows.push(rowOf(method, restFor(this.rows, this.rows.length, this.remaining)));
      this.focused = this.rows.length - 1;
    }
  }

  /** A method of its own beside what there is, also where nobody typed yet. */
  add(method: PaymentMethod): void {
    this.split = true;
    this.choose(method);
  }

  remove(index: number): void {
    this.rows = this.rows.filter((_, other) => other !== index);
    this.focused = Math.max(Math.min(this.focused, this.rows.length - 1), 0);
    if (this.rows.length <= 1) this.split = this.rows.some((row) => row.amount !== this.remaining);
  }

  /** The rest on the method in focus. */
  fillRest(): void {
    const row = this.rows[this.focused];
    if (!row) return;
    row.amount = restFor(this.rows, this.focused, this.remaining);
    row.tendered = null;
  }

  typed(index: number, amount: number | null): void {
    const row = this.rows[index];
    if (!row) return;
    row.amount = amount;
    this.split = true;
  }

  hand(index: number, tendered: number | null): void {
    const row = this.rows[index];
    if (row) row.tendered = tendered;
  }

  /** What was sent and not answered, to be seen again. */
  restore(sent: TakePayment): void {
    this.split = true;
    this.rows = sent.payments.flatMap((payment) => {
      const method = this.methods.find((one) => one.method_id === payment.method_id);
      return method ? [{ ...rowOf(method, payment.amount_minor), tendered: payment.tendered_minor }] : [];
    });
  }

  input(visitId: string, complete: boolean): TakePayment {
    return {
      appointment_id: visitId,
      payments: this.rows.map((row) => ({
        method_id: row.methodId,
        amount_minor: row.amount ?? 0,
        tendered_minor: row.cash ? row.tendered : null,
      })),
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
