// newsboat's filters in our query language.

import { expect, test } from 'vitest';
import { parseQuery } from '../../../src/core/query/parse-query.ts';
import { newsboatQuery } from '../../../src/intake/exports/newsboat-query.ts';

test.for([
  ['unread = "yes"', 'is:unread'],
  ['unread == "no"', 'is:read'],
  ['unread != "yes"', '-is:unread'],
  ['tags # "news"', 'tag:news OR folder:news'],
  ['tags !# "news"', '-tag:news -folder:news'],
  ['title =~ "storm|gale"', 'title:storm* OR title:gale*'],
  ['title =~ "(storm|gale)"', 'title:storm* OR title:gale*'],
  ['title !~ "storm|gale"', '-title:storm* -title:gale*'],
  ['author = "or and me"', 'author:"or and me"'],
  ['rssurl = "https://a.test/feed"', 'feed:"https://a.test/feed"'],
  ['rssurl =~ "a.test"', 'feed:a.test'],
  ['flags # "a"', 'tag:flag-a'],
  ['flags !# "B"', '-tag:flag-b'],
  ['flags != ""', 'is:starred'],
  ['enclosure_url = ""', '-has:enclosure'],
  ['unread="yes"and(age<1)', 'is:unread after:24h'],
] as const)('%s is %s', ([filter, query]) => says(filter, query));

// Its ages are whole spans of 24 hours, and both ends of a range belong to it.
test.for([
  ['age < 7', 'after:168h'],
  ['age <= 7', 'after:192h'],
  ['age > 7', 'before:192h'],
  ['age >= 500', 'before:500d'],
  ['age = 2', 'before:48h after:72h'],
  ['age != 2', '-before:48h OR -after:72h'],
  ['age between 0:7', 'after:192h'],
  ['age between "3:1"', 'before:24h after:96h'],
] as const)('The time of %s is %s', ([filter, query]) => says(filter, query));

// It reads `and` and `or` from the left, whichever stands first.
test.for([
  ['age < 7 and unread = "yes"', 'after:168h is:unread'],
  ['unread = "yes" and title =~ "storm"', 'is:unread title:storm*'],
  ['unread = "yes" or age < 2', 'is:unread OR after:48h'],
  ['unread = "yes" or age < 2 and flags # "a"', 'is:unread OR after:48h tag:flag-a'],
  [
    '(unread = "yes" and age < 2) or title =~ "storm"',
    'is:unread OR title:storm* after:48h OR title:storm*',
  ],
  ['((unread = "yes") and ((age < 2) OR title =~ "storm"))', 'is:unread after:48h OR title:storm*'],
  [
    '(author =~ "Ada" or content =~ "harbour bar") and age >= 30',
    'author:Ada* OR "harbour bar" before:720h',
  ],
] as const)('What %s joins is %s', ([filter, query]) => says(filter, query));

function says(filter: string, query: string): void {
  expect(newsboatQuery(filter)).toEqual({ query });
  expect(() => parseQuery(query, new Date(0))).not.toThrow();
}

const PATTERN = 'is a pattern, and queries look for words';
const NO_FILTER = 'it is no filter that newsboat takes';

test.for([
  ['articleindex < 3', "queries know no 'articleindex'"],
  ['unread = "yes" and title = "storm"', "queries know no 'title ='"],
  ['unread = "maybe"', "queries know no 'unread = maybe'"],
  ['age < 1000', "queries know no 'age < 1000'"],
  ['title =~ "^[A-Z]"', `'^[A-Z]' ${PATTERN}`],
  ['flags =~ "[ab]"', `'[ab]' ${PATTERN}`],
  ['title !=~ "storm"', "queries know no 'title !='"],
  ['title =~ "storm and gale or (rain"', `'storm and gale or (rain' ${PATTERN}`],
  ['unread = "yes" and', NO_FILTER],
  ['(unread = "yes"', NO_FILTER],
  ['unread = "yes") or (age < 2', NO_FILTER],
  ['', NO_FILTER],
  [Array.from({ length: 9 }, () => '(age < 1 and age < 2)').join(' or '), 'it would be too long'],
] as const)('Of %s no query is made: %s', ([filter, why]) => {
  expect(newsboatQuery(filter)).toEqual({ query: null, why });
});

test('Brackets without end are no filter', () => {
  const filter = `${'('.repeat(50_000)}unread = "yes"${')'.repeat(50_000)}`;
  expect(newsboatQuery(filter).query).toBe(null);
});
