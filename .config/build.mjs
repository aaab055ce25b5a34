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
    console.error(buildFailure(error));
    process.exitCode = 1;
  }
}

/** @returns {string} one line where packages are missing or a source file is wrong, else the stack */
function buildFailure(error) {
  if (Array.isArray(error.errors)) {
    // esbuild has printed what is wrong itself.
    return error.errors.some(({ text }) => /^Could not resolve "[^./]/.test(text))
      ? 'newsprint: cannot build: a package is not installed; run: npm ci'
      : 'newsprint: cannot build';
  }
  if (error.code === 'ERR_MODULE_NOT_FOUND' && /['/]esbuild['/]/.test(error.message)) {
    return 'newsprint: cannot build: esbuild is not installed; run: npm ci --include=dev';
  }
  return error.stack;
}
