// Feeds followed, named, moved and let go in the built reader.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { machine, quit } from '../../../support/reader/reader-adding.ts';
import { temporaryFolder } from '../../../support/reader/reader-program.ts';
import { feedLink, opmlOf, pageWith, rss } from '../../../support/web/feeds.ts';
import { serve } from '../../../support/web/web-server.ts';

it('A feed of a site is chosen, put in a folder, fetched, moved, and let go; U takes it back', async () => {
  const { open, library } = machine(temporaryFolder());
  const { url } = await serve({
    '/': { body: pageWith(feedLink('/north', 'Northern') + feedLink('/south', 'Southern')) },
    '/north': { body: rss('North', ['One', 'Two']) },
    '/south': { body: rss('South', ['Three']) },
  });
  const opml = () => readFileSync(join(library, 'subscriptions.opml'), 'utf8');
  const terminal = await open();
  terminal.press('t');
  await terminal.waitFor('no feeds and no tags yet: a follows a feed');
  terminal.press(`a${url}/\r`);
  await terminal.waitFor(/2 Southern http/);
  terminal.press('2');
  await terminal.waitFor('none: at the top');
  terminal.press('World/Sea\r');
  await terminal.waitFor('Tags, full, limit: ');
  terminal.press('Big-Ships 200\r');
  await terminal.waitFor(/following Southern: R fetches it, U takes it back/);
  await terminal.waitFor(/▸ +Southern/);
  expect(opml()).toMatch(/text="World">\s*<outline text="Sea">\s*<outline .*text="Southern"/);
  expect(opml()).toContain('category="big-ships" newsprint:keep="200"');
  terminal.press('R');
  await terminal.waitFor(/▸ +1 +Southern/);
  await terminal.waitFor('1 new');
  terminal.press('e\x15Brine\r');
  await terminal.waitFor(/Folder: World\/Sea/);
  terminal.press('\x15\r');
  await terminal.waitFor('limit: big-ships 200');
  terminal.press('\x15full 30d\r');
  await terminal.waitFor('Brine is at the top, with full 30d');
  expect(opml()).toContain('newsprint:full="true" newsprint:keep="30d"');
  expect(opml()).not.toContain('category');
  await terminal.waitFor(/▸ +1 {2}Brine/);
  terminal.press('x');
  await terminal.waitFor('no longer following Brine');
  expect(opml()).not.toContain('Brine');
  terminal.press('U');
  await terminal.waitFor(/1 {2}Brine/);
  terminal.press('U');
  await terminal.waitFor(/ 1 {6}Southern/);
  terminal.press('U');
  await terminal.waitFor('taken out again');
  await quit(terminal);
});

it('A folder that gets its name back is the one that is listed, from either pane', async () => {
  const { open, library } = machine(temporaryFolder());
  const outline = (name: string) =>
    `<outline text="${name}"><outline text="In ${name}" xmlUrl="https://${name}.test/"/></outline>`;
  writeFileSync(join(library, 'subscriptions.opml'), opmlOf(outline('Air'), outline('Sea')));
  const terminal = await open();
  terminal.press('t');
  await terminal.waitFor('FEEDS');
  for (const way of ['', '\r']) {
    terminal.press('g');
    await terminal.waitFor(/▸ +\d+ +all/);
    terminal.press('j');
    await terminal.waitFor(/▸ +▾ Air/);
    terminal.press('e\x15Zone\r');
    await terminal.waitFor(/▸ +▾ Zone/);
    terminal.press(way);
    if (way !== '') await terminal.waitFor('No articles in Zone');
    terminal.press('U');
    await terminal.waitFor('the feeds are as before');
    await terminal.waitFor(way === '' ? /▸ +▾ Air/ : 'No articles in Air');
  }
  await quit(terminal);
});

it('A folder is named anew with what is in it, and stays the one that is listed', async () => {
  const folder = temporaryFolder();
  const { open, library } = machine(folder);
  const file = join(library, 'subscriptions.opml');
  const feed = '<outline text="North" xmlUrl="https://north.test/"/>';
  const deep = `<outline text="Sea" title="Sea">${feed}</outline>`;
  writeFileSync(file, opmlOf(`<outline text="World">${deep}</outline>`, deep));
  const terminal = await open();
  terminal.press('tj');
  await terminal.waitFor(/▸ +▾ Sea/);
  terminal.press('jjj');
  await terminal.waitFor(/▸ +▾ Sea/);
  terminal.press('e\x15A/B\r');
  await terminal.waitFor('the name of a folder has no /');
  terminal.press('\x15Ocean\r');
  await terminal.waitFor('the folder is World/Ocean, U takes it back');
  await terminal.waitFor(/▸ +▾ Ocean/);
  await terminal.waitFor(/Ocean +0 articles|No articles in Ocean/);
  expect(readFileSync(file, 'utf8')).toContain(`<outline text="Ocean" title="Ocean">${feed}`);
  expect(readFileSync(file, 'utf8')).toContain(deep);
  terminal.press('U');
  await terminal.waitFor('the feeds are as before');
  expect(readFileSync(file, 'utf8')).not.toContain('Ocean');
  await quit(terminal);
});
