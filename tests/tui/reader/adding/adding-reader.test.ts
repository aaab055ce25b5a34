// Pages on their way into the library, in the built reader: a terminal, a web server, files.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  bracketed,
  HARBOUR_FILE,
  machine,
  PASTED,
  quit,
  TITLE,
} from '../../../support/reader/reader-adding.ts';
import { temporaryFolder } from '../../../support/reader/reader-program.ts';
import { BODY, PNG, page } from '../../../support/web/adding.ts';
import { serve } from '../../../support/web/web-server.ts';

describe('the reader', () => {
  it('fetches a URL, shows it, keeps it with its pictures, and takes it back', async () => {
    const { open, files, read, library } = machine(temporaryFolder());
    const figure =
      '<figure><img src="/p.png"><figcaption>The quay. Photo: AP</figcaption></figure>';
    const { url } = await serve({
      '/a?utm_source=x': { body: page(TITLE).replace('</article>', `${figure}</article>`) },
      '/p.png': { body: PNG, headers: { 'content-type': 'image/png' } },
    });
    const terminal = await open();
    terminal.press('ja');
    await terminal.waitFor('Add: ▏a URL, or paste a page');
    terminal.press(`${url}/a?utm_source=x\r`);
    await terminal.waitFor('eleven days after the storm');
    await terminal.waitFor('Enter keep · Esc discard');
    expect(files()).toHaveLength(3);
    terminal.press('\r');
    await terminal.waitFor('kept, U takes it back');
    expect(files()).toEqual([HARBOUR_FILE, ...files().filter((file) => !file.startsWith('2021'))]);
    const [picture = ''] = readdirSync(join(library, 'images'));
    expect(read(HARBOUR_FILE)).toContain(`](../images/${picture} "`);
    expect(read(HARBOUR_FILE)).toContain(`url: "${url}/a"\n`);
    terminal.press('q');
    await terminal.waitFor('4 of 4');
    await terminal.waitFor(new RegExp(`▸ .*${TITLE}`));
    terminal.press('lU');
    await terminal.waitFor('taken out again: ');
    await terminal.waitFor(/▸ .*The second story/);
    expect(files()).toHaveLength(3);
    await quit(terminal);
  });

  it('leaves what it has, and brings what changed up to date, which undo brings back', async () => {
    const { open, read, call } = machine(temporaryFolder());
    const answers = { '/a': { body: page(TITLE) } };
    const { url } = await serve(answers);
    await call('add', `${url}/a`);
    const first = read(HARBOUR_FILE);
    const terminal = await open();
    terminal.press(`a${url}/a\r`);
    await terminal.waitFor('Enter keep');
    terminal.press('\r');
    await terminal.waitFor('it was here already');
    expect(read(HARBOUR_FILE)).toBe(first);
    answers['/a'] = { body: page(TITLE, [...BODY, 'Fishing begins on Friday.']) };
    terminal.press(`a${url}/a\r`);
    await terminal.waitFor('Enter keep');
    terminal.press('\r');
    await terminal.waitFor('brought up to date, U takes it back');
    await terminal.waitFor('Fishing begins');
    terminal.press('U');
    await terminal.waitFor((screen) => !screen.text().includes('Fishing begins'));
    expect(read(HARBOUR_FILE)).toBe(first);
    await quit(terminal);
  });

  it('takes a page of 200 KB that is pasted in pieces, and reads no key in it', async () => {
    const { open, files, read } = machine(temporaryFolder());
    const more = Array.from(
      { length: 1500 },
      (_, index) =>
        `Witness ${index + 1} quit her work, and told the inquiry what she had seen there.`,
    );
    const text = [
      PASTED,
      ...more,
      'On Friday the inquiry ended, and the witnesses went home by the evening train.',
    ].join('\n\n');
    const sent = bracketed(text.padEnd(200_000, ' '));
    const terminal = await open();
    for (let at = 0; at < sent.length; at += 3000) terminal.press(sent.slice(at, at + 3000));
    await terminal.waitFor('Enter keep · Esc discard');
    terminal.press('\x1b');
    await terminal.waitFor('not kept');
    expect(files()).toHaveLength(3);
    terminal.press('a');
    await terminal.waitFor('Add:');
    terminal.press(sent);
    await terminal.waitFor('eleven days after the storm');
    terminal.press('G');
    await terminal.waitFor('by the evening');
    terminal.press('\r');
    await terminal.waitFor('kept, U takes it back');
    await terminal.waitFor('by the evening');
    expect(read(HARBOUR_FILE)).toContain('Witness 1500 quit her work');
    await quit(terminal);
  });

  it('asks for the headline that a page does not have', async () => {
    const { open, files, read } = machine(temporaryFolder());
    const terminal = await open();
    terminal.press(bracketed(`${BODY.join(' ')}\n\n${BODY[0]} That was on a Friday.`));
    await terminal.waitFor('Headline: ▏none was found: type one');
    await terminal.waitFor('eleven days after the storm');
    terminal.press('My own words\r');
    await terminal.waitFor('Enter keep');
    terminal.press('\r');
    await terminal.waitFor('kept, U takes it back');
    const [file = ''] = files().filter((path) => path.endsWith('my-own-words.md'));
    expect(read(file)).toMatch(/^title: "?My own words"?$/m);
    await quit(terminal);
  });
});
