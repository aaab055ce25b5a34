// Which articles a query lets through, told by their keys.
import { asksMuted, type Condition, type Query, type Term } from '../../../core/query/query.ts';
import { keysOf } from '../tables/article-doc.ts';
import { type Columns, FLAG, isEdition, isListed, isShown, NO_TIME } from '../tables/columns.ts';
import { type Database, numbers } from '../tables/engine.ts';
import { findTexts, formatWords, readWords, splitForEngine, type WordKind } from './text-query.ts';

/** What a query is asked of. */
interface Source {
  readonly database: Database;
  readonly columns: Columns;
  readonly flags: Uint16Array;
}

/** Whether the article of a key fits. */
type Fits = (key: number) => boolean;

/**
 * Tells whether the query lets the article of a key through: those removed never are, and those muted
 * only where it asks for them.
 * @param found what the words of the query find, where that is known
 */
export function queryTest(
  database: Database,
  columns: Columns,
  query: Query,
  found?: readonly number[],
): Fits {
  const flags = columns.flags.whole();
  const source = { database, columns, flags };
  const { expression, rest } = splitForEngine(query);
  const tests = rest.map((term) => termTest(source, term));
  if (expression !== null) tests.unshift(keyTest(source, found ?? findTexts(database, expression)));
  const isIn = asksMuted(query) ? isShown : isListed;
  return (key) => isIn(flags[key] ?? 0) && tests.every((fits) => fits(key));
}

function termTest(source: Source, { anyOf }: Term): Fits {
  const tests = anyOf.map((alternative): Fits => {
    const fits = conditionTest(source, alternative);
    return alternative.negated ? (key) => !fits(key) : fits;
  });
  return (key) => tests.some((fits) => fits(key));
}

function keyTest({ flags }: Source, keys: readonly number[]): Fits {
  const mask = new Uint8Array(flags.length);
  for (const key of keys) mask[key] = 1;
  return (key) => mask[key] === 1;
}

function conditionTest(source: Source, condition: Condition): Fits {
  const { database } = source;
  switch (condition.kind) {
    case 'words':
      return keyTest(source, findTexts(database, formatWords(condition)));
    case 'is':
      return flagTest(source, IS[condition.is], condition.is !== 'unread');
    case 'has':
      return flagTest(source, HAS[condition.has], true);
    case 'story':
      return keyTest(source, editionsOf(source, condition.id));
    case 'tag':
      return wordTest(source, 'tag', (tag) => tag === condition.tag);
    case 'lang':
      return wordTest(source, 'lang', (lang) => `${lang}-`.startsWith(`${condition.lang}-`));
    case 'feed':
      if (condition.isWhole) return folderTest(source, new Set([condition.feed]));
      return wordTest(source, 'feed', (feed) => feed.includes(condition.feed));
    case 'folder':
      return folderTest(source, new Set(condition.feeds));
    case 'date':
      return dateTest(source, condition);
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

/** Those of a story with the article of an ID, where there is that. */
function editionsOf({ database: { statement }, flags }: Source, id: string): readonly number[] {
  const keys = numbers(
    statement('SELECT json_group_array(key) FROM doc WHERE id = ?').get(id)?.[0],
  );
  const key = keys.find((one) => isShown(flags[one] ?? 0));
  if (key === undefined) return [];
  if (!isEdition(flags[key] ?? 0)) return [key];
  const editions = numbers(statement(EDITIONS).get(key)?.[0]);
  return [key, ...editions.filter((one) => isEdition(flags[one] ?? 0))];
}

const EDITIONS = `
  SELECT json_group_array(key) FROM (
    WITH its AS (SELECT story FROM sketch WHERE key = ?1)
    SELECT key FROM sketch, its WHERE sketch.story = its.story AND sketch.story != key
    UNION ALL SELECT story FROM its)`;

function flagTest({ flags }: Source, flag: number, isSet: boolean): Fits {
  return (key) => (((flags[key] ?? 0) & flag) !== 0) === isSet;
}

function wordTest(source: Source, kind: WordKind, fits: (word: string) => boolean): Fits {
  const { database } = source;
  const words = readWords(database, kind).filter(([, word]) => fits(word));
  const hashes = words.map(([hash]) => hash);
  return keyTest(source, keysOf(database, 'name WHERE hash', hashes));
}

function folderTest(source: Source, feeds: ReadonlySet<string>): Fits {
  return wordTest(source, 'feed', (word) => word.split('\n').some((line) => feeds.has(line)));
}

function dateTest(
  { flags, columns }: Source,
  { of, isAfter, bound }: Extract<Condition, { kind: 'date' }>,
): Fits {
  const times = (of === 'added' ? columns.added : columns.time).whole();
  const zoned = of === 'added' ? FLAG.addedZoned : FLAG.timeZoned;
  return (key) => {
    const time = times[key] ?? NO_TIME;
    const limit = ((flags[key] ?? 0) & zoned) === 0 ? bound.wall : bound.instant;
    return time !== NO_TIME && time >= limit === isAfter;
  };
}
