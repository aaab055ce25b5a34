// The line of progress on a terminal.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { program } from '../support/machine/run.ts';
import { stateEnv, temporaryFolder } from '../support/reader/reader-program.ts';
import { openTerminal } from '../support/reader/terminal.ts';
import { opml, rss } from '../support/web/following.ts';
import { gate, serve } from '../support/web/web-server.ts';

const ERASE = '\x1b[K';

test('Progress is shown on a terminal after a second, and never where nothing is to move', async () => {
  const folder = temporaryFolder();
  const { until, open } = gate();
  const { url, asked } = await serve({ '/slow': { body: rss([{}]), until } });
  const fetching = (name: string, words: readonly string[], env: Record<string, string> = {}) => {
    const library = join(folder.path, name, 'library');
    mkdirSync(library, { recursive: true });
    writeFileSync(join(library, 'subscriptions.opml'), opml([`${url}/slow`]));
    const cache = { XDG_CACHE_HOME: join(folder.path, name, 'cache') };
    const call = [program, 'fetch', '--library', library, ...words];
    const terminal = openTerminal(process.execPath, call, {
      env: { ...stateEnv(library), ...cache, ...env },
    });
    return terminal;
  };
  const still = [
    fetching('flag', ['--no-motion']),
    fetching('variable', [], { NO_MOTION: '1' }),
  ] as const;
  await expect.poll(() => asked.length, { timeout: 30_000 }).toBe(2);
  const moving = fetching('moving', []);
  await moving.waitFor('0 of 1 feeds');
  open();
  for (const terminal of [...still, moving]) {
    await terminal.waitFor('1 feed, 1 new');
    await terminal.exit();
  }
  for (const terminal of still) expect(terminal.output()).not.toContain(ERASE);
  expect(moving.output()).toContain(ERASE);
});
