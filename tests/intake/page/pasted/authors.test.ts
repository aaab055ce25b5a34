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

  test.for(['Weitere Beiträge', 'All posts', 'View more articles'])(
    'stand below the story over a link to what else they wrote: %s',
    (link) => {
      expect(authorsOf(HEADLINE, '4 March 2022', '', STORY, '', 'Share', 'Ada Li', link)).toEqual([
        'Ada Li',
      ]);
    },
  );
});
