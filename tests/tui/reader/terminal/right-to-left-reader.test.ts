// The built reader on terminals that show letters where they are written, and on others.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  expectGivenBack,
  openReader,
  quit,
  temporaryFolder,
} from '../../../support/reader/reader-program.ts';

const XTERM = { XTERM_VERSION: 'XTerm(398)' };

const STORY = '---\ntitle: אבגד abc\npublished: 2026-11-02\n---\nהוזח טיכל (123) abc.\n';

function library(folder: { readonly path: string }): string {
  const path = join(folder.path, 'library');
  mkdirSync(path);
  writeFileSync(join(path, '2026-11-02-story.md'), STORY);
  return path;
}

describe('the reader', () => {
  it('puts text from right to left in order, and tells the terminal so', async () => {
    const terminal = openReader(library(temporaryFolder()), { env: XTERM });
    await terminal.waitFor('abc דגבא');
    expect(terminal.output()).toContain('\x1b[8l');
    terminal.press('\r');
    await terminal.waitFor('.abc (123) לכיט חזוה');
    const row = terminal.rows().findIndex((line) => line.includes('(123)'));
    expect(terminal.rows()[row]).toMatch(/^ {20,}\.abc/);
    terminal.press('/טיכ\r');
    await terminal.waitFor('hit 1 of 1');
    const column = terminal.rows()[row]?.indexOf('כיט') ?? 0;
    expect(terminal.cell(column, row)).toMatchObject({ text: 'כ', reverse: true });
    expect(terminal.cell(column - 1, row)).toMatchObject({ text: 'ל', reverse: false });
    await quit(terminal);
    expect(terminal.output()).toContain('\x1b[8h');
  });

  it('leaves the text as it is read to a terminal that is not known', async () => {
    const terminal = openReader(library(temporaryFolder()));
    await terminal.waitFor('אבגד abc');
    expect(terminal.output()).not.toContain('\x1b[8l');
    terminal.press('q');
    await expectGivenBack(terminal, 'after 0');
  });
});
