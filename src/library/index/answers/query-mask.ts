// Which articles a query lets through, as a mask by key.
import type { Condition, Query, Term } from '../../../core/query/query.ts';
import { type Columns, FLAG } from '../tables/columns.ts';
import { type Database, numbers } from '../tables/engine.ts';
import { findTexts, formatWords, readWords, splitForEngine } from './text-query.ts';

/** 1 for every key that is in it. */
export type Mask = Uint8Array<ArrayBuffer>;

/**
 * Articles that the query lets through; those removed never are. By loops: the arrays' own methods
 * take ten times as long in a program that runs once.
 * @param found what the words of the query find, where that is known
 */
export function queryMask(
  database: Database,
  columns: Columns,
  query: Query,
  found?: readonly number[],
): Mask {
  const flags = columns.flags.whole();
  const { expression, rest } = splitForEngine(query);
  const source: MaskSource = { database, columns, flags };
  const mask =
    expression === null ? null : keyMask(source, found ?? findTexts(database, expression));
  const shown = mask ?? new Uint8Array(flags.length).fill(1);
  for (let key = 0; key < flags.length; key += 1) {
    if (((flags[key] ?? 0) & (FLAG.owner | FLAG.hidden)) !== FLAG.owner) shown[key] = 0;
  }
  for (const term of rest) {
    const other = termMask(source, term);
    for (let key = 0; key < shown.length; key += 1)
      shown[key] = (shown[key] ?? 0) & (other[key] ?? 0);
  }
  return shown;
}

interface MaskSource {
  readonly database: Database;
  readonly columns: Columns;
  readonly flags: Uint16Array;
}

function termMask(source: MaskSource, { anyOf }: Term): Mask {
  const any: Mask = new Uint8Array(source.flags.length);
  for (const alternative of anyOf) {
    const mask = conditionMask(source, alternative);
    const wanted = alternative.negated ? 0 : 1;
    for (let key = 0; key < any.length; key += 1) if (mask[key] === wanted) any[key] = 1;
  }
  return any;
}

/** 1 for the keys that fit. */
function maskOf(length: number, fits: (key: number) => boolean): Mask {
  const mask = new Uint8Array(length);
  for (let key = 0; key < length; key += 1) if (fits(key)) mask[key] = 1;
  return mask;
}

function keyMask({ flags }: MaskSource, keys: readonly number[]): Mask {
  const mask = new Uint8Array(flags.length);
  for (const key of keys) mask[key] = 1;
  return mask;
}

function conditionMask(source: MaskSource, condition: Condition): Mask {
  const { database, columns } = source;
  switch (condition.kind) {
    case 'words':
      return keyMask(source, findTexts(database, formatWords(condition)));
    case 'is':
      return flagMask(
        source,
        condition.is === 'starred' ? FLAG.starred : FLAG.read,
        condition.is !== 'unread',
      );
    case 'has':
      return flagMask(source, HAS[condition.has], true);
    case 'tag':
      return keyMask(source, numbers(database.statement(TAGGED).get(condition.tag)?.[0]));
    case 'lang':
      return wordMask(source, 'lang', (lang) => `${lang}-`.startsWith(`${condition.lang}-`));
    case 'feed':
      return wordMask(source, 'feed', (feed) => feed.includes(condition.feed));
    case 'date':
      return dateMask(source, condition, condition.of === 'added' ? columns.added : columns.time);
    default:
      return condition satisfies never;
  }
}

const TAGGED = 'SELECT json_group_array(key) FROM tag WHERE tag = ?';
const HAS = { summary: FLAG.hasSummary, figure: FLAG.hasFigure, url: FLAG.hasUrl } as const;

function flagMask({ flags }: MaskSource, flag: number, isSet: boolean): Mask {
  return maskOf(flags.length, (key) => (((flags[key] ?? 0) & flag) !== 0) === isSet);
}

function wordMask(
  { database, columns, flags }: MaskSource,
  kind: 'lang' | 'feed',
  fits: (word: string) => boolean,
): Mask {
  const words = readWords(database, kind).filter(([, word]) => fits(word));
  const wanted = new Set(words.map(([number]) => number));
  const column = columns[kind].whole();
  return maskOf(flags.length, (key) => wanted.has(column[key] ?? 0));
}

function dateMask(
  { flags }: MaskSource,
  { of, isAfter, bound }: Extract<Condition, { kind: 'date' }>,
  column: Columns['time'],
): Mask {
  const [has, zoned] =
    of === 'added' ? [FLAG.hasAdded, FLAG.addedZoned] : [FLAG.hasTime, FLAG.timeZoned];
  const times = column.whole();
  return maskOf(flags.length, (key) => {
    const bits = flags[key] ?? 0;
    if ((bits & has) === 0) return false;
    const limit = (bits & zoned) === 0 ? bound.wall : bound.instant;
    return (times[key] ?? 0) >= limit === isAfter;
  });
}
