/**
 * The keyboard: shortcuts by the key's place (`event.code`), so that N is N in a Cyrillic layout
 * too; single letters wait until it is sure that they are no scan; a held key acts once.
 */

/** A key with its modifiers, e.g. `KeyN`, `Ctrl+KeyK`, `Shift+Slash`, `F1`, `Ctrl+Enter`. */
export type Shortcut = string;

/** What a person can do here. One object feeds the key, the button, the menu and the palette. */
export interface Action {
  /** Unique, e.g. `calendar.new`. */
  id: string;
  /** Its name in the user's language now. */
  label: () => string;
  /** Keys that do it; the first is the one shown. */
  shortcuts?: readonly Shortcut[];
  /** Permission that the person needs, if any. */
  permission?: string;
  /** Whether it can be done right now; where absent: yes. */
  enabled?: () => boolean;
  /** Also while typing in a field (Ctrl+Enter, Esc, F-keys do so anyway). */
  whileTyping?: boolean;
  /** Not offered in the palette. */
  hidden?: boolean;
  /** Shown as a hint in the status bar. */
  hint?: boolean;
  /** The part of the screen in which the key acts, where it is not all of it. */
  within?: () => string;
  /** Opens a field to type into: letters that come before the field stands wait for it. */
  opensField?: boolean;
  run: () => void;
}

/** Keys that a part of the screen hears by itself: for the sheet of keys only. */
export function heardIn(
  within: () => string,
  keys: readonly (readonly [id: string, label: () => string, ...shortcuts: Shortcut[]])[],
): Action[] {
  return keys.map(([id, label, ...shortcuts]) => ({
    ...{ id, label, shortcuts, within },
    hidden: true,
    enabled: () => false,
    run: () => undefined,
  }));
}

/** The parts of a keyboard event that matter here. */
export interface KeyPress {
  code: string;
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  repeat: boolean;
  /** When it came, in milliseconds of any steady clock. */
  timeStamp: number;
}

const MODIFIERS = ['Ctrl', 'Alt', 'Shift'] as const;

export function shortcutOf(press: KeyPress): Shortcut {
  const on = [press.ctrlKey || press.metaKey, press.altKey, press.shiftKey];
  const code = press.code === 'NumpadEnter' ? 'Enter' : press.code;
  return [...MODIFIERS.filter((_, index) => on[index]), code].join('+');
}

const NAMES: Record<string, string> = {
  Slash: '/',
  'Shift+Slash': '?',
  Equal: '=',
  NumpadEqual: 'Num =',
  Escape: 'Esc',
  Enter: 'Enter',
  Space: 'Space',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Delete: 'Del',
};

/** The key's face for a hint: parts to be shown as key caps, `['Ctrl', 'K']`. Arrows come as words for icons. */
export function shortcutParts(shortcut: Shortcut): string[] {
  const whole = NAMES[shortcut];
  if (whole) return [whole];
  return shortcut.split('+').map((part) => NAMES[part] ?? part.replace(/^Key|^Digit/, ''));
}

const ARIA: Record<string, string> = { Ctrl: 'Control', Esc: 'Escape', 'Num =': '=' };

/** A shortcut as `aria-keyshortcuts` wants it. */
export function ariaShortcut(shortcut: Shortcut): string {
  return shortcutParts(shortcut)
    .map((part) => ARIA[part] ?? part)
    .join('+');
}

/** A shortcut that could also be the beginning of a scan or of typing: one character, no Ctrl or Alt. */
export function isPlain(shortcut: Shortcut): boolean {
  return /^(Shift\+)?(Key[A-Z]|Digit\d|Slash|Equal|Minus|Period|Comma|Space)$/.test(shortcut);
}

/** Shortcuts that act even while the person types. */
export function actsWhileTyping(shortcut: Shortcut): boolean {
  return /^(Escape|F\d{1,2}|Ctrl\+(Enter|KeyK)|Alt\+\w+)$/.test(shortcut);
}

const SCAN_GAP_MS = 30;
const SCAN_LENGTH = 6;
export const SILENCE_MS = 40;
/** So long letters wait for the field that a key opens. */
export const FIELD_MS = 3000;

/**
 * Tells a scanner from fingers: six or more characters with gaps under 30 ms are a scan.
 * Feed it every character; it answers with the code when Enter or silence ends the burst.
 */
export class ScanDetector {
  #text = '';
  #last = -Infinity;

  /** A character came. True while it may belong to a scan: then do not act on it alone. */
  push(character: string, at: number): boolean {
    this.#text = this.follows(at) ? this.#text + character : character;
    this.#last = at;
    return this.#text.length > 1;
  }

  /** A character that comes now would belong to those before. */
  follows(at: number): boolean {
    return at - this.#last < SCAN_GAP_MS;
  }

  /** Enough characters came for a scan, and it has not ended. */
  get running(): boolean {
    return this.#text.length >= SCAN_LENGTH;
  }

  /** Enter or silence: the scanned code, or `null` where it was only typing. */
  end(): string | null {
    const scanned = this.#text.length >= SCAN_LENGTH ? this.#text : null;
    this.#text = '';
    this.#last = -Infinity;
    return scanned;
  }
}

/** What the dispatcher needs from its surroundings; real in the window, by hand in tests. */
export interface KeyHost {
  /** Actions that can be done now, innermost first. */
  actions: () => readonly Action[];
  /** The person types in a field. */
  typing: () => boolean;
  /** A timer; the answer stops it. */
  later: (run: () => void, ms: number) => () => void;
  /** A code was scanned. */
  scanned: (code: string) => void;
  /** Letters that were typed ahead go into the field that stands now. */
  insert: (text: string) => void;
}

/** Turns presses into actions. */
export class KeyDispatcher {
  #host: KeyHost;
  #scan = new ScanDetector();
  #stop: (() => void) | null = null;
  /** The single letter that waits to be sure that it is no scan. */
  #single: (() => void) | null = null;
  /** Letters that wait for a field, and until when. */
  #ahead: { text: string; until: number } | null = null;

  constructor(host: KeyHost) {
    this.#host = host;
  }

  /** Characters come so fast that Enter belongs to them, not to what has the focus. */
  get scanning(): boolean {
    return this.#scan.running;
  }

  /** True where the press is taken: the caller prevents what the webview would do. */
  press(press: KeyPress): boolean {
    const shortcut = shortcutOf(press);
    const typing = this.#host.typing();
    const plain = !press.ctrlKey && !press.metaKey && !press.altKey;
    const character = plain && press.key.length === 1;
    if (character && !typing) return this.#character(press, shortcut);
    if (press.code === 'Enter' && !typing) {
      const code = this.#endScan();
      if (code !== null) {
        this.#host.scanned(code);
        return true;
      }
    }
    if (press.repeat && !/Arrow/.test(shortcut)) return this.#find(shortcut, typing) !== undefined;
    const action = this.#find(shortcut, typing);
    this.#run(action, press.timeStamp);
    return action !== undefined;
  }

  /** A field has the keyboard now: what was typed ahead goes into it. */
  fieldStands(): void {
    const text = this.#ahead?.text;
    this.#ahead = null;
    if (text) this.#host.insert(text);
  }

  #run(action: Action | undefined, at: number): void {
    if (!action) return;
    this.#ahead = action.opensField ? { text: '', until: at + FIELD_MS } : null;
    action.run();
  }

  #character(press: KeyPress, shortcut: Shortcut): boolean {
    // Fingers are slower than a scanner: the letter before was a shortcut, and acts before this one.
    if (!this.#scan.follows(press.timeStamp)) {
      this.#single?.();
      if (this.#host.typing()) return false;
    }
    if (this.#ahead && press.timeStamp <= this.#ahead.until) {
      this.#ahead.text += press.key;
      return true;
    }
    if (press.repeat) return this.#find(shortcut, false) !== undefined;
    this.#stop?.();
    const burst = this.#scan.push(press.key, press.timeStamp);
    const action = this.#find(shortcut, false);
    const settle = () => {
      this.#stop?.();
      this.#stop = this.#single = null;
      const code = this.#scan.end();
      if (code !== null) this.#host.scanned(code);
      else if (!burst) this.#run(action, press.timeStamp);
    };
    this.#single = burst ? null : settle;
    this.#stop = this.#host.later(settle, SILENCE_MS);
    return action !== undefined || burst;
  }

  #endScan(): string | null {
    this.#stop?.();
    this.#stop = this.#single = null;
    return this.#scan.end();
  }

  #find(shortcut: Shortcut, typing: boolean): Action | undefined {
    return this.#host
      .actions()
      .find(
        (action) =>
          action.shortcuts?.includes(shortcut) &&
          (action.enabled?.() ?? true) &&
          (!typing || action.whileTyping || actsWhileTyping(shortcut)),
      );
  }
}

/** What the webview would do by itself and must not, in a release: find, reload, devtools, print, history. */
export function isWebviewKey(press: KeyPress): boolean {
  const shortcut = shortcutOf(press);
  return /^(F3|F5|F7|F12|Ctrl\+(KeyR|KeyP|KeyF|KeyG|KeyU|KeyJ)|Ctrl\+Shift\+(KeyR|KeyI|KeyJ)|Ctrl\+F5|Alt\+Arrow(Left|Right))$/.test(
    shortcut,
  );
}
