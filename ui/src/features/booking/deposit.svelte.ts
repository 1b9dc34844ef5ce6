/** The question what becomes of a visit's deposit when the visit is called off or missed. */
import {
  ask,
  type Deposit,
  type DepositChoice,
  type DepositEnd,
  type DepositProposal,
  useQuery,
} from '../../api';

export class DepositQuestion {
  readonly #query;
  readonly #visitId: () => string | null;
  readonly #missed: () => boolean;
  #chosen = $state<DepositEnd | null>(null);

  /** To be made while a component is; `visitId` is null while nothing is asked. */
  constructor(visitId: () => string | null, missed: () => boolean) {
    this.#visitId = visitId;
    this.#missed = missed;
    this.#query = useQuery(
      'get_deposit',
      () => ({ appointment_id: visitId() ?? '' }),
      () => ({ enabled: visitId() !== null }),
    );
  }

  /** What is known of it, where something is held. */
  get deposit(): Deposit | null {
    const known = this.#visitId() === null ? undefined : this.#query.data;
    return known && known.held_minor > 0 ? known : null;
  }

  get proposal(): DepositProposal | null {
    const { deposit } = this;
    return deposit && proposalOf(deposit, this.#missed());
  }

  get choices(): readonly DepositChoice[] {
    return this.deposit?.choices ?? [];
  }

  /** What was chosen, else what the rule says; null where nothing is held. */
  get end(): DepositEnd | null {
    return this.proposal && (this.#chosen ?? this.proposal.end);
  }

  set end(end: DepositEnd | null) {
    this.#chosen = end;
  }

  /** Something else than the rule's was chosen: it needs a reason. */
  get against(): boolean {
    return this.end !== this.proposal?.end;
  }

  forget(): void {
    this.#chosen = null;
  }

  /** What is to be done, also where somebody was quicker than the first answer. */
  async answer(): Promise<DepositEnd | null> {
    const visitId = this.#visitId();
    if (visitId === null || this.#query.data) return this.end;
    const known = await ask('get_deposit', { appointment_id: visitId }).catch(() => null);
    return known && known.held_minor > 0 ? proposalOf(known, this.#missed()).end : null;
  }
}

function proposalOf(deposit: Deposit, missed: boolean): DepositProposal {
  return missed ? deposit.no_show : deposit.cancelled;
}

/** Money that went back is not taken again by undo. */
export function canTakeBack({ deposit }: { deposit: DepositEnd | null }): boolean {
  return deposit === null || deposit === 'keep';
}
