// Captions by what stands around them.

import { describe, expect, test } from 'vitest';
import { parsePasted } from '../../../src/intake/pasted/parse-pasted.ts';

const paragraph = (about: string): string =>
  `The harbour of Quillport has counted ${about} since Monday, and nobody has said how long the count will take or what it is for.`;

/** A page as browsers copy it: a blank line follows paragraphs only. */
const page = (lines: string): string =>
  [
    'Cranes stand still as Quillport counts its containers\nBy Ada Li\n4 March 2022',
    `${paragraph('containers')}\n`,
    `${paragraph('cranes')}\n`,
    `${lines}\n${paragraph('gulls')}\n`,
    `${paragraph('ropes')}\n`,
  ].join('\n');

const bodyOf = (lines: string): string => parsePasted(page(lines)).draft.markdown;

describe('a caption', () => {
  test('is a sentence that no blank line follows among paragraphs that one follows', () => {
    const markdown = bodyOf('A gull watches the cranes from the old pier.');
    expect(markdown).toContain('![A gull watches the cranes from the old pier.]()');
  });

  test('takes the name below it along', () => {
    const markdown = bodyOf('A gull watches the cranes from the old pier.\nQuillport Museum');
    expect(markdown).toContain(
      '![A gull watches the cranes from the old pier. Quillport Museum]()',
    );
  });

  test('is no question, quote or row of items', () => {
    for (const lines of [
      'Who will count the gulls?',
      '“Nobody asked the gulls at all.”',
      'Ropes are counted first.\nThen come the hooks.\nThe gulls are counted last.',
    ]) {
      expect(bodyOf(lines)).not.toContain('![');
    }
  });

  test('goes on from its copy, a button between the two', () => {
    const markdown = bodyOf(
      'A gull on the old pier\nEnlarge image\nA gull on the old pier\nFoto:\nBo Ek',
    );
    expect(markdown.match(/A gull on the old pier/g)).toHaveLength(1);
    expect(markdown).toContain('![A gull on the old pier Foto: Bo Ek]()');
  });

  test('closes a bracket on the lines below', () => {
    const markdown = bodyOf('A gull on the old pier (\nImage:\nGetty Images/iStockphoto)');
    expect(markdown).toContain('![A gull on the old pier (Image: Getty Images/iStockphoto)]()');
  });

  test('stands below its credit where none is above it', () => {
    const markdown = bodyOf('Foto: Bo Ek, Quillport\nA gull on the old pier.');
    expect(markdown).toContain('![A gull on the old pier. Foto: Bo Ek, Quillport]()');
  });

  test('tells who stands where', () => {
    const markdown = bodyOf('Ada Li (left) and Bo Ek on the old pier');
    expect(markdown).toContain('![Ada Li (left) and Bo Ek on the old pier]()');
  });
});
