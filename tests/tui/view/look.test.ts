// What stands where on the screen: long headlines, the bar above a page, ends of pages, hints.
import { describe, expect, it } from 'vitest';
import { UNTOUCHED } from '../../../src/core/journal/article-state.ts';
import { screenRows } from '../../support/reader/drawn-screen.tsx';
import { type Driven, driveReader, stories, testView } from '../../support/reader/reader-state.ts';

const STORIES = stories(3);
const rows = (driven: Driven) => screenRows(driven.state(), testView());
const PARAGRAPH = 'The ferry crosses the sound four times a day. '.repeat(3);

describe('a headline too long for the list beside an article', () => {
  const title = 'The last ferry of the sound is sold to the islanders who had missed it most';
  const screen = (columns: number) =>
    rows(
      driveReader(
        STORIES.slice(0, 1).map((story) => ({ ...story, title })),
        { columns },
      ),
    );

  it('goes on in the second row, before its date', () => {
    expect(screen(120)[2]).toMatch(/^▸ ● {2}The last ferry of the sound is sold │/);
    expect(screen(120)[3]).toMatch(
      /^ {5}to the islanders who… {2}1 Nov │|^ {5}to the islanders\S* .*│/,
    );
  });

  it('has one row, and its facts the other, where it fits', () => {
    const short = rows(
      driveReader(
        STORIES.map((story) => ({ ...story, title: 'The last ferry' })),
        { columns: 120 },
      ),
    );
    expect(short[2]).toMatch(/^▸ ● {2}The last ferry +│/);
    expect(short[3]).toMatch(/min/);
  });
});

describe('the bar above a page', () => {
  it('names the article only where its headline has left the screen', () => {
    const driven = driveReader(stories(3), { columns: 80, rows: 24 });
    driven.press('enter');
    expect(rows(driven)[0]).not.toContain('Story 1');
    driven.press('space');
    expect(rows(driven)[0]).toContain('Story 1');
  });
});

describe('a heading', () => {
  const markdown = Array.from({ length: 9 }, (_, at) => `${PARAGRAPH}\n\n## Part ${at}`).join(
    '\n\n',
  );

  it('never ends a screen, and stands on the next one above its text', () => {
    for (const height of [16, 17, 18, 19, 20, 21, 22]) {
      const articles = STORIES.slice(0, 1).map((story) => ({
        ...story,
        markdown: `${markdown}\n\n${PARAGRAPH}`,
      }));
      const driven = driveReader(articles, { columns: 80, rows: height });
      driven.press('enter');
      const seen = new Set<string>();
      for (let page = 0; page < 12; page += 1) {
        const body = rows(driven)
          .slice(2, -2)
          .map((line) => line.trim());
        for (const line of body) seen.add(line);
        const last = body.filter((line) => line !== '').at(-1);
        expect(last).not.toMatch(/^Part [0-7]$/);
        driven.press('space');
      }
      for (let part = 0; part < 8; part += 1) expect(seen).toContain(`Part ${part}`);
    }
  });
});

describe('the keys of headings', () => {
  it('bring the next one and the one before to the top of the screen', () => {
    const markdown = Array.from(
      { length: 4 },
      (_, at) => `## Part ${at}\n\n${PARAGRAPH.repeat(9)}`,
    );
    const articles = STORIES.map((story) => ({ ...story, markdown: markdown.join('\n\n') }));
    const driven = driveReader(articles, { columns: 80, rows: 20 });
    const top = (...keys: readonly string[]) => {
      driven.press(...keys);
      return rows(driven)[2]?.trim();
    };
    expect(top('enter', '}')).toBe('Part 0');
    expect(top('2', '}')).toBe('Part 2');
    expect(top('{')).toBe('Part 1');
    expect(top('g', '{')).toBe('THE POST');
    expect(rows(driven).at(-2)).toContain('no heading above');
  });
});

describe('the order of the list', () => {
  it('is turned round by v, says so, and S goes on to the next', () => {
    const driven = driveReader(STORIES, { columns: 80 });
    const shown = () =>
      rows(driven)
        .slice(2, 5)
        .map((line) => /Story \d/.exec(line)?.[0]);
    const forth = shown();
    driven.press('v');
    expect(shown()).toEqual(forth.toReversed());
    expect(rows(driven).at(-2)).toContain('oldest first');
    driven.press('v');
    expect(shown()).toEqual(forth);
    driven.press('v', 'S');
    expect(rows(driven).at(-2)).toContain('last added first');
  });
});

describe('the hints', () => {
  it('say what a key would do to what is selected', () => {
    const isMarked = { ...UNTOUCHED, read: true, starred: true };
    const marks = new Map([[STORIES[0]?.id ?? '', isMarked]]);
    expect(rows(driveReader(STORIES, { columns: 120 })).at(-1)).toMatch(/m read {3}s star/);
    const marked = rows(driveReader(STORIES, { columns: 120, marks })).at(-1);
    expect(marked).toMatch(/m unread {3}s no star/);
  });
});

it('An empty list says where articles are that are all muted', () => {
  const { state } = driveReader([], { columns: 80 });
  const text = (hasMuted: boolean) =>
    screenRows(state(), testView({ hasMuted: () => hasMuted })).join('\n');
  expect(text(true)).toMatch(/All articles are muted\.[\s\S]*\/ and then is:muted finds them\./);
  expect(text(false)).toMatch(/No articles here yet\./);
});
