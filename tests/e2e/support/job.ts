/** A job of the front desk done with key presses alone: its keys, its decisions, and how long the desk keeps one waiting. */
import type { CDPSession, Page } from '@playwright/test';

/** The keystroke-level model's figures, in seconds. */
export const SECONDS_A_KEY = 0.28;
export const SECONDS_A_DECISION = 1.35;

/** Something on the screen that says how far the job is. */
export interface Sign {
  css: string;
  /** Its name or text; anything, where absent. */
  says?: RegExp;
  /** It also has the keyboard. */
  focused?: boolean;
  /** It is no longer there. */
  gone?: boolean;
}

/** What the page keeps while it listens. */
type Listening = typeof window & { heard: { keys: number; last: number } };

const LONGEST_WALK = 12;

/** Where the letters stand on a Russian keyboard, row by row. */
const rows: readonly [string, readonly string[]][] = [
  ['йцукенгшщзхъ', ['KeyQ', 'KeyW', 'KeyE', 'KeyR', 'KeyT', 'KeyY', 'KeyU', 'KeyI', 'KeyO', 'KeyP', 'BracketLeft', 'BracketRight']],
  ['фывапролджэ', ['KeyA', 'KeyS', 'KeyD', 'KeyF', 'KeyG', 'KeyH', 'KeyJ', 'KeyK', 'KeyL', 'Semicolon', 'Quote']],
  ['ячсмитьбю', ['KeyZ', 'KeyX', 'KeyC', 'KeyV', 'KeyB', 'KeyN', 'KeyM', 'Comma', 'Period']],
];
const cyrillic = new Map(rows.flatMap(([letters, codes]) => [...letters].map((letter, at) => [letter, codes[at] ?? ''])));

export class Job {
  #page: Page;
  #typist: CDPSession;
  #decisions: string[] = [];
  /** The longest wait after each key, by the number of keys so far. */
  #waits = new Map<number, number>();

  private constructor(page: Page, typist: CDPSession) {
    this.#page = page;
    this.#typist = typist;
  }

  /** From here on keys are counted: as the page hears them, held ones once, Ctrl+K as one. */
  static async begin(page: Page): Promise<Job> {
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => {
      const heard = { keys: 0, last: performance.now() };
      (window as unknown as Listening).heard = heard;
      const hear = (event: KeyboardEvent) => {
        const alone = ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key);
        if (alone || event.repeat) return;
        heard.keys += 1;
        heard.last = performance.now();
      };
      window.addEventListener('keydown', hear, { capture: true });
    });
    return new Job(page, await page.context().newCDPSession(page));
  }

  /** The person looks or thinks; why is written into the table. */
  decide(why: string): void {
    this.#decisions.push(why);
  }

  async press(key: string, times = 1): Promise<void> {
    for (let pressed = 0; pressed < times; pressed++) await this.#page.keyboard.press(key);
  }

  /** Presses an arrow until the keyboard stands there. */
  async walk(key: string, css: string): Promise<void> {
    for (let pressed = 0; pressed < LONGEST_WALK; pressed++) {
      if (await this.#page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, css)) return;
      await this.press(key);
    }
    throw new Error(`the key ${key} does not reach ${css}`);
  }

  /** Letters and digits, each by the key it stands on: Cyrillic ones too, which Playwright would paste. */
  async type(text: string): Promise<void> {
    for (const letter of text) {
      const code = cyrillic.get(letter);
      if (code === undefined) await this.#page.keyboard.press(letter === ' ' ? 'Space' : letter);
      else {
        await this.#typist.send('Input.dispatchKeyEvent', { type: 'keyDown', code, key: letter, text: letter });
        await this.#typist.send('Input.dispatchKeyEvent', { type: 'keyUp', code, key: letter });
      }
    }
  }

  /** Waits for a sign, frame by frame in the page; the wait counts from the key before. */
  async see(sign: Sign): Promise<void> {
    const { css, says, focused = false, gone = false } = sign;
    const found = await this.#page.waitForFunction(
      ({ css, says, focused, gone }) => {
        const pattern = new RegExp(says, 'im');
        const nameOf = (node: HTMLElement) => {
          const labels = node instanceof HTMLInputElement ? [...(node.labels ?? [])] : [];
          const texts = [node.getAttribute('aria-label'), ...labels.map((one) => one.innerText), node.innerText];
          return texts.filter(Boolean).join('\n');
        };
        const seen = [...document.querySelectorAll<HTMLElement>(css)].some(
          (node) => node.checkVisibility() && pattern.test(nameOf(node)) && (!focused || document.activeElement === node),
        );
        if (seen === gone) return null;
        const { keys, last } = (window as unknown as Listening).heard;
        return { keys, waited: performance.now() - last };
      },
      { css, says: says?.source ?? '', focused, gone },
      { polling: 'raf', timeout: 10_000 },
    );
    const answer = await found.jsonValue();
    if (answer) this.#waits.set(answer.keys, Math.max(this.#waits.get(answer.keys) ?? 0, answer.waited));
  }

  /** What it took. */
  async end(): Promise<Taken> {
    const { keys } = await this.#page.evaluate(() => (window as unknown as Listening).heard);
    const waited = [...this.#waits.values()].reduce((sum, wait) => sum + wait, 0) / 1000;
    const seconds = keys * SECONDS_A_KEY + this.#decisions.length * SECONDS_A_DECISION + waited;
    return { keys, decisions: this.#decisions, waited, seconds };
  }
}

/** The keys of a job and its seconds by the model, of which `waited` were measured. */
export interface Taken {
  keys: number;
  decisions: readonly string[];
  waited: number;
  seconds: number;
}
