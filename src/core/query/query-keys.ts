// The keys of the query language: what each makes of its value, and what it takes.
import { normalizeTag } from '../article/tag.ts';
import { foldText } from '../fold.ts';
import { type Condition, TEXT_FIELDS, type TextField } from './query.ts';
import { parseBound } from './query-dates.ts';
import type { QueryPiece } from './split-query.ts';
import { tokenTexts } from './tokens.ts';

/** A value as it stands in a query. */
export type QueryValue = Pick<QueryPiece, 'value' | 'isQuoted'>;

interface QueryKey {
  /** For messages, `tag: takes a tag`, and for the help. */
  readonly takes: string;
  /** Words a value may be; for completion while it is typed. */
  readonly values?: readonly string[];
  /** `null` for a bad value. */
  readonly parse: (value: QueryValue, now: Date) => Condition | null;
}

/** What the keys of dates take. */
export const DATES = 'a date, as 2021-07-19, or so long ago: 12h, 7d, 2w, 3m, 1y';

/** Every key, in the order of the help. */
export const QUERY_KEYS: ReadonlyMap<string, QueryKey> = new Map<string, QueryKey>([
  ['title', inField('title', 'words of the headline')],
  ['author', inField('authors', 'a name')],
  ['source', inField('source', "words of the publication's name")],
  ['tag', { takes: 'a tag', parse: tagCondition }],
  ['lang', { takes: 'a language, as en or zh-Hant', parse: langCondition }],
  ['feed', { takes: "a part of a feed's address or name", parse: feedCondition }],
  ['is', oneOf(['unread', 'read', 'starred'], (is) => ({ kind: 'is', is }))],
  ['has', oneOf(['summary', 'figure', 'url'], (has) => ({ kind: 'has', has }))],
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

function feedCondition({ value }: QueryValue): Condition | null {
  const feed = foldText(value).trim();
  return feed === '' ? null : { kind: 'feed', feed };
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
