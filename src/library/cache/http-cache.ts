// What web servers said of pages, so that a page is only sent again when it changed.
import { isObject } from '../../core/json.ts';
import { type Host, libraryKey } from '../place/device.ts';
import { type CachedTable, openCachedTable } from './cached-table.ts';

/** What an answer came with, for the next request to send back (RFC 9110, 8.8). */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

interface KnownAnswer extends Validators {
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
  const path = `http/${libraryKey(root)}-pages.json`;
  return openCachedTable(host, { path, most: MOST, largest: LARGEST_FILE, parse });
}

function parse(value: unknown, url: string): KnownAnswer | null {
  if (!isObject(value) || typeof value['state'] !== 'string') return null;
  const { state } = value;
  const etag = textOrNull(value['etag']);
  const lastModified = textOrNull(value['lastModified']);
  const texts = [url, etag ?? '', lastModified ?? '', state];
  const isOfUse = etag !== null || lastModified !== null;
  const isShort = texts.every(({ length }) => length <= LONGEST);
  return isOfUse && isShort ? { etag, lastModified, state } : null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
