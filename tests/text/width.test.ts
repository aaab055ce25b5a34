// Display width: columns of scripts, sequences and pathological text.
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { displayWidth, graphemes, graphemeWidth, padTo, truncate } from '../../src/text/width.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const segments = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Text in the scripts that are laid out, with the sequences that go wrong. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        'e\u0301',
        '👩‍👩‍👧‍👦',
        '1️⃣',
        '🇳🇴🇯🇵',
        '❤️',
        '가',
        '각',
        'क्षत्रिय',
        'مُحَمَّد',
        '日本',
        ' ',
        'a',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('displayWidth', () => {
  test.each([
    ['', 0],
    ['plain', 5],
    ['naïve “quotes” — and … dots', 27],
    ['日本語', 6],
    ['ｆｕｌｌ', 8],
    ['ﾊﾝｶｸ', 4],
    ['한국어', 6],
    ['น้ำ คำ', 5],
    ['ນ້ຳ', 2],
    ['e\u0301te\u0301', 3],
    ['שָׁלוֹם', 4],
    ['👩‍👩‍👧‍👦', 2],
    [`👩‍👩‍👧${'a'.repeat(49)}👩‍👩‍👧`, 53],
    ['👍🏽', 2],
    ['🇳🇴🇯🇵', 4],
    ['1️⃣', 2],
    ['❤️', 2],
    ['\u200b', 0],
    ['…▪·╌┆│─', 7],
  ])('counts %j as %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test('agrees with string-width on every character of the basic plane', () => {
    const wrong: string[] = [];
    for (let unit = 0x20; unit < 0xd800; unit += 1) {
      const character = String.fromCharCode(unit);
      if (graphemeWidth(character) !== stringWidth(character)) wrong.push(unit.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test('agrees with string-width on any text', () => {
    fc.assert(fc.property(anyText, (text) => displayWidth(text) === stringWidth(text)));
  });
});

describe('graphemes', () => {
  test('are those of Unicode', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(graphemes(text)).toEqual(segments(text));
      }),
    );
  });

  test('of a long text without spaces are found in linear time', () => {
    const started = performance.now();
    expect(graphemes('नमस्ते👩‍👩‍👧'.repeat(10_000)).length).toBe(40_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('are whole where the window ends inside one', () => {
    const text = `${'ा'.repeat(3)}${'👩‍👩‍👧‍👦'.repeat(40)}`;
    expect(graphemes(text)).toEqual(segments(text));
  });
});

describe('truncate', () => {
  test.each([
    ['fits', 4, 'fits'],
    ['does not fit', 5, 'does…'],
    ['does not fit', 6, 'does…'],
    ['does   not fit', 7, 'does…'],
    ['日本語です', 5, '日本…'],
    ['日本語です', 4, '日…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 3, '👩‍👩‍👧‍👦…'],
    ['abc', 1, '…'],
    ['abc', 0, ''],
    ['', 0, ''],
  ])('cuts %j to %i columns as %j', (text, width, cut) => {
    expect(truncate(text, width)).toBe(cut);
  });

  test('is never wider than asked and keeps what fits', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), (text, width) => {
        const cut = truncate(text, width);
        expect(displayWidth(cut)).toBeLessThanOrEqual(width);
        if (displayWidth(text) <= width) expect(cut).toBe(text);
      }),
    );
  });
});

test('padTo fills to exactly the width or cuts to it', () => {
  fc.assert(
    fc.property(anyText, fc.nat(20), (text, width) => displayWidth(padTo(text, width)) === width),
  );
});
