import { expect, test } from 'vitest';
import { bodyMarkdown } from '../../../src/library/articles/parse-article.ts';

test.each([
  ['\n \t\n\n  One\n\nTwo\n', '  One\n\nTwo\n'],
  ['---\ntitle: T\n---\n\n\nOne\n', 'One\n'],
  ['One', 'One'],
  ['  ', '  '],
  ['', ''],
])('The body of %j begins with its first line of text', (text, body) => {
  expect(bodyMarkdown(text)).toBe(body);
});

test('Nine million blank lines are no body', () => {
  expect(bodyMarkdown('\n'.repeat(9_000_000))).toBe('');
});
