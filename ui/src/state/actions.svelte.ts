/** What can be done here and now. Screens add their actions; keys, menus and the palette read them. */
import { onMount } from 'svelte';
import { type Action, isWebviewKey, KeyDispatcher } from '../core/keys';
import { can } from './session.svelte';

interface Layer {
  actions: () => readonly Action[];
  modal: boolean;
}

let layers = $state.raw<readonly Layer[]>([]);
const scanListeners: ((code: string) => boolean)[] = [];

/** Adds actions while the component lives. A modal layer hides those below it. */
export function useActions(actions: () => readonly Action[], options: { modal?: boolean } = {}): void {
  onMount(() => {
    const layer: Layer = { actions, modal: options.modal ?? false };
    layers = [layer, ...layers];
    return () => {
      layers = layers.filter((other) => other !== layer);
    };
  });
}

/** Hears scans while the component lives; the last one added hears first, true stops. */
export function useScanner(heard: (code: string) => boolean): void {
  onMount(() => {
    scanListeners.unshift(heard);
    return () => scanListeners.splice(scanListeners.indexOf(heard), 1);
  });
}

/** The actions that can be reached now, innermost first, those the person may do. */
export function actions(): readonly Action[] {
  const cut = layers.findIndex((layer) => layer.modal);
  const open = cut < 0 ? layers : layers.slice(0, cut + 1);
  return open
    .flatMap((layer) => layer.actions())
    .filter((action) => action.permission === undefined || can(action.permission));
}

/** The action with this id, if it can be reached. */
export function actionOf(id: string): Action | undefined {
  return actions().find((action) => action.id === id);
}

function typing(): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return false;
  if (
    focused.isContentEditable ||
    focused instanceof HTMLTextAreaElement ||
    focused instanceof HTMLSelectElement
  )
    return true;
  const silent = ['checkbox', 'radio', 'button', 'submit', 'file', 'range', 'color'];
  return focused instanceof HTMLInputElement && !silent.includes(focused.type);
}

/** Listens to the keyboard; once, at the start. */
export function startKeys(): void {
  const dispatcher = new KeyDispatcher({
    actions,
    typing,
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    scanned: (code) => scanListeners.some((heard) => heard(code)),
    // Not by its value: the field must hear it as it hears typing, and Ctrl+Z must know it.
    insert: (text) => document.execCommand('insertText', false, text),
  });
  window.addEventListener('focusin', () => {
    if (typing()) dispatcher.fieldStands();
  });
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    // Space and Enter on a button or link press it.
    const pressable = document.activeElement?.closest(
      'button, a, summary, [role=button], [role=menuitem], [role=option]',
    );
    if (
      pressable &&
      !dispatcher.scanning &&
      /^(Enter|Space|NumpadEnter)$/.test(event.code) &&
      !event.ctrlKey &&
      !event.altKey
    )
      return;
    const taken = dispatcher.press(event);
    if (taken || (import.meta.env.PROD && isWebviewKey(event))) event.preventDefault();
  });
}
