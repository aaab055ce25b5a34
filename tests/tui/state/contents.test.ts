import { describe, expect, it } from 'vitest';
import { screenRows } from '../../support/reader/drawn-screen.tsx';
import { standing } from '../../support/reader/reader-list.ts';
import { driveReader, stories, testView } from '../../support/reader/reader-state.ts';

const filler = Array.from({ length: 12 }, (_, at) => `Paragraph ${at + 1}.`).join('\n\n');
const MARKDOWN = [
  ...[
    '## Over *there*',
    '### Inside',
    '## Élan and a heading that is so long that it takes two rows of',
  ],
  '> ## Said by another',
].map((heading) => `${heading}\n\n${filler}`);

/** In an article of four headings, one of them in a quotation. */
function reading(columns = 60, rows = 14) {
  const [story] = stories(1);
  if (story === undefined) throw new Error('no story');
  const markdown = `${filler}\n\n${MARKDOWN.join('\n\n')}\n\n[A link](https://example.org/x).`;
  const driven = driveReader([{ ...story, markdown }], { columns, rows });
  driven.press('enter');
  return {
    driven,
    lines: () => screenRows(driven.state(), testView()).map((one) => one.trimEnd()),
  };
}

describe('the headings of an article', () => {
  it('are listed by their levels, the one at hand selected, and lead to their lines', () => {
    const { driven, lines } = reading();
    driven.press('}', '}', 'j', 'c');
    expect(lines().slice(0, 9)).toEqual([
      ' contents',
      '─'.repeat(60),
      '  Story 1 of the day',
      '  Over there',
      '▸   Inside',
      '  Élan and a heading that is so long that it takes two rows…',
      '  Said by another',
      '  Links',
      '',
    ]);
    expect(lines().at(-2)).toBe(' 3 of 6');
    driven.press('down', 'enter');
    expect(lines()[2]).toContain('Élan and a heading');
    expect(driven.state().contents).toBeNull();
  });

  it('are found by their first letters, and left where one was', () => {
    const { driven } = reading();
    const before = driven.press('space');
    driven.press('c');
    expect(driven.press('e').contents).toBe(3);
    expect(driven.press('z').contents).toBe(3);
    expect(driven.press('s').contents).toBe(4);
    expect(driven.press('s').contents).toBe(0);
    expect(driven.press('k').contents).toBe(0);
    expect(driven.press('end').contents).toBe(5);
    for (const key of ['escape', 'h', 'q', 'c']) {
      expect(driven.press(key)).toMatchObject({
        contents: null,
        focus: 'article',
        page: before.page,
      });
      driven.press('c');
    }
  });

  it('are left where the article is removed by others', () => {
    const { driven } = reading();
    driven.press('c');
    driven.act({ type: 'library', ...standing([]) });
    expect(driven.state()).toMatchObject({ contents: null, focus: 'article' });
  });

  it('are chosen by two clicks, and by none beside them', () => {
    const { driven, lines } = reading();
    driven.press('c');
    const click = (row: number) => driven.hear({ type: 'click', column: 4, row });
    expect(click(1).contents).toBe(0);
    expect(click(9).contents).toBe(0);
    expect(click(4).contents).toBe(2);
    expect(click(4).contents).toBeNull();
    expect(lines()[2]).toContain('Inside');
  });

  it('fit the smallest screen', () => {
    const { driven, lines } = reading(20, 5);
    driven.press('c', 'end');
    expect(lines()).toEqual([
      ' contents',
      '  Élan and a headin…',
      '  Said by another',
      '▸ Links',
      ' 6 of 6',
    ]);
  });

  it('are none where only the links of the page have one', () => {
    const driven = driveReader(stories(1));
    expect(driven.press('enter', 'c')).toMatchObject({
      contents: null,
      note: { text: 'no headings in this article' },
    });
  });
});
