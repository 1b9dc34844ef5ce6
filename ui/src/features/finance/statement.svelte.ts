/** A bank statement that was read and waits for what becomes of its lines. */
import {
  ask,
  type BankLine,
  call,
  type DecidedLine,
  fileToBase64,
  type LineAct,
  type LineReason,
  type StatementRead,
} from '../../api';
import { placeKey, placeOf } from './words';

/** A line with what becomes of it, as the screen changes it. */
export interface Decision {
  line: BankLine;
  act: LineAct;
  reason: LineReason;
  category: string;
  counterparty: string | null;
  operation: string | null;
  /** The other place of a transfer. */
  place: string;
}

export class StatementDraft {
  busy = $state(false);
  error = $state<unknown>(null);
  statement = $state.raw<StatementRead | null>(null);
  fileName = $state('');
  account = $state('');
  decisions = $state<Decision[]>([]);

  /** Lines that will be written. */
  get kept(): number {
    return this.decisions.filter((one) => one.act !== 'skip').length;
  }

  async read(file: File): Promise<void> {
    this.busy = true;
    this.error = null;
    try {
      const content_base64 = await fileToBase64(file);
      const read = await call('read_statement', { file_name: file.name, content_base64 });
      const { places } = await ask('list_money_places', {});
      const banks = places.filter((one) => one.place.kind === 'bank_account');
      const plain = (text: string) => text.replace(/\s/g, '').toUpperCase();
      const own = banks.find(
        (one) => read.account_number !== '' && plain(one.number) === plain(read.account_number),
      );
      this.fileName = file.name;
      this.statement = read;
      await this.choose((own ?? banks[0])?.place.owner ?? '');
    } catch (error) {
      this.error = error;
      this.statement = null;
    } finally {
      this.busy = false;
    }
  }

  /** Which account it is of; what is suggested depends on it. */
  async choose(account: string): Promise<void> {
    const read = this.statement;
    this.account = account;
    this.decisions = [];
    if (!read || account === '') return;
    try {
      const matched = await ask('match_statement', { bank_account_id: account, lines: read.lines });
      this.decisions = read.lines.flatMap((line, index) => {
        const found = matched.lines[index];
        if (!found) return [];
        return [
          {
            line,
            act: found.act,
            reason: found.reason,
            category: found.category_id ?? '',
            counterparty: found.counterparty_id,
            operation: found.operation_id,
            place: found.place ? placeKey(found.place) : '',
          },
        ];
      });
    } catch (error) {
      this.error = error;
    }
  }

  /** The lines as the engine takes them. */
  decided(): DecidedLine[] {
    return this.decisions.map((one) => ({
      line: one.line,
      act: one.act,
      category_id: one.act === 'record' ? one.category || null : null,
      counterparty_id: one.counterparty,
      operation_id: one.act === 'match' ? one.operation : null,
      place: one.act === 'transfer' && one.place !== '' ? placeOf(one.place) : null,
    }));
  }

  drop(): void {
    this.statement = null;
    this.decisions = [];
    this.error = null;
  }
}
