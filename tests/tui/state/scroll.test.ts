// Where the page stands when it is laid out anew: what is read stays where it is.
import { expect, test } from 'vitest';
import { pageLines } from '../../../src/render/page/page-lines.ts';
import { screenGeometry } from '../../../src/tui/state/geometry.ts';
import { articleHead } from '../../support/library/article-head.ts';
import { driveReader } from '../../support/reader/reader-state.ts';

const paragraphs = (word: string) =>
  Array.from({ length: 20 }, (_, at) => `Paragraph ${word} ${at + 1}.`).join('\n\n');
const FIGURE = '![](a.png "The caption.")';
const article = {
  ...articleHead({ id: 'story', title: 'A story' }),
  markdown: `${paragraphs('above')}\n\n${FIGURE}\n\n${paragraphs('below')}`,
};

/** The page with room for its picture, of so many rows. */
function linesWith(story: typeof article, rows: number) {
  const picture = { file: 'a.png', columns: 20, rows, shape: 2 };
  const look = { width: 76, locale: { language: 'en' }, links: 'none' } as const;
  return pageLines(story, { ...look, picture: () => ({ rows, picture }) });
}

/** The screen's rows of the page that a reader has scrolled so far, and the same once it has a picture. */
function screensAt(down: string, story = article) {
  const reader = driveReader([story], { open: 'story' });
  const rows = (): readonly string[] => {
    const { page } = reader.state();
    const shown = page?.lines.slice(page.top, page.top + screenGeometry(reader.state()).bodyRows);
    return (shown ?? []).map(({ spans }) => spans.map(({ text }) => text).join(''));
  };
  reader.press(...down);
  const { page } = reader.state();
  const before = rows();
  if (page === null) throw new Error('no page');
  reader.act({ type: 'page', page: { ...page, lines: linesWith(story, 12) } });
  const after = rows();
  reader.act({ type: 'page', page });
  return { before, after, again: rows() };
}

test.for([
  ['at the top of the page', '', 'A story'],
  ['above the caption', '10j', 'above 4.'],
  ['at the edge that stands for it', '44j', '╌'],
  ['at the caption', '45j', 'The caption.'],
  ['at the row below the caption', '46j', ''],
  ['below the caption', '47j', 'below 1.'],
] as const)(
  'A picture that comes moves no other line of a page that stands %s',
  ([, down, top]) => {
    const { before, after, again } = screensAt(down);
    expect(before[0]).toContain(top);
    expect(after.slice(1)).toEqual(before.slice(1));
    expect(again.slice(1)).toEqual(before.slice(1));
  },
);

test.for([
  ['in the upper half of the screen', '40j', 4, 'below'],
  ['in the lower half of the screen', '28j', 16, 'above'],
] as const)('One that comes %s leaves the larger part where it is', ([, down, edge, kept]) => {
  const { before, after, again } = screensAt(down);
  expect(before[edge]).toContain('╌');
  const part = kept === 'below' ? ([edge + 1] as const) : ([0, edge] as const);
  expect(after.slice(...part)).toEqual(before.slice(...part));
  expect(after).not.toEqual(before);
  expect(again).toEqual(before);
});

test('At its beginning a page stays, whatever comes below', () => {
  const figureFirst = { ...article, markdown: `${FIGURE}\n\n${paragraphs('below')}` };
  const { before, after, again } = screensAt('', figureFirst);
  expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
  expect(after.join()).toContain('The caption.');
  expect(again).toEqual(before);
});

test('At its top a page stays, whatever comes into its header', () => {
  const reader = driveReader([article], { open: 'story' });
  const { page } = reader.state();
  if (page === null) throw new Error('no page');
  const deck = 'A deck that goes on for much longer than any line of the page. '.repeat(3);
  const lines = linesWith({ ...article, deck, summary: ['One point.'] }, 12);
  expect(reader.act({ type: 'page', page: { ...page, lines } }).page?.top).toBe(0);
  expect(reader.act({ type: 'page', page }).page?.top).toBe(0);
});
