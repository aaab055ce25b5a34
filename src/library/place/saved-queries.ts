// The user's saved queries and mutes: files in the config folder, the same for every library.
import { join } from 'node:path';
import type { Problem } from '../../core/errors.ts';
import { parseQuery } from '../../core/query/parse-query.ts';
import { parseSavedQueries, type SavedQueries } from '../../core/query/parse-saved-queries.ts';
import type { Query } from '../../core/query/query.ts';
import { tryKnown } from '../../core/try-or.ts';
import { readTextFile } from '../files/read-text-file.ts';
import { systemCode } from '../files/system-error.ts';
import type { Host } from './device.ts';
import { userFolder } from './user-folder.ts';

/** The files of queries: those the user lists by, and those whose articles are hidden. */
type QueriesFile = 'queries' | 'mutes';

/** What is saved, and what is wrong with it; a file that is not there holds nothing. */
export function readSavedQueries({ env, platform }: Host, name: QueriesFile): SavedQueries {
  const folder = userFolder('config', env, platform);
  if (folder === null) return { queries: [], problems: [] };
  const read = () => parseSavedQueries(readTextFile(join(folder, name), name), name);
  return tryKnown<SavedQueries>(read, ({ message, cause }) => {
    const isMissing = ['ENOENT', 'ENOTDIR'].includes(systemCode(cause));
    return { queries: [], problems: isMissing ? [] : [{ path: name, message }] };
  });
}

/** What hides articles from lists. */
export interface Mutes {
  /** An article that one of them lets through is hidden. */
  readonly queries: readonly Query[];
  /** The same for the same rules. */
  readonly stamp: string;
  readonly problems: readonly Problem[];
}

export const NO_MUTES: Mutes = { queries: [], stamp: '', problems: [] };

/** The rules as they are now. */
export function readMutes(host: Host): Mutes {
  const { queries, problems } = readSavedQueries(host, 'mutes');
  if (queries.length === 0 && problems.length === 0) return NO_MUTES;
  const now = new Date();
  const stamp = JSON.stringify([queries.map(({ text }) => text), problems]);
  const parsed = queries.map(({ text }) => parseQuery(text, now));
  // One that asks nothing would hide all there is.
  return { queries: parsed.filter(({ terms }) => terms.length > 0), stamp, problems };
}
