// What no paste may bring about, and what replacing names and numbers may change.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePasted } from '../../../../src/intake/page/pasted/parse-pasted.ts';
import { LANGUAGES } from '../../../../src/intake/words/phrases.ts';
import { ROOT } from '../../../house/sources.ts';
import { anyCharacter } from '../../../support/machine/any-character.ts';

const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]/;

const SENTENCE =
  'The town said on Monday that it would wait for rain before it opened the bridge to carts.';
const PIECES: readonly string[] = [
  'By Ada Li in Paris',
  'Advertisement',
  'Most read',
  'Published: 11:00pm, 19 Jul, 2021',
  '99+',
  'A bridge at noon. Photo: AP',
  SENTENCE,
  '\u001b[31mred\u0007\u202e',
  '  • a point that is made of words enough',
  '\r\n',
  '\n\n',
  '漢字の文章。',
  'نص عربي ٢٠٢١',
  '([{*_`#>',
];
const paste = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: anyCharacter, maxLength: 40 })), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join('\n'));

describe('any text', () => {
  test('gives an article without a control character, and never an error', () => {
    fc.assert(
      fc.property(paste, (text) => {
        const { draft, dropped } = parsePasted(text);
        const said = [draft.markdown, draft.title ?? '', draft.deck ?? '', ...draft.summary];
        const all = [...said, ...draft.authors, draft.place ?? '', draft.source ?? ''];
        for (const one of [...all, ...dropped.map((piece) => piece.text)]) {
          expect(one).not.toMatch(CONTROLS);
        }
        expect(draft.title ?? '').not.toContain('\n');
      }),
      { numRuns: 120 },
    );
  });

  test('comes back whole: every line is in the article or among what was dropped', () => {
    const lines = fc.array(fc.constantFrom(...PIECES.slice(0, 7)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(lines, (texts) => {
        const { draft, dropped } = parsePasted(texts.join('\n\n'));
        const kept = JSON.stringify([draft, dropped]);
        expect(kept.includes(SENTENCE)).toBe(texts.some((one) => one === SENTENCE));
      }),
    );
  });
});

describe('replacing every name and number', () => {
  const page = readFileSync(join(ROOT, 'tests/intake/fixtures/pasted/market-clock.txt'), 'utf8');
  // Words of papers, pages and bylines are nobody's name.
  const words = new Set(
    JSON.stringify(LANGUAGES['en'])
      .toLowerCase()
      .match(/[a-z]+/g),
  );
  const name = fc
    .stringMatching(/^[B-HJ-NP-Z][a-z]{3,8}$/)
    .filter((word) => !words.has(word.toLowerCase()))
    .filter((word) => !/^(?:News|Post|Week|Time|Home|View|Life|Local|Press|Style)/.test(word));

  test('changes those fields only', () => {
    const before = parsePasted(page);
    const day = fc.integer({ min: 1, max: 28 });
    const year = fc.integer({ min: 1990, max: 2035 });
    // A word that stands twice in a row is read once: pages print names doubled.
    const names = fc.uniqueArray(name, { minLength: 3, maxLength: 3 });
    const person = names.map(([first = '', last = '', town = '']) => [first, last, town] as const);
    fc.assert(
      fc.property(person, day, year, ([first, last, town], date, in_) => {
        const renamed = (text: string): string =>
          text
            .replaceAll('Ines Calloway', `${first} ${last}`)
            .replaceAll('Fernhollow', town)
            .replaceAll('March 4, 2022', `March ${date}, ${in_}`)
            .replaceAll('© 2022', `© ${in_}`);
        const after = parsePasted(renamed(page));
        const published = `${in_}-03-${String(date).padStart(2, '0')}T09:14`;
        expect(after.draft.published?.slice(0, 16)).toBe(published);
        expect({ ...after.draft, published: null }).toEqual({
          ...before.draft,
          authors: [`${first} ${last}`],
          source: `${town} Post`,
          markdown: renamed(before.draft.markdown),
          published: null,
        });
        expect(after.dropped).toEqual(
          before.dropped.map(({ text, why }) => ({ text: renamed(text), why })),
        );
      }),
      { numRuns: 25 },
    );
  });
});
