// The program's first file, built to dist/newsprint.cjs: runs the chunks of its build.

import { join } from 'node:path';
import { runChunk } from './chunks.ts';
import { openCodeCache } from './code-cache.ts';

/** The folder of this build's chunks; the build puts it in. */
declare const __BUILD__: string;

const folder = join(__dirname, __BUILD__);

if (process.env['NEWSPRINT_DEBUG'] === '1') {
  // Node's own loader reads the source maps, so that a stack names files and lines of src/.
  process.setSourceMapsEnabled(true);
  require(join(folder, 'cli.cjs'));
} else {
  runChunk('cli.cjs', {
    folder,
    cache: openCache(),
    requirePackage: require,
    importPackage: (name) => import(name),
  });
}

function openCache() {
  const home = cacheFolder(process.env, process.platform);
  if (home === null) return null;
  const build = `${__BUILD__}-${process.version}-${process.arch}`;
  const cache = openCodeCache({
    folder: join(home, 'newsprint', 'code', build),
    user: process.getuid?.(),
  });
  process.once('exit', cache.write);
  return cache;
}

function cacheFolder(env: NodeJS.ProcessEnv, platform: string): string | null {
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? null;
  if (env['XDG_CACHE_HOME']?.startsWith('/')) return env['XDG_CACHE_HOME'];
  return env['HOME']?.startsWith('/') ? join(env['HOME'], '.cache') : null;
}
