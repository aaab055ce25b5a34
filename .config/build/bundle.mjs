// Bundles src/ into dist/: chunks that load only what a verb needs, and the launcher before them.
import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, transform } from 'esbuild';
import { packages } from './packages.mjs';

/** Left to node_modules: `open` looks for its xdg-open script beside its own file. */
const external = ['open'];

/** Names stay whole, so that a stack trace reads; without the maps lines would not. */
const common = {
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  lineLimit: 120,
  legalComments: 'none',
};

const importPackage = 'module.exports=(name)=>import(name);\n';

/** What a chunk says first where it uses these names. */
const banners = {
  importMeta: 'const importMeta={url:require("node:url").pathToFileURL(__dirname).href};',
  importPackage: 'const importPackage=require("./import-package.cjs");',
};

/**
 * Builds into `dist/<hash>/`, then puts the launcher that names that folder in place with one
 * rename: a program that runs meanwhile keeps its chunks, and two builds at once agree.
 * @param {string} root the project's folder, with src/cli.ts and src/launcher/main.ts
 */
export async function buildInto(root) {
  const began = new Date();
  const chunks = await bundleChunks(root);
  const hash = hashOf(chunks);
  const dist = join(root, 'dist');
  await writeFolder(join(dist, hash), chunks);
  const launcher = await bundleLauncher(root, hash);
  await writeInPlace(join(dist, 'newsprint.cjs'), launcher, began);
  await removeOldBuilds(dist, hash, began);
}

/** @returns {Promise<{name: string, text: string}[]>} every chunk as CommonJS, and its map */
async function bundleChunks(root) {
  const result = await build({
    ...common,
    absWorkingDir: root,
    entryPoints: {
      cli: 'src/cli.ts',
      'feed-worker': 'src/jobs/fetch/feed-worker.ts',
      'fetch-worker': 'src/jobs/fetch/fetch-worker.ts',
      'intake-worker': 'src/jobs/add/intake-worker.ts',
      'lister-worker': 'src/tui/effects/library/lister-worker.ts',
      'read-ahead-worker': 'src/library/index/sync/read-ahead-worker.ts',
      // In a chunk of its own: simple front matter is read without a parser of YAML.
      yaml: 'src/core/article/yaml.ts',
    },
    bundle: true,
    splitting: true,
    format: 'esm',
    jsx: 'automatic',
    external,
    outdir: 'dist/hash',
    chunkNames: '[name]-[hash]',
    sourcemap: 'inline',
    sourcesContent: false,
    write: false,
    metafile: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [packages()],
  });
  const deferred = deferredChunks(result.metafile);
  const chunks = await Promise.all(result.outputFiles.map((file) => toCommonJs(file, deferred)));
  const light = lightChunks(result.metafile);
  return [
    { name: 'pack.cjs', text: packOf(chunks.filter(({ name }) => light.has(name))) },
    { name: 'heavy.cjs', text: packOf(chunks.filter(({ name }) => !light.has(name))) },
    { name: 'import-package.cjs', text: importPackage },
    ...chunks.map(({ name, code }) => ({
      name,
      text: `${code}//# sourceMappingURL=${name}.map\n`,
    })),
    ...chunks.map(({ name, map }) => ({ name: `${name}.map`, text: map })),
  ];
}

/**
 * A chunk is an ordinary CommonJS module. src/launcher runs it from the pack where it can, which is
 * faster; import() does not work there, so packages left outside are asked of import-package.cjs.
 * To a chunk, import.meta.url is dist/<hash>, a step above itself, so that '../articles' leads
 * where it leads from src/cli.ts.
 */
async function toCommonJs({ path, text }, deferred) {
  const name = chunkName(path);
  const source = text
    .replaceAll(new RegExp(`\\bimport\\("(${external.join('|')})"\\)`, 'g'), 'importPackage("$1")')
    .replaceAll(/\bimport\("(\.\/[^"]+)\.js"\)/g, 'Promise.resolve().then(()=>require("$1.cjs"))');
  const { code, map } = await transform(source, {
    ...common,
    format: 'cjs',
    sourcefile: name,
    sourcemap: 'external',
    sourcesContent: false,
    banner: Object.keys(banners)
      .filter(
        (word) =>
          source.includes(word) || (word === 'importMeta' && source.includes('import.meta')),
      )
      .map((word) => banners[word])
      .join(''),
    define: { 'import.meta': 'importMeta' },
  });
  const own = code.replaceAll(/\brequire\("(\.\/[^"]+)\.js"\)/g, 'require("$1.cjs")');
  return { name, code: deferModules(deferChunks(own, deferred)), map };
}

/** What takes seconds anyhow, or a terminal: the web, the intake, the reader, threads. */
const IS_HEAVY =
  /^src\/(?:tui|intake|jobs)\/|^src\/commands\/(?:add|check|feeds|fetch|read)|-worker\.ts$/;

/** The names of the chunks that all other calls choose from: a small pack is read sooner. */
function lightChunks({ outputs }) {
  const light = new Set();
  const visit = (path) => {
    const chunk = outputs[path];
    if (chunk === undefined || light.has(path) || IS_HEAVY.test(chunk.entryPoint ?? '')) return;
    light.add(path);
    for (const { path: next } of chunk.imports) visit(next);
  };
  visit(Object.keys(outputs).find((path) => outputs[path].entryPoint === 'src/cli.ts'));
  return new Set([...light].map(chunkName));
}

/** `cli.cjs` of `dist/hash/cli.js`. */
function chunkName(path) {
  return basename(path).replace(/\.js$/, '.cjs');
}

/** What runs nothing but its own definitions, and may run as late as it is used. */
const QUIET = /^(?:src|node_modules\/(?:js-yaml|entities))\//;

/** The chunks that are made of such modules only. */
function deferredChunks({ outputs }) {
  const quiet = Object.entries(outputs).filter(([, { inputs }]) =>
    Object.keys(inputs).every((input) => QUIET.test(input)),
  );
  return new Set(quiet.map(([path]) => `./${chunkName(path)}`));
}

const CHUNK = /\b(import_\w+)=(require\("(\.\/[^"]+\.cjs)"\))/g;

/** `list` imports much that only some calls of it use: a chunk runs when it is first used. */
function deferChunks(code, deferred) {
  const found = [...code.matchAll(CHUNK)].filter(([, , , chunk]) => deferred.has(chunk));
  return found.reduce(defer, code);
}

/** Modules of Node that take a millisecond to load: they load when they are first used. */
const DEFERRED =
  /\b(import_\w+)=((?:__toESM\()?require\("(?:node:)?(?:child_process|crypto|net|os|stream|tty|v8|worker_threads)"\)\)?)/g;

/** Lengthens a few lines of a chunk; a stack trace is read by its source map's lines. */
function deferModules(code) {
  return [...code.matchAll(DEFERRED)].reduce(defer, code);
}

/** Makes of a variable that holds a module a function that loads it. */
function defer(text, [definition, name, load]) {
  // In brackets, so that `new module.Class()` makes the class and not the module.
  const uses = text.replaceAll(`${name}.`, `(${name}()).`);
  return uses.replace(definition, `${name}=()=>${name}.made??=${load}`);
}

/** Chunks in one file to read: an object of functions; those that never run cost little. */
function packOf(chunks) {
  const bodies = chunks.map(({ name, code }) => {
    return `"${name}"(exports,require,module,__filename,__dirname){${toAscii(code)}}`;
  });
  return `({${bodies.join(',\n')}})`;
}

/** The pack is read as Latin-1; esbuild escapes what is in strings and leaves regular expressions. */
function toAscii(code) {
  return code.replace(/\\[\s\S]|[\u0080-\uffff]/g, (found) => {
    const last = found.charCodeAt(found.length - 1);
    return last < 0x80 ? found : `\\u${last.toString(16).padStart(4, '0')}`;
  });
}

/** @returns {Promise<string>} the launcher as one file */
async function bundleLauncher(root, hash) {
  const result = await build({
    ...common,
    absWorkingDir: root,
    entryPoints: ['src/launcher/main.ts'],
    bundle: true,
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
    define: { __BUILD__: JSON.stringify(hash) },
    write: false,
  });
  return result.outputFiles[0].text;
}

function hashOf(chunks) {
  const hash = createHash('sha256');
  for (const { name, text } of chunks) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex').slice(0, 12);
}

/** Writes the files into a folder that appears at once, whole; one that is there is the same. */
async function writeFolder(folder, files) {
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  await Promise.all(files.map(({ name, text }) => writeFile(join(draft, name), text)));
  await rename(draft, folder).catch(async (error) => {
    await rm(draft, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

async function writeInPlace(path, text, time) {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, text);
  await chmod(draft, 0o755);
  await utimes(draft, time, time);
  await rename(draft, path);
}

/** An hour lets a program that runs from an older build load the rest of its chunks. */
async function removeOldBuilds(dist, hash, began) {
  const names = (await readdir(dist)).filter((name) => /^[0-9a-f]{12}/.test(name));
  for (const name of names.filter((one) => one !== hash)) {
    const path = join(dist, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: began.getTime() }));
    if (began.getTime() - mtimeMs > 3_600_000) await rm(path, { recursive: true, force: true });
  }
}
