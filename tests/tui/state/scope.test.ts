import { describe, expect, it } from 'vitest';
import { NATURAL_WIDTHS } from '../../../src/tui/state/geometry.ts';
import { selectedHead } from '../../../src/tui/state/loaded-rows.ts';
import { EVERYWHERE } from '../../../src/tui/state/state.ts';
import { screenRows } from '../../support/reader/drawn-screen.tsx';
import { type Driven, driveReader, stories, testView } from '../../support/reader/reader-state.ts';

const SAVED = [{ name: 'Days', text: 'title:day' }];
const LAST_SESSION = {
  asked: ['third'],
  scope: EVERYWHERE,
  sort: 'published',
  folded: [],
} as const;
const drive = (options = {}) => driveReader(stories(50), { saved: SAVED, ...options });
const rows = (driven: Driven) => screenRows(driven.state(), testView());
const selectedId = (driven: Driven) => selectedHead(driven.state())?.id;

describe('a filter', () => {
  it('is typed into an empty line beside the name of the scope', () => {
    const driven = drive();
    driven.press(']', '/', ...'4');
    expect(rows(driven)[0]).toMatch(/^ Days +(\d) articles, \1 unread $/);
    expect(rows(driven).at(-2)).toMatch(/^ Days · Filter: 4▏ +\d $/);
    driven.press('enter', '/');
    expect(driven.state().prompt?.text).toBe('');
    expect(driven.state().filter.text).toBe('4');
  });

  it('given up leaves list, row and scroll as they were, with the filter that was on', () => {
    const driven = drive();
    const before = driven.press('/', ...'day', 'enter', '2', '7', 'G');
    driven.press('/', ...'nothing of it');
    expect(driven.state().listed.length).toBe(0);
    const { filter, listed, selected, listTop } = driven.press('escape');
    expect({ filter, listed, selected, listTop }).toEqual({
      filter: before.filter,
      listed: before.listed,
      selected: before.selected,
      listTop: before.listTop,
    });
  });

  it('selects the first hit, and the article where it was begun once that is one', () => {
    const driven = drive();
    driven.press('1', '2', 'G', '/', ...'day');
    expect(selectedId(driven)).toBe('story-1');
    driven.press('backspace', 'backspace', 'backspace', ...'第');
    expect(selectedId(driven)).toBe('story-12');
  });

  it('selects the first hit, though others come above it', () => {
    const late = stories(50).map((story, at) =>
      at === 3
        ? { ...story, markdown: 'A gull.' }
        : at === 20
          ? { ...story, title: 'Gull' }
          : story,
    );
    const driven = driveReader(late);
    driven.press('/', ...'gu');
    expect([driven.state().listed.length, selectedId(driven)]).toEqual([1, 'story-21']);
    driven.press('l');
    expect([driven.state().listed.length, selectedId(driven)]).toEqual([2, 'story-4']);
  });

  it('brings back with the arrows what was asked before, and what was being typed', () => {
    const driven = drive({ lastSession: { ...LAST_SESSION, widths: NATURAL_WIDTHS } });
    driven.press('/', ...'first', 'enter', '/', ...'sec', 'up');
    expect(driven.state().prompt?.text).toBe('first');
    expect(driven.press('up', 'up').prompt?.text).toBe('third');
    expect(driven.press('down', 'down').prompt?.text).toBe('sec');
    expect(driven.press('up', 'up', 'enter')).toMatchObject({
      filter: { text: 'third' },
      asked: { filter: ['third', 'first'] },
    });
  });

  it.each([
    ['find', ['enter', '/'], 'day', ['/']],
    ['add', ['a'], 'http://a.test/x', ['a']],
    ['pipe', ['enter', '|'], 'wc -w', ['|']],
    ['follow', ['t', 'a'], 'a.test', ['t', 'a']],
  ])('brings back what was entered to %s', (kind, keys, text, again) => {
    const driven = drive();
    driven.press(...keys, ...text, 'enter', 'escape', ...again);
    expect(driven.state().prompt?.kind).toBe(kind);
    expect(driven.press('ctrl-u', 'up').prompt?.text).toBe(text);
    expect(driven.press('down').prompt?.text).toBe('');
    driven.press('escape', 'q', 'q', '/');
    expect(driven.press('up').prompt?.text).toBe('');
  });

  it('shows no count that is of another query', () => {
    const driven = drive();
    const end = () => rows(driven).at(-2)?.trim().split(/\s+/).slice(-2).join(' ');
    driven.press('/', ...'day');
    expect(end()).toBe('of 50');
    driven.press(...' is:');
    expect(end()).toMatch(/…$/);
    driven.press('x');
    expect(end()).toBe('no query');
  });

  it('takes only its words to the article', () => {
    const driven = drive();
    driven.press('/', ...'is:unread title:story "paragraph 2" -zebra', 'enter', 'enter');
    expect(driven.state().find?.text).toBe('paragraph 2');
  });

  it('of any length says how many of its articles are unread', () => {
    const scope = { kind: 'tag', name: 'The Post', query: 'source:post' } as const;
    const lastSession = { ...LAST_SESSION, scope, widths: NATURAL_WIDTHS, place: null };
    const many = stories(1).flatMap((story) =>
      Array.from({ length: 6000 }, (_, at) => ({ ...story, id: `story-${at}` })),
    );
    const driven = driveReader(many, { lastSession });
    expect(rows(driven)[0]).toMatch(/^ The Post +6000 articles, 6000 unread $/);
  });

  it('is left before the scope, and the scope before the reader', () => {
    for (const key of ['q', 'escape']) {
      const driven = drive();
      driven.press(']', '/', ...'4', 'enter');
      expect(driven.press(key)).toMatchObject({ filter: { text: '' }, scope: { name: 'Days' } });
      expect(driven.press(key).scope.kind).toBe('all');
      expect(driven.effects).toEqual([]);
      driven.press(key);
      expect(driven.effects).toEqual(key === 'q' ? [{ type: 'quit', interrupted: false }] : []);
    }
  });
});
