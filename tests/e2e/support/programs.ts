/** Where the programs under test are; `cargo xtask test` names them. */
import { existsSync } from 'node:fs';
import path from 'node:path';

const project = path.resolve(import.meta.dirname, '../../..');

/** A file of the project. */
export function inProject(...parts: string[]): string {
  return path.join(project, ...parts);
}

/** The command line program, which also serves the desk to the browser. */
export function program(): string {
  const name = process.platform === 'win32' ? 'adelante.exe' : 'adelante';
  const target = process.env.CARGO_TARGET_DIR ?? inProject('target');
  const built = ['ci', 'release', 'debug'].map((profile) => path.join(target, profile, name));
  return found([process.env.ADELANTE_CLI, ...built], 'cargo build --profile ci -p adelante-cli');
}

/** The folder of the built user interface. */
export function userInterface(): string {
  const folders = [process.env.ADELANTE_UI, inProject('ui/dist')];
  return path.dirname(
    found(
      folders.map((folder) => folder && path.join(folder, 'index.html')),
      'npm run build (in ui/)',
    ),
  );
}

function found(places: readonly (string | undefined)[], how: string): string {
  const place = places.find((one) => one !== undefined && existsSync(one));
  if (!place) throw new Error(`Not built yet. Build it with: ${how}`);
  return place;
}
