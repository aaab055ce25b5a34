// What has too many lines or links to be read as Markdown keeps its words.
import { expect, test } from 'vitest';
import { plainText } from '../../src/markdown/document/plain-text.ts';
import { parseMarkdown } from '../../src/markdown/parse/parse-markdown.ts';

test('no word of a flood of lines is lost', () => {
  const { blocks } = parseMarkdown(`${'- a\n'.repeat(200_001)}last`);
  expect(blocks.map(({ type }) => type)).toEqual(['list', 'paragraph']);
});

test('no word of a flood of links is lost, and the first are links', () => {
  const { blocks } = parseMarkdown('[a](https://b.example/) '.repeat(400_000));
  const text = plainText({ blocks });
  expect(text.match(/a/g)?.length).toBeGreaterThanOrEqual(400_000);
  expect(text.startsWith('a a a ')).toBe(true);
  expect(text.endsWith('[a](https://b.example/)')).toBe(true);
});
