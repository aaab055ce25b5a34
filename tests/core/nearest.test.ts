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
