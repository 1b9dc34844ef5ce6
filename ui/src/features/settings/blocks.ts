/** The four blocks of a service: hands on, waiting, finishing; and the clean-up after it. */
export interface Blocks {
  /** The client's whole time. */
  duration: number;
  processing: number;
  finishing: number;
  transition: number;
}

export type BlockName = 'active' | 'processing' | 'finishing' | 'transition';

/** Minutes with hands on before the waiting; below zero where the rest does not fit. */
export function activeOf({ duration, processing, finishing }: Blocks): number {
  return duration - processing - finishing;
}

/** The rest fits into the client's time. */
export function fits(blocks: Blocks): boolean {
  return activeOf(blocks) >= 0;
}

/** The blocks that have a length, in order. */
export function barOf(blocks: Blocks): { name: BlockName; minutes: number }[] {
  const { processing, finishing, transition } = blocks;
  const all: { name: BlockName; minutes: number }[] = [
    { name: 'active', minutes: Math.max(activeOf(blocks), 0) },
    { name: 'processing', minutes: processing },
    { name: 'finishing', minutes: finishing },
    { name: 'transition', minutes: transition },
  ];
  return all.filter((one) => one.minutes > 0);
}

/** Minutes that were typed; nothing typed is none. */
export function readMinutes(text: string): number | null {
  const plain = text.trim();
  if (plain === '') return 0;
  return /^\d{1,4}$/.test(plain) ? Number(plain) : null;
}
