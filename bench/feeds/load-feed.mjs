// Bundles the feed intake from src/ as it stands and loads it.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ENTRY = `export { parseFeed } from './src/intake/feed/parse-feed.ts';
  export { entryDraft } from './src/intake/feed/entry-draft.ts';`;

/** @returns {Promise<{parseFeed: Function, entryDraft: Function}>} */
export async function loadFeed() {
  const folder = mkdtempSync(join(root, 'node_modules/.feed-'));
  try {
    const outfile = join(folder, 'feed.mjs');
    await build({
      stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
      absWorkingDir: root,
      bundle: true,
      platform: 'node',
      target: 'node20.19',
      format: 'esm',
      packages: 'external',
      outfile,
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
