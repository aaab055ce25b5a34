import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleName } from '../../../src/library/articles/article-name.ts';
import { anyCharacter } from '../../support/machine/any-character.ts';

test.each([
  ['Allies blame Beijing’s “hackers”', 'allies-blame-beijings-hackers'],
  ['Straße & Çay: 港が開く', 'strasse-cay-港が開く'],
  ['Æther, Øre, Łódź', 'aether-ore-lodz'],
  ['한국어 제목', '한국어-제목'],
  ['ガス', 'ガス'],
  ['../../x', 'x'],
  ['CON', 'con'],
  ['…', 'untitled'],
])('The headline %j is named %j', (title, slug) => {
  expect(articleName(title, '2021-07-19T23:00:00-05:00')).toBe(`2021-07-19-${slug}`);
});

test('A name is cut between words', () => {
  const name = articleName(`${'word '.repeat(30)}end`, '2021-07-19');
  expect(name).toMatch(/^2021-07-19(-word)+$/);
  expect(name.length).toBeLessThanOrEqual(75);
});

test('Any headline gives a name that every file system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), (title) => {
      const name = articleName(title, '2021-07-19');
      expect(name).toMatch(/^2021-07-19-[^\s/\\:*?"<>|.]+$/u);
      expect(Array.from(name).length).toBeLessThanOrEqual(75);
      expect(Buffer.byteLength(`${name}-9999.md`)).toBeLessThanOrEqual(255);
    }),
  );
});
