// The program's first file, built to dist/newsprint.cjs: runs the chunks of its build.

import { join } from 'node:path';
import { isVerb } from '../commands/call/verbs.ts';
import { cacheFolder } from '../library/place/folders.ts';
import { openCodeCache } from './code-cache.ts';
import { type Pack, runPack } from './pack.ts';

/** The folder of this build's chunks; the build puts it in. */
declare const __BUILD__: string;

const { argv, arch, env, platform, version } = process;
const folder = join(__dirname, __BUILD__);
const home = cacheFolder(env, platform);
const isDebugged = env['NEWSPRINT_DEBUG'] === '1';
const verb = argv.slice(2).find(isVerb) ?? 'read';

// V8 interprets a pattern before it compiles it; the long ones of the intake take a tenth of a second
// that way. Set before anything is compiled: the code cache is of one set of flags.
if (verb === 'add') {
  const v8: typeof import('node:v8') = require('node:v8');
  v8.setFlagsFromString('--no-regexp-tier-up');
}

if (isDebugged || home === null) {
  // Node's own loader reads the source maps, so that a stack names files and lines of src/.
  if (isDebugged) process.setSourceMapsEnabled(true);
  require(join(folder, 'cli.cjs'));
} else {
  const packOf = (name: string, kind: string): Pack => ({
    path: join(folder, name),
    openCache: () => {
      const cache = openCodeCache({
        folder: join(home, 'code', `${__BUILD__}-${version}-${arch}`),
        kind,
        user: process.getuid?.(),
        // Builds the index of a library.
        rare: /^build-/,
      });
      process.once('exit', cache.write);
      return cache;
    },
  });
  runPack('cli.cjs', {
    packs: [packOf('pack.cjs', verb), packOf('heavy.cjs', `${verb}-heavy`)],
    requirePackage: require,
    importPackage: (name) => import(name),
  });
}
