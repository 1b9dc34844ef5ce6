/** Visits at risk that the desk has looked at and lets be. Kept on this PC until their day is over. */
const KEPT = 'adelante.risk.ignored';

type Ignored = Record<string, string>;

/** Those whose day is not over. */
export function stillComing(ignored: Ignored, today: string): Ignored {
  return Object.fromEntries(Object.entries(ignored).filter(([, day]) => day >= today));
}

function read(): Ignored {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    return kept !== null && typeof kept === 'object' ? (kept as Ignored) : {};
  } catch {
    return {};
  }
}

export class IgnoredVisits {
  #kept = $state.raw<Ignored>(read());

  has(appointmentId: string): boolean {
    return appointmentId in this.#kept;
  }

  /** Lets a visit be, or looks after it again. */
  toggle(appointmentId: string, day: string, today: string): void {
    const next = stillComing(this.#kept, today);
    if (appointmentId in next) delete next[appointmentId];
    else next[appointmentId] = day;
    this.#kept = next;
    localStorage.setItem(KEPT, JSON.stringify(next));
  }
}
