// Runs a chunk of a build, with the compiled code that earlier calls of its kind left.

import { basename, join } from 'node:path';
import { quickDigest } from '../library/files/digest.ts';
import { userPath } from '../library/place/user-folder.ts';
import { keepHeapLimited } from '../library/threads/limit-heap.ts';
import { openCodeCache } from './code-cache.ts';
import { type Pack, runChunk } from './pack.ts';

interface BuildCall {
  /** The folder of the build's packs; its name is the build's. */
  readonly folder: string;
  readonly entry: string;
  /** Calls of one kind share their compiled code. */
  readonly kind: string;
  /** Is to call it when what this call needs has run, to keep the code. */
  readonly atEnd: (keep: () => void) => void;
  /** Sets the flags of V8 to those that the next such call begins with. */
  readonly setFlags?: () => void;
}

export function runBuild({ folder, entry, kind, atEnd, setFlags }: BuildCall): void {
  const { arch, env, execArgv, version } = process;
  const home = userPath('cache', process, 'code');
  // Then Node's own loader reads the packs, and the source maps where they lie beside them, so that
  // a stack names files and lines of src/.
  const isDebugged = env['NEWSPRINT_DEBUG'] === '1';
  if (isDebugged) process.setSourceMapsEnabled(true);
  // V8 takes no code that was compiled under other flags; no path is one.
  const words = [...execArgv, ...(env['NODE_OPTIONS'] ?? '').split(' ')];
  const flags = quickDigest(words.filter((word) => /^-[^/\\]*$/.test(word)).join(' '));
  const build = `${basename(folder)}-${version}-${arch}-${flags}`;
  const packOf = (name: string, kindOfPack = `${kind}-${name}`): Pack => ({
    path: join(folder, `${name}.cjs`),
    openCache: () => {
      if (isDebugged || home === null) return null;
      const cache = openCodeCache({
        folder: join(home, build),
        kind: kindOfPack,
        user: process.getuid?.(),
        setFlags,
      });
      atEnd(cache.write);
      return cache;
    },
  });
  const packs = [packOf('light', kind), packOf('middle'), packOf('heavy')];
  runChunk(entry, packs, require);
}

/** When a thread, which ends without a word, or the reader has run what it needs, in ms. */
export const SETTLED = 1000;

/** Runs a worker's chunk: called by its file, with this one built to thread.cjs beside it. */
export function runThread(file: string): void {
  const entry = basename(file);
  // Whoever starts a thread keeps itself small, and V8 makes its heap before the thread's code is read.
  if (!process.connected) keepHeapLimited();
  const atEnd = (keep: () => void): void => {
    if (process.connected) process.once('exit', keep);
    else setTimeout(keep, SETTLED).unref();
  };
  runBuild({ folder: __dirname, entry, kind: basename(entry, '.cjs'), atEnd });
}
