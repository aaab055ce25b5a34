// Long blocks are read in parts, and what is read is as if they were not.
import { expect, test } from 'vitest';
import type { Block } from '../../src/markdown/document/document.ts';
import { parseMarkdown } from '../../src/markdown/parse/parse-markdown.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
const only = (markdown: string): Block => {
  const { blocks } = parseMarkdown(markdown);
  expect(blocks.map(({ type }) => type)).toHaveLength(1);
  const [block] = blocks;
  if (block === undefined) throw new Error('no block');
  return block;
};

test.each([
  ['bullets', numbers(3000).map((n) => `- item ${n}`), false],
  ['numbers', numbers(3000).map((n) => `${n}. item`), false],
  ['items with items', numbers(2000).map((n) => `- item ${n}\n  - inner\n  - more`), false],
  ['items of two paragraphs', numbers(2000).map((n) => `- item ${n}\n\n  more\n`), true],
  ['items apart', numbers(2000).map((n) => `* item ${n}\n`), true],
])('a list of many %s is one', (_, items, loose) => {
  const list = only(items.join('\n'));
  expect(list).toMatchObject({ type: 'list', start: 1, loose });
  expect(list.type === 'list' && list.items.length).toBe(items.length);
});

test('a quote of many paragraphs is one with all of them', () => {
  const quote = only(
    numbers(1500)
      .map((n) => `> paragraph ${n}\n> goes on`)
      .join('\n>\n'),
  );
  expect(quote.type === 'quote' && quote.blocks.length).toBe(1500);
});

test('an item of many paragraphs keeps them', () => {
  const list = only(
    `- first\n\n${numbers(200)
      .map((n) => `  paragraph ${n}`)
      .join('\n\n')}`,
  );
  expect(list.type === 'list' && list.items[0]?.blocks.length).toBe(201);
});

test('what follows a long list is no part of it', () => {
  const list = numbers(3000)
    .map((n) => `- item ${n}`)
    .join('\n');
  expect(parseMarkdown(`${list}\n\nEnd\n\n+ other`).blocks.map(({ type }) => type)).toEqual([
    'list',
    'paragraph',
    'list',
  ]);
});

test('a picture in its own target is a figure however long', () => {
  const [figure] = parseMarkdown(`![alt](data:image/png;base64,${'Ab+/'.repeat(20_000)}==)`).blocks;
  expect(figure).toMatchObject({ type: 'figure', caption: 'alt' });
});
