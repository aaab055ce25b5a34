// Bundles src/ into dist/: packs of chunks of which a verb loads what it needs, and the launcher.
import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, transform } from 'esbuild';
import { packChunks } from './pack-chunks.mjs';
import { packages } from './packages.mjs';
import { thirdParty } from './third-party.mjs';

/** Our names stay whole, so that a stack trace reads. */
const common = {
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  lineLimit: 120,
  legalComments: 'none',
};

/** The files that are started as threads, by the name under which src/ starts them. */
const workers = {
  'feed-worker': 'src/jobs/fetch/feed-worker.ts',
  'fetch-worker': 'src/jobs/sync/fetch-worker.ts',
  'full-text-worker': 'src/jobs/fetch/full-text-worker.ts',
  'intake-worker': 'src/jobs/add/intake-worker.ts',
  'lister-worker': 'src/tui/library/lister-worker.ts',
  'picture-worker': 'src/library/pictures/picture-worker.ts',
  'read-ahead-worker': 'src/library/index/sync/read-ahead-worker.ts',
};

/** What git calls as `git merge-newsprint BASE… -- HEAD REMOTE`. */
const STRATEGY = `#!/usr/bin/env node
process.argv.splice(2, 0, 'merge', '--strategy');
require('./newsprint.cjs');
`;

/**
 * What few calls use of those that import it. An entry of its own gives it a chunk of its own, which
 * runs when it is used and not with what imports it.
 */
const apart = { yaml: 'src/core/article/yaml.ts' };

/**
 * Builds into `dist/<hash>/`, then puts the launcher that names that folder in place with one
 * rename: a program that runs meanwhile keeps its packs, and two builds at once agree.
 * @param {string} root the project's folder, with src/cli.ts and src/launcher/
 * @param {object} [options]
 * @param {string} [options.dist] another folder
 * @param {string} [options.without] an edit of a package that is left out, to measure what it gains
 * @param {boolean} [options.only] whether all other builds go at once
 * @param {'silent'} [options.logLevel] says nothing of what is wrong
 */
export async function buildInto(root, options = {}) {
  const { dist = join(root, 'dist'), without, only = false, logLevel } = options;
  const began = new Date();
  const { chunks, metafile } = await bundleChunks(root, { without, logLevel });
  const files = [
    ...packChunks(chunks, metafile.outputs),
    { name: 'metafile.json', text: JSON.stringify(metafile) },
    { name: 'thread.cjs', text: await bundleLauncher(root, 'src/launcher/run-build.ts') },
    ...Object.keys(workers).map((name) => ({
      name: `${name}.cjs`,
      text: 'require("./thread.cjs").runThread(__filename);\n',
    })),
  ];
  const hash = hashOf(files);
  await writeFolder(join(dist, hash), files);
  await writeInPlace(join(dist, 'THIRD-PARTY.txt'), thirdParty(root, metafile), began);
  const launcher = await bundleLauncher(root, 'src/launcher/main.ts', {
    banner: { js: '#!/usr/bin/env node' },
    define: { __BUILD__: JSON.stringify(hash) },
  });
  await writeInPlace(join(dist, 'newsprint.cjs'), launcher, began, 0o755);
  await writeInPlace(join(dist, 'git-merge-newsprint.cjs'), STRATEGY, began, 0o755);
  await removeOldBuilds(dist, hash, only ? Infinity : began.getTime());
}

/**
 * esbuild splits ES modules only, so each chunk is made CommonJS by itself: V8 keeps no compiled code
 * of ES modules.
 */
async function bundleChunks(root, { without, logLevel }) {
  const { outputFiles, metafile } = await build({
    ...common,
    logLevel,
    absWorkingDir: root,
    entryPoints: { cli: 'src/cli.ts', ...workers, ...apart },
    bundle: true,
    splitting: true,
    format: 'esm',
    jsx: 'automatic',
    outdir: 'dist/hash',
    outExtension: { '.js': '.cjs' },
    chunkNames: '[name]-[hash]',
    sourcemap: 'inline',
    sourcesContent: false,
    write: false,
    metafile: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [packages({ without })],
  });
  const files = outputFiles.filter(({ path }) => !(basename(path, '.cjs') in apart));
  assertPlain(metafile.outputs);
  const chunks = await Promise.all(
    files.map(async ({ path, text }) => {
      const name = basename(path);
      const { code, map } = await transform(withPlainExports(text), {
        ...common,
        logLevel,
        format: 'cjs',
        minifyIdentifiers: isOfOthers(metafile.outputs[`dist/hash/${name}`]),
        // In a pack there is no loader for import(): what is imported is a chunk, or Node's own.
        supported: { 'dynamic-import': false },
        define: { 'import.meta': 'importMeta' },
        sourcefile: name,
        sourcemap: 'external',
        sourcesContent: false,
      });
      return { name, code, map };
    }),
  );
  return { chunks, metafile };
}

/** @throws where a chunk exports what a later call assigns: it would keep its first value */
function assertPlain(outputs) {
  for (const [path, { exports }] of Object.entries(outputs)) {
    const late = exports.find((name) => name.startsWith('init_'));
    if (late !== undefined) throw new Error(`${path} exports ${late}: its module runs late`);
  }
}

/**
 * A chunk whose exports are set as values when it has run. esbuild would make a function of each, which
 * is a tenth of the compiled code of a short call; nothing that is exported is assigned anew.
 */
function withPlainExports(text) {
  return text.replace(/\bexport\s*\{([^}]*)\};?(?=\s*\/\/# sourceMappingURL=)/, (_, names) => {
    const fields = names.split(',').map((name) => {
      const [own, exported = own] = name.trim().split(/\s+as\s+/);
      return exported === 'default' ? `default:${own},__esModule:true` : `${exported}:${own}`;
    });
    return `Object.assign(exports,{${fields}});`;
  });
}

/** Whether four fifths of a chunk are of packages: their names are a tenth of what an install carries. */
function isOfOthers({ inputs }) {
  let [own, others] = [0, 0];
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    if (path.startsWith('node_modules/')) others += bytesInOutput;
    else own += bytesInOutput;
  }
  return others > 4 * own;
}

/** @returns {Promise<string>} a file of the launcher, whole */
async function bundleLauncher(root, entry, options = {}) {
  const { outputFiles } = await build({
    ...common,
    ...options,
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    format: 'cjs',
    write: false,
  });
  return outputFiles[0].text;
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const { name, text } of files) hash.update(`${name}\0${text}\0`);
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

async function writeInPlace(path, text, time, mode = 0o644) {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, text);
  await chmod(draft, mode);
  await utimes(draft, time, time);
  await rename(draft, path);
}

/** An hour lets a program that runs from an older build load the rest of its chunks. */
async function removeOldBuilds(dist, hash, now) {
  const names = (await readdir(dist)).filter((name) => /^[0-9a-f]{12}/.test(name));
  for (const name of names.filter((one) => one !== hash)) {
    const path = join(dist, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > 3_600_000) await rm(path, { recursive: true, force: true });
  }
}
