// The built reader on terminals that get a picture row by row.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { halves } from '../../support/library/sample-pictures.ts';
import {
  expectGivenBack,
  type Folder,
  openReader,
  temporaryFolder,
} from '../../support/reader/reader-program.ts';
import { inlineFile, stripsOnScreen } from '../../support/reader/strips.ts';
import type { Terminal } from '../../support/reader/terminal.ts';

const WEZTERM = (said: string) =>
  said.includes('\x1b[c') ? '\x1bP>|WezTerm 20240203\x1b\\\x1b[6;18;9t\x1b[?65;4;6c' : '';

/** Six rows of cells, of 320 × 96 points, and more lines than a screen has. */
async function open(folder: Folder, answer: (said: string) => string): Promise<Terminal> {
  const library = join(folder.path, 'library');
  mkdirSync(library);
  const lines = Array.from({ length: 40 }, (_, at) => `Line ${at}.\n\n`).join('');
  writeFileSync(
    join(library, '2026-11-02-story.md'),
    `# The story\n\n${lines}![](a.png "The caption.")\n\n${lines}`,
  );
  writeFileSync(join(library, 'a.png'), await halves(320, 96).png().toBuffer());
  const terminal = openReader(library, { answer });
  await terminal.waitFor('The story');
  terminal.press('\r');
  await terminal.waitFor('Line 0.');
  return terminal;
}

const strips = (terminal: Terminal) => stripsOnScreen(terminal.output());

/** Whether a picture of six rows ends above its caption. */
function isWhole(terminal: Terminal): boolean {
  const caption = terminal.rows().findIndex((line) => line.includes('The caption.'));
  const rows = [...strips(terminal).keys()];
  return caption > 5 && rows.join() === [5, 4, 3, 2, 1, 0].map((by) => caption - by).join();
}

/** Brings the picture to the screen by a search, and then line by line to one place. */
async function goToPicture(terminal: Terminal, keys: string) {
  terminal.press('/caption\r');
  await terminal.waitFor('The caption.');
  terminal.press(keys);
  await terminal.waitFor(isWhole);
}

describe('the reader', () => {
  it('shows a picture by iTerm2’s inline images, a row at a time', async () => {
    using folder = temporaryFolder();
    const terminal = await open(folder, WEZTERM);
    await goToPicture(terminal, 'kkkkkkkk');
    const [first, ...more] = [...strips(terminal).values()];
    expect(more).toHaveLength(5);
    expect(first?.columns).toBe(40);
    expect(first?.image).toMatch(/;width=40;height=1;preserveAspectRatio=0:/);
    if (first === undefined) throw new Error('no strip');
    const { data, info } = await sharp(inlineFile(first))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 360, height: 18 });
    expect([data[0], data.at(-1)].map((value) => (value ?? 0) > 240)).toEqual([true, true]);
    terminal.press('?');
    await terminal.waitFor('scroll down');
    expect(strips(terminal).size).toBe(0);
    terminal.press('qQ');
    await expectGivenBack(terminal, 'after 0');
  });

  it('shows the same strips at one place, whichever way it was scrolled to', async () => {
    using folder = temporaryFolder();
    const terminal = await open(folder, WEZTERM);
    await goToPicture(terminal, 'kkkkkkkk');
    const seen = strips(terminal);
    terminal.press('g');
    await terminal.waitFor(' Top ');
    expect(strips(terminal).size).toBe(0);
    terminal.press('G');
    await terminal.waitFor(' End ');
    terminal.press('g');
    await terminal.waitFor(' Top ');
    await goToPicture(terminal, 'jjjjkkkkkkkkkkkk');
    await terminal.waitFor(() => isDeepStrictEqual(strips(terminal), seen));
    terminal.press('Q');
    await expectGivenBack(terminal, 'after 0');
  });
});
