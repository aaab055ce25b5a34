// A query as a filter of the keys of articles in the index.
import { isOfFeed } from '../../../core/query/match-query.ts';
import {
  asksMuted,
  type Condition,
  isFrom,
  type Query,
  type Term,
} from '../../../core/query/query.ts';
import { columnKeys, shownKeys } from '../tables/article-doc.ts';
import { type Columns, FLAG, isEdition, isListed, isShown, NO_TIME } from '../tables/columns.ts';
import { type Database, numbers } from '../tables/engine.ts';
import { findTexts, formatWords, readWords, splitForEngine, type WordKind } from './text-query.ts';

/** The index that is filtered. */
interface Source {
  readonly database: Database;
  readonly columns: Columns;
  readonly flags: Uint16Array;
}

/** Whether the article of a key passes. */
type Filter = (key: number) => boolean;

/**
 * Removed articles never pass, and muted ones only where the query asks for them.
 * @param found the keys that the query's words find, where they are known already
 */
export function queryFilter(
  database: Database,
  columns: Columns,
  query: Query,
  found?: readonly number[],
): Filter {
  const flags = columns.flags.whole();
  const source = { database, columns, flags };
  const { expression, rest } = splitForEngine(query);
  const filters = rest.map((term) => termFilter(source, term));
  if (expression !== null)
    filters.unshift(keyFilter(source, found ?? findTexts(database, expression)));
  const isIn = asksMuted(query) ? isShown : isListed;
  return (key) => isIn(flags[key] ?? 0) && filters.every((fits) => fits(key));
}

function termFilter(source: Source, { anyOf }: Term): Filter {
  const filters = anyOf.map((alternative): Filter => {
    const fits = conditionFilter(source, alternative);
    return alternative.negated ? (key) => !fits(key) : fits;
  });
  return (key) => filters.some((fits) => fits(key));
}

function keyFilter({ flags }: Source, keys: readonly number[]): Filter {
  const mask = new Uint8Array(flags.length);
  for (const key of keys) mask[key] = 1;
  return (key) => mask[key] === 1;
}

function conditionFilter(source: Source, condition: Condition): Filter {
  const { database } = source;
  switch (condition.kind) {
    case 'words':
      return keyFilter(source, findTexts(database, formatWords(condition)));
    case 'is':
      return flagFilter(source, IS[condition.is], condition.is !== 'unread');
    case 'has':
      return flagFilter(source, HAS[condition.has], true);
    case 'story':
      return keyFilter(source, editionsOf(source, condition.id));
    case 'tag':
      return wordFilter(source, 'tag', (tag) => tag === condition.tag);
    case 'lang':
      return wordFilter(source, 'lang', (lang) => `${lang}-`.startsWith(`${condition.lang}-`));
    case 'feed':
      return wordFilter(source, 'feed', (text) => isOfFeed(condition, text));
    case 'date':
      return dateFilter(source, condition);
    default:
      return condition satisfies never;
  }
}

const { read, starred, muted, folded } = FLAG;
const IS = { unread: read, read, starred, muted, duplicate: folded } as const;
const HAS = {
  summary: FLAG.hasSummary,
  figure: FLAG.hasFigure,
  url: FLAG.hasUrl,
  enclosure: FLAG.hasEnclosure,
} as const;

/** Articles on the same story as that of an ID; empty where there is no such article. */
function editionsOf(source: Source, id: string): readonly number[] {
  const { database, flags } = source;
  const [key] = shownKeys(source, 'id = ?', id);
  if (key === undefined) return [];
  if (!isEdition(flags[key] ?? 0)) return [key];
  const editions = numbers(database.statement(EDITIONS).get(key)?.[0]);
  return [key, ...editions.filter((one) => isEdition(flags[one] ?? 0))];
}

const EDITIONS = `
  SELECT json_group_array(key) FROM (
    WITH its AS (SELECT story FROM sketch WHERE key = ?1)
    SELECT key FROM sketch, its WHERE sketch.story = its.story AND sketch.story != key
    UNION ALL SELECT story FROM its)`;

function flagFilter({ flags }: Source, flag: number, isSet: boolean): Filter {
  return (key) => (((flags[key] ?? 0) & flag) !== 0) === isSet;
}

function wordFilter(source: Source, kind: WordKind, fits: (word: string) => boolean): Filter {
  const { database } = source;
  const words = readWords(database, kind).filter(([, word]) => fits(word));
  const hashes = words.map(([hash]) => hash);
  return keyFilter(source, columnKeys(database, 'name WHERE hash', hashes));
}

function dateFilter(
  { flags, columns }: Source,
  { of, isAfter, bound }: Extract<Condition, { kind: 'date' }>,
): Filter {
  const times = (of === 'added' ? columns.added : columns.time).whole();
  const zoned = of === 'added' ? FLAG.addedZoned : FLAG.timeZoned;
  return (key) => {
    const time = times[key] ?? NO_TIME;
    const isZoned = ((flags[key] ?? 0) & zoned) !== 0;
    return time !== NO_TIME && isFrom(bound, time, isZoned) === isAfter;
  };
}
