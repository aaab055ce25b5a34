// Cached pictures that open articles have fetched: files named by content, found by address.
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lazy } from '../../core/lazy.ts';
import { tryOr } from '../../core/try-or.ts';
import { httpUrl } from '../../core/url/clean-url.ts';
import { imageName } from '../articles/store-image.ts';
import { writeWhole } from '../files/temporary-file.ts';
import type { Host } from '../place/device.ts';
import { userPath } from '../place/user-folder.ts';
import { openCachedTable } from './cached-table.ts';

/** Pictures by the addresses that they were fetched from, whichever library asked. */
export type PictureCache = ReturnType<typeof openPictureCache>;

/** Within the cache folder. */
const FOLDER = 'pictures';
/** As `imageName` gives them; anything else in the index is no path. */
const NAME = /^[\da-f]{32}\.(?:png|jpg|gif|webp|avif)$/;

/** Addresses kept, the last set; how large their file may be, in bytes; longest, in UTF-16 units. */
const MOST = 20_000;
const LARGEST_FILE = 8 * 1024 * 1024;
const LONGEST = 2000;

/** Most bytes of all pictures; the oldest are removed. */
const MOST_BYTES = 256 * 1024 * 1024;

const TABLE = {
  path: `${FOLDER}/index.json`,
  most: MOST,
  largest: LARGEST_FILE,
  parse: (name: unknown, url: string): string | null =>
    typeof name === 'string' && NAME.test(name) && url.length <= LONGEST ? name : null,
};

/** Without a cache folder it stays empty. @param most bytes of all pictures */
export function openPictureCache(host: Host, most = MOST_BYTES) {
  const folder = userPath('cache', host, FOLDER);
  const table = lazy(() => openCachedTable<string>(host, TABLE));
  let total: number | null = null;
  const makeRoom = (path: string, size: number): void => {
    total = (total ?? 0) + size;
    if (total > most) total = removeOldest(path, most);
  };
  return {
    /** The file of the picture at an http(s) address; `null` where it is not cached. */
    find(source: string): string | null {
      const url = httpUrl(source);
      const name = url && table().get(url);
      const file = name === null || folder === null ? null : join(folder, name);
      return file !== null && sizeOf(file) > 0 ? file : null;
    },
    /** Caches the bytes from an address, as `httpUrl` writes it; false where that is not possible. */
    keep(url: string, bytes: Uint8Array): boolean {
      const name = imageName(bytes);
      if (name === null || folder === null) return false;
      total ??= files(folder).reduce((sum, { size }) => sum + size, 0);
      const file = join(folder, name);
      const isKept = sizeOf(file) === bytes.length;
      if (!isKept && !tryOr(() => writeWhole(file, bytes) === undefined, false)) return false;
      table().set(url, name);
      if (!isKept) makeRoom(folder, bytes.length);
      return table().get(url) !== null;
    },
    /** Writes which address has which picture; may be called again. */
    save: () => table().save(),
  };
}

function sizeOf(file: string): number {
  return tryOr(() => lstatSync(file).size, 0);
}

/** The pictures in a folder, the oldest first. */
function files(folder: string) {
  const names = tryOr(() => readdirSync(folder), []).filter((name) => NAME.test(name));
  return names
    .flatMap((name) => {
      const file = join(folder, name);
      const stats = tryOr(() => lstatSync(file), null);
      return stats === null ? [] : [{ file, size: stats.size, time: stats.mtimeMs }];
    })
    .toSorted((one, other) => one.time - other.time);
}

/** Removes the oldest until the rest has at most so many bytes; returns their number. */
function removeOldest(folder: string, most: number): number {
  const found = files(folder);
  let total = found.reduce((sum, { size }) => sum + size, 0);
  for (const { file, size } of found) {
    if (total <= most) break;
    tryOr(() => rmSync(file, { force: true }), undefined);
    total -= size;
  }
  return total;
}
