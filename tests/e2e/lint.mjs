/** Keyboard specs have hands for keys only: what puts the focus or clicks by itself is refused. */
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('./specs/', import.meta.url);
const banned = /\.(focus|click|dblclick|fill|tap|check|uncheck|selectOption|setInputFiles|hover|dragTo|pressSequentially|dispatchEvent)\(|\.mouse\b|\.touchscreen\b|waitForTimeout/;
const never = /waitForTimeout|test\.(only|skip|fixme)|setTimeout\(/;
const faults = [];
for (const name of readdirSync(folder).filter((one) => one.endsWith('.ts'))) {
  const rule = name.endsWith('.keyboard.spec.ts') ? new RegExp(`${banned.source}|${never.source}`) : never;
  readFileSync(new URL(name, folder), 'utf8')
    .split('\n')
    .forEach((line, index) => rule.test(line) && faults.push(`specs/${name}:${index + 1}: ${line.trim()}`));
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
