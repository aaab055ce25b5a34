// The user's files of queries, in the config folder: saved ones and mutes, the same for every library.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanLine } from '../../core/clean.ts';
import { NewsprintError } from '../../core/errors.ts';
import { parseSavedQueries, type SavedQuery } from '../../core/query/parse-saved-queries.ts';
import { tryKnown } from '../../core/try-or.ts';
import { makeFolder } from '../files/folders.ts';
import { readIfThere, tryReadText } from '../files/read-text-file.ts';
import { writeError } from '../files/system-error.ts';
import { writeWhole } from '../files/temporary-file.ts';
import type { Host } from './device.ts';
import { userFolder } from './user-folder.ts';

/** The files of queries: those the user lists by, and those whose articles are hidden. */
export type QueriesFile = 'queries' | 'mutes';

/** What is saved, and what is wrong with it; a file that is not there holds nothing. */
export function readSavedQueries({ env, platform }: Host, name: QueriesFile) {
  const folder = userFolder('config', env, platform);
  const none = { queries: [], problems: [] };
  return tryKnown<ReturnType<typeof parseSavedQueries>>(
    () => {
      const text = folder && readIfThere(join(folder, name), name);
      return text === null ? none : parseSavedQueries(text, name);
    },
    ({ message }) => ({ queries: [], problems: [{ path: name, message }] }),
  );
}

/**
 * Adds queries at the end of a file, which is made where there is none. A name that is taken gets a
 * number.
 * @returns all there are, the names of the new ones, and what takes them out again: false where the
 *   file was changed since
 * @throws NewsprintError `read-only` or `failed` where it cannot be written
 */
export function addSavedQueries(host: Host, file: QueriesFile, added: readonly SavedQuery[]) {
  const folder = userFolder('config', host.env, host.platform);
  if (folder === null) throw new NewsprintError('no home folder to keep it in');
  const path = join(folder, file);
  const taken = new Set(readSavedQueries(host, file).queries.map(({ name }) => name));
  const named = added.map(({ name, text }) => {
    const plain = cleanLine(name.replaceAll(':', ' ').replace(/^[\s#]+/, '')) || file;
    let [free, number] = [plain, 2];
    for (; taken.has(free); number += 1) free = `${plain} ${number}`;
    taken.add(free);
    return { name: free, text };
  });
  const before = tryReadText(path) ?? '';
  const lines = named.map(({ name, text }) => `${name}: ${text}\n`);
  const more = `${/[^\n]$/.test(before) ? '\n' : ''}${lines.join('')}`;
  try {
    makeFolder(folder);
    appendFileSync(path, more);
  } catch (cause) {
    throw writeError(`${path} cannot be written`, cause);
  }
  const takeOut = (): boolean => {
    if (tryReadText(path) !== before + more) return false;
    writeWhole(path, before);
    return true;
  };
  return { ...readSavedQueries(host, file), names: named.map(({ name }) => name), takeOut };
}
