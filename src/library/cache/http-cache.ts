// What web servers said of pages that were fetched, so that a page is only sent again when it changed.
import { join } from 'node:path';
import { mergeRows, readRows, writeRows } from '../files/cached-rows.ts';
import { type Host, libraryKey } from '../place/device.ts';
import { cacheFolder } from '../place/folders.ts';

/** What an answer came with, for the next request to send back (RFC 9110, 8.8). */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What is kept of an answer. */
export interface KnownAnswer extends Validators {
  /** The caller's own: what it needs to tell whether it still has what it made of the answer. */
  readonly state: string;
}

/** Answers by the URL that was asked for. */
export interface HttpCache {
  readonly get: (url: string) => KnownAnswer | null;
  /** @param answer `null` forgets the URL; so does one that has nothing to send back */
  readonly set: (url: string, answer: KnownAnswer | null) => void;
  /** Writes what was set, beside what other processes wrote meanwhile. */
  readonly save: () => void;
}

/** Answers kept, the newest; and how large their file may be, in bytes. */
const MOST = 5000;
const LARGEST_FILE = 16 * 1024 * 1024;
/** Longest URL, validator and state, in UTF-16 units: a server may send anything. */
const LONGEST = 2000;

/**
 * The cache of a library, in the user's cache folder. Nothing here ever fails: without a cache, or
 * with one that cannot be read or written, pages are asked for in full.
 * @param kind one file a kind: `pages`, `feeds`
 */
export function openHttpCache(root: string, host: Host, kind: string): HttpCache {
  const folder = cacheFolder(host.env, host.platform);
  const path = folder === null ? null : join(folder, 'http', `${libraryKey(root)}-${kind}.json`);
  const known = readRows(path, LARGEST_FILE, parseRow);
  const changed = new Map<string, KnownAnswer | null>();
  return {
    get: (url) => (changed.has(url) ? (changed.get(url) ?? null) : (known.get(url) ?? null)),
    set: (url, answer) => void changed.set(url, isOfUse(url, answer) ? answer : null),
    save() {
      if (path === null || changed.size === 0) return;
      const answers = mergeRows(readRows(path, LARGEST_FILE, parseRow), changed, MOST);
      writeRows(path, Array.from(answers, formatRow));
    },
  };
}

function isOfUse(url: string, answer: KnownAnswer | null): answer is KnownAnswer {
  if (answer === null || (answer.etag === null && answer.lastModified === null)) return false;
  const { etag, lastModified, state } = answer;
  return [url, etag ?? '', lastModified ?? '', state].every(({ length }) => length <= LONGEST);
}

function parseRow(row: unknown): readonly (readonly [string, KnownAnswer])[] {
  if (!Array.isArray(row)) return [];
  const [url, etag, lastModified, state]: readonly unknown[] = row;
  if (typeof url !== 'string' || typeof state !== 'string') return [];
  const answer = { etag: textOrNull(etag), lastModified: textOrNull(lastModified), state };
  return isOfUse(url, answer) ? [[url, answer]] : [];
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function formatRow([url, { etag, lastModified, state }]: readonly [string, KnownAnswer]): string {
  return JSON.stringify([url, etag, lastModified, state]);
}
