// The user's saved queries: a file in the config folder, the same for every library.
import { join } from 'node:path';
import { NewsprintError } from '../../core/errors.ts';
import { parseSavedQueries, type SavedQueries } from '../../core/query/parse-saved-queries.ts';
import { readTextFile } from '../files/read-text-file.ts';
import { systemCode } from '../files/system-error.ts';
import type { Host } from './device.ts';
import { userFolder } from './user-folder.ts';

const NAME = 'queries';

/** What is saved, and what is wrong with it; a file that is not there holds nothing. */
export function readSavedQueries({ env, platform }: Host): SavedQueries {
  const folder = userFolder('config', env, platform);
  if (folder === null) return { queries: [], problems: [] };
  try {
    return parseSavedQueries(readTextFile(join(folder, NAME), NAME), NAME);
  } catch (error) {
    if (!(error instanceof NewsprintError)) throw error;
    const isMissing = ['ENOENT', 'ENOTDIR'].includes(systemCode(error.cause));
    return { queries: [], problems: isMissing ? [] : [{ path: NAME, message: error.message }] };
  }
}
