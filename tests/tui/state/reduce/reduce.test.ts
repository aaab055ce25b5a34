import { describe, expect, it } from 'vitest';
import { screenGeometry } from '../../../../src/tui/state/geometry.ts';
import { selectedHead } from '../../../../src/tui/state/loaded-rows.ts';
import type { Action } from '../../../../src/tui/state/reduce/reduce.ts';
import { reduce } from '../../../../src/tui/state/reduce/reduce.ts';
import type { State } from '../../../../src/tui/state/state.ts';
import { lineText } from '../../../support/reader/line-text.ts';
import { memoryState } from '../../../support/reader/reader-list.ts';
import { driveReader, stories } from '../../../support/reader/reader-state.ts';

const MANY = stories(50);
const SIZE = { columns: 80, rows: 24 };

function selectedId(state: State): string | undefined {
  return selectedHead(state)?.id;
}

describe('the list', () => {
  it.each<[string, readonly string[], string]>([
    ['a line down', ['j'], 'story-2'],
    ['counted lines down', ['1', '2', 'j'], 'story-13'],
    ['not above the first', ['k'], 'story-1'],
    ['not below the last', ['9', '9', '9', 'j'], 'story-50'],
    ['to the last', ['G'], 'story-50'],
    ['to a row by its number', ['7', 'G'], 'story-7'],
    ['back to the first', ['G', 'g'], 'story-1'],
    ['a page down', ['space'], 'story-21'],
    ['a page down and up', ['f', 'b'], 'story-1'],
    ['half a page down', ['ctrl-d'], 'story-11'],
    ['by arrows', ['down', 'down', 'up'], 'story-2'],
  ])('moves %s', (_, keys, id) => {
    expect(selectedId(driveReader(MANY).press(...keys))).toBe(id);
  });

  it('keeps the selected row on the screen', () => {
    const driven = driveReader(MANY);
    for (const key of ['G', 'g', '3', '0', 'j', 'u', 'u', 'k']) {
      const { selected, listTop } = driven.press(key);
      expect(selected).toBeGreaterThanOrEqual(listTop);
      expect(selected).toBeLessThan(listTop + screenGeometry(driven.state()).bodyRows);
    }
  });

  it('filters as it is typed and keeps the list of the last good query', () => {
    const driven = driveReader(MANY);
    expect(driven.press('/', 'd', 'a', 'y', 'space').listed.length).toBe(34);
    const bad = driven.hear({ type: 'paste', text: '4 xy:z' });
    expect(bad.filter.problem?.message).toContain('xy:');
    expect(bad.listed.length).toBe(34);
    expect(driven.press('escape').listed.length).toBe(50);
  });

  it('keeps a filter that was entered until Esc', () => {
    const driven = driveReader(MANY);
    expect(driven.press('/', '話', 'enter').listed.length).toBe(16);
    expect(driven.state().prompt).toBeNull();
    expect(driven.press('escape').filter.text).toBe('');
  });

  it('keeps the selected article selected when the list changes around it', () => {
    const driven = driveReader(MANY);
    driven.press('1', '2', 'G', '/', '1', '2', 'enter');
    expect(selectedId(driven.state())).toBe('story-12');
    expect(selectedId(driven.press('escape'))).toBe('story-12');
    expect(selectedId(driven.press('S', 'S'))).toBe('story-12');
  });

  it('goes through the sort orders and comes back to the first', () => {
    const driven = driveReader(MANY);
    const orders = Array.from({ length: 5 }, () => driven.press('S').sort);
    expect(orders).toEqual(['added', 'title', 'source', 'minutes', 'published']);
    expect([...driven.state().listed.keys]).toEqual(MANY.map((_, at) => at + 1));
  });

  it('is clicked: once to select, again to open', () => {
    const driven = driveReader(MANY);
    const row = screenGeometry(driven.state()).bodyTop + 3;
    expect(selectedId(driven.hear({ type: 'click', column: 10, row }))).toBe('story-4');
    expect(driven.state().focus).toBe('list');
    expect(driven.hear({ type: 'click', column: 10, row }).focus).toBe('article');
  });
});

describe('the article', () => {
  const opened = (columns = 80, rows = 24) => driveReader(MANY, { columns, rows, open: 'story-3' });

  it('scrolls by lines, pages and to its ends', () => {
    const driven = opened();
    const top = () => driven.state().page?.top;
    driven.press('j', 'j', 'k');
    expect(top()).toBe(1);
    driven.press('g', 'f');
    expect(top()).toBe(screenGeometry(driven.state()).bodyRows - 1);
    driven.press('b');
    expect(top()).toBe(0);
    driven.press('G');
    const { page } = driven.state();
    expect(page?.top).toBe((page?.lines.length ?? 0) - screenGeometry(driven.state()).bodyRows);
  });

  it('opens the next article when Space meets the end', () => {
    const driven = opened();
    driven.press('G', 'space');
    expect(selectedId(driven.state())).toBe('story-4');
    expect(driven.state().page?.top).toBe(0);
  });

  it('says so where there is no next article', () => {
    const driven = driveReader(MANY, { open: 'story-50' });
    expect(driven.press('J').note?.text).toBe('this is the last article');
    expect(driven.press('j').note).toBeNull();
  });

  it('keeps the place in each article of a session', () => {
    const driven = opened();
    driven.press('2', '0', 'j', 'J', 'K');
    expect(driven.state().page?.top).toBe(20);
  });

  it.each([
    [80, 40],
    [80, 20],
    [120, 60],
    [60, 200],
  ])('keeps the paragraph at the top from %i columns to %i and back', (from, to) => {
    const driven = opened(from);
    driven.press('5', '5', 'j');
    const topParagraph = () => {
      const { page } = driven.state();
      return page?.lines[page.top]?.paragraph;
    };
    const [paragraph, top] = [topParagraph(), driven.state().page?.top];
    driven.act({ type: 'resize', size: { columns: to, rows: 24 } });
    expect(topParagraph()).toBe(paragraph);
    driven.act({ type: 'resize', size: { columns: from, rows: 24 } });
    expect(driven.state().page?.top).toBe(top);
  });

  it('finds, steps through the hits and comes round with a note', () => {
    const driven = opened();
    driven.press('/', ...'paragraph 3', 'enter');
    const { find } = driven.state();
    expect(find?.hits.length).toBe(2);
    expect(driven.press('n').find?.current).toBe(1);
    expect(driven.press('n').find?.current).toBe(0);
    expect(driven.state().note?.text).toBe('on from the top');
    expect(driven.press('N').note?.text).toBe('on from the end');
  });

  it('shows the current hit on the screen', () => {
    const driven = opened();
    driven.press('/', ...'paragraph 27', 'enter');
    const { page } = driven.state();
    const shown = page?.lines
      .slice(page.top, page.top + 20)
      .map(lineText)
      .join('\n');
    expect(shown).toContain('Paragraph 27');
  });

  it('goes back to where it was when a find is given up', () => {
    const driven = opened();
    driven.press('9', 'j', '/', ...'paragraph 27', 'escape');
    expect(driven.state().page?.top).toBe(9);
    expect(driven.state().find).toBeNull();
  });

  it('follows a link by its number, at once where no other begins with it', () => {
    const driven = opened();
    driven.press('F', '2');
    expect(driven.effects).toEqual([{ type: 'follow-link', url: 'https://example.org/3/1' }]);
    expect(driven.state().prompt).toBeNull();
  });

  it('changes panes on a wide screen and shows the article alone', () => {
    const driven = driveReader(MANY, { columns: 120 });
    expect(driven.press('tab').focus).toBe('article');
    expect(screenGeometry(driven.press('z')).list).toBeNull();
    expect(screenGeometry(driven.press('q')).article).not.toBeNull();
    expect(driven.state().focus).toBe('list');
  });
});

describe('an action that makes no sense', () => {
  const listed = memoryState({ size: SIZE, articles: MANY });
  const empty = memoryState({ size: SIZE, articles: [] });
  it.each<[string, State, Action]>([
    ['up at the first row', listed, { type: 'move', pane: 'list', by: -1 }],
    ['scrolling without a page', listed, { type: 'move', pane: 'article', by: 1 }],
    ['the next hit without a find', listed, { type: 'next-hit', by: 1 }],
    ['text without a prompt', listed, { type: 'prompt-text', line: { text: 'x', cursor: 1 } }],
    ['clearing no hits', listed, { type: 'clear-find' }],
    ['entering without a prompt', listed, { type: 'prompt-enter' }],
    ['giving up without a prompt', listed, { type: 'prompt-cancel' }],
    ['a step back from all', listed, { type: 'widen' }],
    ['a find without a page', listed, { type: 'prompt', kind: 'find' }],
    ['the size there is', listed, { type: 'resize', size: { ...SIZE } }],
    ['a zero before any digit', listed, { type: 'digit', digit: '0' }],
    ['closing the help that is not open', listed, { type: 'help', top: null }],
    ['opening nothing', empty, { type: 'open' }],
    ['a click on nothing', empty, { type: 'click', column: 3, row: 5 }],
    ['the other pane of nothing', empty, { type: 'change-pane' }],
    ['the article only, of nothing', empty, { type: 'article-only' }],
    ['the next of no articles', empty, { type: 'next-article', by: 1 }],
  ])('leaves the state: %s', (_, state, action) => {
    expect(reduce(state, action)).toBe(state);
  });
});
