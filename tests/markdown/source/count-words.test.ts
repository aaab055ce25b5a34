// Counting words: the source without marked against the plain text with it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bodyIndex } from '../../../src/library/articles/article-texts.ts';
import { bodyMarkdown } from '../../../src/library/articles/parse-article.ts';
import { plainText } from '../../../src/markdown/document/plain-text.ts';
import { parseMarkdown } from '../../../src/markdown/parse/parse-markdown.ts';
import { countRuns } from '../../../src/markdown/source/count-runs.ts';
import { countWords, readingMinutes } from '../../../src/markdown/source/count-words.ts';
import { articleHead } from '../../support/library/article-head.ts';
import { cpuTime } from '../../support/machine/cpu-time.ts';

const ARTICLES = join(import.meta.dirname, '..', '..', '..', 'articles');

describe('countWords', () => {
  test.each([
    ['', 0, 0],
    ['one two  three\nfour', 4, 0],
    ['# One two', 2, 0],
    ['> one\n> two', 2, 0],
    ['- one\n- [x] two\n1. three', 3, 0],
    ['**one** *two* `three`', 3, 0],
    ['[one two](https://example.com "a title") three', 3, 0],
    ['one ![alt text](a.png) two', 4, 0],
    ['![a figure is no text](a.png "nor its title")\n\none', 1, 0],
    ['one\n\n---\n\ntwo', 2, 0],
    ['one\n===\n\ntwo', 2, 0],
    ['| a | b |\n|---|---|\n| c | d |', 4, 0],
    ['```ts\nconst x = 1;\n```', 4, 0],
    ['[ref]: https://example.com\n\none', 1, 0],
    ['<!-- none of\nthis --> one', 1, 0],
    ['one <b>two</b> <https://example.com>', 3, 0],
    ['one – two', 3, 0],
    ['日本語', 3, 3],
    ['2021年7月', 4, 2],
    ['日本語とEnglish。', 5, 4],
    ['한국어 단어', 2, 0],
    ['one  two\u00a0three\tfour ', 4, 0],
    ['one <script>two three</script>', 1, 0],
  ])('of %j is %i, %i of them CJK', (markdown, words, cjk) => {
    expect(countWords(markdown)).toEqual({ words, cjk });
    expect(bodyIndex(markdown).words).toBe(words);
  });

  const shipped = readdirSync(ARTICLES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => [path, bodyMarkdown(readFileSync(join(ARTICLES, path), 'utf8'))] as const);

  test.each(shipped)('of %s is that of its plain text', (_path, markdown) => {
    expect(countWords(markdown)).toEqual(countRuns(plainText(parseMarkdown(markdown))));
  });

  test('takes a megabyte in well under a second', () => {
    const time = cpuTime(() => {
      countWords('Some words [with a link](https://example.com) and *more*.\n'.repeat(20_000));
      countWords('['.repeat(500_000) + '<'.repeat(500_000));
    });
    expect(time).toBeLessThan(1_000);
  });
});

describe('readingMinutes', () => {
  const article = (markdown: string, minutes: number | null = null) =>
    readingMinutes({ ...articleHead({ readingMinutes: minutes }), markdown });

  test.each([
    ['', 1],
    ['word '.repeat(460), 2],
    ['字'.repeat(1350), 3],
    [`${'word '.repeat(230)}${'字'.repeat(450)}`, 2],
  ])('counts words and CJK characters', (markdown, minutes) => {
    expect(article(markdown)).toBe(minutes);
  });

  test('are the source’s where it states them', () => {
    expect(article('word '.repeat(2300), 4)).toBe(4);
  });
});
