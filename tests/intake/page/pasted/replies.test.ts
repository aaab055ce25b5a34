// Comments that stand below a story without a heading, and stamps that are none of theirs.

import { describe, expect, test } from 'vitest';
import { parsePasted } from '../../../../src/intake/page/pasted/parse-pasted.ts';
import { HEADLINE } from './story-with.ts';

const STORY = Array.from(
  { length: 12 },
  (_, at) =>
    `On day ${at + 1} the clerks of the harbour counted ${at + 3} rows of containers, and the gulls watched them from the hooks of the cranes.`,
).join('\n\n');
const SAID = [
  'I have watched the cranes from my window for years, and I have never seen them stand still for so long.',
  'The clerks of the harbour should count faster, or the ships of the autumn will go to another town.',
  'What about the gulls? Nobody has asked what the gulls think of the count, and they have the best view.',
];

const markdownOf = (...blocks: string[]) =>
  parsePasted(['News', HEADLINE, 'By Ada Li', '4 March 2022', '', ...blocks].join('\n'), {
    now: new Date('2022-03-10T12:00:00Z'),
  }).draft.markdown;

describe('comments without a heading', () => {
  test.for([
    ['4 March 2022, 10:15', '4 March 2022, 11:20', '5 March 2022, 8:05'],
    ['2 days ago at 10:15 am', '2 days ago at 11:20 am', '1 day ago'],
    ['04.03.2022, 10:15 Uhr', '04.03.2022, 11:20 Uhr', '05.03.2022, 8:05 Uhr'],
    ['2022/03/04 10:15', '2022/03/04 11:20', '2022/03/05 08:05'],
  ])('each below a name and "%s" are none of the story', (stamps) => {
    const replies = SAID.flatMap((said, at) => [`Reader${at}`, stamps[at] ?? '', said, '', 'Like']);
    const markdown = markdownOf(STORY, '', ...replies);
    for (const said of SAID) expect(markdown).not.toContain(said);
    expect(markdown).toContain('On day 12');
  });

  test('are no days of a chronicle', () => {
    const days = SAID.flatMap((said, at) => [`${at + 1} March 2022`, said, '']);
    const markdown = markdownOf(STORY, '', ...days, STORY.replaceAll('gulls', 'crows'));
    for (const said of SAID) expect(markdown).toContain(said);
  });

  test('are no entries of a live report', () => {
    const entries = SAID.flatMap((said, at) => ['Update', `4 March 2022, 10:1${at}`, said, '']);
    const markdown = markdownOf(...entries, STORY);
    expect(markdown).toContain('On day 12');
  });
});

test('comments below their heading go on to the end of the page', () => {
  const many = Array.from({ length: 30 }, (_, at) => SAID.map((said) => `${said} (${at})`)).flat();
  const markdown = markdownOf(STORY, '', 'Comments (90)', ...many);
  for (const said of SAID) expect(markdown).not.toContain(said);
  expect(markdown).toContain('On day 12');
});
