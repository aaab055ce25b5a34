// What a reader finds again after the one before was left, in the built program.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { quit } from '../../support/reader/reader-adding.ts';
import { openReader, temporaryFolder, writeLibrary } from '../../support/reader/reader-program.ts';
import { opmlOf } from '../../support/web/feeds.ts';

it('Scope, order, folds, widths and what was asked are there again', async () => {
  const folder = temporaryFolder();
  const library = writeLibrary(folder);
  const config = join(folder.path, 'config', 'newsprint');
  mkdirSync(config, { recursive: true });
  writeFileSync(join(config, 'queries'), 'Beacons: lighthouse\n');
  const feed = '<outline text="Harbour" xmlUrl="https://h.test/feed"/>';
  writeFileSync(
    join(library, 'subscriptions.opml'),
    opmlOf(`<outline text="World">${feed}</outline>`),
  );
  const open = () =>
    openReader(library, { columns: 170, rows: 30, env: { XDG_CONFIG_HOME: join(config, '..') } });
  const first = open();
  await first.waitFor(/▾ World/);
  first.press('tG');
  await first.waitFor(/▸ +Harbour/);
  first.press('hh');
  await first.waitFor(/▸ +› World/);
  first.press('++\x1b');
  await first.waitFor('3 articles, 3 unread');
  first.press(']');
  await first.waitFor(/Beacons +2 articles/);
  first.press('/second\rSS');
  await first.waitFor('1 of 1 · filter: second · by title');
  await quit(first);
  const second = open();
  await second.waitFor(/ › World/);
  await second.waitFor(/Beacons +2 articles/);
  await second.waitFor('1 of 2 · by title');
  await second.waitFor(({ rows }) => rows()[3]?.indexOf('│') === 39);
  second.press('/\x1b[A');
  await second.waitFor('Beacons · Filter: second');
  second.press('\x1b');
  await second.waitFor('1 of 2 · by title');
  await quit(second);
});

it('The selected article is again, unless there is news above it', async () => {
  const library = writeLibrary(temporaryFolder());
  const open = () => openReader(library);
  const first = open();
  await first.waitFor('1 of 3');
  first.press('jj');
  await first.waitFor(/▸ .*The third story/);
  await quit(first);
  const second = open();
  await second.waitFor(/▸ .*The third story/);
  await second.waitFor('3 of 3');
  await quit(second);
  writeFileSync(
    join(library, 'news.md'),
    '---\ntitle: News of today\npublished: 2026-11-20\n---\nWords.\n',
  );
  const third = open();
  await third.waitFor(/▸ .*News of today/);
  third.press('jj/first\r');
  await third.waitFor('1 of 1 · filter: first');
  await quit(third);
  const fourth = open();
  await fourth.waitFor('1 of 4');
  await quit(fourth);
});

it('A day begins with what is unread, the newest first, and Esc leads to all', async () => {
  const library = writeLibrary(temporaryFolder());
  const open = () => openReader(library);
  const first = open();
  await first.waitFor('3 articles, 3 unread');
  first.press('mjj');
  await first.waitFor('3 articles, 2 unread');
  await quit(first);
  const second = open();
  await second.waitFor('2 of 3 articles, 2 unread');
  await second.waitFor(/▸ .*The third story/);
  await second.waitFor('2 of 2 · filter: is:unread · newest first');
  second.press('mk');
  await second.waitFor('2 of 3 articles, 1 unread');
  second.press('jq');
  await second.exit();
  const third = open();
  // What was selected is there, though it was read.
  await third.waitFor(/▸ .*The third story/);
  await third.waitFor('2 of 3 articles, 1 unread');
  await quit(third);
  const news = '---\ntitle: News of today\npublished: 2026-11-20\n---\nWords.\n';
  writeFileSync(join(library, 'news.md'), news);
  const fourth = open();
  await fourth.waitFor(/▸ .*News of today/);
  await fourth.waitFor('2 of 4 articles, 2 unread');
  fourth.press('\x1b');
  await fourth.waitFor('4 articles, 2 unread');
  fourth.press('M');
  await fourth.waitFor('all read');
  fourth.press('G');
  await fourth.waitFor('4 of 4');
  await quit(fourth);
  const fifth = open();
  await fifth.waitFor('4 articles, all read');
  await fifth.waitFor('4 of 4');
  await quit(fifth);
});
