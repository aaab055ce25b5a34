// The user's saved queries: a file in the config folder, the same for every library.
import { join } from 'node:path';
import { parseSavedQueries, type SavedQueries } from '../../core/query/parse-saved-queries.ts';
import { tryKnown } from '../../core/try-or.ts';
import { readTextFile } from '../files/read-text-file.ts';
import { systemCode } from '../files/system-error.ts';
import type { Host } from './device.ts';
import { userFolder } from './user-folder.ts';

const NAME = 'queries';

/** What is saved, and what is wrong with it; a file that is not there holds nothing. */
export function readSavedQueries({ env, platform }: Host): SavedQueries {
  const folder = userFolder('config', env, platform);
  if (folder === null) return { queries: [], problems: [] };
  const read = () => parseSavedQueries(readTextFile(join(folder, NAME), NAME), NAME);
  return tryKnown<SavedQueries>(read, ({ message, cause }) => {
    const isMissing = ['ENOENT', 'ENOTDIR'].includes(systemCode(cause));
    return { queries: [], problems: isMissing ? [] : [{ path: NAME, message }] };
  });
}
