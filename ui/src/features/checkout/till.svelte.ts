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
import { creditKey, type CreditChoice } from './credits';
import { type LineProblem, readPayLine } from './payline';

export interface Row extends Omit<DraftPayment, 'tip'> {
  /** Which row it is: the method, and of what the client has with the salon: of which. */
  key: string;
  kind: MethodKind;
  name: string;
  /** Of what the client has with the salon: which. */
  sourceId: string | null;
  /** Of a package: the line that a session pays; then the sum is what remains of it. */
  lineId: string | null;
}

const isCredit = (row: Row) => row.most !== undefined;

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
  readonly problems = $derived([
    ...problemsOf(this.drafts, this.remaining),
    ...(this.tipTotal > 0 && this.tipRow < 0 ? [{ index: 0, kind: 'tips' as const }] : []),
  ]);
  /** What is chosen of what the client has with the salon. */
  readonly credits = $derived(this.rows.filter(isCredit));
  /** What money still has to cover. */
  readonly forMoney = $derived(leftOf(draftsOf(this.credits), this.remaining));

  constructor(digits: number) {
    this.#digits = digits;
  }

  /**
   * The engine's figures; a draft that nobody touched follows them, one in a line is read anew.
   * Of what the client has with the salon only what is still offered stays.
   */
  follow(methods: readonly PaymentMethod[], remaining: number, offered?: readonly CreditChoice[]): void {
    this.methods = methods;
    this.remaining = remaining;
    if (offered) this.#refresh(offered);
    const first = methods[0];
    if (remaining <= 0 || !first) return;
    if (this.line !== '') this.write(this.line);
    else if (!this.split) this.#begin(first);
  }

  #refresh(offered: readonly CreditChoice[]): void {
    this.rows = this.rows.flatMap((row) => {
      // A certificate was asked for by its code: no list offers it.
      if (!isCredit(row) || row.kind === 'certificate') return [row];
      const now = offered.find((one) => creditKey(one) === row.key);
      if (!now) return [];
      const amount = now.lineId ? now.most : Math.min(row.amount ?? 0, now.most);
      return [{ ...row, most: now.most, amount }];
    });
  }

  /** What credits leave, all on one method: the one in use, or the first. */
  #begin(first: PaymentMethod): void {
    const { methods } = this;
    const credits = this.rows.filter(isCredit);
    const used = this.rows.find((row) => !isCredit(row))?.methodId;
    const now = methods.find((one) => one.method_id === used) ?? first;
    const rest = leftOf(draftsOf(credits), this.remaining);
    this.rows = rest > 0 || credits.length === 0 ? [...credits, rowOf(now, rest)] : credits;
    this.focused = this.rows.length - 1;
  }

  /** A method's key: its row, the only row's other method, or a row of its own with the rest. */
  choose(method: PaymentMethod): void {
    this.#leaveLine();
    const own = this.rows.findIndex((row) => row.methodId === method.method_id);
    const credits = this.rows.filter(isCredit);
    if (own >= 0) this.focused = own;
    else if (!this.split && this.rows.length - credits.length <= 1) {
      this.rows = [...credits, rowOf(method, Math.max(leftOf(draftsOf(credits), this.remaining), 0))];
      this.focused = this.rows.length - 1;
    } else {
      this.rows.push(rowOf(method, restFor(this.drafts, this.rows.length, this.remaining)));
      this.focused = this.rows.length - 1;
    }
  }

  /** From what the client has with the salon, as far as it goes; money takes the rest. Chosen again: not. */
  chooseCredit(choice: CreditChoice): void {
    const key = creditKey(choice);
    const own = this.rows.findIndex((row) => row.key === key);
    if (own >= 0) return this.remove(own);
    this.#leaveLine();
    // Rows that nobody typed give way; those that were typed keep what they have.
    const others = this.split ? this.drafts : this.drafts.filter(isCreditDraft);
    const free = Math.max(leftOf(others, this.remaining), 0);
    const row = creditRow(choice, choice.lineId ? choice.most : Math.min(choice.most, free));
    this.rows = [...this.rows.filter(isCredit), row, ...this.rows.filter((one) => !isCredit(one))];
    this.focused = this.rows.findIndex((one) => one.key === key);
    this.#follow();
  }

  /** The money that nobody typed takes what the rest leaves. */
  #follow(): void {
    const [first] = this.methods;
    if (this.split || !first) return;
    const key = this.rows[this.focused]?.key;
    this.#begin(first);
    const focused = this.rows.findIndex((row) => row.key === key);
    if (focused >= 0) this.focused = focused;
  }

  remove(index: number): void {
    this.#leaveLine();
    const gone = this.rows[index];
    this.rows = this.rows.filter((_, other) => other !== index);
    this.focused = Math.max(Math.min(this.focused, this.rows.length - 1), 0);
    const money = this.rows.filter((row) => !isCredit(row));
    if (gone && isCredit(gone)) this.#follow();
    else if (money.length <= 1) this.split = money.some((row) => row.amount !== this.forMoney);
  }

  /** The rest on the method in focus. */
  fillRest(): void {
    const row = this.rows[this.focused];
    if (!row) return;
    if (row.lineId !== null) return;
    this.#leaveLine();
    row.amount = Math.min(restFor(this.drafts, this.focused, this.remaining), row.most ?? this.remaining);
    row.tendered = null;
  }

  typed(index: number, amount: number | null): void {
    const row = this.rows[index];
    if (!row) return;
    this.#leaveLine();
    row.amount = amount;
    if (isCredit(row)) return this.#follow();
    // Who types just what remains has not divided it.
    const money = this.rows.filter((one) => !isCredit(one));
    this.split = money.length > 1 || amount !== this.forMoney;
  }

  hand(index: number, tendered: number | null): void {
    const row = this.rows[index];
    if (row) row.tendered = tendered;
  }

  /** The payment in one line: what can be read of it stands in the rows at once. */
  write(text: string): void {
    this.line = text;
    const [first] = this.methods;
    const { parts, problem } = readPayLine(text, this.methods, this.forMoney, this.#digits);
    this.unread = problem;
    if (parts && parts.length > 0) this.#arrange(parts);
    else if (!problem && first) {
      this.split = false;
      this.#begin(first);
    }
  }

  #arrange(parts: readonly { methodId: string; amount: number }[]): void {
    this.split = true;
    const money = parts.flatMap((part) => {
      const method = this.methods.find((one) => one.method_id === part.methodId);
      return method ? [rowOf(method, part.amount)] : [];
    });
    this.rows = [...this.credits, ...money];
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
    this.rows = this.rows.filter((row) => !isCredit(row));
    this.tips = [];
    this.tipMethod = null;
  }

  /** What was sent and not answered, to be seen again. */
  restore(sent: TakePayment, offered: readonly CreditChoice[] = []): void {
    this.split = true;
    this.rows = sent.payments.map((payment) => {
      const { method_id, source_id, line_id, amount_minor } = payment;
      const method = this.methods.find((one) => one.method_id === method_id);
      if (method) return { ...rowOf(method, amount_minor), tendered: payment.tendered_minor };
      const known = offered.find((one) => one.methodId === method_id && one.sourceId === source_id);
      const choice = known ?? {
        kind: 'certificate',
        name: '',
        methodId: method_id,
        sourceId: source_id ?? '',
      };
      return creditRow({ ...choice, lineId: line_id, most: amount_minor }, amount_minor);
    });
    this.tips = sent.tips.map((tip) => ({ staffId: tip.staff_id, amount: tip.amount_minor }));
    this.tipMethod = sent.payments.find((payment) => payment.tip_minor > 0)?.method_id ?? null;
  }

  /** The payment as the engine takes it; `others`: visits that are paid with this one. */
  input(visitId: string, complete: boolean, others: readonly string[] = []): TakePayment {
    return {
      appointment_id: visitId,
      with: [...others],
      payments: this.drafts.map((row) => ({
        method_id: row.methodId,
        source_id: row.sourceId,
        line_id: row.lineId,
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
    key: method.method_id,
    methodId: method.method_id,
    kind: method.kind,
    name: method.name,
    cash: method.kind === 'cash',
    amount,
    tendered: null,
    sourceId: null,
    lineId: null,
  };
}

function creditRow(choice: CreditChoice, amount: number): Row {
  const { kind, name, methodId, sourceId, lineId, most } = choice;
  const money = { cash: false, tendered: null, amount };
  return { key: creditKey(choice), methodId, kind, name, sourceId, lineId, most, ...money };
}

const draftsOf = (rows: readonly Row[]) => rows.map((row) => ({ ...row, tip: 0 }));
const isCreditDraft = (draft: DraftPayment) => draft.most !== undefined;
