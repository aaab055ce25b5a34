import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concatMap } from '../../src/core/concat-map.ts';

test('The parts of all items come in their order, as from flatMap', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4)), (counts) => {
      const partsOf = (count: number, at: number) => Array.from({ length: count }, () => at);
      expect(concatMap(counts, partsOf)).toEqual(counts.flatMap(partsOf));
    }),
  );
});
