import { describe, expect, it } from 'vitest';
import { USUAL_KEYS } from '../../../src/core/keys/bindings.ts';
import { keyLabel } from '../../../src/core/keys/key-names.ts';
import { FEEDS_KEYS, KEYS, type KeyRow } from '../../../src/core/keys/key-table.ts';
import { keyHelp, withKeys } from '../../../src/core/keys/key-texts.ts';
import { readKeys } from '../../../src/core/keys/read-keys.ts';
import { displayWidth } from '../../../src/text/width.ts';
import { handleInput } from '../../../src/tui/input/handle-input.ts';
import { helpLines, KEYS_WIDTH } from '../../../src/tui/input/help-lines.ts';
import type { Pane } from '../../../src/tui/state/state.ts';
import { type Driven, driveReader, stories } from '../../support/reader/reader-state.ts';

const ROWS: readonly KeyRow[] = KEYS;
const BOUND = new Set(ROWS.flatMap(({ keys }) => keys));
const PANES: readonly Pane[] = ['list', 'article'];

const ARTICLES = stories(60);

/** The states that readers in the middle of things have by the usual keys, one a pane. */
const BUSY = new Map(
  PANES.map((pane) => {
    const driven = driveReader(ARTICLES, { columns: 120 });
    driven.press('/', 'o', 'enter', '4', '0', 'down');
    if (pane === 'article')
      driven.press('enter', '/', 'w', 'o', 'r', 'd', 's', 'enter', '1', '2', 'n');
    return [pane, driven.state()];
  }),
);

/** A reader in the middle of things, so that every key has something to do. */
function busyReader(pane: Pane, bindings = USUAL_KEYS): Driven {
  const state = BUSY.get(pane);
  if (state === undefined) throw new Error(`nobody is in the ${pane}`);
  return driveReader(ARTICLES, { state: { ...state, bindings } });
}

const WORKING = PANES.flatMap((pane) =>
  ROWS.filter((row) => row[pane] !== null).flatMap((row) =>
    row.keys.map((key) => [key, pane] as const),
  ),
);

/** What a set binds otherwise than the table. */
const OF_SETS = ['newsboat', 'vim', 'emacs'].flatMap((set) => {
  const { bindings } = readKeys({ set });
  return PANES.flatMap((pane) =>
    Array.from(bindings[pane].commands)
      .filter(([keys, id]) => USUAL_KEYS[pane].commands.get(keys) !== id)
      .map(([keys]) => [set, keys, pane] as const),
  );
});

it.each(OF_SETS)('The set %s has %s, which does something in the %s', (set, keys, pane) => {
  const { bindings } = readKeys({ set });
  const driven = busyReader(pane, bindings);
  const before = driven.state();
  const after = driven.press(...keys.split(' '));
  expect(after.note?.text ?? '').not.toContain('nothing here');
  expect(after !== before || driven.effects.length > 0).toBe(true);
});

describe('the table of keys', () => {
  it.each(WORKING)('has a key %s that does something in the %s', (key, pane) => {
    const driven = busyReader(pane);
    const before = driven.state();
    const after = driven.press(key);
    expect(after !== before || driven.effects.length > 0).toBe(true);
  });

  it('names each key once a pane', () => {
    for (const pane of PANES) {
      const keys = ROWS.filter((row) => row[pane] !== null).flatMap((row) => row.keys);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('holds every key the reader obeys', () => {
    const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
    const controls = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `ctrl-${letter}`);
    const busy = PANES.map((pane) => [pane, busyReader(pane).state()] as const);
    for (const name of [...printable, ...controls, 'backspace', 'shift-tab', 'tab', 'enter']) {
      if (BOUND.has(name) || /^\d$/.test(name)) continue;
      for (const [pane, state] of busy) {
        const { action, effect } = handleInput(state, { type: 'key', name });
        expect([name, action?.type, effect]).toEqual([name, 'dead-key', undefined]);
        expect(USUAL_KEYS[pane].commands.has(name)).toBe(false);
      }
    }
  });

  it.each([
    ['%', 'list', '% does nothing here, ? shows the keys'],
    ['}', 'list', '} is a key of the article: next heading'],
    ['S', 'article', 'S is a key of the list: next sort order'],
  ] as const)('says once why %s does nothing in the %s', (key, pane, why) => {
    const driven = busyReader(pane);
    expect(driven.press(key).note?.text).toBe(why);
    driven.press('j', 'k');
    expect(driven.press(key).note?.text).not.toBe(why);
  });

  it('has the keys of the place one is in first, each once, and those that are sought', () => {
    const text = (...call: Parameters<typeof helpLines>) =>
      helpLines(...call).map(({ spans }) => spans.map((part) => part.text).join(''));
    expect(text(80, 'article')[0]).toBe(' In the article');
    expect(text(80, 'feeds').slice(0, 2).join()).toMatch(/^ In the feeds, {2}Enter/);
    expect(text(80).filter((line) => line.endsWith('star, or no star'))).toHaveLength(1);
    expect(text(80, 'list', 'undo').join('|')).toMatch(
      /^ In the list\|\| marking\| {2} U +undo the last change$|^ In the list\|\| marking\|.*undo the last change$/,
    );
    expect(text(80, 'list', 'quince')).toEqual([' no key does that']);
  });

  it.each([20, 40, 79, 80, 120])('stands whole in the help of %i columns', (columns) => {
    const help = helpLines(columns)
      .map(({ spans }) => spans.map(({ text }) => text).join(''))
      .join(' ')
      .replace(/\s+/g, ' ');
    for (const { keys, list, article } of ROWS) {
      for (const key of keys) expect(help).toContain(keyLabel(key));
      for (const words of [list, article]) expect(help).toContain(words ?? '');
    }
    for (const { keys, does } of FEEDS_KEYS) {
      for (const key of keys) expect(help).toContain(keyLabel(key));
      expect(help).toContain(withKeys(USUAL_KEYS, does));
    }
  });

  it('has keys of the feeds, each once, that do something there', () => {
    const keys = FEEDS_KEYS.flatMap((row) => row.keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) {
      const driven = driveReader(ARTICLES, { saved: [{ name: 'Days', text: 'title:day' }] });
      const before = driven.press('t', 'j');
      const step = handleInput(before, { type: 'key', name: key });
      expect([key, step]).not.toEqual([key, {}]);
    }
  });

  it('fits its column of the help', () => {
    const cells = [...ROWS, ...FEEDS_KEYS].map(({ keys }) => keys.map(keyLabel).join('  '));
    for (const cell of cells) expect(displayWidth(cell)).toBeLessThan(KEYS_WIDTH);
  });

  it('becomes the table of the help', () => {
    const { rows } = keyHelp(USUAL_KEYS);
    expect(rows).toHaveLength(ROWS.length);
    expect(rows[0]).toEqual(['`j` `↓`', 'down', 'scroll down']);
  });
});
