// The built reader with pictures in its pages.

import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { halves } from '../../../support/library/sample-pictures.ts';
import { program } from '../../../support/machine/run.ts';
import {
  type Folder,
  openReader,
  quit,
  temporaryFolder,
  writeConfig,
} from '../../../support/reader/reader-program.ts';
import type { Terminal } from '../../../support/reader/terminal.ts';

const ALL = { COLORTERM: 'truecolor' };
const [RED, BLUE] = [0xff0000, 0x0000ff];

const paragraphs = (word: string) =>
  Array.from({ length: 20 }, (_, at) => `Paragraph ${word} ${at + 1}.`).join('\n\n');
const STORY = [
  '---\ntitle: The story\npublished: 2026-11-02\n---',
  'Before.',
  '![](images/a.png "The caption.")',
  paragraphs('between'),
  '![](images/b.png "The last one.")',
  paragraphs('after'),
].join('\n\n');

async function library(folder: Folder, second?: Uint8Array): Promise<string> {
  const path = join(folder.path, 'library');
  mkdirSync(join(path, 'images'), { recursive: true });
  const picture = await halves(160, 96).png().toBuffer();
  writeFileSync(join(path, '2026-11-02-story.md'), STORY);
  writeFileSync(join(path, 'images/a.png'), picture);
  writeFileSync(join(path, 'images/b.png'), second ?? picture);
  return path;
}

/** The colours behind cells of the picture above a caption, and of one beside it. */
function groundsAbove(terminal: Terminal, words: string): readonly number[] {
  const row = terminal.rows().findIndex((line) => line.includes(words));
  const column = terminal.rows()[row]?.indexOf('┆') ?? 0;
  return [1, 18, 21].map((at) => (row < 2 ? -2 : terminal.cell(column + at, row - 2).ground));
}

const isDrawn = (words: string) => (terminal: Terminal) =>
  groundsAbove(terminal, words).join() === [RED, BLUE, -1].join();

describe('an open article', () => {
  const open = async () => {
    const terminal = openReader(await library(temporaryFolder()), { env: ALL });
    await terminal.waitFor('The story');
    terminal.press('\r');
    await terminal.waitFor('The caption.');
    return terminal;
  };

  it('leaves room for a picture before it is there, so that nothing moves', async () => {
    const terminal = await open();
    const rowOfCaption = () => terminal.rows().findIndex((line) => line.includes('The caption.'));
    const before = rowOfCaption();
    await terminal.waitFor(isDrawn('The caption.'));
    expect(rowOfCaption()).toBe(before);
  });

  it('shows pictures above their captions, wherever it is scrolled', async () => {
    const terminal = await open();
    terminal.press('j');
    await terminal.waitFor(isDrawn('The caption.'));
    terminal.press('G');
    await terminal.waitFor('after 20');
    terminal.press('/last one\r');
    await terminal.waitFor(isDrawn('The last one.'));
    terminal.resize(60, 30);
    await terminal.waitFor(isDrawn('The last one.'));
    terminal.resize(80, 24);
    terminal.press('\x1bg');
    await terminal.waitFor(isDrawn('The caption.'));
  });

  it('folds captions to pictures only, and back', async () => {
    const terminal = await open();
    await terminal.waitFor(isDrawn('The caption.'));
    terminal.press('C');
    await terminal.waitFor((screen) => !screen.text().includes('The caption.'));
    const row = terminal.rows().findIndex((line) => line.includes('Paragraph between 1.'));
    const column = terminal.rows()[row]?.indexOf('Paragraph') ?? 0;
    expect(terminal.cell(column, row - 2).ground).toBe(RED);
    terminal.press('C');
    await terminal.waitFor(isDrawn('The caption.'));
  });

  it('shows a picture as large as the screen on Enter, and goes back to the page', async () => {
    const terminal = await open();
    await terminal.waitFor(isDrawn('The caption.'));
    terminal.press('\r');
    const grounds = (row: number) =>
      [4, 7, 38, 41, 72, 74].map((at) => terminal.cell(at, row).ground);
    const across = [-1, RED, RED, BLUE, BLUE, -1].join();
    await terminal.waitFor(() => [2, 21].every((row) => grounds(row).join() === across));
    expect(terminal.text()).not.toContain('The caption.');
    terminal.resize(40, 30);
    await terminal.waitFor(() => terminal.cell(38, 14).ground === BLUE);
    terminal.press('q');
    await terminal.waitFor(isDrawn('The caption.'));
    expect(terminal.text()).toContain('Before.');
    terminal.press('G');
    await terminal.waitFor('after 20');
    terminal.press('\r');
    await terminal.waitFor('no picture in sight');
  });
});

describe('the reader', () => {
  it('shows none or some as the settings say that are changed meanwhile', async () => {
    const folder = temporaryFolder();
    writeConfig(folder, 'pictures = "off"\n');
    const terminal = openReader(await library(folder), { env: ALL });
    await terminal.waitFor('The story');
    terminal.press('\r');
    await terminal.waitFor('The caption.');
    expect(isDrawn('The caption.')(terminal)).toBe(false);
    writeConfig(folder, '');
    await terminal.waitFor(isDrawn('The caption.'));
    writeConfig(folder, 'pictures = "off" # again\n');
    await terminal.waitFor((screen) => !isDrawn('The caption.')(screen));
    await quit(terminal);
  });

  it('mixes colours where a terminal has 256', async () => {
    const terminal = openReader(await library(temporaryFolder()));
    await terminal.waitFor('The story');
    terminal.press('\r');
    await terminal.waitFor((screen) => groundsAbove(screen, 'The caption.').join() === '196,21,-1');
    await quit(terminal);
  });

  it('shows the caption of a broken one, and the others', async () => {
    const broken = (await halves(160, 96).png().toBuffer()).subarray(0, 45);
    const terminal = openReader(await library(temporaryFolder(), broken), { env: ALL });
    await terminal.waitFor('The story');
    terminal.press('\r');
    await terminal.waitFor(isDrawn('The caption.'));
    terminal.press('/last one\r');
    await terminal.waitFor(/╌{24}\n *┆ The last one\./);
    terminal.press('g');
    await terminal.waitFor(isDrawn('The caption.'));
    await quit(terminal);
  });

  it.each([
    ['they are off', '"$@" --pictures off', {}],
    ['there is no colour', '"$@"', { NO_COLOR: '1' }],
  ])('shows captions where %s', async (_, line, env) => {
    const terminal = openReader(await library(temporaryFolder()), {
      line,
      env: { ...ALL, ...env },
    });
    await terminal.waitFor('The story');
    terminal.press('\r');
    await terminal.waitFor(/╌{24}\n *┆ The caption\./);
    await quit(terminal);
  });

  it('shows captions where the decoder is missing', async () => {
    const folder = temporaryFolder();
    const copy = join(folder.path, 'program');
    cpSync(dirname(program), copy, { recursive: true });
    const line = `set -- "$1" ${copy}/newsprint.cjs "$3" "$4"; "$@"`;
    const terminal = openReader(await library(folder), { line, env: ALL });
    await terminal.waitFor('The story');
    terminal.press('\r');
    await terminal.waitFor(/╌{24}\n *┆ The caption\./);
    await quit(terminal);
  });
});
