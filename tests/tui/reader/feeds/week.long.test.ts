// A week in the built reader: two hundred feeds, and each day three hundred entries worked off by keys.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../../../support/machine/run.ts';
import { quit } from '../../../support/reader/reader-adding.ts';
import { openReader, stateEnv, temporaryFolder } from '../../../support/reader/reader-program.ts';
import { BUSY, NEW, OLD, servedWeek } from '../../../support/web/served-week.ts';

it('works off a week of news, day by day, and has each day’s state on the disk', async () => {
  const folder = temporaryFolder();
  const library = join(folder.path, 'library');
  mkdirSync(library);
  const { subscriptions, newDay } = await servedWeek();
  writeFileSync(join(library, 'subscriptions.opml'), subscriptions);
  const env = stateEnv(library);
  const call = (...words: readonly string[]) => run([...words, '--library', library], { env });
  const count = async (query = 'is:unread') =>
    (await call('list', '-f', 'ids', query)).stdout.split('\n').length - 1;
  expect((await call('fetch')).stderr).toContain(`200 feeds, ${OLD} new`);
  const terminal = openReader(library, { columns: 120, rows: 40 });
  await terminal.waitFor(`${OLD} unread`);
  terminal.press('M');
  await terminal.waitFor(`${OLD} articles marked read`);
  expect(await count()).toBe(0);
  const bring = async () => {
    terminal.press('R');
    await terminal.waitFor(`${NEW} new, U takes it back`);
    await terminal.waitFor(`${NEW} unread`);
    expect(await count()).toBe(NEW);
    terminal.press('g');
  };

  newDay(1, 0);
  await bring();
  terminal.press('M');
  await terminal.waitFor(`${NEW} articles marked read`);
  expect(await count()).toBe(0);
  terminal.press('U');
  await terminal.waitFor('unread again');
  expect(await count()).toBe(NEW);
  terminal.press('M');
  await terminal.waitFor(`${NEW} articles marked read`);

  // Twelve feeds in two folders: each folder read at once.
  newDay(2, 20);
  await bring();
  terminal.press('t.n');
  await terminal.waitFor(/▸ .*County 2/);
  await terminal.waitFor('250 articles');
  terminal.press('M');
  await terminal.waitFor('250 articles marked read');
  // The tree is counted anew.
  await terminal.waitFor(/▸ +▾ County 2/);
  expect(await count()).toBe(50);
  terminal.press('n');
  await terminal.waitFor(/▸ .*County 3/);
  terminal.press('M');
  await terminal.waitFor('50 articles marked read');
  expect(await count()).toBe(0);
  terminal.press('.\x1b');
  await terminal.waitFor(/newsprint .*articles, all read/);

  // Some are read, what is above the selection is skipped, then the rest.
  newDay(3, 40);
  await bring();
  terminal.press('g\r');
  for (let read = 1; read <= 10; read += 1) {
    await terminal.waitFor(`${NEW - read} unread`);
    if (read < 10) terminal.press('n');
  }
  expect(await count()).toBe(NEW - 10);
  terminal.press('q40jAk');
  await terminal.waitFor(/\d+ articles marked read/);
  const above = Number(/(\d+) articles marked read/.exec(terminal.text())?.[1]);
  expect(above).toBeGreaterThanOrEqual(30);
  expect(await count()).toBe(NEW - 10 - above);
  terminal.press('AA');
  await terminal.waitFor(`${NEW - 10 - above} articles marked read`);

  // What is looked for is starred or read, the rest goes.
  newDay(4, 60);
  await bring();
  terminal.press('/harbour is:unread\r');
  await terminal.waitFor(`${NEW / 5} unread`);
  terminal.press('sjs');
  await terminal.waitFor(/★[^★]*★/);
  terminal.press('M');
  await terminal.waitFor(`${NEW / 5} articles marked read`);
  expect([await count(), await count('is:starred')]).toEqual([(NEW / 5) * 4, 2]);
  terminal.press('\x1bM');
  await terminal.waitFor(`${(NEW / 5) * 4} articles marked read`);

  // What nobody wants is muted, and comes as read the next day.
  newDay(5, 80);
  await bring();
  terminal.press('X\x15title:weather\r');
  await terminal.waitFor(/articles hidden by/);
  await terminal.waitFor(`${(NEW / 5) * 4} unread`);
  terminal.press('M');
  await terminal.waitFor(`${(NEW / 5) * 4} articles marked read`);
  newDay(6, 100);
  terminal.press('gR');
  await terminal.waitFor(`${NEW} new, U takes it back`);
  await terminal.waitFor(`${(NEW / 5) * 4} unread`);
  expect(await count()).toBe((NEW / 5) * 4);

  // Feed by feed.
  for (let feed = 0; feed < BUSY; feed += 1) {
    terminal.press('\x0e');
    await terminal.waitFor(new RegExp(`Town ${100 + feed} +\\d+ articles, 20 unread`));
    terminal.press('M');
    await terminal.waitFor('20 articles marked read');
  }
  expect(await count()).toBe(0);
  terminal.press('\x0e');
  await terminal.waitFor('no other feed has unread articles');
  terminal.press('\x1b');

  // What is old is let go: a third of more than a week, a third of more than a day.
  newDay(7, 120, (at) => [1, 30, 24 * 8][at % 3] ?? 0);
  terminal.press('gR');
  await terminal.waitFor(`${NEW} new, U takes it back`);
  const all = await count();
  const week = await count('is:unread after:168h');
  const day = await count('is:unread after:24h');
  expect([week < all, day < week]).toEqual([true, true]);
  // The same number may be marked twice: what is left stands in the header.
  terminal.press('Aw');
  await terminal.waitFor(`${week} unread`);
  await terminal.waitFor(`${all - week} articles marked read`);
  expect(await count()).toBe(week);
  terminal.press('Ad');
  await terminal.waitFor(`${day} unread`);
  await terminal.waitFor(`${week - day} articles marked read`);
  expect(await count()).toBe(day);
  terminal.press('AA');
  await terminal.waitFor(/newsprint .*articles, all read/);
  await terminal.waitFor(`${day} articles marked read`);
  expect(await count()).toBe(0);
  await quit(terminal);
});
