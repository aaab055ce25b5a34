// What the world does to a page that is added: silence, errors, hostile text, no room, no right.

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chunkSources } from '../../../support/machine/chunks.ts';
import {
  bracketed,
  machine,
  PASTED,
  quit,
  serveSilence,
} from '../../../support/reader/reader-adding.ts';
import { openProgram, temporaryFolder } from '../../../support/reader/reader-program.ts';
import { markdownFiles } from '../../../support/web/adding.ts';
import { freePort } from '../../../support/web/listen.ts';
import { serve } from '../../../support/web/web-server.ts';

describe('a page that is added', () => {
  it('stops a request on Esc and lives on meanwhile', async () => {
    const { open, files } = machine(temporaryFolder());
    const silence = await serveSilence();
    const terminal = await open();
    terminal.press(`a${silence.url}\r`);
    await terminal.waitFor('Esc stops it');
    await expect.poll(silence.open).toBe(1);
    terminal.press('j\r');
    await terminal.waitFor(/The second story[\s\S]*Paragraph 1 /);
    terminal.press('\x1b');
    await terminal.waitFor('stopped');
    await expect.poll(silence.open).toBe(0);
    expect(terminal.text()).toContain('Paragraph 1 ');
    expect(files()).toHaveLength(3);
    await quit(terminal);
  });

  it('does not keep the program alive when it is left while a page is fetched', async () => {
    const { open } = machine(temporaryFolder());
    const silence = await serveSilence();
    const terminal = await open();
    terminal.press(`a${silence.url}\r`);
    await expect.poll(silence.open).toBe(1);
    await quit(terminal);
    await expect.poll(silence.open).toBe(0);
  });

  it('says in a line why there is nothing to keep, and offers to follow a feed', async () => {
    const { open, files } = machine(temporaryFolder());
    const { url } = await serve({
      '/feed': {
        body: '<?xml version="1.0"?><rss version="2.0"><channel><title>Northport</title></channel></rss>',
      },
    });
    const terminal = await open();
    for (const [keys, words] of [
      [`a${url}/gone\r`, `the server answered 404 Not Found · ${url}/gone`],
      [`a${url}/feed\r`, 'a feed: Enter follows it'],
      ['\r', 'Folder: '],
      ['\r', 'Tags, full, limit: '],
      ['\r', 'following Northport: R fetches it'],
      [`ahttp://127.0.0.1:${await freePort()}/\r`, 'the connection was refused'],
      [bracketed('%PDF-1.4 one\ntwo'), 'the paste: not an article'],
      [bracketed(`word ${'x'.repeat(11 * 1024 * 1024)}`), 'the paste is larger than 10 MiB'],
    ] as const) {
      terminal.press(keys);
      await terminal.waitFor(words);
    }
    terminal.press(`a${url}/gone\r`);
    await terminal.waitFor('answered 404');
    terminal.press('a');
    await terminal.waitFor('Add: ▏');
    terminal.press('\x1b');
    await terminal.waitFor('1 of 3');
    expect(files()).toHaveLength(3);
    await quit(terminal);
  });

  it('puts nothing of a hostile page on the screen but its text', async () => {
    const folder = temporaryFolder();
    const { open, read } = machine(folder);
    const live = '\x1b]0;owned\x07\x1b]52;c;b3duZWQ=\x07\x9b31m\u202e\x00\x1b[2J';
    const text = PASTED.replace('Harbour', `Har${live}bour`).replaceAll(
      'the storm',
      `the${live} storm`,
    );
    const terminal = await open();
    terminal.press(bracketed(text));
    await terminal.waitFor('Enter keep');
    terminal.press('\r');
    await terminal.waitFor('kept');
    expect(terminal.title()).toMatch(/^Har[^\0-\x1f\x7f-\x9f\u202e]+ — newsprint$/);
    expect(terminal.clipboard()).toEqual([]);
    expect(terminal.output()).not.toMatch(/\x9b|\u202e|\x1b\]0|\x1b\[31mm/);
    const [file = ''] = markdownFiles(join(folder.path, 'library')).filter((p) =>
      p.startsWith('2021'),
    );
    expect(read(file)).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202e]/);
    await quit(terminal);
  });

  it('adds nothing to a library that is read-only', async () => {
    const none = { HOME: '', XDG_STATE_HOME: '', XDG_DATA_HOME: '', XDG_CACHE_HOME: '' };
    const terminal = openProgram([], { env: none });
    await terminal.waitFor('Welcome to newsprint');
    terminal.press(bracketed(PASTED));
    await terminal.waitFor('this library is read-only: nothing can be added');
    terminal.press('j');
    await terminal.waitFor('2 of');
    terminal.press('\ra');
    await terminal.waitFor('this library is read-only: nothing can be added');
    terminal.press('Q');
    await terminal.exit();
  });

  it('needs no more than 20 columns and 5 rows', async () => {
    const { open, files } = machine(temporaryFolder());
    const terminal = await open({ columns: 20, rows: 5 });
    terminal.press('a');
    await terminal.waitFor('Add: ▏a URL, or');
    terminal.press(bracketed(PASTED));
    await terminal.waitFor(' Enter keep · Esc no');
    terminal.press('j\r');
    await terminal.waitFor('kept, U takes');
    expect(files()).toHaveLength(4);
    await quit(terminal);
  });

  it('loads the intake only when a page is added', async () => {
    const folder = temporaryFolder();
    const { open } = machine(folder);
    const loaded = async (name: string, keys: string, words: string) => {
      const cache = join(folder.path, name);
      const terminal = await open({ env: { XDG_CACHE_HOME: cache } });
      terminal.press(keys);
      await terminal.waitFor(words);
      await quit(terminal);
      return () => chunkSources(cache).filter((path) => path.startsWith('src/intake/'));
    };
    expect((await loaded('prompt', '\rqa\x7f', '1 of 3'))()).toEqual([]);
    // The process that read the page keeps its code when it ends, after the reader.
    const ofPaste = await loaded('paste', bracketed(PASTED), 'Enter keep');
    await expect.poll(ofPaste, { timeout: 30_000 }).toContain('src/intake/sniff.ts');
  });
});
