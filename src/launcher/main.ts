// The program's first file, built to dist/newsprint.cjs: runs the chunks of its build.

import { join } from 'node:path';
import { isVerb } from '../commands/call/verbs.ts';
import { runBuild } from './run-build.ts';

/** The folder of this build's chunks; the build puts it in. */
declare const __BUILD__: string;

const verb = process.argv.slice(2).find(isVerb) ?? 'read';

/** What suits a verb's work in V8. Set before anything is compiled: the code cache is of one set of flags. */
const FLAGS: Readonly<Record<string, string>> = {
  // A pattern is interpreted before it is compiled; the intake's long ones take a tenth of a second.
  add: '--no-regexp-tier-up',
  // Young memory grows to 32 MB and stays, in each thread: a reader is open for hours, and drops its frames.
  read: '--semi-space-growth-factor=1',
};
const flag = FLAGS[verb];
if (flag !== undefined) {
  const v8: typeof import('node:v8') = require('node:v8');
  v8.setFlagsFromString(flag);
}

runBuild({
  folder: join(__dirname, __BUILD__),
  entry: 'cli.cjs',
  kind: verb,
  atEnd: (keep) => process.once('exit', keep),
});
