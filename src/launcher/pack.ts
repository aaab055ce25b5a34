// Runs the program's packs of chunks through V8's code cache, which saves compiling them every time.

import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import type { CodeCache } from './code-cache.ts';

/** A file of chunks. */
export interface Pack {
  /** An object of CommonJS bodies by the chunk's name, in ASCII. */
  readonly path: string;
  /** Called once, when the pack is read. */
  readonly openCache: () => CodeCache;
}

/** A pack that was read. */
interface OpenPack {
  readonly path: string;
  readonly cache: CodeCache;
  readonly bodies: Bodies;
}

interface PackHost {
  /** One is only read when a chunk is in none before it. */
  readonly packs: readonly Pack[];
  /** Node's require, for what is no chunk. */
  readonly requirePackage: (name: string) => unknown;
  /** The launcher's import(): one inside a script finds no loader. */
  readonly importPackage: (name: string) => Promise<unknown>;
}

type Require = (name: string) => unknown;
type Body = (
  exports: unknown,
  require: Require,
  module: { exports: unknown },
  filename: string,
  dirname: string,
) => void;
type Bodies = Readonly<Record<string, Body>>;

/** Runs a chunk and what it requires, each once; tells the cache which. */
export function runPack(entry: string, host: PackHost): void {
  const { packs, requirePackage, importPackage } = host;
  const findBody = createFinder(packs);
  const modules = new Map([['import-package.cjs', { exports: importPackage as unknown }]]);

  const requireChunk: Require = (name) => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const { body, path, cache } = findBody(name);
    cache.ran(name);
    body(module.exports, requireAny, module, path, dirname(path));
    return module.exports;
  };
  const requireAny: Require = (name) =>
    name.startsWith('./') ? requireChunk(name.slice(2)) : requirePackage(name);

  requireChunk(entry);
}

/** Finds a chunk's body, and the pack it is in. */
function createFinder(
  packs: readonly Pack[],
): (name: string) => OpenPack & { readonly body: Body } {
  const opened: OpenPack[] = [];
  const open = (pack: Pack): OpenPack => {
    const read = readPack(pack);
    opened.push(read);
    return read;
  };
  return (name) => {
    for (const [at, pack] of packs.entries()) {
      const read = opened[at] ?? open(pack);
      const body = read.bodies[name];
      if (body !== undefined) return { ...read, body };
    }
    throw new Error(`no chunk ${name}`);
  };
}

function readPack({ path, openCache }: Pack): OpenPack {
  // Latin-1 reads ASCII without decoding it.
  const source = readFileSync(path, 'latin1');
  const cache = openCache();
  const cachedData = cache.read();
  const script = new Script(source, { filename: path, ...(cachedData && { cachedData }) });
  cache.compiled(script, cachedData !== undefined && script.cachedDataRejected !== true);
  return { path, cache, bodies: script.runInThisContext() };
}
