// What an operation brought beside articles: kept with what it put into the trash, and as long as that.
import { existsSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ArticleChange } from '../../core/journal/alterations.ts';
import { isObject, parseJson, textOf } from '../../core/json.ts';
import type { SavedQuery } from '../../core/query/parse-saved-queries.ts';
import { tryOr } from '../../core/try-or.ts';
import { makeFolder, ownFolder } from '../files/folders.ts';
import { tryReadText } from '../files/read-text-file.ts';
import { SUBSCRIPTIONS } from '../files/subscriptions-file.ts';
import { writeWhole } from '../files/temporary-file.ts';
import { TRASH_FOLDER } from './trash-files.ts';
import type { Notes } from './unfinished.ts';

export interface Brought {
  /** Addresses of feeds, without passwords. */
  readonly feeds: readonly string[];
  readonly queries: readonly SavedQuery[];
  readonly mutes: readonly SavedQuery[];
}

function placeOf(root: string, op: string): string {
  return join(ownFolder(root, TRASH_FOLDER), op, 'brought.json');
}

/** What a journal says of what came beside articles: that it is a step for undo. */
export const BROUGHT: ArticleChange = { id: SUBSCRIPTIONS, set: {}, isStep: true };

/** What an operation brings beside articles. It is noted before it is there, should it be killed. */
export function createBringing(root: string, notes: Notes) {
  let all: Brought = { feeds: [], queries: [], mutes: [] };
  const isAny = (): boolean => Object.values(all).some((some) => some.length > 0);
  return {
    isAny,
    /** @throws the system's error, or NewsprintError where the trash is a link out of the library */
    note({ feeds = [], queries = [], mutes = [] }: Partial<Brought>): void {
      all = {
        feeds: [...all.feeds, ...feeds],
        queries: [...all.queries, ...queries],
        mutes: [...all.mutes, ...mutes],
      };
      const path = placeOf(root, notes.op);
      makeFolder(dirname(path));
      writeWhole(path, JSON.stringify(all));
      notes.note(BROUGHT);
    },
  };
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
