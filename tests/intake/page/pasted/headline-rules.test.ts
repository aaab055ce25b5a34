// What decides between two lines that could both be the headline, one reason a page.

import { describe, expect, test } from 'vitest';
import { parsePasted } from '../../../../src/intake/page/pasted/parse-pasted.ts';
import { DATE, STORY } from './story-with.ts';

const TOWN =
  'The town of Quillport has lived from its harbour since anybody can tell, and it has never been as quiet there as in these days of the count, when even the gulls are said to have lost their voices and nobody walks the mole in the evening.';
const UNENDED =
  'The cranes have stood still since Monday and nobody says how long the count of the containers in the harbour of Quillport will take, and the gulls have taken all of the hooks for their own';
const DECK =
  'Nobody in the harbour says how long the count takes, though merchants ask every morning';
const SECTIONS = 'Sport Culture Weather Books Games Money Letters Puzzles Radio Law'.split(' ');
const TEASERS = ['The goat of the choir', '3 March 2022', 'The mole and the sea', '2 March 2022'];
const CRANES = 'Cranes stand still as Quillport counts its containers';
const GULLS = 'Gulls take the hooks as the harbour of Quillport counts';
const KNOWN = 'Nobody knows how long the count of containers will take';
const SAYS = 'Cranes stand still and nobody says how long';
const COUNTS = 'The harbour counts its containers';
const LEADER = 'Gulls of Quillport elect a leader';
const CHOIR = 'A choir wins a goat and sings to it on the mole';
const QUESTION = 'How long will the count take?';

/** Why the headline is it, the headline, and the lines above the story. */
const CHOICES: readonly (readonly [string, string, readonly string[]])[] = [
  ['the story says its words', CRANES, [CRANES, 'Sport', KNOWN, DATE]],
  ['the paragraphs right below it say its words', CRANES, [CRANES, '', TOWN, '', SAYS, DATE]],
  [
    'the other ends as a sentence',
    'Containers of Quillport',
    ['Containers of Quillport', `${DECK}.`, DATE],
  ],
  ['the other is below it and says no more', KNOWN, [KNOWN, CRANES, DATE]],
  ['the longer line right below it is a deck', LEADER, ['News', LEADER, DECK, 'By Ada Li', DATE]],
  [
    'the other stands right below it',
    KNOWN,
    [KNOWN, CRANES, 'Ada Li: editor of harbour, cranes and containers'],
  ],
  ['it is as long as headlines are', CHOIR, [LEADER, 'Sport', 'Books', 'Games', CHOIR, DATE]],
  [
    'a date follows it',
    'Containers of Quillport',
    ['Containers of Quillport', 'Share', 'Save', 'Print', DATE, 'Read also', LEADER],
  ],
  [
    'a date follows it at once',
    'Cranes stand still',
    ['Cranes stand still', DATE, 'Share', LEADER, 'Save'],
  ],
  [
    'a byline follows it',
    'Containers of Quillport',
    ['Containers of Quillport', 'Sport', 'By Ada Li', 'Share', COUNTS],
  ],
  [
    'a fact is the next line',
    'The gulls and the hooks',
    ['Cranes stand still', 'The gulls and the hooks', '5 min read'],
  ],
  [
    'a fact is the next line but one',
    CRANES,
    [GULLS, ...SECTIONS.slice(0, 8), CRANES, 'Sport', '5 min read'],
  ],
  ['a date stands right above it', GULLS, ['Containers of Quillport', '3 March 2022', GULLS]],
  [
    'the other is a path that ends in it',
    'Cranes stand still as Quillport counts',
    [
      'Home News Cranes stand still as Quillport counts',
      'Gulls',
      'Cranes stand still as Quillport counts',
    ],
  ],
  ['the other stands in the story', LEADER, [LEADER, '', TOWN, '', QUESTION, DATE, 'Harbour']],
  ['the other has few words', GULLS, ['Containers of Quillport', '3 March 2022', GULLS]],
  [
    'the other has very few words',
    'The gulls and the hooks',
    ['Cranes stand still', 'The gulls and the hooks', '5 min read'],
  ],
  ['the other is a paragraph', 'The harbour', ['The harbour', DATE, UNENDED]],
  [
    'the other is one of dated teasers',
    CRANES,
    [...TEASERS, 'The gulls and the hooks', '1 March 2022', ...SECTIONS, 'Harbour', CRANES],
  ],
  ['the other has a blank line below it', CRANES, [GULLS, '', 'Sport', CRANES, DATE]],
  [
    'the other is names',
    'Cranes stand still',
    ['Cranes stand still', 'Sport', 'Margaret Lindqvist and Bo Ekmann', DATE],
  ],
  ['it is near the first paragraph', KNOWN, [COUNTS, ...SECTIONS.slice(0, 6), KNOWN]],
];

describe('of two lines one is the headline because', () => {
  test.for(CHOICES)('%s', ([, headline, lines]) => {
    expect(parsePasted([...lines, '', STORY].join('\n')).draft.title).toBe(headline);
  });
});
