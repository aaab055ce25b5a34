// The engine's machine code: found for this platform and loaded without its package's own search.
import { closeSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The functions of the engine's code; their `this` is the database or the statement. */
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
 * The engine's code, `null` where it cannot load: it is an optional package. Its own entry takes
 * ten milliseconds to find out on which system it is.
 */
export function loadNative(platform: string, arch: string): Native | null {
  try {
    const native = loadPackage(`@libsql/${targetOf(platform, arch)}`);
    return isNative(native) ? native : null;
  } catch {
    return null;
  }
}

/** From where our own packages are, as most installers put it; else from the package it is for. */
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

/** Whether Node was linked with musl, whose loader's path is at the start of Node's file. */
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
