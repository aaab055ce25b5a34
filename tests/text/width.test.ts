// Display width: columns of scripts, sequences and pathological text.
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { displayWidth, graphemes, graphemeWidth, padTo, truncate } from '../../src/text/width.ts';
import { cpuTime } from '../support/machine/cpu-time.ts';

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

/** Digits, Devanagari, jamo, symbols, syllables, astral marks, regional indicators, emoji, tones. */
const SAMPLES = [
  [0x23, 0x3a, 1],
  [0x900, 0x903, 1],
  [0x1100, 0x11ff, 17],
  [0x2100, 0x2bff, 13],
  [0xa960, 0xa97c, 14],
  [0xac00, 0xac1c, 14],
  [0x110b0, 0x110b2, 1],
  [0x1f1e6, 0x1f1ff, 3],
  [0x1f300, 0x1faff, 11],
  [0x1f3fb, 0x1f3ff, 2],
].flatMap(([first = 0, last = 0, step = 1]) => charactersOf(first, last, step));

function charactersOf(first: number, last: number, step: number): readonly string[] {
  const length = Math.floor((last - first) / step) + 1;
  return Array.from({ length }, (_, at) => String.fromCodePoint(first + at * step));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

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

  test('agrees with string-width on every character of the basic plane', {
    timeout: 60_000,
  }, () => {
    const wrong: string[] = [];
    for (let unit = 0x20; unit < 0xd800; unit += 1) {
      const character = String.fromCharCode(unit);
      if (graphemeWidth(character) !== stringWidth(character)) wrong.push(unit.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test.for([
    ['as an emoji', ['\ufe0f']],
    ['as a keycap', ['\u20e3', '\ufe0f\u20e3']],
    ['with a tone of skin', ['\u{1f3fd}', '\ufe0f\u{1f3fd}']],
    ['joined', ['\u200d\u2640\ufe0f', '\u200da']],
    ['before a mark or a sound mark beside it', ['\u0903', '\u0300', '\uff9e']],
    ['before jamo', ['\u1161', '\u1161\u11a8', '\u11a8', '\u1100\u1161']],
    ['as one of a flag', ['\u{1f1f4}', '\u{1f1f5}', '\u{e0067}\u{e007f}']],
  ] as const)('agrees with string-width on characters %s', ([, endings]) => {
    const wrong = SAMPLES.flatMap((character) =>
      endings.map((ending) => character + ending),
    ).filter((text) => sumOf(graphemes(text).map(graphemeWidth)) !== stringWidth(text));
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
    const text = 'नमस्ते👩‍👩‍👧'.repeat(10_000);
    const time = cpuTime(() => expect(graphemes(text).length).toBe(40_000));
    expect(time).toBeLessThan(5_000);
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
