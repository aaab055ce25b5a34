// Which lines of a copied story are headings, and which are short paragraphs of it.
import { expect, test } from 'vitest';
import { DATE, draftOf, HEADLINE, pageWith, STORY } from './story-with.ts';

/** The headings of a page with these paragraphs in its story. */
const headingsIn = (...paragraphs: string[]): readonly string[] =>
  draftOf(pageWith(`${paragraphs.join('\n\n')}\n`))
    .markdown.split('\n')
    .filter((line) => line.startsWith('## '))
    .map((line) => line.slice(3));

test.each([
  ['words over a paragraph', ['What the gulls said'], ['What the gulls said']],
  ['a question over a paragraph', ['How long will it take?'], ['How long will it take?']],
  [
    'words over a short sentence',
    ['What I did with the gulls', 'I fed one.'],
    ['What I did with the gulls'],
  ],
  ['a short sentence', ['He laughed.'], []],
  ['a short sentence with a note', ['I fed one.1'], []],
  ['a short sentence in quotes', ['“Two gulls.”'], []],
  [
    'questions over short answers and long ones',
    ['Do you ever get bored?', 'No. Next question.', 'Is there a gull you remember?'],
    ['Do you ever get bored?', 'Is there a gull you remember?'],
  ],
  [
    'a speaker’s question',
    [
      'Ada Li: Which four?',
      'Bo Ek: The four that came on Monday.',
      'AL: Why?',
      'BE: They were hungry.',
    ],
    [],
  ],
  ['the last line of a list', ['12 March: amber\n19 March: green\n26 March: green'], []],
])('Headings of %s', (_what, paragraphs, headings) => {
  expect(headingsIn(...paragraphs)).toEqual(headings);
});

const LAST =
  'The master hopes for a count that ends within the year, and the gulls do not mind it at all.';

test.each([
  ['below a picture', 'In the picture: the old pier. © Ada Li\n\nAn offer from Hannover'],
  ['below a button', 'Share\nAn offer from Hannover'],
])('A small page keeps its heading %s', (_where, lines) => {
  const { markdown } = draftOf(HEADLINE, 'By Ada Li', DATE, '', STORY, '', lines, LAST);
  expect(markdown).toContain(`## An offer from Hannover\n\n${LAST}`);
});
