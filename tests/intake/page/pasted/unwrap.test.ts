// Paragraphs that a program cut to a width are whole again, short stories too.

import { describe, expect, test } from 'vitest';
import { parsePasted } from '../../../../src/intake/page/pasted/parse-pasted.ts';

const PARAGRAPHS = [
  'The harbour of Quillport has counted containers since Monday, and nobody has said how long the count will take, the board said.',
  'The cranes stand still while the count goes on, and the gulls have taken the hooks for their own, the captain of the ferry said.',
];
const HEADER = 'Cranes stand still in Quillport\n\nBy Ada Li\nPublished: 19 July 2021';

/** Cuts a text to a width, as mail programs do. */
function wrap(text: string, width: number): string {
  return text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n').trim();
}

describe('a story of two paragraphs', () => {
  test.for([50, 60, 72, 78])('cut to %i columns is whole again', (width) => {
    const text = [HEADER, ...PARAGRAPHS.map((one) => wrap(one, width))].join('\n\n');
    const { title, markdown } = parsePasted(text).draft;
    expect(title).toBe('Cranes stand still in Quillport');
    expect(markdown.trim()).toBe(PARAGRAPHS.join('\n\n'));
  });

  test('with lists of short lines around it stays as it is', () => {
    const menu = ['Harbour', 'Cranes', 'Gulls', 'Containers and what is in them'].join('\n');
    const text = [menu, HEADER, ...PARAGRAPHS, menu].join('\n\n');
    expect(parsePasted(text).draft.markdown).toContain(PARAGRAPHS.join('\n\n'));
  });
});
