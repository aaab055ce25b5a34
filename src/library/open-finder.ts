// Opens the finder of a library: with its index where that is worth it, without one elsewhere.
import type { Host } from './device.ts';
import type { Finder, OnProgress } from './finder.ts';
import { EngineError, loadEngine } from './index/engine.ts';
import { readFrontPage } from './index/front-page.ts';
import { indexFinder } from './index/index-finder.ts';
import { lazyFinder } from './index/lazy-finder.ts';
import { buildAlone, openCurrent } from './index/open-index.ts';
import { keepFrontPage, type OpenIndex, openTables } from './index/open-tables.ts';
import {
  currentDatabase,
  giveUp,
  type IndexPlace,
  indexPlace,
  isPassDue,
  makePlace,
  notePass,
} from './index/places.ts';
import { soundFinder } from './index/sound-finder.ts';
import { checkLibrary, openLibrary } from './library.ts';
import { hasMoreFiles } from './scan.ts';
import { scanFinder } from './scan-finder.ts';
import { systemCode } from './system-error.ts';

/** How a finder is opened. */
export interface FinderOptions {
  /** Whether also a small library gets an index. */
  readonly isIndexed?: boolean;
  /** Whether the index is made anew, whatever there is. */
  readonly isAnew?: boolean;
  /** Whether it stays open for long: what was looked at does not stay in memory. */
  readonly isSteady?: boolean;
  /** Told while an index is built. */
  readonly onProgress?: OnProgress;
  /**
   * Called at the end where no command compared all files for ten minutes: only that finds what was
   * edited in its place. It is not called again for another ten.
   */
  readonly onStale?: () => void;
}

/** A library of so many files is read as quickly as its index. */
const SMALL = 300;

interface Opening extends FinderOptions {
  readonly root: string;
  readonly host: Host;
  readonly place: IndexPlace;
}

/**
 * A finder for the library. Its index is made, or made anew where it is damaged or of another
 * version, without asking; where there can be none everything is read.
 * @param host whose marks can be kept, and where the index is; without one there is none
 * @throws NewsprintError `not-found` where there is no such folder, `unreadable` where it is a file
 */
export async function openFinder(
  root: string,
  host?: Host,
  options: FinderOptions = {},
): Promise<Finder> {
  checkLibrary(root);
  const place = host === undefined ? null : indexPlace(root, host);
  if (host === undefined || place === null) return scanFinder(openLibrary(root, host));
  const opening: Opening = { ...options, root, host, place };
  const isAnew = options.isAnew === true;
  const front = isAnew ? null : readFrontPage(root, place);
  if (front !== null) {
    return lazyFinder(
      root,
      front,
      () => openNow(opening),
      () => endOf(opening),
    );
  }
  const isWanted = isAnew || options.isIndexed === true || currentDatabase(place) !== null;
  const isIndexed = isWanted || hasMoreFiles(root, SMALL);
  return (isIndexed ? await openIndex(opening) : null) ?? scan(opening);
}

function scan({ root, host }: Opening): Finder {
  return scanFinder(openLibrary(root, host));
}

/** The index as it is, at once; where it cannot be used a scan, and the next call makes another. */
function openNow(opening: Opening): Finder {
  const { root, host, place } = opening;
  const engine = loadEngine(host.platform);
  const database = engine === null ? null : openCurrent(engine, place, root);
  if (database === null) {
    if (engine !== null) giveUp(place, currentDatabase(place));
    return scan(opening);
  }
  return soundIndex(opening, openTables({ root, place, database }), () => {});
}

async function openIndex(opening: Opening): Promise<Finder | null> {
  const { root, host, place, isAnew = false, onProgress = () => {} } = opening;
  const engine = loadEngine(host.platform);
  if (engine === null) return null;
  try {
    const known = isAnew ? null : openCurrent(engine, place, root);
    if (known === null && !makePlace(place)) return null;
    const database =
      known ?? (await buildAlone(engine, place, root, { isForced: isAnew, onProgress }));
    const index = openTables({ root, place, database });
    keepFrontPage(index);
    return soundIndex(opening, index, () => endOf(opening));
  } catch (error) {
    // The cache is full, or may not be written.
    if (error instanceof EngineError || systemCode(error) !== '') return null;
    throw error;
  }
}

function soundIndex(opening: Opening, index: OpenIndex, onClose: () => void): Finder {
  const { place, isSteady = false } = opening;
  // Pages of the file that were looked at count as memory while they are mapped.
  if (isSteady) index.database.statement('PRAGMA mmap_size = 0').all();
  const path = currentDatabase(place);
  const onDamage = (): Finder => {
    giveUp(place, path);
    return scan(opening);
  };
  return soundFinder(indexFinder(index), onDamage, onClose);
}

function endOf({ place, onStale }: Opening): void {
  if (onStale !== undefined && isPassDue(place) && notePass(place)) onStale();
}
