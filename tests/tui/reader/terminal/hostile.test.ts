// Whatever an article holds, a frame carries no sequence but the reader's own.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPainter } from '../../../../src/tui/terminal/painter.ts';
import { drawScreen } from '../../../support/reader/drawn-screen.tsx';
import { driveReader, stories, testView } from '../../../support/reader/reader-state.ts';
import { createScreen } from '../../../support/reader/terminal.ts';

const SIZE = { columns: 60, rows: 12 };

const hostile = fc
  .array(
    fc.constantFrom(
      'word ',
      '漢字',
      '\x1b[2J',
      '\x1b]0;owned\x07',
      '\x1b]52;c;b3duZWQ=\x07',
      '\x1bP1$r\x1b\\',
      '\x9b31m',
      '\x9d0;owned\x9c',
      '\u202e',
      '\u2066',
      '\n',
      '\r',
      '\t',
      '\x07',
      '\x7f',
      '\u2028',
      '\ud800',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));

const OURS = /\x1b\[[\d;]*m|\x1b\]8;(?:id=[\da-z]+)?;[!-~]*\x1b\\/g;
const LIVE = /[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

describe('hostile articles', () => {
  it('leave title, clipboard and frame alone', async () => {
    const keys = fc.constantFrom(['j'], ['enter'], ['enter', 'F'], ['enter', '/', 'w', 'o'], ['o']);
    await fc.assert(
      fc.asyncProperty(hostile, hostile, keys, async (text, other, pressed) => {
        const articles = stories(3).map((story) => ({
          ...story,
          title: text,
          source: other,
          published: other,
          markdown: `${text}\n\n[${text}](https://example.org/${other})\n\n![${other}]()`,
        }));
        const driven = driveReader(articles, SIZE);
        const view = testView({ root: text });
        const screen = createScreen(SIZE.columns, SIZE.rows);
        const painter = createPainter(SIZE, (written) => void screen.write(written));
        driven.press(...pressed);
        driven.hear({ type: 'paste', text: other });
        const rows = drawScreen(driven.state(), view);
        for (const row of rows) expect(row.replace(OURS, '')).not.toMatch(LIVE);
        painter.stream.write(rows.join('\n'));
        await screen.write('');
        expect(screen.title()).toBe('');
        expect(screen.clipboard()).toEqual([]);
        expect(rows.length).toBe(SIZE.rows);
      }),
      { numRuns: 50 },
    );
  });
});
