// meow is handed its package; reading and normalising one costs a table of all licences.
/** @type {import('../packages.mjs').Edit} */
export const edit = {
  package: 'meow',
  version: '14.1.0',
  gains: 'list: 0.5 × node',
  changes: [
    ['build/dependencies.js', 'var normalizeExports = requireNormalize();', ''],
    ['build/dependencies.js', 'var libExports = requireLib$1();', ''],
    ['build/dependencies.js', '= getDefaultExportFromCjs(normalizeExports);', '= () => {};'],
    ['build/dependencies.js', "import { execFile } from 'node:child_process';", ''],
    ['build/dependencies.js', 'promisify(execFile);', ''],
    ['build/dependencies.js', '? parseJson(file)', '? JSON.parse(file)'],
  ],
};
