// What a fetch remembers of a feed's last answer, as a text for its record.
import { tryOr } from '../../core/try-or.ts';

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
  /** Of entries whose page could not be had: how often it was asked for. */
  readonly tries: ReadonlyMap<string, number>;
}

/** Of a feed that was never read. */
export const NO_STATE: FeedAnswer = {
  ...{ digest: '', op: '', full: false, path: '', oldest: '' },
  ...{ seen: new Set(), tries: new Map() },
};

/** A digest in as many characters as a state has room for. */
export function shorten(digest: string): string {
  return digest.slice(0, SHORT);
}

/** As JSON, the digests in one string. */
export function formatFeedAnswer(state: FeedAnswer): string {
  const { digest, op, full, path, oldest, seen, tries } = state;
  return JSON.stringify([digest, op, full, path, oldest, [...seen].join(''), [...tries].flat()]);
}

/** Anything else than a state is none. */
export function parseFeedAnswer(text: string | null): FeedAnswer {
  const value: unknown = tryOr(() => JSON.parse(text ?? ''), null);
  if (!Array.isArray(value)) return NO_STATE;
  const [digest, op, full, path, oldest, seen, tries]: readonly unknown[] = value;
  const texts = { digest, op, path, oldest };
  if (!areTexts(texts) || typeof seen !== 'string') return NO_STATE;
  const digests = seen.match(new RegExp(`.{${SHORT}}`, 'g')) ?? [];
  return { ...texts, full: full === true, seen: new Set(digests), tries: parseTries(tries) };
}

type Texts = Pick<FeedAnswer, 'digest' | 'op' | 'path' | 'oldest'>;

function areTexts(values: Readonly<Record<keyof Texts, unknown>>): values is Texts {
  return Object.values(values).every((value) => typeof value === 'string');
}

function parseTries(value: unknown): ReadonlyMap<string, number> {
  const tries = new Map<string, number>();
  if (!Array.isArray(value)) return tries;
  for (let at = 0; at + 1 < value.length; at += 2) {
    const [digest, count]: readonly unknown[] = value.slice(at, at + 2);
    if (typeof digest === 'string' && typeof count === 'number') tries.set(digest, count);
  }
  return tries;
}
