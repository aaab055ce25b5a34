// The modules of packages that modules of ours stand for, in the program and in its tests.

/**
 * @typedef {object} Replaced
 * @property {string} from what is imported, or a file of a package as `name/path/file.js`
 * @property {string} by the module that stands for it, from the project's folder
 * @property {string} [within] the package that imports it; by default any
 */

/** @type {readonly Replaced[]} each file says itself what it stands for, and why */
export const replaced = [
  { from: 'cli-highlight', by: '.config/build/modules/no-highlighter.ts' },
  { from: 'node-emoji', by: '.config/build/modules/no-emoji.ts' },
  { from: 'cli-table3', by: '.config/build/modules/no-table.ts' },
  { from: 'chalk', by: '.config/build/modules/no-colors.ts', within: 'marked-terminal' },
  { from: 'ansi-escapes', by: '.config/build/modules/no-escapes.ts', within: 'marked-terminal' },
  { from: 'assert', by: '.config/build/modules/no-assert.ts', within: 'signal-exit' },
  { from: 'supports-hyperlinks', by: '.config/build/modules/no-hyperlinks.ts' },
  { from: '@mixmark-io/domino', by: '.config/build/modules/no-document.ts' },
  { from: '#supports-color', by: '.config/build/modules/sixteen-colors.ts' },
  { from: 'string-width', by: '.config/build/modules/string-width.ts' },
  { from: 'slice-ansi', by: '.config/build/modules/slice-ansi.ts' },
  { from: 'is-in-ci', by: '.config/build/modules/is-in-ci.ts' },
  { from: 'ink/build/output.js', by: '.config/build/modules/ink-output.ts' },
  { from: 'meow/build/dependencies.js', by: '.config/build/modules/meow-dependencies.ts' },
  { from: 'yoga-layout', by: '.config/build/modules/yoga.ts' },
  { from: 'ink/build/measure-text.js', by: '.config/build/modules/measure-text.ts' },
  { from: 'node:process', by: '.config/build/modules/process.ts' },
];

/**
 * Versions of packages that code of ours knows from inside; another stops the build until that is
 * looked through. Beside the modules above that is src/markdown/parse/quick-tokenizer.ts, on marked.
 */
export const knownVersions = {
  ink: '6.8.0',
  marked: '18.2.1',
  meow: '14.1.0',
  'yoga-layout': '3.2.1',
};

/** The packages that hold such a module, import one or are edited: the tests read them as the build does. */
export const changed = [
  'chalk',
  'cli-truncate',
  'ink',
  'marked',
  'marked-terminal',
  'meow',
  'turndown',
  'widest-line',
  'wrap-ansi',
  'yoga-layout',
];
