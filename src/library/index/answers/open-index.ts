// Opens the index of a library as a finder, built first where there is none that can be used.
import { tryOr } from '../../../core/try-or.ts';
import { takeLongLock } from '../../files/file-lock.ts';
import { systemCode } from '../../files/system-error.ts';
import type { Finder, FinderOptions } from '../../finder/finder.ts';
import { openLibrary } from '../../finder/open-library.ts';
import { scanFinder } from '../../finder/scan-finder.ts';
import { readMutes } from '../../place/mutes.ts';
import { syncIndex } from '../sync/sync-index.ts';
import { type Database, type Engine, loadEngine, UnusableError } from '../tables/engine.ts';
import {
  adoptDatabase,
  currentDatabase,
  giveUp,
  type IndexPlace,
  makePlace,
  newDatabase,
  noteFullCheck,
  removeUnused,
} from '../tables/index-place.ts';
import { isCurrent, shrink, tune } from '../tables/schema.ts';
import { fallbackFinder, type Opening } from './fallback-finder.ts';
import { keepFirstRows } from './first-rows.ts';
import { indexFinder } from './index-finder.ts';
import { openTables } from './open-tables.ts';

/** The index as it is, at once; where it cannot be used a scan, and the next call makes another. */
export function openNow(opening: Opening): Finder {
  const { root, host, place } = opening;
  const engine = loadEngine(host.platform);
  const database = engine === null ? null : openCurrent(engine, place, root);
  if (database !== null) return indexFinder(openTables({ root, host, place, database }, opening));
  if (engine !== null) giveUp(place, currentDatabase(place));
  return scanFinder(openLibrary(root, host), () => readMutes(host));
}

/** The index, made where there is none; `null` where there can be none. */
export async function openIndex(opening: Opening): Promise<Finder | null> {
  const { root, host, place, isAnew = false } = opening;
  const engine = loadEngine(host.platform);
  if (engine === null) return null;
  try {
    const known = isAnew ? null : openCurrent(engine, place, root);
    if (known === null && !makePlace(place)) return null;
    const database = known ?? (await buildAlone(engine, place, root, opening));
    const index = openTables({ root, host, place, database }, opening);
    if (index.keepsFirstRows) keepFirstRows(index);
    return fallbackFinder(opening, () => indexFinder(index), null);
  } catch (error) {
    // The cache is full, or may not be written.
    if (error instanceof UnusableError || systemCode(error) !== '') return null;
    throw error;
  }
}

/**
 * The index as the library is now; `null` where there is none of this version, or it is damaged.
 * Nothing is built.
 * @param mayBeOld whether it is wanted as it is, too, where other processes write all the while
 */
export function openCurrent(
  engine: Engine,
  place: IndexPlace,
  root: string,
  mayBeOld = true,
): Database | null {
  const path = currentDatabase(place);
  if (path === null) return null;
  let database: Database | null = null;
  try {
    database = engine(path);
    tune(database);
    if (!isCurrent(database)) throw new UnusableError('another version');
    syncIndex(database, root);
    shrink(database);
    return database;
  } catch (error) {
    if (!(error instanceof UnusableError)) throw error;
    // Other processes have been writing all the while: it can be read as it is.
    if (mayBeOld && database !== null && error.code.startsWith('SQLITE_BUSY')) return database;
    // It is let go of anyhow.
    tryOr(() => database?.close(), undefined);
    return null;
  }
}

/**
 * Builds the index, one process at a time; one that waited for another takes what that one built.
 * @param isForced also where there is one that can be used
 * @throws UnusableError where it cannot be kept
 */
async function buildAlone(
  engine: Engine,
  place: IndexPlace,
  root: string,
  { isAnew: isForced = false, onProgress = () => {}, onWait = () => {} }: FinderOptions,
): Promise<Database> {
  const before = currentDatabase(place);
  const unlock = await takeLongLock(place.lock, new AbortController().signal, onWait);
  try {
    const isBuilt = currentDatabase(place) !== before;
    const built = isBuilt || !isForced ? openCurrent(engine, place, root) : null;
    if (built !== null) return built;
    const path = newDatabase(place);
    try {
      const { buildIndex } = await import('../sync/build-index.ts');
      await buildIndex(engine, path, root, onProgress);
      adoptDatabase(place, path);
    } catch (error) {
      // Nobody would find it, and the next command would leave another.
      removeUnused(place);
      throw error;
    }
    noteFullCheck(place);
    const database = openCurrent(engine, place, root);
    if (database === null) throw new UnusableError('the index cannot be read');
    return database;
  } finally {
    unlock?.();
  }
}
