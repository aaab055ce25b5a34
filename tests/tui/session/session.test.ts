import { describe, expect, it, vi } from 'vitest';
import type { KeysTable } from '../../../src/core/keys/key-sets.ts';
import { readKeys } from '../../../src/core/keys/read-keys.ts';
import type { Keys } from '../../../src/library/finder/finder.ts';
import type { Effect } from '../../../src/tui/input/outcome.ts';
import type { Lister } from '../../../src/tui/library/lister.ts';
import { libraryProblem } from '../../../src/tui/library/page-cache.ts';
import { createSession } from '../../../src/tui/session/session.ts';
import type { Preview } from '../../../src/tui/state/state.ts';
import { answer, memoryRows, memoryState } from '../../support/reader/reader-list.ts';
import { stories } from '../../support/reader/reader-state.ts';

function openSession(list: Partial<Pick<Lister, 'list' | 'tally'>> | null = null) {
  const effects: Effect[] = [];
  const articles = stories(3);
  const rows = memoryRows(articles);
  const lister: Pick<Lister, 'list' | 'count' | 'look' | 'tally'> = {
    look: () => {},
    tally: () => {},
    count: () => {},
    list: ({ question }, done) => done(answer(rows, question).keys),
    ...list,
  };
  const pages = {
    problem: ({ id }: { readonly id: string }) => (id === 'story-2' ? 'story-2.md: odd' : null),
    page: ({ id }: { readonly id: string }, width: number) => ({
      id,
      width,
      lines: [],
      problem: null,
    }),
    preview: (_: Preview, width: number) => ({ id: '/1', width, lines: [], problem: null }),
  };
  const state = memoryState({ size: { columns: 80, rows: 24 }, articles });
  const session = createSession(
    state,
    { pages, lister, library: { rows: () => [] } },
    (effect) => void effects.push(effect),
  );
  return { session, effects: () => effects.map(({ type }) => type) };
}

const keys = (names: string) => Array.from(names, (name) => ({ type: 'key' as const, name }));

describe('a session', () => {
  it.each(['qe', 'Qe', 'qjje'])('obeys nothing after the key that quits: %s', (names) => {
    const { session, effects } = openSession();
    session.open();
    session.hear(keys(names));
    session.hear(keys('e'));
    expect(effects()).toEqual(['quit']);
    expect(session.getState().selected).toBe(0);
  });

  it('obeys what was typed before it was open, up to the key that quits', () => {
    const { session, effects } = openSession();
    session.hear(keys('jqjje'));
    expect(effects()).toEqual([]);
    session.open();
    expect(effects()).toEqual(['quit']);
    expect(session.getState().selected).toBe(1);
  });

  it('says what is wrong with an article when it is opened, and no longer', () => {
    const { session } = openSession();
    session.open();
    session.hear(keys('j'));
    expect(session.getState().note).toBeNull();
    session.hear(keys('l'));
    expect(session.getState().note).toEqual({ text: 'story-2.md: odd', tone: 'warning' });
    session.hear(keys('j'));
    expect(session.getState().note).toBeNull();
    session.hear(keys('JK'));
    expect(session.getState().note?.text).toBe('story-2.md: odd');
  });
});

describe('a key with Alt', () => {
  const BOUND = { list: { last: 'Alt-x', mute: 'Ctrl-X Alt-m' }, article: { star: 'Alt-s' } };

  function hear(table: KeysTable, ...names: readonly string[]) {
    const { session, effects } = openSession();
    const placed = {
      measure: 76,
      wideFrom: { two: 0, three: 0 },
      bindings: readKeys(table).bindings,
    };
    session.dispatch({ type: 'settings', placed });
    session.open();
    session.hear(names.map((name) => ({ type: 'key', name })));
    return { ...session.getState(), effects: effects() };
  }

  it('does what it is bound to, also in a chord', () => {
    expect(hear(BOUND, 'alt-x').selected).toBe(2);
    expect(hear(BOUND, 'ctrl-x', 'alt-m').prompt?.kind).toBe('mute');
  });

  it('is Esc and the key after it where it is bound nowhere', () => {
    expect(hear(BOUND, '/', 'o', 'alt-j')).toMatchObject({ prompt: null, selected: 1 });
    expect(hear(BOUND, 'alt-down', 'alt-enter').focus).toBe('article');
    expect(hear(BOUND, 'alt-q', 'j')).toMatchObject({ selected: 0, effects: ['quit'] });
  });

  it('edits a line that is typed, as in a shell', () => {
    expect(hear(BOUND, '/', 'a', 'b', 'alt-backspace').prompt?.text).toBe('');
    expect(hear(BOUND, '/', 'a', ' ', 'b', 'alt-b', 'alt-left', 'alt-d').prompt?.text).toBe(' b');
  });

  it('does nothing where it is bound elsewhere', () => {
    const { note, effects } = hear(BOUND, 'alt-s');
    expect(note?.text).toBe('Alt-s is a key of the article: star, or no star');
    expect(effects).toEqual([]);
    expect(hear(BOUND, '/', 'o', 'alt-s')).toMatchObject({ prompt: { text: 'o' }, effects: [] });
  });
});

it('A filter that is entered before its first answer has the first hit selected', () => {
  const answers: (() => void)[] = [];
  const rows = memoryRows(stories(3));
  const { session } = openSession({
    list: ({ question }, done) => void answers.push(() => done(answer(rows, question).keys)),
  });
  session.open();
  session.hear(keys('G/day'));
  session.hear([{ type: 'key', name: 'enter' }]);
  for (const done of answers) done();
  expect(session.getState()).toMatchObject({ listed: { length: 2 }, selected: 0, prompt: null });
});

describe('a key that begins a chord and means something by itself', () => {
  const begin = () => {
    const { session, effects } = openSession();
    const { bindings } = readKeys({ list: { star: 'g o', mute: 'G x y' } });
    const placed = { measure: 76, wideFrom: { two: 0, three: 0 }, bindings };
    session.dispatch({ type: 'settings', placed });
    session.open();
    session.hear(keys('j'));
    return { ...session, press: (names: string) => session.hear(keys(names)), effects };
  };

  it('waits for the next key, and does it before one that goes not on with it', () => {
    const { press, getState } = begin();
    press('Gg');
    expect(getState()).toMatchObject({ selected: 2, chord: 'g' });
    press('/gull');
    expect(getState()).toMatchObject({ selected: 0, chord: '', note: null });
    expect(getState().prompt?.text).toBe('gull');
  });

  it('has its count, and is done before the mouse, too', () => {
    const { press, hear, getState } = begin();
    press('3gk');
    expect(getState()).toMatchObject({ selected: 1, count: '' });
    press('g2');
    expect(getState()).toMatchObject({ selected: 0, count: '2' });
    press('jg');
    hear([{ type: 'wheel', by: 1, column: 2, row: 5 }]);
    expect(getState()).toMatchObject({ selected: 2, chord: '' });
  });

  it('is left by Esc, and goes on to a chord', () => {
    const { press, hear, getState } = begin();
    press('Gg');
    hear([{ type: 'key', name: 'escape' }]);
    expect(getState()).toMatchObject({ selected: 2, chord: '' });
    press('gGx');
    expect(getState()).toMatchObject({ selected: 0, chord: 'G x' });
    press('y');
    expect(getState().prompt?.kind).toBe('mute');
  });

  it('waits a second, where nothing else is to come', () => {
    vi.useFakeTimers();
    const { press, getState } = begin();
    press('G');
    vi.advanceTimersByTime(900);
    expect(getState()).toMatchObject({ selected: 1, chord: 'G' });
    vi.advanceTimersByTime(200);
    expect(getState()).toMatchObject({ selected: 2, chord: '' });
    press('Gx');
    vi.advanceTimersByTime(5000);
    expect(getState().chord).toBe('G x');
    vi.useRealTimers();
  });
});

it('A key that quits waits like all others where it may be the end of a chord', async () => {
  const quit = async (table: KeysTable, names: string) => {
    const answers: (() => void)[] = [];
    const { session, effects } = openSession({
      tally: (done) => void answers.push(() => done(NO_COUNTS)),
    });
    const { bindings } = readKeys(table);
    const placed = { measure: 76, wideFrom: { two: 0, three: 0 }, bindings };
    session.dispatch({ type: 'settings', placed });
    session.open();
    session.tally(async () => session.dispatch({ type: 'move-to', pane: 'list', to: 0 }), true);
    session.hear(keys(names));
    const atOnce = effects().includes('quit');
    for (const done of answers) done();
    await vi.waitFor(() => expect(session.getState().chord).toBe(''));
    await vi.waitFor(() => expect(atOnce || session.getState().selected === 2).toBe(true));
    return atOnce;
  };
  expect(await quit({}, 'GQ')).toBe(true);
  expect(await quit({ list: { last: 'g Q', first: 'Home' } }, 'gQ')).toBe(false);
});

it('What means the whole list waits for the one that is on its way', () => {
  const answers: ((keys: Keys) => void)[] = [];
  const { session } = openSession({ list: (_, done) => void answers.push(done) });
  const called: string[] = [];
  session.whenListed(() => called.push('at once'));
  session.askListAgain(undefined, () => called.push('listed'));
  session.whenListed(() => called.push(`then, of ${session.getState().listed.length}`));
  expect(called).toEqual(['at once']);
  answers.at(-1)?.(Uint32Array.of(1, 2));
  expect(called).toEqual(['at once', 'listed', 'then, of 2']);
});

const NO_COUNTS = { byFeed: new Map(), byFeeds: new Map(), byTag: new Map() };

it('What is typed after the key of the next feed means the list of that', async () => {
  const answers: (() => void)[] = [];
  const { session } = openSession({ tally: (done) => void answers.push(() => done(NO_COUNTS)) });
  session.open();
  session.tally(async () => session.dispatch({ type: 'move-to', pane: 'list', to: 2 }), true);
  session.hear(keys('k'));
  expect(session.getState().selected).toBe(0);
  for (const answer of answers) answer();
  await vi.waitFor(() => expect(session.getState().selected).toBe(1));
});

it('Whoever counts while others count is answered with them', async () => {
  const answers: (() => void)[] = [];
  const { session } = openSession({ tally: (done) => void answers.push(() => done(NO_COUNTS)) });
  const taken: string[] = [];
  session.tally(async () => void taken.push('first'));
  session.tally(async () => void taken.push('second'));
  answers.at(-1)?.();
  await vi.waitFor(() => expect(taken).toEqual(['first', 'second']));
});

it('The next feed with news waits for what was marked to be counted', async () => {
  const answers: (() => void)[] = [];
  const { session } = openSession({ tally: (done) => void answers.push(() => done(NO_COUNTS)) });
  const count = (...unread: readonly number[]) =>
    session.dispatch({ type: 'tree', entries: unread.map(tagWithUnread) });
  session.open();
  count(1, 1, 1);
  session.hear(keys('t'));
  session.tally(async () => count(0, 0, 1));
  session.hear(keys('n'));
  expect(session.getState().feeds?.selected).toBe(0);
  for (const answer of answers) answer();
  await vi.waitFor(() => expect(session.getState().feeds?.selected).toBe(3));
});

function tagWithUnread(unread: number, at: number) {
  const about = { depth: 0, problem: null, history: '', terms: '', feeds: [] };
  const name = `tag-${at}`;
  return {
    kind: 'tag',
    name,
    query: `tag:${name}`,
    counts: { articles: 1, unread },
    ...about,
  } as const;
}

describe('the problems of a library', () => {
  it.each([
    [[], null],
    [['a.md'], '1 file has problems: newsprint check'],
    [['a.md', 'b.md', 'a.md'], '2 files have problems: newsprint check'],
  ])('of %j are counted by files', (paths, text) => {
    const problems = paths.map((path) => ({ path, message: 'odd' }));
    expect(libraryProblem({ problems })).toBe(text);
  });
});
