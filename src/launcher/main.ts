// The program's first file, built to dist/newsprint.cjs: runs the chunks of its build.

import { join } from 'node:path';
import { isVerb } from '../commands/call/verb-names.ts';
import { COMPILED_PATTERNS, limitHeap, unlimitHeap } from '../library/threads/limit-heap.ts';
import { runBuild, SETTLED } from './run-build.ts';

/** The folder of this build's chunks; the build puts it in. */
declare const __BUILD__: string;

const verb = process.argv.slice(2).find(isVerb) ?? 'read';
/** The verbs that read pages and feeds; `show` reads a page by its address. */
const READING = ['add', 'fetch', 'import', 'sync'];
const readsPages = READING.includes(verb) || process.argv.some((word) => /^https?:/i.test(word));

const [major = 0] = process.versions.node.split('.').map(Number);
// Set before anything is compiled: the code cache is of one set of flags.
const flags = [
  ...(readsPages ? [COMPILED_PATTERNS] : []),
  // From Node 22 on a second thread compiles, too. At its end the program waits for that thread, which
  // may wait for room in the heap that nobody makes any more (nodejs/node#54918).
  ...(major > 20 ? ['--no-concurrent-sparkplug'] : []),
];
if (flags.length > 0) {
  const v8: typeof import('node:v8') = require('node:v8');
  for (const flag of flags) v8.setFlagsFromString(flag);
}

const keeps: (() => void)[] = [];
runBuild({
  folder: join(__dirname, __BUILD__),
  entry: 'cli.cjs',
  kind: verb,
  setFlags: unlimitHeap,
  atEnd(keep) {
    process.once('exit', keep);
    keeps.push(keep);
    // The reader, of which the last pack is, may be open for days and killed at last.
    if (verb !== 'read' || keeps.length < 3) return;
    setTimeout(() => {
      for (const one of keeps) one();
      limitHeap();
    }, SETTLED).unref();
  },
});
