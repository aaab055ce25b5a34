// Runs the program's pack of chunks through V8's code cache, which saves compiling it every time.

import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import type { CodeCache } from './code-cache.ts';

interface PackHost {
  /** The pack's file: an object of CommonJS bodies by the chunk's name, in ASCII. */
  readonly path: string;
  readonly cache: CodeCache;
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

/** Runs a chunk and what it requires, each once; tells the cache which. */
export function runPack(entry: string, host: PackHost): void {
  const { path, cache, requirePackage, importPackage } = host;
  const bodies = compile(path, cache);
  const modules = new Map([['import-package.cjs', { exports: importPackage as unknown }]]);

  const requireChunk: Require = (name) => {
    const body = bodies[name];
    const module = modules.get(name) ?? { exports: {} };
    if (modules.has(name) || body === undefined) return module.exports;
    modules.set(name, module);
    cache.ran(name);
    body(module.exports, requireAny, module, path, dirname(path));
    return module.exports;
  };
  const requireAny: Require = (name) =>
    name.startsWith('./') ? requireChunk(name.slice(2)) : requirePackage(name);

  requireChunk(entry);
}

function compile(path: string, cache: CodeCache): Readonly<Record<string, Body>> {
  // Latin-1 reads ASCII without decoding it.
  const source = readFileSync(path, 'latin1');
  const cachedData = cache.read();
  const script = new Script(source, { filename: path, ...(cachedData && { cachedData }) });
  cache.compiled(script, cachedData !== undefined && script.cachedDataRejected !== true);
  return script.runInThisContext();
}
