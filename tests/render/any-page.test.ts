// Properties of every page: any Markdown at any width is sound, clean and whole.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paintSpans } from '../../src/text/palette.ts';
import { articleHead } from '../support/library/article-head.ts';
import { lineText } from '../support/reader/line-text.ts';
import { bodyLines, expectSoundLines, setPage } from './pages.ts';

const word = fc.oneof(
  fc.constantFrom('word', 'a', 'well-known', 'https://example.com/a/long/path?with=query&more=1'),
  fc.constantFrom('日本語の文章、', '「括弧」', '中文。', '한국어', 'क्षत्रिय', 'مُحَمَّد', 'שָׁלוֹם'),
  fc.constantFrom('👩‍👩‍👧‍👦', '1️⃣', '🇳🇴', '❤️', 'e\u0301', '\u200d', '\u00ad', '\ufe0f', '\u3000'),
  fc.constantFrom(
    '&#27;[31m',
    '&#x9b;',
    '&amp;',
    '&nbsp;',
    '&#8238;',
    '\x1b]0;t\x07',
    '\u202e',
    '\u009b',
  ),
  fc.constantFrom(
    '\x01strong\x02',
    '\x03',
    '*#COLON|*',
    '<br>',
    '<b>',
    '</script>',
    '<script>',
    '\\',
    '`',
    '|',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: 'binary-ascii', maxLength: 6 }),
);
const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
const inline = fc.oneof(
  text,
  text.map((t) => `**${t}**`),
  text.map((t) => `*${t}*`),
  text.map((t) => `~~${t}~~`),
  text.map((t) => `\`${t}\``),
  fc.tuple(text, word).map(([t, target]) => `[${t}](https://e.com/${target} "${t}")`),
  fc.tuple(text, word).map(([t, target]) => `![${t}](${target})`),
);
const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const indent = (block: string, by: string) =>
  block
    .split('\n')
    .map((row) => by + row)
    .join('\n');

const { blocks } = fc.letrec<{ block: string; blocks: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    line,
    line.map((t) => `## ${t}`),
    text.map((t) => `\`\`\`ts\n${t}\n\t${t}\n\`\`\``),
    text.map((t) => `![${t}. Photo: ${t}]()`),
    fc.constant('---'),
    text.map((t) => `<div>${t}</div>`),
    fc
      .array(
        fc.array(
          inline.map((t) => t.replaceAll('\n', ' ')),
          { minLength: 3, maxLength: 3 },
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((rows) =>
        ['| a | b | c |', '|:-|-:|:-:|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n'),
      ),
    tie('blocks').map((inner) => indent(inner, '> ')),
    tie('blocks').map((inner) => `- ${indent(inner, '  ').slice(2)}`),
    tie('blocks').map((inner) => `123. ${indent(inner, '     ').slice(5)}`),
    tie('blocks').map((inner) => `- [ ] ${indent(inner, '  ').slice(2)}`),
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 4 }).map((list) => list.join('\n\n')),
}));
const links = fc.constantFrom('footnote' as const, 'inline' as const, 'none' as const);

test('no line is too wide, none holds a control, nothing throws', () => {
  fc.assert(
    fc.property(blocks, fc.integer({ min: 20, max: 120 }), links, (markdown, width, style) => {
      expectSoundLines(bodyLines(markdown, width, { links: style }), width);
    }),
    { numRuns: 80 },
  );
});

test('nothing above the body is too wide or holds a control', () => {
  fc.assert(
    fc.property(
      text,
      fc.array(text, { maxLength: 3 }),
      fc.integer({ min: 20, max: 120 }),
      (t, list, width) => {
        const head = articleHead({
          title: t,
          deck: t,
          summary: list,
          authors: list,
          place: t,
          source: t,
          tags: list,
          comments: t,
        });
        expectSoundLines(setPage({ ...head, markdown: '' }, width), width);
      },
    ),
  );
});

test('painted, its only escapes are its own, and without them it is the same text', () => {
  fc.assert(
    fc.property(blocks, fc.integer({ min: 20, max: 120 }), (markdown, width) => {
      for (const row of bodyLines(markdown, width)) {
        const painted = paintSpans(row.spans, { color: true, hyperlinks: true });
        const bare = painted
          .replace(/\x1b\[[\d;]+m/g, '')
          .replace(/\x1b\]8;(?:id=[0-9a-z]+;[!-~]+|;)\x1b\\/g, '');
        expect(bare).toBe(lineText(row));
        expect(bare).not.toMatch(/[\0-\x1f\x7f-\x9f]/);
      }
    }),
    { numRuns: 50 },
  );
});

// A quote has its bar on every row, code its sign on every row but the first.
test('the same words stand on the page at every width', () => {
  fc.assert(
    fc.property(line, fc.integer({ min: 20, max: 120 }), (markdown, width) => {
      const squeeze = (at: number) =>
        bodyLines(markdown, at, { links: 'none' })
          .map(lineText)
          .join('')
          .replaceAll(/[ │┆╌─↪]/g, '');
      expect(squeeze(width)).toBe(squeeze(0));
    }),
  );
});
