import { expect, test } from 'vitest';
import { rareUnit, unitClass } from '../../src/core/unit-table.ts';

test.each([
  ['\\t\\n\\x7f-\\x9f\\ud800-\\udfff'],
  [unitClass('a0 ae-2ff 2500-25fc')],
  [`^${unitClass('20-7e a0-2ff 2010-2027')}`],
])('A rare unit is one of the class %s', (units) => {
  const [rare, plain] = [rareUnit(units), new RegExp(`[${units}]`)];
  const texts = Array.from({ length: 0x10000 }, (_, unit) => `a ${String.fromCharCode(unit)}b`);
  expect(texts.filter((text) => rare.test(text) !== plain.test(text))).toEqual([]);
});
