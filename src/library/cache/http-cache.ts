// What web servers said of pages, so that a page is only sent again when it changed.
import { isObject } from '../../core/json.ts';
import { type Host, libraryKey } from '../place/device.ts';
import { type CachedTable, openCachedTable } from './cached-table.ts';

/** What an answer came with, for the next request to send back (RFC 9110, 8.8). */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What is kept of an answer. */
export interface KnownAnswer extends Validators {
  /** The caller's own: whether it still has what it made of the answer. */
  readonly state: string;
}

/** Answers kept, the newest; and how large their file may be, in bytes. */
const MOST = 5000;
const LARGEST_FILE = 16 * 1024 * 1024;
/** Longest URL, validator and state, in UTF-16 units: a server may send anything. */
const LONGEST = 2000;

/**
 * The answers of web servers by the URL that was asked for: without a cache pages are asked for in
 * full. An answer that has nothing to send back takes the one before away.
 */
export function openHttpCache(root: string, host: Host): CachedTable<KnownAnswer> {
  const table = openCachedTable<KnownAnswer>(host, {
    path: `http/${libraryKey(root)}-pages.json`,
    most: MOST,
    largest: LARGEST_FILE,
    parse,
  });
  return { ...table, set: (url, answer) => table.set(url, isOfUse(url, answer) ? answer : null) };
}

function isOfUse(url: string, answer: KnownAnswer | null): answer is KnownAnswer {
  if (answer === null || (answer.etag === null && answer.lastModified === null)) return false;
  const { etag, lastModified, state } = answer;
  return [url, etag ?? '', lastModified ?? '', state].every(({ length }) => length <= LONGEST);
}

function parse(value: unknown, url: string): KnownAnswer | null {
  if (!isObject(value)) return null;
  const { etag, lastModified, state } = value;
  if (typeof state !== 'string') return null;
  const answer = { etag: textOrNull(etag), lastModified: textOrNull(lastModified), state };
  return isOfUse(url, answer) ? answer : null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
