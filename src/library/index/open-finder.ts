// Opens the finder of a library: with its index where that is worth it, without one elsewhere.
import { hasMoreFiles } from '../articles/scan-folder.ts';
import type { Finder, FinderOptions } from '../finder/finder.ts';
import { checkLibrary, openLibrary } from '../finder/open-library.ts';
import { scanFinder } from '../finder/scan-finder.ts';
import type { Host } from '../place/device.ts';
import { type Mutes, NO_MUTES, readMutes } from '../place/mutes.ts';
import { fallbackFinder } from './answers/fallback-finder.ts';
import { readFirstRows } from './answers/first-rows.ts';
import { openIndex, openNow } from './answers/open-index.ts';
import { journalStamps } from './sync/journal-sync.ts';
import { currentDatabase, indexPlace } from './tables/index-place.ts';

/** A library of so many files is read as quickly as its index… */
const SMALL = 300;
/** …where its journals are not longer than this: 2 MiB. */
const SHORT = 2 * 1024 * 1024;

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
  const mutes = (): Mutes => (host === undefined ? NO_MUTES : readMutes(host));
  if (host === undefined || place === null) return scanFinder(openLibrary(root, host), mutes);
  const opening = { ...options, root, host, place };
  const isAnew = options.isAnew === true;
  const front =
    isAnew || options.isSearched === true ? null : readFirstRows(root, place, mutes().stamp);
  if (front !== null) return fallbackFinder(opening, () => openNow(opening), front);
  const isWanted = isAnew || options.isIndexed === true || currentDatabase(place) !== null;
  if (isWanted || hasMoreFiles(root, SMALL) || hasLongJournals(root)) {
    const indexed = await openIndex(opening);
    if (indexed !== null) return indexed;
  }
  return scanFinder(openLibrary(root, host), mutes);
}

function hasLongJournals(root: string): boolean {
  return journalStamps(root).reduce((sum, { size }) => sum + size, 0) > SHORT;
}
