// Room for pictures on the page, and what fills it.
import { expect, test } from 'vitest';
import { orderSpans } from '../../../src/text/bidi.ts';
import type { PictureRoom } from '../../../src/text/line.ts';
import { linePictures, withPictureCells } from '../../../src/text/spans.ts';
import { displayWidth } from '../../../src/text/width.ts';
import { spansText } from '../../../src/text/wrap.ts';
import { lineText } from '../../support/reader/line-text.ts';
import { bodyLines } from '../pages.ts';

/** Room for two pictures, of which one is not there yet. */
function picture(_article: string, source: string, columns: number): PictureRoom | null {
  const of = { file: '/a.png', columns: Math.min(6, columns), rows: 2, shape: 1 };
  if (source === 'late.png') return { rows: 3, picture: null };
  if (source === 'came.png') return { rows: 3, picture: of };
  return source === 'a.png' ? { rows: 2, picture: of } : null;
}

/** The rows of a body with `#` for the cells of pictures, in the order of a terminal that has none. */
function drawnText(markdown: string, setsRight = false, hasCaptions = true): readonly string[] {
  const lines = bodyLines(markdown, 24, { picture, setsRight, hasCaptions });
  const cells = [
    { text: '##', roles: [], sgr: '1' },
    { text: '####', roles: [], sgr: '2' },
  ];
  return lines.slice(lines.findIndex(({ paragraph }) => paragraph >= 0)).map(({ spans }) => {
    const row = withPictureCells(spans, () => cells);
    return spansText(orderSpans(row, setsRight ? 'seen' : 'read')).trimEnd();
  });
}

test('A picture stands above its caption', () => {
  expect(drawnText('One.\n\n![Alt](a.png "Words. Photo: AP")\n\nTwo.')).toEqual([
    'One.',
    '',
    '######',
    '######',
    '┆ Words.',
    '┆ Photo: AP',
    '',
    'Two.',
  ]);
});

test('Without captions one that is not shown keeps its own', () => {
  const markdown = '![Alt](a.png "Words. Photo: AP")\n\n![Alt](b.png "Others")';
  expect(drawnText(markdown, false, false)).toEqual([
    ...['######', '######', '', '╌'.repeat(24)],
    '┆ Others',
  ]);
});

test('One without a caption stands alone, in a list and in a quote too', () => {
  expect(drawnText('- ![](a.png)\n- two\n\n> ![](a.png)')).toEqual([
    '• ######',
    '  ######',
    '• two',
    '',
    '│ ######',
    '│ ######',
  ]);
});

test('One that is not shown is its caption', () => {
  const markdown = '![Alt](b.png "Words")\n\n![](b.png)';
  expect(drawnText(markdown)).toEqual([
    '╌'.repeat(24),
    '┆ Words',
    '',
    '╌'.repeat(24),
    '┆ A picture without a',
    '┆ caption',
  ]);
});

test('Beside a caption from right to left it stands at the right, the same way round', () => {
  const [first = '', second, caption] = drawnText('![](a.png "אבג")', true);
  expect(first).toBe(`${' '.repeat(18)}######`);
  expect(second).toBe(first);
  expect(displayWidth(caption ?? '')).toBe(24);
  const row = bodyLines('![](a.png "אבג")', 24, { picture, setsRight: true }).find(
    ({ spans }) => linePictures([{ spans, paragraph: 0 }]).length > 0,
  );
  const cells = withPictureCells(row?.spans ?? [], () => [
    { text: '▌', roles: [], sgr: '1' },
    { text: '▘', roles: [], sgr: '2' },
  ]);
  expect(spansText(orderSpans(cells, 'seen')).trim()).toBe('▌▘');
});

test('While they are not there, pictures are blanks of their size, each named once', () => {
  const lines = bodyLines('![Words](a.png)\n\n![Words](a.png)', 24, { picture });
  expect(linePictures(lines)).toHaveLength(2);
  const [row] = lines.filter((line) => linePictures([line]).length > 0);
  expect(row && lineText({ ...row, spans: withPictureCells(row.spans) })).toBe(' '.repeat(6));
});

test('Room that was left for a picture has as many rows when it came', () => {
  const [late, came] = ['late', 'came'].map((name) =>
    drawnText(`![](${name}.png "Words")\n\nText.`),
  );
  expect(late).toEqual(['╌'.repeat(24), '', '', '┆ Words', '', 'Text.']);
  expect(came).toEqual(['######', '######', '', '┆ Words', '', 'Text.']);
});
