import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldText, PASSAGE_END, tokenize, tokenTexts } from '../../../src/core/query/tokens.ts';
import { anyCharacter } from '../../support/machine/any-character.ts';

describe('The tokens of a text', () => {
  test.each([
    ['Harbour reopens', ['harbour', 'reopens']],
    ['don’t stop', ['don', 't', 'stop']],
    ["don't", ['don', 't']],
    ['AT&T, 10:30; C++', ['at', 't', '10', '30', 'c']],
    ['Café CAFE\u0301 Ångström', ['cafe', 'cafe', 'angstrom']],
    ['ﬁne Ａ２', ['fine', 'a2']],
    ['soft\u00adhy\u200bphen', ['softhyphen']],
    ['中国 AI技術', ['中', '国', 'ai', '技', '術']],
    ['ｶﾞｽ か\u3099', ['ガ', 'ス', 'が']],
    ['한국 \u1112\u1161\u11ab', ['한', '국', '한']],
    ['กำ', ['ก', '\u0e4d', 'า']],
    ['2021年', ['2021', '年']],
    ['½ ㎏', ['1', '2', 'kg']],
    ['🎉🎉 👩‍👧 ☀️', ['🎉', '🎉', '👩', '👧', '☀']],
    ['Привет, ΜΆΙΟΣ', ['привет', 'μαιοσ']],
    ['الكِتَاب', ['الكتاب']],
    ['— … “” !!!', []],
    ['', []],
  ])('%j', (text, tokens) => {
    expect(tokenTexts(text)).toEqual(tokens);
  });

  test('know where they stand', () => {
    expect(tokenize('Café “AI技術”')).toEqual([
      { text: 'cafe', start: 0, end: 4 },
      { text: 'ai', start: 6, end: 8 },
      { text: '技', start: 8, end: 9 },
      { text: '術', start: 9, end: 10 },
    ]);
  });

  const anyText = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom('a', 'É', ' ', '中', '’', 'ｶ', 'ﾞ', '½', '\u00ad', '\u0301', '\u1161'),
    }),
    fc.string({ unit: fc.constantFrom(...'aZ0_ -.ßÉİŀŉǄÿ×¿€…“') }),
  );

  test('are the same with their places and without, in order and inside the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokenize(text);
        expect(tokens.map((token) => token.text)).toEqual(tokenTexts(text));
        let before = 0;
        for (const { start, end } of tokens) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = start;
        }
        expect(tokens.at(-1)?.end ?? 0).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('are tokens of themselves, and hold nothing an index would cut them at', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokenTexts(text);
        expect(tokenTexts(tokens.join(' '))).toEqual(tokens);
        for (const token of tokens) expect(token).toMatch(/^[a-z0-9\u0080-\u{10ffff}]+$/u);
        expect(tokens).not.toContain(PASSAGE_END);
      }),
    );
  });
});

test('A field sets its passages apart', () => {
  expect(fieldText(['A b', '—', '“C”'])).toBe(' a b · c ');
  expect(fieldText(['', '…'])).toBe('');
});
