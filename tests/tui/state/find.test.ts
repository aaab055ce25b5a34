import { describe, expect, it } from 'vitest';
import type { Line, Span } from '../../../src/text/line.ts';
import { findHits, startFind } from '../../../src/tui/state/find.ts';

function page(
  ...rows: readonly (readonly [paragraph: number, ...texts: readonly string[]])[]
): Line[] {
  return rows.map(([paragraph, ...texts]) => ({
    paragraph,
    spans: texts.map((text): Span => ({ text, roles: text === '┆ ' ? ['marker'] : [] })),
  }));
}

/** The hits as the pieces of text they cover. */
function found(lines: readonly Line[], words: string): readonly (readonly string[])[] {
  return findHits(lines, words).map((hit) =>
    hit.map(({ line, start, end }) =>
      (lines[line]?.spans ?? [])
        .map(({ text }) => text)
        .join('')
        .slice(start, end),
    ),
  );
}

describe('finding on a page', () => {
  it.each<[string, Line[], string, readonly (readonly string[])[]]>([
    ['in any case', page([0, 'The Hack']), 'hack', [['Hack']]],
    ['without its accents', page([0, 'Café, cafe\u0301']), 'cafe', [['Café'], ['cafe\u0301']]],
    ['across spans', page([0, 'mid', 'dle']), 'middle', [['middle']]],
    [
      'across a wrapped line',
      page([0, '  the end of'], [0, '  the world']),
      'of the',
      [['of', 'the']],
    ],
    [
      'across bars of a caption',
      page([0, '┆ ', 'a red'], [0, '┆ ', 'fox']),
      'red fox',
      [['red', 'fox']],
    ],
    ['across a line of Chinese', page([0, '漢字'], [0, '文化']), '字文', [['字', '文']]],
    ['not across paragraphs', page([0, 'one'], [1, 'two']), 'one two', []],
    ['every time', page([0, 'a b a b a']), 'a', [['a'], ['a'], ['a']]],
    ['of a wide letter', page([0, 'ＡＢＣ']), 'abc', [['ＡＢＣ']]],
    ['of nothing', page([0, 'a']), '  ', []],
  ])('finds words %s', (_, lines, words, expected) => {
    expect(found(lines, words)).toEqual(expected);
  });

  it('begins at the first hit below the top of the screen', () => {
    const lines = page([0, 'fox'], [1, 'fox'], [2, 'fox']);
    expect(startFind(lines, 'fox', 1).current).toBe(1);
    expect(startFind(lines, 'fox', 9).current).toBe(0);
    expect(startFind(lines, 'wolf', 0).current).toBe(-1);
  });
});
