// The keys of the query language: what each makes of its value, and what it takes.
import { normalizeTag } from '../article/tag.ts';
import { clockDate, DAY, lastDay, parseDate, utcDay } from '../dates/dates.ts';
import { foldText } from '../fold.ts';
import { type Condition, type DateBound, IS_WORDS, TEXT_FIELDS, type TextField } from './query.ts';
import type { QueryPiece } from './split-query.ts';
import { tokenTexts } from './tokens.ts';

type QueryValue = Pick<QueryPiece, 'value' | 'isQuoted'>;

interface QueryKey {
  /** For messages, `tag: takes a tag`, and for the help. */
  readonly takes: string;
  /** Words a value may be; for completion while it is typed. */
  readonly values?: readonly string[];
  /** `null` for a bad value. */
  readonly parse: (value: QueryValue, now: Date) => Condition | null;
}

export const DATES = 'a date, as 2021-07-19, or so long ago: 12h, 7d, 2w, 3m, 1y';

/** Every key, in the order of the help. */
export const QUERY_KEYS: ReadonlyMap<string, QueryKey> = new Map<string, QueryKey>([
  ['title', inField('title', 'words of the headline')],
  ['author', inField('authors', 'a name')],
  ['source', inField('source', "words of the publication's name")],
  ['tag', { takes: 'a tag', parse: tagCondition }],
  ['lang', { takes: 'a language, as en or zh-Hant', parse: langCondition }],
  ['feed', { takes: "a part of a feed's address or name", parse: feedCondition }],
  ['folder', { takes: 'a folder of feeds, as World or World/Europe', parse: folderCondition }],
  ['story', { takes: 'the ID of one of its editions', parse: storyCondition }],
  ['is', oneOf(IS_WORDS, (is) => ({ kind: 'is', is }))],
  ['has', oneOf(['summary', 'figure', 'url', 'enclosure'], (has) => ({ kind: 'has', has }))],
  ['after', { takes: DATES, parse: dateCondition('published', true) }],
  ['before', { takes: DATES, parse: dateCondition('published', false) }],
  ['added', { takes: DATES, parse: dateCondition('added', true) }],
]);

/** Words of a query; `null` where there is no letter, digit or symbol to look for. */
export function wordsCondition(
  { value, isQuoted }: QueryValue,
  fields: readonly TextField[] = TEXT_FIELDS,
): Condition | null {
  const tokens = tokenTexts(value);
  if (tokens.length === 0) return null;
  return { kind: 'words', fields, tokens, isPrefix: !isQuoted && value.endsWith('*') };
}

function inField(field: TextField, takes: string): QueryKey {
  const fields = [field];
  return { takes, parse: (value) => wordsCondition(value, fields) };
}

function tagCondition({ value }: QueryValue): Condition | null {
  const tag = foldText(normalizeTag(value));
  return tag === '' ? null : { kind: 'tag', tag };
}

function langCondition({ value }: QueryValue): Condition | null {
  const lang = value.toLowerCase().replaceAll('_', '-');
  return /^[a-z\d]{1,8}(?:-[a-z\d]{1,8})*$/.test(lang) ? { kind: 'lang', lang } : null;
}

/** Until those that fit are looked up. */
const NO_FEEDS: ReadonlySet<string> = new Set();

/** A URL in quotes is a whole one: that of another feed may go on where it ends. */
function feedCondition({ value, isQuoted }: QueryValue): Condition | null {
  const feed = foldText(value).trim();
  if (feed === '') return null;
  const isWhole = isQuoted && /^https?:/.test(feed);
  return isWhole
    ? { kind: 'feed', by: 'address', value: feed, feeds: new Set([feed]) }
    : { kind: 'feed', by: 'part', value: feed, feeds: NO_FEEDS };
}

function storyCondition({ value }: QueryValue): Condition | null {
  return value === '' ? null : { kind: 'story', id: value.normalize('NFC') };
}

function folderCondition({ value }: QueryValue): Condition | null {
  const folder = foldText(value).replace(/^[\s/]+|[\s/]+$/g, '');
  return folder === '' ? null : { kind: 'feed', by: 'folder', value: folder, feeds: NO_FEEDS };
}

/** A key of words, each a value that it may have. */
function oneOf<Word extends string>(
  values: readonly Word[],
  toCondition: (word: Word) => Condition,
): QueryKey {
  const takes = values.join(', ').replace(/, (?=[^,]*$)/, ' or ');
  const parse: QueryKey['parse'] = ({ value }) => {
    const word = values.find((known) => known === value.toLowerCase());
    return word === undefined ? null : toCondition(word);
  };
  return { takes, values, parse };
}

function dateCondition(of: 'published' | 'added', isAfter: boolean): QueryKey['parse'] {
  return ({ value }, now) => {
    const bound = parseBound(value, now);
    return bound === null ? null : { kind: 'date', of, isAfter, bound };
  };
}

const AGO = /^(\d{1,4})([hdwmy])$/i;
/** ISO 8601's dates of reduced precision, too. */
const CALENDAR = /^(\d{4})(?:-(\d\d))?$/;

/**
 * `2021`, `2021-07`, `2021-07-19`: the start of it on the local clock; a date-time: itself;
 * `7d`, `2w`, `3m`, `1y`: the start of the day so long ago, `12h`: that moment.
 * @returns `null` for anything else
 */
export function parseBound(value: string, now: Date): DateBound | null {
  const ago = AGO.exec(value);
  if (ago !== null) return agoBound(Number(ago[1]), (ago[2] ?? '').toLowerCase(), now);
  const [, year, month = '01'] = CALENDAR.exec(value) ?? [];
  const date = parseDate(year === undefined ? value : `${year}-${month}-01`);
  if (date === null) return null;
  return date.zoned ? momentBound(date.ms) : dayBound(date.ms);
}

function agoBound(count: number, unit: string, now: Date): DateBound {
  if (unit === 'h') return momentBound(now.getTime() - count * (DAY / 24));
  const today = clockDate({ ms: now.getTime(), zoned: true });
  const year = today.getUTCFullYear();
  const month = today.getUTCMonth();
  const day = today.getUTCDate();
  if (unit === 'd') return dayBound(utcDay(year, month, day - count));
  if (unit === 'w') return dayBound(utcDay(year, month, day - count * 7));
  if (unit === 'm') return dayBound(monthDay(year, month - count, day));
  return dayBound(monthDay(year - count, month, day));
}

/** Three months before 31 May is the last of February. */
function monthDay(year: number, month: number, day: number): number {
  return utcDay(year, month, Math.min(day, lastDay(year, month)));
}

function momentBound(instant: number): DateBound {
  return { instant, wall: clockDate({ ms: instant, zoned: true }).getTime() };
}

function dayBound(wall: number): DateBound {
  return { instant: localInstant(wall), wall };
}

/** When the local clock shows what UTC's would at `wall`. */
function localInstant(wall: number): number {
  const shown = new Date(wall);
  const local = new Date(0);
  local.setFullYear(shown.getUTCFullYear(), shown.getUTCMonth(), shown.getUTCDate());
  return local.setHours(0, 0, 0, timeOfDay(wall));
}

function timeOfDay(ms: number): number {
  return ((ms % DAY) + DAY) % DAY;
}
