// Ink awaits its devtools at the top of a module, and draws every cell of the screen for its own.
const RECONCILER = 'build/reconciler.js';

/** @type {import('../packages.mjs').Edit} */
export const edit = {
  package: 'ink',
  version: '6.8.0',
  gains: 'the build, and 10 ms a key',
  changes: [
    [RECONCILER, "await import('./devtools.js');", ''],
    [RECONCILER, '? await loadPackageJson()', '? {}'],
    // Here every write is a row, as it is to be.
    [
      'build/output.js',
      /^ {4}get\(\) \{$/gm,
      `    get() {
        const rows = Array.from({ length: this.height }, () => '');
        const isRow = ({ type, x, y, text }) => {
          return type === 'write' && x === 0 && rows[y] === '' && !text.includes('\\n');
        };
        for (const operation of this.operations) {
          if (!isRow(operation)) return this.getCells();
          const { y, text, transformers } = operation;
          rows[y] = transformers.reduce((line, transform) => transform(line, 0), text).trimEnd();
        }
        return { output: rows.join('\\n'), height: rows.length };
      }
      getCells() {`,
    ],
  ],
};
