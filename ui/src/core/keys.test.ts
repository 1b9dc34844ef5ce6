import { describe, expect, it } from 'vitest';
import {
  type Action,
  ariaShortcut,
  isWebviewKey,
  KeyDispatcher,
  type KeyPress,
  ScanDetector,
  shortcutOf,
  shortcutParts,
} from './keys';

function press(code: string, more: Partial<KeyPress> = {}): KeyPress {
  const key = more.key ?? (/^Key|^Digit/.test(code) ? code.slice(-1) : code === 'Slash' ? '/' : code);
  const none = {
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    repeat: false,
    timeStamp: 0,
  };
  return { ...none, code, ...more, key };
}

/** A desk with a clock that is moved by hand. */
function desk(actions: Action[]) {
  let pending: { run: () => void; at: number } | null = null;
  const state = { now: 0, typing: false, scans: [] as string[], written: '' };
  const dispatcher = new KeyDispatcher({
    actions: () => actions,
    typing: () => state.typing,
    later: (run, ms) => {
      const mine = { run, at: state.now + ms };
      pending = mine;
      return () => {
        if (pending === mine) pending = null;
      };
    },
    scanned: (code) => state.scans.push(code),
    insert: (text) => {
      state.written += text;
    },
  });
  const wait = (ms: number) => {
    state.now += ms;
    if (pending && pending.at <= state.now) {
      const { run } = pending;
      pending = null;
      run();
    }
  };
  const hit = (code: string, more: Partial<KeyPress> = {}) =>
    dispatcher.press(press(code, { ...more, timeStamp: state.now }));
  return { state, wait, hit, dispatcher };
}

function counting(id: string, shortcut: string, more: Partial<Action> = {}) {
  const action = { id, label: () => id, shortcuts: [shortcut], count: 0, run: () => {}, ...more };
  action.run = () => {
    action.count += 1;
  };
  return action;
}

describe('shortcuts', () => {
  it("go by the key's place, whatever the layout writes", () => {
    expect(shortcutOf(press('KeyN', { key: 'т' }))).toBe('KeyN');
    expect(shortcutOf(press('KeyK', { key: 'л', ctrlKey: true }))).toBe('Ctrl+KeyK');
    expect(shortcutOf(press('KeyZ', { metaKey: true, shiftKey: true }))).toBe('Ctrl+Shift+KeyZ');
    expect(shortcutOf(press('NumpadEnter', { ctrlKey: true }))).toBe('Ctrl+Enter');
  });

  it('have a face', () => {
    expect(shortcutParts('Ctrl+KeyK')).toEqual(['Ctrl', 'K']);
    expect(shortcutParts('Shift+Slash')).toEqual(['?']);
    expect(shortcutParts('Escape')).toEqual(['Esc']);
    expect(ariaShortcut('Ctrl+Enter')).toBe('Control+Enter');
  });

  it("keep the webview's own keys out", () => {
    expect(isWebviewKey(press('F5'))).toBe(true);
    expect(isWebviewKey(press('KeyP', { ctrlKey: true }))).toBe(true);
    expect(isWebviewKey(press('ArrowLeft', { altKey: true }))).toBe(true);
    expect(isWebviewKey(press('KeyP'))).toBe(false);
    expect(isWebviewKey(press('F8'))).toBe(false);
  });
});

describe('the dispatcher', () => {
  it('waits 40 ms before a single letter acts', () => {
    const add = counting('add', 'KeyN');
    const { hit, wait } = desk([add]);
    expect(hit('KeyN', { key: 'т' })).toBe(true);
    wait(39);
    expect(add.count).toBe(0);
    wait(1);
    expect(add.count).toBe(1);
  });

  it('acts at once on keys that are no characters', () => {
    const pay = counting('pay', 'F1');
    const save = counting('save', 'Ctrl+Enter');
    const { hit, state } = desk([pay, save]);
    hit('F1');
    state.typing = true;
    hit('Enter', { ctrlKey: true });
    expect([pay.count, save.count]).toEqual([1, 1]);
  });

  it('lets people type', () => {
    const add = counting('add', 'KeyN');
    const undo = counting('undo', 'Ctrl+KeyZ');
    const { hit, wait, state } = desk([add, undo]);
    state.typing = true;
    expect(hit('KeyN')).toBe(false);
    expect(hit('KeyZ', { ctrlKey: true })).toBe(false);
    wait(100);
    expect([add.count, undo.count]).toEqual([0, 0]);
  });

  it('takes a burst for a scan and fires none of its letters', () => {
    const add = counting('add', 'KeyN');
    const { hit, wait, state } = desk([add]);
    for (const code of ['KeyN', 'Digit4', 'Digit8', 'Digit7', 'Digit0', 'Digit1', 'Digit2']) {
      hit(code);
      state.now += 5;
    }
    expect(hit('Enter', { key: 'Enter' })).toBe(true);
    wait(100);
    expect(add.count).toBe(0);
    expect(state.scans).toEqual(['N487012']);
  });

  it('ends a scan without Enter by silence', () => {
    const { hit, wait, state } = desk([]);
    for (let index = 0; index < 8; index += 1) {
      hit(`Digit${index}`);
      state.now += 10;
    }
    wait(40);
    expect(state.scans).toEqual(['01234567']);
  });

  it('keeps letters for the field that a key opens, however late it stands', () => {
    const find = counting('find', 'Ctrl+KeyK', { opensField: true });
    const block = counting('block', 'KeyB');
    const { hit, wait, state, dispatcher } = desk([find, block]);
    hit('KeyK', { ctrlKey: true });
    expect(hit('KeyB', { key: 'и' })).toBe(true);
    hit('ShiftLeft', { key: 'Shift', shiftKey: true });
    wait(100);
    hit('KeyY', { key: 'Н', shiftKey: true });
    wait(900);
    expect(block.count).toBe(0);
    dispatcher.fieldStands();
    expect(state.written).toBe('иН');
    dispatcher.fieldStands();
    expect(state.written).toBe('иН');
    hit('KeyB');
    wait(100);
    expect(block.count).toBe(1);
  });

  it('gives letters back to shortcuts where no field came', () => {
    const add = counting('add', 'KeyN', { opensField: true });
    const block = counting('block', 'KeyB');
    const { hit, wait, state } = desk([add, block]);
    hit('KeyN');
    wait(35);
    // Slower than a scanner: N opens its field before this letter is looked at.
    hit('KeyB');
    expect([add.count, block.count]).toEqual([1, 0]);
    wait(5000);
    hit('KeyB');
    wait(100);
    expect(block.count).toBe(1);
    expect(state.scans).toEqual([]);
  });

  it('ignores the repeats of a held key, but not of arrows', () => {
    const pay = counting('pay', 'Enter');
    const move = counting('move', 'Alt+ArrowDown');
    const { hit } = desk([pay, move]);
    hit('Enter', { key: 'Enter' });
    expect(hit('Enter', { key: 'Enter', repeat: true })).toBe(true);
    hit('ArrowDown', { altKey: true });
    hit('ArrowDown', { altKey: true, repeat: true });
    expect(pay.count).toBe(1);
    expect(move.count).toBe(2);
  });

  it('takes the innermost action that can be done', () => {
    const outer = counting('close.screen', 'Escape');
    const inner = counting('close.panel', 'Escape');
    const off = counting('off', 'Escape', { enabled: () => false });
    const { hit } = desk([off, inner, outer]);
    hit('Escape');
    expect([off.count, inner.count, outer.count]).toEqual([0, 1, 0]);
  });
});

describe('the scan detector', () => {
  it('forgets characters that came slowly', () => {
    const scan = new ScanDetector();
    scan.push('1', 0);
    scan.push('2', 200);
    expect(scan.end()).toBeNull();
  });
});
