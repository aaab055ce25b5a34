import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NewsprintError } from '../../../src/core/errors.ts';
import { matchesQuery } from '../../../src/core/query/match-query.ts';
import { parseQuery } from '../../../src/core/query/parse-query.ts';
import { searched } from '../../support/library/searched.ts';
import { anyCharacter } from '../../support/machine/any-character.ts';
import { thrown } from '../../support/machine/thrown.ts';

const NOW = new Date(2026, 10, 26, 12, 0, 0);

const hack = searched(
  {
    title: 'Allies blame Beijing for the Exchange hack',
    deck: 'Café owners “shrug”',
    summary: ['First point of two', 'Second one'],
    enclosures: [{ url: 'https://a.org/1', type: null, length: null, seconds: null, title: null }],
    authors: ['Zoë Müller', 'Adam Smith'],
    place: 'Washington',
    source: 'South China Morning Post',
    url: 'https://example.org/hack',
    tags: ['cyber-security', 'été'],
    lang: 'zh-Hant',
    feed: 'https://example.org/Feed.xml',
    published: '2021-07-19',
    added: '2026-11-26T08:00:00Z',
  },
  'The *whole* world, wrapped\nover a line; 中国\n指责美国。\n\n![](a.png "Mail room. Photo: AP")\n\nNext.',
);
const bare = searched();

function fits(query: string, article = hack): boolean {
  return matchesQuery(parseQuery(query, NOW), article);
}

const refused = (query: string) => thrown(() => parseQuery(query, NOW));

describe('What a query lets through', () => {
  test.each([
    ['', true],
    ['   ', true],
    ['beijing', true],
    ['BEIJING hack', true],
    ['beij', false],
    ['beij*', true],
    ['ijing*', false],
    ['moscow', false],
    ['beijing moscow', false],
    ['-moscow', true],
    ['-beijing', false],
    ['-beij*', false],
    ['"blame beijing"', true],
    ['“blame beijing”', true],
    ['"BLAME   Beijing"', true],
    ['"beijing blame"', false],
    ['-"blame beijing"', false],
    ['"blame bei"', false],
    ['"blame bei*"', false],
    ['"hack cafe"', false],
    ['"two second"', false],
    ['"wrapped over a"', true],
    ['"ap next"', false],
    ['""', true],
    ['cafe', true],
    ['zoe muller', true],
    ['second', true],
    ['washington', true],
    ['morning', true],
    ['photo', true],
    ['"mail room"', true],
    ['cyber-security', true],
    ['whole', true],
    ['10:30', false],
    ['std::sort', false],
    ['http://example.org', false],
    ['中国', true],
    ['国指责', true],
    ['国指', true],
    ['日本', false],
    ['-', true],
    ['!!! hack', true],
    ['moscow OR beijing', true],
    ['moscow OR paris', false],
    ['moscow OR beijing OR paris', true],
    ['hack moscow OR beijing', true],
    ['moscow hack OR beijing', false],
    ['-hack OR -moscow', true],
    ['moscow OR !!!', false],
    ['"OR"', false],
    ['or', false],
    ['title:beijing', true],
    ['title:whole', false],
    ['title:"blame beijing"', true],
    ['title:"blame exchange"', false],
    ['title:beij*', true],
    ['title:bei OR title:hack', true],
    ['TITLE:hack', true],
    ['author:muller', true],
    ['author:"zoe muller"', true],
    ['author:"muller adam"', false],
    ['author:beijing', false],
    ['source:south', true],
    ['source:"china morning"', true],
    ['source:times', false],
    ['-source:times beijing', true],
    ['tag:cyber-security', true],
    ['tag:"Cyber Security"', true],
    ['tag:cyber', false],
    ['tag:ete', true],
    ['lang:zh', true],
    ['lang:ZH-hant', true],
    ['lang:zh_Hant', true],
    ['lang:z', false],
    ['lang:zh-hant-tw', false],
    ['feed:example.org', true],
    ['feed:FEED', true],
    ['feed:"morning post"', true],
    ['feed:"https://example.org/Feed.xml"', true],
    ['feed:https://example.org/Feed', true],
    ['feed:"https://example.org/Feed"', false],
    ['feed:other', false],
    ['is:unread', true],
    ['IS:Unread', true],
    ['is:read', false],
    ['-is:read', true],
    ['is:starred', false],
    ['has:summary', true],
    ['has:figure', true],
    ['has:url', true],
    ['has:enclosure', true],
    ['after:2021-07-19', true],
    ['after:2021-07-20', false],
    ['before:2021-07-20', true],
    ['before:2021-07-19', false],
    ['after:2021', true],
    ['before:2021-08 after:2021-07', true],
    ['after:10y', true],
    ['after:1y', false],
    ['before:1y', true],
    ['added:2d', true],
    ['added:2026-11-27', false],
    ['-added:2d', false],
  ])('%j passes the article: %s', (query, passes) => {
    expect(fits(query)).toBe(passes);
  });

  test.each([
    'title:hack',
    'source:a',
    'lang:en',
    'feed:a',
    'after:2020',
    'before:2030',
    'added:1y',
  ])('What has nothing of %s fails it, and passes its opposite', (query) => {
    expect(fits(query, bare)).toBe(false);
    expect(fits(`-${query}`, bare)).toBe(true);
  });

  test.each(['has:summary', 'has:figure', 'has:url', 'has:enclosure'])(
    'A bare article fails %s',
    (query) => {
      expect(fits(query, bare)).toBe(false);
    },
  );

  test('Marks are asked for by is:', () => {
    const read = searched({}, '', { read: true, starred: true });
    expect(fits('is:read is:starred -is:unread', read)).toBe(true);
  });
});

describe('A query that is wrong', () => {
  test.each([
    ['sauce:beijing', "unknown key 'sauce:' in the query", 'sauce:beijing\n^'],
    ['beijing -foo:x', "unknown key 'foo:' in the query", 'beijing -foo:x\n         ^'],
    ['北京 foo:x', "unknown key 'foo:' in the query", '北京 foo:x\n     ^'],
    ['is:', 'bad value \'\' for "is:" in the query', 'is:\n   ^'],
    ['is:new', 'bad value \'new\' for "is:" in the query', 'is:new\n   ^'],
    ['has:legs', 'bad value \'legs\' for "has:" in the query', 'has:legs\n    ^'],
    ['tag:"', 'bad value \'\' for "tag:" in the query', 'tag:"\n     ^'],
    ['title:!', 'bad value \'!\' for "title:" in the query', 'title:!\n      ^'],
    ['lang:e!', 'bad value \'e!\' for "lang:" in the query', 'lang:e!\n     ^'],
    [
      'a after:2021-13-45',
      'bad value \'2021-13-45\' for "after:"',
      'a after:2021-13-45\n        ^',
    ],
    ['before:7x', 'bad value \'7x\' for "before:"', 'before:7x\n       ^'],
    ['added:soon', 'bad value \'soon\' for "added:"', 'added:soon\n      ^'],
    ['OR', 'OR has nothing on one side', 'OR\n^'],
    ['a OR', 'OR has nothing on one side', 'a OR\n  ^'],
    ['a OR OR b', 'OR has nothing on one side', 'a OR OR b\n     ^'],
    ['OR a', 'OR has nothing on one side', 'OR a\n^'],
    ['a\tis:\x1b[2J', 'bad value \'[2J\' for "is:" in the query', 'a is:[2J\n     ^'],
  ])('%j is named with its place', (query, message, hint) => {
    const error = refused(query);
    expect(error.code).toBe('usage');
    expect(error.message).toContain(message);
    expect(error.hint?.startsWith(hint)).toBe(true);
  });

  test('The hint names the keys there are, what they take, and the way to a plain word', () => {
    expect(refused('foo:x').hint).toContain(
      'keys: title: author: source: tag: lang: feed: folder: story: is: has: after: before: added:; put quotes',
    );
    expect(refused('is:x').hint).toContain('is: takes unread, read, starred, muted or duplicate');
    expect(refused('after:x').hint).toContain('after: takes a date, as 2021-07-19, or so long ago');
  });
});

test('No text does anything but parse or be a wrong call, without controls in what is said', () => {
  const unit = fc.constantFrom(
    '-',
    '"',
    ':',
    ' ',
    'a',
    'is',
    'tag',
    'OR ',
    ' OR',
    '*',
    '/',
    '国',
    '\t',
    '7d',
  );
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: anyCharacter }), fc.string({ unit })), (query) => {
      try {
        expect(typeof fits(query)).toBe('boolean');
      } catch (error) {
        if (!(error instanceof NewsprintError)) throw error;
        expect(error.hint).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
      }
    }),
  );
});
