// Keeps V8's compiled code of the chunks under the user's cache folder.
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Script } from 'node:vm';

/** Folders of this many builds and versions of Node stay. */
const KEPT_BUILDS = 4;

/** What the cache asks of the world. */
export interface CacheHost {
  /** For this build and this Node; may not exist yet. */
  readonly folder: string;
  /** The user's number; undefined where the system has none. */
  readonly user: number | undefined;
}

/**
 * Compiled code by chunk. It lies in the user's folder and not beside the program: that one may be
 * another's, read-only, or built under another Node. Nothing here ever fails: a cache that cannot
 * be read or written is a slower start.
 */
export interface CodeCache {
  /** The code of a chunk, undefined where there is none to trust. */
  readonly read: (name: string) => Buffer | undefined;
  /** Remembers a compiled chunk for `write`. */
  readonly keep: (name: string, script: Script) => void;
  /** Writes what was kept, with the functions compiled since. */
  readonly write: () => void;
}

/** Opens the cache in a folder; one that others own or may write is left alone. */
export function openCodeCache({ folder, user }: CacheHost): CodeCache {
  const kept = new Map<string, Script>();
  const trusted = isOurs(folder, user);
  return {
    read: (name) => (trusted ? readCode(join(folder, `${name}.bin`)) : undefined),
    keep: (name, script) => {
      kept.set(name, script);
    },
    write: () => {
      if (kept.size > 0) attempt(() => writeAll(folder, user, kept));
    },
  };
}

function isOurs(folder: string, user: number | undefined): boolean {
  const stats = attempt(() => statSync(folder));
  if (stats === undefined) return false;
  return user === undefined || (stats.uid === user && (stats.mode & 0o022) === 0);
}

/**
 * V8 runs damaged code without a look, into a crash. So the file holds it twice: comparing the
 * halves costs 0.1 ms where loading a hash function costs 2.
 */
function readCode(path: string): Buffer | undefined {
  const file = attempt(() => readFileSync(path));
  if (file === undefined || file.length === 0 || file.length % 2 === 1) return undefined;
  const code = file.subarray(0, file.length / 2);
  return code.equals(file.subarray(file.length / 2)) ? code : undefined;
}

function writeAll(folder: string, user: number | undefined, kept: ReadonlyMap<string, Script>) {
  if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) removeOld(dirname(folder));
  if (!isOurs(folder, user)) return;
  for (const [name, script] of kept) {
    const code = script.createCachedData();
    const path = join(folder, `${name}.bin`);
    writeFileSync(`${path}.${process.pid}`, Buffer.concat([code, code]), { mode: 0o600 });
    renameSync(`${path}.${process.pid}`, path);
  }
}

/** Leaves the newest folders. */
function removeOld(parent: string): void {
  const folders = readdirSync(parent).map((name) => {
    const path = join(parent, name);
    return { path, time: statSync(path).mtimeMs };
  });
  folders.sort((a, b) => b.time - a.time);
  for (const { path } of folders.slice(KEPT_BUILDS)) rmSync(path, { recursive: true, force: true });
}

function attempt<Value>(action: () => Value): Value | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
