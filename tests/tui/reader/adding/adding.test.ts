import { describe, expect, it } from 'vitest';
import { createReadingMarks } from '../../../../src/tui/session/reading-marks.ts';
import type { Action } from '../../../../src/tui/state/reduce/reduce.ts';
import type { State } from '../../../../src/tui/state/state.ts';
import type { Input } from '../../../../src/tui/terminal/keys.ts';
import { screenRows } from '../../../support/reader/drawn-screen.tsx';
import {
  type Driven,
  driveReader,
  stories,
  testView,
} from '../../../support/reader/reader-state.ts';
import { sampleDraft } from '../../../support/web/drafts.ts';

const ARTICLES = stories(12);
const URL = 'https://example.org/story';
const PAGE = 'A headline\n\nBy Ann Example\n\nA paragraph of a page.';
const READING: Action = { type: 'read-page', source: URL };
const draft = sampleDraft({ dropped: [{ text: 'Advertisement', why: 'advertisement' }] });

const status = ({ state }: Driven) => screenRows(state(), testView()).at(-2)?.trim();
const step = ({ adding }: State) => adding?.step ?? null;
const paste = (text: string | null): Input => ({ type: 'paste', text });

/** A reader that shows a draft, read while the user waited. */
function preview(keys: readonly string[] = [], shown = draft, columns = 80): Driven {
  const driven = driveReader(ARTICLES, { columns });
  driven.press(...keys);
  driven.act(READING);
  driven.act({ type: 'draft', draft: shown });
  driven.effects.length = 0;
  return driven;
}

describe('a page to add', () => {
  it.each<[string, readonly (string | Input)[], unknown]>([
    ['is asked for by its URL', ['a', ...URL, 'enter'], { kind: 'urls', urls: [URL] }],
    [
      'is asked for from the article',
      ['enter', 'a', ...URL, 'enter'],
      { kind: 'urls', urls: [URL] },
    ],
    [
      'needs no scheme',
      ['a', ...'example.org', 'enter'],
      { kind: 'urls', urls: ['https://example.org', 'http://example.org'] },
    ],
    [
      'is read when it is pasted into the prompt',
      ['a', paste(PAGE)],
      { kind: 'paste', text: PAGE },
    ],
    [
      'is read when it is pasted over a URL',
      ['a', 'x', paste(PAGE)],
      { kind: 'paste', text: PAGE },
    ],
    ['is read when it is pasted into the list', [paste(PAGE)], { kind: 'paste', text: PAGE }],
    [
      'is read when it is pasted into an article',
      ['enter', paste(PAGE)],
      { kind: 'paste', text: PAGE },
    ],
    [
      'is asked for by a URL that is pasted, on Enter',
      [paste(URL), 'enter'],
      { kind: 'urls', urls: [URL] },
    ],
    [
      'is asked for by a URL that is pasted over another',
      ['a', ...'https://example.org/gone', paste(URL), 'enter'],
      { kind: 'urls', urls: [URL] },
    ],
    [
      'is asked for by a URL in pieces',
      ['a', ...'https://', paste('example.org/story'), 'enter'],
      { kind: 'urls', urls: [URL] },
    ],
  ])('%s', (_, inputs, source) => {
    const driven = driveReader(ARTICLES);
    for (const input of inputs) {
      if (typeof input === 'string') driven.press(input);
      else driven.hear(input);
    }
    expect(driven.effects).toEqual([{ type: 'take-in', source }]);
    expect([step(driven.state()), driven.state().prompt]).toEqual(['reading', null]);
  });

  it.each<[string, readonly (string | Input)[], string]>([
    ['nothing typed', ['a', 'enter'], '1 of 12'],
    ['blanks pasted', [paste(' \n ')], '1 of 12'],
    ['a word', ['a', ...'word', 'enter'], 'Add: word▏'],
    ['a path', ['a', ...'./a.md', 'enter'], 'that is no web address'],
    ['too large a paste', [paste(null)], 'the paste is larger than 10 MiB'],
    ['too large a paste into the prompt', ['a', paste(null)], 'the paste is larger than 10 MiB'],
    ['a URL pasted into the list', [paste(URL)], `Add: ${URL}▏`],
    ['a page pasted into the filter', ['/', paste('story\n\n2')], 'Filter: story 2▏'],
    ['a page pasted into the help', ['?', paste(PAGE)], 'Top'],
  ])('%s asks for nothing', (_, inputs, words) => {
    const driven = driveReader(ARTICLES);
    for (const input of inputs) {
      if (typeof input === 'string') driven.press(input);
      else driven.hear(input);
    }
    expect(driven.effects).toEqual([]);
    expect(status(driven)).toContain(words);
  });

  it('is not asked for in a library that is read-only', () => {
    const driven = driveReader(ARTICLES, { canAdd: false });
    driven.press('a');
    expect(status(driven)).toBe('this library is read-only: nothing can be added');
    driven.press('j');
    driven.hear(paste(PAGE));
    expect(status(driven)).toBe('this library is read-only: nothing can be added');
    expect([driven.effects, driven.state().prompt]).toEqual([[], null]);
  });
});

describe('while a page is read', () => {
  it('the reader goes on, and Esc stops it before it does anything else', () => {
    const driven = driveReader(ARTICLES);
    driven.press('/', ...'story', 'enter');
    driven.act(READING);
    expect(status(driven)).toMatch(/^fetching https:\/\/example\.org\/story +Esc stops it$/);
    driven.press('j', 'enter', 'j', 'h');
    expect(status(driven)).toContain('Esc stops it');
    driven.press('a');
    expect(status(driven)).toContain(`still reading ${URL}`);
    driven.press('escape');
    expect(driven.effects).toEqual([{ type: 'stop-adding' }]);
    expect([step(driven.state()), driven.state().filter.text, status(driven)]).toEqual([
      null,
      'story',
      'stopped',
    ]);
    driven.press('escape');
    expect(driven.state().filter.text).toBe('');
  });

  it('it is shown at once to who waits, and to who does not, when asked for', () => {
    expect(step(preview().state())).toBe('preview');
    const driven = driveReader(ARTICLES);
    driven.act(READING);
    driven.press('j');
    const before = driven.state();
    driven.act({ type: 'draft', draft });
    expect(driven.state()).toMatchObject({ focus: before.focus, selected: before.selected });
    expect(status(driven)).toMatch(/^read: A page to keep +a shows it$/);
    driven.hear(paste(PAGE));
    expect(status(driven)).toContain('a page waits to be seen');
    driven.press('enter', 'a');
    expect(step(driven.state())).toBe('preview');
    expect(driven.effects).toEqual([]);
  });

  it('it is forgotten where it was stopped', () => {
    const driven = driveReader(ARTICLES);
    driven.act(READING);
    driven.press('escape');
    driven.act({ type: 'draft', draft });
    expect(step(driven.state())).toBeNull();
  });

  it('that cannot be had leaves no URL in the line for the next', () => {
    const driven = driveReader(ARTICLES);
    driven.press('a', ...URL, 'enter');
    driven.act({ type: 'end-adding' });
    expect(driven.press('a').prompt?.text).toBe('');
  });
});

describe('the preview', () => {
  it('shows the article and says how to answer', () => {
    const driven = preview();
    const text = screenRows(driven.state(), testView()).join('\n');
    expect(text).toContain('Paragraph 1 of a page that somebody would like to keep');
    expect(status(driven)).toMatch(/^Enter keep · Esc discard · 1 left out +Top$/);
  });

  it.each<[string, number]>([
    ['j', 1],
    ['space', 19],
    ['d', 10],
    ['G', 23],
  ])('scrolls by %s', (key, top) => {
    const driven = preview();
    expect(driven.press(key).page?.top).toBe(top);
    driven.hear({ type: 'wheel', by: -1, column: 1, row: 5 });
    expect(driven.state().page?.top).toBe(Math.max(0, top - 3));
    expect(driven.press('g').page?.top).toBe(0);
  });

  it('finds words, and Esc lets go of them first', () => {
    const driven = preview();
    driven.press('/', ...'paragraph 1', 'enter', 'n');
    expect(status(driven)).toContain('hit 2 of 11');
    driven.press('escape');
    expect([driven.state().find, step(driven.state())]).toEqual([null, 'preview']);
  });

  it('shows what was left out and comes back', () => {
    const driven = preview();
    driven.press('tab');
    const lines = screenRows(driven.state(), testView());
    expect(lines.map((line) => line.trim())).toEqual(
      expect.arrayContaining(['1 piece left out', 'advertisement', 'Advertisement']),
    );
    expect(driven.press('tab').page?.id).toBe('/1');
    const whole = preview([], sampleDraft());
    whole.press('tab');
    expect(status(whole)).toBe('nothing was left out');
  });

  it.each(['m', 's', 'M', 'n', 'z', 'a', 'S', 'l'])(
    'does nothing on %s: it is no article yet',
    (key) => {
      const driven = preview(['j', 'enter']);
      const before = driven.state();
      driven.press(key);
      expect([driven.state(), driven.effects]).toEqual([before, []]);
    },
  );

  it.each(['escape', 'q', 'h', 'left'])('is discarded by %s, and all is as before', (key) => {
    for (const columns of [80, 120]) {
      for (const keys of [['j'], ['j', 'enter', 'j', 'j'], ['j', 'z']]) {
        const driven = driveReader(ARTICLES, { columns });
        const before = driven.press(...keys);
        driven.act(READING);
        driven.act({ type: 'draft', draft });
        driven.press('j', 'j', key);
        const { focus, articleOnly, selected, listTop, note, adding } = driven.state();
        expect({ focus, articleOnly, selected, listTop }).toEqual({
          focus: before.focus,
          articleOnly: before.articleOnly,
          selected: before.selected,
          listTop: before.listTop,
        });
        expect([note?.text, adding, driven.effects]).toEqual(['not kept', null, []]);
        if (before.focus === 'article') expect(driven.state().page).toEqual(before.page);
      }
    }
  });

  it('is kept by Enter, once', () => {
    const driven = preview();
    driven.press('enter', 'enter', 'j');
    expect(driven.effects).toEqual([{ type: 'keep-draft', draft }]);
    expect(status(driven)).toMatch(/^keeping its pictures +Esc stops$/);
    driven.press('escape');
    expect(driven.effects.at(-1)).toEqual({ type: 'stop-adding' });
    expect(status(driven)).toContain('Enter keep');
  });

  it('is no reading of any article', () => {
    const reading = createReadingMarks();
    const driven = preview(['j', 'enter', 'j']);
    const before = reading.see(driven.state());
    const seen = reading.see(driven.press('G'));
    expect([before, seen]).toEqual([[], []]);
  });

  it('refuses another page until it is answered', () => {
    const driven = preview();
    driven.hear(paste(PAGE));
    expect([driven.effects, status(driven)]).toEqual([[], 'first Enter or Esc for this page']);
  });
});

describe('a page without a headline', () => {
  const untitled = sampleDraft({ title: '' });

  it('asks for one, with the page in sight', () => {
    const driven = preview([], untitled);
    expect(status(driven)).toBe('Headline: ▏none was found: type one');
    expect(driven.press('down', 'down').page?.top).toBe(2);
    driven.press('enter');
    expect(status(driven)).toContain('it needs a headline');
    driven.press(...'My own', 'enter');
    expect(driven.effects).toEqual([{ type: 'entitle', draft: untitled, title: 'My own' }]);
    const titled = sampleDraft({ title: 'My own', number: 2 });
    driven.act({ type: 'draft', draft: titled });
    expect(status(driven)).toContain('Enter keep');
    driven.press('enter');
    expect(driven.effects.at(-1)).toEqual({ type: 'keep-draft', draft: titled });
  });

  it('is discarded by Esc', () => {
    const after = preview(['j'], untitled).press('x', 'escape');
    expect(after).toMatchObject({
      adding: null,
      prompt: null,
      focus: 'list',
      note: { text: 'not kept' },
    });
  });
});
