// Opens the index of a library as a finder; where it cannot be used everything is read instead.

import { systemCode } from '../../files/system-error.ts';
import type { Finder, FinderOptions } from '../../finder/finder.ts';
import { openLibrary } from '../../finder/open-library.ts';
import { scanFinder } from '../../finder/scan-finder.ts';
import type { Host } from '../../place/device.ts';
import { EngineError, loadEngine } from '../tables/engine.ts';
import {
  callWhenStale,
  currentDatabase,
  giveUp,
  type IndexPlace,
  makePlace,
} from '../tables/index-place.ts';
import { indexFinder } from './index-finder.ts';
import { buildAlone, openCurrent } from './open-index.ts';
import { keepFrontPage, type OpenIndex, openTables } from './open-tables.ts';
import { soundFinder } from './sound-finder.ts';

/** A library that has an index, or shall have one. */
export interface Opening extends FinderOptions {
  readonly root: string;
  readonly host: Host;
  readonly place: IndexPlace;
}

/** The index as it is, at once; where it cannot be used a scan, and the next call makes another. */
export function openNow(opening: Opening): Finder {
  const { root, host, place } = opening;
  const engine = loadEngine(host.platform);
  const database = engine === null ? null : openCurrent(engine, place, root);
  if (database === null) {
    if (engine !== null) giveUp(place, currentDatabase(place));
    return scan(opening);
  }
  return soundIndex(opening, openTables({ root, place, database }), () => {});
}

/** The index, made where there is none; `null` where there can be none. */
export async function openIndex(opening: Opening): Promise<Finder | null> {
  const { root, host, place, isAnew = false, onProgress = () => {} } = opening;
  const engine = loadEngine(host.platform);
  if (engine === null) return null;
  try {
    const known = isAnew ? null : openCurrent(engine, place, root);
    if (known === null && !makePlace(place)) return null;
    const database =
      known ?? (await buildAlone(engine, place, root, { isForced: isAnew, onProgress }));
    const index = openTables({ root, place, database });
    if (opening.isSearched !== true) keepFrontPage(index);
    return soundIndex(opening, index, () => callWhenStale(place, opening.onStale));
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

function scan({ root, host }: Opening): Finder {
  return scanFinder(openLibrary(root, host));
}
