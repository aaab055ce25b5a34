// The one table of settings: the check of config.toml, the help, the manual page and the schema read it.
import { isAbsolute } from 'node:path';
import { SORT_KEYS } from '../../core/article/article-order.ts';
import { languageOf } from '../../core/dates/format-dates.ts';
import { type Problem, quoteValue } from '../../core/errors.ts';
import { isObject } from '../../core/json.ts';
import type { KeysTable } from '../../core/keys/key-sets.ts';
import { meant } from '../../core/nearest.ts';
import { parseRetention } from '../../core/retention.ts';
import { PICTURE_CHOICES } from '../../text/pictures/picture-protocols.ts';
import { BIDI_CHOICES } from '../../text/text-order.ts';
import { parseStyle, STYLE_WORDS, STYLED, THEMES } from '../../text/themes.ts';
import { ROW_FIELDS } from '../finder/row-fields.ts';
import type { Programs } from './programs.ts';

/** Styles by the names of roles. */
export type Styles = Readonly<Record<string, string>>;
type Value = string | number | boolean | readonly string[] | Styles | KeysTable;

/** The type of its default is that of its values. */
export interface Setting {
  readonly default: Value;
  readonly does: string;
  /** Texts that it takes; any without them. */
  readonly choices?: readonly string[];
  /** Possible items of a list. */
  readonly items?: () => readonly string[];
  /** Whether the user can define further choices. */
  readonly allowsOthers?: true;
  /** Whether it takes a text, and in words which; any by default. */
  readonly isValid?: (text: string) => boolean;
  readonly takes?: string;
  /** A table's header in TOML. */
  readonly header?: string;
  /** Least number beside 0. */
  readonly minimum?: number;
  /** The flag that wins over all else. */
  readonly flag?: string;
  /** Variables that win over the file, and what a text in one means; `undefined` for nothing. */
  readonly variables?: Readonly<Record<string, (text: string) => Value | undefined>>;
}

const isLanguage = (text: string): boolean => text === '' || languageOf(text) !== null;
const asIs = (text: string): string => text;

type ListOrder = Exclude<(typeof SORT_KEYS)[number], 'relevance'>;
const isOfLists = (key: string): key is ListOrder => key !== 'relevance';
const ORDERS = /* @__PURE__ */ SORT_KEYS.filter(isOfLists).flatMap(
  (key) => [key, `-${key}`] as const,
);

const NO_STYLES: Styles = {};
const NO_WORDS: readonly string[] = [];
const USUAL_SET: KeysTable = { set: 'newsprint' };

/** Every setting by its name, in the order of the help. */
export const SETTINGS = {
  theme: {
    default: 'auto',
    choices: THEMES,
    allowsOthers: true,
    flag: 'theme',
    does: 'the colours',
  },
  measure: {
    default: 76,
    minimum: 20,
    flag: 'width',
    does: 'columns of a page on a terminal; 0 for all',
  },
  side_by_side: {
    default: 100,
    minimum: 60,
    does: 'columns for article beside list; 0: never',
  },
  three_panes: {
    default: 160,
    minimum: 100,
    does: 'columns for the feeds beside them; 0: never',
  },
  sort: {
    default: 'last',
    choices: ['last', ...ORDERS],
    does: 'how the list is sorted; a - turns it round',
  },
  opens: {
    default: 'unread',
    choices: ['unread', 'last', 'all'],
    does: 'what is listed first',
  },
  read_at: {
    default: 'end',
    isValid: (text) => /^(?:open|end|never|\d{1,4}s)$/.test(text),
    takes: '"open", "end", "never", or seconds since it was opened, as "10s"',
    does: 'when an article is read: open, end, never, 10s',
  },
  columns: {
    default: NO_WORDS,
    items: () => [...ROW_FIELDS.keys()],
    does: 'a list: what a row of the list shows',
  },
  dates: {
    default: '',
    isValid: isLanguage,
    takes: 'a language, as de or en-GB',
    variables: { LC_ALL: asIs, LC_TIME: asIs },
    does: 'the language of dates: de, sv, en-GB',
  },
  pictures: {
    default: 'auto',
    choices: PICTURE_CHOICES,
    flag: 'pictures',
    does: 'how the reader shows pictures',
  },
  fetch_pictures: {
    default: false,
    does: 'whether pictures of an open article are fetched',
  },
  bidi: {
    default: 'auto',
    choices: BIDI_CHOICES,
    flag: 'bidi',
    does: 'whether text from right to left is put in order',
  },
  mouse: { default: true, does: 'whether the reader takes clicks and the wheel' },
  motion: {
    default: true,
    flag: 'no-motion',
    variables: { NO_MOTION: () => false },
    does: 'whether things move by themselves, as progress',
  },
  accessible: {
    default: false,
    flag: 'accessible',
    variables: { INK_SCREEN_READER: (text) => /^(?:1|true)$/.test(text) || undefined },
    does: 'whether the reader shows plain lines',
  },
  fetch_every: {
    default: 0,
    minimum: 1,
    flag: 'fetch-every',
    does: 'minutes between fetches; 0 for none by itself',
  },
  keep: {
    default: '',
    isValid: (text) => text === '' || parseRetention(text) !== null,
    takes: '"200", so many articles, or "90d", those of so many days',
    does: 'what is kept of each feed, as "200" or "90d"',
  },
  browser: {
    default: '',
    variables: { BROWSER: asIs },
    does: 'what opens links: commands, with : between them',
  },
  player: { default: '', does: 'what opens enclosed files; else the browser' },
  downloads: {
    default: '~/Downloads',
    isValid: (text) => /^~(?=[/\\]|$)/.test(text) || isAbsolute(text),
    takes: 'a folder in quotation marks, from ~ or / on',
    does: 'the folder for what is downloaded',
  },
  editor: {
    default: '',
    variables: { VISUAL: asIs, EDITOR: asIs },
    does: 'the command that edits files',
  },
  styles: { default: NO_STYLES, header: '[styles]', does: 'a table: how single roles look' },
  keys: { default: USUAL_SET, header: '[keys]', does: 'a table: a set of keys, and your own' },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;

type ValueOf<One> = One extends { readonly allowsOthers: true }
  ? string
  : One extends { readonly choices: readonly (infer Choice)[] }
    ? Choice
    : One extends { readonly default: boolean }
      ? boolean
      : One extends { readonly default: number }
        ? number
        : One extends { readonly default: string }
          ? string
          : One extends { readonly default: readonly string[] }
            ? readonly string[]
            : One extends { readonly default: KeysTable }
              ? One['default']
              : never;

export type Settings = {
  readonly [Name in SettingName]: ValueOf<(typeof SETTINGS)[Name]>;
};

export const SETTING_NAMES: readonly SettingName[] = /* @__PURE__ */ Object.keys(SETTINGS).filter(
  isSetting,
);

export function isSetting(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

/** Tables of which only those who use them are read: what is in them takes long to check. */
export const LONG_TABLES = ['keys', 'commands', 'hooks', 'sync'] as const;
export type LongTable = (typeof LONG_TABLES)[number];

/** What config.toml says, as far as it was read. */
export interface Config {
  /** What is set, each fit for its setting, and in which line, from 1. */
  readonly values: ReadonlyMap<SettingName, { readonly value: unknown; readonly line: number }>;
  /** The themes in the folder beside it, by their names. */
  readonly themes: ReadonlyMap<string, Styles>;
  readonly programs: Programs;
  readonly problems: readonly Problem[];
}

export const NO_CONFIG: Config = {
  values: new Map(),
  themes: new Map(),
  programs: { commands: [], hooks: [], passwords: {} },
  problems: [],
};

export function takenBy(known: Setting): string {
  const {
    default: usual,
    choices,
    items,
    takes = 'a text in quotation marks',
    header,
    minimum = 0,
  } = known;
  if (items !== undefined) return `it takes a list of: ${items().join(', ')}`;
  if (choices !== undefined) return `choose from: ${choices.join(', ')}`;
  if (typeof usual === 'boolean') return 'it takes true or false';
  if (typeof usual === 'string') return `it takes ${takes}`;
  if (typeof usual === 'object') return `it is a table: ${header}`;
  return minimum > 1 ? `it takes 0, or ${minimum} and up` : 'it takes a whole number from 0';
}

const MOST = 999_999_999;

/** The first of a list that may not be in it. */
function oddItem(items: readonly string[], list: readonly unknown[]): unknown {
  return list.find((one) => !items.some((item) => item === one));
}

function fits(known: Setting, value: unknown): value is Value {
  const { default: usual, choices, items, allowsOthers, isValid, minimum = 0 } = known;
  if (items !== undefined) return Array.isArray(value) && oddItem(items(), value) === undefined;
  if (typeof value !== typeof usual) return false;
  if (typeof usual === 'object') return isObject(value);
  if (typeof value === 'string' && isValid?.(value) === false) return false;
  if (typeof value !== 'number')
    return allowsOthers ?? choices?.some((choice) => choice === value) ?? true;
  return Number.isInteger(value) && value <= MOST && (value === 0 || value >= minimum);
}

/** What is wrong with a style of the table; `null` where nothing is. */
export function styleProblem(role: string, style: unknown): string | null {
  if (!STYLED.some((name) => name === role)) {
    return `unknown role ${quoteValue(role)}${meant(role, STYLED)}`;
  }
  if (typeof style !== 'string') return `the style of ${role} is no text in quotation marks`;
  const odd = parseStyle(style, 24);
  if (typeof odd !== 'string') return null;
  return `unknown word ${quoteValue(odd)} in the style of ${role}${meant(odd, STYLE_WORDS)}`;
}

/** Whether it is one of the program's, or of the user's. */
export function isKnownTheme(name: unknown, themes: Config['themes']): boolean {
  return typeof name === 'string' && (themes.has(name) || THEMES.some((theme) => theme === name));
}

export function isValueOf<Name extends SettingName>(
  name: Name,
  value: unknown,
): value is Settings[Name] {
  return fits(SETTINGS[name], value);
}

export function areSettings(values: Readonly<Record<string, unknown>>): values is Settings {
  return SETTING_NAMES.every((name) => isValueOf(name, values[name]));
}

/** What is wrong with a value. @param others that it takes beside those of the table */
export function badValue(name: SettingName, value: unknown, others: readonly string[]): string {
  const { choices = [], items = () => [] }: Setting = SETTINGS[name];
  const inList = Array.isArray(value) ? items() : [];
  const odd = Array.isArray(value) ? (oddItem(inList, value) ?? value) : value;
  const shown = typeof odd === 'object' ? JSON.stringify(odd) : String(odd);
  const way = meant(shown, [...choices, ...inList, ...others]) || `: ${takenBy(SETTINGS[name])}`;
  return `bad value ${quoteValue(shown)} for ${name}${way}`;
}
