// Runs the program's chunks out of its packs, each a file of chunks that is read at once.

import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import type { CodeCache } from './code-cache.ts';

/** A file of chunks. */
export interface Pack {
  /** An object of CommonJS bodies by the chunk's name, in ASCII. */
  readonly path: string;
  /** Called once, when the pack is read; `null` where Node's own loader is to read it. */
  readonly openCache: () => CodeCache | null;
}

/** A pack that was read. */
interface OpenPack {
  readonly cache: CodeCache | null;
  readonly bodies: Bodies;
}

type Require = (name: string) => unknown;
type Body = (
  exports: unknown,
  require: Require,
  module: { exports: unknown },
  importMeta: { readonly url: string },
) => void;
type Bodies = Readonly<Record<string, Body>>;

/**
 * Runs a chunk and what it requires, each once; tells the cache which.
 * @param packs one is only read when a chunk is in none before it
 * @param requirePackage Node's require, for what is no chunk
 */
export function runChunk(entry: string, packs: readonly Pack[], requirePackage: Require): void {
  const findBody = createFinder(packs, requirePackage);
  const modules = new Map<string, { exports: unknown }>();
  // To a chunk, import.meta.url is the folder of the packs, so that '../articles' leads where it
  // leads from src/cli.ts.
  const importMeta = { url: pathToFileURL(dirname(packs[0]?.path ?? '')).href };

  const requireChunk: Require = (name) => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const { body, cache } = findBody(name);
    cache?.ran(name);
    body(module.exports, requireAny, module, importMeta);
    return module.exports;
  };
  const requireAny: Require = (name) =>
    name.startsWith('./') ? requireChunk(name.slice(2)) : requirePackage(name);

  requireChunk(entry);
}

/** Finds a chunk's body, and the pack it is in. */
function createFinder(
  packs: readonly Pack[],
  requirePackage: Require,
): (name: string) => OpenPack & { readonly body: Body } {
  const opened: OpenPack[] = [];
  const open = (pack: Pack): OpenPack => {
    const read = readPack(pack, requirePackage);
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

function readPack({ path, openCache }: Pack, requirePackage: Require): OpenPack {
  const cache = openCache();
  if (cache === null) return { cache, bodies: requirePackage(path) as Bodies };
  // Latin-1 reads ASCII without decoding it.
  const source = readFileSync(path, 'latin1');
  const cachedData = cache.read();
  const script = new Script(source, { filename: path, ...(cachedData && { cachedData }) });
  cache.compiled(script, cachedData !== undefined && script.cachedDataRejected !== true);
  return { cache, bodies: script.runInThisContext() };
}
