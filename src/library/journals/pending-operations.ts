// Notes of what an operation is about to do: should it be killed, what it did is still one step to undo.
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { NewsprintError } from '../../core/errors.ts';
import type { ArticleChange } from '../../core/journal/alterations.ts';
import {
  createLineParser,
  formatEntry,
  type JournalEntry,
  NO_REST,
} from '../../core/journal/journal-entry.ts';
import { tryOr } from '../../core/try-or.ts';
import { otherPlace } from '../articles/article-name.ts';
import { isDead, processName, withLock } from '../files/file-lock.ts';
import { inFolder, ownFolder } from '../files/folders.ts';
import { readStart } from '../files/open-file.ts';
import { systemCode } from '../files/system-error.ts';
import { DRAFTS_FOLDER, removeDraft } from '../files/temporary-file.ts';
import { canTakeBack, findRemoved } from './trash-files.ts';

/** An operation that the journal does not have yet. */
export type PendingOperation = ReturnType<typeof openPending>;

const ENDING = '.adding';
/** How long another process that finishes the same is waited for (ms). */
const PATIENCE = 1000;

/**
 * Its notes lie beside the drafts, a line a file as the journal will have it, in a file that is made
 * with the first. They are not flushed: after a loss of power the files count as found.
 * @param start what names of this device begin with; `null` for want of a home, and of undo
 */
export function openPending(root: string, start: string | null, op: string) {
  const path = join(ownFolder(root, DRAFTS_FOLDER), `${start}-${op}${ENDING}`);
  let file: number | null = null;
  const open = (): number => {
    file = inFolder(path, () => openSync(path, 'wx'));
    writeSync(file, processName());
    return file;
  };
  return {
    op,
    /**
     * Notes a change before it is made: a file is put in or moved to the trash, an article is marked,
     * or something is added beside articles.
     * @param size of a file that is put in, in bytes
     */
    note(change: ArticleChange, size = 0): void {
      const { id, set, added = null, replaced = false, path: at, url, guid, feed } = change;
      if (start === null) return;
      const names = { path: at ?? null, url: url ?? null, guid: guid ?? null, feed: feed ?? null };
      const rest = { ...NO_REST, ...names, added, replaced };
      const line = formatEntry({ t: new Date().toISOString(), op, id, as: '', set, rest });
      writeSync(file ?? open(), `${size} ${line}\n`);
    },
    /** Strikes a note: another process had the ID first. */
    drop: (id: string): void =>
      tryOr(() => void (file !== null && writeSync(file, `- ${id}\n`)), undefined),
    /** Removes the notes, once the journal has all of them. */
    end(): void {
      if (file === null) return;
      closeSync(file);
      removeDraft(path);
      file = null;
    },
  };
}

/**
 * Makes each operation of this machine that was killed a step to undo, as far as it came.
 * @param finish writes an operation to the journal, unless that has it
 */
export function finishPending(
  root: string,
  start: string | null,
  finish: (op: string, changes: readonly ArticleChange[]) => void,
): void {
  if (start === null) return;
  for (const name of noteNames(root, start)) {
    const path = join(root, DRAFTS_FOLDER, name);
    const op = name.slice(start.length + 1, -ENDING.length);
    try {
      if (isDead(path, readHolder(path))) {
        withLock(`${path}.lock`, { patience: PATIENCE }, () => {
          finish(op, doneOf(root, readFileSync(path, 'utf8').split(/(?<=\n)/)));
          rmSync(path);
        });
      }
    } catch (error) {
      // Another process was faster, or nothing can be written here: then it waits for the next time.
      if (systemCode(error) === '' && !(error instanceof NewsprintError)) throw error;
    }
  }
}

/** Longest name of a process, in bytes. */
const LONGEST_HOLDER = 1024;

/** The first line, with its newline. */
function readHolder(path: string): string {
  const start = Buffer.from(readStart(path, LONGEST_HOLDER)).toString('latin1');
  return start.slice(0, start.indexOf('\n') + 1);
}

function noteNames(root: string, start: string): readonly string[] {
  const names = tryOr(() => readdirSync(ownFolder(root, DRAFTS_FOLDER)), []);
  return names.filter((name) => name.startsWith(`${start}-`) && name.endsWith(ENDING));
}

/**
 * The changes of these notes that were really made, in the order in which they were noted first: where
 * the journal has some already, all are written again, and it knows them by the first.
 * @param lines each with its newline
 */
function doneOf(root: string, lines: readonly string[]): readonly ArticleChange[] {
  const parse = createLineParser();
  const done = new Map<string, ArticleChange | null>();
  for (const line of lines) {
    const [, size = '', rest = ''] = /^(\S+) (.*)\n$/.exec(line) ?? [];
    if (size === '-') done.delete(rest);
    const entry = size === '-' ? null : parse(rest, '')?.[0];
    if (!entry) continue;
    const before = done.get(entry.id) ?? null;
    done.set(entry.id, changeDone(root, entry, Number(size), before) ?? before);
  }
  return [...done.values()].filter((change) => change !== null);
}

/** @returns `null` where it was not made: the file is not there, or is another's */
function changeDone(root: string, entry: JournalEntry, size: number, before: ArticleChange | null) {
  const { id, set } = entry;
  const { path, url, guid, feed, added, replaced } = entry.rest;
  const change = { id, set, path: path ?? '', url, guid, feed };
  if (added !== null) {
    const isOwn = (place: string): boolean =>
      canTakeBack(root, { ...entry, rest: { ...entry.rest, added: place } }) &&
      (replaced || statSync(join(root, place)).size === size);
    // On its way to the folder of its month it may have come as far as that of its year.
    const place = [added, otherPlace(added)].find((one) => one !== null && isOwn(one));
    return place ? { ...change, path: path ?? place, added: place, replaced } : null;
  }
  // A mark is done by being noted.
  const isStep = Object.keys(set).length === 0;
  if (set.removed === undefined) return { ...change, ...before, set, isStep };
  return ['trash', 'both'].includes(findRemoved(root, entry)) ? change : null;
}
