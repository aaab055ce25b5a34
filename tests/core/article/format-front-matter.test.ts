import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_FRONT_MATTER } from '../../../src/core/article/article.ts';
import {
  type FrontMatterChanges,
  formatFrontMatter,
  setFrontMatterKeys,
} from '../../../src/core/article/format-front-matter.ts';
import { parseFrontMatter, splitFrontMatter } from '../../../src/core/article/front-matter.ts';
import { FRONT_MATTER_KEYS } from '../../../src/core/article/front-matter-keys.ts';
import { cleanLine } from '../../../src/core/clean.ts';
import { anyAddress } from '../../support/machine/any-address.ts';
import { anyCharacter } from '../../support/machine/any-character.ts';

function read(text: string) {
  const { head, headLine } = splitFrontMatter(text);
  return parseFrontMatter(head ?? '', 'x.md', headLine);
}

const line = fc.string({ unit: anyCharacter, minLength: 1 }).map(cleanLine).filter(Boolean);
const trickyLine = fc.oneof(
  line,
  fc.constantFrom(
    'yes',
    'null',
    '007',
    '1e3',
    '~',
    'a: b',
    '- a',
    'a #b',
    '"',
    "'",
    '*a',
    '&a',
    '---',
    '[',
    '{',
    '%',
    '@',
    'http://x:80/#a',
    'a\\b',
    '\uffff',
  ),
);
const uniqueLines = fc.uniqueArray(trickyLine, { maxLength: 4 });

const enclosure = fc.record({
  url: anyAddress,
  type: fc.option(fc.oneof(fc.constant('audio/mpeg'), trickyLine)),
  length: fc.option(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
  seconds: fc.option(fc.integer({ min: 1, max: 999_999 })),
  title: fc.option(trickyLine),
});

/** Fields as the table's kinds let them be. */
const fields: fc.Arbitrary<FrontMatterChanges> = fc.record(
  {
    title: fc.option(trickyLine),
    deck: fc.option(trickyLine),
    summary: uniqueLines,
    authors: uniqueLines,
    // An address there is where the article is from: clippers write it so.
    source: fc.option(trickyLine.filter((text) => !text.startsWith('http'))),
    url: fc.option(anyAddress),
    published: fc.constantFrom(null, '2021-07-19', '2021-07-19T23:00:00+08:00'),
    tags: fc.constantFrom([], ['a'], ['cyber-security', '安全', 'c++']),
    lang: fc.constantFrom(null, 'en', 'zh-Hant'),
    readingMinutes: fc.option(fc.integer({ min: 1, max: 99 })),
    comments: fc.option(trickyLine),
    excerpt: fc.boolean(),
    also: fc.uniqueArray(anyAddress, { maxLength: 2 }),
    enclosures: fc.uniqueArray(enclosure, { maxLength: 3, selector: ({ url }) => url }),
  },
  { requiredKeys: [] },
);

/** Lines other people write into heads, each with the key it belongs to. */
const foreignLines = [
  ['', '# a comment'],
  ['', ''],
  ['title', 'title: "Old: title"   # note'],
  ['deck', 'deck: >-\n  folded\n  text'],
  ['summary', 'summary:\n# inside\n- one\n-   two'],
  ['tags', 'tags: [ a,\n  b ]'],
  ['mine', 'mine: {a: [1, 2]}'],
  ['"quoted"', '"quoted": \'x\''],
  ['literal', 'literal: |\n  # no comment\n\n  text'],
] as const;

const foreignHead = fc
  .shuffledSubarray([...foreignLines])
  .map((lines) => ({ lines, head: lines.map(([, text]) => `${text}\n`).join('') }));

describe('formatFrontMatter', () => {
  test('a head is written in the order of the table, plain where plain is safe', () => {
    const text = formatFrontMatter({
      also: ['https://example.org/b#c'],
      tags: ['security'],
      excerpt: true,
      readingMinutes: 5,
      comments: '99+',
      title: 'Allies blame Beijing: a hack',
      deck: 'Plain, isn’t it?',
      place: 'no',
      published: '2021-07-19T23:00:00Z',
      source: null,
      enclosures: [
        {
          url: 'https://example.org/1.mp3?a=b',
          type: 'audio/mpeg',
          length: 23456789,
          seconds: 3723,
          title: 'Cranes: what now?',
        },
        {
          url: 'https://example.org/b.pdf',
          type: null,
          length: null,
          seconds: null,
          title: null,
        },
      ],
    });
    expect(text).toBe(
      [
        '---',
        'title: "Allies blame Beijing: a hack"',
        'deck: Plain, isn’t it?',
        'place: "no"',
        'published: 2021-07-19T23:00:00Z',
        'tags:\n  - security',
        'comments: "99+"',
        'reading_minutes: 5',
        'excerpt: true',
        'also:\n  - https://example.org/b#c',
        'enclosures:',
        '  - url: https://example.org/1.mp3?a=b',
        '    type: audio/mpeg',
        '    length: 23456789',
        '    seconds: 3723',
        '    title: "Cranes: what now?"',
        '  - url: https://example.org/b.pdf',
        '---\n',
      ].join('\n'),
    );
  });

  test('what is written reads back the same', () => {
    fc.assert(
      fc.property(fields, (changes) => {
        const { frontMatter, problems } = read(formatFrontMatter(changes));
        expect(problems).toEqual([]);
        expect(frontMatter).toEqual({ ...NO_FRONT_MATTER, ...changes });
      }),
      { numRuns: 80 },
    );
  });

  test('every field has a key', () => {
    const known = FRONT_MATTER_KEYS.map(({ field }) => field as string);
    expect([...known, 'extra'].sort()).toEqual(Object.keys(NO_FRONT_MATTER).sort());
  });
});

describe('setFrontMatterKeys', () => {
  test.each([
    ['a key changes in its place', 'a: 1\ntitle: Old # x\nb: 2\n', 'a: 1\ntitle: New\nb: 2\n'],
    ['a new key comes last', 'a: 1\n# end\n', 'a: 1\n# end\ntitle: New\n'],
    ['an empty head takes it', '', 'title: New\n'],
    [
      'a block value goes whole',
      'title: |\n  a\n\n  b\n\n# c\nx: 1\n',
      'title: New\n\n# c\nx: 1\n',
    ],
    ['a key that stands twice stands once', 'title: a\nx: 1\ntitle: b\n', 'title: New\nx: 1\n'],
  ])('%s', (_, before, after) => {
    expect(setFrontMatterKeys(before, { title: 'New' })).toBe(after);
  });

  test('null, an empty list and false take a key away', () => {
    const before = 'title: a\ntags:\n- b\n# stays\nexcerpt: true\n';
    const changes = { title: null, tags: [], excerpt: false };
    expect(setFrontMatterKeys(before, changes)).toBe('# stays\n');
  });

  test.each([
    ['no YAML', 'a: b: c\n', /^front matter cannot be changed: \S/],
    ['on one line', '{title: a, b: c}\n', /: 'title' is not on a line of its own$/],
    ['indented', '  title: a\n', /: 'title' is not on a line of its own$/],
    ['tied by an anchor', 'title: &t a\ndeck: *t\n', /: unknown alias "t"$/],
  ])('a head that is %s is left alone', (_, text, message) => {
    const hint = 'write it as one key a line, in an editor';
    const said = expect.objectContaining({
      message: expect.stringMatching(message),
      code: 'failed',
      hint,
    });
    expect(() => setFrontMatterKeys(text, { title: 'New' })).toThrow(said);
  });

  test('all but the lines of the changed keys stays byte for byte', () => {
    fc.assert(
      fc.property(foreignHead, fields, ({ lines, head }, changes) => {
        const changed = setFrontMatterKeys(head, changes);
        const { frontMatter, problems } = parseFrontMatter(changed, 'x.md');
        expect(problems).toEqual([]);
        expect(frontMatter).toMatchObject(changes);

        const keys = new Set<string>(
          FRONT_MATTER_KEYS.filter(({ field }) => field in changes).map(({ key }) => key),
        );
        let rest = changed;
        for (const [key, kept] of lines.filter(([name]) => !keys.has(name))) {
          const at = rest.indexOf(`${kept}\n`);
          expect(at, key).toBeGreaterThanOrEqual(0);
          rest = rest.slice(at + kept.length);
        }
      }),
      { numRuns: 80 },
    );
  });
});
