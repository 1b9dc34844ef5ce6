/** The import as it goes: it lives beside the screen, so that leaving and coming back loses nothing. */
import {
  ask,
  call,
  fileToBase64,
  type ImportField,
  type ImportPreview,
  type ImportReport,
  invalidate,
  mutationHooks,
  onEvent,
  queryClient,
  queryKey,
} from '../../api';
import { formatNumber } from '../../core/money';
import * as m from '../../paraglide/messages.js';
import { looksLikeTable, withField } from './report';

type Step = 'choose' | 'check' | 'running' | 'done';

/** What the file cannot be, before anybody reads it. */
const LARGEST_FILE = 50 * 1024 * 1024;
const ASK_AGAIN_MS = 500;

class ImportWizard {
  step = $state<Step>('choose');
  fileName = $state('');
  preview = $state.raw<ImportPreview | null>(null);
  report = $state.raw<ImportReport | null>(null);
  error = $state.raw<unknown>(null);
  /** A refusal that needs no engine: the file is no table by its name, or too large. */
  refusal = $state<'not_a_table' | 'too_large' | null>(null);
  busy = $state(false);
  done = $state(0);
  total = $state(0);
  undone = $state(false);
  undoId = $state<string | null>(null);

  read = async (file: File): Promise<void> => {
    if (this.busy) return;
    this.reset();
    this.fileName = file.name;
    if (!looksLikeTable(file.name)) this.refusal = 'not_a_table';
    else if (file.size > LARGEST_FILE) this.refusal = 'too_large';
    if (this.refusal) return;
    this.busy = true;
    try {
      const content_base64 = await fileToBase64(file);
      this.preview = await call('read_import', { file_name: file.name, content_base64 });
      this.step = 'check';
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  };

  /** Takes a column for something else and looks again. */
  map = async (column: number, field: ImportField): Promise<void> => {
    if (!this.preview || this.busy) return;
    this.busy = true;
    this.error = null;
    try {
      const { import_id, columns } = this.preview;
      this.preview = await call('map_import', { import_id, fields: withField(columns, column, field) });
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  };

  run = async (): Promise<void> => {
    if (!this.preview || this.busy) return;
    const { import_id, counts } = this.preview;
    this.busy = true;
    this.error = null;
    this.step = 'running';
    this.done = 0;
    this.total = counts.read;
    const stop = this.#follow(import_id);
    try {
      this.report = await call('run_import', { import_id });
      this.step = 'done';
      invalidate('clients', 'history', 'host');
      const count = this.report.counts.created;
      mutationHooks.succeeded(m.import_toast({ count, shown: formatNumber(count) }), true);
      this.undoId = await lastImport();
    } catch (error) {
      this.error = error;
      this.step = 'check';
    } finally {
      stop();
      this.busy = false;
    }
  };

  /** Takes the whole import back. */
  undo = async (): Promise<boolean> => {
    if (this.undoId === null || this.busy) return false;
    this.busy = true;
    this.error = null;
    try {
      await call('undo', { operation_id: this.undoId });
      this.undone = true;
      return true;
    } catch (error) {
      this.error = error;
      return false;
    } finally {
      this.busy = false;
    }
  };

  reset = (): void => {
    this.step = 'choose';
    this.fileName = '';
    this.preview = null;
    this.report = null;
    this.error = null;
    this.refusal = null;
    this.undone = false;
    this.undoId = null;
    this.done = 0;
    this.total = 0;
  };

  /** Events tell how far it is; where the line loses one, asking does. */
  #follow(import_id: string): () => void {
    const further = (done: number, total: number) => {
      this.done = Math.max(this.done, done);
      if (total > 0) this.total = total;
    };
    const stop = onEvent((event) => {
      if (event.kind === 'import_progress') further(event.done, event.total);
    });
    const timer = setInterval(() => {
      call('get_import_progress', { import_id }).then(
        (state) => further(state.done, state.total),
        () => undefined,
      );
    }, ASK_AGAIN_MS);
    return () => {
      stop();
      clearInterval(timer);
    };
  }
}

/** The import that was just made, as the undo list knows it. */
async function lastImport(): Promise<string | null> {
  await queryClient.invalidateQueries({ queryKey: queryKey('list_undo', {}), refetchType: 'none' });
  const list = await ask('list_undo', {}).catch(() => null);
  const last = list?.undo[0];
  return last?.kind === 'clients_imported' ? last.operation_id : null;
}

export const wizard = new ImportWizard();
