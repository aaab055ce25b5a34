// Runs CommonJS chunks through V8's code cache, which saves compiling them at every start.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { CodeCache } from './code-cache.ts';

interface ChunkHost {
  /** Where the chunks are. */
  readonly folder: string;
  /** None where no cache can be kept. */
  readonly cache: CodeCache | null;
  /** Node's require, for what is not a chunk. */
  readonly requirePackage: (name: string) => unknown;
  /** The launcher's import(): one inside a chunk would find no loader. */
  readonly importPackage: (name: string) => Promise<unknown>;
}

type Body = (
  exports: unknown,
  require: (name: string) => unknown,
  module: { exports: unknown },
  filename: string,
  dirname: string,
) => void;

/**
 * Runs a chunk and what it requires, each once.
 * What was compiled is given to the cache when the process ends: by then the functions that ran
 * have been compiled too.
 */
export function runChunk(
  entry: string,
  { folder, cache, requirePackage, importPackage }: ChunkHost,
): void {
  const modules = new Map<string, { exports: unknown }>([
    ['import-package.cjs', { exports: importPackage }],
  ]);

  const requireChunk = (name: string): unknown => {
    const loaded = modules.get(name);
    if (loaded !== undefined) return loaded.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const path = join(folder, name);
    const body: Body = compile(path, name, cache).runInThisContext();
    body(module.exports, requireAny, module, path, folder);
    return module.exports;
  };

  const requireAny = (name: string): unknown =>
    name.startsWith('./') ? requireChunk(name.slice(2)) : requirePackage(name);

  requireChunk(entry);
}

/** Chunks are ASCII: Latin-1 reads them without decoding. */
function compile(path: string, name: string, cache: CodeCache | null): Script {
  const source = readFileSync(path, 'latin1');
  const cachedData = cache?.read(name);
  const script = new Script(
    `(function(exports,require,module,__filename,__dirname){${source}\n})`,
    {
      filename: path,
      ...(cachedData === undefined ? {} : { cachedData }),
    },
  );
  if (cachedData === undefined || script.cachedDataRejected === true) cache?.keep(name, script);
  return script;
}
