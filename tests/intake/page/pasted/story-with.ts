// A page of the harbour of Quillport, with the lines that a test puts around its story or into it.
import { parsePasted } from '../../../../src/intake/page/pasted/parse-pasted.ts';

export const HEADLINE = 'Cranes stand still as Quillport counts its containers';
export const DATE = '4 March 2022';
export const STORY = [
  'The harbour of Quillport has counted containers since Monday, and nobody has said how long the count will take.',
  'The cranes stand still while the count goes on, and the gulls have taken the hooks for their own.',
].join('\n\n');

/** The draft of a page of these lines. */
export const draftOf = (...lines: string[]) => parsePasted(lines.join('\n')).draft;

export const authorsOf = (...lines: string[]): readonly string[] => draftOf(...lines).authors;

export const paragraph = (about: string): string =>
  `The harbour of Quillport has counted ${about} since Monday, and nobody has said how long the count will take or what it is for.`;

/** A page as browsers copy it, with lines in its story: a blank line follows paragraphs only. */
export const pageWith = (lines: string): string =>
  [
    `${HEADLINE}\nBy Ada Li\n${DATE}`,
    `${paragraph('containers')}\n`,
    `${paragraph('cranes')}\n`,
    `${lines}\n${paragraph('gulls')}\n`,
    `${paragraph('ropes')}\n`,
  ].join('\n');
