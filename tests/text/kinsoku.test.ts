// Kinsoku: what may not stand at the start or the end of a line.
import { describe, expect, test } from 'vitest';
import { isSolid, mayBreak } from '../../src/text/kinsoku.ts';
import { wrapSpans } from '../../src/text/wrap.ts';

const rows = (text: string, width: number) =>
  wrapSpans([{ text, roles: [] }], width).map((row) => row.map((span) => span.text).join(''));

describe('mayBreak', () => {
  test.each([...'、。，．・：；？！）］｝〉》」』】〕ーぁぃっゃゅょゎァッャュョ々ゝ…‥〜％'])(
    'does not begin a line with %s',
    (mark) => {
      expect(mayBreak('', '字', mark)).toBe(false);
    },
  );

  test.each([...'（［｛〈《「『【〔“‘'])('does not end a line with %s', (mark) => {
    expect(mayBreak('', mark, '字')).toBe(false);
  });

  test.each([
    ['日', '本', true],
    ['あ', 'A', true],
    ['A', '日', true],
    ['한', '국', false],
    ['a', 'b', false],
    ['。', '次', true],
    ['—', '—', false],
    ['…', '…', false],
    ['👍', '👍', true],
    ['1️⃣', '2️⃣', false],
  ])('between %s and %s: %s', (left, right, breaks) => {
    expect(mayBreak('', left, right)).toBe(breaks);
  });

  test.each([
    ['l', '-', 'k', true],
    ['', '-', 'k', false],
    ['-', '-', 'k', false],
    ['9', '-', '5', false],
    ['d', '—', 'a', true],
    [' ', '—', 'a', false],
  ])('after a dash, between %j%s and %s: %s', (before, left, right, breaks) => {
    expect(mayBreak(before, left, right)).toBe(breaks);
  });
});

test.each([
  ['日', true],
  ['ア', true],
  ['。', true],
  ['😀', true],
  ['한', false],
  ['a', false],
  ['7', false],
  ['é', false],
])('%s is set solid: %s', (grapheme, solid) => {
  expect(isSolid(grapheme)).toBe(solid);
});

describe('lines', () => {
  test.each([
    ['これは「文」です。', 6, ['これは', '「文」', 'です。']],
    ['今日は、晴れ。', 6, ['今日', 'は、晴', 'れ。']],
    ['他说：“你好”。', 8, ['他说：', '“你好”。']],
    ['等等……还有', 7, ['等等……', '还有']],
  ])('of %s at %i columns', (text, width, expected) => {
    expect(rows(text, width)).toEqual(expected);
  });
});
