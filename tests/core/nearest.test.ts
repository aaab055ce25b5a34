import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearest } from '../../src/core/nearest.ts';

test.each([
  ['', '', 0],
  ['list', 'list', 0],
  ['lsit', 'list', 1],
  ['shwo', 'show', 1],
  ['shw', 'show', 1],
  ['abc', '', 3],
  ['kitten', 'sitting', 3],
])('From %j to %j it is %d edits', (left, right, distance) => {
  expect(editDistance(left, right)).toBe(distance);
  expect(editDistance(right, left)).toBe(distance);
});

test.each([
  ['lsit', 'list'],
  ['SHOW', 'show'],
  ['hepl', 'help'],
  ['xyzzy', undefined],
  ['', undefined],
])('The verb nearest to %j is %j', (word, expected) => {
  expect(nearest(word, ['read', 'list', 'show', 'check', 'help'])).toBe(expected);
});

test('Of long words the first 64 letters are compared', () => {
  const word = 'ab'.repeat(40);
  const like = `${word.slice(0, 61)}xyz`;
  expect(nearest(word, [word, like])).toBe(word);
  expect(nearest(word, [like])).toBe(like);
  expect(nearest(word, ['a'.repeat(30)])).toBeUndefined();
});

test('A word of three letters may differ in one, one of nine in three', () => {
  expect(nearest('abc', ['abx'])).toBe('abx');
  expect(nearest('abc', ['axx'])).toBeUndefined();
  expect(nearest('abcdefghi', ['abcdefxyz'])).toBe('abcdefxyz');
  expect(nearest('abcdefghi', ['abcdewxyz'])).toBeUndefined();
  expect(nearest('a', ['b'])).toBe('b');
});

test('Of equally near words it is the first', () => {
  expect(nearest('lit', ['lift', 'list'])).toBe('lift');
  expect(nearest('list', ['lift', 'list'])).toBe('list');
});

test('A distance that is too large is one above, any other is what it is without a limit', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
  fc.assert(
    fc.property(word, word, fc.nat(13), (left, right, most) => {
      expect(editDistance(left, right, most)).toBe(Math.min(editDistance(left, right), most + 1));
    }),
  );
});
