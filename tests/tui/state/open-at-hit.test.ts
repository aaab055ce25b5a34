import { describe, expect, it } from 'vitest';
import { createReadingMarks } from '../../../src/tui/session/reading-marks.ts';
import { screenRows } from '../../support/reader/drawn-screen.tsx';
import { type Driven, driveReader, stories, testView } from '../../support/reader/reader-state.ts';

const ARTICLES = stories(40).map((story, index) => ({
  ...story,
  markdown:
    index === 17 ? `${story.markdown}\n\nHere stands the Lighthouse, alone.` : story.markdown,
}));
const rows = (driven: Driven) => screenRows(driven.state(), testView());
const filtered = (text: string, columns = 80) => {
  const driven = driveReader(ARTICLES, { columns });
  driven.press('/', ...text, 'enter');
  return driven;
};

describe('an article of a list that was searched', () => {
  it('opens with the first match on the screen, lit up', () => {
    const driven = filtered('lighthouse');
    const { find, page } = driven.press('enter');
    expect(driven.state().listed.length).toBe(1);
    expect(find).toMatchObject({ words: expect.any(Array), current: 0, text: 'lighthouse' });
    expect(page?.top).toBeGreaterThan(20);
    expect(rows(driven).join('\n')).toContain('Here stands the Lighthouse');
    expect(rows(driven).at(-2)).toContain('hit 1 of 1 for “lighthouse”');
  });

  it('stands in a list whose status leaves the usual order out before it cuts a word', () => {
    const [narrow, wide] = [filtered('lighthouse', 100), filtered('lighthouse')];
    expect(rows(narrow).at(-2)).toMatch(/^ 1 of 1 · filter: lighthouse {2}/);
    expect(rows(wide).at(-2)).toMatch(/^ 1 of 1 · filter: lighthouse · newest first/);
  });

  it('goes on from hit to hit with n and N, and Esc leads back at once', () => {
    const driven = filtered('"paragraph 2"');
    driven.press('enter', 'n');
    expect(driven.state().find?.current).toBe(0);
    expect(driven.state().note?.text).toBe('on from the top');
    expect(filtered('wrap').press('enter', 'n', 'n', 'N').find?.current).toBe(1);
    expect(driven.press('escape')).toMatchObject({
      focus: 'list',
      find: { words: expect.any(Array) },
    });
  });

  it('leaves the list as it was: its row and what is on the screen', () => {
    const driven = filtered('wrap');
    const { selected, listTop, listed } = driven.press('2', '5', 'j', '3', 'k');
    driven.press('enter', 'n', 'G', 'q');
    expect(driven.state()).toMatchObject({ selected, listTop });
    expect(driven.state().listed).toBe(listed);
  });

  it('is searched for words that go on where the filter was typed so', () => {
    const driven = filtered('lighth');
    expect(driven.state().filter.text).toBe('lighth*');
    expect(driven.press('enter').find?.hits).toHaveLength(1);
    expect(filtered('lighthouse ').state().filter.text).toBe('lighthouse ');
  });

  it('opens as ever where the filter has no words, or none that is read', () => {
    expect(filtered('is:unread').press('enter')).toMatchObject({ find: null, page: { top: 0 } });
    expect(filtered('source:post').press('enter')).toMatchObject({ find: null, page: { top: 0 } });
  });

  it('beside the list follows the filter while it is typed', () => {
    const driven = driveReader(ARTICLES, { columns: 120 });
    driven.press('/', ...'lighthouse');
    expect(driven.state()).toMatchObject({
      focus: 'list',
      find: { words: expect.any(Array), current: 0 },
    });
    expect(rows(driven).join('\n')).toContain('Here stands the Lighthouse');
    expect(driven.press('escape')).toMatchObject({ find: null, page: { top: 0 } });
  });

  it('keeps no place of an article that was only looked at', () => {
    const driven = filtered('lighthouse');
    const reading = createReadingMarks();
    const seen = [driven.press('enter'), driven.press('q')].map((state) => reading.see(state));
    expect(seen.flat().filter(({ set }) => 'position' in set)).toEqual([]);
    driven.press('escape');
    expect(driven.press('enter').page?.top).toBe(0);
  });
});
