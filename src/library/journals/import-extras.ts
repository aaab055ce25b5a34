// What an import added beside articles, for undo: kept with what it moved to the trash, and as long.
import { existsSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ArticleChange } from '../../core/journal/alterations.ts';
import { objectOf, objectsOf, parseJson, textOf } from '../../core/json.ts';
import type { SavedQuery } from '../../core/query/parse-saved-queries.ts';
import { tryOr } from '../../core/try-or.ts';
import { makeFolder, ownFolder } from '../files/folders.ts';
import { tryReadText } from '../files/read-text-file.ts';
import { SUBSCRIPTIONS } from '../files/subscriptions-file.ts';
import { writeWhole } from '../files/temporary-file.ts';
import type { PendingOperation } from './pending-operations.ts';
import { TRASH_FOLDER } from './trash-files.ts';

export interface ImportExtras {
  /** Addresses of feeds, without passwords. */
  readonly feeds: readonly string[];
  readonly queries: readonly SavedQuery[];
  readonly mutes: readonly SavedQuery[];
}

function placeOf(root: string, op: string): string {
  return join(ownFolder(root, TRASH_FOLDER), op, 'brought.json');
}

/** The journal's entry for extras: it makes them a step for undo. */
export const EXTRAS_ADDED: ArticleChange = { id: SUBSCRIPTIONS, set: {}, isStep: true };

/** Records extras, each before it is added: an import that is killed can be undone as well. */
export function recordExtras(root: string, pending: PendingOperation) {
  let all: ImportExtras = { feeds: [], queries: [], mutes: [] };
  const isAny = (): boolean => Object.values(all).some((some) => some.length > 0);
  return {
    isAny,
    /** @throws the system's error, or NewsprintError where the trash is a link out of the library */
    note({ feeds = [], queries = [], mutes = [] }: Partial<ImportExtras>): void {
      all = {
        feeds: [...all.feeds, ...feeds],
        queries: [...all.queries, ...queries],
        mutes: [...all.mutes, ...mutes],
      };
      const path = placeOf(root, pending.op);
      makeFolder(dirname(path));
      writeWhole(path, JSON.stringify(all));
      pending.note(EXTRAS_ADDED);
    },
  };
}

export function hasExtras(root: string, op: string): boolean {
  return tryOr(() => existsSync(placeOf(root, op)), false);
}

/** Those of an operation; what cannot be read counts as none. */
export function readExtras(root: string, op: string): ImportExtras {
  const { feeds, queries, mutes } = objectOf(parseJson(tryReadText(placeOf(root, op)) ?? ''));
  const saved = (list: unknown) =>
    objectsOf(list).map(({ name, text }) => ({ name: textOf(name), text: textOf(text) }));
  return {
    feeds: Array.isArray(feeds) ? feeds.map(textOf) : [],
    queries: saved(queries),
    mutes: saved(mutes),
  };
}

/** Once they were undone. @throws the system's error */
export function dropExtras(root: string, op: string): void {
  const path = placeOf(root, op);
  rmSync(path);
  // What else the operation put there stays.
  tryOr(() => rmdirSync(dirname(path)), undefined);
}
