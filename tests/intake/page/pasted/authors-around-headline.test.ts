// Which of several names around a headline are a story's authors.

import { describe, expect, test } from 'vitest';
import { parsePasted } from '../../../../src/intake/page/pasted/parse-pasted.ts';
import { authorsOf, DATE, HEADLINE, STORY } from './story-with.ts';

const SHARE = ['Share', 'Save', 'Print', 'Mail', 'Listen'];
const SECTIONS = ['Sport', 'Culture', 'Weather', 'Games'];
const [FIRST = '', SECOND = ''] = STORY.split('\n\n');
const NAMED = 'Ada Li sees the harbour count: cranes stand still in Quillport';

const JAPANESE = '港のクレーンが止まりコンテナを数える';
const TOLD =
  '港のクレーンは月曜日から止まったままで、コンテナの数え上げがいつ終わるのかは誰にもわからない。'.repeat(
    3,
  );

describe('of the names around a headline the authors are', () => {
  test.for<readonly [string, readonly string[], string]>([
    [
      'those that are led in, not those that only stand there',
      [HEADLINE, 'Una Orr', 'By Ada Li', DATE, '', STORY],
      'Ada Li',
    ],
    [
      'those led in below the story, where only others stand above it',
      [HEADLINE, 'Una Orr', DATE, '', STORY, '', 'By Ada Li', '', 'Contact'],
      'Ada Li',
    ],
    [
      'the nearer below the headline',
      ['By Ada Li', HEADLINE, 'Share', 'By Bo Ek', DATE, '', STORY],
      'Bo Ek',
    ],
    [
      'the nearer above it, though lines above count more',
      ['By Ada Li', HEADLINE, ...SHARE.slice(0, 2), 'By Bo Ek', DATE, '', STORY],
      'Ada Li',
    ],
    [
      'those two lines above it, before those four below',
      ['By Ada Li', 'Sport', HEADLINE, ...SHARE.slice(0, 3), 'By Bo Ek', DATE, '', STORY],
      'Ada Li',
    ],
    [
      'those below it, where those above are three lines off',
      ['By Ada Li', ...SECTIONS.slice(0, 2), HEADLINE, ...SHARE, 'By Bo Ek', DATE, '', STORY],
      'Bo Ek',
    ],
    [
      'those led in up to four lines above it',
      ['By Ada Li', ...SECTIONS.slice(0, 3), HEADLINE, DATE, '', STORY],
      'Ada Li',
    ],
    [
      'none that are led in further above it',
      ['By Ada Li', ...SECTIONS, HEADLINE, DATE, '', STORY],
      '',
    ],
    [
      'all that are led in, a button or two between',
      [HEADLINE, 'By Ada Li', 'Share', 'Save', 'By Bo Ek', DATE, '', STORY],
      'Ada Li + Bo Ek',
    ],
    [
      'the first that are led in, where the next stand apart',
      [HEADLINE, 'By Ada Li', ...SHARE.slice(0, 3), 'By Bo Ek', DATE, '', STORY],
      'Ada Li',
    ],
    [
      'names that go on over initials',
      [HEADLINE, 'Ada Li', 'AL', 'Bo Ek', DATE, '', STORY],
      'Ada Li + Bo Ek',
    ],
    [
      'names up to the next other line',
      [HEADLINE, 'Ada Li', 'Harbour', 'Bo Ek', DATE, '', STORY],
      'Ada Li',
    ],
    ['a name below a button', [HEADLINE, 'Share', 'Ada Li', DATE, '', STORY], 'Ada Li'],
    ['no name above it that has no date beside it', ['Ada Li', HEADLINE, DATE, '', STORY], ''],
    [
      'the name above it whose date is below the name',
      ['Ada Li', DATE, HEADLINE, '', STORY],
      'Ada Li',
    ],
    [
      'the name above it whose date is above the name',
      [DATE, 'Ada Li', HEADLINE, '', STORY],
      'Ada Li',
    ],
    [
      'the name three lines above the date',
      ['Ada Li', ...SECTIONS.slice(0, 2), DATE, HEADLINE, '', STORY],
      'Ada Li',
    ],
    [
      'no name further above the date',
      ['Ada Li', ...SECTIONS.slice(0, 3), DATE, HEADLINE, '', STORY],
      '',
    ],
    [
      'the last of several names above a date',
      ['Una Orr', 'Ada Li', DATE, HEADLINE, '', STORY],
      'Ada Li',
    ],
    [
      'the name above a time told by its distance',
      ['Ada Li', '2 hours ago', HEADLINE, '', STORY],
      'Ada Li',
    ],
    ['nobody that the headline speaks of', [NAMED, 'Ada Li', DATE, '', STORY], ''],
    [
      'somebody whose column the headline names first',
      [`Ada Li: ${HEADLINE}`, 'Ada Li', DATE, '', STORY],
      'Ada Li',
    ],
    [
      'nobody that the story begins with',
      [HEADLINE, 'Bo Ek', DATE, '', FIRST.replace('The harbour of Quillport', 'Bo Ek'), '', STORY],
      '',
    ],
    [
      'those led in between paragraphs of the story',
      [HEADLINE, 'Share', '', FIRST, '', 'By Ada Li', '', SECOND, '', STORY],
      'Ada Li',
    ],
    ['one person once, however written', [HEADLINE, 'Ada Li', 'ADA LI', DATE, '', STORY], 'Ada Li'],
    ['those led in, where the page has no headline', ['By Ada Li', 'Share', '', STORY], 'Ada Li'],
    [
      'nobody of the stories listed below it',
      [
        HEADLINE,
        'Related articles',
        'Gulls of Quillport elect a leader',
        'By Una Orr',
        'The mole falls into the sea again',
        'By Bo Ek',
        '',
        STORY,
      ],
      '',
    ],
    [
      'a name in Chinese signs beside a date',
      [JAPANESE, '佐藤花子', '2022年3月4日', '', TOLD],
      '佐藤花子',
    ],
    ['no name in Chinese signs without one', [JAPANESE, '佐藤花子', '', TOLD], ''],
  ])('%s', ([, lines, names]) => {
    expect(authorsOf(...lines).join(' + ')).toBe(names);
  });
});

test('The place of a story stands with its author', () => {
  const lines = [HEADLINE, 'By Ada Li in London', DATE, '', STORY];
  expect(parsePasted(lines.join('\n')).draft).toMatchObject({
    authors: ['Ada Li'],
    place: 'London',
  });
  const none = [HEADLINE, 'By Ada Li', DATE, '', STORY];
  expect(parsePasted(none.join('\n')).draft.place).toBeNull();
});
