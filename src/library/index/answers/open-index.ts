// Opens the index of a library, built first where there is none that can be used.
import type { OnProgress } from '../../finder/finder.ts';
import { syncIndex } from '../sync/sync-index.ts';
import { type Database, type Engine, EngineError } from '../tables/engine.ts';
import {
  adoptDatabase,
  currentDatabase,
  type IndexPlace,
  newDatabase,
  notePass,
  removeDatabase,
} from '../tables/index-place.ts';
import { isCurrent, tune } from '../tables/schema.ts';

/** How often whoever waits for another process's build looks, in ms. */
const LOOKING_EVERY = 50;

/**
 * The index as the library is now; `null` where there is none of this version, or it is damaged.
 * Nothing is built.
 */
export function openCurrent(engine: Engine, place: IndexPlace, root: string): Database | null {
  const path = currentDatabase(place);
  if (path === null) return null;
  let database: Database | null = null;
  try {
    database = engine(path);
    tune(database);
    if (!isCurrent(database)) throw new EngineError('another version', 'VERSION', null);
    syncIndex(database, root);
    return database;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    // Others have been writing all the while: as it is it can be read.
    if (database !== null && error.code.startsWith('SQLITE_BUSY')) return database;
    closeQuietly(database);
    return null;
  }
}

function closeQuietly(database: Database | null): void {
  try {
    database?.close();
  } catch {
    // It is given up anyhow.
  }
}

/**
 * Builds the index, one process at a time; who waited for another takes what that one built.
 * @param isForced also where there is one that can be used
 * @throws EngineError where it cannot be kept
 */
export async function buildAlone(
  engine: Engine,
  place: IndexPlace,
  root: string,
  { isForced, onProgress }: { readonly isForced: boolean; readonly onProgress: OnProgress },
): Promise<Database> {
  const before = currentDatabase(place);
  const unlock = await takeLock(engine, place);
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
      if (currentDatabase(place) !== path) removeDatabase(path);
      throw error;
    }
    notePass(place);
    const database = openCurrent(engine, place, root);
    if (database === null) throw new EngineError('the index cannot be read', 'LOST', null);
    return database;
  } finally {
    unlock();
  }
}

/** A lock of the system's, which goes with its process however that ends. */
async function takeLock(engine: Engine, { lock }: IndexPlace): Promise<() => void> {
  const database = openLock(engine, lock);
  for (;;) {
    try {
      database.exec('BEGIN EXCLUSIVE');
      return () => closeQuietly(database);
    } catch (error) {
      if (!(error instanceof EngineError) || !error.code.startsWith('SQLITE_BUSY')) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOKING_EVERY));
  }
}

function openLock(engine: Engine, path: string): Database {
  let database: Database | null = null;
  try {
    database = engine(path, 0);
    database.statement('PRAGMA user_version').get();
    return database;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (database !== null && error.code.startsWith('SQLITE_BUSY')) return database;
    // Garbage, or a folder: nothing is in it that anybody needs.
    closeQuietly(database);
    removeDatabase(path);
    return engine(path, 0);
  }
}
