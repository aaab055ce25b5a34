// Keeps V8's compiled code of the pack under the user's cache folder.
import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Script } from 'node:vm';
import { tryOr } from '../core/try-or.ts';
import { makeFolder } from '../library/files/folders.ts';
import { readBounded } from '../library/files/open-file.ts';

/** Bytes of a file; the largest has a few millions. */
const LARGEST_CODE = 64 * 1024 * 1024;
/** Folders of this many builds and versions of Node stay. */
const KEPT_BUILDS = 4;
/**
 * A call that builds an index needs much that later ones do not. Where one of them needs so many times
 * less than what is kept, it leaves a file without code, and the next compiles its own.
 */
const TOO_MUCH = 1.25;
/** So often: calls of one kind may go on to differ. */
const MOST_DROPS = 3;

interface CacheHost {
  /** For this build and this Node; may not exist yet. */
  readonly folder: string;
  /** Calls of one kind share their code; a name for a file. */
  readonly kind: string;
  /** The user's number; undefined where the system has none. */
  readonly user: number | undefined;
  /** Called before code is written: under the flags of V8 as they are then it is taken again. */
  readonly setFlags?: (() => void) | undefined;
}

/**
 * The compiled code of one kind of call, so that `list` does not load what the reader compiled.
 * It lies in the user's folder and not beside the program: that one may be another's, read-only,
 * or built under another Node. Nothing here ever fails: without a cache the start is slower.
 */
export type CodeCache = ReturnType<typeof openCodeCache>;

/** What a file holds; its code may be empty. */
interface Known {
  /** Names of the chunks whose functions are in it. */
  readonly chunks: readonly string[];
  /** How often it was left out already. */
  readonly drops: number;
}

/** Opens the cache in a folder; one that others own or may write is left alone. */
export function openCodeCache(host: CacheHost) {
  const { folder, kind, user, setFlags } = host;
  const decoded = () => decode(readBounded(join(folder, `${kind}.bin`), LARGEST_CODE));
  const found = isOurs(folder, user) ? tryOr(decoded, undefined) : undefined;
  const { drops = 0, chunks: known = [] } = found?.known ?? {};
  let code = found?.code;
  const chunks = new Set<string>();
  let script: Script | undefined;
  let isComplete = false;
  return {
    /** The code, undefined where there is none to trust. */
    read(): Buffer | undefined {
      const read = code;
      // V8 has its own copy then: some megabytes that nobody reads again.
      code = undefined;
      return read?.length === 0 ? undefined : read;
    },
    /** Takes what was compiled, with or without the code that was read. */
    compiled: (compiled: Script, withCode: boolean): void => {
      script = compiled;
      isComplete = withCode;
    },
    /** Takes the name of a chunk that ran. */
    ran: (chunk: string): void => {
      chunks.add(chunk);
      isComplete &&= known.includes(chunk);
    },
    /** Writes the code, at the end, when the functions that ran are compiled too. */
    write: (): void => {
      const isMuch = known.length > TOO_MUCH * chunks.size;
      const isTooMuch = isComplete && isMuch && drops < MOST_DROPS;
      if (isComplete && !isTooMuch) return;
      setFlags?.();
      const all = isTooMuch ? [] : [...new Set([...chunks, ...known])];
      const made = isTooMuch ? Buffer.alloc(0) : script?.createCachedData();
      tryOr(
        () => writeCode(host, { chunks: all, drops: drops + Number(isTooMuch) }, made),
        undefined,
      );
    },
  };
}

function isOurs(folder: string, user: number | undefined): boolean {
  const stats = tryOr(() => statSync(folder), undefined);
  if (stats === undefined) return false;
  return user === undefined || (stats.uid === user && (stats.mode & 0o022) === 0);
}

/** V8 copies code that does not begin at a whole multiple of so many bytes. */
const WORD = 8;

/** A file holds what is known of it, as a line of JSON, and V8's code; all twice. */
function encode(known: Known, code: Buffer): Buffer {
  const line = JSON.stringify(known);
  const length = Math.ceil((line.length + 1) / WORD) * WORD - 1;
  const once = [Buffer.from(`${line.padEnd(length)}\n`), code];
  return Buffer.concat([...once, ...once]);
}

/**
 * V8 runs damaged code without a look, into a crash. Comparing two copies finds the damage in
 * 0.1 ms, where loading a hash function takes 2.
 */
function decode(file: Buffer | null) {
  if (file === null) throw new Error('too large');
  const once = file.subarray(0, file.length / 2);
  if (!once.equals(file.subarray(once.length))) throw new Error('damaged');
  const end = once.indexOf('\n');
  const known: Known = JSON.parse(once.toString('latin1', 0, end));
  if (!Array.isArray(known.chunks)) throw new Error('not ours');
  return { known, code: once.subarray(end + 1) };
}

function writeCode(
  { folder, user, kind }: CacheHost,
  known: Known,
  code: Buffer | undefined,
): void {
  if (code === undefined) return;
  if (makeFolder(folder, 0o700)) removeOld(dirname(folder));
  if (!isOurs(folder, user)) return;
  const path = join(folder, `${kind}.bin`);
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, encode(known, code), { mode: 0o600 });
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
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
