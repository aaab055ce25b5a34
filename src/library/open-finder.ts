// Opens the finder of a library.
import type { Host } from './device.ts';
import type { Finder } from './finder.ts';
import { openLibrary } from './library.ts';
import { scanFinder } from './scan-finder.ts';

/**
 * A finder for the library.
 * @param host whose marks can be kept; without one they can only be read
 * @throws NewsprintError `not-found` where there is no such folder, `unreadable` where it is a file
 */
export function openFinder(root: string, host?: Host): Finder {
  return scanFinder(openLibrary(root, host));
}
