// What an operation brought beside articles: kept with what it put into the trash, and as long as that.
import { existsSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isObject, parseJson, textOf } from '../../core/json.ts';
import type { SavedQuery } from '../../core/query/parse-saved-queries.ts';
import { tryOr } from '../../core/try-or.ts';
import { makeFolder, ownFolder } from '../files/folders.ts';
import { tryReadText } from '../files/read-text-file.ts';
import { writeWhole } from '../files/temporary-file.ts';
import { TRASH_FOLDER } from './trash-files.ts';

export interface Brought {
  /** Addresses of feeds, without passwords. */
  readonly feeds: readonly string[];
  readonly queries: readonly SavedQuery[];
  readonly mutes: readonly SavedQuery[];
}

function placeOf(root: string, op: string): string {
  return join(ownFolder(root, TRASH_FOLDER), op, 'brought.json');
}

/** @throws the system's error, or NewsprintError where the trash is a link out of the library */
export function keepBrought(root: string, op: string, brought: Brought): void {
  const path = placeOf(root, op);
  makeFolder(dirname(path));
  writeWhole(path, JSON.stringify(brought));
}

export function hasBrought(root: string, op: string): boolean {
  return tryOr(() => existsSync(placeOf(root, op)), false);
}

/** What cannot be read counts as nothing. */
export function readBrought(root: string, op: string): Brought {
  const value = parseJson(tryReadText(placeOf(root, op)) ?? '');
  const list = (name: string): readonly unknown[] => {
    const items = isObject(value) ? value[name] : [];
    return Array.isArray(items) ? items : [];
  };
  const queries = (name: string) =>
    list(name)
      .filter(isObject)
      .map((one) => ({ name: textOf(one['name']), text: textOf(one['text']) }));
  return {
    feeds: list('feeds').map(textOf),
    queries: queries('queries'),
    mutes: queries('mutes'),
  };
}

/** Once it was taken back. @throws the system's error */
export function dropBrought(root: string, op: string): void {
  const path = placeOf(root, op);
  rmSync(path);
  // What else the operation put there stays.
  tryOr(() => rmdirSync(dirname(path)), undefined);
}
