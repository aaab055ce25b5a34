// Where the page stands when it is laid out anew: what is read stays where it is.
import { expect, test } from 'vitest';
import { pageLines } from '../../../src/render/page/page-lines.ts';
import { articleHead } from '../../support/library/article-head.ts';
import { driveReader } from '../../support/reader/reader-state.ts';

const paragraphs = (word: string) =>
  Array.from({ length: 20 }, (_, at) => `Paragraph ${word} ${at + 1}.`).join('\n\n');
const article = {
  ...articleHead({ id: 'story', title: 'A story' }),
  markdown: `${paragraphs('above')}\n\n![](a.png "The caption.")\n\n${paragraphs('below')}`,
};

/** The page with room for its picture, of so many rows. */
function linesWith(rows: number) {
  const picture = { file: 'a.png', columns: 20, rows, shape: 2 };
  const look = { width: 76, locale: { language: 'en' }, links: 'none' } as const;
  return pageLines(article, { ...look, picture: () => picture });
}

test.for([
  ['at the top of the page', [], 'A story'],
  ['above the caption', [...'20j'], 'above 9.'],
  ['at the edge that stands for it', [...'44j'], '╌'],
  ['at the caption', [...'45j'], 'The caption.'],
  ['at the row below the caption', [...'46j'], ''],
  ['below the caption', [...'47j'], 'below 1.'],
] as const)('A picture that comes moves no line of a page that stands %s', ([, keys, words]) => {
  const reader = driveReader([article], { open: 'story' });
  const textOfRow = (row: number) => {
    const { page } = reader.state();
    return page?.lines[page.top + row]?.spans.map(({ text }) => text).join('') ?? '';
  };
  reader.press(...keys);
  const { page } = reader.state();
  const [top, next] = [textOfRow(0), textOfRow(1)];
  expect(top).toContain(words);
  if (page === null) throw new Error('no page');
  reader.act({ type: 'page', page: { ...page, lines: linesWith(12) } });
  if (top.startsWith('╌')) expect(textOfRow(12)).toContain('The caption.');
  else expect([textOfRow(0), textOfRow(1)]).toEqual([top, next]);
});
