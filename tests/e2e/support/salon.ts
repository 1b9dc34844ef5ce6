/** A salon's file in a folder of its own, and `adelante serve` on it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Commands } from '../../../ui/src/api/generated/wire.ts';
import { program, userInterface } from './programs.ts';

/** The PIN of a demo salon's owner. */
export const PIN = '2580';

/** Makes a demo salon; the same seed and day give the same salon. */
export function makeDemo(folder: string, words: readonly string[]): void {
  execFileSync(program(), ['demo', '--json', ...place(folder), ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** The salon's file, and its key in a file that the person chose: nothing to warn of. */
function place(folder: string): string[] {
  return ['--no-keychain', '--db', path.join(folder, 'salon.db'), '--key-file', path.join(folder, 'chosen.key')];
}

/** A folder for one salon. */
export function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'adelante-e2e-'));
}

export class Salon {
  readonly folder: string;
  #server: ChildProcess | undefined;
  #url = '';
  #token = '';
  #session: string | undefined;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** A copy of the demo salon made before the first test. */
  static copyOf(demo: string): Salon {
    const folder = newFolder();
    cpSync(demo, folder, { recursive: true });
    return new Salon(folder);
  }

  /** A PC on which nobody has set up a salon. */
  static none(): Salon {
    return new Salon(newFolder());
  }

  get file(): string {
    return path.join(this.folder, 'salon.db');
  }

  /** The address that opens the desk. */
  get url(): string {
    return this.#url;
  }

  /** The file becomes something that no salon is. */
  damage(): void {
    writeFileSync(this.file, Buffer.alloc(64 * 1024, 'broken'));
  }

  /** Starts the program and waits until it answers. */
  async start(): Promise<void> {
    const words = ['serve', '--json', ...place(this.folder), '--ui', userInterface()];
    const env = { ...process.env, LC_ALL: 'ru_RU.UTF-8', LANG: 'ru_RU.UTF-8' };
    const server = spawn(program(), words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#server = server;
    let complaints = '';
    server.stderr.on('data', (bytes: Buffer) => (complaints += bytes.toString()));
    const lines = createInterface({ input: server.stdout });
    const first = await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve);
      server.once('exit', (code) => reject(new Error(`adelante serve ended (${code}): ${complaints}`)));
    });
    this.#url = (JSON.parse(first) as { url: string }).url;
    this.#token = new URL(this.#url).searchParams.get('token') ?? '';
    this.#session = undefined;
  }

  /** Ends the program and waits for its end. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server || server.exitCode !== null) return;
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await gone;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Another file is open now, in which nobody is signed in: the next call signs in anew. */
  signedOut(): void {
    this.#session = undefined;
  }

  /** Asks the engine as the owner: to prepare a test and to look at what it left behind. */
  async call<C extends keyof Commands>(command: C, input: Commands[C]['input']): Promise<Commands[C]['output']> {
    if (!this.#session && command !== 'get_app_state' && command !== 'login') {
      const { users } = await this.call('get_app_state', {});
      const owner = users.find((user) => user.role === 'owner');
      if (!owner) throw new Error('a demo salon has an owner');
      const session = await this.call('login', { staff_id: owner.staff_id, pin: PIN });
      this.#session = session.session_id;
    }
    const answer = await fetch(new URL('/api/call', this.#url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#token}` },
      body: JSON.stringify({ command, input, session_id: this.#session, request_id: crypto.randomUUID() }),
    });
    const body: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${command}: ${JSON.stringify(body)}`);
    return body as Commands[C]['output'];
  }
}
