// Ink awaits its devtools at the top of a module.
const RECONCILER = 'build/reconciler.js';

/** @type {import('../packages.mjs').Edit} */
export const edit = {
  package: 'ink',
  version: '6.8.0',
  gains: 'the build: its chunks are CommonJS, which knows no await at the top',
  changes: [
    [RECONCILER, "await import('./devtools.js');", ''],
    [RECONCILER, '? await loadPackageJson()', '? {}'],
  ],
};
