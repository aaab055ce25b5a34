// Builds dist/ from src/: `node .config/build.mjs [--if-stale | --only]`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isStale } from './build/stale.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

if (!process.argv.includes('--if-stale') || isStale(root)) {
  try {
    const { buildInto } = await import('./build/bundle.mjs');
    const { manual } = await import('./build/manual.mjs');
    await buildInto(root, { only: process.argv.includes('--only') });
    writeFileSync(join(root, 'dist/newsprint.1'), await manual(root));
  } catch (error) {
    // esbuild prints what is wrong in a source file itself.
    if (!Array.isArray(error.errors)) console.error(buildFailure(error));
    process.exitCode = 1;
  }
}

/** @returns {string} one line where only the build tool is missing, else the stack */
function buildFailure(error) {
  if (error.code === 'ERR_MODULE_NOT_FOUND' && /['/]esbuild['/]/.test(error.message)) {
    return 'newsprint: cannot build: esbuild is not installed; run: npm ci --include=dev';
  }
  return error.stack;
}
