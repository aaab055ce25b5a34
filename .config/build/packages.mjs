// Puts modules of ours and edits in the place of packages' own, for esbuild and for Vite alike.
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { knownVersions, replaced } from './replaced.mjs';

/**
 * @typedef {object} Edit a change of a package's text, where neither option nor module of ours will do
 * @property {string} package its name
 * @property {string} version the one it was made for; another stops the build
 * @property {string} gains by how much what is slower without it
 * @property {string} [row] what `npm run bench -- edits` measures; none where the build needs the edit
 * @property {string} file from the package's folder
 * @property {string | RegExp} from what must be in it exactly once
 * @property {string} to what to put instead
 * @property {Record<string, string>} [imports] what `to` uses, and the module of ours that exports it
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = new URL('edits/', import.meta.url);

/** @type {readonly (Edit & { name: string })[]} each by the name of its file */
export const edits = await Promise.all(
  readdirSync(folder).map(async (file) => {
    const { edit } = await import(new URL(file, folder).href);
    return { name: file.replace(/\.mjs$/, ''), ...edit };
  }),
);

/**
 * @param {{ without?: string }} options leaves out one edit, to measure what it gains
 * @returns {import('esbuild').Plugin}
 */
export function packages({ without } = {}) {
  return {
    name: 'packages',
    setup(build) {
      const used = new Set();
      for (const [name, version] of Object.entries(knownVersions)) checkVersion(name, version);
      for (const { from, by, within } of replaced) {
        build.onResolve({ filter: lastPartOf(from) }, async ({ path, pluginData, ...options }) => {
          if (pluginData === 'own' || options.importer === join(root, by)) return undefined;
          if (!isWithin(options.importer, within)) return undefined;
          const found = isFile(from)
            ? inPackages((await build.resolve(path, { ...options, pluginData: 'own' })).path)
            : path;
          if (found !== from) return undefined;
          used.add(from);
          return { path: join(root, by), sideEffects: false };
        });
      }
      for (const [file, editText] of editedFiles(without)) {
        build.onLoad({ filter: lastPartOf(file) }, async ({ path }) => {
          if (inPackages(path) !== file) return undefined;
          used.add(file);
          return { contents: editText(await readFile(path, 'utf8')) };
        });
      }
      build.onEnd(() => {
        const wanted = [...replaced.map(({ from }) => from), ...editedFiles(without).keys()];
        const unused = wanted.filter((from) => !used.has(from));
        // esbuild has no word for what is found out at the end.
        for (const from of unused) console.error(`nothing imports ${from} any more`);
        return { errors: unused.map((text) => ({ text })) };
      });
    },
  };
}

/**
 * The same for the tests, which Vite runs; they themselves import the packages' own modules.
 * @returns {import('vite').Plugin}
 */
export function packagesInTests() {
  const files = editedFiles();
  return {
    name: 'packages',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!importer?.includes('/node_modules/')) return undefined;
      const candidates = replaced.filter(
        ({ from, within }) => lastPartOf(from).test(source) && isWithin(importer, within),
      );
      for (const { from, by } of candidates) {
        const found = isFile(from)
          ? inPackages((await this.resolve(source, importer, { ...options, skipSelf: true })).id)
          : source;
        if (found === from) return join(root, by);
      }
      return undefined;
    },
    /** Without the maps that packages name: their sources are not there, and Vite warns of each. */
    load(id) {
      const path = id.split('?', 1)[0];
      if (!/\/node_modules\/.*\.js$/.test(path)) return undefined;
      const code = readFileSync(path, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '');
      return { code, map: null };
    },
    transform(text, id) {
      const path = id.split('?', 1)[0];
      const editText = files.get(inPackages(path));
      return editText && { code: editText(text), map: null };
    },
  };
}

/** Whether a file is of a package, which may be any. */
function isWithin(path, owner = '') {
  return owner === '' || inPackages(path).startsWith(`${owner}/`);
}

/** Whether something is named by its path in a package, not by what is imported. */
function isFile(from) {
  return /\.[cm]?js$/.test(from);
}

/** `name/path/file.js` of a file in a folder of packages. */
function inPackages(path) {
  return path.replaceAll('\\', '/').split('/node_modules/').at(-1);
}

/** Finds the imports, and the paths, that may mean it. */
function lastPartOf(from) {
  return isFile(from)
    ? new RegExp(`[\\\\/]${escaped(from.split('/').at(-1))}$`)
    : new RegExp(`^${escaped(from)}$`);
}

/** @returns {Map<string, (text: string) => string>} what to do with a package's file */
function editedFiles(without) {
  const made = edits.filter(({ name }) => name !== without);
  return new Map(
    made.map((edit) => [`${edit.package}/${edit.file}`, (text) => makeEdit(edit, text)]),
  );
}

/** @param {Edit & { name: string }} edit */
function makeEdit({ name, package: owner, version, from, to, imports = {} }, text) {
  checkVersion(owner, version);
  const edited = replaceOnce(text, from, to, name);
  // At the end, so that lines stay where they are.
  const lines = Object.entries(imports).map(
    ([what, module]) => `import { ${what} } from ${JSON.stringify(join(root, module))};`,
  );
  return [edited, ...lines].join('\n');
}

/** Stops where an installed package is not the version that code of ours was made for. */
export function checkVersion(name, version) {
  const manifest = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8');
  const found = JSON.parse(manifest).version;
  if (found !== version) throw new Error(`${name} is known as ${version}, and it is ${found}`);
}

/** What is to be replaced must be there once: a package that moved on stops the build. */
export function replaceOnce(text, from, to, name) {
  const found = [
    ...text.matchAll(typeof from === 'string' ? new RegExp(escaped(from), 'g') : from),
  ];
  if (found.length === 1)
    return typeof from === 'string' ? text.replace(from, () => to) : text.replace(from, to);
  throw new Error(`edit of ${name}: expected once, not ${found.length} times: ${from}`);
}

function escaped(text) {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
