// A home for a run of the tests: what programs keep for a user goes there, and with the run.

import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leftBy, removeFolder } from './remove-folder.ts';
import { program } from './run.ts';

/** Before any test; programs that tests spawn share the code they compile, and nothing of a user's. */
export default function setUp(): () => void {
  if (!existsSync(program)) throw new Error('nothing is built yet: npm run build');
  const home = mkdtempSync(join(tmpdir(), 'newsprint-home-'));
  for (const name of Object.keys(process.env).filter((one) => one.startsWith('XDG_'))) {
    delete process.env[name];
  }
  process.env['HOME'] = home;
  return () => {
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith(leftBy(process.pid)));
    for (const path of [home, ...left.map((name) => join(tmpdir(), name))]) removeFolder(path);
  };
}
