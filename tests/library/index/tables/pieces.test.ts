// Numbers as bytes, and back.
import { expect, test } from 'vitest';
import { fill, toBytes } from '../../../../src/library/index/tables/pieces.ts';

test('Bytes are read as the numbers they were, as far as both go', () => {
  const written = toBytes(Uint32Array.of(1, 70_000, 3).subarray(1));
  expect(written).toHaveLength(8);
  expect([...fill(new Uint32Array(3), written)]).toEqual([70_000, 3, 0]);
  expect([...fill(new Uint32Array(1), written)]).toEqual([70_000]);
});
