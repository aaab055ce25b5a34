// Opens the finder of a library: with its index where that is worth it, without one elsewhere.
import type { Host } from './device.ts';
import type { Finder } from './finder.ts';
import type { OnProgress } from './index/build.ts';
import { type Database, EngineError, loadEngine } from './index/engine.ts';
import { readFrontPage } from './index/front-page.ts';
import { indexFinder, keepFrontPage, openTables } from './index/index-finder.ts';
import { lazyFinder } from './index/lazy-finder.ts';
import { buildAlone, openCurrent } from './index/open-index.ts';
import { currentDatabase, giveUp, type IndexPlace, indexPlace, makePlace } from './index/places.ts';
import { soundFinder } from './index/sound-finder.ts';
import { checkLibrary, openLibrary } from './library.ts';
import { hasMoreFiles } from './scan.ts';
import { scanFinder } from './scan-finder.ts';
import { systemCode } from './system-error.ts';

/** How a finder is opened. */
export interface FinderOptions {
  /** Whether also a small library gets an index. */
  readonly isIndexed?: boolean;
  /** Told while an index is built. */
  readonly onProgress?: OnProgress;
}

/** A library of so many files is read as quickly as its index. */
const SMALL = 300;

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
  const scan = (): Finder => scanFinder(openLibrary(root, host));
  const place = host === undefined ? null : indexPlace(root, host);
  if (host === undefined || place === null) return scan();
  const front = readFrontPage(root, place);
  if (front !== null) {
    return lazyFinder(root, front, () => openNow(root, host, place) ?? scan());
  }
  if (currentDatabase(place) === null && options.isIndexed !== true && !hasMoreFiles(root, SMALL)) {
    return scan();
  }
  return (await openIndex(root, host, place, options)) ?? scan();
}

/** The index as it is, at once; `null` where there is none that can be used. */
function openNow(root: string, host: Host, place: IndexPlace): Finder | null {
  const engine = loadEngine(host.platform);
  const database = engine === null ? null : openCurrent(engine, place, root);
  return database === null ? null : soundIndex({ root, place, database }, host);
}

async function openIndex(
  root: string,
  host: Host,
  place: IndexPlace,
  { onProgress = () => {} }: FinderOptions,
): Promise<Finder | null> {
  const engine = loadEngine(host.platform);
  if (engine === null) return null;
  try {
    const known = openCurrent(engine, place, root);
    const database =
      known ??
      (makePlace(place)
        ? await buildAlone(engine, place, root, { isForced: false, onProgress })
        : null);
    if (database === null) return null;
    return soundIndex({ root, place, database }, host, true);
  } catch (error) {
    // The cache is full, or may not be written.
    if (error instanceof EngineError || systemCode(error) !== '') return null;
    throw error;
  }
}

interface Tables {
  readonly root: string;
  readonly place: IndexPlace;
  readonly database: Database;
}

/** @param isNew whether its front page is to be written */
function soundIndex(tables: Tables, host: Host, isNew = false): Finder {
  const { root, place } = tables;
  const path = currentDatabase(place);
  const index = openTables(tables);
  if (isNew) keepFrontPage(index);
  return soundFinder(indexFinder(index), () => {
    if (path !== null) giveUp(place, path);
    return scanFinder(openLibrary(root, host));
  });
}
