import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPainter, frameUpdate } from '../../../src/tui/terminal/painter.ts';
import { createScreen } from '../../support/reader/terminal.ts';

const COLUMNS = 24;
const ROWS = 6;

/** Rows as the reader paints them: styled, linked, wide, at most as wide as the screen. */
const row = fc
  .array(
    fc.constantFrom(
      'word',
      ' ',
      '漢字',
      '\x1b[1;31mred\x1b[0m',
      '\x1b[7mback\x1b[0m',
      '\x1b]8;;https://example.org/\x1b\\link\x1b]8;;\x1b\\',
      '',
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));
const frame = fc.array(row, { minLength: 1, maxLength: ROWS });

function plain(text: string): string {
  return text.replace(/\x1b\][^\x1b]*\x1b\\|\x1b\[[\d;]*m/g, '').trimEnd();
}

describe('the painter', () => {
  it('leaves exactly the last frame on the screen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 8 }), async (frames) => {
        const screen = createScreen(COLUMNS, ROWS);
        const written: string[] = [];
        const painter = createPainter({ columns: COLUMNS, rows: ROWS }, (text) =>
          written.push(text),
        );
        await screen.write('what was there before');
        for (const rows of frames) painter.stream.write(rows.join('\n'));
        await screen.write(written.join(''));
        const last = frames.at(-1) ?? [];
        expect(screen.rows()).toEqual(
          Array.from({ length: ROWS }, (_, index) => plain(last[index] ?? '')),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('writes only the rows that changed', () => {
    expect(frameUpdate(['a', 'b', 'c'], ['a', 'B', 'c'])).toBe('\x1b[2;1H\x1b[0m\x1b[2KB');
  });

  it('has the cursor in its place before the terminal shows the frame', () => {
    const written: string[] = [];
    const size = { columns: 4, rows: 2 };
    const painter = createPainter(
      size,
      (text) => written.push(text),
      () => ({ row: 1, column: 2 }),
    );
    painter.stream.write('a\nb');
    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(/^\x1b\[\?2026h.*\x1b\[2;3H\x1b\[\?2026l$/s);
  });

  it('writes nothing for the same frame', () => {
    expect(frameUpdate(['a'], ['a'])).toBe('');
  });

  it('paints the whole frame after a change of size', () => {
    const written: string[] = [];
    const painter = createPainter({ columns: 4, rows: 2 }, (text) => written.push(text));
    painter.stream.write('a\nb');
    painter.resize({ columns: 5, rows: 2 });
    painter.stream.write('a\nb');
    expect(painter.stream.columns).toBe(5);
    expect(written[1]).toContain('a');
    expect(written[1]).toContain('b');
  });

  it('paints the last frame whole when that is asked for', () => {
    const written: string[] = [];
    const painter = createPainter({ columns: 4, rows: 2 }, (text) => written.push(text));
    painter.stream.write('one\nand');
    painter.stream.write('two\nand');
    painter.repaint();
    expect(written).toHaveLength(3);
    expect(written[2]).toMatch(/two[\s\S]*and/);
  });
});
