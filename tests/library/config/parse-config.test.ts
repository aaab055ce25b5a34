// config.toml as it is read: what fits is set, and everything else is named in its place.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleConfig } from '../../../src/commands/config.ts';
import { cleanLine } from '../../../src/core/clean.ts';
import { formatProblem } from '../../../src/core/errors.ts';
import { parseConfig } from '../../../src/library/config/parse-config.ts';
import {
  isValueOf,
  SETTING_NAMES,
  SETTINGS,
  type Setting,
} from '../../../src/library/config/settings.ts';
import { STYLED } from '../../../src/text/themes.ts';
import { anyCharacter } from '../../support/machine/any-character.ts';

function read(text: string) {
  const { values, problems } = parseConfig(text, 'config.toml');
  const set = Array.from(values, ([name, { value, line }]) => [name, value, line]);
  return { set, problems: problems.map(formatProblem) };
}

test('Each setting takes what it is by itself, and nothing of another kind', () => {
  for (const name of SETTING_NAMES) {
    const { default: usual, choices, allowsOthers }: Setting = SETTINGS[name];
    expect([name, isValueOf(name, usual)]).toEqual([name, true]);
    for (const odd of [null, [], {}, 'true', true, Number.NaN]) {
      const isLike = typeof odd === typeof usual && (typeof odd !== 'object' || odd !== null);
      if (!isLike || (choices !== undefined && !allowsOthers))
        expect([name, isValueOf(name, odd)]).toEqual([name, false]);
    }
    for (const choice of choices ?? []) expect(isValueOf(name, choice)).toBe(true);
    if (choices !== undefined && !allowsOthers)
      expect(isValueOf(name, 'something else')).toBe(false);
  }
});

test('A file is read with the lines that its settings stand in', () => {
  const text = '# mine\ntheme = "dark"\n\n"measure" = 90 # wide\r\nmouse=false\n';
  expect(read(text)).toEqual({
    set: [
      ['theme', 'dark', 2],
      ['measure', 90, 4],
      ['mouse', false, 5],
    ],
    problems: [],
  });
  expect(read(`\ufeff${text}`).set).toHaveLength(3);
});

test('Of the keys what is wrong hides nothing else, and what counts is as it was written', () => {
  const text =
    '[keys]\nset = "vim"\n[keys.list]\nnext = ["b", "Ctrl-C", "Down", "g n"]\nmute = false\nup = []\n';
  expect(read(text)).toEqual({
    set: [['keys', { set: 'vim', list: { next: ['b', '↓', 'g n'], mute: false, up: false } }, 1]],
    problems: ["config.toml:4:8: 'Ctrl-C' cannot be bound: Ctrl-C quits"],
  });
});

test('A set of keys may be named in a line', () => {
  expect(read('keys = "newsboat"\n').set).toEqual([['keys', { set: 'newsboat' }, 1]]);
  expect(read('\nkeys = "newsbaot"\n')).toEqual({
    set: [['keys', { set: 'newsprint' }, 2]],
    problems: ["config.toml:2:8: unknown set of keys 'newsbaot', did you mean newsboat?"],
  });
});

test('Two deeds on one key are named with both, and the key stays what the table of keys says', () => {
  const command = (key: string) => `[[commands]]\nkey = "${key}"\nname = "save"\nrun = "true"\n`;
  const text = `${command('W')}${command('Ctrl-T')}[keys.article]\nnext = "g g"\n[keys.list]\nsort = ["S", "Ctrl-T"]\n`;
  const { programs, values } = parseConfig(text + command('g'), 'config.toml');
  expect(programs.commands.map(({ key }) => key)).toEqual(['W', 'g']);
  expect(values.get('keys')?.value).toMatchObject({ list: { sort: ['S', 'Ctrl-T'] } });
  expect(read(text + command('g') + command('W')).problems).toEqual([
    "config.toml:6:1: 'Ctrl-T' for 'save' is the key of 'sort' already",
    "config.toml:18:1: 'W' for 'save' is the key of 'save' already",
  ]);
});

test.each([
  ['measur = 90', "config.toml:1:1: unknown setting 'measur', did you mean measure?"],
  ['  colour = "red"', "config.toml:1:3: unknown setting 'colour'"],
  ['[sort]\nby = 1', 'config.toml:1:2: bad value \'{"by":1}\' for sort: choose from: last'],
  ['[sytles]\nlink = ""', "config.toml:1:2: unknown table 'sytles'"],
  ['theme = "drak"', "config.toml:1:9: bad value 'drak' for theme, did you mean dark?"],
  [
    'theme = "purple"',
    "config.toml:1:9: bad value 'purple' for theme: choose from: auto, terminal",
  ],
  ['measure = 19', "config.toml:1:11: bad value '19' for measure: it takes 0, or 20 and up"],
  ['measure = 20.5', "config.toml:1:11: bad value '20.5' for measure"],
  ['measure = "90"', "config.toml:1:11: bad value '90' for measure"],
  ['fetch_every = -1', "bad value '-1' for fetch_every: it takes a whole number from 0"],
  ['mouse = 1', "config.toml:1:9: bad value '1' for mouse: it takes true or false"],
  ['editor = 7', "bad value '7' for editor: it takes a text in quotation marks"],
  ['mouse = 2026-01-01', 'config.toml:1:9: bad value'],
  ['styles = "bold"', "config.toml:1:10: bad value 'bold' for styles: it is a table: [styles]"],
  ['[styles]\nheadlin = ""', "config.toml:2:1: unknown role 'headlin', did you mean headline?"],
  ['[styles]\nlink = "bod"', "config.toml:2:1: unknown word 'bod' in the style of link, did you"],
  ['[styles]\nlink = 3', 'config.toml:2:1: the style of link is no text in quotation marks'],
  ['styles.link = "300"', "config.toml:1:1: unknown word '300' in the style of link"],
  ['keys = 3', "config.toml:1:8: bad value '3' for keys: it is a table: [keys]"],
  ['[keys]\nset = "vmi"', "config.toml:2:7: unknown set of keys 'vmi', did you mean vim?"],
  ['[keys.lsit]\nnext = "n"', "config.toml:1:2: unknown table of keys 'lsit', did you mean list?"],
  ['[keys.list]\n  nxet = "n"', "config.toml:2:3: unknown command 'nxet', did you mean next?"],
  ['[keys.list]\nnext = "b"\n\nread = "b"', "config.toml:4:8: 'b' is a key of next already"],
  ['[keys]\nlist.next = "Ctlr-X"', "config.toml:2:13: unknown key 'Ctlr-X', did you mean Ctrl-X?"],
  ['downloads = "~ada"', "config.toml:1:13: bad value '~ada' for downloads: it takes a folder"],
  ['downloads = "c:new"', "config.toml:1:13: bad value 'c:new' for downloads: it takes a folder"],
  ['dates = "x y"', "config.toml:1:9: bad value 'x y' for dates: it takes a language"],
  ['columns = "title"', `bad value 'title' for columns: it takes a list of: marks, date, read`],
  ['columns = ["title", "autors"]', "bad value 'autors' for columns, did you mean authors?"],
  ['columns = [["title"]]', `bad value '["title"]' for columns: it takes a list of`],
  ['theme =', 'config.toml:1:8: this is no TOML: '],
  ['theme = dark', 'config.toml:1:9: this is no TOML: invalid value'],
  ['theme = "dark"\ntheme = "light"', 'config.toml:2:1: this is no TOML: trying to redefine'],
  ['just words', 'config.toml:1:6: this is no TOML: illegal character'],
  ['browser = """\nfirefox', 'config.toml:1:11: this is no TOML: unfinished string'],
])('%j is named with its place', (text, said) => {
  const { problems } = read(`${text}\n`);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems[0]).toContain(said);
});

test.each([
  'just words',
  'theme = "a',
  'x = [1,',
  '[half',
  'measur = 1',
  'mouse = 3',
  '[[odd]]\na=1\n',
])('The broken line %j hides nothing before it', (line) => {
  const { set, problems } = read(`bidi = "on"\nmeasure = 90\n${line}`);
  expect(set).toEqual([
    ['bidi', 'on', 1],
    ['measure', 90, 2],
  ]);
  expect(problems).toHaveLength(1);
});

test('A bad style hides no other', () => {
  const { values } = parseConfig('[styles]\nlink = "bod"\nheadline = "bold"\nx = ""\n', 'a');
  expect(values.get('styles')).toEqual({ value: { headline: 'bold' }, line: 1 });
});

test.each(['just words', 'theme = "a', 'theme = ', '[half'])(
  'The broken line %j hides nothing after it',
  (line) => {
    expect(read(`${line}\nmeasure = 90\nmouse = false`)).toMatchObject({
      set: [
        ['measure', 90, 2],
        ['mouse', false, 3],
      ],
      problems: [expect.stringMatching(/^config\.toml:1:/)],
    });
  },
);

test('No text is an error, and what of it counts fits', () => {
  const word = fc.constantFrom(...SETTING_NAMES, ...STYLED, '[', ']', '=', '"', '#', '\n', '.');
  const value = fc.constantFrom('"dark"', '90', 'true', '"bold red"', '{', '}', '[1,', "'", '1e9');
  const text = fc
    .array(fc.oneof(word, value, fc.string({ unit: anyCharacter })))
    .map((all) => all.join(' '));
  fc.assert(
    fc.property(text, (one) => {
      const { values, problems } = parseConfig(one, 'config.toml');
      for (const [name, { value: set }] of values) expect(isValueOf(name, set)).toBe(true);
      for (const { line = 0, column = 0, message } of problems) {
        expect(Math.min(line, column)).toBeGreaterThan(0);
        expect(message).toBe(cleanLine(message));
      }
    }),
  );
});

describe('a file that is none of ours', () => {
  test.each([
    'x '.repeat(10_000),
    'x\n'.repeat(10_000),
    '['.repeat(10_000),
    'a.'.repeat(5000),
    '\u0000\u001b[31m = 1',
    '__proto__ = 1\nconstructor = 2\n[toString]\na = 1',
  ])('is passed over (%#)', (text) => {
    const { set, problems } = read(text);
    expect(set).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(30);
    expect(problems.join('')).not.toContain('\u001b');
  });
});

test('The file that --init writes sets nothing, and without its signs what is so anyhow', () => {
  expect(read(sampleConfig())).toEqual({ set: [], problems: [] });
  const { set, problems } = read(sampleConfig().replaceAll(/^# (?=\w+ = |\[)/gm, ''));
  expect(problems).toEqual([]);
  expect(set.map(([name, value]) => [name, value])).toEqual(
    SETTING_NAMES.map((name) => [name, SETTINGS[name].default]),
  );
});

test.each([
  ['sh', '-c', 'echo {title}'],
  ['/bin/bash', '-lc', 'echo {title}'],
  ['bash', '-o', 'pipefail', '-c', 'echo {title}'],
  ['env', 'X=1', 'sh', '-c', '--', 'echo {title}'],
  ['xargs', '-n', '1', 'sh', '-ec', '{title}'],
  ['python3.12', '-c', 'print("{title}")'],
  ['perl', '-lne', 'print {title}'],
  ['perl', '-eprint q({title})'],
])('A headline is filled into no program: %j %j …', (...words) => {
  const run = `run = ${JSON.stringify(words)}\n`;
  const text = `[[commands]]\nkey = "W"\nname = "n"\n${run}[[hooks]]\non = "read"\n${run}`;
  const { programs, problems } = parseConfig(text, 'config.toml');
  expect([programs.commands, programs.hooks]).toEqual([[], []]);
  const why = '{title} would be run as a program: there "$NEWSPRINT_TITLE" stands for it';
  expect(problems.map(formatProblem)).toEqual([
    `config.toml:4:1: ${why}`,
    `config.toml:7:1: ${why}`,
  ]);
});

test.each([
  ['sh', '-c', 'echo "$1"', 'sh', '{title}'],
  ['sh', '-c', 'echo "$NEWSPRINT_TITLE"'],
  ['node', 'save.js', '-e', '{title}'],
  ['wget', '-c', '{url}'],
  ['perl', '-ne', '{print}'],
])('A headline is a word of its own: %j %j …', (...words) => {
  const text = `[[hooks]]\non = "read"\nrun = ${JSON.stringify(words)}\n`;
  expect(parseConfig(text, 'config.toml').problems).toEqual([]);
});
