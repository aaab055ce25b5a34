// The built reader in plain lines, as screen readers and braille displays follow it.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  openReader,
  PLAIN,
  temporaryFolder,
  writeConfig,
  writeLibrary,
} from '../../../support/reader/reader-program.ts';
import type { Terminal } from '../../../support/reader/terminal.ts';

const line = '"$@" --accessible';
const SIZE = { columns: 100, rows: 60 };

/** What was written, as lines; the program that prints around the reader left out. */
function said(terminal: Terminal): string[] {
  const text = terminal.output().replace(/\x1b\[\?2004[hl]/g, '');
  return text.split('\r\n').filter((one) => one !== '');
}

const PICTURED = `---
title: The pictured story
published: 2026-11-09
---
One paragraph with \`code\` in it.

## A heading

![A crane](../images/crane.png "A crane at dawn. Credit: Ada Li")

> A quote.

    two lines
    of code

| a | b |
|---|---|
| 1 | 2 |
`;

describe('the reader in plain lines', () => {
  it('is what the settings ask for, too', async () => {
    const folder = temporaryFolder();
    const library = writeLibrary(folder);
    writeConfig(folder, 'accessible = true\nsort = "-published"\n');
    const terminal = openReader(library, SIZE);
    await terminal.waitFor('1 of 3, unread: The third story');
    // What is changed has nothing to draw here.
    writeConfig(folder, 'accessible = true\nmouse = true\nmeasure = 30\nx = 1\n');
    await terminal.waitFor("unknown setting 'x'");
    terminal.press('j');
    await terminal.waitFor('2 of 3, unread: The second story');
    writeConfig(folder, 'accessible = true\ny = 1\n[keys.list]\nup = "g k"\nfirst = "Home"\n');
    await terminal.waitFor("unknown setting 'y'");
    terminal.press('g');
    await terminal.waitFor('g …');
    terminal.press('k');
    await terminal.waitFor(/g …\n+1 of 3, unread: The third/);
    expect(terminal.modes()).toMatchObject({ mouse: false, alternateScreen: false });
    terminal.press('Q');
    await terminal.waitFor('after 0');
    await terminal.exit();
  });

  it('says each move in a line, and an article by its paragraphs', async () => {
    const library = writeLibrary(temporaryFolder());
    writeFileSync(join(library, '2026-11-09-pictured.md'), PICTURED);
    const terminal = openReader(library, { ...SIZE, line });
    await terminal.waitFor('1 of 4, unread: The pictured story, 9 Nov, 1 min');
    terminal.press('j');
    await terminal.waitFor(/2 of 4, unread: The first story, The Post, 3 Nov, \d+ min/);
    terminal.press('s');
    await terminal.waitFor('2 of 4, unread, starred: The first story');
    terminal.press('k\r');
    await terminal.waitFor('1, 2');
    expect(said(terminal).slice(-11)).toEqual([
      'The pictured story',
      '9 November 2026 · 1 min read',
      'One paragraph with code in it.',
      'Heading: A heading',
      'Picture: A crane at dawn.',
      'Credit: Ada Li',
      'Quote: A quote.',
      'Code: two lines',
      'of code',
      'a, b',
      '1, 2',
    ]);
    // Said to its end it is read.
    terminal.press('h');
    await terminal.waitFor('1 of 4, read: The pictured story');
    terminal.press('q');
    await terminal.waitFor('after 0');
    await terminal.exit();
    expect(terminal.modes()).toEqual(PLAIN);
  });

  it('only ever adds lines, and writes what is typed as it is typed', async () => {
    const env = { INK_SCREEN_READER: 'true' };
    const terminal = openReader(writeLibrary(temporaryFolder()), { ...SIZE, env });
    await terminal.waitFor('newsprint: 3 articles, 3 unread; ? says the keys, q quits');
    terminal.press('/');
    await terminal.waitFor('Filter:');
    terminal.press('secx');
    await terminal.waitFor('Filter: secx');
    terminal.press('\x7f');
    await terminal.waitFor(/Filter: secx\nFilter: sec$/m);
    terminal.press('ond\r');
    await terminal.waitFor('newsprint: 1 article that fit second, 1 unread');
    await terminal.waitFor('1 of 1, unread: The second story');
    terminal.press('\x1b');
    await terminal.waitFor(/newsprint: 3 articles, 3 unread$/m);
    terminal.press('/"nothing\r');
    await terminal.waitFor('newsprint: 0 articles that fit "nothing');
    terminal.press('Q');
    await terminal.waitFor('after 0');
    await terminal.exit();
    expect(terminal.output().replace(/\x1b\[\?2004[hl]/g, '')).not.toMatch(/[\x1b\b]|\r(?!\n)/);
  });

  it('has help, feeds, finds and headings in sentences', async () => {
    const terminal = openReader(writeLibrary(temporaryFolder()), { ...SIZE, line });
    await terminal.waitFor('1 of 3, unread: The first story');
    terminal.press('?');
    await terminal.waitFor((one) => one.output().includes('j or ↓: down.'));
    await terminal.waitFor('A number first repeats a key: 12j.');
    terminal.press('q');
    await terminal.waitFor(/A number[\s\S]*1 of 3, unread/);
    terminal.press('t');
    await terminal.waitFor('all articles, 3 unread of 3 articles');
    terminal.press('t\r');
    await terminal.waitFor('Paragraph 40 goes on');
    terminal.forget();
    terminal.press('/lighthouse\r');
    await terminal.waitFor('hit 1 of 4');
    await terminal.waitFor('Paragraph 5 goes on');
    terminal.press('n');
    await terminal.waitFor('Paragraph 15 goes on');
    terminal.press('Q');
    await terminal.waitFor('after 0');
    await terminal.exit();
    expect(terminal.modes()).toEqual(PLAIN);
  });
});
