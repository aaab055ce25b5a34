// The program's first file, built to dist/newsprint.cjs: runs the chunks beside it.
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
    cache: openCodeCache(__BUILD__),
    requirePackage: require,
    importPackage: (name) => import(name),
  });
}
