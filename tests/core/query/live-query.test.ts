import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NewsprintError } from '../../../src/core/errors.ts';
import { isUnfinishedQuery, liveQuery } from '../../../src/core/query/live-query.ts';
import { matchesQuery } from '../../../src/core/query/match-query.ts';
import { articleFromText } from '../../../src/library/articles/parse-article.ts';
import { articleFile, randomArticle, randomQuery } from '../../support/library/queries.ts';
import { searched } from '../../support/library/searched.ts';

const NOW = new Date(2026, 10, 26);
const article = searched(
  { title: 'Beijing answers', summary: ['The EU meets'], source: 'The Post', tags: ['war'] },
  'Ministers gathered. 中国指责美国。',
);

describe('While it is typed', () => {
  test.each([
    ['beij', true],
    ['BEIJ', true],
    ['be', true],
    ['b', true],
    ['mi', false],
    ['min', true],
    ['min ', false],
    ['ministers ', true],
    ['eu', false],
    ['eu ', true],
    ['"ministers gath', true],
    ['"ministers gath"', false],
    ['beijing OR', true],
    ['beijing OR ', true],
    ['paris OR min', true],
    ['title:be', true],
    ['source:po', true],
    ['source:os', false],
    ['-min', true],
    ['-ministers', false],
    ['中', true],
    ['国指', true],
    ['tag:wa', false],
    ['min -', false],
    ['min*', true],
    ['', true],
  ])('%j passes the article: %s', (text, passes) => {
    expect(matchesQuery(liveQuery(text, NOW), article)).toBe(passes);
  });
});

test.each([
  ['is:', true],
  ['-is:unr', true],
  ['is:x', false],
  ['is:unr ', false],
  ['tag:', true],
  ['title:', true],
  ['has:fig', true],
  ['after:', true],
  ['after:2021-0', true],
  ['after:x', false],
  ['a OR', true],
  ['a OR ', true],
  ['a OR b', false],
  ['http:', true],
  ['foo:', false],
  ['a', false],
  ['', false],
])('%j may become a query by typing on: %s', (text, may) => {
  expect(isUnfinishedQuery(text)).toBe(may);
});

test('At every key of any query the text is one, or may still become one', () => {
  const anyArticle = randomArticle.map((random) => {
    const { article: read } = articleFromText(articleFile(random), 'x.md');
    return searched(read, read.markdown);
  });
  fc.assert(
    fc.property(anyArticle, randomQuery, fc.nat(60), (random, { text }, length) => {
      const typed = text.slice(0, length);
      try {
        matchesQuery(liveQuery(typed, NOW), random);
      } catch (error) {
        if (!(error instanceof NewsprintError)) throw error;
        expect(isUnfinishedQuery(typed)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
