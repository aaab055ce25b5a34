// newsboat's filters in our query language.

import { expect, test } from 'vitest';
import { parseQuery } from '../../../src/core/query/parse-query.ts';
import { newsboatQuery } from '../../../src/intake/exports/newsboat-query.ts';

test.each([
  ['unread = "yes"', 'is:unread'],
  ['unread == "no"', 'is:read'],
  ['unread != "yes"', '-is:unread'],
  ['tags # "news"', 'tag:news OR folder:news'],
  ['tags !# "news"', '-tag:news -folder:news'],
  ['title =~ "storm|gale"', 'title:"storm" OR title:"gale"'],
  ['title !~ "storm"', null],
  ['title !=~ "storm"', '-title:"storm"'],
  ['age < 7 and unread = "yes"', 'after:7d is:unread'],
  [
    '(author =~ "Ada" or content =~ "harbour bar") and age >= 30',
    'author:"Ada" OR "harbour bar" before:30d',
  ],
  ['unread = "yes" or age < 2', 'is:unread OR after:2d'],
  ['(unread = "yes" and age < 2) or title =~ "storm"', null],
  ['((unread = "yes") and ((age < 2) OR title =~ "storm"))', 'is:unread after:2d OR title:"storm"'],
  ['title =~ "storm and gale or (rain"', null],
  ['author = "or and me"', 'author:"or and me"'],
  ['title =~ "^[A-Z]"', null],
  ['articleindex < 3', null],
  ['unread = "yes" and', null],
  ['(unread = "yes"', null],
  ['unread = "yes") or (age < 2', null],
  ['', null],
])('%s is %s', (filter, query) => {
  expect(newsboatQuery(filter)).toBe(query);
  if (query !== null) expect(() => parseQuery(query, new Date(0))).not.toThrow();
});

test('Brackets without end are no filter', () => {
  expect(newsboatQuery(`${'('.repeat(50_000)}unread = "yes"${')'.repeat(50_000)}`)).toBe(null);
});
