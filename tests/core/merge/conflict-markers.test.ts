// The marks of a conflict in a text: the sides that it was made of.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conflictSides } from '../../../src/core/merge/conflict-markers.ts';

test.for([
  ['two sides', 'a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> 1a2b\nd\n', 'a\nb\nd\n', 'a\nc\nd\n'],
  [
    'two sides and what they began with',
    '<<<<<<< HEAD\nb\n||||||| 9f\nx\n=======\nc\n>>>>>>> 1a2b\n',
    'b\n',
    'c\n',
  ],
  [
    'a conflict within a side',
    '<<<<<<< HEAD\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> 1\n=======\nc\n>>>>>>> 2\n',
    'a\n',
    'c\n',
  ],
  [
    'several places',
    '<<<<<<< x\na\n=======\n>>>>>>> y\nm\n<<<<<<< x\n=======\nb\n>>>>>>> y\n',
    'a\nm\n',
    'm\nb\n',
  ],
  [
    'headings that are underlined',
    '<<<<<<< HEAD\nMine\n==========\n=======\nTheirs\n==========\n>>>>>>> 1\n',
    'Mine\n==========\n',
    'Theirs\n==========\n',
  ],
  ['line ends of Windows', '<<<<<<< x\r\na\r\n=======\r\nb\r\n>>>>>>> y\r\n', 'a\r\n', 'b\r\n'],
] as const)('Of %s', ([, text, one, other]) => {
  expect(conflictSides(text)).toEqual({ one, other });
});

test.for([
  ['a heading that is underlined', 'Title\n=======\n\n>>>>>>> quoted\n'],
  ['a mark without its end', '<<<<<<< HEAD\na\n=======\nb\n'],
  ['marks out of order', '<<<<<<< HEAD\na\n>>>>>>> b\n'],
  ['a line of an article', 'He wrote <<<<<<< HEAD\n=======\n>>>>>>> x\n'],
] as const)('There are none in %s', ([, text]) => {
  expect(conflictSides(text)).toBeNull();
});

test('No conflict begins in code, and one around code has its end', () => {
  const example = '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n';
  expect(conflictSides(example, () => true)).toBeNull();
  const around = `<<<<<<< x\n${example}=======\nc\n>>>>>>> y\n`;
  expect(conflictSides(around, (line) => line > 0)).toEqual({ one: example, other: 'c\n' });
});

/** How often marks are taken out until there are none, a side each time. */
function passes(text: string, side: 'one' | 'other'): number {
  const sides = conflictSides(text);
  return sides === null ? 0 : 1 + passes(sides[side], side);
}

const UNPAIRED = ['<<<<<<< a', '<<<<<<< a', '=======', '=======', '>>>>>>> c', '>>>>>>> c'];

test('No mark is left after a few passes', () => {
  const line = fc.constantFrom('<<<<<<< a', '=======', '||||||| b', '>>>>>>> c', 'x', '');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.map((one) => `${one}\n`).join('');
      for (const side of ['one', 'other'] as const) expect(passes(text, side)).toBeLessThan(5);
    }),
    { numRuns: 2000, examples: [[UNPAIRED]] },
  );
});
