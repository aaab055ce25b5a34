// What a fetch remembers of a feed's last answer, as a text for its record.
import { parseJson } from '../../core/json.ts';

/** Longest list of entries: 12 characters each in a record. */
export const MOST_ENTRIES = 2000;
/** Characters of a digest in the text. */
const SHORT = 12;

export interface FeedAnswer {
  /** Of the answer's bytes; empty where entries of it wait to be tried again. */
  readonly digest: string;
  /** The operation that last put something of the feed in. */
  readonly op: string;
  /** Whether its articles were fetched whole. */
  readonly full: boolean;
  /** Digests of the entries that are dealt with. */
  readonly seen: ReadonlySet<string>;
  /** The file of an article of the feed, from the library's root; empty where there is none. */
  readonly path: string;
  /** When the oldest article is from that a limit may take away, ISO 8601; empty for none. */
  readonly oldest: string;
  /** Of entries whose page could not be had: how often it was asked for, up to 9. */
  readonly tries: ReadonlyMap<string, number>;
}

export const NO_STATE: FeedAnswer = {
  digest: '',
  op: '',
  full: false,
  path: '',
  oldest: '',
  seen: new Set(),
  tries: new Map(),
};

/** A digest in as many characters as a state has room for. */
export function shorten(digest: string): string {
  return digest.slice(0, SHORT);
}

/** As JSON, the digests in one string, and those that were tried in another, each with how often. */
export function formatFeedAnswer(state: FeedAnswer): string {
  const { digest, op, full, path, oldest, seen, tries } = state;
  const tried = [...tries].flat().join('');
  return JSON.stringify([digest, op, path, oldest, full ? 'full' : '', [...seen].join(''), tried]);
}

/** Anything else than a state is none. */
export function parseFeedAnswer(text: string | null): FeedAnswer {
  const value = parseJson(text ?? '');
  const texts: readonly unknown[] = Array.isArray(value) ? value : [];
  if (!texts.every((one) => typeof one === 'string')) return NO_STATE;
  const [digest = '', op = '', path = '', oldest = '', full, seen, tried] = texts;
  if (seen === undefined || tried === undefined) return NO_STATE;
  const digests = seen.match(new RegExp(`.{${SHORT}}`, 'g')) ?? [];
  const counts = tried.match(new RegExp(`.{${SHORT}}\\d`, 'g')) ?? [];
  const tries = counts.map((one) => [shorten(one), Number(one.slice(SHORT))] as const);
  const known = { seen: new Set(digests), tries: new Map(tries) };
  return { digest, op, path, oldest, full: full === 'full', ...known };
}
