// What is left out of the bundle, or changed on its way in, so that the program starts at once.
import { readFile } from 'node:fs/promises';

/**
 * What stands in for packages. Most the program never reaches: their stand-ins do nothing.
 * marked-terminal serves inline text only, so its code highlighter (95 ms to load), emoji table,
 * table setter and hyperlink probe are not needed.
 */
const standIns = {
  'cli-highlight': 'export const highlight = (code) => code;',
  'node-emoji': 'export const get = (name) => name;',
  'cli-table3': 'export default class Table {}',
  'supports-hyperlinks': 'export default { stdout: false, stderr: false };',
  // turndown parses text with it; it is handed nodes that linkedom made.
  '@mixmark-io/domino': 'export const createDocument = () => null;',
  // Of chalk, which paints nothing here: text/palette.ts does.
  '#supports-color': 'export default { stdout: false, stderr: false };',
  // Not imported, since CommonJS copies a module's hundred properties at every import.
  'node:process': 'export default process; export const { argv, cwd, env } = process;',
};

/** The first segmenter costs 8 ms: it is made when the first text needs one. */
const lazySegmenter = [
  /= new Intl\.Segmenter\((.*)\);/g,
  '= ((made) => ({ segment: (text) => (made ??= new Intl.Segmenter($1)).segment(text)' + ' }))();',
];

/**
 * Edits to packages, [file, [from, to]…]. Each `from` must be there: a new version that moved
 * stops the build instead of starting slowly.
 */
const edits = [
  [
    // The package is handed to meow; reading and normalising one costs a table of all licences.
    /[\\/]meow[\\/]build[\\/]dependencies\.js$/,
    ['var normalizeExports = requireNormalize();', ''],
    ['var libExports = requireLib$1();', ''],
    ['= getDefaultExportFromCjs(normalizeExports);', '= () => {};'],
    ["import { execFile } from 'node:child_process';", ''],
    ['promisify(execFile);', ''],
    ['? parseJson(file)', '? JSON.parse(file)'],
  ],
  [
    // Yoga is compiled where it stands: no await at the top of a module, no fetch of a data: URL.
    /[\\/]yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/,
    ['wrapAssembly(await loadYoga())', 'wrapAssembly(loadNow())'],
    [
      'import wrapAssembly',
      `const loadNow = () => {
        const module = {
          instantiateWasm(imports, received) {
            const wasm = new WebAssembly.Module(Buffer.from(yogaWasm, 'base64'));
            const instance = new WebAssembly.Instance(wasm, imports);
            received(instance);
            return instance.exports;
          },
        };
        loadYoga(module);
        return module;
      };
      import wrapAssembly`,
    ],
    ['import loadYoga from', 'import loadYoga, { yogaWasm } from'],
  ],
  [
    // The pattern of all emoji takes 20 ms to compile; each holds a character that is an emoji.
    /[\\/]node_modules[\\/]string-width[\\/]index\.js$/,
    lazySegmenter,
    // Letters, punctuation and box drawing are as simple as ASCII: one column each.
    [
      String.raw`/^[\u0020-\u007E]*$/.test(string)`,
      String.raw`/^[\u0020-\u007E\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2500-\u25FC]*$/.test(string)`,
    ],
    ['const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;', ''],
    [
      'if (rgiEmojiRegex.test(segment)',
      'if ((/\\p{Emoji}/u.test(segment) && /^\\p{RGI_Emoji}$/v.test(segment))',
    ],
  ],
  [/[\\/]slice-ansi[\\/]tokenize-ansi\.js$/, lazySegmenter],
  [
    // Every node gets a table of listeners, which takes two fifths of a page's time; nobody listens.
    /[\\/]linkedom[\\/]worker\.js$/,
    ['    wm.set(this, new Map);', ''],
  ],
  [
    // Below U+0300 and among these signs every character is a grapheme of its own.
    /[\\/]ansi-tokenize[\\/]build[\\/]tokenize\.js$/,
    lazySegmenter,
    [
      'of segmenter.segment(str)',
      String.raw`of /^(?:(?!\r\n)[\0-\u02ff\u2010-\u2027\u2500-\u25ff])*$/.test(str)
        ? Array.from(str, (segment, index) => ({ segment, index }))
        : segmenter.segment(str)`,
    ],
  ],
  [
    // Half of marked's hundred patterns belong to dialects nobody asked for: each is compiled when
    // it is first used.
    /[\\/]marked[\\/]lib[\\/]marked\.esm\.js$/,
    ['getRegex:()=>new RegExp(t,e)', 'getRegex:()=>new LazyPattern(t,e)'],
    [
      /^/g,
      `class LazyPattern {
        constructor(source, flags) { this.source = source; this.flags = flags; this.made = undefined; }
        get it() { return (this.made ??= new RegExp(this.source, this.flags)); }
        get lastIndex() { return this.it.lastIndex; }
        set lastIndex(at) { this.it.lastIndex = at; }
        get global() { return this.flags.includes('g'); }
        get unicode() { return this.flags.includes('u'); }
        exec(text) { return this.it.exec(text); }
        test(text) { return this.it.test(text); }
        [Symbol.match](text) { return this.it[Symbol.match](text); }
        [Symbol.matchAll](text) { return this.it[Symbol.matchAll](text); }
        [Symbol.replace](text, by) { return this.it[Symbol.replace](text, by); }
        [Symbol.search](text) { return this.it[Symbol.search](text); }
        [Symbol.split](text, limit) { return this.it[Symbol.split](text, limit); }
      }
      `,
    ],
  ],
  [
    // Ink awaits its devtools at the top of a module; they are not here.
    /[\\/]ink[\\/]build[\\/]reconciler\.js$/,
    ["await import('./devtools.js');", ''],
    ['? await loadPackageJson()', '? {}'],
  ],
  [
    // Ink draws every cell of the screen for its own. Here every write is a row, as it is to be.
    /[\\/]ink[\\/]build[\\/]output\.js$/,
    [
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
];

/** @type {import('esbuild').Plugin} */
export const leaveOut = {
  name: 'leave-out',
  setup(build) {
    const names = Object.keys(standIns).join('|');
    build.onResolve({ filter: new RegExp(`^(${names})$`) }, ({ path }) => ({
      path,
      namespace: 'stand-in',
      sideEffects: false,
    }));
    // wrap-ansi brings an older copy that loads a table of all emoji.
    build.onResolve({ filter: /^string-width$/ }, ({ kind, resolveDir, pluginData }) => {
      if (pluginData === 'own' || !resolveDir.includes('wrap-ansi')) return undefined;
      const options = { kind, resolveDir: build.initialOptions.absWorkingDir, pluginData: 'own' };
      return build.resolve('string-width', options);
    });
    build.onLoad({ filter: /./, namespace: 'stand-in' }, ({ path }) => ({
      contents: standIns[path],
    }));
  },
};

/** @type {import('esbuild').Plugin} */
export const editPackages = {
  name: 'edit-packages',
  setup(build) {
    for (const [filter, ...changes] of edits) {
      build.onLoad({ filter }, async ({ path }) => ({
        contents: changes.reduce(replaceOnce, await readFile(path, 'utf8')),
      }));
    }
    build.onLoad({ filter: /[\\/]yoga-wasm-base64-esm\.js$/ }, async ({ path }) => ({
      contents: exportYogaWasm(await readFile(path, 'utf8')),
    }));
  },
};

/** Takes the WebAssembly out of Yoga's loader and exports it beside, as base64. */
function exportYogaWasm(text) {
  const data = /"data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)"/.exec(text);
  if (data === null) throw new Error('yoga-layout: no WebAssembly found in its loader');
  return `${text.replace(data[0], '""')}\nexport const yogaWasm = "${data[1]}";`;
}

/** @param {[string | RegExp, string]} change what must be there once, and what to put instead */
function replaceOnce(text, [from, to]) {
  const found = [...text.matchAll(typeof from === 'string' ? escaped(from) : from)];
  if (found.length !== 1)
    throw new Error(`expected once in a package, not ${found.length}: ${from}`);
  return typeof from === 'string' ? text.replace(from, () => to) : text.replace(from, to);
}

function escaped(text) {
  return new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'g');
}
