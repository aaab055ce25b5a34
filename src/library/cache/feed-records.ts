// What is known of feeds that were fetched: validators, when, what went wrong, when to ask again.
import { cleanLine } from '../../core/clean.ts';
import { isObject } from '../../core/json.ts';
import { fileTime } from '../files/read-text-file.ts';
import { type Host, libraryKey } from '../place/device.ts';
import { userPath } from '../place/user-folder.ts';
import { openCachedTable } from './cached-table.ts';
import type { Validators } from './http-cache.ts';

/** What is known of a feed; all times are ISO 8601, UTC. */
export interface FeedRecord extends Validators {
  readonly asked: string | null;
  /** When it last answered well, unchanged or not. */
  readonly fetched: string | null;
  /** Why the last request failed, in a line without the address; `null` after a good one. */
  readonly error: string | null;
  /** Failures in a row. */
  readonly failures: number;
  /** It is not asked for before. */
  readonly retryAt: string | null;
  /** Its server says that it is no more (410). */
  readonly gone: boolean;
  /** The fetcher's own: which entries it knows. */
  readonly state: string | null;
}

/** Records by `feedKey`. */
export type FeedRecords = ReturnType<typeof openFeedRecords>;

export const NO_RECORD: FeedRecord = {
  etag: null,
  lastModified: null,
  asked: null,
  fetched: null,
  error: null,
  failures: 0,
  retryAt: null,
  gone: false,
  state: null,
};

/** Feeds kept, the last set; how large the file may be, in bytes; longest text, in UTF-16 units. */
const MOST = 20_000;
const LARGEST_FILE = 32 * 1024 * 1024;
const LONGEST = 2000;
/** Of a state: the digests of some thousand entries. */
const LONGEST_STATE = 64 * 1024;

/** An error is a line in a list. */
const LONGEST_ERROR = 300;

function recordsFile(root: string): string {
  return `feeds/${libraryKey(root)}.json`;
}

/** When the records of a library were last written, in ms; `NaN` where there are none. */
export function recordsTime(root: string, host: Host): number {
  const folder = userPath('cache', host);
  return folder === null ? Number.NaN : fileTime(folder, recordsFile(root));
}

/** The records of a library: without a cache every feed is new. */
export function openFeedRecords(root: string, host: Host) {
  const options = { path: recordsFile(root), most: MOST, largest: LARGEST_FILE, parse };
  const table = openCachedTable<FeedRecord>(host, options);
  /** `NO_RECORD` for a feed of which nothing is known. */
  return { ...table, get: (key: string): FeedRecord => table.get(key) ?? NO_RECORD };
}

/** A validator that is too long is as good as none; half of one is worse. */
function parse(value: unknown): FeedRecord | null {
  if (!isObject(value)) return null;
  const text = (name: string, longest = LONGEST): string | null => {
    const found = value[name];
    return typeof found === 'string' && found.length <= longest ? found : null;
  };
  const time = (name: string): string | null => {
    const found = text(name);
    return found !== null && Number.isNaN(Date.parse(found)) ? null : found;
  };
  const { failures } = value;
  const error = text('error', Number.POSITIVE_INFINITY)?.slice(0, LONGEST_ERROR);
  return {
    etag: text('etag'),
    lastModified: text('lastModified'),
    asked: time('asked'),
    fetched: time('fetched'),
    retryAt: time('retryAt'),
    state: text('state', LONGEST_STATE),
    error: error === undefined ? null : cleanLine(error),
    failures: Number.isSafeInteger(failures) ? Math.max(0, Number(failures)) : 0,
    gone: value['gone'] === true,
  };
}
