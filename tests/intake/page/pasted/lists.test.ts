// Lists that are the story of a copied page: numbered parts, quantities, long runs of sentences.
import { expect, test } from 'vitest';
import { parsePasted } from '../../../../src/intake/page/pasted/parse-pasted.ts';

const TOP = `Menu
Twenty lamps that light the harbour of Quillport

Ada Li
4 May 2022
The harbour of Quillport is dark from four in the afternoon, and every captain has a lamp of his own to find the way.

`;
const lamps = Array.from(
  { length: 20 },
  (_, at) => `${at + 1}. Lamp of berth ${at + 40}\nIt hangs ${at + 5} feet above the water.\n`,
);

test('Numbered parts of a few words each are kept to the last', () => {
  const { draft } = parsePasted(`${TOP}${lamps.join('\n')}\nAbout us\nContact`);
  expect(draft.markdown).toContain('Lamp of berth 40');
  expect(draft.markdown).toContain('It hangs 24 feet above the water.');
});

test('A ranking of headlines below a story is no part of it', () => {
  const ranking = ['1. Cranes stand still', '2. Gulls take the hooks', '3. Mayor sleeps'];
  const { draft } = parsePasted(`${TOP}${TOP.slice(100)}\n${ranking.join('\n')}\nAbout us`);
  expect(draft.markdown).not.toContain('Mayor sleeps');
});

test('Dates that begin with like numbers are no parts of a list', () => {
  const story = ['cranes', 'ropes', 'hooks', 'gulls', 'lamps', 'boats', 'crates', 'masts']
    .map((what) => `Nobody in Quillport counts ${what}, ${TOP.slice(90, -2)}`)
    .join('\n\n');
  const teasers = [
    '3. Mai 2022',
    'Die Kräne stehen alle still.',
    '4. Mai 2022',
    'Die Möwen zählen.',
  ];
  const { draft } = parsePasted(`${TOP}${story}\n\n${teasers.join('\n')}\nAbout us`);
  expect(draft.markdown).toContain('masts');
  expect(draft.markdown).not.toContain('Möwen');
});

test('Two numbers with words below them are no list of the story', () => {
  const read = ['1. Mayor sleeps', 'He was very tired of the gulls.', '2. Gulls elect a leader'];
  const { draft } = parsePasted(
    `${TOP}${TOP.slice(100)}\nMost read\n${read.join('\n')}\nIt was about time, they say.\nAbout us`,
  );
  expect(draft.markdown).not.toContain('Mayor sleeps');
});

test('The quantities of a recipe are kept', () => {
  const list = ['500 g white beans', '2 onions, whole', '½ cup of oil', '1 sprig of thyme'];
  const steps = ['Soak the beans overnight.', 'Boil them once and forget them for an hour.'];
  const { draft } = parsePasted(
    `${TOP}You need\n${list.join('\n')}\nMethod\n${steps.join('\n\n')}`,
  );
  for (const line of [...list, ...steps]) expect(draft.markdown).toContain(line);
});

test('A thousand sentences of one kind are kept to the last', () => {
  const said = Array.from({ length: 1000 }, (_, at) => `Witness ${at} told what she had seen.`);
  const { draft } = parsePasted(`${TOP}${said.join('\n\n')}\n\nAbout us\nContact`);
  for (const sentence of said) expect(draft.markdown).toContain(sentence);
});

test('Short sentences in lines are kept with what stands between them, and labels below are not', () => {
  const advice = [
    'What to do',
    'Count the gulls.',
    'Then feed them:',
    'bread or fish',
    'They know.',
  ];
  const labels = ['Harbour', 'Gulls', 'Bread', 'Fish'];
  const { draft } = parsePasted(`${TOP}${advice.join('\n')}\n\n${labels.join('\n')}`);
  expect(draft.markdown).toContain(`## ${advice.join('\n\n')}\n`);
  expect(draft.markdown).not.toContain('Harbour\n');
});
