// What is kept of a feed's last answer, as a text for its record.
import { parseJson } from '../../core/json.ts';

/** Longest list of entries: 12 characters each in a record. */
export const MOST_IN_RECORD = 2000;
/** Characters of a digest in the text. */
const SHORT = 12;

export interface FeedAnswer {
  /** Of the answer's bytes; empty where some entries have to be tried again. */
  readonly digest: string;
  /** The last operation that stored something of the feed. */
  readonly op: string;
  /** Whether its articles were fetched whole. */
  readonly full: boolean;
  /** Digests of the entries that are dealt with. */
  readonly seen: ReadonlySet<string>;
  /** The file of an article of the feed, from the library's root; empty where there is none. */
  readonly path: string;
  /** The date of the oldest article that a limit may remove, ISO 8601; empty for none. */
  readonly oldest: string;
  /** How often the pages of entries were asked for in vain, up to 9. */
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

/** The first characters of a digest. */
export function shorten(digest: string): string {
  return digest.slice(0, SHORT);
}

/** As JSON, with the digests in one string, and tried ones with their number of tries in another. */
export function formatFeedAnswer(state: FeedAnswer): string {
  const { digest, op, full, path, oldest, seen, tries } = state;
  const tried = [...tries].flat().join('');
  return JSON.stringify([digest, op, path, oldest, full ? 'full' : '', [...seen].join(''), tried]);
}

/** A text that is none makes an empty answer. */
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
