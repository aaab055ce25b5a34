import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NewsprintError } from '../../src/core/errors.ts';
import { matchesQuery, parseQuery, queryWords, searchText } from '../../src/tui/head-query.ts';
import { articleHead } from '../support/article-head.ts';

const UNREAD = { read: false, starred: false, progress: 0 };
const READ = { read: true, starred: true, progress: 1 };

const hack = articleHead({
  title: 'Allies blame Beijing for the Exchange hack',
  deck: 'Café owners “shrug”',
  summary: ['First point of two', 'Second one'],
  authors: ['Zoë Müller'],
  place: 'Washington',
  source: 'South China Morning Post',
  tags: ['cyber-security', 'été'],
});
const chinese = articleHead({ title: '中国指责美国发动网络攻击', source: '南华早报' });

function thrown(query: string): NewsprintError {
  try {
    parseQuery(query);
  } catch (error) {
    if (error instanceof NewsprintError) return error;
  }
  throw new Error(`${query} was taken`);
}

describe('what a query lets through', () => {
  test.each([
    ['', true],
    ['   ', true],
    ['beijing', true],
    ['BEIJING hack', true],
    ['beij', true],
    ['ijing', true],
    ['moscow', false],
    ['beijing moscow', false],
    ['-moscow', true],
    ['-beijing', false],
    ['"blame beijing"', true],
    ['"BLAME   Beijing"', true],
    ['"beijing blame"', false],
    ['-"blame beijing"', false],
    ['"hack cafe"', false],
    ['"blame bei', true],
    ['""', true],
    ['cafe', true],
    ['CAFÉ', true],
    ['zoe muller', true],
    ['second', true],
    ['washington', true],
    ['morning', true],
    ['is:unread', true],
    ['IS:Unread', true],
    ['is:read', false],
    ['-is:read', true],
    ['is:starred', false],
    ['tag:cyber-security', true],
    ['tag:"Cyber Security"', true],
    ['tag:cyber', false],
    ['tag:ete', true],
    ['-tag:sports', true],
    ['source:south', true],
    ['source:"china morning"', true],
    ['source:times', false],
    ['-source:times beijing', true],
    ['http://example.org', false],
    ['-http://example.org', true],
    ['10:30', false],
    ['std::sort', false],
    ['-', true],
  ])('%j passes the article: %s', (query, passes) => {
    expect(matchesQuery(parseQuery(query), hack, UNREAD)).toBe(
      query === '-' ? searchText(hack).includes('-') : passes,
    );
  });

  test.each([
    ['指责', true],
    ['国指', true],
    ['source:早报', true],
    ['日本', false],
  ])('CJK is found inside its text: %s %s', (query, passes) => {
    expect(matchesQuery(parseQuery(query), chinese, UNREAD)).toBe(passes);
  });

  test('marks are asked for by is:', () => {
    expect(matchesQuery(parseQuery('is:read is:starred'), hack, READ)).toBe(true);
    expect(matchesQuery(parseQuery('is:unread'), hack, READ)).toBe(false);
  });

  test('what has no source passes no source term, and every term against one', () => {
    const bare = articleHead();
    expect(matchesQuery(parseQuery('source:a'), bare, UNREAD)).toBe(false);
    expect(matchesQuery(parseQuery('-source:a'), bare, UNREAD)).toBe(true);
  });

  test('the text a caller keeps is the one searched', () => {
    const query = parseQuery('kept');
    expect(matchesQuery(query, hack, UNREAD, 'the kept text')).toBe(true);
  });
});

describe('a query that is wrong', () => {
  test.each([
    ['title:beijing', "unknown key 'title:' in the query", 'title:beijing\n^'],
    ['beijing -foo:x', "unknown key 'foo:' in the query", 'beijing -foo:x\n         ^'],
    ['北京 foo:x', "unknown key 'foo:' in the query", '北京 foo:x\n     ^'],
    ['e\u0301té foo:x', "unknown key 'foo:' in the query", 'e\u0301té foo:x\n    ^'],
    ['👩‍👩‍👧 is:x', 'bad value \'x\' for "is:" in the query', '👩‍👩‍👧 is:x\n'],
    ['is:', 'bad value \'\' for "is:" in the query', 'is:\n   ^'],
    ['is:new', 'bad value \'new\' for "is:" in the query', 'is:new\n   ^'],
    ['tag:"', 'bad value \'\' for "tag:" in the query', 'tag:"\n     ^'],
    ['source:', 'bad value \'\' for "source:" in the query', 'source:\n       ^'],
    ['a\tis:\x1b[2J', 'bad value \'[2J\' for "is:" in the query', 'a is:[2J\n     ^'],
  ])('%j is named with its place', (query, message, hint) => {
    const error = thrown(query);
    expect(error.code).toBe('usage');
    expect(error.message).toBe(message);
    expect(error.hint?.startsWith(hint)).toBe(true);
  });

  test('the hint names the keys there are, and the way to a plain word', () => {
    expect(thrown('foo:x').hint).toContain('keys: is: tag: source:; put quotes around');
    expect(thrown('is:x').hint).toContain('is: takes unread, read or starred');
  });

  test('a long query is shown around the place', () => {
    const lines = thrown(`${'word '.repeat(100)}foo:x ${'word '.repeat(100)}`).hint?.split('\n');
    expect(lines?.[0]?.length).toBeLessThan(130);
    expect(lines?.[0]?.slice(lines?.[1]?.indexOf('^'))).toMatch(/^foo:x/);
  });
});

test('words to highlight are those that must be there', () => {
  expect(queryWords(parseQuery('Café "Two  Words" -not tag:x is:read'))).toEqual([
    'cafe',
    'two words',
  ]);
});

test('no text does anything but parse or be a wrong call', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('-', '"', ':', ' ', 'a', 'is', 'tag', '/', '国', '\t') }),
  );
  fc.assert(
    fc.property(text, (query) => {
      try {
        const parsed = parseQuery(query);
        expect(typeof matchesQuery(parsed, hack, UNREAD)).toBe('boolean');
      } catch (error) {
        expect(error).toBeInstanceOf(NewsprintError);
        if (error instanceof NewsprintError) {
          expect(error.hint).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
        }
      }
    }),
  );
});
