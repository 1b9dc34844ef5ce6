/** Undo and redo of what this person did on this device, and the toasts about what was done. */
import { ask, call, invalidate, mutationHooks, queryClient, queryKey } from '../../api';
import * as m from '../../paraglide/messages.js';
import { sentence } from '../../state/errors';
import { operationName } from '../../state/operations';
import { dropOffers, toast } from '../../state/toasts.svelte';

/** The last step asked for: a key pressed twice quickly means two steps, one after the other. */
let last: Promise<void> = Promise.resolve();

/** Takes back the last thing, or a named operation; or does again what was taken back. */
export function step(command: 'undo' | 'redo', operation_id: string | null = null): Promise<void> {
  last = last.then(() => takeStep(command, operation_id));
  return last;
}

async function takeStep(command: 'undo' | 'redo', operation_id: string | null): Promise<void> {
  try {
    dropOffers();
    const { kind } = command === 'undo' ? await call('undo', { operation_id }) : await call('redo', {});
    const what = operationName(kind);
    if (command === 'undo') {
      toast(m.shell_undone({ what }), { action: { label: m.common_redo(), run: () => void step('redo') } });
    } else {
      toast(m.shell_redone({ what }), { action: { label: m.common_undo(), run: () => void step('undo') } });
    }
  } catch (error) {
    toast(sentence(error), { tone: 'bad' });
  } finally {
    invalidate('history');
  }
}

/** The operation that an undo would take back now. */
async function lastOperation(): Promise<string | null> {
  await queryClient.invalidateQueries({ queryKey: queryKey('list_undo', {}), refetchType: 'none' });
  const list = await ask('list_undo', {});
  return list.undo[0]?.operation_id ?? null;
}

/** Every successful change says so, where its screen wants it, and offers to be taken back. */
export function wireToasts(): void {
  mutationHooks.succeeded = (text, undo) => {
    dropOffers();
    if (text === null) return;
    if (!undo) {
      toast(text, { tone: 'ok' });
      return;
    }
    // Which operation it was is read now, so that the button takes back this one and no later one.
    const operation = lastOperation();
    operation.catch(() => undefined);
    const run = () => void operation.then((id) => step('undo', id)).catch(() => step('undo'));
    toast(text, { tone: 'ok', action: { label: m.common_undo(), run } });
  };
  mutationHooks.failed = (error) => toast(sentence(error), { tone: 'bad' });
}
