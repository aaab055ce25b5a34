// What web servers said of pages that were fetched, so that a page is only sent again when it changed.
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Host, libraryKey } from './device.ts';
import { cacheFolder } from './folders.ts';
import { makeFolder } from './make-folder.ts';
import { readBounded } from './open-file.ts';
import { randomName } from './random-name.ts';

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

type Answers = Map<string, KnownAnswer>;

/**
 * The cache of a library, in the user's cache folder. Nothing here ever fails: without a cache, or
 * with one that cannot be read or written, pages are asked for in full.
 * @param kind one file a kind: `pages`, `feeds`
 */
export function openHttpCache(root: string, host: Host, kind: string): HttpCache {
  const folder = cacheFolder(host.env, host.platform);
  const path = folder === null ? null : join(folder, 'http', `${libraryKey(root)}-${kind}.json`);
  const known = readAnswers(path);
  const changed = new Map<string, KnownAnswer | null>();
  return {
    get: (url) => (changed.has(url) ? (changed.get(url) ?? null) : (known.get(url) ?? null)),
    set: (url, answer) => void changed.set(url, isOfUse(url, answer) ? answer : null),
    save() {
      if (path === null || folder === null || changed.size === 0) return;
      writeAnswers(join(folder, 'http'), path, mergeAnswers(readAnswers(path), changed));
    },
  };
}

function isOfUse(url: string, answer: KnownAnswer | null): answer is KnownAnswer {
  if (answer === null || (answer.etag === null && answer.lastModified === null)) return false;
  const { etag, lastModified, state } = answer;
  return [url, etag ?? '', lastModified ?? '', state].every(({ length }) => length <= LONGEST);
}

function mergeAnswers(answers: Answers, changed: ReadonlyMap<string, KnownAnswer | null>): Answers {
  for (const [url, answer] of changed) {
    // The newest are at the end.
    answers.delete(url);
    if (answer !== null) answers.set(url, answer);
  }
  return new Map([...answers].slice(-MOST));
}

function readAnswers(path: string | null): Answers {
  try {
    const bytes = path === null ? null : readBounded(path, LARGEST_FILE);
    const value: unknown = JSON.parse(bytes?.toString('utf8') ?? '[]');
    return new Map(Array.isArray(value) ? value.flatMap(parseRow) : []);
  } catch {
    return new Map();
  }
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

/** Whole or not at all; two processes that write at once lose nothing but a request or two. */
function writeAnswers(folder: string, path: string, answers: Answers): void {
  const rows = Array.from(answers, ([url, { etag, lastModified, state }]) =>
    JSON.stringify([url, etag, lastModified, state]),
  );
  const draft = `${path}.${randomName()}`;
  attempt(() => {
    makeFolder(folder, 0o700);
    writeFileSync(draft, `[${rows.join(',\n')}]\n`, { mode: 0o600 });
    renameSync(draft, path);
  });
  attempt(() => rmSync(draft, { force: true }));
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // Then nothing is known the next time.
  }
}
