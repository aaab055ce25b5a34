// newsboat's urls file: a feed a line, with its tags, its title and what newsprint has no use for.
import { cleanLine } from '../../core/clean.ts';
import { type Fault, quoteValue } from '../../core/errors.ts';
import type { SavedQuery } from '../../core/query/parse-saved-queries.ts';
import { eachOnce, feedUrl, type NewSubscription, shownUrl } from '../opml/subscription.ts';
import { newsboatQuery } from './newsboat-query.ts';

const WORD = /[ \t]*(?:(#)|(~?)"([^"\\]*(?:\\.[^"\\]*)*)"?|([^ \t]+))/gy;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Words between blanks, or in quotes with backslashes; a `#` before a word begins a comment. */
export function newsboatWords(line: string): readonly string[] {
  const words: string[] = [];
  for (const [, comment, mark = '', quoted = '', plain] of line.matchAll(WORD)) {
    if (comment !== undefined) break;
    const bare = quoted.replace(/\\(.)/g, (_, sign: string) => ESCAPES[sign] ?? sign);
    words.push(plain ?? mark + bare);
  }
  return words.filter((word) => word.trim() !== '');
}

/**
 * Reads the file; a line that is no feed is named and hides no other.
 * @returns as `left` lines that are no feeds that can be followed, and why; as `queries` those that
 *   ours can say, and as `others` those that it cannot, and which feeds are no longer hidden
 */
export function parseNewsboatUrls(text: string) {
  const feeds: NewSubscription[] = [];
  const left: Fault[] = [];
  const queries: SavedQuery[] = [];
  const others: Fault[] = [];
  const hidden: string[] = [];
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    const [address, ...tags] = newsboatWords(line);
    if (address === undefined) continue;
    const fault = (message: string): Fault => ({ line: at + 1, column: 1, message });
    const url = feedUrl(address);
    const query = savedQuery(address);
    if (typeof query === 'string') others.push(fault(query));
    else if (query !== null) queries.push(query);
    else if (url === null) left.push(fault(whyLeft(address)));
    else feeds.push(newFeed(url, tags));
    hidden.push(...hiddenBy(tags, url));
  }
  if (hidden.length > 0) others.push({ message: `${NOT_HIDDEN}: ${hidden.join(', ')}` });
  return { feeds: eachOnce(feeds), left, queries, others };
}

/** Whether most lines of a text that say something are feeds or queries, as newsboat writes them. */
export function isNewsboatUrls(text: string): boolean {
  const words = text.split(/\r\n?|\n/).flatMap((line) => newsboatWords(line)[0] ?? []);
  const own = words.filter(
    (word) => /^(?:query|exec|filter):/i.test(word) || feedUrl(word) !== null,
  );
  return own.length > words.length / 2;
}

/** `query:name:filter`; `null` for what is none, and as text why no query of ours can say one. */
function savedQuery(address: string): SavedQuery | string | null {
  if (!/^query:/i.test(address)) return null;
  const [, name = '', filter = ''] = /^query:([^:]*):(.*)$/i.exec(address) ?? [];
  const { query: text, why } = newsboatQuery(filter);
  if (text !== null) return { name, text };
  return `no saved query can say what ${quoteValue(address)} does: ${why}`;
}

const NOT_HIDDEN =
  'newsboat hides by the tag ! what is listed here (in a query -feed:ADDRESS leaves one out)';

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^exec:/i, 'the output of a program is no feed here'],
  [/^filter:/i, 'no programs are run over feeds'],
];

function whyLeft(address: string): string {
  const kind = KINDS.find(([pattern]) => pattern.test(address))?.[1] ?? 'not an http(s) address';
  return `${kind}: ${quoteValue(shownUrl(address))}`;
}

/** The address of a feed that one of its tags hides. */
function hiddenBy(tags: readonly string[], url: string | null): readonly string[] {
  return url !== null && tags.some((tag) => tag.startsWith('!')) ? [shownUrl(url)] : [];
}

/** `~` begins a title, `!` a mark for newsboat's own list. */
function newFeed(url: string, words: readonly string[]): NewSubscription {
  const title = words.find((word) => word.startsWith('~')) ?? '';
  const tags = words.filter((word) => !/^[~!]/.test(word)).map(cleanLine);
  return {
    url,
    title: cleanLine(title.slice(1)) || null,
    site: null,
    full: false,
    keep: null,
    // It has no folders: the first of its tags is one, too.
    path: tags.slice(0, 1),
    tags,
  };
}
