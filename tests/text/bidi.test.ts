// Rows of text that runs from right to left: levels, order, brackets, and where a row stands.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderSpans, runApart, setRight, type TextOrder, withLevels } from '../../src/text/bidi.ts';
import type { Span } from '../../src/text/line.ts';
import { withHits } from '../../src/text/spans.ts';
import { displayWidth } from '../../src/text/width.ts';
import { spansText, wrapSpans } from '../../src/text/wrap.ts';

const plain = (text: string): Span[] => [{ text, roles: [] }];
const ordered = (text: string, order: TextOrder = 'seen') =>
  spansText(orderSpans(withLevels(plain(text)), order));

describe('a row in the order in which it is seen', () => {
  test.each([
    ['all plain', 'all plain'],
    ['אבג', 'גבא'],
    ['say אבג now', 'say גבא now'],
    ['אבג abc דהו', 'והד abc גבא'],
    ['אבג 123 דהו', 'והד 123 גבא'],
    ['אבג (דה) ו', 'ו (הד) גבא'],
    ['abc (אבג) [דה]', 'abc (גבא) [הד]'],
    ['אבג — 12.5%', '12.5% — גבא'],
    // Vowel points stay behind their letter.
    ['שָׁלוֹם', 'םוֹלשָׁ'],
    // Characters beyond U+FFFF are signs, letters of either direction, or digits.
    ['אב 😀 גד', 'דג 😀 בא'],
    ['אב 😀', '😀 בא'],
    ['a \u{10800}\u{10801} b', 'a \u{10801}\u{10800} b'],
    ['אב 𝟏𝟐', '𝟏𝟐 בא'],
  ])('%s', (text, seen) => {
    expect(ordered(text)).toBe(seen);
  });

  // As it was seen in Kitty 0.41, the Arabic in one font with the signs, the Hebrew in another.
  test.each([
    ['abc אבג def', 'abc אבג def'],
    ['אבג דהו abc', 'abc דהו אבג'],
    ['שלום.', '.שלום'],
    ['ב-354', '354-ב'],
    ['قال العين. من', 'من العين. قال'],
    ['سنة 354 للهجرة', 'للهجرة 354 سنة'],
    ['(للميلاد 965)،', '،(965 (للميلاد'],
    ['م۱۳۵۷ ٣٥٤', '٤٥٣ م۷۵۳۱'],
  ])('%s, for a terminal that turns words round itself', (text, written) => {
    expect(ordered(text, 'words')).toBe(written);
    expect(ordered(text, 'read')).toBe(text);
  });

  test('keeps the looks of letters where words are turned round', () => {
    const spans: Span[] = [
      { text: 'قال الع', roles: [] },
      { text: 'ين.', roles: ['hit'] },
    ];
    expect(
      orderSpans(withLevels(spans), 'words').map(({ text, roles }) => [text, ...roles]),
    ).toEqual([['الع'], ['ين.', 'hit'], [' قال']]);
  });

  test('orders each wrapped row by the whole paragraph', () => {
    const rows = wrapSpans(plain('אבג דהו abc def זחט'), 9);
    expect(rows.map(spansText)).toEqual(['אבג דהו', 'abc def', 'זחט']);
    expect(rows.map((row) => spansText(orderSpans(row, 'seen')))).toEqual([
      'והד גבא',
      'abc def',
      'טחז',
    ]);
    // A bracket that closes on another row is the paragraph's still.
    const [first = []] = wrapSpans(plain('abc (אבג דהו) ghi'), 9);
    expect(spansText(orderSpans(first, 'seen'))).toBe('abc (גבא');
  });

  test('keeps looks and links with their words', () => {
    const link = { text: 'דהו', roles: ['link'], href: 'https://example.org/' } as const;
    const row = orderSpans(withLevels([...plain('אבג '), link, ...plain(' זחט')]), 'seen');
    expect(row.find(({ href }) => href !== undefined)).toMatchObject({ text: 'והד' });
    const hit = orderSpans(
      withLevels(withHits({ text: 'אבגדה', roles: [] }, [{ start: 1, end: 3 }])),
      'seen',
    );
    expect(hit.map(({ text, roles }) => [text, ...roles])).toEqual([['הד'], ['גב', 'hit'], ['א']]);
  });

  test('joins the letters of a word that a hit cuts', () => {
    const whole = ordered('سلام');
    const cut = withLevels(withHits({ text: 'سلام', roles: [] }, [{ start: 1, end: 2 }]));
    expect(spansText(orderSpans(cut, 'seen'))).toBe(whole);
  });

  test('orders each cell by itself, and leaves what fills it behind', () => {
    const cells = [...plain('אב  '), ...plain('x  '), ...plain('גד')];
    expect(spansText(orderSpans(cells, 'seen'))).toBe('בא  x  דג');
  });

  test('runs the parts of a line apart, each by its own letters', () => {
    const parts = ['By אבג', ' · ', '1 May'].map((text) => ({ text, roles: [] }));
    expect(spansText(orderSpans(runApart(parts, false), 'seen'))).toBe('By גבא · 1 May');
    expect(spansText(orderSpans(runApart(parts, true), 'seen'))).toBe('1 May · By גבא');
  });

  test('sets a row that begins at the right there, what hangs before it outermost', () => {
    const row = [...plain('12. '), ...withLevels(plain('אבג, x'))];
    const set = setRight(row, 14);
    expect(spansText(set)).toBe('12. אבג, x    ');
    expect(spansText(orderSpans(set, 'seen'))).toBe('    x ,גבא .12');
    expect(setRight(withLevels(plain('x אבג')), 9)).toEqual(withLevels(plain('x אבג')));
    expect(setRight(plain('abc'), 7)).toEqual(plain('abc'));
  });

  test.for([
    ['brackets', '(א) '.repeat(12_000)],
    ['open brackets', `${'([{'.repeat(20_000)}א`],
    ['signs', `א${'😀'.repeat(30_000)}`],
  ] as const)('stays bounded with %s by the ten thousand', ([, text]) => {
    const row = orderSpans(withLevels(plain(text)), 'seen');
    expect(spansText(row)).toHaveLength(text.length);
  });
});

const letters = fc.constantFrom('א', 'ב', 'ج', 'م', 'a', 'b', '1', ' ', '(', ']', '.', '😀', 'ּ');
const words = fc.array(letters, { maxLength: 60 }).map((all) => all.join(''));

test('no row loses or adds a letter, whatever its order', () => {
  const kept = (text: string) => [...text.normalize('NFKC').replace(/[()[\]]/g, '|')].sort();
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 20 }), (text, width) => {
      for (const row of wrapSpans(plain(text), width)) {
        for (const order of ['read', 'words', 'seen'] as const) {
          const seen = spansText(orderSpans(row, order));
          expect(kept(seen)).toEqual(kept(spansText(row)));
          expect(displayWidth(seen)).toBe(displayWidth(spansText(row)));
        }
      }
    }),
  );
});
