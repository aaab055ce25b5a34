// The user's files of queries, in the config folder: saved ones and mutes, the same for every library.

import { appendFileSync } from 'node:fs';
import { cleanLine } from '../../core/clean.ts';
import { NewsprintError } from '../../core/errors.ts';
import { parseSavedQueries, type SavedQuery } from '../../core/query/parse-saved-queries.ts';
import { tryKnown } from '../../core/try-or.ts';
import { inFolder } from '../files/folders.ts';
import { readIfThere, tryReadText } from '../files/read-text-file.ts';
import { orRefused } from '../files/system-error.ts';
import { writeWhole } from '../files/temporary-file.ts';
import type { Host } from './device.ts';
import { freeName } from './free-name.ts';
import { userPath } from './user-folder.ts';

/** The files of queries: those the user lists by, and those whose articles are hidden. */
export type QueriesFile = 'queries' | 'mutes';

/** What is saved, and what is wrong with it; a file that is not there holds nothing. */
export function readSavedQueries(host: Host, name: QueriesFile) {
  const path = userPath('config', host, name);
  const none = { queries: [], problems: [] };
  return tryKnown<ReturnType<typeof parseSavedQueries>>(
    () => {
      const text = path && readIfThere(path, name);
      return text === null ? none : parseSavedQueries(text, name);
    },
    ({ message }) => ({ queries: [], problems: [{ path: name, message }] }),
  );
}

/** Where the queries of a file are. @throws NewsprintError where there is no home for it */
export function savedQueriesPath(host: Host, file: QueriesFile): string {
  const path = userPath('config', host, file);
  if (path === null) throw new NewsprintError('no home folder to keep it in');
  return path;
}

/**
 * Adds queries at the end of a file, which is made where there is none. A name that is taken gets a
 * number.
 * @param onNamed told of them as they will stand there, before they do
 * @returns the new ones, and what takes them out again: false where the file was changed since
 * @throws NewsprintError `read-only` or `failed` where it cannot be written
 */
export function addSavedQueries(
  host: Host,
  file: QueriesFile,
  added: readonly SavedQuery[],
  onNamed: (named: readonly SavedQuery[]) => void = () => {},
) {
  const path = savedQueriesPath(host, file);
  const taken = new Set(readSavedQueries(host, file).queries.map(({ name }) => name));
  const named = added.map(({ name, text }) => {
    const plain = cleanLine(name.replaceAll(':', ' ').replace(/^[\s#]+/, '')) || file;
    const free = freeName(plain, taken, ' ');
    taken.add(free);
    return { name: free, text };
  });
  const before = tryReadText(path) ?? '';
  const lines = named.map(lineOf);
  const more = `${/[^\n]$/.test(before) ? '\n' : ''}${lines.join('')}`;
  onNamed(named);
  const append = () => inFolder(path, () => appendFileSync(path, more));
  orRefused(`${path} cannot be written`, append);
  const takeOut = (): boolean => {
    if (tryReadText(path) !== before + more) return false;
    writeWhole(path, before);
    return true;
  };
  return { added: named, takeOut };
}

/**
 * Takes queries out of a file again that stand there as they were added.
 * @returns the names of those that stood there
 */
export function takeSavedQueries(
  host: Host,
  file: QueriesFile,
  added: readonly SavedQuery[],
): readonly string[] {
  if (added.length === 0) return [];
  const path = savedQueriesPath(host, file);
  const before = (tryReadText(path) ?? '').split(/(?<=\n)/);
  const there = added.filter((query) => before.includes(lineOf(query)));
  const lines = new Set(there.map(lineOf));
  if (there.length > 0) writeWhole(path, before.filter((line) => !lines.has(line)).join(''));
  return there.map(({ name }) => name);
}

function lineOf({ name, text }: SavedQuery): string {
  return `${name}: ${text}\n`;
}
