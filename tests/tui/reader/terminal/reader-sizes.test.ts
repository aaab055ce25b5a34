// The built reader on terminals that change their size, have none, or are tiny.

import { describe, expect, it } from 'vitest';
import {
  openReader,
  quit,
  temporaryFolder,
  writeLibrary,
} from '../../../support/reader/reader-program.ts';

/** What a frame shows. */
function withoutEscapes(frame: string): string {
  return frame.replace(/\x1b(?:\[[\d;?]*[A-Za-z]|\][^\x1b]*\x1b\\)/g, '');
}

describe('the reader', () => {
  it('keeps the last row through every change of size, and draws none blank', async () => {
    const terminal = openReader(writeLibrary(temporaryFolder()), { columns: 120, rows: 40 });
    await terminal.waitFor('quit');
    const sizes = [
      [100, 30],
      [40, 15],
      [80, 20],
      [60, 12],
    ] as const;
    for (const [columns, rows] of sizes) {
      const before = terminal.output().length;
      terminal.resize(columns, rows);
      await terminal.waitFor(() => terminal.output().slice(before).includes('\x1b[?2026l'));
      terminal.press('?');
      await terminal.waitFor((screen) => screen.rows()[rows - 1]?.includes('Esc') === true);
      const frames = terminal.output().slice(before).split('\x1b[?2026h').slice(1);
      expect(frames.filter((frame) => !/\w{3}/.test(withoutEscapes(frame)))).toEqual([]);
      terminal.press('\x1b');
      await terminal.waitFor((screen) => screen.rows()[rows - 1]?.includes('Enter') === true);
    }
    await quit(terminal);
  });

  it('takes a terminal of 0 × 0 for one of 80 × 24', async () => {
    const terminal = openReader(writeLibrary(temporaryFolder()), {
      line: 'stty cols 0 rows 0; "$@"',
    });
    await terminal.waitFor('1 of 3 · newest first');
    await quit(terminal);
  });

  it('says what is needed on a tiny terminal and goes on when it grows', async () => {
    const terminal = openReader(writeLibrary(temporaryFolder()), { columns: 12, rows: 3 });
    await terminal.waitFor('20×5 needed');
    terminal.resize(20, 5);
    await terminal.waitFor('▸ ●  The first story');
    terminal.press('Q');
    await terminal.waitFor('after 0');
  });
});
