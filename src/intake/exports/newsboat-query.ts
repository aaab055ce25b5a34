// newsboat's filters (its manual, "Filter language") as queries, as far as ours can say the same.

/** What one comparison of theirs asks, in ours; `null` where ours cannot. */
type Said = (value: string) => readonly string[] | null;

/** Words that a pattern looks for, where it is no more than words with bars between. */
function plainWords(pattern: string): readonly string[] | null {
  const words = pattern.split('|').map((word) => word.trim());
  return words.every((word) => /^[\p{L}\p{N}][\p{L}\p{N} '-]*$/u.test(word)) ? words : null;
}

const words =
  (key: string): Said =>
  (value) =>
    plainWords(value)?.map((word) => `${key}"${word}"`) ?? null;

const day =
  (key: string): Said =>
  (value) =>
    /^\d{1,4}$/.test(value) ? [`${key}:${value}d`] : null;

const readState: Said = (value) =>
  /^(?:yes|no)$/.test(value) ? [value === 'yes' ? 'is:unread' : 'is:read'] : null;

/** By attribute and operator; a `!` before an operator turns it round. */
const COMPARISONS: Readonly<Record<string, Said>> = {
  'unread =': readState,
  'title =~': words('title:'),
  'author =~': words('author:'),
  'author =': words('author:'),
  'content =~': words(''),
  'feedtitle =~': words('source:'),
  'feedtitle =': words('source:'),
  'tags #': (value) => (/^[^"\s]+$/.test(value) ? [`tag:${value}`, `folder:${value}`] : null),
  'age <': day('after'),
  'age <=': day('after'),
  'age >': day('before'),
  'age >=': day('before'),
};

const COMPARISON = /([a-z_]+)\s*(!?=~|==|!?=|!?#|<=|>=|<|>)\s*(?:"([^"]*)"|([^\s()]+))/gi;
/** Of a filter, in UTF-16 units. */
const LONGEST = 10_000;
/** The first that has none in it. */
const BRACKETS = /\(([^()]*)\)/;

/** Terms that must all hold, each of things one of which must: how our queries are built. */
type Terms = readonly (readonly string[])[];

/** @returns `null` where ours cannot say it, or it is no filter */
export function newsboatQuery(filter: string): string | null {
  if (filter.length > LONGEST) return null;
  /** What was read of it, in whose place its number stands from then on. */
  const read: (Terms | null)[] = [];
  const keep = (terms: Terms | null): string => ` \0${read.push(terms) - 1} `;
  const one = (text: string) => read[Number(/^\s*\0(\d+)\s*$/.exec(text)?.[1])] ?? null;
  const all = (text: string) => joined(text.split(/\sand\s/i).map(one), (a, b) => [...a, ...b]);
  const either = (text: string) => joined(text.split(/\sor\s/i).map(all), oneOf);
  let text = filter.replaceAll('\0', '').replace(COMPARISON, (_, name, sign, quoted, bare) => {
    return keep(comparison(name, sign, quoted ?? bare));
  });
  while (BRACKETS.test(text)) text = text.replace(BRACKETS, (_, inner) => keep(either(inner)));
  const terms = either(text);
  return terms === null ? null : terms.map((anyOf) => anyOf.join(' OR ')).join(' ');
}

function joined(parts: readonly (Terms | null)[], join: typeof oneOf): Terms | null {
  return parts.reduce((terms, more) => terms && more && join(terms, more));
}

/** Of each side one term: more would have to be multiplied out. */
function oneOf(one: Terms, other: Terms): Terms | null {
  return one.length === 1 && other.length === 1 ? [[...one, ...other].flat()] : null;
}

/** What must not hold is a term of its own for each of the things that it may be. */
function comparison(name: string, operator: string, value: string): Terms | null {
  const isTurned = operator.startsWith('!');
  const plain = operator.replace(/^!|^=(?==)/, '');
  const said = COMPARISONS[`${name.toLowerCase()} ${plain}`]?.(value) ?? null;
  if (said === null || said.length === 0) return null;
  return isTurned ? said.map((one) => [`-${one}`]) : [said];
}
