// The built reader in windows that show how far a fetch is.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { machine, quit } from '../../../support/reader/reader-adding.ts';
import { temporaryFolder } from '../../../support/reader/reader-program.ts';
import { opml, rss } from '../../../support/web/following.ts';
import { gate, serve } from '../../../support/web/web-server.ts';

it.each([
  ['Windows Terminal', { WT_SESSION: 'a' }, true],
  ['iTerm2', { TERM_PROGRAM: 'iTerm.app' }, false],
])('The progress of a fetch in %s', async (_, env, isShown) => {
  const { open, library } = machine(temporaryFolder());
  const { until, open: release } = gate();
  const { url } = await serve({
    '/north': { body: rss([{ title: 'Harbour reopens' }]) },
    '/south': { body: rss([{ title: 'Rain at last' }], 'South'), until },
  });
  writeFileSync(join(library, 'subscriptions.opml'), opml([`${url}/north`, `${url}/south`]));
  const terminal = await open({ env });
  terminal.press('R');
  await terminal.waitFor('fetching 1 of 2 feeds… 1 new');
  release();
  await terminal.waitFor('2 new, U takes it back');
  const told = [...terminal.output().matchAll(/\x1b\](9;[^\x1b\x07]*)/g)].map(([, text]) => text);
  expect([told.includes('9;4;1;50'), told.at(-1)]).toEqual([
    isShown,
    isShown ? '9;4;0' : undefined,
  ]);
  terminal.forget();
  await quit(terminal);
  expect(terminal.output().includes('\x1b]9;4;0\x1b\\')).toBe(isShown);
});
