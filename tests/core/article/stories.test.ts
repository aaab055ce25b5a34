// Which editions are looked at together.
import { expect, test } from 'vitest';
import { type Edition, openStories } from '../../../src/core/article/stories.ts';

const runs = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => from + 2 * at);

const edition = (key: number, sketch: readonly number[]): Edition => {
  return { key, time: key, origin: key, sketch: new Uint32Array(sketch) };
};

test('Two leading runs are shared with one edition, not with several looked at one after the other', () => {
  const first = edition(1, runs(100, 60));
  const alike = runs(140, 40);
  const other = (key: number): Edition => edition(key, [...runs(2, 18), 100, ...alike]);
  const stories = openStories();
  stories.begin(first);
  expect(stories.find(other(2))).toBeNull();
  expect(stories.find(other(3))).toBeNull();
  expect(stories.find(edition(4, [...runs(2, 18), 100, 102, ...alike]))).toBe(first);
});
