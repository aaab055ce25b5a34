// Paths and the headlines they end in.

import { describe, expect, test } from 'vitest';
import { splitPaths } from '../../../../src/intake/page/pasted/lines/split-paths.ts';

const split = (text: string): readonly string[] =>
  splitPaths([{ text, gap: true, bullet: false }]).map((line) => line.text);

describe('a path', () => {
  test.for([
    [
      'StartseiteOrteQuillportKräne stehen still, weil gezählt wird',
      'Kräne stehen still, weil gezählt wird',
    ],
    [
      'Home » Towns » Cranes stand still as Quillport counts',
      'Cranes stand still as Quillport counts',
    ],
    [
      'Du befindest dich hier: Home » Orte » Kräne stehen still im Hafen',
      'Kräne stehen still im Hafen',
    ],
  ] as const)('is cut off "%s"', ([text, headline]) => {
    const lines = split(text);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toBe(headline);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });

  test.for([
    'Home is where the cranes of Quillport stand',
    'Start der Kräne im Hafen verschoben',
    'Homes for YouTube stars and iPhone owners in Quillport',
  ])('is not the beginning of "%s"', (text) => {
    expect(split(text)).toEqual([text]);
  });
});
