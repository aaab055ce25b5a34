// Footnotes as GitHub, pandoc and Obsidian read them.
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/markdown/document/plain-text.ts';
import { parseMarkdown } from '../../../src/markdown/parse/parse-markdown.ts';
import { cpuTime } from '../../support/machine/cpu-time.ts';

const text = (markdown: string) => plainText(parseMarkdown(markdown));

describe('footnotes', () => {
  test.for([
    ['are numbered as they come', 'a[^x] b[^1]\n\n[^1]: One\n[^x]: Ex', 'a¹ b²\n\nEx\nOne'],
    ['have one number each', 'a[^x] b[^X]\n\n[^x]: Ex', 'a¹ b¹\n\nEx'],
    ['side by side are set apart', 'a[^x][^y].\n\n[^x]: Ex\n[^y]: Why', 'a¹,².\n\nEx\nWhy'],
    ['stand in place', 'a^[a *short* [note](https://a.test)] b', 'a¹ b\n\na short note'],
    [
      'of both kinds are counted together',
      'a^[one of](b) [^x]\n\n[^x]: Ex',
      'a¹(b) ²\n\none of\nEx',
    ],
    ['refer to others', 'a^[one, see[^x]]\n\n[^x]: Ex', 'a¹\n\none, see²\nEx'],
    [
      'are found in lists, tables and emphasis',
      '- *a[^x]*\n\n| b[^y] |\n|---|\n\n[^y]: Y\n[^x]: X',
      'a¹\n\nb²\n\nX\nY',
    ],
    ['are found in a quote', '> a[^x]\n>\n> [^x]: X\n\nEnd', 'a¹\n\nEnd\n\nX'],
    ['end the paragraph above', 'a[^x]\n[^x]: X', 'a¹\n\nX'],
    ['behind a word in brackets leave it', '[the words][^x]\n\n[^x]: X', '[the words]¹\n\nX'],
    [
      'that nothing refers to come last',
      'a[^x]\n\n[^z]: Z\n[^x]: X\n[^x]: Twice',
      'a¹\n\nX\nZ\nTwice',
    ],
    ['may be empty', 'a[^x]\n\n[^x]:\n\nb', 'a¹\n\nb'],
    ['hold none', 'a[^x]\n\n[^x]: [^y]: b', 'a¹\n\n[^y]: b'],
  ])('%s', ([, markdown = '', shown]) => {
    expect(text(markdown)).toBe(shown);
  });

  test.for([
    'no note[^x]',
    'the pattern ^[a-z]+ of words',
    'an open ^[note of two',
    '[^words with](https://a.test) a link',
  ])('are none: %s', (markdown) => {
    expect(text(markdown)).toBe(markdown.replace(/\[(\^words with)\]\(.*\)/, '$1'));
  });

  test('in code and behind a backslash are as they are written', () => {
    const shown = '[^x] ^[a b] [^x] ^[a b]';
    expect(text(`\`[^x]\` \`^[a b]\` \\[^x] \\^[a b]\n\n[^x]: X`)).toBe(`${shown}\n\nX`);
  });

  test('have blocks of their own', () => {
    const notes = '[^x]: One\n\n    Two\n\n    - three\n\n        code\n\nEnd[^x]';
    const { blocks } = parseMarkdown(notes);
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'rule', 'list']);
    const [note] = blocks.flatMap((block) => (block.type === 'list' ? block.items : []));
    expect(note?.blocks.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'list']);
  });

  test.for(['a[^x] ', 'a^[b c] ', '[^x]: ', '[^x]: b\n', '^[a [b '])(
    'of which there are many take time by their number: %j',
    (piece) => {
      const [few, many] = [4000, 16_000].map((count) => `${piece.repeat(count)}\n\n[^x]: X\n`);
      const short = cpuTime(() => text(few ?? ''));
      expect(cpuTime(() => text(many ?? ''))).toBeLessThan(10 * short + 200);
    },
  );
});
