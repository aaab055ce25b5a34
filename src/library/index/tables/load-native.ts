// The engine's machine code: found for this platform and loaded without its package's own search.
import { closeSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What the engine's code offers of SQLite, as functions whose `this` is the database or statement. */
export type Native = Readonly<Record<(typeof NEEDED)[number], (...args: unknown[]) => unknown>>;

const NEEDED = [
  'databaseOpen',
  'databaseClose',
  'databaseExecSync',
  'databasePrepareSync',
  'databaseInterrupt',
  'statementRaw',
  'statementIsReader',
  'statementRun',
  'statementGet',
  'statementRowsSync',
  'rowsNext',
] as const;

/**
 * The engine's code, `null` where it cannot load: it is an optional package. Its own entry takes ten
 * milliseconds to find out on which system it is.
 */
export function loadNative(platform: string, arch: string): Native | null {
  try {
    const native = loadPackage(`@libsql/${targetOf(platform, arch)}`);
    return isNative(native) ? native : null;
  } catch {
    return null;
  }
}

/** From beside our own packages, where most installers put it; else from the package that needs it. */
function loadPackage(name: string): unknown {
  const load = createRequire(import.meta.url);
  try {
    return load(name);
  } catch {
    return createRequire(load.resolve('libsql'))(name);
  }
}

function isNative(value: unknown): value is Native {
  if (typeof value !== 'object' || value === null) return false;
  const functions = new Map(Object.entries(value));
  return NEEDED.every((name) => typeof functions.get(name) === 'function');
}

function targetOf(platform: string, arch: string): string {
  if (platform === 'win32') return `win32-${arch}-msvc`;
  if (platform !== 'linux') return `${platform}-${arch}`;
  const libc = usesMusl() ? 'musl' : 'gnu';
  return arch === 'arm' ? `linux-arm-${libc}eabihf` : `linux-${arch}-${libc}`;
}

/** Which C library Node itself was linked with: the loader's path stands at the start of its file. */
function usesMusl(): boolean {
  const start = Buffer.alloc(4096);
  const file = openSync(process.execPath, 'r');
  try {
    readSync(file, start, 0, start.length, 0);
    return start.includes('ld-musl');
  } finally {
    closeSync(file);
  }
}
