// The built reader where a screen reader reads what is drawn (Ink's INK_SCREEN_READER).

import { describe, expect, it } from 'vitest';
import {
  expectGivenBack,
  openReader,
  temporaryFolder,
  writeLibrary,
} from '../../support/reader/reader-program.ts';

describe('the reader, read aloud', () => {
  it.each([80, 120])('shows the text of what has the keys at %i columns', async (columns) => {
    using folder = temporaryFolder();
    const env = { INK_SCREEN_READER: 'true' };
    const terminal = openReader(writeLibrary(folder), { columns, rows: 24, env });
    await terminal.waitFor('The third story');
    await terminal.waitFor('1 of 3 · newest first');
    expect(terminal.text()).toContain('3 articles, 3 unread');
    expect(terminal.text()).not.toMatch(/──|│|Paragraph 1/);
    terminal.press('\r');
    await terminal.waitFor('Paragraph 1 goes on');
    await terminal.waitFor((screen) => !screen.text().includes('The third story'));
    expect(terminal.text()).toContain('The first story');
    terminal.press('Q');
    await expectGivenBack(terminal, 'after 0');
  });
});
