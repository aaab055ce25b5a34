// newsboat's filters (its manual, "Filter language") as queries, as far as ours can say the same.
import { quoteValue } from '../../core/errors.ts';

/** Terms that must all hold, each of things one of which must: how our queries are built. */
type Terms = readonly (readonly string[])[];

/** What one comparison of theirs asks, in ours; `null` where ours cannot ask for that value. */
type Said = (value: string) => Terms | null;

/**
 * What a pattern looks for, where it is no more than words with bars between. It fits within words
 * as well, which ours can say of a single one's beginning.
 */
const words =
  (key: string, isPattern = true): Said =>
  (pattern) => {
    const bare = pattern.replace(/^\(([^()]*)\)$/, '$1');
    const all = bare.split('|').map((word) => word.trim());
    const isPlain = all.every((word) => /^[\p{L}\p{N}][\p{L}\p{N} '-]*$/u.test(word));
    const said = (word: string): string =>
      isPattern && /^[\p{L}\p{N}]+$/u.test(word) ? `${key}${word}*` : `${key}"${word}"`;
    return isPlain ? [all.map(said)] : null;
  };

/** A term for each value that fits. */
const where =
  (fits: RegExp, term: (value: string) => readonly string[]): Said =>
  (value) =>
    fits.test(value) ? [term(value)] : null;

/** Its ages are whole spans of 24 hours, ours days of the calendar: hours say just the same. */
const HOURS = 9999;
const ago = (days: number): string => (days * 24 > HOURS ? `${days}d` : `${days * 24}h`);
const age =
  (key: 'after' | 'before', more: number): Said =>
  (value) =>
    /^\d{1,3}$/.test(value) ? [[`${key}:${ago(Number(value) + more)}`]] : null;

/** Both ends belong to it, and either may stand first. */
const between: Said = (value) => {
  const [, one, other] = /^(\d{1,3}):(\d{1,3})$/.exec(value) ?? [];
  if (one === undefined) return null;
  const [from = 0, to = 0] = [Number(one), Number(other)].toSorted((a, b) => a - b);
  return [...(from > 0 ? [[`before:${ago(from)}`]] : []), [`after:${ago(to + 1)}`]];
};

const flag = where(/^[a-z]$/i, (letter) => [`tag:flag-${letter.toLowerCase()}`]);
const empty = (term: string): Said => where(/^$/, () => [`-${term}`]);

/** By attribute and operator; those that turn one round are below. */
const COMPARISONS: ReadonlyMap<string, Said> = new Map([
  ['unread =', where(/^(?:yes|no)$/, (value) => [value === 'yes' ? 'is:unread' : 'is:read'])],
  ['title =~', words('title:')],
  ['author =~', words('author:')],
  ['author =', words('author:', false)],
  ['content =~', words('')],
  ['feedtitle =~', words('source:')],
  ['feedtitle =', words('source:', false)],
  ['rssurl =', where(/^https?:[^"\s]+$/, (url) => [`feed:"${url}"`])],
  ['rssurl =~', where(/^[\w./:-]+$/, (part) => [`feed:${part}`])],
  ['tags #', where(/^[^"\s]+$/, (tag) => [`tag:${tag}`, `folder:${tag}`])],
  ['flags #', flag],
  ['flags =~', flag],
  ['flags =', (value) => flag(value) ?? empty('is:starred')(value)],
  ['enclosure_url =', empty('has:enclosure')],
  ['age <', age('after', 0)],
  ['age <=', age('after', 1)],
  ['age >', age('before', 1)],
  ['age >=', age('before', 0)],
  ['age =', (value) => between(`${value}:${value}`)],
  ['age between', between],
]);

const ATTRIBUTES = new Set(Array.from(COMPARISONS.keys(), (key) => key.split(' ')[0]));

/** What an operator is without the sign that turns it round, or with fewer signs. */
const PLAIN: Readonly<Record<string, string>> = { '==': '=', '!=': '=', '!~': '=~', '!#': '#' };

const COMPARISON = /([a-z_]+)\s*(=~|==?|![=~#]|#|<=?|>=?|between)\s*(?:"([^"]*)"|([^\s()]+))/gi;
/** Of a filter, in UTF-16 units. */
const LONGEST = 10_000;
/** Of a query. */
const MOST_TERMS = 50;
/** The first that has none in it. */
const BRACKETS = /\(([^()]*)\)/;
const NO_FILTER = 'it is no filter that newsboat takes';
const TOO_LONG = 'it would be too long';

/** @returns the query, or as `why` what in the filter ours cannot say */
export function newsboatQuery(filter: string) {
  if (filter.length > LONGEST) return { query: null, why: TOO_LONG };
  const faults: string[] = [];
  /** What was read of it, in whose place its number stands from then on. */
  const read: Terms[] = [];
  const orFault = (terms: Terms | string): Terms => {
    if (typeof terms !== 'string') return terms;
    faults.push(terms);
    return [];
  };
  const keep = (terms: Terms): string => ` \0${read.push(terms) - 1} `;
  const one = (text: string): Terms =>
    orFault(read[Number(/^\s*\0(\d+)\s*$/.exec(text)?.[1])] ?? NO_FILTER);
  // Its `and` and `or` bind alike, and are read from the left.
  const joined = (text: string): Terms => {
    const [first = '', ...more] = text.split(/\s(?=(?:and|or)\s)/i);
    return more.reduce((terms, piece) => {
      const next = one(piece.replace(/^\w+/, ''));
      const both = /^and/i.test(piece) ? terms.concat(next) : oneOf(terms, next);
      return orFault(both.length > MOST_TERMS ? TOO_LONG : both);
    }, one(first));
  };
  let text = filter.replaceAll('\0', '').replace(COMPARISON, (_, name, sign, quoted, bare) => {
    return keep(orFault(comparison(name.toLowerCase(), sign.toLowerCase(), quoted ?? bare)));
  });
  while (BRACKETS.test(text)) text = text.replace(BRACKETS, (_, inner) => keep(joined(inner)));
  const query = joined(text).map((anyOf) => anyOf.join(' OR '));
  const [why] = faults;
  return why === undefined ? { query: query.join(' '), why } : { query: null, why };
}

/** Multiplied out: a query has no brackets. */
function oneOf(one: Terms, other: Terms): Terms {
  return one.flatMap((anyOf) => other.map((more) => [...anyOf, ...more]));
}

/** @returns as text why ours cannot ask that */
function comparison(name: string, operator: string, value: string): Terms | string {
  const plain = PLAIN[operator] ?? operator;
  const said = COMPARISONS.get(`${name} ${plain}`);
  if (!ATTRIBUTES.has(name)) return `queries know no ${quoteValue(name)}`;
  if (said === undefined) return `queries know no ${quoteValue(`${name} ${operator}`)}`;
  const terms = said(value);
  if (terms !== null) return operator.startsWith('!') ? opposite(terms) : terms;
  if (plain === '=~') return `${quoteValue(value)} is a pattern, and queries look for words`;
  return `queries know no ${quoteValue(`${name} ${operator} ${value}`)}`;
}

function opposite(terms: Terms): Terms {
  const turned = (one: string): string => (one.startsWith('-') ? one.slice(1) : `-${one}`);
  const all: readonly Terms[] = terms.map((anyOf) => anyOf.map((one) => [turned(one)]));
  return all.reduce(oneOf);
}
