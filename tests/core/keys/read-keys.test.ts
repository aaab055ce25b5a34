// The keys that a user binds: what counts of them, what is wrong with them, and the sets that come with us.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Command,
  createBindings,
  keysOf,
  USUAL_KEYS,
} from '../../../src/core/keys/bindings.ts';
import { keyLabel, parseKeys } from '../../../src/core/keys/key-names.ts';
import { KEY_SETS } from '../../../src/core/keys/key-sets.ts';
import type { KeyPlace } from '../../../src/core/keys/key-table.ts';
import { firstKey, keyHelp, withKeys } from '../../../src/core/keys/key-texts.ts';
import { readKeys } from '../../../src/core/keys/read-keys.ts';
import { anyCharacter } from '../../support/machine/any-character.ts';

const PLACES: readonly KeyPlace[] = ['list', 'article', 'feeds'];

/** What keys do with a table, and what is wrong with it. */
function bound(table: Parameters<typeof readKeys>[0]) {
  const { bindings, faults } = readKeys(table);
  return {
    does: (place: KeyPlace, keys: string) => bindings[place].commands.get(keys) ?? null,
    keys: (place: KeyPlace, id: Command) => keysOf(bindings, place, id),
    said: faults.map(({ at, message }) => `${at.join('.')}: ${message}`),
  };
}

describe('the name of a key', () => {
  it.each([
    ['n', 'n'],
    ['N', 'N'],
    ['Shift-N', 'N'],
    ['g g', 'g g'],
    ['Ctrl-x  s', 'ctrl-x s'],
    ['^X', 'ctrl-x'],
    ['c-x', 'ctrl-x'],
    ['ESC', 'escape'],
    ['Return', 'enter'],
    ['Ctrl-M', 'enter'],
    ['Ctrl-I', 'tab'],
    ['Down', 'down'],
    ['↓', 'down'],
    ['PageDown', 'pagedown'],
    ['Alt-x', 'alt-x'],
    ['M-X', 'alt-X'],
    ['alt-left', 'alt-left'],
    ['Alt-Enter g', 'alt-enter g'],
    ['Ctrl-Alt-X', 'alt-ctrl-x'],
    ['Alt-Ctrl-x', 'alt-ctrl-x'],
    ['C-M-m', 'alt-enter'],
    ['Alt--', 'alt--'],
    ['ö', 'ö'],
    ['o\u0308', 'ö'],
    ['-', '-'],
    ['^', '^'],
    ['7', '7'],
  ])('%s is %s', (text, keys) => {
    expect(parseKeys(text)).toEqual({ keys });
  });

  it.each([
    ['', 'no key in the quotation marks'],
    ['   ', 'no key in the quotation marks'],
    ['Entr', "unknown key 'Entr', did you mean Enter?"],
    ['Ctrl-1', "unknown key 'Ctrl-1'"],
    ['gg', "unknown key 'gg'"],
    ['\u001b', "unknown key ''"],
    ['\u202e', "unknown key ''"],
    ['g Esc', "'g Esc' cannot be bound: Esc ends what was begun"],
    ['ctrl-c', "'ctrl-c' cannot be bound: Ctrl-C quits"],
    ['g ^C', "'g ^C' cannot be bound: Ctrl-C quits"],
    ['Ctrl-Alt-C', "'Ctrl-Alt-C' cannot be bound: Ctrl-C quits"],
    ['Alt-Esc', "unknown key 'Alt-Esc'"],
    ['Alt-Alt-x', "unknown key 'Alt-Alt-x'"],
    ['Alt-', "unknown key 'Alt-'"],
  ])('%j is none: %s', (text, problem) => {
    const parsed = parseKeys(text);
    expect('problem' in parsed && parsed.problem.startsWith(problem)).toBe(true);
  });

  it('is read back as it is shown, of every key that is bound', () => {
    for (const set of Object.keys(KEY_SETS)) {
      const { bindings } = readKeys({ set });
      const all = PLACES.flatMap((place) => [...bindings[place].commands.keys()]);
      for (const keys of all.filter((one) => one !== 'ctrl-c')) {
        expect(parseKeys(keyLabel(keys))).toEqual({ keys });
      }
    }
  });

  it('of anything at all is read back as it is shown, or is none', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', 'Alt-'),
        fc.string({ unit: anyCharacter, maxLength: 12 }),
        (alt, text) => {
          const parsed = parseKeys(`${alt}${text}`);
          if ('keys' in parsed) expect(parseKeys(keyLabel(parsed.keys))).toEqual(parsed);
        },
      ),
    );
  });
});

describe('what is bound', () => {
  it('is as the table has it where nobody binds anything', () => {
    expect(readKeys({})).toMatchObject({ bindings: USUAL_KEYS, faults: [] });
    expect(createBindings({})).toEqual(USUAL_KEYS);
  });

  it('has a key, a chord, several keys or none for a command', () => {
    const { does, keys, said } = bound({
      list: { next: 'b', read: 'Ctrl-X r', first: ['g g', 'Home'], mute: false, star: [] },
    });
    expect(said).toEqual([]);
    expect(['b', 'n', 'ctrl-x r', 'ctrl-x', 'g g', 'g'].map((one) => does('list', one))).toEqual([
      'next',
      null,
      'read',
      null,
      'first',
      null,
    ]);
    expect([keys('list', 'mute'), keys('list', 'star')]).toEqual([[], []]);
    expect(does('article', 'n')).toBe('next');
  });

  it('takes a key from a command that has others', () => {
    const { does, keys, said } = bound({ list: { next: 'j', previous: 'k' } });
    expect(said).toEqual([]);
    expect([does('list', 'j'), does('list', 'k')]).toEqual(['next', 'previous']);
    expect(keys('list', 'down')).toEqual(['down']);
  });

  it('says when it takes the last key of a command, but not of one that was given another', () => {
    expect(bound({ list: { star: 'm' } }).said).toEqual([
      "list.star: 'm' was the last key of read, which has none now",
    ]);
    expect(bound({ list: { star: 'm', read: 's' } }).said).toEqual([]);
    expect(bound({ list: { star: 'm', read: false } }).said).toEqual([]);
  });

  it('is the first of two commands on one key', () => {
    const { does, keys, said } = bound({ list: { next: 'b', read: ['m', 'b'] } });
    expect(said).toEqual(["list.read: 'b' is a key of next already"]);
    expect(does('list', 'b')).toBe('next');
    expect(keys('list', 'read')).toEqual(['m']);
  });

  it('takes no key that a chord only begins with', () => {
    const { keys, said } = bound({
      list: { next: ['n', 'g n'], star: 'g n n' },
      article: { star: 'm n' },
    });
    expect(said).toEqual([]);
    expect(keys('list', 'first')).toEqual(['g', 'home']);
    expect([keys('list', 'star'), keys('article', 'read')]).toEqual([['g n n'], ['m']]);
  });

  it.each([
    [{ set: 'nwesboat' }, "set: unknown set of keys 'nwesboat', did you mean newsboat?"],
    [{ set: 7 }, "set: unknown set of keys '7': choose from: newsprint, newsboat, vim, emacs"],
    [{ lists: {} }, "lists: unknown table of keys 'lists', did you mean list?"],
    [{ list: 'j' }, 'list: the keys of the list are a table: [keys.list]'],
    [{ list: { dwon: 'j' } }, "list.dwon: unknown command 'dwon', did you mean down?"],
    [{ list: { follow: 'j' } }, 'list.follow: follow is a command of the article, not of the list'],
    [{ feeds: { open: 'j' } }, 'feeds.open: open is a command of the list, not of the feeds'],
    [{ list: { quit: 'Ctrl-C' } }, "list.quit: 'Ctrl-C' cannot be bound: Ctrl-C quits"],
    [{ list: { interrupt: 'i' } }, "list.interrupt: 'interrupt' cannot be bound: Ctrl-C quits"],
    [{ list: { next: true } }, "list.next: bad value 'true' for next: it takes a key"],
    [{ list: { next: [1] } }, "list.next: bad value '1' for next: it takes a key"],
  ])('of %j is what it was', (table, message) => {
    const { said } = bound(table);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(message);
    expect(readKeys(table).bindings).toEqual(USUAL_KEYS);
  });

  it('moves in the feeds by the keys of the list, unless those of the feeds are others', () => {
    const list = { down: ['Ctrl-N', 'n'], undo: 'Z' };
    const shared = bound({ list });
    expect(shared.keys('feeds', 'down')).toEqual(['ctrl-n']);
    expect(shared.does('feeds', 'n')).toBe('next-news');
    expect(shared.keys('feeds', 'undo')).toEqual(['Z']);
    expect(bound({ list, feeds: { down: 'J' } }).keys('feeds', 'down')).toEqual(['J']);
    expect(bound({ list: { down: 'n' } }).keys('feeds', 'down')).toEqual(['j', 'down']);
  });
});

describe('the set of keys', () => {
  it.each(Object.keys(KEY_SETS))('%s has no clash, and a key for every command', (set) => {
    expect(readKeys(KEY_SETS[set] ?? {}).faults).toEqual([]);
    const { bindings, faults } = readKeys({ set });
    expect(faults).toEqual([]);
    for (const place of PLACES) {
      const without = Array.from(bindings[place].keys).filter(([, keys]) => keys.length === 0);
      const names = without.map(([id]) => id);
      // All feeds are fetched from the list.
      expect([place, names.filter((id) => !(place === 'feeds' && id === 'fetch'))]).toEqual([
        place,
        [],
      ]);
    }
  });

  it.each(Object.keys(KEY_SETS))('%s has no key that a recipe of the help begins with', (set) => {
    const { bindings } = readKeys({ set });
    const help = readFileSync('src/commands/help/commands.md', 'utf8');
    const firsts = Array.from(help.matchAll(/^key = "(\S+)/gm), ([, key = '']) => parseKeys(key));
    expect(firsts.length).toBeGreaterThan(6);
    const isTaken = (keys: string) => PLACES.some((place) => bindings[place].commands.has(keys));
    expect(firsts.filter((one) => 'problem' in one || isTaken(one.keys))).toEqual([]);
  });

  it('is what the user’s own keys change', () => {
    const { does } = bound({ set: 'newsboat', list: { star: 's' } });
    expect([does('list', 's'), does('list', 'N'), does('list', 'ctrl-e')]).toEqual([
      'star',
      'read',
      null,
    ]);
  });
});

describe('a text that names keys', () => {
  it('has those that are bound', () => {
    const { bindings } = readKeys({
      set: 'newsboat',
      article: { next: false },
      list: { next: 'g g', turn: false },
    });
    expect(withKeys(bindings, '{next} and {undo}, {turn}; {no-such} {{feeds}}')).toBe(
      'g g and U, no key; {no-such} {{feeds}}',
    );
    expect([firstKey(bindings, 'next', 'article'), firstKey(bindings, 'read')]).toEqual(['', 'N']);
  });

  it('has cells that are Markdown whatever is bound', () => {
    const { bindings } = readKeys({ list: { next: ['|', '`'] } });
    expect(keyHelp(bindings).rows).toContainEqual(['`\\|` `` ` ``', 'next unread', '']);
    expect(keyHelp(bindings).rows).toContainEqual(['`n`', '', 'next unread, or next hit']);
  });
});
