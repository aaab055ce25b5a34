// The page: what stands above the body, the blocks, the links, and widths of nothing and of all.
import { describe, expect, test } from 'vitest';
import { articleHead } from '../../support/library/article-head.ts';
import { lineText } from '../../support/reader/line-text.ts';
import { bodyLines, bodyText, setPage } from '../pages.ts';

const FRONT = {
  ...articleHead({
    title: 'A headline',
    deck: 'A deck',
    summary: ['A point', 'Another point'],
    authors: ['A', 'B', 'C'],
    place: 'Washington',
    source: 'The Times',
    published: '2021-07-19',
    tags: ['cyber-security', 'world'],
    readingMinutes: 5,
    comments: '99+',
  }),
  markdown: 'Body.',
};
const front = (fields: Partial<typeof FRONT>, width = 100) =>
  setPage({ ...FRONT, ...fields }, width).map(lineText);

describe('above the body', () => {
  test('stands everything that is known, in order', () => {
    expect(front({})).toEqual([
      'THE TIMES · CYBER SECURITY',
      '',
      'A headline',
      '',
      'A deck',
      '',
      'By A, B and C in Washington · 19 July 2021 · 5 min read · 99+ comments',
      '',
      '▪ A point',
      '▪ Another point',
      '',
      'Body.',
    ]);
  });

  test('stands nothing that is not known', () => {
    const lines = setPage({ ...articleHead(), markdown: 'Body.' }, 80).map(lineText);
    expect(lines).toEqual(['An article', '', '1 min read', '', 'Body.']);
  });

  test.each([
    [{ authors: ['A'], place: null }, 'By A · '],
    [{ authors: ['A', 'B'], place: null }, 'By A and B · '],
    [{ authors: [], place: 'Oslo' }, 'Oslo · '],
    [{ updated: '2021-07-19' }, '19 July 2021 · 5 min read'],
    [{ updated: '2021-07-20' }, '19 July 2021 · updated 20 July 2021 · 5 min read'],
    [{ comments: '1' }, ' · 1 comment'],
  ])('the byline of %j has %j', (fields, part) => {
    expect(front(fields)[6]).toContain(part);
  });

  test('a wrapped byline leaves its separators out at the ends of lines', () => {
    for (let width = 20; width <= 80; width += 1) {
      expect(front({}, width).filter((line) => /^·|·$/.test(line.trim()))).toEqual([]);
    }
  });

  test('a note of one sentence is told once, unless it links', () => {
    const told = (markdown: string) =>
      front({ markdown }).filter((line) => line.startsWith('A headline')).length;
    expect(told('A *headline*\n\nBody.')).toBe(1);
    expect(told('A [headline](https://a.example/)')).toBe(2);
  });

  test('the headline is not repeated where the body opens with it', () => {
    expect(
      front({ markdown: '# A *headline*\n\nBody.' }).filter((l) => l === 'A headline'),
    ).toHaveLength(1);
    expect(front({ markdown: '# Another\n\nBody.' })).toContain('Another');
  });

  test('controls in any field are gone', () => {
    const bad = 'x\x1b[31m\n\u202ey\u009b';
    const lines = front({
      title: bad,
      deck: bad,
      summary: [bad],
      authors: [bad],
      place: bad,
      source: bad,
      tags: [bad],
      comments: bad,
    });
    expect(lines.filter((line) => /[\0-\x1f\x7f-\x9f\u202e]/.test(line))).toEqual([]);
    expect(lines).toContain('x[31m y');
  });
});

describe('links', () => {
  const markdown =
    'A [link](https://a.example/) and [more](https://b.example/), https://c.example/.';

  test('are footnotes in the order of the text', () => {
    expect(bodyText(markdown, 80)).toEqual([
      'A link[1] and more[2], https://c.example/.',
      '',
      'Links',
      '[1] https://a.example/',
      '[2] https://b.example/',
    ]);
  });

  test('stand in the text where that is asked for', () => {
    expect(bodyText(markdown, 100, { links: 'inline' })).toEqual([
      'A link (https://a.example/) and more (https://b.example/), https://c.example/.',
    ]);
  });

  test('leave their text alone where that is asked for', () => {
    expect(bodyText(markdown, 80, { links: 'none' })).toEqual([
      'A link and more, https://c.example/.',
    ]);
  });

  test('keep their whole target on every row they wrap over', () => {
    const lines = bodyLines('[a link of many words that wraps](https://a.example/x)', 20);
    const spans = lines.flatMap((line) => line.spans).filter(({ roles }) => roles.includes('link'));
    expect(spans.length).toBeGreaterThan(2);
    expect(new Set(spans.map(({ href }) => href))).toEqual(new Set(['https://a.example/x']));
  });

  test('that may not be opened are text', () => {
    const spans = bodyLines('[bad](javascript:alert(1)) [rel](x.md)', 80).flatMap((l) => l.spans);
    expect(spans.filter(({ href }) => href !== undefined)).toEqual([]);
  });
});

describe('paragraphs', () => {
  test('are numbered from −1 above the body to the number of blocks below it', () => {
    const lines = bodyLines('One.\n\n- [two](https://a.example/)\n\nThree.', 80);
    expect(lines.map(({ paragraph }) => paragraph)).toEqual([
      -1, -1, -1, -1, 0, 0, 1, 1, 2, 2, 3, 3,
    ]);
  });
});

describe('without a width', () => {
  test('every paragraph, item, caption and cell is one line', () => {
    const long = 'word '.repeat(60).trim();
    const markdown = `${long}\n\n- ${long}\n\n![${long}]()\n\n| a | b |\n|---|---|\n| ${long} | x |\n\n    ${long}\tx`;
    const lines = bodyText(markdown, 0);
    expect(lines).toContain(long);
    expect(lines).toContain(`• ${long}`);
    expect(lines).toContain(`┆ ${long}`);
    expect(lines).toContain(`${long}  x`);
    expect(lines.at(-1)).toMatch(new RegExp(`^${long} +x$`));
  });
});

describe('blocks', () => {
  test.each([
    ['a heading', '## A heading', ['A heading']],
    ['a rule', '***', ['─'.repeat(20)]],
    ['a break', 'one  \ntwo', ['one', 'two']],
    ['an empty item', '- a\n-\n- b', ['• a', '•', '• b']],
    ['a task with a number', '1. [x] a', ['1. [x] a']],
    ['numbers over ten', '9. a\n10. b', [' 9. a', '10. b']],
    ['code', '```\n0123456789012345678901234\n```', ['  012345678901234567', '↪ 8901234']],
    ['code far in', '```\n  if (a) return of;\n```', ['    if (a) return', '↪   of;']],
    ['tabs in code', '```\na\tb\n\tc\n```', ['  a   b', '      c']],
    ['blank lines at the ends of code', '```\n\n\na\n\n\nb\n\n```', ['  a', '', '', '  b']],
    ['empty code', 'a\n\n```\n\n```\n\nb', ['a', '', 'b']],
    ['a colon in code', '`a: b`', ['a: b']],
    ['an emoji’s name', ':smile:', [':smile:']],
    ['a picture in a sentence', 'a ![dot](x.png) b', ['a dot b']],
  ])('set %s', (_name, markdown, lines) => {
    expect(bodyText(markdown, 20)).toEqual(lines);
  });

  test('set the sign of code that goes on apart from the code, so that no search meets it', () => {
    const [line] = bodyLines('```\n0123456789012345678901234\n```', 20).slice(-1);
    expect(line?.spans).toEqual([
      { text: '↪ ', roles: ['rule'] },
      { text: '8901234', roles: ['code'] },
    ]);
  });

  test('nest their looks, the outer one first', () => {
    const [line] = bodyLines('> **a *b* `c`**', 20).slice(-1);
    expect(line?.spans.slice(2)).toEqual([
      { text: 'a ', roles: ['quote', 'strong'] },
      { text: 'b', roles: ['quote', 'strong', 'emphasis'] },
      { text: ' ', roles: ['quote', 'strong'] },
      { text: 'c', roles: ['quote', 'strong', 'code'] },
    ]);
  });
});
