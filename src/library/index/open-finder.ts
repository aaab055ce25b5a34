// Opens the finder of a library: with its index, and without one where there can be none.
import type { Finder, FinderOptions } from '../finder/finder.ts';
import { checkLibrary, openLibrary } from '../finder/open-library.ts';
import { scanFinder } from '../finder/scan-finder.ts';
import type { Host } from '../place/device.ts';
import { type Mutes, NO_MUTES, readMutes } from '../place/mutes.ts';
import { fallbackFinder } from './answers/fallback-finder.ts';
import { readFirstRows } from './answers/first-rows.ts';
import { openIndex, openNow } from './answers/open-index.ts';
import { currentDatabase, indexPlace } from './tables/index-place.ts';

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
  const isWhole = options.isAnew === true || options.isSearched === true;
  const front = isWhole ? null : readFirstRows(root, place, mutes().stamp);
  if (front !== null) return fallbackFinder(opening, () => openNow(opening), front);
  return (await openIndex(opening)) ?? scanFinder(openLibrary(root, host), mutes);
}

/** Whether there is one already, of whatever age: where there is none, opening a finder makes it. */
export function hasIndex(root: string, host: Host): boolean {
  const place = indexPlace(root, host);
  return place !== null && currentDatabase(place) !== null;
}
