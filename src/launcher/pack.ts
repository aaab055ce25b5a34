// Runs the program's chunks out of its packs, each a file of chunks that is read at once.

import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import type { CodeCache } from './code-cache.ts';

export interface Pack {
  /** A `Chunks` object, in ASCII. */
  readonly path: string;
  /** Called once, when the pack is read; `null` where Node's own loader is to read it. */
  readonly openCache: () => CodeCache | null;
}

/** What a pack's script has as its value. */
interface Chunks {
  /** CommonJS bodies by the chunk's name. */
  readonly bodies: Readonly<Record<string, Body>>;
  /** The names of chunks that need not run before one of their exports is used, also of later packs. */
  readonly late: readonly string[];
}

type Require = (name: string) => unknown;
type Body = (
  exports: object,
  require: Require,
  module: { exports: object },
  importMeta: Pick<ImportMeta, 'filename' | 'url'>,
) => void;

interface OpenPack extends Pick<Chunks, 'bodies'> {
  readonly late: ReadonlySet<string>;
  readonly cache: CodeCache | null;
}

/**
 * Runs a chunk and what it requires, each once; tells the cache which.
 * @param packs one is only read when a chunk is in none before it
 * @param requirePackage Node's require, for what is no chunk
 */
export function runChunk(entry: string, packs: readonly Pack[], requirePackage: Require): void {
  const opened: OpenPack[] = [];
  const packOf = createFinder(packs, opened, requirePackage);
  const isLate = (name: string): boolean => opened.some(({ late }) => late.has(name));
  const modules = new Map<string, { exports: object }>();
  const waiting = new Map<string, object>();
  // To a chunk its file is the folder of the packs, so that '../../articles' leads where it leads
  // from src/cli.ts. meow asks for a URL and does not look at it.
  const filename = dirname(packs[0]?.path ?? '');
  const importMeta = { filename, url: `file://${filename}` };

  const run = (name: string): object => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const { bodies, cache } = packOf(name);
    cache?.ran(name);
    bodies[name]?.(module.exports, requireAny, module, importMeta);
    return module.exports;
  };
  const requireAny: Require = (path) => {
    if (!path.startsWith('./')) return requirePackage(path);
    const name = path.slice(2);
    const known = modules.get(name)?.exports ?? waiting.get(name);
    if (known !== undefined) return known;
    if (!isLate(name)) return run(name);
    const exports = lateExports(() => run(name));
    waiting.set(name, exports);
    return exports;
  };

  run(entry);
}

/** Exports that run their chunk when the first of them is asked for, and inherit what it exports. */
function lateExports(run: () => object): object {
  const get = (_: object, name: PropertyKey): unknown => {
    Object.setPrototypeOf(late, run());
    return Reflect.get(late, name);
  };
  const late: object = Object.create(new Proxy({}, { get }));
  return late;
}

/** Finds the pack that a chunk is in; keeps those that it opened. */
function createFinder(
  packs: readonly Pack[],
  opened: OpenPack[],
  requirePackage: Require,
): (name: string) => OpenPack {
  return (name) => {
    for (const [at, pack] of packs.entries()) {
      const read = opened[at] ?? readPack(pack, requirePackage);
      opened[at] = read;
      if (read.bodies[name] !== undefined) return read;
    }
    throw new Error(`no chunk ${name}`);
  };
}

function readPack({ path, openCache }: Pack, requirePackage: Require): OpenPack {
  const cache = openCache();
  const open = ({ bodies, late }: Chunks) => ({ bodies, late: new Set(late), cache });
  if (cache === null) return open(requirePackage(path) as Chunks);
  // Latin-1 reads ASCII without decoding it.
  const source = readFileSync(path, 'latin1');
  const cachedData = cache.read();
  const script = new Script(source, { filename: path, ...(cachedData && { cachedData }) });
  cache.compiled(script, cachedData !== undefined && script.cachedDataRejected !== true);
  return open(script.runInThisContext());
}
