// What the reader does with keys that are bound otherwise: chords, digits, and Ctrl-C, which never is.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEYS } from '../../../src/core/keys/key-table.ts';
import { readKeys } from '../../../src/core/keys/read-keys.ts';
import { helpLines } from '../../../src/tui/input/help-lines.ts';
import { lineText } from '../../support/reader/line-text.ts';
import { driveReader, stories } from '../../support/reader/reader-state.ts';
import { sampleDraft } from '../../support/web/drafts.ts';

const ARTICLES = stories(60);

/** Articles with headings. */
const HEADED = stories(3).map((story) => ({
  ...story,
  markdown: `## First\n\nWords.\n\n## Great\n\n${story.markdown}`,
}));

function drive(keys: Parameters<typeof readKeys>[0], size = {}, articles = ARTICLES) {
  return driveReader(articles, { columns: 120, ...size, bindings: readKeys(keys).bindings });
}

const isCtrlC = (effect: unknown) => expect(effect).toEqual({ type: 'quit', interrupted: true });

describe('a chord', () => {
  const own = { list: { last: 'g e', first: 'g g', down: ['j', 'Ctrl-X n'] } };

  it('waits for its next key, and does what it is bound to', () => {
    const driven = drive(own);
    expect(driven.press('g')).toMatchObject({ selected: 0, chord: 'g' });
    expect(driven.press('e')).toMatchObject({ selected: 59, chord: '' });
    expect(driven.press('g', 'g')).toMatchObject({ selected: 0, chord: '' });
  });

  it('has its count before it', () => {
    const driven = drive(own);
    expect(driven.press('1', '2')).toMatchObject({ count: '12' });
    expect(driven.press('ctrl-x')).toMatchObject({ count: '12', chord: 'ctrl-x' });
    expect(driven.press('n')).toMatchObject({ selected: 12, count: '', chord: '' });
    expect(driven.press('7', 'g', 'g').selected).toBe(6);
  });

  it('ends at Esc, at the mouse, and at a key that it has not, which is said', () => {
    const driven = drive(own);
    driven.press('/', 's', 't', 'o', 'r', 'y', 'enter', '3', 'g');
    expect(driven.press('escape')).toMatchObject({
      chord: '',
      count: '',
      filter: { text: 'story' },
    });
    driven.press('g');
    const wheel = { type: 'wheel', by: 1, column: 2, row: 5 } as const;
    expect(driven.hear(wheel).chord).toBe('');
    expect(driven.press('g', 'z')).toMatchObject({
      chord: '',
      note: { text: 'g z does nothing here, ? shows the keys' },
    });
    expect(driven.press('j').note).toBeNull();
    const led = drive({ set: 'emacs' });
    expect(led.press('ctrl-x', 'ctrl-g')).toMatchObject({ chord: '', note: null });
    const inFeeds = led.press('t', 'ctrl-x', 'ctrl-g');
    expect([inFeeds.chord, inFeeds.feeds]).toEqual(['', expect.anything()]);
    expect(led.press('ctrl-g').feeds).toBeNull();
  });

  it('may have digits, and go through the help', () => {
    const driven = drive({ list: { last: 'g 1 2', down: 'Ctrl-X n' } });
    expect(driven.press('g', '1').chord).toBe('g 1');
    expect(driven.press('2').selected).toBe(59);
    expect(driven.press('?', 'ctrl-x').chord).toBe('ctrl-x');
    expect(driven.press('n')).toMatchObject({ helpTop: 1, chord: '' });
  });
});

describe('a digit', () => {
  it('is a count unless it is bound, and goes on with one that was begun', () => {
    const driven = drive({ list: { star: '5' } });
    driven.press('5');
    expect(driven.effects).toMatchObject([{ type: 'mark' }]);
    expect(driven.press('1', '5', 'j').selected).toBe(15);
  });
});

describe('a command that has another key', () => {
  it('is said to be of it, in the hints of dead keys too', () => {
    const driven = drive({ article: { 'next-heading': 'H' }, list: { help: '!' } });
    expect(driven.press('H').note?.text).toBe('H is a key of the article: next heading');
    expect(driven.press('?').note?.text).toBe('? is a key of the article: these keys');
    expect(driven.press('}').note?.text).toBe('} does nothing here, ! shows the keys');
  });

  it('stands with it in the help, and not at all without one', () => {
    const { bindings } = readKeys({ list: { sort: 'g s', turn: false }, article: { next: 'b' } });
    const help = helpLines(80, 'list', '', bindings).map(lineText).join('\n');
    expect(help).toMatch(/^ {2}g s +next sort order$/m);
    expect(help).not.toContain('the same order turned round');
    expect(help).toMatch(/^ {2}b +next unread, or next hit$/m);
    const long = readKeys({ list: { next: ['Ctrl-X n', 'Ctrl-X Ctrl-N', 'n'] } });
    const rows = helpLines(80, 'list', '', long.bindings).map(lineText).join('\n');
    expect(rows).toMatch(/^ {2}Ctrl-X n {2}Ctrl-X Ctrl-N {2}n\n {20}next unread$/m);
  });

  it('is what the wheel and a click on the heading do, whatever their keys are', () => {
    const driven = drive({ list: { down: false, feeds: false } });
    expect(driven.hear({ type: 'wheel', by: 1, column: 2, row: 5 }).selected).toBeGreaterThan(0);
    expect(driven.hear({ type: 'click', column: 2, row: 0 }).feeds).not.toBeNull();
  });

  it('answers a prompt, a heading and a draft by Enter and Esc, though chords begin with them', () => {
    const keys = { article: { read: 'Enter x', star: 'Esc s', back: 'B', first: 'g g' } };
    const driven = drive(keys, {}, HEADED);
    driven.press('/', 's');
    expect(driven.press('escape').prompt).toBeNull();
    expect(driven.press('enter', 'c').contents).toBe(0);
    expect(driven.press('g')).toMatchObject({ contents: 2, chord: '' });
    expect(driven.press('enter')).toMatchObject({ contents: null, chord: '' });
    expect(driven.press('c', 'escape')).toMatchObject({ contents: null, chord: '' });
    expect(driven.press('escape').chord).toBe('escape');
    driven.press('s');
    expect(driven.press('enter').chord).toBe('enter');
    driven.press('x');
    expect(driven.effects.map(({ type }) => type)).toEqual(['list-again', 'mark', 'mark']);
    expect(driven.press('B').focus).toBe('list');
    driven.act({ type: 'read-page', source: 'the paste' });
    driven.act({ type: 'draft', draft: sampleDraft({}) });
    driven.press('enter');
    expect(driven.effects.at(-1)?.type).toBe('keep-draft');
    driven.press('escape');
    expect(driven.press('escape')).toMatchObject({ adding: null, chord: '' });
  });
});

const names = KEYS.map(({ id }) => id);
const keyTexts = fc.constantFrom(
  'j',
  'Ctrl-C',
  'g g',
  'g',
  'Esc',
  '?',
  'q',
  'Enter',
  '7',
  'g Ctrl-C',
);
const entry = fc.oneof(keyTexts, fc.array(keyTexts, { maxLength: 3 }), fc.constant(false));
const table = fc.dictionary(fc.constantFrom(...names, 'give-up', 'choose', 'seek'), entry);
const tables = fc.record({
  set: fc.constantFrom('newsprint', 'newsboat', 'vim', 'emacs'),
  list: table,
  article: table,
  feeds: table,
});
const KEY_NAMES = ['j', 'g', 'escape', '?', 'q', 'enter', '7', '/', 't', 'c', 'a', 'tab', 'ctrl-x'];

describe('Ctrl-C', () => {
  it('interrupts whatever is bound, and wherever one is', () => {
    fc.assert(
      fc.property(
        tables,
        fc.array(fc.constantFrom(...KEY_NAMES), { maxLength: 8 }),
        fc.constantFrom(10, 60, 170),
        (keys, presses, columns) => {
          const driven = drive(keys, { columns });
          driven.press(...presses, 'ctrl-c');
          isCtrlC(driven.effects.at(-1));
        },
      ),
      { numRuns: 60 },
    );
  });
});
