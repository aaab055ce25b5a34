// Values in messages: short and clean where they are told, whole where they are to be typed.
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { quoteValue, shellWord } from '../../src/core/errors.ts';

test('A long value is told by its beginning', () => {
  expect(quoteValue(`${'x'.repeat(59)}👋y`)).toBe(`'${'x'.repeat(59)}👋…'`);
});

test.each(["it's", '$(id) `id` "$HOME"', `/a/${'long/'.repeat(40)}b`, "''", ''])(
  'A shell takes %j for one word as it is',
  (value) => {
    const printed = execFileSync('sh', ['-c', `printf '<%s>' ${shellWord(value)}`]);
    expect(printed.toString()).toBe(`<${value}>`);
  },
);

test('A word that is proposed has no control characters', () => {
  expect(shellWord('a\u001b[31m\u0007b\nc')).toBe("'a[31mb c'");
});
