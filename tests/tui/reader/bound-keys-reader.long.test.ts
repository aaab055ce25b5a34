// The built reader with keys of config.toml: newsboat's, one after the other, chords, and changes.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Folder,
  openReader,
  temporaryFolder,
  writeConfig,
  writeLibrary,
} from '../../support/reader/reader-program.ts';
import type { Terminal } from '../../support/reader/terminal.ts';
import { opmlOf, rss } from '../../support/web/feeds.ts';
import { serve } from '../../support/web/web-server.ts';

type Seen = Parameters<Terminal['waitFor']>[0];

/** A reader on three articles; each key it is pressed is followed by what is seen then. */
async function openWith(folder: Folder, config: string, feeds: readonly string[] = []) {
  const library = writeLibrary(folder);
  const outlines = feeds.map(
    (url) => `<outline type="rss" text="${url.slice(-5)}" xmlUrl="${url}"/>`,
  );
  if (feeds.length > 0) writeFileSync(join(library, 'subscriptions.opml'), opmlOf(...outlines));
  writeConfig(folder, config);
  const terminal = openReader(library, { columns: 80 });
  await terminal.waitFor('The third story');
  const press = async (keys: string, seen: Seen) => {
    terminal.press(keys);
    await terminal.waitFor(seen);
  };
  return { ...terminal, press };
}

const NEWSBOAT = '[keys]\nset = "newsboat"\n';
const DOWN = '\x1b[B';
const UP = '\x1b[A';
const PAGE_DOWN = '\x1b[6~';
const [HOME, END] = ['\x1b[H', '\x1b[F'];
const control = (letter: string) => String.fromCharCode(letter.charCodeAt(0) & 31);

/** The number of the row, or of the selected article. */
const at = (place: number) => ` ${place} of 3`;

describe('the keys of newsboat', () => {
  it('do in the list of articles what its manual says', async () => {
    const { press, rows } = await openWith(temporaryFolder(), NEWSBOAT);
    expect(rows().at(-1)).toMatch(/^ Enter open .*\? keys .*q quit .*\/ filter .*t feeds/);
    await press(DOWN, at(2));
    await press(UP, at(1));
    await press('J', at(2));
    await press('K', at(1));
    await press(END, at(3));
    await press(HOME, at(1));
    await press('n', at(2));
    await press('p', at(1));
    await press('N', '2 unread');
    await press('N', '3 unread');
    await press(control('E'), /★.*The first story/);
    await press('/second\r', 'filter: second');
    await press(control('F'), at(2));
    await press('Fthird\r', 'filter: third');
    await press('q', at(3));
    await press('?', 'In the list');
    await press('q', at(3));
    await press('C', 'older than a day');
    await press('\x1b', at(3));
    await press('G', 'oldest first');
    await press('g', 'last added first');
    await press('A', '3 articles marked read, U takes it back');
    await press('U', '3 unread');
    await press('D', '2 articles');
    await press('U', '3 articles');
    await press('Q', 'after 0');
  });

  it('do in an article what its manual says', async () => {
    const { press } = await openWith(temporaryFolder(), NEWSBOAT);
    await press('\r', 'Paragraph 1 ');
    await press(END, 'Paragraph 40 ');
    await press(HOME, 'It has a link');
    await press(PAGE_DOWN, 'Paragraph 9 ');
    await press('/lighthouse\r', '1 of 4');
    await press('n', '2 of 4');
    await press('p', '1 of 4');
    await press(control('G'), 'Ctrl-G does nothing here, ? shows the keys');
    await press('\x1b', /^(?!.*lighthouse”)/s);
    await press('J', 'Paragraph 1 stays');
    await press('K', 'Paragraph 9 goes');
    await press('u', 'Link number: ');
    await press('\x1b', at(1));
    await press('#', 'Link number: ');
    await press('\x1b', at(1));
    await press(control('E'), '★');
    await press('D', 'removed');
    await press('q', '2 articles');
    await press('Q', 'after 0');
  });

  it('do in the feeds what its manual says', async () => {
    const { url } = await serve({
      '/north': { body: rss('North', ['One', 'Two']) },
      '/south': { body: rss('South', ['Three']) },
    });
    const { press } = await openWith(temporaryFolder(), NEWSBOAT, [`${url}/north`, `${url}/south`]);
    await press('R', '3 new');
    await press('t', /▸ +6 +all/);
    await press('n', /▸ +2 +north/);
    await press('n', /▸ +1 +south/);
    await press('p', /▸ +2 +north/);
    await press('\r', /north +2 articles/);
    await press(control('N'), /south +1 article/);
    await press('k', /north +2 articles/);
    await press('t', /▸ +2 +north/);
    await press('A', '2 articles marked read');
    await press('n', /▸ +1 +south/);
    await press('l', /^(?!.*north)/s);
    await press('l', 'north');
    await press('r', 'nothing new in 1 feed');
    await press('E', 'Title: ');
    await press('\x1b', /▸ +1 +south/);
    await press('q', /north +2 articles/);
    await press(control('T'), /6 articles/);
    await press('Q', 'after 0');
  });
});

describe('a reader with keys of one’s own', () => {
  it('shows a chord that is begun, says what is not bound, and takes up a change', async () => {
    const folder = temporaryFolder();
    const { press, rows } = await openWith(
      folder,
      '[keys.list]\nlast = "g e"\nfirst = "g g"\nmute = false\n',
    );
    await press('2g', / 2 g …$/m);
    await press('\x1b', /^(?!.*g …)/s);
    await press('ge', at(3));
    await press('gg', at(1));
    await press('X', 'X is a key of the article: mute what is like it');
    await press('gx', 'g x does nothing here, ? shows the keys');
    writeConfig(folder, '[keys.list]\ndown = "n"\nnext = "Ctrl-X n"\nhelp = "!"\n');
    await press('', (screen) => screen.rows().at(-1)?.includes('! keys') === true);
    expect(rows().at(-1)).toContain('Ctrl-X n next unread');
    await press('n', at(2));
    await press('\x18n', at(3));
    writeConfig(folder, '[keys.list]\nread = "b"\nstar = "b"\nnxet = "n"\n');
    await press('', "config.toml:3:8: 'b' is a key of read already (and 1 more)");
    await press('b', '2 unread');
    await press('\x03', 'after 130');
  });

  it('has keys with Alt, as terminals of both kinds send them, and Esc by itself', async () => {
    const folder = temporaryFolder();
    const { press } = await openWith(
      folder,
      '[keys.list]\nlast = "Alt-e"\nfirst = "Alt-Left"\nread = "Ctrl-Alt-R"\n',
    );
    await press('\x1be', at(3));
    await press('\x1b[1;3D', at(1));
    await press('\x1b[101;3u', at(3));
    await press('\x1b\x1b[D', at(1));
    await press('\x1b\x12', '2 unread');
    await press('/third', 'Filter: third');
    await press('\x1b', at(1));
    await press('/sec', 'Filter: sec');
    await press('\x1bj', at(2));
    await press('Q', 'after 0');
  });
});
