import { describe, expect, it } from 'vitest';
import { UNTOUCHED } from '../../../src/core/journal/article-state.ts';
import { isUnfinishedQuery } from '../../../src/core/query/live-query.ts';
import { drawScreen, screenRows } from '../../support/reader/drawn-screen.tsx';
import { type Driven, driveReader, stories, testView } from '../../support/reader/reader-state.ts';

const ARTICLES = stories(12);
const rows = ({ state }: Driven, color = true) => screenRows(state(), testView({ color }));
const screen = (driven: Driven) => rows(driven).join('\n');

describe('the filter being typed', () => {
  it.each(['is:', '-is:', 'x is:unr', 'tag:', 'source:', 'source:"', 'http:', 'https:/'])(
    'is neutral while %j is not finished',
    (text) => {
      expect(isUnfinishedQuery(text)).toBe(true);
      const driven = driveReader(ARTICLES);
      driven.press('/', ...'story');
      driven.press(...Array<string>(5).fill('backspace'));
      const { listed, filter } = driven.hear({ type: 'paste', text });
      expect([listed.length, filter.problem]).toEqual([12, null]);
    },
  );

  it.each(['is:x', 'xy:', 'is: ', 'is:unreadable', 'word', ''])('%j is as it is', (text) => {
    expect(isUnfinishedQuery(text)).toBe(false);
  });

  it('keeps the list, the hints and the whole way out on the screen while it is bad', () => {
    for (const [columns, lines] of [
      [80, 24],
      [40, 15],
      [120, 40],
    ] as const) {
      const driven = driveReader(ARTICLES, { columns, rows: lines });
      driven.press('/');
      driven.hear({ type: 'paste', text: 'xy:z' });
      const text = screen(driven).replace(/[\s│]+/g, ' ');
      expect(text).toContain("unknown key 'xy:'");
      expect(text).toContain('keys: title: author: source: tag:');
      expect(text).toContain('Enter keep');
      expect(driven.state().listed.length).toBe(12);
    }
  });

  it('says on Enter why it cannot be kept', () => {
    const driven = driveReader(ARTICLES);
    driven.press('/', ...'is:', 'enter');
    expect(driven.state().prompt?.text).toBe('is:');
    expect(screen(driven)).toContain('is: takes unread, read, starred');
    expect(rows(driven).at(-2)).toContain('not finished');
    expect(rows({ ...driven, state: () => driven.press('u') }).join()).not.toContain(
      'takes unread',
    );
  });

  it.each(['escape', 'ctrl-g'])('is left as it was by %s', (key) => {
    const driven = driveReader(ARTICLES);
    const { prompt, listed } = driven.press('/', ...'story 2', key);
    expect([prompt, listed.length]).toEqual([null, 12]);
  });

  it('is filtered by what stands in it, wherever it is edited', () => {
    const driven = driveReader(ARTICLES);
    driven.press('/', ...'story 2', 'left', '3');
    expect([...driven.state().listed.keys]).toEqual([]);
    driven.press('home', ...'x ', 'backspace', 'backspace', 'end', 'ctrl-u');
    expect(driven.state().listed.length).toBe(12);
  });

  it('shows its cursor, with colours and without', () => {
    const driven = driveReader(ARTICLES);
    driven.press('/', ...'abc', 'left');
    expect(rows(driven).at(-2)).toMatch(/^ Filter: abc /);
    expect(rows(driven, false).at(-2)).toMatch(/^ Filter: ab▏c /);
    driven.press('end');
    expect(rows(driven).at(-2)).toMatch(/^ Filter: abc▏ /);
    expect(drawScreen(driven.press('home'), testView()).at(-2)).toContain('\x1b[7ma\x1b[0m');
  });

  it.each(['zz', '話', '1'])('leads back to where one was when it is given up: %s', (words) => {
    const driven = driveReader(ARTICLES);
    const { selected, listTop } = driven.press('6', 'j');
    driven.press('/', ...words);
    expect(driven.state().listed.length).toBeLessThan(12);
    expect(driven.press('escape')).toMatchObject({ selected, listTop, prompt: null });
    expect(driven.press('k', '/', 'escape', ...'SSSSS').selected).toBe(selected - 1);
  });

  it('in a list that is filtered counts the same everywhere and names the way back', () => {
    const driven = driveReader(ARTICLES);
    driven.press('/', ...'話', 'enter');
    expect(rows(driven)[0]).toContain('4 of 12 articles');
    expect(rows(driven).at(-2)).toContain('1 of 4 · filter: 話');
    expect(rows(driven).at(-1)).toContain('Enter open   Esc show all');
  });
});

describe('the number of a link', () => {
  const open = () => {
    const driven = driveReader(ARTICLES);
    driven.press('enter', 'F');
    return driven;
  };

  it('that is on no link is refused with the numbers there are', () => {
    const driven = open();
    const { prompt, note } = driven.press('9');
    expect([prompt, note?.text]).toEqual([null, 'no link 9 here: there are 1 to 5']);
    expect(driven.effects).toEqual([]);
  });

  it('stands over each link of the screen while it is asked for, and nothing moves', () => {
    const driven = driveReader(ARTICLES);
    driven.press('enter', 'G');
    const before = rows(driven);
    driven.press('F');
    const after = rows(driven);
    expect(before.join('\n')).toContain('See https://bare.example.org/.');
    expect(after.join('\n')).toContain('See [5]ps://bare.example.org/.');
    expect(after.slice(0, -2).map((row) => row.replace('[5]', 'htt'))).toEqual(before.slice(0, -2));
    driven.press('5');
    expect(driven.effects).toEqual([{ type: 'follow-link', url: 'https://bare.example.org/' }]);
  });

  it('is followed in a library that is read-only too, and nothing is read for it', () => {
    const driven = driveReader(ARTICLES, { canAdd: false });
    const { prompt, adding } = driven.press('enter', 'F', '5');
    expect([prompt, adding]).toEqual([null, null]);
    expect(driven.effects).toEqual([{ type: 'follow-link', url: 'https://bare.example.org/' }]);
  });

  it('can be looked for down the page', () => {
    const driven = open();
    const top = driven.state().page?.top ?? 0;
    expect(driven.press('down', 'pagedown').page?.top).toBeGreaterThan(top + 1);
    expect(driven.state().prompt?.kind).toBe('link');
  });

  it('is not asked for where there is no link', () => {
    const [story] = ARTICLES;
    if (story === undefined) throw new Error('no story');
    const driven = driveReader([{ ...story, markdown: 'Words.' }]);
    const { prompt, note } = driven.press('enter', 'F');
    expect([prompt, note?.text]).toEqual([null, 'no links in this article']);
  });
});

describe('what is enclosed', () => {
  const file = { type: null, length: null, seconds: null, title: null };
  const enclosures = [1, 2].map((at) => ({ ...file, url: `https://pod.example/${at}` }));
  const enclosing = ARTICLES.map((story, at) => ({
    ...story,
    enclosures: at === 0 ? enclosures : [],
  }));

  it('is hinted where there is something, and opened by its number', () => {
    const driven = driveReader(enclosing, { columns: 200 });
    expect(rows(driven).at(-1)).toContain('p enclosed file');
    driven.press('2', 'p');
    expect(driven.effects).toMatchObject([{ type: 'browse', url: 'https://pod.example/2' }]);
    expect(driven.press('3', 'p').note?.text).toBe('no file 3: there are 2');
    expect(driven.press('j', 'p').note?.text).toBe('nothing enclosed');
    expect(rows(driven).at(-1)).not.toContain('enclosed file');
    expect(driven.effects).toHaveLength(1);
  });

  it('is opened by the number of its link too, and not read as a page', () => {
    const driven = driveReader(enclosing);
    driven.press('enter', 'F', '1');
    expect(driven.effects).toMatchObject([{ type: 'browse', url: 'https://pod.example/1' }]);
  });
});

describe('keys that mean one thing at a time', () => {
  it('Esc clears the hits before it closes the article', () => {
    const driven = driveReader(ARTICLES);
    driven.press('enter', '/', ...'words', 'enter');
    expect(rows(driven).at(-1)).toContain('Esc no hits');
    const cleared = driven.press('escape');
    expect([cleared.find, cleared.focus]).toEqual([null, 'article']);
    expect(driven.press('escape').focus).toBe('list');
  });

  it('n says that no find is on where no article is unread', () => {
    const marks = new Map(ARTICLES.map(({ id }) => [id, { ...UNTOUCHED, read: true }]));
    const driven = driveReader(ARTICLES, { marks });
    expect(driven.press('n').note?.text).toBe('no unread article');
    expect(driven.press('enter', 'n').note?.text).toBe('no unread article, and no find is on');
  });

  it('on a screen that is too small only leave', () => {
    const driven = driveReader(ARTICLES, { columns: 19, rows: 4, open: 'story-1' });
    expect(rows(driven)).toEqual(['20×5 needed        ', 'q quits            ']);
    driven.press('x', 'e', 'M', 'q');
    expect(driven.effects).toEqual([{ type: 'quit', interrupted: false }]);
  });

  it('browser and URL are not hinted where there is no URL', () => {
    const bare = ARTICLES.map((story) => ({ ...story, url: null }));
    for (const keys of [[], ['enter']]) {
      const driven = driveReader(bare, { columns: 200 });
      driven.press(...keys);
      expect(rows(driven).at(-1)).not.toMatch(/browser|URL/);
    }
    expect(rows(driveReader(ARTICLES, { columns: 200 })).at(-1)).toContain('browser');
  });
});

describe('the screen', () => {
  it('of the help says how much of it is there', () => {
    const driven = driveReader(ARTICLES);
    driven.press('?');
    expect(rows(driven).at(-2)?.trim()).toBe('Top');
    driven.press('j');
    expect(rows(driven).at(-2)?.trim()).toMatch(/^\d+%$/);
    driven.press('G');
    expect(rows(driven).at(-2)?.trim()).toBe('End');
  });

  it('of two panes says once which article it is', () => {
    const driven = driveReader(ARTICLES, { columns: 120 });
    driven.press('j');
    expect(
      rows(driven)
        .at(-2)
        ?.match(/2 of 12/g),
    ).toHaveLength(1);
  });
});
