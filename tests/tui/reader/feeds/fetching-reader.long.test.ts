// Feeds fetched in the built reader: a terminal, feeds of a server on this machine, files.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { machine, quit } from '../../../support/reader/reader-adding.ts';
import {
  openReader,
  temporaryFolder,
  writeConfig,
} from '../../../support/reader/reader-program.ts';
import { opml, rss } from '../../../support/web/following.ts';
import { gate, serve } from '../../../support/web/web-server.ts';

const items = (...titles: readonly string[]) =>
  titles.map((title) => ({ title, date: 'Wed, 11 Nov 2026 08:00:00 GMT' }));

describe('R in the reader', () => {
  it('keeps of a feed what the settings say by now, unless the feed says more', async () => {
    const folder = temporaryFolder();
    const { open, files, library } = machine(folder);
    const feed = { body: rss(items('Harbour reopens', 'Bridge closes', 'Rain at last')) };
    const { url } = await serve({ '/north': feed, '/south': feed });
    const feeds = [`${url}/north`, [`${url}/south`, 'newsprint:keep="2"']] as const;
    writeFileSync(join(library, 'subscriptions.opml'), opml(feeds));
    writeConfig(folder, 'keep = "90"\nmouse = true\n');
    const terminal = await open();
    writeConfig(folder, 'keep = "1"\nmouse = false\n');
    await terminal.waitFor((screen) => !screen.modes().mouse);
    terminal.press('R');
    await terminal.waitFor('3 new');
    expect(files()).toHaveLength(6);
    await quit(terminal);
  });

  it('fetches beside the reader, says how far it is, moves nothing, and is one undo step', async () => {
    const { open, files, library } = machine(temporaryFolder());
    const slow = gate();
    const { url } = await serve({
      '/north': { body: rss(items('Harbour reopens', 'Bridge closes')) },
      '/south': { body: rss(items('Rain at last'), 'South'), until: slow.until },
      '/gone': { status: 404 },
    });
    writeFileSync(
      join(library, 'subscriptions.opml'),
      opml([`${url}/north`, `${url}/south`, `${url}/gone`]),
    );
    const terminal = await open();
    terminal.press('jR');
    await terminal.waitFor('fetching 2 of 3 feeds… 2 new');
    await terminal.waitFor(/4 of 5 .*fetching/);
    expect(terminal.text()).toMatch(/▸ .*The second story/);
    terminal.press('R');
    await terminal.waitFor('already fetching 2 of 3 feeds… 2 new');
    terminal.press('lj');
    await terminal.waitFor('Paragraph 4 stays');
    const page = terminal.rows().slice(0, 20);
    slow.open();
    await terminal.waitFor('3 new, 1 failed: ');
    expect(terminal.text()).toContain('404');
    expect(terminal.rows().slice(0, 20)).toEqual(page);
    expect(files()).toHaveLength(6);
    terminal.press('q');
    await terminal.waitFor('5 of 6');
    expect(terminal.text()).toMatch(/▸ .*The second story/);
    terminal.press('U');
    await terminal.waitFor('taken out again');
    await terminal.waitFor(/▸ .*The second story/);
    expect(files()).toHaveLength(3);
    await quit(terminal);
  });

  it('says how far it is only where things may move', async () => {
    const { open, library } = machine(temporaryFolder());
    const slow = gate();
    const { url, asked } = await serve({
      '/north': { body: rss(items('Harbour reopens')) },
      '/south': { body: rss(items('Rain at last'), 'South'), until: slow.until },
    });
    writeFileSync(join(library, 'subscriptions.opml'), opml([`${url}/north`, `${url}/south`]));
    const terminal = await open({ env: { NO_MOTION: '1' } });
    terminal.press('R');
    await terminal.waitFor(/4 articles|1 of 4/);
    terminal.press('R');
    await terminal.waitFor('already fetching…');
    terminal.press('j');
    slow.open();
    await terminal.waitFor('2 new, U takes it back');
    expect(asked).toHaveLength(2);
    expect(terminal.output()).not.toMatch(/fetching \d/);
    await quit(terminal);
  });

  it('keeps what is done when the reader is left, and the next fetch has the rest', async () => {
    const { open, files, library, call } = machine(temporaryFolder());
    const slow = gate();
    const { url } = await serve({
      '/north': { body: rss(items('Harbour reopens')) },
      '/south': { body: rss(items('Rain at last'), 'South'), until: slow.until },
    });
    writeFileSync(join(library, 'subscriptions.opml'), opml([`${url}/north`, `${url}/south`]));
    const terminal = await open();
    terminal.press('R');
    await terminal.waitFor('fetching 1 of 2 feeds… 1 new');
    await quit(terminal);
    expect(files()).toHaveLength(4);
    slow.open();
    expect((await call('fetch')).stderr).toContain('2 feeds, 1 new');
    expect((await call('undo')).code).toBe(0);
    expect((await call('undo')).code).toBe(0);
    expect(files()).toHaveLength(3);
  });

  it('is broken off where the reader is killed, and what came is an undo step', async () => {
    const { files, library, call } = machine(temporaryFolder());
    const { url } = await serve({
      '/north': { body: rss(items('Harbour reopens')) },
      '/south': { body: rss(items('Rain at last'), 'South'), until: gate().until },
    });
    writeFileSync(join(library, 'subscriptions.opml'), opml([`${url}/north`, `${url}/south`]));
    const terminal = openReader(library, { line: 'exec "$@"' });
    await terminal.waitFor('The third');
    terminal.press('R');
    await terminal.waitFor('fetching 1 of 2 feeds… 1 new');
    const lock = join(library, '.newsprint/drafts/fetch.lock');
    expect(existsSync(lock)).toBe(true);
    terminal.kill('SIGKILL');
    await expect.poll(() => existsSync(lock)).toBe(false);
    expect(files()).toHaveLength(4);
    expect((await call('undo')).code).toBe(0);
    expect(files()).toHaveLength(3);
  });

  it('has the feeds beside the list, counted as articles come, and lists one', async () => {
    const { open, library } = machine(temporaryFolder());
    const slow = gate();
    const { url } = await serve({
      '/north': { body: rss(items('Harbour reopens', 'Bridge closes'), 'North') },
      '/south': { body: rss(items('Rain at last'), 'South'), until: slow.until },
    });
    const feed = (name: string) => [`${url}/${name.toLowerCase()}`, `title="${name}"`] as const;
    writeFileSync(join(library, 'subscriptions.opml'), opml([feed('North'), feed('South')]));
    const terminal = await open();
    terminal.press('tG');
    await terminal.waitFor(/▸ +South/);
    terminal.press('gR');
    await terminal.waitFor(/ 2 {2}North/);
    slow.open();
    await terminal.waitFor(/ 1 {2}South/);
    await terminal.waitFor('3 new, U takes it back');
    terminal.press('Gkl');
    await terminal.waitFor(/North +2 articles/);
    expect(terminal.text()).toMatch(/Harbour reopens|Bridge closes/);
    expect(terminal.text()).not.toContain('The first story');
    terminal.press('\x1b');
    await terminal.waitFor('6 articles');
    await quit(terminal);
  });

  it('is done at once and again where the call says how often, and is no step for undo', async () => {
    const { files, library } = machine(temporaryFolder());
    const { url } = await serve({ '/north': { body: rss(items('Harbour reopens')) } });
    writeFileSync(join(library, 'subscriptions.opml'), opml([`${url}/north`]));
    const terminal = openReader(library, { line: '"$@" --fetch-every 60' });
    await terminal.waitFor('The third');
    terminal.press('jm');
    await terminal.waitFor(/1 new(?!, U)/);
    expect(files()).toHaveLength(4);
    terminal.press('U');
    await terminal.waitFor('unread again');
    expect(files()).toHaveLength(4);
    await quit(terminal);
  });

  it('begins where the settings are changed so, while the reader is open', async () => {
    const folder = temporaryFolder();
    const { library } = machine(folder);
    const { url } = await serve({ '/north': { body: rss(items('Harbour reopens')) } });
    writeFileSync(join(library, 'subscriptions.opml'), opml([`${url}/north`]));
    const terminal = openReader(library);
    await terminal.waitFor('The third');
    writeConfig(folder, 'fetch_every = 60\n');
    await terminal.waitFor(/1 new(?!, U)/);
    await quit(terminal);
  });

  it('stays at the top while it fills an empty library, as long as no key is pressed', async () => {
    const library = join(temporaryFolder().path, 'library');
    mkdirSync(library);
    const slow = gate();
    const { url } = await serve({
      '/north': { body: rss([{ title: 'Old news', date: 'Tue, 10 Nov 2026 08:00:00 GMT' }]) },
      '/south': { body: rss(items('New news')), until: slow.until },
    });
    writeFileSync(join(library, 'subscriptions.opml'), opml([`${url}/north`, `${url}/south`]));
    const terminal = openReader(library);
    await terminal.waitFor('No articles here yet');
    terminal.press('R');
    await terminal.waitFor(/▸ .*Old news/);
    slow.open();
    await terminal.waitFor(/▸ .*New news/);
    await terminal.waitFor('2 new, U takes it back');
    await quit(terminal);
  });

  it('says what to do where there is no feed', async () => {
    const terminal = await machine(temporaryFolder()).open();
    terminal.press('R');
    await terminal.waitFor('no feeds yet: t, then a follows one');
    await quit(terminal);
  });
});
