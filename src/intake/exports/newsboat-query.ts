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
  new Map([
    ['yes', ['is:unread']],
    ['no', ['is:read']],
  ]).get(value) ?? null;

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

const TOKEN =
  /\s*(?:([()])|(and|or)\b|([a-z_]+)\s*(!?=~|==|!?=|!?#|<=|>=|<|>)\s*(?:"([^"]*)"|([^\s()]+)))/giy;

/** Terms that must all hold, each of things one of which must: how our queries are built. */
type Terms = readonly (readonly string[])[];

/** @returns `null` where ours cannot say it, or it is no filter */
export function newsboatQuery(filter: string): string | null {
  const tokens = [...filter.trim().matchAll(TOKEN)];
  if (tokens.map(([text]) => text).join('') !== filter.trim()) return null;
  let at = 0;
  const word = () => tokens[at]?.slice(1, 3).find(Boolean)?.toLowerCase();
  const one = (): Terms | null => {
    const [, bracket, , name, operator = '', quoted, bare] = tokens[at] ?? [];
    at += 1;
    if (bracket === '(') {
      const inner = either();
      const isClosed = word() === ')';
      at += 1;
      return isClosed ? inner : null;
    }
    return name === undefined ? null : comparison(name, operator, quoted ?? bare ?? '');
  };
  const chain = (joint: string, part: typeof one, join: typeof oneOf): Terms | null => {
    let terms = part();
    while (word() === joint) {
      at += 1;
      const more = part();
      terms = terms && more && join(terms, more);
    }
    return terms;
  };
  const all = (): Terms | null => chain('and', one, (terms, more) => [...terms, ...more]);
  const either = (): Terms | null => chain('or', all, oneOf);
  const terms = either();
  if (terms === null || at < tokens.length) return null;
  return terms.map((anyOf) => anyOf.join(' OR ')).join(' ');
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
