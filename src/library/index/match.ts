// Which articles a query lets through, as a mask by key.
import type { Alternative, Ask, Query, Term } from '../../core/query.ts';
import { type Columns, FLAG } from './columns.ts';
import { type Database, numbers } from './engine.ts';
import { findTexts, formatWords, readWords, splitQuery } from './text-query.ts';

/** 1 for every key that is in it. */
export type Mask = Uint8Array<ArrayBuffer>;

/** Articles that the query lets through; those removed never are. */
export function matchMask(database: Database, columns: Columns, query: Query): Mask {
  const flags = columns.flags.whole();
  const shown = Uint8Array.from(flags, (bits) =>
    (bits & (FLAG.owner | FLAG.hidden)) === FLAG.owner ? 1 : 0,
  );
  const { expression, rest } = splitQuery(query);
  const asked: Asked = { database, columns, flags };
  let mask = shown;
  if (expression !== null) mask = both(mask, keyMask(asked, findTexts(database, expression)));
  for (const term of rest) mask = both(mask, termMask(asked, term));
  return mask;
}

interface Asked {
  readonly database: Database;
  readonly columns: Columns;
  readonly flags: Uint16Array;
}

function both(a: Mask, b: Mask): Mask {
  return a.map((bit, key) => bit & (b[key] ?? 0));
}

function termMask(asked: Asked, { anyOf }: Term): Mask {
  const masks = anyOf.map((alternative) => alternativeMask(asked, alternative));
  return masks.reduce((a, b) => a.map((bit, key) => bit | (b[key] ?? 0)));
}

function alternativeMask(asked: Asked, alternative: Alternative): Mask {
  const mask = askMask(asked, alternative);
  return alternative.negated ? mask.map((bit) => 1 - bit) : mask;
}

function keyMask({ flags }: Asked, keys: readonly number[]): Mask {
  const mask = new Uint8Array(flags.length);
  for (const key of keys) mask[key] = 1;
  return mask;
}

function askMask(asked: Asked, ask: Ask): Mask {
  const { database, columns } = asked;
  switch (ask.kind) {
    case 'words':
      return keyMask(asked, findTexts(database, formatWords(ask)));
    case 'is':
      return flagMask(asked, ask.is === 'starred' ? FLAG.starred : FLAG.read, ask.is !== 'unread');
    case 'has':
      return flagMask(asked, HAS[ask.has], true);
    case 'tag':
      return keyMask(asked, taggedKeys(database, ask.tag));
    case 'lang':
      return wordMask(asked, 'lang', (lang) => `${lang}-`.startsWith(`${ask.lang}-`));
    case 'feed':
      return wordMask(asked, 'feed', (feed) => feed.includes(ask.feed));
    case 'date':
      return dateMask(asked, ask, ask.of === 'added' ? columns.added : columns.time);
    default:
      return ask satisfies never;
  }
}

const HAS = { summary: FLAG.hasSummary, figure: FLAG.hasFigure, url: FLAG.hasUrl } as const;

function flagMask({ flags }: Asked, flag: number, isSet: boolean): Mask {
  return Uint8Array.from(flags, (bits) => (((bits & flag) !== 0) === isSet ? 1 : 0));
}

function taggedKeys({ statement }: Database, tag: string): readonly number[] {
  const find = statement('SELECT json_group_array(key) FROM tag WHERE tag = ?');
  return numbers(find.get(tag)?.[0]);
}

function wordMask(
  { database, columns }: Asked,
  kind: 'lang' | 'feed',
  fits: (word: string) => boolean,
): Mask {
  const words = readWords(database, kind).filter(([, word]) => fits(word));
  const wanted = new Set(words.map(([number]) => number));
  return Uint8Array.from(columns[kind].whole(), (number) => Number(wanted.has(number)));
}

function dateMask(
  { flags }: Asked,
  { of, isAfter, bound }: Extract<Ask, { kind: 'date' }>,
  column: Columns['time'],
): Mask {
  const [has, zoned] =
    of === 'added' ? [FLAG.hasAdded, FLAG.addedZoned] : [FLAG.hasTime, FLAG.timeZoned];
  const times = column.whole();
  return Uint8Array.from(flags, (bits, key) => {
    if ((bits & has) === 0) return 0;
    const limit = (bits & zoned) === 0 ? bound.wall : bound.instant;
    return (times[key] ?? 0) >= limit === isAfter ? 1 : 0;
  });
}
