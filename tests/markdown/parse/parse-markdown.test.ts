// Parsing: blocks, clean text at every token, and bounds on what is hostile.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../src/markdown/document/document.ts';
import { inlineText } from '../../../src/markdown/document/inline.ts';
import { documentLinks, footnoteLinks } from '../../../src/markdown/document/links.ts';
import { plainText } from '../../../src/markdown/document/plain-text.ts';
import { parseMarkdown } from '../../../src/markdown/parse/parse-markdown.ts';
import { anyCharacter } from '../../support/machine/any-character.ts';
import { cpuTime } from '../../support/machine/cpu-time.ts';

const blocks = (markdown: string) => parseMarkdown(markdown).blocks;
const text = (markdown: string) => plainText(parseMarkdown(markdown));
const types = (markdown: string) => blocks(markdown).map(({ type }) => type);

describe('blocks', () => {
  test('are of every type', () => {
    const markdown =
      '# h\n\np\n\n- l\n\n> q\n\n```ts\nc\n```\n\n| t |\n|---|\n\n![f]()\n\n---\n\n<p>html</p>';
    expect(types(markdown)).toEqual([
      'heading',
      'paragraph',
      'list',
      'quote',
      'code',
      'table',
      'figure',
      'rule',
      'paragraph',
    ]);
  });

  test('of a list know start, looseness and tasks', () => {
    expect(blocks('7. a\n\n8. b')).toMatchObject([{ ordered: true, start: 7, loose: true }]);
    expect(blocks('- [ ] a\n- [x] b\n- c')).toMatchObject([
      {
        ordered: false,
        loose: false,
        items: [{ checked: false }, { checked: true }, { checked: null }],
      },
    ]);
  });

  test('of code know the language alone', () => {
    expect(blocks('```ts title="x"\na\tb\n```')).toEqual([
      { type: 'code', language: 'ts', text: 'a\tb' },
    ]);
  });

  test('of a table have as many cells in each row as in the header', () => {
    const [table] = blocks('| a | b |\n|:-|-:|\n| c |');
    expect(table).toMatchObject({ alignments: ['left', 'right'] });
    expect(table?.type === 'table' && table.rows[0]?.map(inlineText)).toEqual(['c', '']);
  });
});

describe('text', () => {
  test.each([
    ['a &amp; b &copy; &#x4e2d;', 'a & b © 中'],
    ['&amp;lt; stays written', '&lt; stays written'],
    ['`&lt;` in code stays', '&lt; in code stays'],
    ['\\*escaped\\* \\&amp;', '*escaped* &amp;'],
    ['one\ntwo', 'one two'],
    ['日本\n語', '日本語'],
    ['日本 \nword', '日本 word'],
    ['one  \ntwo<br>three', 'one\ntwo\nthree'],
    ['H<sub>2</sub>O <!-- gone --> x', 'H2O x'],
    ['a <script>dropped()</script> b <style>p{}</style>', 'a b'],
    ['a <?x b > c ?> d', 'a d'],
    ['a <![CDATA[ b > c ]]> d', 'a d'],
    ['one\na | b | c\n-|-\nd | e | f\n-|-\ng\n\nh', 'one a | b | c -|- d | e | f -|- g\n\nh'],
    ['<div>one<br>two</div>', 'one\ntwo'],
    ['<script>\nx\n</script>\n\na', 'a'],
    ['<p>one</p><p>two &amp; three</p>', 'one\n\ntwo & three'],
    ['soft&shy;hyphen', 'softhyphen'],
    ['- a\n- b\n  - c', 'a\nb\nc'],
    ['![no caption](x)\n\ntext', 'text'],
    ['| a | b |\n|---|---|\n| c | d |', 'a\tb\nc\td'],
    ['x[^1]\n\n[^1]: note', 'x¹\n\nnote'],
  ])('of %j is %j', (markdown, plain) => {
    expect(text(markdown)).toBe(plain);
  });

  test.each([
    '&#27;[31m',
    '&#x1b;]0;t&#7;',
    '&#155;5m &#x9b;',
    '*&#27;*[31m',
    '**a&#x1b;**`b`',
    '&#8238;bidi &#x2066;',
    '[a&#27;](https://e.com/&#27;x "t&#7;")',
    '![a&#27; &#x202e;](x&#27;.png "t &#155;")',
    '<div>&#27;[31m</div>',
    '| &#27; |\n|---|\n| &#x9b; |',
    '# &#27;]8;;x',
    '\x1b[31m \u009b5m \u202e',
  ])('of %j holds no control', (markdown) => {
    const document = parseMarkdown(markdown);
    const all = JSON.stringify([document.blocks, documentLinks(document)], (key, value) =>
      key === 'raw' ? undefined : value,
    );
    const strings: string[] = [];
    JSON.parse(all, (_key, value) => {
      if (typeof value === 'string') strings.push(value);
      return value;
    });
    expect(strings.length).toBeGreaterThan(0);
    expect(strings.filter((s) => /[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.test(s))).toEqual(
      [],
    );
  });
});

describe('links', () => {
  const markdown =
    '[one](https://a.example/) **[two](mailto:x@b.example)** https://c.example/d [bad](javascript:x) ' +
    '[again](https://a.example/) <https://e.example/?a=1&b=2> [r][r] [&](https://f.example/?a&amp;b)\n\n[r]: https://g.example';

  test('are those that may be opened, in the order of the text', () => {
    expect(documentLinks(parseMarkdown(markdown))).toEqual([
      { text: 'one', href: 'https://a.example/' },
      { text: 'two', href: 'mailto:x@b.example' },
      { text: 'https://c.example/d', href: 'https://c.example/d' },
      { text: 'again', href: 'https://a.example/' },
      { text: 'https://e.example/?a=1&b=2', href: 'https://e.example/?a=1&b=2' },
      { text: 'r', href: 'https://g.example' },
      { text: '&', href: 'https://f.example/?a&b' },
    ]);
  });

  test('that are footnotes have one number a target, and none where they name it', () => {
    expect(footnoteLinks(parseMarkdown(markdown)).map(({ href }) => href)).toEqual([
      'https://a.example/',
      'mailto:x@b.example',
      'https://g.example',
      'https://f.example/?a&b',
    ]);
  });
});

describe('hostile nesting', () => {
  test.each([
    ['quotes', `${'>'.repeat(20_000)} a`],
    ['lists', `${'* '.repeat(10_000)}a`],
    ['numbered lists', `${'1. '.repeat(5_000)}a`],
    ['emphasis', `${'*a _b '.repeat(3_000)}${'_ *'.repeat(3_000)}`],
    ['stars', '*'.repeat(50_000)],
    ['brackets', '['.repeat(50_000)],
    ['pictures', '!['.repeat(50_000)],
    ['links', '[a]('.repeat(20_000)],
    ['dotted words', `${'a.'.repeat(50_000)}@`],
    ['backticks', Array.from({ length: 2_000 }, (_, n) => '`'.repeat(n % 90)).join(' ')],
    ['indents', Array.from({ length: 300 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n')],
    ['comments', '<!-- '.repeat(50_000)],
    ['tags', '<a '.repeat(50_000)],
    ['scripts', '<script>'.repeat(20_000)],
  ])('of %s is bounded in depth and time', (_name, markdown) => {
    const time = cpuTime(() => expect(depth(blocks(markdown))).toBeLessThan(40));
    expect(time).toBeLessThan(5_000);
  });
});

function depth(list: readonly Block[]): number {
  const inner = list.map((block) => {
    if (block.type === 'quote') return depth(block.blocks);
    return block.type === 'list' ? Math.max(0, ...block.items.map((i) => depth(i.blocks))) : 0;
  });
  return 1 + Math.max(0, ...inner);
}

test('any text parses', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (markdown) => Array.isArray(blocks(markdown))),
  );
});
