// Whose names are a story's authors, among the names of a page.

import { describe, expect, test } from 'vitest';
import { parsePasted } from '../../../../src/intake/page/pasted/parse-pasted.ts';

const STORY = [
  'The harbour of Quillport has counted containers since Monday, and nobody has said how long the count will take.',
  'The cranes stand still while the count goes on, and the gulls have taken the hooks for their own.',
].join('\n\n');
const HEADLINE = 'Cranes stand still as Quillport counts its containers';

const authorsOf = (...blocks: string[]): readonly string[] =>
  parsePasted(blocks.join('\n')).draft.authors;

describe('the authors', () => {
  test('stand on lines of their own below a line that leads them in', () => {
    expect(authorsOf(HEADLINE, 'By', 'Ada Li', 'Bo Ek', '4 March 2022', '', STORY)).toEqual([
      'Ada Li',
      'Bo Ek',
    ]);
  });

  test('are those next to the headline, not of a story listed below it', () => {
    const related = ['Gulls of Quillport elect a leader', 'By Una Orr'].join('\n');
    expect(
      authorsOf('By Ada Li', HEADLINE, '4 March 2022', 'Share', 'Save', related, '', STORY),
    ).toEqual(['Ada Li']);
  });

  test('sign the story below it in a paragraph of their own', () => {
    expect(authorsOf(HEADLINE, '4 March 2022', '', STORY, '', 'Ada Li', '', 'Contact')).toEqual([
      'Ada Li',
    ]);
  });

  test('are found beside a date with what they do', () => {
    const line = 'Ada Li, reads the sea for a living, 4 March 2022 10:30';
    expect(authorsOf(HEADLINE, line, '', STORY)).toEqual(['Ada Li']);
  });

  test('are led in below a lead and its picture', () => {
    const lead =
      'Nobody has counted so long in Quillport, where the sea itself is said to be numbered.';
    const buttons = ['Rewind', 'Play', 'Forward'];
    expect(
      authorsOf(HEADLINE, '', lead, '', STORY, '', ...buttons, 'By Ada Li', '', STORY),
    ).toEqual(['Ada Li']);
  });

  test.for([
    ['the date between', ['Ada Li', 'Harbour', '4 March 2022']],
    ['the date beside them', ['Ada Li/4 March 2022']],
    ['the time told by its distance', ['Ada Li', '2 hours ago']],
  ] as const)('stand above the headline below a menu, with %s', ([, lines]) => {
    const related = ['Read also', 'Gulls of Quillport elect a leader', 'By Una Orr'];
    const page = ['Latest', 'Cranes', 'Newsletter', ...lines, HEADLINE, '', STORY, '', ...related];
    expect(authorsOf(...page, '', STORY)).toEqual(['Ada Li']);
  });

  test('are the next ones where the first that stand below the headline are spoken of in it', () => {
    const headline = 'A morning at the harbour with Bo Ek, who counts';
    expect(authorsOf(headline, 'Bo Ek', 'Ada Li', '4 March 2022', '', STORY)).toEqual(['Ada Li']);
  });

  test('are found beside a date with how many comments there are', () => {
    expect(authorsOf(HEADLINE, '4 March 2022 Ada Li 6', '', STORY)).toEqual(['Ada Li']);
  });

  test.for([
    ['4 March 2022 13:30 by Olga', 'Olga'],
    ['Von Der Seebär - 4. März 2022', 'Der Seebär'],
    ['By Ada lindström\n4 March 2022', 'Ada lindström'],
    ['4 mars 2022 par ada_li', 'ada_li'],
    ['נועה ברק\n4 March 2022', 'נועה ברק'],
    ['2022年3月4日 5時00分 中野さくら', '中野さくら'],
    ['TownMar 4Written By Ada Li', 'Ada Li'],
    ['Ada LiAda LiColumnist4 March 2022', 'Ada Li'],
  ])('may be words that only the date beside them shows to be names: %s', ([byline, name]) => {
    expect(authorsOf(HEADLINE, ...(byline ?? '').split('\n'), '', STORY)).toEqual([name]);
  });

  test('are led in below the story rather than names above it without a date', () => {
    const far = ['Share', 'Save', 'Print', 'Mail'];
    const story = `${STORY}\n\n${STORY.replaceAll('Quillport', 'Lower Venn')}`;
    const lines = [HEADLINE, 'Quay Motor', ...far, '', story, '', 'Report by:', 'Ada Li'];
    expect(authorsOf(...lines)).toEqual(['Ada Li']);
  });

  test('are those beside a date, not others that stand nearer to the headline', () => {
    const far = ['Share', 'Save', 'Print', 'Mail', 'Listen', 'Follow', 'Send'];
    expect(authorsOf(HEADLINE, 'Audio Help', ...far, 'Ada Li', DATE, '', STORY)).toEqual([
      'Ada Li',
    ]);
  });

  test('are named once, also where a greeting has a name in it', () => {
    expect(authorsOf(HEADLINE, 'Hi I’m Ada Li', 'Ada Li', DATE, '', STORY)).toEqual(['Ada Li']);
  });

  test('may be spoken of in the deck, where a date stands right beside them', () => {
    const deck = `How Ada Li, who counts the gulls, sees it: ${STORY}`;
    expect(authorsOf('Ada Li', DATE, '', HEADLINE, deck)).toEqual(['Ada Li']);
    expect(authorsOf('Ada Li', 'Share', DATE, '', HEADLINE, deck)).toEqual([]);
  });

  test('stand over their address, also one with a paper behind it', () => {
    const address = 'ada@quillport.test | The Quillport Desk';
    expect(authorsOf('Ada Li', address, HEADLINE, DATE, '', STORY)).toEqual(['Ada Li']);
  });

  test('may stand behind the last sentence of the deck, not of a caption', () => {
    const deck = 'Nobody has said how long the count of the containers in the harbour is to take.';
    expect(authorsOf(HEADLINE, `${deck} Von Ada Li`, '', '4 March 2022', '', STORY)).toEqual([
      'Ada Li',
    ]);
    expect(authorsOf(HEADLINE, `${deck} (HPX Photo/Bo Ek)`, '4 March 2022', '', STORY)).toEqual([]);
  });

  test.for(['4 March 2022 by Reuters', '4 March 2022 by now', 'By train\n4 March 2022'])(
    'are no house and nothing else that stands behind a By: %s',
    (line) => {
      expect(authorsOf(HEADLINE, ...line.split('\n'), '', STORY)).toEqual([]);
    },
  );

  test.for(['Weitere Beiträge', 'All posts', 'View more articles'])(
    'stand below the story over a link to what else they wrote: %s',
    (link) => {
      expect(authorsOf(HEADLINE, '4 March 2022', '', STORY, '', 'Share', 'Ada Li', link)).toEqual([
        'Ada Li',
      ]);
    },
  );
});

const SHARE = ['Share', 'Save', 'Print', 'Mail', 'Listen'];
const SECTIONS = ['Sport', 'Culture', 'Weather', 'Games'];
const DATE = '4 March 2022';
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
