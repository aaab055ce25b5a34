// Whose names are a story's authors, among the names of a page.

import { describe, expect, test } from 'vitest';
import { authorsOf, DATE, HEADLINE, STORY } from './story-with.ts';

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

  test('may stand in brackets alone below the story', () => {
    expect(authorsOf(HEADLINE, '4 March 2022', '', STORY, '(Ada Li)')).toEqual(['Ada Li']);
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
    const page = ['Latest', 'Cranes', 'Newsletter', ...lines, HEADLINE, '', STORY];
    expect(authorsOf(...page)).toEqual(['Ada Li']);
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
    ['TownMar 4Written By Ada Li', 'Ada Li'],
    ['Ada LiAda LiColumnist4 March 2022', 'Ada Li'],
  ])('stand beside a date in any order: %s', ([byline = '', name]) => {
    expect(authorsOf(HEADLINE, byline, '', STORY)).toEqual([name]);
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
