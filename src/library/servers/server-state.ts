// What was last known at a server: a file in the state folder. Without it all is compared anew.
import { appendFileSync, rmSync } from 'node:fs';
import type { Marked } from '../../core/journal/identity.ts';
import type { Marks } from '../../core/journal/marks.ts';
import { isObject, objectOf, parseJson, textOf } from '../../core/json.ts';
import {
  formatRetention,
  keepsMore,
  parseRetention,
  type Retention,
} from '../../core/retention.ts';
import { tryOr } from '../../core/try-or.ts';
import { tryReadBytes } from '../files/read-text-file.ts';
import { writeWhole } from '../files/temporary-file.ts';
import { type Host, libraryKey } from '../place/device.ts';
import { userPath } from '../place/user-folder.ts';

/** An entry's marks as the server last had them, and its article; its ID is empty where there is none. */
export interface KnownEntry extends Marked, Marks {}

/** A feed of the server's as both sides had it last. */
export interface KnownFeed {
  /** At the server. */
  readonly id: string;
  /** As it was in the library. */
  readonly url: string;
  readonly title: string;
  readonly folder: string;
  /** Whether it was marked as the server's. */
  readonly isServers: boolean;
  /** As the server wrote it: the address, the title, the folder. */
  readonly said: readonly [url: string, title: string, folder: string];
}

/** Most entries have none. */
const NO_TAGS: readonly string[] = [];

export type ServerState = ReturnType<typeof openServerState>;

/** A larger file counts as none (bytes). */
const LARGEST = 256 * 1024 * 1024;
/** Lines that say nothing any more, over those that do, from which on the file is written anew. */
const MOST_SPARE = 2000;

function readLines(path: string): readonly string[] | null {
  return tryReadBytes(path, LARGEST)?.toString('utf8').split('\n') ?? null;
}

function parseLines(lines: readonly string[]) {
  const entries = new Map<string, KnownEntry>();
  let feeds: readonly KnownFeed[] = [];
  let cursor = '';
  let synced = '';
  let limits: unknown = {};
  for (const line of lines) {
    const value = parseJson(line);
    const parts: readonly unknown[] = Array.isArray(value) ? value : [];
    const [key, one, two] = parts;
    // An entry's ID may be any of the words: a number follows it.
    if (typeof one === 'number') parseEntry(parts, entries);
    else if (key === 'cursor') {
      cursor = String(one);
      synced = String(two);
    } else if (key === 'limits') limits = one;
    else if (key === 'feeds') feeds = Array.isArray(one) ? one.filter(isFeed) : [];
  }
  return { entries, feeds, cursor, synced, limits: objectOf(limits) };
}

function parseEntry(parts: readonly unknown[], entries: Map<string, KnownEntry>): void {
  const [key, marks, id, as, all] = parts;
  if (typeof key !== 'string' || typeof id !== 'string' || typeof as !== 'string') return;
  const read = (Number(marks) & 1) > 0;
  const starred = (Number(marks) & 2) > 0;
  entries.set(key, { read, starred, tags: Array.isArray(all) ? all.map(String) : NO_TAGS, id, as });
}

function entryLine(id: string, { read, starred, tags, id: article, as }: KnownEntry): string {
  const marks = Number(read) + 2 * Number(starred);
  return JSON.stringify([id, marks, article, as, ...(tags.length === 0 ? [] : [tags])]);
}

function limitTexts(
  keeps: ReadonlyMap<string, Retention | null>,
): Readonly<Record<string, unknown>> {
  const said = [...keeps].flatMap(([id, keep]) =>
    keep === null ? [] : [[id, formatRetention(keep)]],
  );
  return Object.fromEntries(said);
}

function isRaised(
  limits: Readonly<Record<string, unknown>>,
  keeps: ReadonlyMap<string, Retention | null>,
): boolean {
  return Object.entries(limits).some(([id, text]) => {
    const keep = keeps.get(id);
    const before = parseRetention(textOf(text));
    return keep !== undefined && before !== null && keepsMore(keep, before);
  });
}

/**
 * What is known of a server. Each line of the file is a part of it, the last of its kind counts; one
 * that is torn counts for nothing. Nothing here ever fails.
 */
export function openServerState(root: string, host: Host, name: string) {
  const path = stateFile(root, host, name);
  const lines = path === null ? null : readLines(path);
  const { entries, ...known } = parseLines(lines ?? []);
  let { feeds, cursor, synced, limits } = known;
  let count = lines?.length ?? 0;
  let isThere = lines !== null;
  let fresh: string[] = [];
  const feedsLine = () => JSON.stringify(['feeds', feeds]);
  const limitsLine = () => JSON.stringify(['limits', limits]);
  const cursorLine = () => JSON.stringify(['cursor', cursor, synced]);
  return {
    /** By the server's IDs. */
    entries: entries as ReadonlyMap<string, KnownEntry>,
    feeds: () => feeds,
    /** Empty before, and where all is to be told. */
    cursor: () => cursor,
    /** When all was done last, ISO 8601; empty before. */
    synced: () => synced,
    setEntry(id: string, entry: KnownEntry): void {
      entries.set(id, entry);
      fresh.push(entryLine(id, entry));
    },
    setFeeds(all: readonly KnownFeed[]): void {
      const before = feedsLine();
      feeds = all;
      if (feedsLine() !== before) fresh.push(feedsLine());
    },
    /**
     * Notes how much is kept of feeds, by the server's IDs: where there is room for more than before,
     * all is told anew.
     */
    setLimits(keeps: ReadonlyMap<string, Retention | null>): void {
      const before = limits;
      limits = limitTexts(keeps);
      if (JSON.stringify(before) === JSON.stringify(limits)) return;
      if (isRaised(before, keeps)) cursor = '';
      fresh.push(cursorLine(), limitsLine());
    },
    setCursor(next: string, now: Date): void {
      cursor = next;
      synced = now.toISOString();
      fresh.push(cursorLine());
    },
    save(): void {
      if (path === null || fresh.length === 0) return;
      count += fresh.length;
      if (count > 2 * entries.size + MOST_SPARE || !isThere) {
        const lines = Array.from(entries, ([id, one]) => entryLine(id, one));
        const all = [feedsLine(), limitsLine(), ...lines];
        count = all.length;
        tryOr(() => writeWhole(path, `${[...all, cursorLine()].join('\n')}\n`), undefined);
      } else tryOr(() => appendFileSync(path, `\n${fresh.join('\n')}`), undefined);
      isThere = true;
      fresh = [];
    },
  };
}

function isFeed(value: unknown): value is KnownFeed {
  return isObject(value) && Array.isArray(value['said']);
}

export function forgetServer(root: string, host: Host, name: string): void {
  const path = stateFile(root, host, name);
  if (path !== null) tryOr(() => rmSync(path, { force: true }), undefined);
}

function stateFile(root: string, host: Host, name: string): string | null {
  return userPath('state', host, 'servers', `${libraryKey(root)}-${name}`);
}
