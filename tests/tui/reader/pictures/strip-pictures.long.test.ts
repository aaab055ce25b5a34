// The built reader on terminals that get a picture row by row.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { halves } from '../../../support/library/sample-pictures.ts';
import {
  expectGivenBack,
  type Folder,
  openReader,
  quit,
  temporaryFolder,
} from '../../../support/reader/reader-program.ts';
import { inlineFile, sixelPoints, stripsOnScreen } from '../../../support/reader/strips.ts';
import type { Terminal } from '../../../support/reader/terminal.ts';

const answering = (answer: string) => (said: string) => (said.includes('\x1b[c') ? answer : '');
const WEZTERM = answering('\x1bP>|WezTerm 20240203\x1b\\\x1b[6;18;9t\x1b[?65;4;6c');
const VS_CODE = answering('\x1bP>|xterm.js(6.0.0)\x1b\\\x1b[6;18;9t\x1b[?62;4;9;22c');
const FOOT = answering('\x1bP>|foot(1.21.0)\x1b\\\x1b[6;17;8t\x1b[?62;4;22c');
const XTERM = answering('\x1bP>|XTerm(398)\x1b\\\x1b[?2;0;640;408S\x1b[?63;1;4;6c');
const KONSOLE = answering('\x1bP>|Konsole 25.04.2\x1b\\\x1b[6;18;9t\x1b[?62;1;4c');

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
  it.each([
    ['WezTerm', WEZTERM],
    ['VS Code', VS_CODE],
  ])('shows a picture by iTerm2’s inline images in %s, a row at a time', async (_, answer) => {
    const terminal = await open(temporaryFolder(), answer);
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

  it.each([
    ['foot', FOOT],
    ['xterm', XTERM],
  ])('shows a picture by sixels in %s, as high as a row', async (_, answer) => {
    const terminal = await open(temporaryFolder(), answer);
    await goToPicture(terminal, 'kkkkkkkk');
    for (const { image, columns } of strips(terminal).values()) {
      expect(columns).toBe(40);
      const points = sixelPoints(image);
      expect(points.map(({ length }) => length)).toEqual(new Array(17).fill(320));
      expect(new Set(points.map((row) => row[10]))).toEqual(new Set(['100;0;0']));
      expect(new Set(points.map((row) => row[310]))).toEqual(new Set(['0;0;100']));
    }
    await quit(terminal);
  });

  it('places a picture row by row in Konsole, and clears every row that it writes', async () => {
    const terminal = await open(temporaryFolder(), KONSOLE);
    await goToPicture(terminal, 'kkkkkkkk');
    const id = /\x1b_Ga=t,f=100,i=(\d+)/.exec(terminal.output())?.[1];
    expect([...strips(terminal).values()]).toEqual(
      [0, 1, 2, 3, 4, 5].map((row) => {
        const part = `x=0,y=${18 * row},w=360,h=18,c=40,r=1,C=1`;
        return { image: `\x1b_Ga=p,i=${id},p=${row + 1},${part},q=2\x1b\\`, columns: 40 };
      }),
    );
    terminal.forget();
    terminal.press('g');
    await terminal.waitFor(' Top ');
    const rows = terminal.output().matchAll(/\x1b\[(\d+);1H\x1b\[0m\x1b\[2K(\x1b_G[^\x1b]*)?/g);
    const cleared = Array.from(rows, ([, row, clear]) => [row, clear]);
    expect(cleared.length).toBeGreaterThan(9);
    expect(cleared).toEqual(cleared.map(([row]) => [row, `\x1b_Ga=d,d=y,y=${row},q=2`]));
    await quit(terminal);
  });

  it.each([
    ['inline images', WEZTERM],
    ['sixels', FOOT],
    ['placed rows', KONSOLE],
  ])('shows the same %s at one place, whichever way it was scrolled to', async (_, answer) => {
    const terminal = await open(temporaryFolder(), answer);
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
    await quit(terminal);
  });
});
