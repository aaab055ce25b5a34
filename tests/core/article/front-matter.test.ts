import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_FRONT_MATTER } from '../../../src/core/article/article.ts';
import { parseFrontMatter, splitFrontMatter } from '../../../src/core/article/front-matter.ts';
import { formatProblem } from '../../../src/core/errors.ts';
import { anyCharacter } from '../../support/machine/any-character.ts';
import { cpuTime } from '../../support/machine/cpu-time.ts';

/** Reads a file's text; problems as the lines people see. */
function read(text: string) {
  const { head, headLine } = splitFrontMatter(text);
  const { frontMatter, problems } = parseFrontMatter(head ?? '', 'x.md', headLine);
  return { frontMatter, problems: problems.map((problem) => formatProblem(problem)) };
}

/** A file with this head. */
function file(head: string): string {
  return `---\n${head}\n---\n\nBody\n`;
}

describe('splitFrontMatter', () => {
  test.each([
    ['a head and a body', '---\na: b\n---\nBody', 'a: b\n', 'Body', 4],
    ['an empty head', '---\n---\nBody', '', 'Body', 3],
    ['CRLF', '---\r\na: b\r\n---\r\nBody', 'a: b\r\n', 'Body', 4],
    ['a byte order mark', '\ufeff---\na: b\n---\n', 'a: b\n', '', 4],
    ['spaces after the dashes', '--- \na: b\n---\t\nBody', 'a: b\n', 'Body', 4],
    ['the end mark of YAML', '---\na: b\n...\nBody', 'a: b\n', 'Body', 4],
    ['dashes at the very end', '---\na: b\n---', 'a: b\n', '', 4],
    ['dashes inside', '---\na: |\n  ---\nb: ----\n---\nBody', 'a: |\n  ---\nb: ----\n', 'Body', 6],
    ['no head', 'Body\n---\n', null, 'Body\n---\n', 1],
    ['a mark and no head', '\ufeffBody', null, 'Body', 1],
    ['a rule that is none', '---x\na: b\n---\n', null, '---x\na: b\n---\n', 1],
    ['text between two rules', '---\nNo key.\nNote: this.\n\n---\nMore', null, null, 1],
    ['a heading between two rules', '---\n\n# Heading\n\n---\nMore', null, null, 1],
    ['a list between two rules', '---\n- a\n- b\n---\nMore', null, null, 1],
    ['a comment before a key', '---\n\n# a\na: [\n---\nBody', '\n# a\na: [\n', 'Body', 6],
    ['keys that are quoted', '---\n"a": b\n---\nBody', '"a": b\n', 'Body', 4],
    ['a head that is not the first line', '\n---\na: b\n---\n', null, '\n---\na: b\n---\n', 1],
    ['nothing', '', null, '', 1],
  ])('%s', (_, text, head, body, bodyLine) => {
    const split = splitFrontMatter(text);
    expect(split).toMatchObject({ head, body: body ?? text, unclosed: false });
    expect(split.bodyLine()).toBe(bodyLine);
  });

  test('front matter that never ends is told from a text that begins with a rule', () => {
    expect(splitFrontMatter('---\ntitle: x\nBody')).toMatchObject({ head: null, unclosed: true });
    expect(splitFrontMatter('---\nBody: it\n').unclosed).toBe(true);
    expect(splitFrontMatter('---\n\nBody').unclosed).toBe(false);
    expect(splitFrontMatter('---').unclosed).toBe(false);
  });
});

const NO_ENCLOSURE = { type: null, length: null, seconds: null, title: null };
const MP3 = { ...NO_ENCLOSURE, url: 'https://a.example/1.mp3' };

describe('values', () => {
  test('every key is read', () => {
    const head = [
      'title: 007',
      'deck: "A\\tdeck"',
      'summary:',
      '  - One',
      '  - "Two:\\ntwo"',
      'authors: Robert Delaney',
      'place: Washington',
      'source: SCMP',
      'url: https://example.org/a?b#c',
      'published: 2021-07-19',
      'updated: 2021-07-19T23:00:00+08:00',
      'added: 2026-11-24T22:19:00.123Z',
      'tags: [Cyber Security, "#china", china]',
      'lang: zh-Hant',
      'reading_minutes: 5',
      'comments: 99+',
      'guid: tag:example.org,2021:1',
      'feed: https://example.org/feed',
      'excerpt: true',
      'also: https://example.org/b',
      'enclosures: https://example.org/1.mp3',
      'mine: {deep: [yes, 1.0]}',
    ].join('\n');
    const { frontMatter, problems } = read(file(head));
    expect(problems).toEqual([]);
    expect(frontMatter).toEqual({
      title: '007',
      deck: 'A deck',
      summary: ['One', 'Two: two'],
      authors: ['Robert Delaney'],
      place: 'Washington',
      source: 'SCMP',
      url: 'https://example.org/a?b#c',
      published: '2021-07-19',
      updated: '2021-07-19T23:00:00+08:00',
      added: '2026-11-24T22:19:00.123Z',
      tags: ['cyber-security', 'china'],
      lang: 'zh-Hant',
      readingMinutes: 5,
      comments: '99+',
      guid: 'tag:example.org,2021:1',
      feed: 'https://example.org/feed',
      excerpt: true,
      also: ['https://example.org/b'],
      enclosures: [{ ...NO_ENCLOSURE, url: 'https://example.org/1.mp3' }],
      extra: { mine: { deep: ['yes', '1.0'] } },
    });
  });

  test.each([
    ['title:', { title: null }],
    ['title: yes', { title: 'yes' }],
    ['title: null', { title: 'null' }],
    ['title: |\n  two\n  lines', { title: 'two lines' }],
    ['title: "\\e[31mred\\u202e\\x9b"', { title: '[31mred' }],
    ['summary: [one, "", two]', { summary: ['one', 'two'] }],
    ['summary: []', { summary: [] }],
    ['published: null', { published: null }],
    ['url: ~', { url: null }],
    ['tags: news, Cyber Security', { tags: ['news', 'cyber-security'] }],
    ['tags: [Été, 安全, C++]', { tags: ['été', '安全', 'c++'] }],
    ['excerpt: false', { excerpt: false }],
    ['enclosures: []', { enclosures: [] }],
    ['enclosures:', { enclosures: [] }],
    ['enclosures:\n  - url: https://a.example/1.mp3\n    mine: x', { enclosures: [MP3] }],
    [
      'enclosures: {length: 007, url: https://a.example/1.mp3}',
      { enclosures: [{ ...MP3, length: 7 }] },
    ],
    [
      'enclosures: [https://a.example/1.mp3, {url: https://a.example/2.mp3, title: "Two"}, https://a.example/1.mp3]',
      { enclosures: [MP3, { ...MP3, url: 'https://a.example/2.mp3', title: 'Two' }] },
    ],
    ['authors: &a [A]\nsummary: *a', { authors: ['A'], summary: ['A'] }],
    ['# nothing but a comment', {}],
    ['{title: a, place: b}', { title: 'a', place: 'b' }],
  ])('%s', (head, fields) => {
    const { frontMatter, problems } = read(file(head));
    expect(problems).toEqual([]);
    expect(frontMatter).toMatchObject({ ...NO_FRONT_MATTER, ...fields });
  });

  test('a head of other line ends reads the same', () => {
    const text = file('title: a\nsummary:\n  - b\n');
    for (const end of ['\r\n', '\r']) {
      expect(read(text.replaceAll('\n', end))).toEqual(read(text));
    }
  });

  test('keys that are no ordinary names are kept as they are and harm nothing', () => {
    const { frontMatter } = read(
      file('__proto__: {polluted: x}\nconstructor: y\nhasOwnProperty: z'),
    );
    expect(Object.keys(frontMatter.extra)).toEqual(['__proto__', 'constructor', 'hasOwnProperty']);
    expect(JSON.stringify(frontMatter.extra)).toContain('"__proto__":{"polluted":"x"}');
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('problems name place and value, and the rest stays', () => {
  test.each([
    ['title: a\npublished: 2021-13-45', `x.md:3:12: bad date '2021-13-45' in "published"`],
    ['title: a\nadded: "yesterday"', `x.md:3:8: bad date 'yesterday' in "added"`],
    ['title: a\nurl: ftp://x', `x.md:3:6: bad URL 'ftp://x' in "url"`],
    ['title: a\nurl: javascript:x', `x.md:3:6: bad URL 'javascript:x' in "url"`],
    ['title: a\nurl: http://', `x.md:3:6: bad URL 'http://' in "url"`],
    ['title: a\nurl: http://a b', `x.md:3:6: bad URL 'http://a b' in "url"`],
    ['title: a\nenclosures:\n  - url: ftp://x', `x.md:4:10: bad URL 'ftp://x' in "enclosures"`],
    ['title: a\nenclosures:\n  - type: b', 'x.md:4:5: no url in "enclosures"'],
    ['title: a\nenclosures: [[b]]', 'x.md:3:14: a list instead of text in "enclosures"'],
    [
      'title: a\nenclosures:\n- url: http://b\n  length: 0',
      `x.md:5:11: bad number '0' in "enclosures"`,
    ],
    ['title: a\nalso:\n  - https://a.org\n  - x', `x.md:5:5: bad URL 'x' in "also"`],
    ['title: a\nlang: en_US', `x.md:3:7: bad language 'en_US' in "lang"`],
    ['title: a\nlang: x', `x.md:3:7: bad language 'x' in "lang"`],
    ['title: a\nreading_minutes: five', `x.md:3:18: bad number 'five' in "reading_minutes"`],
    ['title: a\nreading_minutes: 0', `x.md:3:18: bad number '0' in "reading_minutes"`],
    ['title: a\nreading_minutes: 1e3', `x.md:3:18: bad number '1e3' in "reading_minutes"`],
    ['title: a\nexcerpt: perhaps', `x.md:3:10: bad value 'perhaps' in "excerpt"`],
    ['title: a\ntags: [ok, "!"]', `x.md:3:12: bad tag '!' in "tags"`],
    ['title: a\nsummary: [[a]]', 'x.md:3:11: a list instead of text in "summary"'],
    ['title: a\nplace: {b: c}', 'x.md:3:8: a mapping instead of text in "place"'],
    ['title: a\ntitle: b', "x.md:3:1: 'title' stands here again: the first one counts"],
    ['title: a\n? [b]\n: c', 'x.md:3:3: a key that is no text'],
    ['title: a\nurl: "a\\e]0;x\\a\\nb"', `x.md:3:6: bad URL 'a]0;x b' in "url"`],
    ['title: a\nlang: "\\u202e"', null],
  ])('%j', (head, problem) => {
    const { frontMatter, problems } = read(file(head));
    expect(problems).toEqual(problem === null ? [] : [problem]);
    expect(frontMatter.title).toBe('a');
    expect({ ...frontMatter, extra: {} }).toMatchObject({ published: null, url: null, lang: null });
  });

  test('a long value is cut', () => {
    const [problem] = read(file(`url: ${'x'.repeat(5000)}`)).problems;
    expect(problem).toBe(`x.md:2:6: bad URL '${'x'.repeat(60)}…' in "url"`);
  });

  test('the place is right under CRLF and after a byte order mark', () => {
    const text = `\ufeff${file('title: a\npublished: soon')}`.replaceAll('\n', '\r\n');
    expect(read(text).problems).toEqual([`x.md:3:12: bad date 'soon' in "published"`]);
  });

  test('there is an end to the problems of one file', () => {
    const head = `also:\n${'  - x\n'.repeat(3)}${Array.from({ length: 500 }, (_, i) => `  - x${i}\n`).join('')}`;
    expect(read(file(head)).problems).toHaveLength(50);
  });
});

describe('heads that cannot be read are one problem and say nothing', () => {
  const laughs = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
  for (const [letter, before] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg']) {
    laughs.push(`${letter}: &${letter} [${`*${before}, `.repeat(10)}]`);
  }

  test.each([
    ['a colon in a plain value', 'title: a: b', 'x.md:2:9: front matter is not YAML: '],
    ['an open quote', 'title: "a', 'x.md:'],
    ['a tab as indentation', 'summary:\n\t- a', 'x.md:3:'],
    ['an unknown alias', 'title: *a', 'x.md:2:9: front matter is not YAML: unknown alias "a"'],
    ['an alias inside itself', 'a: &a [*a]', 'x.md:2:9: front matter is not YAML: unknown alias'],
    ['a billion laughs', laughs.join('\n'), 'x.md:'],
    ['deep brackets', `a: ${'['.repeat(5000)}`, 'x.md:2:'],
    [
      'half a megabyte',
      `title: ${'x'.repeat(500_000)}`,
      'x.md:2:1: front matter of 500008 characters',
    ],
    ['ten thousand keys', Array.from({ length: 10_001 }, (_, i) => `k${i}: v`).join('\n'), 'x.md:'],
  ])('%s', (_, head, problem) => {
    const time = cpuTime(() => {
      const { frontMatter, problems } = read(file(head));
      expect(problems).toHaveLength(1);
      expect(problems[0]?.startsWith(problem)).toBe(true);
      expect(frontMatter).toEqual(NO_FRONT_MATTER);
    });
    expect(time).toBeLessThan(2000);
  });
});

test('no text throws, and no control comes out of it', () => {
  const unit = fc.oneof(
    fc.constantFrom(
      'title: ',
      'tags:',
      '\n',
      '\n  - ',
      '"',
      '\\e',
      '\\x9b',
      '\\L',
      '&a ',
      '*a',
      '[',
      '{',
      '}',
      ']',
      ': ',
      '|\n ',
    ),
    fc.constantFrom(
      '\x1b',
      '\x9b',
      '\u202e',
      '\u2028',
      '\r',
      '\ufeff',
      '\ud800',
      '\0',
      'url: ',
      'published: ',
      'lang: ',
    ),
    fc.string({ unit: anyCharacter, maxLength: 3 }),
  );
  const forbidden = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u;
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
      const { frontMatter, problems } = read(file(units.join('')));
      const strings: string[] = [...problems];
      JSON.stringify(frontMatter, (key, value: unknown) => {
        strings.push(key);
        if (typeof value === 'string') strings.push(value);
        return value;
      });
      for (const text of strings) expect(text).not.toMatch(forbidden);
    }),
    { numRuns: 300 },
  );
});
